// SPDX-License-Identifier: EUPL-1.2
#include "clients/web/form_errors.h"

#include <utility>

#include "clients/web/messages.h"

namespace entraide::web {

void FormErrors::Add(absl::string_view field, absl::string_view reason) {
  if (!Find(field).empty()) return;
  const absl::string_view known = HasWord("error", reason) ? reason : "MALFORMED";
  found_.emplace_back(std::string(field), Word("error", known));
}

std::string FormErrors::Find(absl::string_view field) const {
  for (const auto& [name, sentence] : found_) {
    if (name == field) return sentence;
  }
  return {};
}

void FormErrors::ShowIn(View& view) const {
  std::vector<View> errors;
  for (const auto& [name, sentence] : found_) {
    View error;
    error.Text("field", name)
        .Text("label", HasWord("field", name) ? Word("field", name) : Message("question"))
        .Text("sentence", sentence);
    errors.push_back(std::move(error));
  }
  view.ShowIf("has_errors", !errors.empty());
  view.List("errors", std::move(errors));
}

}  // namespace entraide::web
