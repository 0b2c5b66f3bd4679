// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"

namespace entraide::web {

// What a template shows, by name. A name that is set to nothing (empty text, false, no children)
// skips its section, and hides the same name of the views around it.
class View {
 public:
  View& Text(absl::string_view name, absl::string_view value) {
    texts_[std::string(name)] = std::string(value);
    return *this;
  }
  // `{{#name}}` is shown if `condition` holds: for what has no text of its own.
  View& ShowIf(absl::string_view name, bool condition) {
    return List(name, std::vector<View>(condition ? 1 : 0));
  }
  View& List(absl::string_view name, std::vector<View> children) {
    lists_[std::string(name)] = std::move(children);
    return *this;
  }
  // `{{#name}}` is shown once, with the child's names in reach.
  View& With(absl::string_view name, View child) {
    lists_[std::string(name)].push_back(std::move(child));
    return *this;
  }

  const std::map<std::string, std::string>& texts() const { return texts_; }
  const std::map<std::string, std::vector<View>>& lists() const { return lists_; }

 private:
  std::map<std::string, std::string> texts_{};
  std::map<std::string, std::vector<View>> lists_{};
};

}  // namespace entraide::web
