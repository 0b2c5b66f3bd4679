// SPDX-License-Identifier: EUPL-1.2
#include <fstream>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "tests/clients/web/fake_town.h"

namespace entraide::web {
namespace {

// The communes of one EPCI from the table that ships, whose lines have no quotes.
void AddCommunes(const std::string& epci, Town& town) {
  std::ifstream table("deploy/data/ternois/communes.csv");
  std::string line;
  std::getline(table, line);
  while (std::getline(table, line)) {
    const std::vector<std::string> cells = absl::StrSplit(line, ',');
    if (cells.size() < 9 || cells[4] != epci) continue;
    directory::v1::Commune& commune = town.communes.emplace_back();
    int population = 0;
    double latitude = 0;
    double longitude = 0;
    if (!absl::SimpleAtoi(cells[6], &population) || !absl::SimpleAtod(cells[7], &latitude) ||
        !absl::SimpleAtod(cells[8], &longitude)) {
      continue;
    }
    commune.set_name(absl::StrCat("communes/", cells[0]));
    commune.set_insee_code(cells[0]);
    commune.set_display_name(cells[1]);
    for (const absl::string_view postcode : absl::StrSplit(cells[2], ' ')) {
      commune.add_postcodes(std::string(postcode));
    }
    commune.set_departement(cells[3]);
    commune.set_epci_siren(cells[4]);
    commune.set_epci_display_name(cells[5]);
    commune.set_population(population);
    commune.set_latitude_deg(latitude);
    commune.set_longitude_deg(longitude);
  }
}

void AddGarage(Town& town) {
  directory::v1::FoundService& found = town.services.emplace_back();
  directory::v1::Organization& garage = *found.mutable_organization();
  garage.set_name("organizations/garage");
  garage.set_display_name("Exemple – garage du Val-Imaginaire");
  garage.set_description("Répare à petit prix <b>sans</b> rendez-vous.");
  garage.set_demo(true);
  garage.set_commune("62361");
  garage.set_phone("+33353010077");
  garage.add_sectors("mobility");
  garage.set_website("javascript:alert(1)");
  directory::v1::ServiceOffer& offer = *found.mutable_service_offer();
  offer.set_name("organizations/garage/serviceOffers/repair");
  offer.set_display_name("Réparation de voitures");
  offer.set_kind("repair");
  offer.add_zone()->set_epci("200069672");
  offer.set_fee(directory::v1::ServiceOffer::FEE_PAID);
  directory::v1::Price& price = *offer.add_prices();
  price.set_unit("per-hour");
  price.set_amount_cents(3500);
  auto& slot = *offer.add_schedule();
  slot.set_weekday(common::v1::WEEKDAY_MONDAY);
  slot.set_start_time("08:00");
  slot.set_end_time("18:30");
}

void AddMatch(Town& town) {
  matcher::v1::Candidate& candidate = *town.match.add_candidates();
  candidate.set_organization("organizations/garage");
  candidate.set_organization_display_name("Exemple – garage du Val-Imaginaire");
  candidate.set_service_offer_display_name("Réparation de voitures");
  candidate.set_organization_commune("62361");
  candidate.set_organization_phone("+33353010077");
  candidate.set_kind("repair");
  candidate.set_demo(true);
  candidate.set_travel_minutes(24);
  candidate.add_price_texts("35 € de l'heure");
}

void AddOffer(Town& town) {
  garage::v1::JobOffer& asked = town.job_offers.emplace_back();
  asked.set_name("jobs/1/offers/1");
  asked.mutable_details()->set_symptoms("Elle ne démarre plus");
  asked.mutable_details()->set_vehicle_class("car");
  common::v1::Offer& offer = *asked.mutable_offer();
  offer.set_state(common::v1::Offer::STATE_PROPOSED);
  offer.set_kind("repair");
  offer.set_residence_commune("62361");
  offer.mutable_expire_time()->set_seconds(1795597200);
}

}  // namespace

void Furnish(Town& town) {
  AddCommunes("200069672", town);
  AddGarage(town);
  AddMatch(town);
  AddOffer(town);
  directory::v1::Partner& partner = town.partners.emplace_back();
  partner.set_display_name("Exemple – réseau d’appui imaginaire");
  partner.set_demo(true);
  partner.add_supports("advice");
}

}  // namespace entraide::web
