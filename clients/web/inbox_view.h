// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "clients/cpp/requests_client.h"
#include "clients/web/communes.h"
#include "clients/web/view.h"

namespace entraide::web {

// Questions put to an organization, the first to expire first; each with a request_id of its own.
std::vector<View> OfferViews(std::vector<clients::AskedOffer> offers, CommuneNames& communes);

// What an organization holds, in the order given.
std::vector<View> HeldViews(const std::vector<clients::HeldRequest>& held, CommuneNames& communes);

// What is asked for by one request that is held.
View HeldView(const clients::HeldRequest& held, CommuneNames& communes);

}  // namespace entraide::web
