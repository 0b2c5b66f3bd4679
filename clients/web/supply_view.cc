// SPDX-License-Identifier: EUPL-1.2
#include "clients/web/supply_view.h"

#include <utility>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "clients/web/csv.h"
#include "clients/web/format.h"
#include "clients/web/messages.h"
#include "clients/web/supply_map.h"

namespace entraide::web {
namespace {

using coverage::v1::CommuneSupply;
using coverage::v1::GetSupplyResponse;
using coverage::v1::KindSummary;
using coverage::v1::KindSupply;

// "12 min", or "personne" where there is nobody to go to.
std::string Away(const KindSupply& supply) {
  return supply.has_nearest_minutes() ? FormatMinutes(supply.nearest_minutes()) : Message("none");
}

std::string AnyAway(const KindSupply& supply) {
  return supply.has_nearest_any_minutes() ? FormatMinutes(supply.nearest_any_minutes())
                                          : Message("none");
}

// The kinds that `wanted` organizations serve, in words.
std::string KindsServedBy(const GetSupplyResponse& all, const CommuneSupply& commune, int wanted) {
  std::vector<std::string> words;
  for (int i = 0; i < commune.supplies_size() && i < all.kinds_size(); ++i) {
    if (commune.supplies(i).organization_count() == wanted) {
      words.push_back(Word("kind", all.kinds(i)));
    }
  }
  return words.empty() ? Message("none_of_them") : absl::StrJoin(words, ", ");
}

View RowView(const GetSupplyResponse& supply, const CommuneSupply& commune) {
  View row;
  row.Text("commune_name", commune.display_name())
      .Text("population", FormatCount(commune.population()))
      .Text("level", LevelOf(commune));
  if (supply.kinds_size() == 1 && commune.supplies_size() == 1) {
    const KindSupply& only = commune.supplies(0);
    row.Text("level_word", Word("level_one", LevelOf(commune)))
        .Text("organizations", absl::StrCat(only.organization_count()))
        .Text("nearest", Away(only))
        .Text("nearest_any", AnyAway(only));
    return row;
  }
  row.Text("gap_count", absl::StrCat(commune.gap_count()))
      .Text("gaps", KindsServedBy(supply, commune, 0))
      .Text("fragile_count", absl::StrCat(commune.fragile_count()))
      .Text("fragiles", KindsServedBy(supply, commune, 1));
  return row;
}

// Those with the most people unserved first.
std::vector<View> SummaryViews(const GetSupplyResponse& supply) {
  std::vector<KindSummary> summaries(supply.summaries().begin(), supply.summaries().end());
  absl::c_stable_sort(summaries, [](const KindSummary& a, const KindSummary& b) {
    return a.gap_population() > b.gap_population();
  });
  std::vector<View> views;
  for (const KindSummary& summary : summaries) {
    View view;
    view.Text("kind_code", summary.kind())
        .Text("kind", Word("kind", summary.kind()))
        .Text("gap_communes", FormatCount(summary.gap_commune_count()))
        .Text("gap_population", FormatCount(summary.gap_population()))
        .Text("fragile_communes", FormatCount(summary.fragile_commune_count()));
    views.push_back(std::move(view));
  }
  return views;
}

std::string InWords(const GetSupplyResponse& supply) {
  const std::string communes = FormatCount(supply.communes_size());
  if (supply.kinds_size() == 1 && supply.summaries_size() == 1) {
    const KindSummary& only = supply.summaries(0);
    return Message(only.gap_commune_count() == 0 ? "supply_words_none" : "supply_words_one",
                   {{"kind", Word("kind", only.kind())},
                    {"communes", communes},
                    {"gaps", FormatCount(only.gap_commune_count())},
                    {"people", FormatCount(only.gap_population())},
                    {"fragile", FormatCount(only.fragile_commune_count())}});
  }
  const auto with_gap = absl::c_count_if(
      supply.communes(), [](const CommuneSupply& commune) { return commune.gap_count() > 0; });
  return Message("supply_words_many", {{"communes", communes},
                                       {"kinds", absl::StrCat(supply.kinds_size())},
                                       {"gaps", FormatCount(with_gap)}});
}

std::string Minutes(const KindSupply& supply) {
  return supply.has_nearest_minutes() ? absl::StrCat(supply.nearest_minutes()) : "";
}

}  // namespace

void AddSupply(const GetSupplyResponse& supply, View& view) {
  std::vector<View> rows;
  for (const CommuneSupply& commune : supply.communes()) rows.push_back(RowView(supply, commune));
  view.Text("in_words", InWords(supply))
      .ShowIf("one_kind", supply.kinds_size() == 1)
      .ShowIf("many_kinds", supply.kinds_size() != 1)
      .ShowIf("no_communes", supply.communes().empty())
      .List("summaries", SummaryViews(supply))
      .List("rows", std::move(rows));
  if (!supply.communes().empty()) view.With("map", SupplyMap(supply));
}

std::string SupplyCsv(const GetSupplyResponse& supply) {
  std::string csv = absl::StrCat(kCsvMark, Message("csv_header"), "\r\n");
  for (const CommuneSupply& commune : supply.communes()) {
    for (int i = 0; i < commune.supplies_size() && i < supply.kinds_size(); ++i) {
      const KindSupply& one = commune.supplies(i);
      csv += CsvLine({CsvText(commune.commune()), CsvText(commune.display_name()),
                      absl::StrCat(commune.population()), CsvText(Word("kind", supply.kinds(i))),
                      absl::StrCat(one.organization_count()), absl::StrCat(one.offer_count()),
                      Minutes(one)});
    }
  }
  return csv;
}

}  // namespace entraide::web
