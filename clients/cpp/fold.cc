// SPDX-License-Identifier: EUPL-1.2
#include "clients/cpp/fold.h"

#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"

namespace entraide::clients {
namespace {

std::string WithoutAccents(absl::string_view text) {
  return absl::StrReplaceAll(
      text, {{"à", "a"}, {"â", "a"},  {"ä", "a"},  {"À", "a"},  {"Â", "a"},  {"ç", "c"}, {"Ç", "c"},
             {"é", "e"}, {"è", "e"},  {"ê", "e"},  {"ë", "e"},  {"É", "e"},  {"È", "e"}, {"Ê", "e"},
             {"Ë", "e"}, {"î", "i"},  {"ï", "i"},  {"Î", "i"},  {"Ï", "i"},  {"ô", "o"}, {"ö", "o"},
             {"Ô", "o"}, {"ù", "u"},  {"û", "u"},  {"ü", "u"},  {"Ù", "u"},  {"Û", "u"}, {"ÿ", "y"},
             {"Ÿ", "y"}, {"œ", "oe"}, {"Œ", "oe"}, {"æ", "ae"}, {"Æ", "ae"}, {"’", "'"}});
}

}  // namespace

std::string Fold(absl::string_view name) {
  std::string plain = absl::AsciiStrToLower(WithoutAccents(name));
  for (char& c : plain) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 && !absl::ascii_isalnum(byte)) c = ' ';
  }
  std::vector<std::string> words = absl::StrSplit(plain, ' ', absl::SkipEmpty());
  for (std::string& word : words) {
    if (word == "st") word = "saint";
    if (word == "ste") word = "sainte";
  }
  return absl::StrJoin(words, " ");
}

}  // namespace entraide::clients
