// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "clients/cpp/kinds.h"
#include "clients/web/kinds.h"
#include "clients/web/messages.h"
#include "nlohmann/json.hpp"
#include "proto/vocabulary/kinds.h"

namespace entraide::web {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;

std::string Read(const fs::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Every file under clients/web with one of the endings, by path.
std::map<std::string, std::string> Sources(std::initializer_list<const char*> endings) {
  std::map<std::string, std::string> sources;
  for (const auto& entry : fs::recursive_directory_iterator("clients/web")) {
    for (const char* ending : endings) {
      if (entry.path().extension() == ending) sources[entry.path().string()] = Read(entry.path());
    }
  }
  return sources;
}

std::set<std::string> Matches(const std::map<std::string, std::string>& sources,
                              const std::string& pattern) {
  const std::regex regex(pattern);
  std::set<std::string> found;
  for (const auto& [path, text] : sources) {
    for (std::sregex_iterator i(text.begin(), text.end(), regex), end; i != end; ++i) {
      found.insert((*i)[1].str());
    }
  }
  return found;
}

std::set<std::string> Keys() {
  std::set<std::string> keys;
  for (const auto& [key, sentence] : Sentences()) keys.insert(key);
  return keys;
}

std::set<std::string> Missing(const std::set<std::string>& wanted,
                              const std::set<std::string>& there) {
  std::set<std::string> missing;
  std::set_difference(wanted.begin(), wanted.end(), there.begin(), there.end(),
                      std::inserter(missing, missing.end()));
  return missing;
}

TEST(Catalogue, HasEverySentenceThatTemplatesAndPagesShow) {
  EXPECT_THAT(Missing(Matches(Sources({".html"}), R"(\{\{[#^/]?t\.([a-z0-9_]+)\}\})"), Keys()),
              IsEmpty());
  EXPECT_THAT(Missing(Matches(Sources({".cc"}), R"rx(Message\("([a-z0-9_]+)")rx"), Keys()),
              IsEmpty());
}

TEST(Catalogue, HasNoSentenceThatNobodyShows) {
  std::set<std::string> used = Matches(Sources({".html"}), R"(\{\{t\.([a-z0-9_]+)\}\})");
  used.merge(Matches(Sources({".cc"}), R"rx("([a-z0-9_]+)")rx"));
  EXPECT_THAT(Missing(Keys(), used), IsEmpty());
}

TEST(Catalogue, HasNoVocabularyThatNobodyReads) {
  const auto json = nlohmann::json::parse(Read("clients/web/messages/fr.json"));
  const std::set<std::string> used = Matches(Sources({".cc"}), R"rx("([a-z0-9_-]+)")rx");
  for (const auto& [key, value] : json.items()) {
    if (!value.is_object() || absl::StartsWith(key, "answer-")) continue;
    EXPECT_TRUE(used.contains(key)) << key;
  }
}

TEST(Catalogue, HasWordsForEveryKindThatCanBeAskedFor) {
  std::vector<absl::string_view> shown;
  for (const KindGroup& group : KindGroups()) {
    shown.insert(shown.end(), group.kinds.begin(), group.kinds.end());
  }
  std::vector<absl::string_view> askable;
  for (const vocabulary::Kind& kind : vocabulary::Kinds()) {
    if (!clients::TradeOfKind(kind.name).has_value()) continue;
    askable.push_back(kind.name);
    EXPECT_TRUE(HasWord("kind", kind.name) && HasWord("kind_hint", kind.name)) << kind.name;
  }
  EXPECT_THAT(shown, testing::UnorderedElementsAreArray(askable));
}

TEST(Templates, ShowNoTextOfTheirOwn) {
  const std::regex tags("<[^>]*>|\\{\\{[^}]*\\}\\}");
  const std::regex letters("[A-Za-z]{2,}");
  for (const auto& [path, source] : Sources({".html"})) {
    std::smatch found;
    const std::string text =
        std::regex_replace(std::regex_replace(source, std::regex("&[a-z]+;"), ""), tags, " ");
    EXPECT_FALSE(std::regex_search(text, found, letters)) << path << ": " << found[0];
  }
}

TEST(Templates, TakeAttributesThatPeopleReadFromTheCatalogue) {
  const std::regex attribute("(aria-label|alt|placeholder|title)=\"[^\"{]");
  for (const auto& [path, source] : Sources({".html"})) {
    EXPECT_FALSE(std::regex_search(source, attribute)) << path;
  }
}

TEST(Templates, EscapeEverything) {
  for (const auto& [path, source] : Sources({".html"})) {
    EXPECT_FALSE(absl::StrContains(source, "{{{") || absl::StrContains(source, "{{&")) << path;
    EXPECT_FALSE(absl::StrContains(source, " style=") || absl::StrContains(source, "<script>"))
        << path;
  }
}

TEST(Pages, HoldNoFrenchInTheirCode) {
  for (const auto& [path, source] : Sources({".cc", ".h", ".ts"})) {
    std::smatch found;
    const std::regex french("\"[^\"]*(é|è|ê|à|ç|ù)[^\"]*\"");
    const std::string code = std::regex_replace(source, std::regex("//[^\n]*"), "");
    EXPECT_FALSE(std::regex_search(code, found, french)) << path << ": " << found[0];
  }
}

}  // namespace
}  // namespace entraide::web
