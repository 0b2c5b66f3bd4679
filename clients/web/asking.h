// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "clients/web/ask_form.h"
#include "clients/web/communes.h"
#include "clients/web/form_errors.h"
#include "clients/web/site.h"

namespace entraide::web {

// The steps of asking for help, in their order. Nothing is kept on the server between them: what
// was typed travels in the form, and is read again from the first step at each.
enum class Step { kKind, kCommune, kDetails, kAnswer, kContact, kSend };

// The step's name in forms: "besoin", "commune"...; nothing for another name.
absl::string_view NameOf(Step step);
std::optional<Step> StepOf(absl::string_view name);

// What a form says, read up to a step.
struct Asking {
  http::Form form{};
  FormErrors errors{};
  absl::Status status{};    // A service could not be asked.
  Step next = Step::kKind;  // The first step with an error, or the one after those read.
  std::string kind{};       // Empty until known; likewise below.
  clients::Trade trade{};
  std::optional<Commune> residence{};
  clients::Details details{};
  common::v1::RequestInput input{};
  // Choices of the commune fields that are ambiguous.
  std::vector<std::pair<std::string, std::vector<Choice>>> choices{};
};

// Reads `form` up to and including `last`.
Asking ReadAsking(const Site& site, http::Form form, Step last);

// The fields that the page of a step shows.
std::vector<Field> FieldsOf(const Asking& asking, Step step);

}  // namespace entraide::web
