// SPDX-License-Identifier: EUPL-1.2
#include "clients/web/ask_form.h"

#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "clients/web/format.h"
#include "clients/web/messages.h"
#include "google/protobuf/util/time_util.h"
#include "services/platform/base/text.h"

namespace entraide::web {
namespace {

using google::protobuf::util::TimeUtil;

google::protobuf::Timestamp ToTimestamp(absl::Time time) {
  return TimeUtil::SecondsToTimestamp(absl::ToUnixSeconds(time));
}

std::string Trimmed(const http::Form& form, absl::string_view name) {
  return std::string(absl::StripAsciiWhitespace(form.ValueOr(name, "")));
}

// A code of `vocabulary`; what is not in it is refused, and so is nothing when required.
std::string ReadCode(const http::Form& form, absl::string_view name, absl::string_view vocabulary,
                     Need need, FormErrors& errors) {
  const std::string code = form.ValueOr(name, "");
  if (HasWord(vocabulary, code)) return code;
  if (!code.empty()) errors.Add(name, "UNKNOWN_VALUE");
  if (code.empty() && need == Need::kRequired) errors.Add(name, "REQUIRED");
  return {};
}

int ReadNumber(const http::Form& form, absl::string_view name, int from, int to,
               FormErrors& errors) {
  const std::string typed = Trimmed(form, name);
  int number = from;
  if (!typed.empty() && (!absl::SimpleAtoi(typed, &number) || number < from || number > to)) {
    errors.Add(name, "OUT_OF_RANGE");
    return from;
  }
  return number;
}

std::optional<absl::CivilDay> ReadDay(const http::Form& form, absl::string_view name, Need need,
                                      absl::Time now, FormErrors& errors) {
  const std::string typed = Trimmed(form, name);
  if (typed.empty()) {
    if (need == Need::kRequired) errors.Add(name, "REQUIRED");
    return std::nullopt;
  }
  const auto day = ParseDay(typed);
  if (!day.has_value()) {
    errors.Add(name, "DATE_MALFORMED");
  } else if (*day < absl::ToCivilDay(now, Paris())) {
    errors.Add(name, "IN_PAST");
  }
  return day;
}

std::optional<int> ReadHour(const http::Form& form, absl::string_view name, Need need,
                            FormErrors& errors) {
  const std::string typed = Trimmed(form, name);
  if (typed.empty()) {
    if (need == Need::kRequired) errors.Add(name, "REQUIRED");
    return std::nullopt;
  }
  const auto hour = ParseHour(typed);
  if (!hour.has_value()) errors.Add(name, "HOUR_MALFORMED");
  return hour;
}

rides::v1::HealthInsurancePaid InsuranceOf(absl::string_view code) {
  if (code == "yes") return rides::v1::HEALTH_INSURANCE_PAID_YES;
  if (code == "no") return rides::v1::HEALTH_INSURANCE_PAID_NO;
  if (code == "unknown") return rides::v1::HEALTH_INSURANCE_PAID_UNKNOWN;
  return rides::v1::HEALTH_INSURANCE_PAID_UNSPECIFIED;
}

void ReadReturn(const http::Form& form, absl::CivilDay day, absl::Time pickup,
                rides::v1::RideDetails& ride, FormErrors& errors) {
  const auto hour = ReadHour(form, "return_hour", Need::kOptional, errors);
  if (!hour.has_value()) return;
  const absl::Time back = AtParis(day, *hour);
  if (back <= pickup) errors.Add("return_hour", "RETURN_BEFORE");
  *ride.mutable_return_time() = ToTimestamp(back);
}

}  // namespace

rides::v1::RideDetails ReadRide(const http::Form& form, const Way& way, absl::Time now,
                                FormErrors& errors) {
  rides::v1::RideDetails ride;
  ride.set_pickup_commune(way.pickup);
  ride.set_dropoff_commune(way.dropoff);
  const auto day = ReadDay(form, "day", Need::kRequired, now, errors);
  const auto hour = ReadHour(form, "hour", Need::kRequired, errors);
  if (day.has_value() && hour.has_value()) {
    const absl::Time pickup = AtParis(*day, *hour);
    if (pickup <= now) errors.Add("hour", "IN_PAST");
    *ride.mutable_pickup_time() = ToTimestamp(pickup);
    ReadReturn(form, *day, pickup, ride, errors);
  }
  ride.set_purpose(ReadCode(form, "purpose", "purpose", Need::kRequired, errors));
  ride.set_passenger_count(ReadNumber(form, "passengers", 1, 8, errors));
  ride.set_minor_alone(form.ValueOr("minor_alone", "") == "yes");
  ride.set_health_insurance_paid(
      InsuranceOf(ReadCode(form, "health_insurance_paid", "insurance", Need::kOptional, errors)));
  return ride;
}

garage::v1::JobDetails ReadJob(const http::Form& form, absl::string_view kind, absl::Time now,
                               FormErrors& errors) {
  garage::v1::JobDetails job;
  job.set_vehicle_class(ReadCode(form, "vehicle_class", "vehicle_class", Need::kRequired, errors));
  const std::string symptoms = Trimmed(form, "symptoms");
  const bool is_repair = kind == "repair" || kind == "vehicle-check" || kind == "parts";
  if (symptoms.empty() && is_repair) errors.Add("symptoms", "REQUIRED");
  if (!symptoms.empty() && CodePoints(symptoms) < 3) errors.Add("symptoms", "TOO_SHORT");
  if (CodePoints(symptoms) > 1000) errors.Add("symptoms", "TOO_LONG");
  job.set_symptoms(symptoms);
  job.set_vehicle_model(Trimmed(form, "vehicle_model"));
  if (CodePoints(job.vehicle_model()) > 100) errors.Add("vehicle_model", "TOO_LONG");
  const std::string drivable = ReadCode(form, "drivable", "yes_no", Need::kOptional, errors);
  if (drivable == "yes") job.set_drivable(garage::v1::DRIVABLE_YES);
  if (drivable == "no") job.set_drivable(garage::v1::DRIVABLE_NO);
  const auto day = ReadDay(form, "needed_by", Need::kOptional, now, errors);
  if (day.has_value()) job.set_needed_by_date(absl::FormatCivilTime(*day));
  return job;
}

homehelp::v1::VisitDetails ReadVisit(const http::Form& form, absl::string_view kind, absl::Time now,
                                     FormErrors& errors) {
  homehelp::v1::VisitDetails visit;
  const auto day = ReadDay(form, "wished_day", Need::kOptional, now, errors);
  const Need hour_need = day.has_value() ? Need::kRequired : Need::kOptional;
  const auto hour = ReadHour(form, "wished_hour", hour_need, errors);
  if (hour.has_value() && Trimmed(form, "wished_day").empty()) errors.Add("wished_day", "REQUIRED");
  if (day.has_value() && hour.has_value()) {
    const absl::Time start = AtParis(*day, *hour);
    if (start <= now) errors.Add("wished_hour", "IN_PAST");
    *visit.mutable_start_time() = ToTimestamp(start);
  }
  const std::string minutes = ReadCode(form, "duration", "duration", Need::kOptional, errors);
  int duration = 60;
  if (absl::SimpleAtoi(minutes, &duration)) visit.set_duration_minutes(duration);
  visit.set_dependent_person(form.ValueOr("dependent_person", "") == "yes");
  visit.set_child_under_three(kind == "childcare" &&
                              form.ValueOr("child_under_three", "") == "yes");
  return visit;
}

std::vector<common::v1::Fact> ReadFacts(const http::Form& form) {
  std::vector<common::v1::Fact> facts;
  for (const auto& [name, value] : form.fields) {
    absl::string_view fact = name;
    if (!absl::ConsumePrefix(&fact, "fact-") || value.empty()) continue;
    common::v1::Fact& added = facts.emplace_back();
    added.set_fact(std::string(fact));
    added.set_value(value);
  }
  return facts;
}

common::v1::RequestInput ReadContact(const http::Form& form, absl::string_view kind,
                                     absl::string_view residence, FormErrors& errors) {
  common::v1::RequestInput input;
  input.set_kind(std::string(kind));
  input.set_residence_commune(std::string(residence));
  input.set_channel(common::v1::CHANNEL_WEB);
  const std::string acting = ReadCode(form, "acting_for", "acting_for", Need::kRequired, errors);
  input.set_acting_for(acting == "relative" ? common::v1::ACTING_FOR_RELATIVE
                                            : common::v1::ACTING_FOR_SELF);
  common::v1::Contact& contact = *input.mutable_contact();
  contact.set_display_name(Trimmed(form, "display_name"));
  contact.set_phone(Trimmed(form, "phone"));
  contact.set_email(Trimmed(form, "email"));
  contact.set_address(Trimmed(form, "address"));
  contact.set_referent(Trimmed(form, "referent"));
  if (contact.display_name().empty()) errors.Add("display_name", "REQUIRED");
  if (CodePoints(contact.display_name()) == 1) errors.Add("display_name", "TOO_SHORT");
  if (contact.phone().empty() && contact.email().empty()) errors.Add("phone", "PHONE_OR_EMAIL");
  input.set_note_public(Trimmed(form, "note_public"));
  input.set_note_private(Trimmed(form, "note_private"));
  for (const Field& field : ContactFields()) {
    const std::size_t length = CodePoints(Trimmed(form, field.name));
    if (length > static_cast<std::size_t>(field.max_length)) errors.Add(field.name, "TOO_LONG");
  }
  if (form.ValueOr("consent", "") != "yes") errors.Add("consent", "CONSENT");
  input.set_consent_version(std::string(kConsentVersion));
  for (const common::v1::Fact& fact : ReadFacts(form)) *input.add_facts() = fact;
  for (const std::string& need : form.All("needs")) {
    if (HasWord("needs", need)) input.add_needs(need);
  }
  return input;
}

}  // namespace entraide::web
