// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "clients/web/form_errors.h"
#include "clients/web/view.h"
#include "services/platform/http/form.h"

namespace entraide::web {

// The questions whose answers would open an offer, as fields `fact-{fact}` for templates/field.
// Everybody may decline to answer. A fact that this page cannot ask for is left out.
template <typename Facts>
std::vector<View> QuestionViews(const Facts& facts, const http::Form& form,
                                const FormErrors& errors);

View QuestionView(const std::string& fact, const http::Form& form, const FormErrors& errors);
bool IsQuestion(const std::string& fact);

template <typename Facts>
std::vector<View> QuestionViews(const Facts& facts, const http::Form& form,
                                const FormErrors& errors) {
  std::vector<View> views;
  for (const std::string& fact : facts) {
    if (IsQuestion(fact)) views.push_back(QuestionView(fact, form, errors));
  }
  return views;
}

}  // namespace entraide::web
