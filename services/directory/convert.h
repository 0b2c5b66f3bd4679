// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "entraide/directory/v1/commune.pb.h"
#include "entraide/directory/v1/import_rows.pb.h"
#include "entraide/directory/v1/organization.pb.h"
#include "entraide/directory/v1/service_offer.pb.h"
#include "services/directory/domain/commune.h"
#include "services/directory/domain/organization.h"
#include "services/directory/domain/service_offer.h"
#include "services/directory/domain/travel_time.h"
#include "services/directory/store/offer_store.h"
#include "services/platform/base/violations.h"

namespace entraide::directory {

// Names of resources. INVALID_ARGUMENT: FIELDS_INVALID on `field`, MALFORMED.
absl::StatusOr<std::string> ParseCommuneName(absl::string_view name);
absl::StatusOr<OrganizationId> ParseOrganizationName(absl::string_view field,
                                                     absl::string_view name);
absl::StatusOr<OfferKey> ParseOfferName(absl::string_view field, absl::string_view name);
std::string NameOf(const OrganizationId& id);
std::string NameOf(const OfferKey& key);
std::string NameOf(const ServiceOffer& offer);

// Values out of the contract, with what cannot be read as violations under `path`; whether they are
// right is for the domain. Output-only fields are left alone.
Commune FromProto(const v1::Commune& proto);
TravelTime FromProto(const v1::TravelTime& proto);
Organization FromProto(const v1::Organization& proto);
Partner FromProto(const v1::Partner& proto);
Zone FromProto(const google::protobuf::RepeatedPtrField<v1::ZoneEntry>& proto);
ServiceOffer FromProto(const v1::ServiceOffer& proto, absl::string_view path, Violations& found);
Capacity FromProto(const v1::Capacity& proto, absl::string_view path, Violations& found);

v1::Commune ToProto(const Commune& commune);
v1::Organization ToProto(const Organization& organization);
v1::Partner ToProto(const Partner& partner);
v1::ServiceOffer ToProto(const ServiceOffer& offer);
google::protobuf::RepeatedPtrField<v1::ZoneEntry> ToProto(const Zone& zone);

}  // namespace entraide::directory
