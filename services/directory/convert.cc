// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/convert.h"

#include <google/protobuf/util/time_util.h>

#include <cmath>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "services/platform/base/text.h"
#include "services/platform/base/uuid.h"

namespace entraide::directory {
namespace {

template <typename Strings>
std::vector<std::string> Texts(const Strings& strings) {
  return {strings.begin(), strings.end()};
}

// -1 for what is not a number that could be told.
int Whole(double value) {
  constexpr double kMost = 1e9;
  return value >= 0 && value <= kMost ? static_cast<int>(std::lround(value)) : -1;
}

Area FromProto(const v1::ZoneEntry& proto) {
  switch (proto.area_case()) {
    case v1::ZoneEntry::kCommune:
      return {.level = Area::Level::kCommune, .code = proto.commune()};
    case v1::ZoneEntry::kEpci:
      return {.level = Area::Level::kEpci, .code = proto.epci()};
    case v1::ZoneEntry::kDepartement:
      return {.level = Area::Level::kDepartement, .code = proto.departement()};
    case v1::ZoneEntry::kFrance:
      return {.level = proto.france() ? Area::Level::kFrance : Area::Level::kUnset};
    case v1::ZoneEntry::kRadius:
      return {.level = Area::Level::kRadius,
              .code = proto.radius().center_commune(),
              .radius_km = proto.radius().radius_km()};
    case v1::ZoneEntry::AREA_NOT_SET:
      break;
  }
  return {};
}

v1::ZoneEntry ToProto(const Area& area) {
  v1::ZoneEntry proto;
  switch (area.level) {
    case Area::Level::kCommune:
      proto.set_commune(area.code);
      break;
    case Area::Level::kEpci:
      proto.set_epci(area.code);
      break;
    case Area::Level::kDepartement:
      proto.set_departement(area.code);
      break;
    case Area::Level::kFrance:
      proto.set_france(true);
      break;
    case Area::Level::kRadius:
      proto.mutable_radius()->set_center_commune(area.code);
      proto.mutable_radius()->set_radius_km(area.radius_km);
      break;
    case Area::Level::kUnset:
      break;
  }
  return proto;
}

}  // namespace

absl::StatusOr<std::string> ParseCommuneName(absl::string_view name) {
  if (!absl::ConsumePrefix(&name, "communes/") || !IsInseeCode(name)) {
    return InvalidField("name", "MALFORMED", "communes/{insee_code}");
  }
  return std::string(name);
}

absl::StatusOr<OrganizationId> ParseOrganizationName(absl::string_view field,
                                                     absl::string_view name) {
  if (!absl::ConsumePrefix(&name, "organizations/") || !IsUuid(name)) {
    return InvalidField(field, "MALFORMED", "organizations/{organization}");
  }
  return OrganizationId(absl::AsciiStrToLower(name));
}

absl::StatusOr<OfferKey> ParseOfferName(absl::string_view field, absl::string_view name) {
  const std::vector<absl::string_view> parts = absl::StrSplit(name, '/');
  if (parts.size() != 4 || parts[0] != "organizations" || !IsUuid(parts[1]) ||
      parts[2] != "serviceOffers" || !IsUuid(parts[3])) {
    return InvalidField(field, "MALFORMED",
                        "organizations/{organization}/serviceOffers/{service_offer}");
  }
  return OfferKey{.organization = OrganizationId(absl::AsciiStrToLower(parts[1])),
                  .id = ServiceOfferId(absl::AsciiStrToLower(parts[3]))};
}

std::string NameOf(const OrganizationId& id) { return absl::StrCat("organizations/", id.value()); }

std::string NameOf(const OfferKey& key) {
  return absl::StrCat(NameOf(key.organization), "/serviceOffers/", key.id.value());
}

std::string NameOf(const ServiceOffer& offer) {
  return NameOf(OfferKey{.organization = offer.organization, .id = offer.id});
}

Commune FromProto(const v1::Commune& proto) {
  return {.insee_code = proto.insee_code(),
          .former_codes = Texts(proto.former_codes()),
          .display_name = proto.display_name(),
          .postcodes = Texts(proto.postcodes()),
          .departement = proto.departement(),
          .epci_siren = proto.epci_siren(),
          .epci_display_name = proto.epci_display_name(),
          .population = proto.population(),
          .population_year = proto.population_year(),
          .latitude_deg = proto.latitude_deg(),
          .longitude_deg = proto.longitude_deg(),
          .area_km2 = proto.area_km2()};
}

TravelTime FromProto(const v1::TravelTime& proto) {
  constexpr int kSecondsAMinute = 60;
  constexpr int kMetersAKilometer = 1000;
  return {.from = proto.from(),
          .to = proto.to(),
          .seconds = Whole(proto.minutes() * kSecondsAMinute),
          .meters = Whole(proto.kilometers() * kMetersAKilometer)};
}

v1::Commune ToProto(const Commune& commune) {
  v1::Commune proto;
  proto.set_name(absl::StrCat("communes/", commune.insee_code));
  proto.set_insee_code(commune.insee_code);
  proto.mutable_former_codes()->Assign(commune.former_codes.begin(), commune.former_codes.end());
  proto.set_display_name(commune.display_name);
  proto.mutable_postcodes()->Assign(commune.postcodes.begin(), commune.postcodes.end());
  proto.set_departement(commune.departement);
  proto.set_epci_siren(commune.epci_siren);
  proto.set_epci_display_name(commune.epci_display_name);
  proto.set_population(commune.population);
  proto.set_population_year(commune.population_year);
  proto.set_latitude_deg(commune.latitude_deg);
  proto.set_longitude_deg(commune.longitude_deg);
  proto.set_area_km2(commune.area_km2);
  return proto;
}

Organization FromProto(const v1::Organization& proto) {
  return {.origin = {.source = proto.source(), .local_id = proto.local_id()},
          .display_name = proto.display_name(),
          .description = proto.description(),
          .demo = proto.demo(),
          .legal_form = proto.legal_form(),
          .ess_kind = proto.ess_kind(),
          .sectors = Texts(proto.sectors()),
          .audiences = Texts(proto.audiences()),
          .siret = proto.siret(),
          .rna = proto.rna(),
          .contact = {.phone = proto.phone(),
                      .email = proto.email(),
                      .website = proto.website(),
                      .address = proto.address()},
          .commune = proto.commune(),
          .opening_hours = proto.opening_hours(),
          .job_count = proto.job_count()};
}

v1::Organization ToProto(const Organization& organization) {
  v1::Organization proto;
  proto.set_name(NameOf(organization.id));
  proto.set_etag(absl::StrCat(organization.revision));
  proto.set_source(organization.origin.source);
  proto.set_local_id(organization.origin.local_id);
  proto.set_display_name(organization.display_name);
  proto.set_description(organization.description);
  proto.set_demo(organization.demo);
  v1::ListingState state = v1::LISTING_STATE_UNSPECIFIED;
  v1::ListingState_Parse(absl::StrCat("LISTING_STATE_", WordOf(organization.listing.state)),
                         &state);
  proto.set_state(state);
  proto.set_legal_form(organization.legal_form);
  proto.set_ess_kind(organization.ess_kind);
  proto.mutable_sectors()->Assign(organization.sectors.begin(), organization.sectors.end());
  proto.mutable_audiences()->Assign(organization.audiences.begin(), organization.audiences.end());
  proto.set_siret(organization.siret);
  proto.set_rna(organization.rna);
  proto.set_phone(organization.contact.phone);
  proto.set_email(organization.contact.email);
  proto.set_website(organization.contact.website);
  proto.set_address(organization.contact.address);
  proto.set_commune(organization.commune);
  proto.set_opening_hours(organization.opening_hours);
  proto.set_job_count(organization.job_count);
  *proto.mutable_update_time() = google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(
      absl::ToUnixMicros(organization.update_time));
  return proto;
}

Partner FromProto(const v1::Partner& proto) {
  return {.origin = {.source = proto.source(), .local_id = proto.local_id()},
          .display_name = proto.display_name(),
          .description = proto.description(),
          .demo = proto.demo(),
          .supports = Texts(proto.supports()),
          .zone = FromProto(proto.zone()),
          .contact = {.phone = proto.phone(), .website = proto.website()}};
}

v1::Partner ToProto(const Partner& partner) {
  v1::Partner proto;
  proto.set_name(absl::StrCat("partners/", partner.id.value()));
  proto.set_source(partner.origin.source);
  proto.set_local_id(partner.origin.local_id);
  proto.set_display_name(partner.display_name);
  proto.set_description(partner.description);
  proto.set_demo(partner.demo);
  proto.mutable_supports()->Assign(partner.supports.begin(), partner.supports.end());
  *proto.mutable_zone() = ToProto(partner.zone);
  proto.set_website(partner.contact.website);
  proto.set_phone(partner.contact.phone);
  return proto;
}

Zone FromProto(const google::protobuf::RepeatedPtrField<v1::ZoneEntry>& proto) {
  Zone zone;
  for (const v1::ZoneEntry& entry : proto) zone.push_back(FromProto(entry));
  return zone;
}

google::protobuf::RepeatedPtrField<v1::ZoneEntry> ToProto(const Zone& zone) {
  google::protobuf::RepeatedPtrField<v1::ZoneEntry> proto;
  for (const Area& area : zone) *proto.Add() = ToProto(area);
  return proto;
}

}  // namespace entraide::directory
