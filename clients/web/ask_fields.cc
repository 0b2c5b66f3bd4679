// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "clients/web/ask_form.h"
#include "clients/web/messages.h"
#include "google/protobuf/util/time_util.h"
#include "services/platform/base/text.h"

namespace entraide::web {
namespace {

using clients::Trade;
using google::protobuf::util::TimeUtil;

const std::vector<Field>& RideFields() {
  static const auto& fields = *new std::vector<Field>{
      {"pickup", Control::kCommune},
      {"dropoff", Control::kCommune},
      {"day", Control::kDate},
      {"hour", Control::kTime},
      {"return_hour", Control::kTime, Need::kOptional},
      {"purpose", Control::kSelect, Need::kRequired, "purpose"},
      {"health_insurance_paid", Control::kRadios, Need::kOptional, "insurance"},
      {"passengers", Control::kNumber, Need::kOptional},
      {"minor_alone", Control::kChecks, Need::kOptional, "minor_alone"},
      {"needs", Control::kChecks, Need::kOptional, "needs"}};
  return fields;
}

const std::vector<Field>& GarageFields() {
  static const auto& fields =
      *new std::vector<Field>{{"vehicle_class", Control::kRadios, Need::kRequired, "vehicle_class"},
                              {"symptoms", Control::kArea, Need::kRequired, "", "", 1000},
                              {"vehicle_model", Control::kText, Need::kOptional, "", "", 100},
                              {"drivable", Control::kRadios, Need::kOptional, "yes_no"},
                              {"needed_by", Control::kDate, Need::kOptional}};
  return fields;
}

// A loan or advice needs no symptoms, and nothing that can be driven.
const std::vector<Field>& LoanFields() {
  static const auto& fields =
      *new std::vector<Field>{{"vehicle_class", Control::kRadios, Need::kRequired, "vehicle_class"},
                              {"symptoms", Control::kArea, Need::kOptional, "", "", 1000},
                              {"needed_by", Control::kDate, Need::kOptional}};
  return fields;
}

const std::vector<Field>& VisitFields() {
  static const auto& fields = *new std::vector<Field>{
      {"wished_day", Control::kDate, Need::kOptional},
      {"wished_hour", Control::kTime, Need::kOptional},
      {"duration", Control::kSelect, Need::kOptional, "duration"},
      {"dependent_person", Control::kChecks, Need::kOptional, "dependent_person"},
      {"needs", Control::kChecks, Need::kOptional, "home_needs"}};
  return fields;
}

const std::vector<Field>& ChildcareFields() {
  static const auto& fields = *new std::vector<Field>{
      {"wished_day", Control::kDate, Need::kOptional},
      {"wished_hour", Control::kTime, Need::kOptional},
      {"duration", Control::kSelect, Need::kOptional, "duration"},
      {"child_under_three", Control::kChecks, Need::kOptional, "child_under_three"}};
  return fields;
}

bool IsDetailFact(const common::v1::Fact& fact) {
  return fact.fact() == "purpose" || fact.fact() == "dropoff" ||
         fact.fact() == "health-insurance-paid";
}

// The minutes from `start` in which it must be at hand; as the owning services count them.
void AddSpan(const google::protobuf::Timestamp& start, int minutes, matcher::v1::Need& need) {
  matcher::v1::Span& span = *need.add_spans();
  *span.mutable_start_time() = start;
  *span.mutable_end_time() =
      TimeUtil::SecondsToTimestamp(TimeUtil::TimestampToSeconds(start) + 60 * minutes);
}

struct AddDetails {
  matcher::v1::Need& need;

