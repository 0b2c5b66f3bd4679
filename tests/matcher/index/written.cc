// SPDX-License-Identifier: EUPL-1.2
#include "tests/matcher/index/written.h"

#include <variant>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace entraide::matcher::index {
namespace {

struct WriteChange {
  std::string operator()(const MoreNotice& change) const {
    return absl::StrCat("notice ", absl::FormatDuration(change.missing));
  }
  std::string operator()(const AskLater& change) const {
    return absl::StrCat("later ", absl::FormatTime(change.from));
  }
  std::string operator()(const OtherDay& change) const { return absl::StrCat("day ", change.days); }
  std::string operator()(const AddCommunes& change) const {
    std::string text = absl::StrCat("add ", absl::FormatDuration(change.from_zone));
    for (const CommuneIndex commune : change.communes) {
      absl::StrAppend(&text, " ", static_cast<int>(commune));
    }
    return absl::StrCat(text, " from ", static_cast<int>(change.nearest_served));
  }
  std::string operator()(const MoreSeats& change) const {
    return absl::StrCat("seats ", change.missing);
  }
  std::string operator()(const AddPurpose& change) const { return "purpose " + change.purpose; }
  std::string operator()(const MeetNeed& change) const { return "meet " + change.need; }
  template <typename Other>
  std::string operator()(const Other&) const {
    return "";
  }
};

}  // namespace

std::string Written(const Candidate& candidate) {
  std::string text =
      absl::StrCat(candidate.offer.value, "/", candidate.volunteer.value_or(VolunteerId{}).value,
                   " of ", candidate.organization.value, " ", candidate.external ? "external " : "",
                   static_cast<int>(candidate.intake), " ", candidate.score, " waits for ",
                   absl::StrJoin(candidate.missing_facts, ","));
  for (const Term& term : candidate.terms) {
    absl::StrAppend(&text, " ", term.name, "=", term.value, "x", term.weight);
  }
  if (candidate.last_asked.has_value()) {
    absl::StrAppend(&text, " asked ", absl::FormatTime(*candidate.last_asked));
  }
  for (const TusFinding finding : candidate.legal_findings) {
    absl::StrAppend(&text, " ", Code(finding));
  }
  return text + "\n";
}

std::string Written(const MatchResult& result) {
  std::string text = absl::StrCat("weights ", result.weights_version, "\n");
  for (const Candidate& one : result.candidates) absl::StrAppend(&text, Written(one));
  absl::StrAppend(&text, "conditional\n");
  for (const Candidate& one : result.conditional) absl::StrAppend(&text, Written(one));
  if (result.blocking_rule.has_value()) {
    absl::StrAppend(&text, "blocked by ", Code(*result.blocking_rule), "\n");
  }
  for (const RefusalCount& refusal : result.refusals) {
    absl::StrAppend(&text, Code(refusal.rule), " ", refusal.count, " ", refusal.volunteer_count,
                    "\n");
  }
  for (const Question& question : result.questions) {
    absl::StrAppend(&text, question.fact, "? ", question.candidate_count, "\n");
  }
  for (const NearMiss& miss : result.near_misses) {
    absl::StrAppend(&text, "nearly ", miss.offer.value, " ", miss.organization.value, " ",
                    Code(miss.rule), " ", miss.change.index(), " ",
                    std::visit(WriteChange(), miss.change), "\n");
  }
  for (const Substitute& other : result.substitutes) {
    absl::StrAppend(&text, "or ", other.kind, " ", other.purpose, " ", Written(other.candidate));
  }
  return text;
}

}  // namespace entraide::matcher::index
