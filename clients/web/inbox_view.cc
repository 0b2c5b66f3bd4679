// SPDX-License-Identifier: EUPL-1.2
#include "clients/web/inbox_view.h"

#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "clients/web/csv.h"
#include "clients/web/details_view.h"
#include "clients/web/follow_view.h"
#include "clients/web/format.h"
#include "clients/web/held_steps.h"
#include "clients/web/messages.h"
#include "services/platform/base/uuid.h"

namespace entraide::web {
namespace {

template <typename Needs>
std::string NeedWords(const Needs& needs) {
  return absl::StrJoin(needs, ", ", [](std::string* out, const std::string& need) {
    out->append(HasWord("needs", need) ? Word("needs", need) : Word("home_needs", need));
  });
}

// The two terms that weigh most in favour of this organization: "why us?".
std::string WhyUs(const common::v1::Offer& offer) {
  std::vector<std::pair<int64_t, std::string>> terms;
  for (const auto& term : offer.terms()) {
    if (!HasWord("term", term.term())) continue;
    terms.emplace_back(-int64_t{term.value()} * term.weight(), Word("term", term.term()));
  }
  absl::c_sort(terms);
  if (terms.size() > 2) terms.resize(2);
  return absl::StrJoin(terms, ", ",
                       [](std::string* out, const auto& term) { out->append(term.second); });
}

View OfferView(const clients::AskedOffer& asked, CommuneNames& communes) {
  const common::v1::Offer& offer = asked.offer;
  std::vector<View> lines;
  AddLine(lines, Message("line_commune"), communes.Of(offer.residence_commune()));
  for (View& line : DetailsView(asked.details, communes)) lines.push_back(std::move(line));
  AddLine(lines, Message("line_needs"), NeedWords(offer.needs()));
  AddLine(lines, Message("line_note"), offer.note_public());
  AddLine(lines, Message("line_why_us"), WhyUs(offer));
  View view;
  view.Text("name", asked.name)
      .Text("kind", Word("kind", offer.kind()))
      .Text("commune_name", communes.Of(offer.residence_commune()))
      .Text("before", Moment(offer.expire_time()))
      .Text("before_iso", FormatIso(ToTime(offer.expire_time())))
      .Text("request_id", NewUuid())
      .List("lines", std::move(lines));
  return view;
}

// What follows from its state, beside what was asked for.
void AddStanding(const common::v1::RequestView& request, std::vector<View>& lines) {
  if (request.wait_place() > 0) {
    AddLine(lines, Message("line_wait_place"), absl::StrCat(request.wait_place()));
  }
  AddLine(lines, Message("line_question"), request.question());
  AddLine(lines, Message("line_answer"), request.answer());
}

std::string ReasonWord(absl::string_view reason) {
  for (const absl::string_view vocabulary :
       {"rule", "reason", "cancel_reason", "waitlist_reason", "turn_down_reason"}) {
    if (HasWord(vocabulary, reason)) return Word(vocabulary, reason);
  }
  return "";
}

View SectionView(absl::string_view name, std::vector<View> offers, std::vector<View> held) {
  const size_t count = offers.size() + held.size();
  View view;
  view.Text("section", name)
      .Text("section_title", Word("inbox_section", name))
      .Text("section_empty", count == 0 ? Word("inbox_empty", name) : "")
      .Text("section_count",
            count < 2 ? "" : Message("inbox_count", {{"count", absl::StrCat(count)}}))
      .List("offers", std::move(offers))
      .List("held", std::move(held));
  return view;
}

std::vector<View> HeldViews(const Inbox& inbox, Turn turn, absl::Time now, CommuneNames& communes) {
  std::vector<View> views;
  for (const clients::HeldRequest& held : inbox.held) {
    if (TurnOf(held, now) == turn) views.push_back(HeldView(held, communes));
  }
  return views;
}

}  // namespace

std::vector<View> SectionViews(const Inbox& inbox, const InboxFilter& filter, absl::Time now,
                               CommuneNames& communes) {
  if (filter.over) return {SectionView("over", {}, HeldViews(inbox, Turn::kOver, now, communes))};
  std::vector<View> offers;
  for (const clients::AskedOffer& offer : inbox.offers) {
    offers.push_back(OfferView(offer, communes));
  }
  std::vector<View> sections = {SectionView("offers", std::move(offers), {})};
  constexpr std::pair<absl::string_view, Turn> kTurns[] = {
      {"late", Turn::kLate}, {"ours", Turn::kOurs}, {"theirs", Turn::kTheirs}};
  for (const auto& [name, turn] : kTurns) {
    std::vector<View> held = HeldViews(inbox, turn, now, communes);
    if (!held.empty() || turn == Turn::kOurs) {
      sections.push_back(SectionView(name, {}, std::move(held)));
    }
  }
  return sections;
}

View HeldView(const clients::HeldRequest& held, CommuneNames& communes) {
  const common::v1::RequestView& request = held.request;
  std::vector<View> lines;
  AddLine(lines, Message("line_commune"), communes.Of(request.residence_commune()));
  for (View& line : DetailsView(held.details, communes)) lines.push_back(std::move(line));
  AddLine(lines, Message("line_needs"), NeedWords(request.needs()));
  AddLine(lines, Message("line_note"), request.note_public());
  AddLine(lines, Message("line_note_private"), request.note_private());
  AddLine(lines, Message("line_assignee"), held.serving.assignee());
  if (held.other_leg.has_value()) {
    AddLine(lines, Message("line_other_leg"),
            absl::StrCat(Moment(held.other_leg->pickup_time()), ", ",
                         StateWord("state", held.other_leg->state())));
  }
  // Nobody goes to a garage's client: there is nobody to assign.
  const bool is_job = clients::TradeOfName(held.name) == clients::Trade::kGarage;
  const bool is_accepted = request.state() == common::v1::REQUEST_STATE_ACCEPTED;
  const bool is_awaited = request.state() == common::v1::REQUEST_STATE_CONFIRMED ||
                          request.state() == common::v1::REQUEST_STATE_IN_PROGRESS;
  AddStanding(request, lines);
  std::vector<View> proposed;
  if (held.proposed.has_value()) proposed = DetailsView(*held.proposed, communes);
  const bool over = TurnOf(held, absl::InfinitePast()) == Turn::kOver;
  View view;
  view.Text("name", held.name)
      .Text("etag", held.etag)
      .Text("kind", Word("kind", request.kind()))
      .Text("commune_name", communes.Of(request.residence_commune()))
      .Text("state", common::v1::RequestState_Name(request.state()))
      .Text("state_word", StateWord("held_state", request.state()))
      .Text("why", ReasonWord(request.reason()))
      .Text("since", Moment(request.update_time()))
      .Text("request_id", NewUuid())
      .ShowIf("reachable", !over)
      .ShowIf("assignable", is_accepted && !is_job)
      .ShowIf("completable", is_awaited || (is_accepted && is_job))
      .List("lines", std::move(lines))
      .List("steps", StepViews(held));
  if (!proposed.empty()) {
    View change;
    change.List("lines", std::move(proposed));
    view.With("change_asked", std::move(change));
  }
  return view;
}

std::string InboxCsv(const Inbox& inbox, CommuneNames& communes) {
  std::string csv = absl::StrCat(kCsvMark, Message("inbox_csv_header"), "\r\n");
  const auto moment = [](std::optional<absl::Time> time) {
    return time.has_value() ? absl::FormatTime("%Y-%m-%d %H:%M", *time, Paris()) : std::string();
  };
  for (const clients::AskedOffer& asked : inbox.offers) {
    csv += CsvLine({CsvText(asked.name), CsvText(Word("kind", asked.offer.kind())),
                    CsvText(communes.Of(asked.offer.residence_commune())),
                    CsvText(Word("inbox_section", "offers")), moment(WantedAt(asked.details)),
                    moment(ToTime(asked.offer.create_time())),
                    moment(ToTime(asked.offer.create_time()))});
  }
  for (const clients::HeldRequest& held : inbox.held) {
    csv += CsvLine({CsvText(held.name), CsvText(Word("kind", held.request.kind())),
                    CsvText(communes.Of(held.request.residence_commune())),
                    CsvText(StateWord("held_state", held.request.state())),
                    moment(WantedAt(held.details)), moment(ToTime(held.request.create_time())),
                    moment(ToTime(held.request.update_time()))});
  }
  return csv;
}

}  // namespace entraide::web
