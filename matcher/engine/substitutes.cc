// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/substitutes.h"

#include <algorithm>
#include <utility>

#include "absl/strings/string_view.h"
#include "matcher/engine/answer.h"
#include "matcher/engine/eligibility.h"
#include "matcher/engine/kinds.h"

namespace entraide::matcher {
namespace {

constexpr size_t kOffersOfEach = 3;

enum class Licence { kAny, kNeeded };

struct Replacement {
  absl::string_view kind{};
  absl::string_view purpose{};  // Only in place of this one; empty: of any.
  absl::string_view by_kind{};
  absl::string_view by_purpose{};  // Empty: the same one within a family, else none.
  Licence licence = Licence::kAny;
};

constexpr Replacement kReplacements[] = {
    {"volunteer-ride", "", "shared-ride", "", Licence::kAny},
    {"volunteer-ride", "", "on-demand-transit", "", Licence::kAny},
    {"volunteer-ride", "shopping", "shopping", "", Licence::kAny},
    {"volunteer-ride", "shopping", "meal", "", Licence::kAny},
    {"volunteer-ride", "admin", "admin-help", "", Licence::kAny},
    {"volunteer-ride", "admin", "digital-help", "", Licence::kAny},
    {"volunteer-ride", "family-visit", "visit", "", Licence::kAny},
    {"volunteer-ride", "", "vehicle-loan", "", Licence::kNeeded},
    {"volunteer-ride", "", "mobility-advice", "", Licence::kAny},
    {"repair", "", "self-repair", "", Licence::kAny},
    {"repair", "", "vehicle-loan", "", Licence::kNeeded},
    {"repair", "", "volunteer-ride", "", Licence::kAny},
    {"repair", "", "shared-ride", "", Licence::kAny},
    {"repair", "", "on-demand-transit", "", Licence::kAny},
    {"repair", "", "mobility-advice", "", Licence::kAny},
    {"vehicle-loan", "", "vehicle-loan", "e-bike", Licence::kAny},
    {"vehicle-loan", "", "volunteer-ride", "work", Licence::kAny},
    {"vehicle-loan", "", "shared-ride", "work", Licence::kAny},
    {"vehicle-loan", "", "on-demand-transit", "work", Licence::kAny},
    {"vehicle-loan", "", "mobility-advice", "", Licence::kAny},
};

// Help that is paid for, by volunteers instead.
constexpr absl::string_view kUnpaid = "benevole";

std::vector<Need> UnpaidInstead(const Need& need) {
  const bool paid = !need.mode.empty() && need.mode != kUnpaid;
  if (!paid || FamilyOf(need.kind) != Family::kHomeHelp) return {};
  Need instead = need;
  instead.mode = std::string(kUnpaid);
  return {instead};
}

bool Replaces(const Replacement& replacement, const Need& need) {
  return replacement.kind == need.kind &&
         (replacement.purpose.empty() || replacement.purpose == need.purpose);
}

Answer MayDrive(const Replacement& replacement, const Facts& facts) {
  if (replacement.licence == Licence::kAny) return Yes();
  return Evaluate({"licence", Condition::Op::kIsNoneOf, {"none"}}, facts);
}

Need ReplacedBy(const Replacement& replacement, Need need) {
  const bool same_family = FamilyOf(need.kind) == FamilyOf(replacement.by_kind);
  need.kind = std::string(replacement.by_kind);
  if (!replacement.by_purpose.empty()) {
    need.purpose = std::string(replacement.by_purpose);
  } else if (!same_family || !replacement.purpose.empty()) {
    need.purpose.clear();
  }
  return need;
}

// What to ask for instead of one thing, and whether that hangs on something.
struct Instead {
  Need need{};
  Answer may_drive{};
};

std::vector<Instead> AllInstead(const Need& need) {
  std::vector<Instead> all;
  for (Need& unpaid : UnpaidInstead(need)) all.push_back({std::move(unpaid), Yes()});
  for (const Replacement& replacement : kReplacements) {
    Answer may_drive = MayDrive(replacement, need.facts);
    if (!Replaces(replacement, need) || may_drive.kind == Answer::Kind::kNo) continue;
    all.push_back({ReplacedBy(replacement, need), std::move(may_drive)});
  }
  return all;
}

// The candidates that pass, each waiting for what it and the replacement wait for.
std::vector<Admitted> AdmittedInstead(const Instead& instead, Admit admit) {
  std::vector<Admitted> admitted = admit(instead.need);
  for (Admitted& one : admitted) {
    one.missing_facts =
        AllOf({DependsOn(std::move(one.missing_facts)), instead.may_drive}).missing_facts;
  }
  return admitted;
}

std::vector<Difference> DifferencesOf(const Need& need, const Need& instead) {
  std::vector<Difference> differences;
  if (instead.kind != need.kind) differences.push_back(Difference::kKind);
  if (instead.purpose != need.purpose) differences.push_back(Difference::kPurpose);
  if (instead.mode != need.mode) differences.push_back(Difference::kMode);
  return differences;
}

}  // namespace

std::vector<Substitute> SubstitutesFor(const World& world, const Need& need, absl::Time now) {
  return SubstitutesFor(world, need, now,
                        [&](const Need& instead) { return Sift(world, instead, now).admitted; });
}

std::vector<Substitute> SubstitutesFor(const World& world, const Need& need, absl::Time now,
                                       Admit admit) {
  std::vector<Substitute> substitutes;
  for (const Instead& instead : AllInstead(need)) {
    std::vector<Candidate> ranked = Rank(world, instead.need, AdmittedInstead(instead, admit), now);
    ranked.resize(std::min(ranked.size(), kOffersOfEach));
    for (Candidate& candidate : ranked) {
      substitutes.push_back({instead.need.kind, instead.need.purpose, std::move(candidate),
                             instead.need.mode, DifferencesOf(need, instead.need)});
    }
  }
  return substitutes;
}

}  // namespace entraide::matcher