  void operator()(const rides::v1::RideDetails& ride) const {
    need.set_purpose(ride.purpose());
    need.set_pickup_commune(ride.pickup_commune());
    need.set_dropoff_commune(ride.dropoff_commune());
    if (ride.has_pickup_time()) AddSpan(ride.pickup_time(), 60, need);
    if (ride.has_return_time()) AddSpan(ride.return_time(), 60, need);
    need.set_passenger_count(std::max(1, ride.passenger_count()));
    need.set_minor_alone(ride.minor_alone());
    switch (ride.health_insurance_paid()) {
      case rides::v1::HEALTH_INSURANCE_PAID_YES:
        need.set_health_insurance_paid("yes");
        break;
      case rides::v1::HEALTH_INSURANCE_PAID_NO:
        need.set_health_insurance_paid("no");
        break;
      case rides::v1::HEALTH_INSURANCE_PAID_UNKNOWN:
        need.set_health_insurance_paid("unknown");
        break;
      default:
        break;
    }
  }
  void operator()(const garage::v1::JobDetails& job) const {
    need.set_purpose(job.vehicle_class());
  }
  void operator()(const homehelp::v1::VisitDetails& visit) const {
    if (visit.has_start_time()) {
      AddSpan(visit.start_time(), visit.duration_minutes() > 0 ? visit.duration_minutes() : 60,
              need);
    }
    need.set_needs_approval(visit.dependent_person() || visit.child_under_three());
  }
};

}  // namespace

const std::vector<Field>& DetailFields(Trade trade, absl::string_view kind) {
  if (trade == Trade::kRides) return RideFields();
  if (trade == Trade::kHomeHelp) return kind == "childcare" ? ChildcareFields() : VisitFields();
  const bool is_loan = kind == "vehicle-loan" || kind == "mobility-advice" || kind == "self-repair";
  return is_loan ? LoanFields() : GarageFields();
}

const std::vector<Field>& ContactFields() {
  static const auto& fields =
      *new std::vector<Field>{{"acting_for", Control::kRadios, Need::kRequired, "acting_for"},
                              {"display_name", Control::kText, Need::kRequired, "", "name", 100},
                              {"phone", Control::kPhone, Need::kOptional, "", "tel", 30},
                              {"email", Control::kEmail, Need::kOptional, "", "email", 200},
                              {"address", Control::kText, Need::kOptional, "", "", 200},
                              {"referent", Control::kText, Need::kOptional, "", "", 200},
                              {"note_public", Control::kArea, Need::kOptional, "", "", 1000},
                              {"note_private", Control::kArea, Need::kOptional, "", "", 1000},
                              {"consent", Control::kChecks, Need::kRequired, "consent"}};
  return fields;
}

matcher::v1::Need NeedOf(absl::string_view kind, absl::string_view residence,
                         const clients::Details& details, const http::Form& form) {
  matcher::v1::Need need;
  need.set_kind(std::string(kind));
  need.set_residence_commune(std::string(residence));
  std::visit(AddDetails{need}, details);
  for (const std::string& name : form.All("needs")) {
    if (HasWord("needs", name)) need.add_needs(name);
  }
  for (const common::v1::Fact& fact : ReadFacts(form)) {
    if (!IsDetailFact(fact)) {
      *need.add_facts() = fact;
    } else if (fact.value() == "declined") {
      continue;
    } else if (fact.fact() == "purpose") {
      need.set_purpose(fact.value());
    } else if (fact.fact() == "health-insurance-paid") {
      need.set_health_insurance_paid(fact.value());
    }
  }
  return need;
}

http::Form CleanForm(const http::Form& sent, FormErrors& errors) {
  http::Form clean;
  for (const auto& [name, value] : sent.fields) {
    if (!IsText(name) || name.size() > 60 || clean.fields.size() >= 100) continue;
    if (name == "etape" || name == "aller") continue;  // say where to go, not what is asked
    if (!IsText(value)) {
      errors.Add(name, "NOT_TEXT");
      continue;
    }
    clean.fields.emplace_back(name, value);
  }
  return clean;
}

std::string FieldOfPath(absl::string_view path) {
  const std::vector<absl::string_view> parts = absl::StrSplit(path, absl::ByAnyChar(".["));
  static constexpr std::pair<absl::string_view, absl::string_view> kFields[] = {
      {"residence_commune", "commune"}, {"pickup_commune", "pickup"},
      {"dropoff_commune", "dropoff"},   {"pickup_time", "day"},
      {"return_time", "return_hour"},   {"passenger_count", "passengers"},
      {"start_time", "wished_day"},     {"duration_minutes", "duration"},
      {"needed_by_date", "needed_by"},  {"consent_version", "consent"}};
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
    for (const auto& [of_proto, of_form] : kFields) {
      if (*part == of_proto) return std::string(of_form);
    }
    if (HasWord("field", *part)) return std::string(*part);
  }
  return {};
}

}  // namespace entraide::web
