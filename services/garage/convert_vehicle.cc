// SPDX-License-Identifier: EUPL-1.2
#include "services/garage/convert_vehicle.h"

#include <optional>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "services/platform/base/status.h"
#include "services/platform/base/uuid.h"
#include "services/request/domain/paris.h"

namespace entraide::garage {
namespace {

std::optional<absl::CivilDay> DayOf(const std::string& text, absl::string_view field,
                                    Violations& violations) {
  const std::optional<absl::CivilDay> day = request::ParseDay(text);
  if (!text.empty() && !day.has_value()) violations.Add(field, "MALFORMED", "YYYY-MM-DD");
  return day;
}

std::string TextOf(const std::optional<absl::CivilDay>& day) {
  return day.has_value() ? absl::FormatCivilTime(*day) : "";
}

}  // namespace

absl::StatusOr<VehicleId> ParseVehicleName(absl::string_view name, absl::string_view organization,
                                           absl::string_view field) {
  const std::vector<std::string> parts = absl::StrSplit(name, '/');
  if (parts.size() != 4 || parts[0] != "organizations" || parts[2] != "vehicles" ||
      !IsUuid(parts[3])) {
    return InvalidField(field, name.empty() ? "REQUIRED" : "MALFORMED",
                        "organizations/{organization}/vehicles/{vehicle}");
  }
  if (parts[1] != organization) {
    return WithReason(absl::NotFoundError("no such vehicle"), "VEHICLE_UNKNOWN");
  }
  return VehicleId(absl::AsciiStrToLower(parts[3]));
}

std::string VehicleNameOf(absl::string_view organization, const VehicleId& id) {
  return absl::StrCat("organizations/", organization, "/vehicles/", id.value());
}

Vehicle ParseVehicle(const v1::Vehicle& proto, Violations& violations) {
  return {
      .vehicle_class = proto.vehicle_class(),
      .plate = proto.plate(),
      .display_name = proto.display_name(),
      .roadworthy_until =
          DayOf(proto.roadworthy_until_date(), "vehicle.roadworthy_until_date", violations),
      .insured_until = DayOf(proto.insured_until_date(), "vehicle.insured_until_date", violations),
      .mileage_km = proto.mileage_km(),
      .deposit_cents = proto.deposit_cents(),
      .day_cents = proto.day_cents(),
      .retired = proto.retired()};
}

v1::Vehicle ToProto(const Vehicle& vehicle) {
  v1::Vehicle proto;
  proto.set_name(VehicleNameOf(vehicle.organization, vehicle.id));
  proto.set_etag(absl::StrCat(vehicle.revision));
  proto.set_vehicle_class(vehicle.vehicle_class);
  proto.set_plate(vehicle.plate);
  proto.set_display_name(vehicle.display_name);
  proto.set_roadworthy_until_date(TextOf(vehicle.roadworthy_until));
  proto.set_insured_until_date(TextOf(vehicle.insured_until));
  proto.set_mileage_km(vehicle.mileage_km);
  proto.set_deposit_cents(vehicle.deposit_cents);
  proto.set_day_cents(vehicle.day_cents);
  proto.set_retired(vehicle.retired);
  return proto;
}

Workshop ParseWorkshop(const v1::Workshop& proto, Violations& violations) {
  Workshop workshop{.bay_count = proto.bay_count(), .adviser_count = proto.adviser_count()};
  const auto days = static_cast<int>(workshop.mechanic_minutes.size());
  if (proto.mechanic_minutes_size() != days) {
    violations.Add("workshop.mechanic_minutes", "OUT_OF_RANGE", "seven, from Monday to Sunday");
    return workshop;
  }
  for (int day = 0; day < days; ++day) {
    workshop.mechanic_minutes.at(static_cast<std::size_t>(day)) = proto.mechanic_minutes(day);
  }
  return workshop;
}

v1::Workshop ToProto(const Workshop& workshop) {
  v1::Workshop proto;
  proto.set_etag(absl::StrCat(workshop.revision));
  proto.set_bay_count(workshop.bay_count);
  proto.set_adviser_count(workshop.adviser_count);
  for (const int minutes : workshop.mechanic_minutes) proto.add_mechanic_minutes(minutes);
  return proto;
}

}  // namespace entraide::garage
