// SPDX-License-Identifier: EUPL-1.2
#include "matcher/feed/offer_convert.h"

#include <memory>
#include <optional>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/civil_time.h"
#include "matcher/engine/kinds.h"
#include "matcher/feed/card.h"

namespace entraide::matcher {
namespace {

using Proto = directory::v1::ServiceOffer;

// Seats are room in one vehicle, everything else is what can be taken on.
constexpr char kSeat[] = "seat";

// "08:30" is 510; the directory has checked the form.
int MinuteOf(absl::string_view clock) {
  int hours = 0;
  int minutes = 0;
  if (clock.size() != 5 || !absl::SimpleAtoi(clock.substr(0, 2), &hours) ||
      !absl::SimpleAtoi(clock.substr(3), &minutes)) {
    return 0;
  }
  return hours * 60 + minutes;
}

DayHours ToHours(const common::v1::WeeklySlot& slot) {
  return {.start_minute = MinuteOf(slot.start_time()), .end_minute = MinuteOf(slot.end_time())};
}

Schedule ToSchedule(const Proto& proto) {
  Schedule schedule{.open_on_public_holidays = proto.open_on_public_holidays()};
  for (const auto& slot : proto.schedule()) {
    // absl counts from Monday = 0 as ISO does from 1.
    schedule.slots.push_back(
        {.weekday = static_cast<absl::Weekday>(slot.weekday() - 1), .hours = ToHours(slot)});
  }
  for (const auto& exception : proto.exceptions()) {
    DatedException dated{.reason = exception.reason()};
    if (!absl::ParseCivilTime(exception.start_date(), &dated.first_day) ||
        !absl::ParseCivilTime(exception.end_date(), &dated.last_day)) {
      continue;
    }
    for (const auto& slot : exception.slots()) dated.hours.push_back(ToHours(slot));
    schedule.exceptions.push_back(std::move(dated));
  }
  return schedule;
}

BookingRule ToBookingRule(const directory::v1::BookingRule& proto) {
  BookingRule rule{.business_days_only = proto.business_days_only()};
  if (proto.min_notice_hours() > 0) rule.min_notice_hours = proto.min_notice_hours();
  if (!proto.last_time().empty()) {
    rule.last_moment =
        LastMoment{.days_before = proto.last_day(), .minute = MinuteOf(proto.last_time())};
  }
  if (proto.max_horizon_days() > 0) rule.max_horizon_days = proto.max_horizon_days();
  return rule;
}

ZoneAppliesTo ToZoneAppliesTo(const Proto& proto) {
  switch (proto.zone_applies_to()) {
    case Proto::ZONE_APPLIES_TO_PICKUP:
      return ZoneAppliesTo::kPickup;
    case Proto::ZONE_APPLIES_TO_DROPOFF:
      return ZoneAppliesTo::kDropoff;
    case Proto::ZONE_APPLIES_TO_BOTH:
      return ZoneAppliesTo::kBoth;
    case Proto::ZONE_APPLIES_TO_EITHER:
      return ZoneAppliesTo::kEither;
    case Proto::ZONE_APPLIES_TO_RESIDENCE:
      return ZoneAppliesTo::kResidence;
    default:
      return FamilyOf(proto.kind()) == Family::kRides ? ZoneAppliesTo::kPickup
                                                      : ZoneAppliesTo::kResidence;
  }
}

Intake ToIntake(directory::v1::Capacity::State state) {
  switch (state) {
    case directory::v1::Capacity::STATE_WAITLIST:
      return Intake::kWaitlist;
    case directory::v1::Capacity::STATE_ASSESSMENT:
      return Intake::kAssessment;
    case directory::v1::Capacity::STATE_CLOSED:
      return Intake::kClosed;
    default:
      return Intake::kOpen;
  }
}

std::vector<ConditionGroup> ToGroups(const Proto& proto) {
  std::vector<ConditionGroup> groups;
  for (const auto& group : proto.eligibility_rules()) {
    ConditionGroup& conditions = groups.emplace_back();
    for (const auto& condition : group.conditions()) {
      const bool excludes =
          condition.operator_() == directory::v1::EligibilityCondition::OPERATOR_NOT_IN;
      conditions.push_back({.fact = condition.fact(),
                            .op = excludes ? Condition::Op::kIsNoneOf : Condition::Op::kIsAnyOf,
                            .values = {condition.values().begin(), condition.values().end()}});
    }
  }
  return groups;
}

std::optional<Price::Unit> ToUnit(absl::string_view unit) {
  if (unit == "flat") return Price::Unit::kFlat;
  if (unit == "per-km") return Price::Unit::kPerKilometer;
  if (unit == "per-hour") return Price::Unit::kPerHour;
  if (unit == "per-day") return Price::Unit::kPerDay;
  return std::nullopt;  // membership and deposit are no price of one use
}

// "35,00 € de l'heure (main-d'œuvre)"
std::string PriceText(const directory::v1::Price& price) {
  std::string text = absl::StrFormat("%d,%02d €", price.amount_cents() / 100,
                                     static_cast<int>(price.amount_cents() % 100));
  if (price.unit() == "per-hour") text += " de l'heure";
  if (price.unit() == "per-km") text += " du kilomètre";
  if (price.unit() == "per-day") text += " par jour";
  if (price.unit() == "membership") text += " d'adhésion";
  if (price.unit() == "deposit") text += " de caution";
  return price.condition().empty() ? text : absl::StrCat(text, " (", price.condition(), ")");
}

void AddCapacity(const directory::v1::Capacity& proto, Offer& offer) {
  offer.intake = ToIntake(proto.state());
  if (proto.maximum() == 0) return;
  if (proto.unit() == kSeat) {
    offer.seats = proto.maximum();
    return;
  }
  Capacity& capacity = offer.capacity.emplace_back();
  capacity = {.unit = UnitOf(proto), .maximum = proto.maximum(), .available = proto.available()};
  if (proto.has_as_of_time()) capacity.as_of = ToTime(proto.as_of_time());
}

Zone ToZone(const directory::v1::WatchedOffer& proto, const Communes& communes) {
  Zone zone{.everywhere = proto.everywhere()};
  for (const std::string& code : proto.communes()) {
    if (const auto index = communes.Find(code); index.has_value()) zone.communes.push_back(*index);
  }
  return zone;
}

Card ToCard(const directory::v1::WatchedOffer& proto) {
  const directory::v1::Organization& organization = proto.organization();
  Card card{.display_name = proto.service_offer().display_name(),
            .organization = organization.name(),
            .organization_display_name = organization.display_name(),
            .organization_phone = organization.phone(),
            .organization_commune = organization.commune(),
            .external_url = proto.service_offer().external_url(),
            .demo = organization.demo()};
  for (const auto& price : proto.service_offer().prices()) {
    card.price_texts.push_back(PriceText(price));
  }
  return card;
}

}  // namespace

absl::Time ToTime(const google::protobuf::Timestamp& proto) {
  return absl::FromUnixSeconds(proto.seconds()) + absl::Nanoseconds(proto.nanos());
}

Commune ToCommune(const directory::v1::Commune& proto) {
  return {.insee_code = proto.insee_code(),
          .display_name = proto.display_name(),
          .former_codes = {proto.former_codes().begin(), proto.former_codes().end()},
          .postcodes = {proto.postcodes().begin(), proto.postcodes().end()},
          .epci_siren = proto.epci_siren(),
          .departement = proto.departement(),
          .population = proto.population(),
          .latitude_deg = proto.latitude_deg(),
          .longitude_deg = proto.longitude_deg()};
}

std::string UnitOf(const directory::v1::Capacity& proto) {
  return proto.maximum() == 0 || proto.unit() == kSeat ? "" : proto.unit();
}

Offer ToOffer(const directory::v1::WatchedOffer& proto, const Communes& communes) {
  const Proto& from = proto.service_offer();
  Offer offer{.id = {from.name()},
              .organization = {proto.organization().name()},
              .organization_commune = communes.Find(proto.organization().commune()),
              .kind = from.kind(),
              .purposes = {from.purposes().begin(), from.purposes().end()},
              .zone = ToZone(proto, communes),
              .zone_applies_to = ToZoneAppliesTo(from),
              .eligibility_rules = ToGroups(from),
              .accepts_minor_alone = from.accepts_minor_alone(),
              .accommodations = {from.accommodations().begin(), from.accommodations().end()},
              .booking_rule = ToBookingRule(from.booking_rule()),
              .schedule = ToSchedule(from),
              .external = !from.external_url().empty()};
  for (const int by : from.triggered_by()) {
    offer.triggered_by.resident |= by == Proto::TRIGGERED_BY_RESIDENT;
    offer.triggered_by.professional |= by == Proto::TRIGGERED_BY_PROFESSIONAL;
  }
  if (from.membership() == Proto::MEMBERSHIP_BEFORE) offer.membership = Membership::kBefore;
  if (from.membership() == Proto::MEMBERSHIP_AT_FIRST_USE) {
    offer.membership = Membership::kAtFirstUse;
  }
  if (from.approved_for_dependent_persons()) {
    offer.approvals = {{.activity = "dependent-person"}, {.activity = "child-under-3"}};
  }
  AddCapacity(from.capacity(), offer);
  offer.card = std::make_shared<const Card>(ToCard(proto));
  if (from.fee() == Proto::FEE_FREE) offer.fee = Fee::kFree;
  if (from.fee() == Proto::FEE_PAID) offer.fee = Fee::kPaid;
  for (const auto& price : from.prices()) {
    if (const auto unit = ToUnit(price.unit()); unit.has_value()) {
      offer.prices.push_back({.unit = *unit, .cents = static_cast<int>(price.amount_cents())});
    }
  }
  return offer;
}

}  // namespace entraide::matcher
