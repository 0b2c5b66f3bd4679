// SPDX-License-Identifier: EUPL-1.2
#include "services/rides/convert.h"

#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "services/request/convert.h"
#include "services/request/serve.h"

namespace entraide::rides {
namespace {

v1::RideWay WayToProto(const Way& way) {
  v1::RideWay proto;
  proto.set_approach_meters(way.approach_meters);
  proto.set_loaded_meters(way.loaded_meters);
  proto.set_return_meters(way.return_meters);
  return proto;
}

template <typename Message>
void RenderJourney(const request::Request& request, const RideDetails& details, Message& ride) {
  ride.set_direction(request.filed_with.has_value() ? v1::RIDE_DIRECTION_RETURN
                                                    : v1::RIDE_DIRECTION_OUTWARD);
  if (!details.other_leg.has_value()) return;
  v1::OtherLeg& other = *ride.mutable_other_leg();
  other.set_name(absl::StrCat("rides/", details.other_leg->id.value()));
  other.set_state(request::ToProto(details.other_leg->state));
  *other.mutable_pickup_time() = request::ToProto(details.other_leg->pickup_time);
}

v1::RideReceipt ReceiptToProto(const Receipt& receipt) {
  v1::RideReceipt proto;
  proto.set_year(static_cast<std::int32_t>(receipt.day.year()));
  proto.set_number(receipt.number);
  proto.set_issue_date(absl::FormatCivilTime(receipt.day));
  proto.mutable_tariff()->set_millieuros_per_km(receipt.tariff.millieuros_per_km);
  proto.mutable_tariff()->set_third_party_cents(receipt.tariff.third_party_cents);
  if (receipt.tariff.ceiling_cents.has_value()) {
    proto.mutable_tariff()->set_ceiling_cents(*receipt.tariff.ceiling_cents);
  }
  proto.set_indemnity_cents(receipt.cost.indemnity_cents);
  proto.set_rider_share_cents(receipt.cost.rider_share_cents);
  return proto;
}

}  // namespace

RideDetails ParseRide(const v1::RideDetails& proto, Violations& violations) {
  RideDetails details{.purpose = proto.purpose(),
                      .pickup_commune = proto.pickup_commune(),
                      .dropoff_commune = proto.dropoff_commune(),
                      .passenger_count = proto.passenger_count(),
                      .minor_alone = proto.minor_alone()};
  if (proto.has_pickup_time()) details.pickup_time = request::ParseTime(proto.pickup_time());
  if (proto.has_return_time()) {
    details.return_time = request::ParseTime(proto.return_time());
    if (!details.return_time.has_value()) {
      violations.Add("details.return_time", "MALFORMED", "an instant of the calendar");
    }
  }
  if (v1::HealthInsurancePaid_IsValid(proto.health_insurance_paid())) {
    details.insurance_paid = static_cast<InsurancePaid>(proto.health_insurance_paid());
  } else {
    violations.Add("details.health_insurance_paid", "UNKNOWN_VALUE",
                   "a value of HealthInsurancePaid");
  }
  return details;
}

v1::RideDetails ToProto(const RideDetails& details) {
  v1::RideDetails proto;
  proto.set_purpose(details.purpose);
  proto.set_pickup_commune(details.pickup_commune);
  proto.set_dropoff_commune(details.dropoff_commune);
  if (details.pickup_time.has_value()) {
    *proto.mutable_pickup_time() = request::ToProto(*details.pickup_time);
  }
  if (details.return_time.has_value()) {
    *proto.mutable_return_time() = request::ToProto(*details.return_time);
  }
  proto.set_passenger_count(details.passenger_count);
  proto.set_minor_alone(details.minor_alone);
  proto.set_health_insurance_paid(static_cast<v1::HealthInsurancePaid>(details.insurance_paid));
  return proto;
}

Way ParseWay(const v1::RideWay& way) {
  return {.approach_meters = way.approach_meters(),
          .loaded_meters = way.loaded_meters(),
          .return_meters = way.return_meters()};
}

Tariff ParseTariff(const v1::RideTariff& tariff) {
  Tariff parsed{.millieuros_per_km = tariff.millieuros_per_km(),
                .third_party_cents = tariff.third_party_cents()};
  if (tariff.has_ceiling_cents()) parsed.ceiling_cents = tariff.ceiling_cents();
  return parsed;
}

void Render(const request::Request& request, const RideDetails& details, v1::Ride& ride) {
  *ride.mutable_serving() = request::RenderForHolder(details.serving);
  RenderJourney(request, details, ride);
  if (details.driven.has_value()) *ride.mutable_driven() = WayToProto(*details.driven);
  if (details.receipt.has_value()) *ride.mutable_receipt() = ReceiptToProto(*details.receipt);
}

void Render(const request::Request& request, const RideDetails& details, v1::RideStatus& ride) {
  *ride.mutable_serving() = request::RenderForRequester(details.serving);
  RenderJourney(request, details, ride);
  if (details.receipt.has_value()) *ride.mutable_receipt() = ReceiptToProto(*details.receipt);
}

}  // namespace entraide::rides
