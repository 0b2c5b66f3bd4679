// SPDX-License-Identifier: EUPL-1.2
#include "clients/web/answer_view.h"

#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/strip.h"
#include "clients/web/format.h"
#include "clients/web/messages.h"

namespace entraide::web {
namespace {

using matcher::v1::Candidate;
using matcher::v1::NearMiss;

std::vector<View> Lines(const google::protobuf::RepeatedPtrField<std::string>& texts) {
  std::vector<View> lines;
  for (const std::string& text : texts) lines.push_back(View().Text("line", text));
  return lines;
}

// The facts it asks for, as their questions.
std::string Conditions(const Candidate& candidate) {
  return absl::StrJoin(candidate.missing_facts(), ", ", [](std::string* out, const auto& fact) {
    absl::StrAppend(out, Word("fact", fact));
  });
}

View CandidateView(const Candidate& candidate, CommuneNames& communes) {
  View view;
  const absl::string_view url = candidate.external_url();
  const bool is_web = absl::StartsWith(url, "https://") || absl::StartsWith(url, "http://");
  view.Text("organization", candidate.organization_display_name())
      .Text("organization_id", absl::StripPrefix(candidate.organization(), "organizations/"))
      .Text("offer", candidate.service_offer_display_name())
      .Text("kind", Word("kind", candidate.kind()))
      .Text("place", candidate.organization_commune().empty()
                         ? ""
                         : communes.Of(candidate.organization_commune()))
      .Text("travel",
            candidate.travel_minutes() > 0
                ? Message("travel_away", {{"minutes", FormatMinutes(candidate.travel_minutes())}})
                : Message("travel_here"))
      .Text("phone", FormatPhone(candidate.organization_phone()))
      .Text("phone_link", candidate.organization_phone())
      .Text("conditions", Conditions(candidate))
      .Text("external_url", is_web ? url : "")
      .ShowIf("waiting_list", candidate.waiting_list())
      .ShowIf("demo", candidate.demo())
      .ShowIf("has_prices", !candidate.price_texts().empty())
      .List("prices", Lines(candidate.price_texts()));
  return view;
}

std::vector<View> CandidateViews(const google::protobuf::RepeatedPtrField<Candidate>& candidates,
                                 CommuneNames& communes) {
  std::vector<View> views;
  for (const Candidate& candidate : candidates) {
    views.push_back(CandidateView(candidate, communes));
  }
  return views;
}

// What would have to change, in words.
std::string ChangeOf(const NearMiss& miss, CommuneNames& communes) {
  if (miss.rule() == "ZONE_NOT_SERVED" && !miss.nearest_served_commune().empty()) {
    return Message("near_miss_zone", {{"commune", communes.Of(miss.nearest_served_commune())},
                                      {"minutes", FormatMinutes(miss.minutes_from_zone())}});
  }
  if (miss.rule() == "NOTICE_TOO_SHORT" && miss.missing_notice_hours() > 0) {
    return Message("near_miss_notice", {{"hours", absl::StrCat(miss.missing_notice_hours())}});
  }
  return Word("rule", miss.rule());
}

}  // namespace

View AnswerView(const matcher::v1::MatchResponse& match, CommuneNames& communes) {
  View view;
  std::vector<View> misses;
  for (const NearMiss& miss : match.near_misses()) {
    View one = CandidateView(miss.candidate(), communes);
    one.Text("change", ChangeOf(miss, communes));
    misses.push_back(std::move(one));
  }
  const bool nobody = match.candidates().empty();
  const bool elsewhere = !nobody && absl::c_all_of(match.candidates(), [](const Candidate& one) {
    return !one.external_url().empty();
  });
  view.ShowIf("nobody", nobody && match.conditional_candidates().empty())
      .ShowIf("has_candidates", !nobody)
      .ShowIf("elsewhere", elsewhere)
      .Text("candidate_count", absl::StrCat(match.candidates_size()))
      .ShowIf("one_candidate", match.candidates_size() == 1)
      .ShowIf("has_conditional", !match.conditional_candidates().empty())
      .ShowIf("has_near_misses", !misses.empty())
      .ShowIf("has_substitutes", !match.substitutes().empty())
      .Text("why_nobody", match.blocking_rule().empty() ? "" : Word("rule", match.blocking_rule()))
      .List("candidates", CandidateViews(match.candidates(), communes))
      .List("conditional", CandidateViews(match.conditional_candidates(), communes))
      .List("near_misses", std::move(misses))
      .List("substitutes", CandidateViews(match.substitutes(), communes));
  return view;
}

}  // namespace entraide::web
