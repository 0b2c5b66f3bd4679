// SPDX-License-Identifier: EUPL-1.2
#include "services/garage/convert_action.h"

#include <array>
#include <optional>
#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "proto/vocabulary/kinds.h"
#include "services/garage/convert_vehicle.h"
#include "services/garage/domain/job.h"
#include "services/platform/base/status.h"
#include "services/platform/base/violations.h"
#include "services/request/convert.h"
#include "services/request/domain/contact.h"
#include "services/request/domain/paris.h"

namespace entraide::garage {
namespace {

constexpr std::array<absl::string_view, 5> kReasons = {"asked", "not-available", "vehicle",
                                                       "weather", "other"};
constexpr int kMostShares = 10;
constexpr int kMostWorkMinutes = 6000;
constexpr int kFarthestDays = 366;

void CheckNumber(std::int64_t value, std::int64_t most, absl::string_view field,
                 Violations& violations) {
  if (value < 0 || value > most) {
    violations.Add(field, "OUT_OF_RANGE", absl::StrCat("0 to ", most));
  }
}

absl::CivilDay DayOf(const std::string& text, absl::string_view field, Violations& violations) {
  const std::optional<absl::CivilDay> day = request::ParseDay(text);
  if (!day.has_value()) {
    violations.Add(field, text.empty() ? "REQUIRED" : "MALFORMED", "YYYY-MM-DD");
  }
  return day.value_or(absl::CivilDay());
}

void CheckNotPast(absl::CivilDay day, absl::Time now, absl::string_view field,
                  Violations& violations) {
  if (violations.empty() && day < absl::ToCivilDay(now, request::Paris())) {
    violations.Add(field, "IN_PAST", "today or later");
  }
}

template <typename Proto>
absl::StatusOr<Slot> SlotOf(const Proto& proto, absl::Time now, absl::string_view field) {
  Violations violations;
  const std::optional<absl::Time> start =
      proto.has_start_time() ? request::ParseTime(proto.start_time()) : std::nullopt;
  const Slot slot{.start = start.value_or(now),
                  .duration = absl::Minutes(proto.duration_minutes())};
  if (!start.has_value()) {
    violations.Add(absl::StrCat(field, ".start_time"), "REQUIRED", "when it begins");
  }
  CheckSlot(slot, now, field, violations);
  RETURN_IF_ERROR(violations.ToStatus());
  return slot;
}

std::vector<Share> SharesOf(const google::protobuf::RepeatedPtrField<v1::Share>& shares,
                            const std::string& field, Violations& violations) {
  if (shares.size() > kMostShares) violations.Add(field, "TOO_MANY", "at most 10");
  std::vector<Share> parsed;
  for (int i = 0; i < shares.size() && i < kMostShares; ++i) {
    const std::string at = absl::StrCat(field, "[", i, "]");
    const v1::Share& share = shares[i];
    request::CheckLength(share.funder(), 2, 40, at + ".funder", violations);
    CheckNumber(share.cents(), kMostCents, at + ".cents", violations);
    if (absl::c_any_of(parsed, [&](const Share& one) { return one.funder == share.funder(); })) {
      violations.Add(at + ".funder", "DUPLICATE", "each funder once");
    }
    parsed.push_back({.funder = share.funder(), .cents = share.cents()});
  }
  return parsed;
}

Handover HandoverOf(const v1::Handover& proto, const std::string& field, Violations& violations) {
  CheckNumber(proto.mileage_km(), kMostKm, field + ".mileage_km", violations);
  CheckNumber(proto.fuel_eighths(), 8, field + ".fuel_eighths", violations);
  request::CheckLength(proto.damage(), 0, 1000, field + ".damage", violations);
  return {.mileage_km = proto.mileage_km(),
          .fuel_eighths = proto.fuel_eighths(),
          .damage = proto.damage()};
}

}  // namespace

absl::StatusOr<Slot> ParseSlot(const v1::Schedule& proto, absl::Time now) {
  return SlotOf(proto, now, "schedule");
}

absl::StatusOr<Slot> ParseSlot(const v1::Book& proto, absl::Time now) {
  return SlotOf(proto, now, "book");
}

absl::StatusOr<std::string> ParseReason(absl::string_view field, const std::string& reason) {
  if (absl::c_linear_search(kReasons, reason)) return reason;
  return InvalidField(field, reason.empty() ? "REQUIRED" : "UNKNOWN_VALUE",
                      "one of the listed reasons");
}

absl::StatusOr<int> ParseMileage(const v1::TakeIn& proto) {
  Violations violations;
  CheckNumber(proto.mileage_km(), kMostKm, "take_in.mileage_km", violations);
  RETURN_IF_ERROR(violations.ToStatus());
  return proto.mileage_km();
}

absl::StatusOr<Quote> ParseQuote(const v1::MakeQuote& proto) {
  Violations violations;
  CheckNumber(proto.work_minutes(), kMostWorkMinutes, "quote.work_minutes", violations);
  CheckNumber(proto.hourly_rate_cents(), kMostCents, "quote.hourly_rate_cents", violations);
  CheckNumber(proto.parts_cents(), kMostCents, "quote.parts_cents", violations);
  Quote quote{.work_minutes = proto.work_minutes(),
              .hourly_rate_cents = proto.hourly_rate_cents(),
              .parts_cents = proto.parts_cents(),
              .valid_until = request::ParseDay(proto.valid_until_date()),
              .shares = SharesOf(proto.shares(), "quote.shares", violations)};
  if (!proto.valid_until_date().empty() && !quote.valid_until.has_value()) {
    violations.Add("quote.valid_until_date", "MALFORMED", "YYYY-MM-DD");
  }
  RETURN_IF_ERROR(violations.ToStatus());
  return quote;
}

absl::StatusOr<std::vector<Share>> ParseGranted(const v1::Grant& proto) {
  Violations violations;
  std::vector<Share> granted = SharesOf(proto.shares(), "grant.shares", violations);
  RETURN_IF_ERROR(violations.ToStatus());
  return granted;
}

absl::StatusOr<absl::CivilDay> ParseExpected(const v1::WaitParts& proto, absl::Time now) {
  Violations violations;
  const absl::CivilDay day = DayOf(proto.expected_date(), "wait_parts.expected_date", violations);
  CheckNotPast(day, now, "wait_parts.expected_date", violations);
  RETURN_IF_ERROR(violations.ToStatus());
  return day;
}

absl::StatusOr<Cents> ParseCost(absl::string_view field, Cents cost) {
  Violations violations;
  CheckNumber(cost, kMostCents, field, violations);
  RETURN_IF_ERROR(violations.ToStatus());
  return cost;
}

absl::StatusOr<Wish> ParseReserve(const v1::Reserve& proto, absl::string_view organization,
                                  absl::Time now) {
  Violations violations;
  Wish wish{.says_price = proto.has_day_cents()};
  wish.loan = {.first_day = DayOf(proto.first_date(), "reserve.first_date", violations),
               .last_day = DayOf(proto.last_date(), "reserve.last_date", violations),
               .day_cents = proto.day_cents(),
               .km_allowance = proto.km_allowance(),
               .extra_km_cents = proto.extra_km_cents()};
  CheckNotPast(wish.loan.first_day, now, "reserve.first_date", violations);
  if (violations.empty() &&
      wish.loan.first_day > absl::ToCivilDay(now, request::Paris()) + kFarthestDays) {
    violations.Add("reserve.first_date", "OUT_OF_RANGE", "within a year");
  }
  if (violations.empty() && wish.loan.last_day < wish.loan.first_day) {
    violations.Add("reserve.last_date", "OUT_OF_RANGE", "not before first_date");
  }
  CheckNumber(proto.day_cents(), kMostCents, "reserve.day_cents", violations);
  CheckNumber(proto.km_allowance(), kMostKm, "reserve.km_allowance", violations);
  CheckNumber(proto.extra_km_cents(), kMostCents, "reserve.extra_km_cents", violations);
  RETURN_IF_ERROR(violations.ToStatus());
  ASSIGN_OR_RETURN(wish.vehicle,
                   ParseVehicleName(proto.vehicle(), organization, "reserve.vehicle"));
  return wish;
}

absl::StatusOr<CheckOut> ParseCheckOut(const v1::CheckOut& proto) {
  Violations violations;
  CheckOut seen{
      .contract_signed = proto.contract_signed(),
      .deposit_cents = proto.deposit_cents(),
      .licence_categories = {proto.licence_categories().begin(), proto.licence_categories().end()},
      .prescription_until = proto.prescription_until_date(),
      .handover = HandoverOf(proto.handover(), "check_out.handover", violations)};
  CheckNumber(proto.deposit_cents(), kMostCents, "check_out.deposit_cents", violations);
  if (proto.licence_categories_size() > 10) {
    violations.Add("check_out.licence_categories", "TOO_MANY", "at most 10");
  }
  if (!seen.prescription_until.empty()) {
    DayOf(seen.prescription_until, "check_out.prescription_until_date", violations);
  }
  RETURN_IF_ERROR(violations.ToStatus());
  return seen;
}

absl::StatusOr<absl::CivilDay> ParseLastDay(const v1::Extend& proto) {
  Violations violations;
  const absl::CivilDay day = DayOf(proto.last_date(), "extend.last_date", violations);
  RETURN_IF_ERROR(violations.ToStatus());
  return day;
}

absl::StatusOr<Handover> ParseCheckIn(const v1::CheckIn& proto) {
  Violations violations;
  Handover handover = HandoverOf(proto.handover(), "check_in.handover", violations);
  RETURN_IF_ERROR(violations.ToStatus());
  return handover;
}

absl::Status CheckSettle(const v1::Settle& proto) {
  Violations violations;
  CheckNumber(proto.deposit_kept_cents(), kMostCents, "settle.deposit_kept_cents", violations);
  request::CheckLength(proto.deposit_kept_reason(), proto.deposit_kept_cents() > 0 ? 3 : 0, 500,
                       "settle.deposit_kept_reason", violations);
  return violations.ToStatus();
}

absl::StatusOr<Report> ParseReport(const v1::JobReport& proto) {
  Violations violations;
  request::CheckLength(proto.text(), 3, 5000, "report.text", violations);
  if (proto.recommended_kinds_size() > 10) {
    violations.Add("report.recommended_kinds", "TOO_MANY", "at most 10");
  }
  for (const std::string& kind : proto.recommended_kinds()) {
    if (!vocabulary::FamilyOf(kind).has_value()) {
      violations.Add("report.recommended_kinds", "UNKNOWN_VALUE", "one of the listed kinds");
    }
  }
  const std::string& consent = proto.consent();
  if (!consent.empty() && consent != "written" && consent != "spoken") {
    violations.Add("report.consent", "UNKNOWN_VALUE", "written or spoken");
  }
  RETURN_IF_ERROR(violations.ToStatus());
  return Report{
      .text = proto.text(),
      .recommended_kinds = {proto.recommended_kinds().begin(), proto.recommended_kinds().end()},
      .to_prescriber = proto.to_prescriber(),
      .consent = consent};
}

absl::StatusOr<PartKept> ParseSetAside(const v1::SetAside& proto) {
  Violations violations;
  CheckNumber(proto.price_cents(), kMostCents, "set_aside.price_cents", violations);
  const PartKept part{
      .price_cents = proto.price_cents(),
      .keep_until = DayOf(proto.keep_until_date(), "set_aside.keep_until_date", violations)};
  RETURN_IF_ERROR(violations.ToStatus());
  return part;
}

}  // namespace entraide::garage
