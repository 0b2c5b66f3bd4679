// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/tus.h"

#include <cmath>
#include <cstdint>
#include <optional>

#include "absl/algorithm/container.h"
#include "matcher/engine/answer.h"
#include "matcher/engine/eligibility.h"
#include "matcher/engine/terms/terms.h"

namespace entraide::matcher {
namespace {

// Code des transports R3133-1 to -5 and the arrêté of 17 October 2019; by their valid_from.
constexpr TusRules kTusRules[] = {
    {.version = "tus-2019-10",
     .valid_from = absl::CivilDay(2019, 10, 17),
     .urban_unit_below = 12'000,
     .farthest_km = 100,
     .highest_cents_per_km = 32},
};

// Low resources or a benefit.
Answer HasResourcesTitle(const Facts& facts) {
  static const std::vector<ConditionGroup> kTitles = {
      {{"low-income", Condition::Op::kIsAnyOf, {"yes"}}},
      {{"social-minimum",
        Condition::Op::kIsAnyOf,
        {"css", "rsa", "ass", "aspa", "asi", "aah", "ada", "ata", "widows-allowance",
         "garantie-jeunes"}}},
  };
  return EvaluateAnyOf(kTitles, facts);
}

Answer IsSmallPlace(const Commune& commune, const TusRules& rules) {
  if (!commune.urban_unit_population.has_value()) return DependsOn({commune.insee_code});
  return YesIf(*commune.urban_unit_population < rules.urban_unit_below);
}

// A station of a larger town is as good as a small place for those who travel on.
Answer IsFitEnd(const Trial& trial, CommuneIndex end, const TusRules& rules) {
  const Commune& commune = trial.world.communes()[end];
  if (trial.need.purpose == "transit-transfer" && commune.multimodal_hub) return Yes();
  return IsSmallPlace(commune, rules);
}

// What speaks against somebody who is qualified by where they live or not at all.
std::optional<TusFinding> FindingByPlace(const Trial& trial, const TusRules& rules) {
  const Communes& communes = trial.world.communes();
  const Answer home = IsSmallPlace(communes[trial.need.residence], rules);
  if (home.kind == Answer::Kind::kNo) return TusFinding::kNotQualified;
  const CommuneIndex pickup = PickupOf(trial.need);
  const Answer ends =
      AllOf({IsFitEnd(trial, pickup, rules), trial.need.dropoff.has_value()
                                                 ? IsFitEnd(trial, *trial.need.dropoff, rules)
                                                 : DependsOn({"dropoff"})});
  if (home.kind == Answer::Kind::kDepends) return TusFinding::kUnknown;
  if (ends.kind == Answer::Kind::kNo) return TusFinding::kDestination;
  if (ends.kind == Answer::Kind::kDepends) return TusFinding::kUnknown;
  return std::nullopt;
}

void AddQualification(const Trial& trial, const TusRules& rules, TusOpinion& opinion) {
  const std::optional<TusFinding> by_place = FindingByPlace(trial, rules);
  if (!by_place.has_value()) return;
  const Answer title = HasResourcesTitle(trial.need.facts);
  if (title.kind == Answer::Kind::kYes) return;
  if (title.kind == Answer::Kind::kNo || by_place == TusFinding::kUnknown) {
    opinion.findings.push_back(*by_place);
    return;
  }
  opinion.findings.push_back(TusFinding::kUnknown);
  opinion.missing_facts = title.missing_facts;
}

double LoadedKilometers(const Trial& trial) {
  if (!trial.need.dropoff.has_value()) return 0;
  return trial.world.RouteBetween(PickupOf(trial.need), *trial.need.dropoff).distance_meters / 1000;
}

// From home, with the rider, and home again, for one leg.
double AllKilometers(const Trial& trial) {
  const std::optional<CommuneIndex> home = HomeOf(trial);
  if (!home.has_value() || !trial.need.dropoff.has_value()) return LoadedKilometers(trial);
  const Route there = trial.world.RouteBetween(*home, PickupOf(trial.need));
  const Route back = trial.world.RouteBetween(*trial.need.dropoff, *home);
  return (there.distance_meters + back.distance_meters) / 1000 + LoadedKilometers(trial);
}

bool CostsTooMuch(const Trial& trial, const TusRules& rules) {
  const std::optional<int64_t> cents = terms::ResidentCents(trial);
  if (!cents.has_value() || !trial.need.dropoff.has_value()) return false;
  const double kilometers = rules.basis == TusRules::Basis::kAllKilometers
                                ? AllKilometers(trial)
                                : LoadedKilometers(trial);
  // Prices are rounded to a cent, and so is the most that may be asked.
  return *cents > std::llround(kilometers * rules.highest_cents_per_km);
}

bool IsOwnCar(const Trial& trial) {
  return trial.volunteer != nullptr && trial.volunteer->car.has_value() &&
         trial.volunteer->car->owner == Car::Owner::kVolunteer;
}

}  // namespace

absl::string_view Code(TusFinding finding) {
  switch (finding) {
    case TusFinding::kNotQualified:
      return "TUS_NOT_QUALIFIED";
    case TusFinding::kTooFar:
      return "TUS_TOO_FAR";
    case TusFinding::kDestination:
      return "TUS_DESTINATION";
    case TusFinding::kContribution:
      return "TUS_CONTRIBUTION";
    case TusFinding::kVehicle:
      return "TUS_VEHICLE";
    case TusFinding::kUnknown:
      return "TUS_UNKNOWN";
  }
  return "";
}

const TusRules* TusRulesOn(absl::CivilDay day) {
  const TusRules* in_force = nullptr;
  for (const TusRules& rules : kTusRules) {
    if (rules.valid_from <= day) in_force = &rules;
  }
  return in_force;
}

TusOpinion TusOpinionOf(const Trial& trial) {
  TusOpinion opinion;
  if (trial.offer.kind != "volunteer-ride") return opinion;
  const absl::Time when = EarliestStart(trial.need).value_or(trial.now);
  const TusRules* const rules = TusRulesOn(absl::ToCivilDay(when, trial.world.time_zone()));
  if (rules == nullptr) return opinion;
  AddQualification(trial, *rules, opinion);
  if (LoadedKilometers(trial) > rules->farthest_km) opinion.findings.push_back(TusFinding::kTooFar);
  if (CostsTooMuch(trial, *rules)) opinion.findings.push_back(TusFinding::kContribution);
  if (IsOwnCar(trial)) opinion.findings.push_back(TusFinding::kVehicle);
  absl::c_sort(opinion.findings);
  return opinion;
}

}  // namespace entraide::matcher
