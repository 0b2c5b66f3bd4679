// SPDX-License-Identifier: EUPL-1.2
#pragma once

// The bodies of Front, for the one file of each trade that instantiates it.
#include "services/request/front_act_inl.h"
#include "services/request/front_calls_inl.h"
#include "services/request/front_explain_inl.h"
#include "services/request/front_holder_inl.h"
#include "services/request/front_notice_inl.h"
#include "services/request/front_requester_inl.h"
#include "services/request/front_watch_inl.h"
