// SPDX-License-Identifier: EUPL-1.2
#include "clients/web/messages.h"

#include <nlohmann/json.hpp>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "web_assets.h"

namespace entraide::web {
namespace {

struct Vocabulary {
  std::vector<std::string> codes{};
  absl::flat_hash_map<std::string, std::string> words{};
};

struct Catalogue {
  std::vector<std::pair<std::string, std::string>> sentences{};
  absl::flat_hash_map<std::string, std::string> by_key{};
  absl::flat_hash_map<std::string, Vocabulary> vocabularies{};
};

// French puts a space before some signs, and no line may break there.
std::string Typeset(const std::string& sentence) {
  return absl::StrReplaceAll(sentence, {{" ?", "\u00a0?"},
                                        {" !", "\u00a0!"},
                                        {" :", "\u00a0:"},
                                        {" ;", "\u00a0;"},
                                        {"\u00ab ", "\u00ab\u00a0"},
                                        {" \u00bb", "\u00a0\u00bb"}});
}

Vocabulary ReadVocabulary(const nlohmann::ordered_json& words) {
  Vocabulary vocabulary;
  for (const auto& [code, word] : words.items()) {
    if (!word.is_string()) continue;
    vocabulary.codes.push_back(code);
    vocabulary.words.emplace(code, Typeset(word.get<std::string>()));
  }
  return vocabulary;
}

Catalogue ReadCatalogue() {
  Catalogue catalogue;
  for (const auto& [path, bytes] : assets::Files()) {
    if (path != "messages/fr.json") continue;
    const auto json = nlohmann::ordered_json::parse(bytes.begin(), bytes.end(), nullptr,
                                                    /*allow_exceptions=*/false);
    if (!json.is_object()) continue;
    for (const auto& [key, value] : json.items()) {
      if (value.is_object()) catalogue.vocabularies.emplace(key, ReadVocabulary(value));
      if (!value.is_string()) continue;
      catalogue.sentences.emplace_back(key, Typeset(value.get<std::string>()));
      catalogue.by_key.emplace(catalogue.sentences.back());
    }
  }
  return catalogue;
}

const Catalogue& French() {
  static const auto& catalogue = *new Catalogue(ReadCatalogue());
  return catalogue;
}

const Vocabulary& Find(absl::string_view vocabulary) {
  static const auto& none = *new Vocabulary;
  const auto found = French().vocabularies.find(vocabulary);
  return found == French().vocabularies.end() ? none : found->second;
}

}  // namespace

std::string Message(absl::string_view key, std::initializer_list<Value> values) {
  const auto found = French().by_key.find(key);
  if (found == French().by_key.end()) return std::string(key);
  std::vector<std::pair<std::string, absl::string_view>> replacements;
  for (const auto& [name, value] : values) {
    replacements.emplace_back(absl::StrCat("{", name, "}"), value);
  }
  return absl::StrReplaceAll(found->second, replacements);
}

std::string Word(absl::string_view vocabulary, absl::string_view code) {
  const auto& words = Find(vocabulary).words;
  const auto found = words.find(code);
  return found == words.end() ? std::string(code) : found->second;
}

bool HasWord(absl::string_view vocabulary, absl::string_view code) {
  return Find(vocabulary).words.contains(code);
}

const std::vector<std::string>& Codes(absl::string_view vocabulary) {
  return Find(vocabulary).codes;
}

const std::vector<std::pair<std::string, std::string>>& Sentences() { return French().sentences; }

}  // namespace entraide::web
