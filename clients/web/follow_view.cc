// SPDX-License-Identifier: EUPL-1.2
#include "clients/web/follow_view.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "clients/web/details_view.h"
#include "clients/web/format.h"
#include "clients/web/messages.h"

namespace entraide::web {
namespace {

using common::v1::RequestState;
using common::v1::RequestStatus;

std::string ReasonWord(absl::string_view reason) {
  if (HasWord("rule", reason)) return Word("rule", reason);
  return HasWord("reason", reason) ? Word("reason", reason) : std::string();
}

View StepView(const common::v1::HistoryEntry& entry) {
  View view;
  const std::string action = absl::StrCat(entry.role(), ".", entry.action());
  view.Text("moment", Moment(entry.time()))
      .Text("iso", FormatIso(ToTime(entry.time())))
      .Text("done",
            HasWord("action", action) ? Word("action", action) : StateWord("state", entry.state()))
      .Text("why", ReasonWord(entry.reason()));
  return view;
}

// What the holder proposes to change, for the answer to it.
View ChangeView(const clients::FollowedRequest& followed, CommuneNames& communes) {
  const auto& until = followed.status.pending_change().expire_time();
  View view;
  view.Text("change_until", Moment(until))
      .Text("change_until_iso", FormatIso(ToTime(until)))
      .List("lines", DetailsView(*followed.proposed, communes));
  return view;
}

bool AsksToAgree(const clients::FollowedRequest& followed) {
  const common::v1::PendingChange& change = followed.status.pending_change();
  return followed.proposed.has_value() && change.side() == common::v1::PendingChange::SIDE_HOLDER;
}

}  // namespace

bool IsOpen(const clients::FollowedRequest& followed) {
  switch (followed.status.state()) {
    case common::v1::REQUEST_STATE_SUBMITTED:
    case common::v1::REQUEST_STATE_NEEDS_INFO:
    case common::v1::REQUEST_STATE_SEARCHING:
    case common::v1::REQUEST_STATE_ACCEPTED:
    case common::v1::REQUEST_STATE_WAITLISTED:
    case common::v1::REQUEST_STATE_CONFIRMED:
    case common::v1::REQUEST_STATE_SCHEDULED:
    case common::v1::REQUEST_STATE_RESERVED:
    case common::v1::REQUEST_STATE_BOOKED:
      return true;
    case common::v1::REQUEST_STATE_QUOTED:  // A vehicle that is quoted for is in the workshop.
      return clients::TradeOf(followed.details) == clients::Trade::kHomeHelp;
    default:
      return false;
  }
}

bool IsInHand(RequestState state) {
  switch (state) {
    case common::v1::REQUEST_STATE_SUBMITTED:
    case common::v1::REQUEST_STATE_UNMET:
    case common::v1::REQUEST_STATE_TURNED_DOWN:
    case common::v1::REQUEST_STATE_CANCELLED:
    case common::v1::REQUEST_STATE_EXPIRED:
    case common::v1::REQUEST_STATE_COMPLETED:
    case common::v1::REQUEST_STATE_NO_SHOW:
    case common::v1::REQUEST_STATE_MISSED:
    case common::v1::REQUEST_STATE_SETTLED:
    case common::v1::REQUEST_STATE_REPORTED:
    case common::v1::REQUEST_STATE_HANDED_OVER:
      return false;
    default:
      return true;
  }
}

std::string StateWord(absl::string_view vocabulary, RequestState state) {
  const std::string name = common::v1::RequestState_Name(state);
  return Word(vocabulary, absl::StripPrefix(name, "REQUEST_STATE_"));
}

void AddFollowed(const clients::FollowedRequest& followed, CommuneNames& communes, View& view) {
  const RequestStatus& status = followed.status;
  std::vector<View> history;
  for (const auto& entry : status.history()) history.push_back(StepView(entry));
  const std::string why = status.blocking_rule().empty() ? status.reason() : status.blocking_rule();
  const bool holds =
      IsInHand(status.state()) || status.state() == common::v1::REQUEST_STATE_COMPLETED;
  std::vector<View> lines;
  AddLine(lines, Message("line_kind"), Word("kind", status.kind()));
  AddLine(lines, Message("line_commune"), communes.Of(status.residence_commune()));
  for (View& line : DetailsView(followed.details, communes)) lines.push_back(std::move(line));
  if (followed.other_leg.has_value()) {
    AddLine(lines, Message("line_return_state"), StateWord("state", followed.other_leg->state()));
  }
  view.Text("state", common::v1::RequestState_Name(status.state()))
      .Text("state_word", StateWord("state", status.state()))
      .Text("next", StateWord("state_next", status.state()))
      .Text("why", ReasonWord(why))
      .Text("holder", holds ? status.held_by_display_name() : "")
      .Text("holder_phone", FormatPhone(status.held_by_phone()))
      .Text("holder_phone_link", status.held_by_phone())
      .Text("asked", status.asked_count() > 0
                         ? Message(status.asked_count() == 1 ? "asked_one" : "asked_many",
                                   {{"count", absl::StrCat(status.asked_count())}})
                         : "")
      .Text("filed", Moment(status.create_time()))
      .ShowIf("open", IsOpen(followed))
      .Text("wait_place",
            status.wait_place() > 0 ? absl::StrCat(status.wait_place()) : std::string())
      .ShowIf("has_history", !history.empty())
      .List("lines", std::move(lines))
      .List("history", std::move(history));
  if (AsksToAgree(followed)) view.With("change_asked", ChangeView(followed, communes));
}

}  // namespace entraide::web
