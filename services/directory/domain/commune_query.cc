// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/domain/commune_query.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "services/directory/domain/checks.h"
#include "services/platform/base/text.h"

namespace entraide::directory {
namespace {

bool IsCode(const std::string& word) {
  return (word.size() >= 2 && word.size() <= 5 && IsDigits(word, word.size())) || IsInseeCode(word);
}

}  // namespace

CommuneQuery ParseCommuneQuery(absl::string_view text) {
  CommuneQuery query;
  for (const absl::string_view word :
       absl::StrSplit(text, absl::ByAnyChar(" \t\r\n(),;"), absl::SkipEmpty())) {
    const std::string upper = absl::AsciiStrToUpper(word);
    if (query.code.empty() && IsCode(upper)) {
      query.code = upper;
    } else {
      absl::StrAppend(&query.name, query.name.empty() ? "" : " ", word);
    }
  }
  return query;
}

}  // namespace entraide::directory
