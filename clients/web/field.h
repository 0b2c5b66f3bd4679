// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "clients/web/form_errors.h"
#include "clients/web/view.h"
#include "services/platform/http/form.h"

namespace entraide::web {

enum class Control {
  kText,
  kDate,
  kTime,
  kNumber,
  kEmail,
  kPhone,
  kArea,
  kSelect,
  kRadios,
  kChecks,
  kCommune
};
enum class Need { kRequired, kOptional, kFilter };  // a filter is optional as all know

// One question of a form. Its label is the word of the vocabulary "field" for its name, its hint
// that of "hint"; radios and checks offer the codes of `vocabulary`.
struct Field {
  absl::string_view name{};
  Control control = Control::kText;
  Need need = Need::kRequired;
  absl::string_view vocabulary{};
  absl::string_view autocomplete{};  // as in HTML; empty turns completion off
  int max_length = 200;
};

// Value and label of one choice.
using Choice = std::pair<std::string, std::string>;

// The field with what was typed and what is wrong with it, for templates/field. `choices` replace
// the vocabulary's, and give a commune field its radios.
View FieldView(const Field& field, const http::Form& form, const FormErrors& errors,
               std::vector<Choice> choices = {});

// Values to carry from one step to the next: name and value of every field of `form` that is not
// among `shown`, for templates/hidden.
std::vector<View> HiddenFields(const http::Form& form, const std::vector<Field>& shown);

}  // namespace entraide::web
