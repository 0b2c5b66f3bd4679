// SPDX-License-Identifier: EUPL-1.2
#include "services/garage/convert_progress.h"

#include <optional>
#include <string>
#include <vector>

#include "services/garage/convert_vehicle.h"
#include "services/request/convert.h"

namespace entraide::garage {
namespace {

// The contract's enums are those of the domain, after one that says nothing.
template <typename Proto, typename Enum>
Proto ValueOf(Enum value) {
  return static_cast<Proto>(static_cast<int>(value) + 1);
}

std::string TextOf(const std::optional<absl::CivilDay>& day) {
  return day.has_value() ? absl::FormatCivilTime(*day) : "";
}

void AddShares(const std::vector<Share>& shares,
               google::protobuf::RepeatedPtrField<v1::Share>& protos) {
  for (const Share& share : shares) {
    v1::Share& proto = *protos.Add();
    proto.set_funder(share.funder);
    proto.set_cents(share.cents);
    proto.set_state(ValueOf<v1::Share::State>(share.state));
  }
}

v1::Quote ToProto(const Quote& quote) {
  v1::Quote proto;
  proto.set_version(quote.version);
  proto.set_work_minutes(quote.work_minutes);
  proto.set_hourly_rate_cents(quote.hourly_rate_cents);
  proto.set_parts_cents(quote.parts_cents);
  proto.set_total_cents(quote.total_cents);
  proto.set_valid_until_date(TextOf(quote.valid_until));
  AddShares(quote.shares, *proto.mutable_shares());
  return proto;
}

v1::Repair ToProto(const Repair& repair) {
  v1::Repair proto;
  proto.set_mileage_km(repair.mileage_km);
  proto.set_parts_date(TextOf(repair.parts_day));
  proto.set_outcome(ValueOf<v1::Repair::Outcome>(repair.outcome));
  proto.set_outcome_reason(repair.outcome_reason);
  proto.set_cost_cents(repair.cost_cents);
  proto.set_invoice(repair.invoice);
  AddShares(repair.bill, *proto.mutable_bill());
  return proto;
}

v1::Handover ToProto(const Handover& handover) {
  v1::Handover proto;
  *proto.mutable_time() = request::ToProto(handover.time);
  proto.set_mileage_km(handover.mileage_km);
  proto.set_fuel_eighths(handover.fuel_eighths);
  proto.set_damage(handover.damage);
  return proto;
}

v1::Loan ToProto(const Loan& loan, absl::string_view organization) {
  v1::Loan proto;
  proto.set_vehicle(VehicleNameOf(organization, loan.vehicle));
  proto.set_first_date(TextOf(loan.first_day));
  proto.set_last_date(TextOf(loan.last_day));
  proto.set_day_cents(loan.day_cents);
  proto.set_km_allowance(loan.km_allowance);
  proto.set_extra_km_cents(loan.extra_km_cents);
  if (loan.out.has_value()) *proto.mutable_out() = ToProto(*loan.out);
  if (loan.in.has_value()) *proto.mutable_in() = ToProto(*loan.in);
  proto.set_written_off(loan.written_off);
  proto.set_deposit(ValueOf<v1::Loan::Deposit>(loan.deposit));
  proto.set_deposit_cents(loan.deposit_cents);
  proto.set_kept_cents(loan.kept_cents);
  proto.set_kept_reason(loan.kept_reason);
  proto.set_price_cents(loan.price_cents);
  return proto;
}

}  // namespace

v1::Appointment ToProto(const Appointment& appointment) {
  v1::Appointment proto;
  proto.set_place(ValueOf<v1::Appointment::Place>(appointment.place));
  proto.set_number(appointment.number);
  *proto.mutable_start_time() = request::ToProto(appointment.start);
  *proto.mutable_end_time() = request::ToProto(appointment.end);
  return proto;
}

v1::JobReport ToProto(const Report& report) {
  v1::JobReport proto;
  proto.set_text(report.text);
  for (const std::string& kind : report.recommended_kinds) proto.add_recommended_kinds(kind);
  proto.set_to_prescriber(report.to_prescriber);
  proto.set_consent(report.consent);
  return proto;
}

v1::JobProgress ToProto(const Progress& progress, absl::string_view organization) {
  v1::JobProgress proto;
  if (progress.appointment.has_value()) {
    *proto.mutable_appointment() = ToProto(*progress.appointment);
  }
  if (progress.quote.has_value()) *proto.mutable_quote() = ToProto(*progress.quote);
  if (progress.repair.has_value()) *proto.mutable_repair() = ToProto(*progress.repair);
  if (progress.loan.has_value()) *proto.mutable_loan() = ToProto(*progress.loan, organization);
  if (progress.part.has_value()) {
    proto.mutable_part()->set_price_cents(progress.part->price_cents);
    proto.mutable_part()->set_keep_until_date(TextOf(progress.part->keep_until));
  }
  proto.set_has_report(progress.report.has_value());
  return proto;
}

}  // namespace entraide::garage
