// SPDX-License-Identifier: EUPL-1.2
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/time.h"
#include "clients/cli/explain/words.h"
#include "clients/cli/plans/plans.h"
#include "clients/cli/print.h"

namespace entraide::cli {
namespace {

using matcher::v1::DayStop;
using matcher::v1::DayTour;
using matcher::v1::PlanDayResponse;

std::string ClockOf(const google::protobuf::Timestamp& time) {
  absl::TimeZone paris;
  absl::LoadTimeZone("Europe/Paris", &paris);
  return absl::FormatTime("%H:%M", absl::FromUnixSeconds(time.seconds()), paris);
}

std::string Kilometers(std::int64_t meters) {
  std::string text = absl::StrFormat("%.1f", static_cast<double>(meters) / 1000);
  return text.replace(text.find('.'), 1, ",") + " km";
}

std::string KindText(DayStop::Kind kind) {
  switch (kind) {
    case DayStop::KIND_LEAVE_HOME:
      return "part de chez soi";
    case DayStop::KIND_PICKUP:
      return "prend";
    case DayStop::KIND_DROPOFF:
      return "dépose";
    case DayStop::KIND_COME_HOME:
      return "rentre chez soi";
    default:
      return "";
  }
}

// The hour that counts: of leaving home, else of boarding, alighting or being back.
std::string HourOf(const DayStop& stop) {
  return ClockOf(stop.kind() == DayStop::KIND_LEAVE_HOME ? stop.leave_time() : stop.begin_time());
}

std::string PlaceOf(const DayStop& stop, const CommuneNames& names) {
  const auto name = names.find(stop.commune());
  return name == names.end() || name->second.empty() ? stop.commune() : name->second;
}

std::string WhyLeft(const std::string& reason) {
  if (reason == "TIMES_IMPOSSIBLE") return "ses heures se contredisent";
  if (reason == "NO_DRIVER") return "il n'y a pas de conducteur";
  if (reason == "CLOSED_THEN") return "aucun conducteur n'est disponible à ces heures";
  if (reason == "BUSY") return "les conducteurs possibles sont pris par d'autres trajets";
  if (reason == "EXCLUDED") return "les conducteurs possibles sont exclus ou engagés ailleurs";
  return BlockingInFrench(reason);
}

}  // namespace

void AddCommunesOf(const PlanDayResponse& plan, CommuneNames& names) {
  for (const DayTour& tour : plan.tours()) {
    for (const DayStop& stop : tour.stops()) names[stop.commune()];
  }
}

std::string DayText(const PlanDayResponse& plan, const CommuneNames& names) {
  std::vector<std::vector<std::string>> rows;
  for (const DayTour& tour : plan.tours()) {
    for (const DayStop& stop : tour.stops()) {
      rows.push_back({tour.driver(), HourOf(stop), KindText(stop.kind()), stop.leg(),
                      PlaceOf(stop, names), Kilometers(stop.distance_meters())});
    }
  }
  std::string text =
      rows.empty() ? "" : Table({"CONDUCTEUR", "HEURE", "", "TRAJET", "OÙ", "ROULÉ"}, rows);
  for (const auto& one : plan.unassigned()) {
    absl::StrAppend(&text, "Sans conducteur : ", one.leg(), " (", WhyLeft(one.reason()), ")\n");
  }
  const matcher::v1::DayTotals& totals = plan.totals();
  absl::StrAppend(
      &text, "En tout : ", Kilometers(totals.distance_meters()), ", ",
      Count(totals.unassigned_count(), "trajet sans conducteur", "trajets sans conducteur"), ".\n");
  if (totals.split_pair_count() > 0) {
    absl::StrAppend(&text,
                    "L'aller et le retour ont deux conducteurs : ", totals.split_pair_count(),
                    " fois.\n");
  }
  if (totals.broken_commitment_count() > 0) {
    absl::StrAppend(&text, "Attention : ",
                    Count(totals.broken_commitment_count(), "engagement ne tient pas",
                          "engagements ne tiennent pas"),
                    ".\n");
  }
  return text;
}

}  // namespace entraide::cli
