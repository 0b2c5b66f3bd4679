// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/directory/domain/commune.h"
#include "services/directory/domain/organization.h"
#include "services/directory/domain/service_offer.h"

namespace entraide::directory {

inline Commune ACommune(const std::string& code = "62361", const std::string& name = "Frévent") {
  return {.insee_code = code,
          .display_name = name,
          .postcodes = {"62270"},
          .departement = "62",
          .epci_siren = "200069672",
          .epci_display_name = "CC du Ternois",
          .population = 3259,
          .latitude_deg = 50.2755,
          .longitude_deg = 2.2875,
          .area_km2 = 15.1};
}

inline Organization AnOrganization(const std::string& local_id = "val-imaginaire") {
  return {.origin = {.source = "demonstration", .local_id = local_id},
          .display_name = absl::StrCat("Exemple – ", local_id),
          .demo = true,
          .listing = {.state = ListingState::kPublished},
          .sectors = {"mobility"},
          .audiences = {"individuals"},
          .commune = "62361"};
}

inline Area ACommuneArea(const std::string& code = "62361") {
  return {.level = Area::Level::kCommune, .code = code};
}

inline ServiceOffer AnOffer(const std::string& kind = "repair") {
  return {.local_id = "garage",
          .display_name = "Réparation de voitures",
          .description = "Un garage solidaire.",
          .kind = kind,
          .zone = {ACommuneArea()},
          .fee = Fee::kFree};
}

// "field REASON" of each violation.
inline std::vector<std::string> Told(const Violations& found) {
  std::vector<std::string> told;
  for (const Violation& violation : found.found()) {
    told.push_back(absl::StrCat(violation.field, " ", violation.reason));
  }
  return told;
}

template <typename Thing>
std::vector<std::string> WrongIn(const Thing& thing) {
  Violations found;
  Check(thing, "", found);
  return Told(found);
}

}  // namespace entraide::directory
