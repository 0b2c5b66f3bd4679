// SPDX-License-Identifier: EUPL-1.2
#include "clients/web/inbox.h"

#include <array>
#include <utility>

#include "absl/algorithm/container.h"
#include "clients/web/details_view.h"
#include "clients/web/follow_view.h"
#include "clients/web/format.h"

namespace entraide::web {
namespace {

using clients::HeldRequest;
using clients::Trade;

constexpr std::array<std::pair<absl::string_view, Trade>, 3> kServices = {
    {{"trajets", Trade::kRides}, {"garage", Trade::kGarage}, {"domicile", Trade::kHomeHelp}}};

struct Wanted {
  std::optional<absl::Time> operator()(const rides::v1::RideDetails& ride) const {
    return ToTime(ride.pickup_time());
  }
  std::optional<absl::Time> operator()(const garage::v1::JobDetails& job) const {
    const auto day = ParseDay(job.needed_by_date());
    if (!day.has_value()) return std::nullopt;
    return absl::FromCivil(*day + 1, Paris());
  }
  std::optional<absl::Time> operator()(const homehelp::v1::VisitDetails& visit) const {
    if (!visit.has_start_time()) return std::nullopt;
    return ToTime(visit.start_time());
  }
};

// Whose turn it is as far as the state says.
Turn TurnIn(common::v1::RequestState state) {
  if (!IsInHand(state)) return Turn::kOver;
  switch (state) {
    case common::v1::REQUEST_STATE_NEEDS_INFO:
    case common::v1::REQUEST_STATE_WAITLISTED:
    case common::v1::REQUEST_STATE_QUOTED:
    case common::v1::REQUEST_STATE_FUNDING:
      return Turn::kTheirs;
    default:
      return Turn::kOurs;
  }
}

void Sort(const InboxFilter& filter, Inbox& inbox) {
  absl::c_stable_sort(inbox.offers, [](const auto& a, const auto& b) {
    return ToTime(a.offer.expire_time()) < ToTime(b.offer.expire_time());
  });
  absl::c_stable_sort(inbox.held, [&](const HeldRequest& a, const HeldRequest& b) {
    if (filter.over) {
      return ToTime(b.request.update_time()) < ToTime(a.request.update_time());
    }
    return WantedAt(a.details).value_or(absl::InfiniteFuture()) <
           WantedAt(b.details).value_or(absl::InfiniteFuture());
  });
}

}  // namespace

InboxFilter ReadFilter(const http::Form& form) {
  InboxFilter filter{.over = form.ValueOr("voir", "") == "terminees"};
  const std::string service = form.ValueOr("service", "");
  for (const auto& [name, trade] : kServices) {
    if (name == service) filter.trade = trade;
  }
  return filter;
}

absl::StatusOr<Inbox> ReadInbox(const Site& site, const std::string& token,
                                const InboxFilter& filter) {
  Inbox inbox;
  for (const Trade trade : {Trade::kRides, Trade::kGarage, Trade::kHomeHelp}) {
    if (!filter.Asks(trade)) continue;
    auto offers = filter.over ? std::vector<clients::AskedOffer>()
                              : site.requests->ListOffers(trade, site.ForSession(token));
    auto held = site.requests->ListHeld(trade, site.ForSession(token));
    for (const absl::Status& status : {offers.status(), held.status()}) {
      if (absl::IsPermissionDenied(status) || absl::IsUnauthenticated(status)) return status;
      if (!status.ok()) inbox.is_partial = true;
    }
    if (offers.ok()) absl::c_move(*offers, std::back_inserter(inbox.offers));
    if (!held.ok()) continue;
    for (HeldRequest& one : *held) {
      const bool over = TurnIn(one.request.state()) == Turn::kOver;
      if (over == filter.over) inbox.held.push_back(std::move(one));
    }
  }
  Sort(filter, inbox);
  return inbox;
}

std::optional<absl::Time> WantedAt(const clients::Details& details) {
  return std::visit(Wanted{}, details);
}

Turn TurnOf(const HeldRequest& held, absl::Time now) {
  const Turn turn = TurnIn(held.request.state());
  const bool past = WantedAt(held.details).value_or(absl::InfiniteFuture()) < now;
  return past && (turn == Turn::kOurs || turn == Turn::kTheirs) ? Turn::kLate : turn;
}

}  // namespace entraide::web
