// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "services/platform/base/violations.h"

namespace entraide::directory {

// Each adds a violation on `field` unless the value is fine; `Optional` ones let "" pass.

struct Length {
  std::size_t min = 0;
  std::size_t max = 0;
};

void CheckText(absl::string_view field, absl::string_view text, Length length, Violations& found);
// 1 to 100 characters that name an entry in the file or site that it comes from.
void CheckSourceId(absl::string_view field, absl::string_view text, Violations& found);
void CheckOptionalPhone(absl::string_view field, absl::string_view phone, Violations& found);
void CheckOptionalEmail(absl::string_view field, absl::string_view email, Violations& found);
void CheckOptionalUri(absl::string_view field, absl::string_view uri, Violations& found);
// 14 digits whose Luhn sum is right (La Poste's own establishments follow another sum).
void CheckOptionalSiret(absl::string_view field, absl::string_view siret, Violations& found);
void CheckOptionalRna(absl::string_view field, absl::string_view rna, Violations& found);
void CheckKebab(absl::string_view field, const std::vector<std::string>& words, Violations& found);

bool IsDigits(absl::string_view text, std::size_t count);
bool IsDepartement(absl::string_view code);

template <typename Words>
void CheckWord(absl::string_view field, absl::string_view word, const Words& known,
               Violations& found) {
  if (std::find(known.begin(), known.end(), word) == known.end()) {
    found.Add(field, word.empty() ? "REQUIRED" : "UNKNOWN_VALUE", "one of the documented words");
  }
}

template <typename Words>
void CheckWords(absl::string_view field, const std::vector<std::string>& words, const Words& known,
                Violations& found) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    CheckWord(absl::StrCat(field, "[", i, "]"), words[i], known, found);
  }
}

}  // namespace entraide::directory
