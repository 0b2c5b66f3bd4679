// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "clients/cli/explain/sentences.h"
#include "clients/cli/explain/terms.h"
#include "clients/cli/explain/words.h"

namespace entraide::cli {
namespace {

using common::v1::Refusal;
using matcher::v1::Candidate;
using matcher::v1::MatchResponse;
using matcher::v1::NearMiss;

constexpr int kShown = 10;

std::string NameOf(const Candidate& candidate) {
  return absl::StrCat(candidate.organization_display_name(), candidate.demo() ? " (exemple)" : "");
}

std::string Minutes(int minutes) {
  return minutes == 0 ? "sur place" : absl::StrCat("à ", minutes, " min");
}

// What ranks it; without scores, what anybody may know of it.
std::string Merits(const Candidate& candidate) {
  if (!candidate.terms().empty()) return TermsInFrench(candidate.terms(), candidate.kind());
  std::vector<std::string> known = {Minutes(candidate.travel_minutes())};
  known.insert(known.end(), candidate.price_texts().begin(), candidate.price_texts().end());
  return absl::StrJoin(known, ", ");
}

std::string Remarks(const Candidate& candidate) {
  std::string text;
  if (candidate.waiting_list()) absl::StrAppend(&text, " Sur liste d'attente.");
  if (!candidate.external_url().empty()) {
    absl::StrAppend(&text, " Se demande ailleurs : ", candidate.external_url());
  }
  return text;
}

// Why it comes after the one before it.
std::string Behind(const Candidate& candidate, const Candidate& before) {
  if (candidate.terms().empty()) return "";
  if (candidate.score() == before.score()) {
    return absl::StrCat(" À égalité avec ", NameOf(before), " : l'ordre est alors fixe.");
  }
  const std::string because = BehindBecause(candidate.terms(), before.terms());
  if (because.empty()) return "";
  return absl::StrCat(" Ce qui la place derrière ", NameOf(before), " : surtout ", because, ".");
}

std::string Points(const Candidate& candidate, bool first) {
  if (candidate.terms().empty()) return "";
  return absl::StrCat(" (", Number(candidate.score()),
                      first ? " points sur " + Number(10'000) : std::string(" points"), ")");
}

std::string Ranked(const MatchResponse& match) {
  if (match.candidates().empty()) return "";
  std::string text = "Qui peut servir, dans l'ordre :\n";
  const int shown = std::min(kShown, match.candidates_size());
  for (int i = 0; i < shown; ++i) {
    const Candidate& one = match.candidates(i);
    absl::StrAppend(&text, "  ", i + 1, ". ", NameOf(one), i == 0 ? " vient en premier" : " suit",
                    Points(one, i == 0), " : ", Merits(one), ".",
                    i == 0 ? "" : Behind(one, match.candidates(i - 1)), Remarks(one), "\n");
  }
  const int others = match.candidates_size() - shown;
  if (others > 0) absl::StrAppend(&text, "  Et ", Count(others, "autre", "autres"), ".\n");
  return text;
}

std::string Facts(const Candidate& candidate) {
  return absl::StrJoin(candidate.missing_facts(), ", ", [](std::string* out, const auto& fact) {
    absl::StrAppend(out, FactInFrench(fact));
  });
}

std::string Conditional(const MatchResponse& match) {
  if (match.conditional_candidates().empty()) return "";
  std::string text = "Qui pourrait servir, selon ce que la personne dira :\n";
  for (const Candidate& one : match.conditional_candidates()) {
    absl::StrAppend(&text, "  - ", NameOf(one), Points(one, false), " demande : ", Facts(one), ".",
                    Remarks(one), "\n");
  }
  return text;
}

std::string Refused(const MatchResponse& match) {
  std::vector<Refusal> most;
  for (const Refusal& one : match.refusals()) {
    if (one.offer_count() > 0) most.push_back(one);
  }
  if (most.empty()) return "";
  std::stable_sort(most.begin(), most.end(), [](const Refusal& a, const Refusal& b) {
    return a.offer_count() > b.offer_count();
  });
  std::string text = "Pourquoi pas les autres :\n";
  for (const Refusal& one : most) {
    absl::StrAppend(&text, "  - ", RefusalInFrench(one.rule(), one.offer_count()), "\n");
  }
  return text;
}

std::string CommuneOf(const std::string& code, const CommuneNames& names) {
  const auto found = names.find(code);
  return found == names.end() || found->second.empty() ? code : found->second;
}

// "aiderait si ...".
std::string ChangeOf(const NearMiss& miss, const CommuneNames& names) {
  if (miss.rule() == "ZONE_NOT_SERVED") {
    const std::string from =
        miss.nearest_served_commune().empty()
            ? ""
            : absl::StrCat(", depuis ", CommuneOf(miss.nearest_served_commune(), names));
    return absl::StrCat("desservirait si sa zone venait jusqu'ici (",
                        Count(miss.minutes_from_zone(), "min", "min"), " de sa zone", from, ")");
  }
  if (miss.missing_notice_hours() > 0) {
    return absl::StrCat("aiderait si la demande venait ",
                        Count(miss.missing_notice_hours(), "heure", "heures"), " plus tôt");
  }
  if (miss.later_days() > 0) {
    return absl::StrCat("aiderait ", Count(miss.later_days(), "jour", "jours"),
                        " plus tard, aux mêmes heures");
  }
  if (miss.has_ask_from_time()) {
    return absl::StrCat("aiderait si on lui redemandait à partir du ",
                        WhenInFrench(miss.ask_from_time()));
  }
  if (miss.missing_seats() > 0) {
    return absl::StrCat("aiderait avec ", Count(miss.missing_seats(), "place", "places"),
                        " de plus");
  }
  if (miss.rule() == "PRESCRIBER_REQUIRED")
    return "aiderait si un professionnel déposait la demande";
  if (miss.rule() == "MEMBERSHIP_REQUIRED") return "aiderait après adhésion";
  if (miss.rule() == "DOCUMENT_EXPIRED") return "aiderait une fois un document renouvelé";
  if (miss.rule() == "NOT_ADMITTED") return "aiderait une fois son bénévole accepté";
  if (miss.rule() == "NO_CAPACITY") return "aiderait si une place se libérait";
  if (miss.rule() == "PURPOSE_NOT_SERVED") return "aiderait si ce motif ou ce véhicule était pris";
  return absl::StrCat("n'est écartée que par une règle : ", RefusalInFrench(miss.rule(), 1));
}

std::string Nearest(const MatchResponse& match, const CommuneNames& names) {
  std::string text;
  for (int i = 0; i < match.near_misses_size(); ++i) {
    const NearMiss& miss = match.near_misses(i);
    absl::StrAppend(&text, i == 0 ? "Le plus proche : " : "Ensuite : ", NameOf(miss.candidate()),
                    " ", ChangeOf(miss, names), ".\n");
  }
  return text;
}

std::string Instead(const MatchResponse& match) {
  if (match.substitutes().empty()) return "";
  std::string text = "À la place, pour une autre demande :\n";
  for (const Candidate& one : match.substitutes()) {
    const std::string facts =
        one.missing_facts().empty() ? "" : absl::StrCat(", et demande : ", Facts(one));
    absl::StrAppend(&text, "  - ", KindInFrench(one.kind()), " : ", NameOf(one), ", ",
                    Minutes(one.travel_minutes()), facts, ".", Remarks(one), "\n");
  }
  return text;
}

}  // namespace

void AddCommunesOf(const MatchResponse& match, CommuneNames& names) {
  for (const NearMiss& miss : match.near_misses()) {
    if (!miss.nearest_served_commune().empty()) names[miss.nearest_served_commune()];
  }
}

std::string ExplainMatch(const MatchResponse& match, const CommuneNames& names) {
  std::string text;
  if (match.candidates().empty() && match.conditional_candidates().empty()) {
    text =
        absl::StrCat("Personne ne peut servir : ", BlockingInFrench(match.blocking_rule()), ".\n");
  }
  absl::StrAppend(&text, Ranked(match), Conditional(match), Refused(match), Nearest(match, names),
                  Instead(match));
  return text;
}

}  // namespace entraide::cli
