// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "entraide/common/v1/commitment.pb.h"
#include "entraide/directory/v1/directory_service.pb.h"

// What the directory and the trades tell whoever watches them, with defaults: a test changes what
// it is about.
namespace entraide {

inline directory::v1::WatchOffersResponse ACommune(const std::string& code, double latitude_deg) {
  directory::v1::WatchOffersResponse step;
  step.mutable_commune()->set_insee_code(code);
  step.mutable_commune()->set_display_name("Commune " + code);
  step.mutable_commune()->set_latitude_deg(latitude_deg);
  step.mutable_commune()->set_longitude_deg(2.3);
  return step;
}

// Auchy-lès-Hesdin, Frévent and Anvin.
inline std::vector<directory::v1::WatchOffersResponse> ThreeCommunes() {
  return {ACommune("62050", 50.40), ACommune("62361", 50.28), ACommune("62028", 50.44)};
}

// The offer `s` of the organization `id`, which stands in Auchy-lès-Hesdin and serves `communes`.
inline directory::v1::WatchOffersResponse AWatchedOffer(const std::string& id,
                                                        const std::string& kind,
                                                        const std::vector<std::string>& communes) {
  directory::v1::WatchOffersResponse step;
  directory::v1::WatchedOffer& offer = *step.mutable_offer();
  const std::string organization = absl::StrCat("organizations/", id);
  offer.mutable_service_offer()->set_name(absl::StrCat(organization, "/serviceOffers/s"));
  offer.mutable_service_offer()->set_kind(kind);
  offer.mutable_organization()->set_name(organization);
  offer.mutable_organization()->set_display_name("Association " + id);
  offer.mutable_organization()->set_commune("62050");
  for (const std::string& code : communes) offer.add_communes(code);
  return step;
}

// `offer` counts so many of `unit`, all of them left.
inline directory::v1::WatchOffersResponse With(directory::v1::WatchOffersResponse offer,
                                               const std::string& unit, int maximum) {
  directory::v1::Capacity& capacity =
      *offer.mutable_offer()->mutable_service_offer()->mutable_capacity();
  capacity.set_unit(unit);
  capacity.set_maximum(maximum);
  capacity.set_available(maximum);
  return offer;
}

// The organization `id` has taken `request` on.
inline common::v1::WatchCommitmentsResponse AHolding(const std::string& request,
                                                     const std::string& id) {
  common::v1::WatchCommitmentsResponse step;
  step.mutable_commitment()->set_request(request);
  step.mutable_commitment()->set_service_offer(
      absl::StrCat("organizations/", id, "/serviceOffers/s"));
  step.mutable_commitment()->mutable_accept_time()->set_seconds(1'801'558'800);
  return step;
}

inline common::v1::WatchCommitmentsResponse ARelease(const std::string& request) {
  common::v1::WatchCommitmentsResponse step;
  step.set_released_request(request);
  return step;
}

}  // namespace entraide
