// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/pg/columns.h"

#include "absl/strings/string_view.h"

namespace entraide::pg {
namespace {

void AppendQuoted(std::string& array, absl::string_view value) {
  array.push_back('"');
  for (const char c : value) {
    if (c == '"' || c == '\\') array.push_back('\\');
    array.push_back(c);
  }
  array.push_back('"');
}

}  // namespace

Param Array(const std::vector<Param>& values) {
  std::string array = "{";
  for (const Param& value : values) {
    if (array.size() > 1) array.push_back(',');
    if (value.has_value()) {
      AppendQuoted(array, *value);
    } else {
      array.append("NULL");
    }
  }
  array.push_back('}');
  return array;
}

}  // namespace entraide::pg
