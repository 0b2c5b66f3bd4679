// SPDX-License-Identifier: EUPL-1.2
#include "services/notify/domain/link.h"

#include <algorithm>
#include <array>

namespace entraide::notify {
namespace {

constexpr absl::Duration kThreeMonths = absl::Hours(90 * 24);

// Letters about something that the person can still call off.
bool CanCancel(Letter letter) {
  constexpr std::array kCancellable = {
      Letter::kFiled,       Letter::kQuestion,  Letter::kAccepted,    Letter::kWaitlisted,
      Letter::kStillNeeded, Letter::kConfirmed, Letter::kAppointment, Letter::kLost,
      Letter::kChange,      Letter::kQuote};
  return std::find(kCancellable.begin(), kCancellable.end(), letter) != kCancellable.end();
}

}  // namespace

absl::string_view NameOf(LinkAction action) {
  return action == LinkAction::kCancel ? "CANCEL" : "UNSUBSCRIBE";
}

absl::string_view PathOf(LinkAction action) {
  return action == LinkAction::kCancel ? "annuler" : "desabonner";
}

std::vector<LinkAction> LinksOf(Letter letter, const Recipient& recipient) {
  std::vector<LinkAction> links;
  if (recipient.part == Part::kPerson && CanCancel(letter)) links.push_back(LinkAction::kCancel);
  if (!IsEssential(letter)) links.push_back(LinkAction::kUnsubscribe);
  return links;
}

absl::Time LinkEnd(LinkAction action, std::optional<absl::Time> start_time, absl::Time now) {
  if (action == LinkAction::kCancel && start_time.has_value()) return *start_time;
  return now + kThreeMonths;
}

}  // namespace entraide::notify
