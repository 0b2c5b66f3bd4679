// SPDX-License-Identifier: EUPL-1.2
#include "clients/cli/explain/terms.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "clients/cli/explain/words.h"
#include "clients/cpp/kinds.h"

namespace entraide::cli {
namespace {

using clients::Trade;
using common::v1::ScoreTerm;

constexpr int kBest = 10'000;

// What the matcher made a term of: a part of `most` in whole units, which it has rounded down to a
// 10,000th. Rounding up gives the unit back as long as there are fewer of them than 10,000.
int UnitsOf(int part, int most) { return (part * most + kBest - 1) / kBest; }

// Of a term that is 1 − x/most: x.
int Measure(const ScoreTerm& term, int most) { return UnitsOf(kBest - term.value(), most); }

// Likewise of a way or a wait, which the matcher knows in seconds: rounded once, as lists round.
int Minutes(const ScoreTerm& term, int most) {
  constexpr int kSeconds = 60;
  return (Measure(term, most * kSeconds) + kSeconds / 2) / kSeconds;
}

bool IsRide(absl::string_view kind) {
  return clients::TradeOfKind(kind) == std::optional(Trade::kRides);
}

std::string Detour(const ScoreTerm& term, absl::string_view kind) {
  const std::string what = IsRide(kind) ? " de route à vide" : "";
  const std::string at = IsRide(kind) ? "" : "à ";
  if (term.value() <= 0) return absl::StrCat(at, "une heure ou plus", what);
  const int minutes = Minutes(term, 60);
  if (minutes == 0) return IsRide(kind) ? "presque pas de route à vide" : "sur place";
  return absl::StrCat(at, minutes, " min", what);
}

std::string Wait(const ScoreTerm& term, absl::string_view kind) {
  if (IsRide(kind)) {
    if (term.value() >= kBest) return "sans attente pour le conducteur";
    return absl::StrCat(Minutes(term, 120), " min d'attente pour le conducteur");
  }
  const bool help = clients::TradeOfKind(kind) == std::optional(Trade::kHomeHelp);
  const int most = help ? 14 : 30;
  const int days = Measure(term, most);
  if (days == 0) return "possible dès aujourd'hui";
  if (days >= most) return absl::StrCat("pas avant ", most, " jours, ou sur liste d'attente");
  return absl::StrCat("première date dans ", Count(days, "jour", "jours"));
}

std::string Pairing(const ScoreTerm& term, absl::string_view /*kind*/) {
  return term.value() >= kBest ? "le même conducteur à l'aller et au retour"
                               : "pas le même conducteur au retour";
}

std::string Pooling(const ScoreTerm& term, absl::string_view /*kind*/) {
  return term.value() <= 0 ? "" : absl::StrCat(term.value() / 100, " % de la route partagée");
}

std::string Continuity(const ScoreTerm& term, absl::string_view /*kind*/) {
  if (term.value() >= kBest) return "connaît déjà la personne";
  return term.value() > 0 ? "déjà venu dans la commune" : "";
}

std::string Fairness(const ScoreTerm& term, absl::string_view /*kind*/) {
  return term.value() >= kBest / 2 ? "peu sollicité ces temps-ci"
                                   : "déjà beaucoup sollicité ces temps-ci";
}

std::string Reactivity(const ScoreTerm& term, absl::string_view /*kind*/) {
  if (term.value() == kBest / 2) return "pas encore de réponses passées à juger";
  return term.value() > kBest / 2 ? "répond vite d'habitude" : "répond lentement d'habitude";
}

std::string Margin(const ScoreTerm& term, absl::string_view /*kind*/) {
  if (term.value() >= kBest) return "une heure de marge ou plus";
  return absl::StrCat(UnitsOf(term.value(), 60), " min de marge");
}

std::string Cost(const ScoreTerm& term, absl::string_view /*kind*/) {
  if (term.value() >= kBest) return "gratuit";
  if (term.value() <= 0) return "au prix le plus haut de ceux qui peuvent";
  return absl::StrCat(term.value() / 100, " % moins cher que le plus cher");
}

std::string Preference(const ScoreTerm& term, absl::string_view /*kind*/) {
  if (term.value() >= kBest) return "tous les souhaits pris en compte";
  if (term.value() <= 0) return "aucun souhait pris en compte";
  return absl::StrCat(term.value() / 100, " % des souhaits pris en compte");
}

std::string Special(const ScoreTerm& term, absl::string_view /*kind*/) {
  return term.value() >= kBest ? "" : "un équipement rare roulerait sans servir";
}

std::string Scarcity(const ScoreTerm& term, absl::string_view /*kind*/) {
  const int others = Measure(term, 5);
  if (others == 0) return "";
  return absl::StrCat("seul à pouvoir servir ", Count(others, "autre demande", "autres demandes"));
}

std::string Freshness(const ScoreTerm& term, absl::string_view /*kind*/) {
  if (term.value() >= 8'000) return "fiche à jour";
  return term.value() >= 5'000 ? "fiche assez à jour" : "fiche incomplète ou ancienne";
}

struct Wording {
  absl::string_view term{};
  absl::string_view name{};
  std::string (*say)(const ScoreTerm&, absl::string_view kind) = nullptr;
};

constexpr Wording kWordings[] = {
    {"detour", "le trajet", Detour},
    {"wait", "l'attente", Wait},
    {"pairing", "l'aller-retour", Pairing},
    {"pooling", "le partage de la route", Pooling},
    {"continuity", "la continuité", Continuity},
    {"fairness", "l'équité entre bénévoles", Fairness},
    {"reactivity", "la rapidité de réponse", Reactivity},
    {"margin", "la marge d'horaire", Margin},
    {"cost", "le prix", Cost},
    {"preference", "les souhaits", Preference},
    {"special", "l'équipement rare", Special},
    {"scarcity", "les autres demandes", Scarcity},
    {"freshness", "la fiche", Freshness},
};

const Wording* Find(absl::string_view term) {
  const auto* const found = std::find_if(std::begin(kWordings), std::end(kWordings),
                                         [&](const Wording& one) { return one.term == term; });
  return found == std::end(kWordings) ? nullptr : found;
}

// What a term brings to its score, in points of 10,000.
int PointsOf(const Terms& terms, absl::string_view name) {
  int weights = 0;
  int points = 0;
  for (const ScoreTerm& term : terms) {
    weights += term.weight();
    if (term.term() == name) points = term.value() * term.weight();
  }
  return weights == 0 ? 0 : points / weights;
}

}  // namespace

std::string TermInFrench(const ScoreTerm& term, absl::string_view kind) {
  const Wording* const wording = Find(term.term());
  if (wording != nullptr) return wording->say(term, kind);
  return absl::StrCat(term.term(), " ", Number(term.value()), " sur ", Number(kBest));
}

std::string TermName(absl::string_view term) {
  const Wording* const wording = Find(term);
  return std::string(wording == nullptr ? term : wording->name);
}

std::string TermsInFrench(const Terms& terms, absl::string_view kind) {
  std::vector<ScoreTerm> weightiest(terms.begin(), terms.end());
  std::stable_sort(weightiest.begin(), weightiest.end(),
                   [](const ScoreTerm& a, const ScoreTerm& b) { return a.weight() > b.weight(); });
  std::vector<std::string> said;
  for (const ScoreTerm& term : weightiest) {
    const std::string text = TermInFrench(term, kind);
    if (!text.empty()) said.push_back(text);
  }
  return absl::StrJoin(said, ", ");
}

std::string BehindBecause(const Terms& behind, const Terms& before) {
  std::string most;
  int lost = 0;
  for (const ScoreTerm& term : before) {
    const int loss = PointsOf(before, term.term()) - PointsOf(behind, term.term());
    if (loss <= lost) continue;
    lost = loss;
    most = term.term();
  }
  if (most.empty()) return "";
  return absl::StrCat(TermName(most), " (−", Count(lost, "point", "points"), ")");
}

}  // namespace entraide::cli
