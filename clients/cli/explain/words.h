// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "google/protobuf/timestamp.pb.h"

// The words of explanations: the contract speaks in codes, and people read French.
namespace entraide::cli {

// "repair" is "réparer un véhicule"; a code that has no words is shown as it is.
std::string KindInFrench(absl::string_view kind);
// "job-seeker" is "la recherche d'emploi".
std::string FactInFrench(absl::string_view fact);

// Why so many offers do not serve: "6 ne desservent pas cette commune".
std::string RefusalInFrench(absl::string_view rule, int offer_count);
// The same of nobody in particular: "personne ne dessert cette commune".
std::string BlockingInFrench(absl::string_view rule);

// Whether there are words for it: a test walks all rules.
bool HasRefusalInFrench(absl::string_view rule);

// "8 640": no figure is broken at the end of a line.
std::string Number(std::int64_t number);
// "1 jour", "3 jours"; nothing takes the singular in French.
std::string Count(std::int64_t number, absl::string_view one, absl::string_view many);
// "24/11/2026 à 10:02" by the clock of Paris.
std::string WhenInFrench(const google::protobuf::Timestamp& time);

}  // namespace entraide::cli
