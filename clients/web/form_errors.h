// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "clients/web/view.h"

namespace entraide::web {

// What is wrong with a form, for people: one sentence for each field, the first one found.
class FormErrors {
 public:
  // `reason` is a code of the vocabulary "error": REQUIRED, IN_PAST...
  void Add(absl::string_view field, absl::string_view reason);

  bool empty() const { return found_.empty(); }
  // The sentence of a field; empty if nothing is wrong with it.
  std::string Find(absl::string_view field) const;
  // Sets `errors`: the field's id, its label and the sentence, for the list at the top.
  void ShowIn(View& view) const;

 private:
  std::vector<std::pair<std::string, std::string>> found_{};  // field, sentence
};

}  // namespace entraide::web
