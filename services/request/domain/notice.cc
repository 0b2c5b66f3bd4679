// SPDX-License-Identifier: EUPL-1.2
#include "services/request/domain/notice.h"

#include "absl/algorithm/container.h"
#include "services/request/domain/sets.h"

namespace entraide::request {
namespace {

// Those whose question was put, or taken back, at the instant of `line`.
std::vector<OrganizationId> AskedAt(const Task& task, const HistoryLine& line) {
  std::vector<OrganizationId> asked;
  for (const Offer& offer : task.offers) {
    const bool put = offer.create_time == line.time;
    const bool taken_back = offer.state == OfferState::kRescinded && offer.update_time == line.time;
    if ((put || taken_back) && offer.organization != task.request.held_by &&
        !absl::c_linear_search(asked, offer.organization)) {
      asked.push_back(offer.organization);
    }
  }
  return asked;
}

}  // namespace

Audience AudienceOf(const Task& task, const HistoryLine& line) {
  constexpr States kSilent = {State::kSubmitted, State::kSearching};
  const bool by_requester = line.role == Role::kRequester;
  const bool by_system = line.role == Role::kSystem;
  Audience audience{.asked = AskedAt(task, line)};
  // That it arrived, that it is over, and all that others do; that others are being asked goes
  // without saying, unless somebody gave it back.
  audience.person = line.action == "create" || line.action == "cancel" ||
                    (!by_requester && !(by_system && kSilent.Has(line.state)));
  // It is the holder's to mend.
  if (line.action == "alert") audience.person = false;
  audience.filer = audience.person && line.action != "create";
  // It knows what it did itself; whom the system reminds is not its affair.
  audience.holder = by_requester || (by_system && line.action != "remind");
  audience.filer = audience.filer && task.request.filed_by.has_value();
  audience.holder = audience.holder && task.request.held_by.has_value();
  return audience;
}

}  // namespace entraide::request
