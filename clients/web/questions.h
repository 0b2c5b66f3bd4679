// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "clients/web/form_errors.h"
#include "clients/web/view.h"
#include "services/platform/http/form.h"

namespace entraide::web {

// The question about a fact whose answer would open an offer, as the field `fact-{fact}` for
// templates/field. Everybody may decline to answer; a fact without words of its own is asked for by
// its name, so that nobody is stuck.
View QuestionView(const std::string& fact, const http::Form& form, const FormErrors& errors);

template <typename Facts>
std::vector<View> QuestionViews(const Facts& facts, const http::Form& form,
                                const FormErrors& errors) {
  std::vector<View> views;
  for (const std::string& fact : facts) views.push_back(QuestionView(fact, form, errors));
  return views;
}

}  // namespace entraide::web
