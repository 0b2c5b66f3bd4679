// SPDX-License-Identifier: EUPL-1.2
#include <google/protobuf/util/time_util.h>

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "services/directory/convert.h"
#include "services/directory/convert_schedule.h"

namespace entraide::directory {
namespace {

using Operator = EligibilityCondition::Operator;

google::protobuf::Timestamp ToTimestamp(absl::Time time) {
  return google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(absl::ToUnixMicros(time));
}

// The words of an enum are the same in the contract, after `prefix`. Unset gives `unset`; a number
// that the contract does not know is a violation of `field`.
template <typename Enum, typename Proto>
Enum ReadEnum(Proto proto, absl::string_view prefix, Enum unset, const std::string& field,
              Violations& found) {
  if (static_cast<int>(proto) == 0) return unset;
  const auto* value = google::protobuf::GetEnumDescriptor<Proto>()->FindValueByNumber(proto);
  std::optional<Enum> known;
  if (value != nullptr) known = FromWord<Enum>(absl::StripPrefix(value->name(), prefix));
  if (!known.has_value()) found.Add(field, "UNKNOWN_VALUE", "a value of the contract");
  return known.value_or(unset);
}

template <typename Proto, typename Enum>
Proto WriteEnum(Enum value, absl::string_view prefix) {
  const auto* found = google::protobuf::GetEnumDescriptor<Proto>()->FindValueByName(
      absl::StrCat(prefix, WordOf(value)));
  return static_cast<Proto>(found == nullptr ? 0 : found->number());
}

EligibilityGroup FromProto(const v1::EligibilityGroup& proto, const std::string& path,
                           Violations& found) {
  EligibilityGroup group{.text = proto.text()};
  for (const v1::EligibilityCondition& condition : proto.conditions()) {
    const std::string field =
        absl::StrCat(path, ".conditions[", group.conditions.size(), "].operator");
    if (condition.operator_() == v1::EligibilityCondition::OPERATOR_UNSPECIFIED) {
      found.Add(field, "REQUIRED", "IN or NOT_IN");
    }
    group.conditions.push_back(
        {.fact = condition.fact(),
         .op = ReadEnum(condition.operator_(), "OPERATOR_", Operator::kIn, field, found),
         .values = {condition.values().begin(), condition.values().end()}});
  }
  return group;
}

BookingRule FromProto(const v1::BookingRule& proto, const std::string& path, Violations& found) {
  BookingRule rule{.min_notice_hours = proto.min_notice_hours(),
                   .last_day = proto.last_day(),
                   .max_horizon_days = proto.max_horizon_days(),
                   .business_days_only = proto.business_days_only()};
  if (!proto.last_time().empty()) {
    rule.last_minute = ReadMinute(absl::StrCat(path, ".last_time"), proto.last_time(), found);
  }
  return rule;
}

void ReadTriggers(const v1::ServiceOffer& proto, absl::string_view path, ServiceOffer& offer,
                  Violations& found) {
  if (proto.triggered_by().empty()) return;
  offer.for_residents = false;
  offer.for_professionals = false;
  for (int i = 0; i < proto.triggered_by_size(); ++i) {
    if (proto.triggered_by(i) == v1::ServiceOffer::TRIGGERED_BY_RESIDENT) {
      offer.for_residents = true;
    } else if (proto.triggered_by(i) == v1::ServiceOffer::TRIGGERED_BY_PROFESSIONAL) {
      offer.for_professionals = true;
    } else {
      found.Add(absl::StrCat(path, "triggered_by[", i, "]"), "UNKNOWN_VALUE",
                "RESIDENT or PROFESSIONAL");
    }
  }
}

void ReadTerms(const v1::ServiceOffer& proto, absl::string_view path, ServiceOffer& offer,
               Violations& found) {
  for (const v1::EligibilityGroup& group : proto.eligibility_rules()) {
    offer.eligibility_rules.push_back(FromProto(
        group, absl::StrCat(path, "eligibility_rules[", offer.eligibility_rules.size(), "]"),
        found));
  }
  for (const v1::Price& price : proto.prices()) {
    offer.prices.push_back({.unit = price.unit(),
                            .amount_cents = price.amount_cents(),
                            .condition = price.condition()});
  }
  offer.fee = ReadEnum(proto.fee(), "FEE_", Fee::kUnknown, absl::StrCat(path, "fee"), found);
  offer.membership = ReadEnum(proto.membership(), "MEMBERSHIP_", Membership::kNone,
                              absl::StrCat(path, "membership"), found);
}

v1::EligibilityGroup ToProto(const EligibilityGroup& group) {
  v1::EligibilityGroup proto;
  for (const EligibilityCondition& condition : group.conditions) {
    v1::EligibilityCondition& written = *proto.add_conditions();
    written.set_fact(condition.fact);
    written.set_operator_(WriteEnum<v1::EligibilityCondition::Operator>(condition.op, "OPERATOR_"));
    written.mutable_values()->Assign(condition.values.begin(), condition.values.end());
  }
  proto.set_text(group.text);
  return proto;
}

v1::BookingRule ToProto(const BookingRule& rule) {
  v1::BookingRule proto;
  proto.set_min_notice_hours(rule.min_notice_hours);
  proto.set_last_day(rule.last_day);
  if (rule.last_minute.has_value()) proto.set_last_time(FormatMinute(*rule.last_minute));
  proto.set_max_horizon_days(rule.max_horizon_days);
  proto.set_business_days_only(rule.business_days_only);
  return proto;
}

v1::Capacity ToProto(const Capacity& capacity) {
  v1::Capacity proto;
  proto.set_state(WriteEnum<v1::Capacity::State>(capacity.state, "STATE_"));
  proto.set_unit(capacity.unit);
  proto.set_maximum(capacity.maximum);
  proto.set_available(capacity.available);
  if (capacity.maximum > 0) *proto.mutable_as_of_time() = ToTimestamp(capacity.as_of);
  return proto;
}

void WriteForWhom(const ServiceOffer& offer, v1::ServiceOffer& proto) {
  *proto.mutable_zone() = ToProto(offer.zone);
  proto.set_zone_applies_to(
      WriteEnum<v1::ServiceOffer::ZoneAppliesTo>(offer.zone_applies_to, "ZONE_APPLIES_TO_"));
  if (offer.for_residents) proto.add_triggered_by(v1::ServiceOffer::TRIGGERED_BY_RESIDENT);
  if (offer.for_professionals) proto.add_triggered_by(v1::ServiceOffer::TRIGGERED_BY_PROFESSIONAL);
  for (const EligibilityGroup& group : offer.eligibility_rules) {
    *proto.add_eligibility_rules() = ToProto(group);
  }
  proto.mutable_required_documents()->Assign(offer.required_documents.begin(),
                                             offer.required_documents.end());
  proto.mutable_accommodations()->Assign(offer.accommodations.begin(), offer.accommodations.end());
}

void WriteTerms(const ServiceOffer& offer, v1::ServiceOffer& proto) {
  *proto.mutable_capacity() = ToProto(offer.capacity);
  proto.set_fee(WriteEnum<v1::ServiceOffer::Fee>(offer.fee, "FEE_"));
  for (const Price& price : offer.prices) {
    v1::Price& written = *proto.add_prices();
    written.set_unit(price.unit);
    written.set_amount_cents(price.amount_cents);
    written.set_condition(price.condition);
  }
  proto.set_membership(WriteEnum<v1::ServiceOffer::Membership>(offer.membership, "MEMBERSHIP_"));
  proto.set_external_url(offer.external_url);
}

}  // namespace

Capacity FromProto(const v1::Capacity& proto, absl::string_view path, Violations& found) {
  return {.state = ReadEnum(proto.state(), "STATE_", Capacity::State::kOpen,
                            absl::StrCat(path, ".state"), found),
          .unit = proto.unit(),
          .maximum = proto.maximum(),
          .available = proto.available()};
}

ServiceOffer FromProto(const v1::ServiceOffer& proto, absl::string_view path, Violations& found) {
  ServiceOffer offer{
      .local_id = proto.local_id(),
      .display_name = proto.display_name(),
      .description = proto.description(),
      .kind = proto.kind(),
      .purposes = {proto.purposes().begin(), proto.purposes().end()},
      .zone = FromProto(proto.zone()),
      .required_documents = {proto.required_documents().begin(), proto.required_documents().end()},
      .accommodations = {proto.accommodations().begin(), proto.accommodations().end()},
      .open_on_public_holidays = proto.open_on_public_holidays(),
      .external_url = proto.external_url(),
      .accepts_minor_alone = proto.accepts_minor_alone(),
      .approved_for_dependent_persons = proto.approved_for_dependent_persons()};
  offer.zone_applies_to =
      ReadEnum(proto.zone_applies_to(), "ZONE_APPLIES_TO_", DefaultZoneAppliesTo(offer.kind),
               absl::StrCat(path, "zone_applies_to"), found);
  offer.booking_rule = FromProto(proto.booking_rule(), absl::StrCat(path, "booking_rule"), found);
  offer.schedule = ReadSlots(proto.schedule(), absl::StrCat(path, "schedule"), found);
  offer.exceptions = ReadExceptions(proto.exceptions(), absl::StrCat(path, "exceptions"), found);
  offer.capacity = FromProto(proto.capacity(), absl::StrCat(path, "capacity"), found);
  ReadTriggers(proto, path, offer, found);
  ReadTerms(proto, path, offer, found);
  return offer;
}

v1::ServiceOffer ToProto(const ServiceOffer& offer) {
  v1::ServiceOffer proto;
  proto.set_name(NameOf(offer));
  proto.set_etag(absl::StrCat(offer.revision));
  proto.set_local_id(offer.local_id);
  proto.set_display_name(offer.display_name);
  proto.set_description(offer.description);
  proto.set_state(WriteEnum<v1::ListingState>(offer.listing.state, "LISTING_STATE_"));
  proto.set_state_reason(offer.listing.reason);
  proto.set_kind(offer.kind);
  proto.mutable_purposes()->Assign(offer.purposes.begin(), offer.purposes.end());
  WriteForWhom(offer, proto);
  *proto.mutable_booking_rule() = ToProto(offer.booking_rule);
  *proto.mutable_schedule() = WriteSlots(offer.schedule);
  *proto.mutable_exceptions() = WriteExceptions(offer.exceptions);
  proto.set_open_on_public_holidays(offer.open_on_public_holidays);
  WriteTerms(offer, proto);
  proto.set_accepts_minor_alone(offer.accepts_minor_alone);
  proto.set_approved_for_dependent_persons(offer.approved_for_dependent_persons);
  *proto.mutable_confirm_time() = ToTimestamp(offer.confirm_time);
  *proto.mutable_update_time() = ToTimestamp(offer.update_time);
  return proto;
}

}  // namespace entraide::directory
