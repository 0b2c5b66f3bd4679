// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clients/cpp/requests_client.h"
#include "clients/web/communes.h"
#include "clients/web/view.h"

namespace entraide::web {

// Where a request stands, for whoever asked: its state and what comes next in words, who holds it,
// what was asked for, and its life so far.
void AddFollowed(const clients::FollowedRequest& followed, CommuneNames& communes, View& view);

// Whether whoever asked may still call it off.
bool IsOpen(const clients::FollowedRequest& followed);

// Whether an organization may still have something to do for it.
bool IsInHand(common::v1::RequestState state);

// The word for a state, from the vocabulary `vocabulary`: "NEEDS_INFO" and so on.
std::string StateWord(absl::string_view vocabulary, common::v1::RequestState state);

}  // namespace entraide::web
