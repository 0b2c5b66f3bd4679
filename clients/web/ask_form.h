// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/time/time.h"
#include "clients/cpp/requests_client.h"
#include "clients/web/field.h"
#include "clients/web/form_errors.h"
#include "entraide/matcher/v1/matcher_service.pb.h"

namespace entraide::web {

// The version of the consent text in messages/fr.json.
inline constexpr absl::string_view kConsentVersion = "2026-11";

// The questions of a trade, and those of the last step.
const std::vector<Field>& DetailFields(clients::Trade trade, absl::string_view kind);
const std::vector<Field>& ContactFields();

// Which communes a ride goes between, INSEE codes.
struct Way {
  std::string pickup{};
  std::string dropoff{};
};

// The details that the form says; everything wrong goes to `errors`. `now` tells what is past.
rides::v1::RideDetails ReadRide(const http::Form& form, const Way& way, absl::Time now,
                                FormErrors& errors);
garage::v1::JobDetails ReadJob(const http::Form& form, absl::string_view kind, absl::Time now,
                               FormErrors& errors);
homehelp::v1::VisitDetails ReadVisit(const http::Form& form, absl::string_view kind, absl::Time now,
                                     FormErrors& errors);

// Answers to questions of eligibility, from the fields `fact-{fact}`.
std::vector<common::v1::Fact> ReadFacts(const http::Form& form);

// The envelope: who asks, how to reach them, what they agreed to.
common::v1::RequestInput ReadContact(const http::Form& form, absl::string_view kind,
                                     absl::string_view residence, FormErrors& errors);

// The need as values, without who has it.
matcher::v1::Need NeedOf(absl::string_view kind, absl::string_view residence,
                         const clients::Details& details, const http::Form& form);

// Keeps the fields that the form has, as text; a value that is no text is refused under its name.
http::Form CleanForm(const http::Form& sent, FormErrors& errors);

// The field of the form for the path of a violation (`details.pickup_time`); empty if there is
// none.
std::string FieldOfPath(absl::string_view path);

}  // namespace entraide::web
