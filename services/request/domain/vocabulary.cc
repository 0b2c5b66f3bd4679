// SPDX-License-Identifier: EUPL-1.2
#include "services/request/domain/vocabulary.h"

#include <array>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "proto/vocabulary/words.h"
#include "services/platform/base/text.h"

namespace entraide::request {
namespace {

constexpr std::size_t kMost = 20;
constexpr std::size_t kLongestValue = 40;

// Facts of one request only, which no offer's eligibility asks for.
constexpr std::array<absl::string_view, 4> kRequestFacts = {
    "purpose", "dropoff", "health-insurance-paid", "guardian-authorisation"};
constexpr std::array<absl::string_view, 5> kDeclineReasons = {
    "not-available", "too-far", "need-not-possible", "too-late", "other"};
constexpr std::array<absl::string_view, 4> kCancelReasons = {"not-needed", "found-elsewhere",
                                                             "changed-mind", "other"};
constexpr std::array<absl::string_view, 5> kWaitReasons = {"no-capacity", "no-volunteer", "parts",
                                                           "season", "other"};
constexpr std::array<absl::string_view, 4> kPriorityReasons = {"safety", "income", "appointment",
                                                               "other"};
constexpr std::array<absl::string_view, 4> kTurnDownReasons = {"NOT_ELIGIBLE", "OUT_OF_RULES",
                                                               "UNSAFE", "DUPLICATE"};

bool IsValue(const Fact& fact) {
  if (fact.value.size() > kLongestValue) return false;
  return IsKebab(fact.value) || (fact.fact == "dropoff" && IsInseeCode(fact.value));
}

}  // namespace

bool IsNeed(absl::string_view need) { return absl::c_linear_search(vocabulary::kNeeds, need); }
bool IsFact(absl::string_view fact) {
  return absl::c_linear_search(vocabulary::kFacts, fact) ||
         absl::c_linear_search(kRequestFacts, fact);
}
bool IsDeclineReason(absl::string_view reason) {
  return absl::c_linear_search(kDeclineReasons, reason);
}
bool IsCancelReason(absl::string_view reason) {
  return absl::c_linear_search(kCancelReasons, reason);
}
bool IsWaitReason(absl::string_view reason) { return absl::c_linear_search(kWaitReasons, reason); }
bool IsPriorityReason(absl::string_view reason) {
  return absl::c_linear_search(kPriorityReasons, reason);
}
bool IsTurnDownReason(absl::string_view reason) {
  return absl::c_linear_search(kTurnDownReasons, reason);
}

void CheckFacts(const std::vector<Fact>& facts, const std::vector<std::string>& asked,
                absl::string_view field, Violations& violations) {
  if (facts.size() > kMost) violations.Add(field, "TOO_MANY", "at most 20");
  for (std::size_t i = 0; i < facts.size() && i < kMost; ++i) {
    const std::string path = absl::StrCat(field, "[", i, "]");
    if (!IsFact(facts[i].fact) && !absl::c_linear_search(asked, facts[i].fact)) {
      violations.Add(path + ".fact", facts[i].fact.empty() ? "REQUIRED" : "UNKNOWN_VALUE",
                     "one of the listed facts");
    }
    if (!IsValue(facts[i])) {
      violations.Add(path + ".value", facts[i].value.empty() ? "REQUIRED" : "MALFORMED",
                     "kebab-case, at most 40 characters");
    }
  }
}

void CheckNeeds(const std::vector<std::string>& needs, absl::string_view field,
                Violations& violations) {
  if (needs.size() > kMost) violations.Add(field, "TOO_MANY", "at most 20");
  for (std::size_t i = 0; i < needs.size() && i < kMost; ++i) {
    if (IsNeed(needs[i])) continue;
    violations.Add(absl::StrCat(field, "[", i, "]"), "UNKNOWN_VALUE", "one of the listed needs");
  }
}

}  // namespace entraide::request
