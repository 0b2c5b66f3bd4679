// SPDX-License-Identifier: EUPL-1.2
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "matcher/convert.h"
#include "matcher/engine/kinds.h"
#include "matcher/engine/trial.h"
#include "matcher/feed/offer_convert.h"
#include "services/platform/base/text.h"
#include "services/platform/base/violations.h"

namespace entraide::matcher {
namespace {

constexpr int kMostNeeds = 20;
constexpr int kMostSpans = 10;
constexpr int kMostPassengers = 8;
constexpr absl::Duration kLongestSpan = absl::Hours(31 * 24);
// What the calendar of the engine is asked about: beyond it nobody plans.
constexpr absl::Time kFirstTime = absl::FromUnixSeconds(946'684'800);   // 2000-01-01
constexpr absl::Time kLastTime = absl::FromUnixSeconds(7'258'118'400);  // 2200-01-01

std::optional<CommuneIndex> FindCommune(const Communes& communes, const std::string& code,
                                        absl::string_view field, Violations& violations) {
  const auto found = communes.Find(code);
  if (!found.has_value()) violations.Add(field, "UNKNOWN_VALUE", "INSEE code of a known commune");
  return found;
}

// A span that ends where the way of a ride does.
bool EndsWithTheWay(const v1::Span& proto, const Need& need) {
  return !proto.has_end_time() && FamilyOf(need.kind) == Family::kRides;
}

void AddSpans(const v1::Need& proto, Need& need, Violations& violations) {
  if (proto.spans_size() > kMostSpans) {
    violations.Add("spans", "TOO_LONG", absl::StrCat("at most ", kMostSpans));
    return;
  }
  for (int i = 0; i < proto.spans_size(); ++i) {
    Span span{.start = ToTime(proto.spans(i).start_time()),
              .end = ToTime(proto.spans(i).end_time())};
    if (EndsWithTheWay(proto.spans(i), need)) span.end = span.start + absl::Nanoseconds(1);
    if (span.start < kFirstTime || span.end > kLastTime) {
      violations.Add(absl::StrCat("spans[", i, "]"), "OUT_OF_RANGE", "2000 to 2200");
    } else if (span.start >= span.end || span.end - span.start > kLongestSpan) {
      violations.Add(absl::StrCat("spans[", i, "].end_time"), "OUT_OF_RANGE",
                     "after start_time, by 31 days at most");
    }
    need.spans.push_back(span);
  }
}

// Ways there and back in turn, between the places of `need`, which are known.
void EndWays(const v1::Need& proto, const World& world, Need& need) {
  const CommuneIndex from = PickupOf(need);
  const CommuneIndex to = need.dropoff.value_or(from);
  for (int i = 0; i < proto.spans_size(); ++i) {
    if (!EndsWithTheWay(proto.spans(i), need)) continue;
    const bool back = i % 2 == 1;
    Span& span = need.spans[static_cast<size_t>(i)];
    span.end = span.start + world.RouteBetween(back ? to : from, back ? from : to).duration;
  }
}

void AddFacts(const v1::Need& proto, Need& need, Violations& violations) {
  if (proto.facts_size() > kMostNeeds) {
    violations.Add("facts", "TOO_LONG", absl::StrCat("at most ", kMostNeeds));
    return;
  }
  for (const auto& fact : proto.facts()) {
    std::vector<std::string>& values = need.facts[fact.fact()];
    if (fact.value() != "declined") values.push_back(fact.value());
  }
}

void AddNeeds(const v1::Need& proto, Need& need, Violations& violations) {
  if (proto.needs_size() > kMostNeeds) {
    violations.Add("needs", "TOO_LONG", absl::StrCat("at most ", kMostNeeds));
    return;
  }
  for (int i = 0; i < proto.needs_size(); ++i) {
    if (!IsKebab(proto.needs(i))) {
      violations.Add(absl::StrCat("needs[", i, "]"), "MALFORMED", "kebab-case");
    }
  }
  need.needs = {proto.needs().begin(), proto.needs().end()};
}

// What is wrong, under the name that the need has in its request.
absl::Status Under(absl::string_view path, const Violations& wrong) {
  Violations violations;
  for (const Violation& one : wrong.found()) {
    violations.Add(absl::StrCat(path, ".", one.field), one.reason, one.description);
  }
  return violations.ToStatus();
}

HealthInsurancePaid ToHealthInsurancePaid(absl::string_view text) {
  if (text == "yes") return HealthInsurancePaid::kYes;
  return text == "no" ? HealthInsurancePaid::kNo : HealthInsurancePaid::kUnknown;
}

}  // namespace

absl::StatusOr<Need> ToNeed(const v1::Need& proto, const World& world, absl::string_view path) {
  Violations violations;
  Need need{.kind = proto.kind(),
            .purpose = proto.purpose(),
            .filed_by_prescriber = proto.filed_by_prescriber(),
            .passengers = proto.passenger_count() == 0 ? 1 : proto.passenger_count(),
            .minor_alone = proto.minor_alone(),
            .needs_approval = proto.needs_approval(),
            .health_insurance_paid = ToHealthInsurancePaid(proto.health_insurance_paid())};
  if (!IsKebab(need.kind)) violations.Add("kind", "MALFORMED", "kebab-case");
  if (need.passengers < 1 || need.passengers > kMostPassengers) {
    violations.Add("passenger_count", "OUT_OF_RANGE", "1 to 8");
  }
  const auto residence =
      FindCommune(world.communes(), proto.residence_commune(), "residence_commune", violations);
  need.residence = residence.value_or(CommuneIndex{});
  if (!proto.pickup_commune().empty()) {
    need.pickup =
        FindCommune(world.communes(), proto.pickup_commune(), "pickup_commune", violations);
  }
  if (!proto.dropoff_commune().empty()) {
    need.dropoff =
        FindCommune(world.communes(), proto.dropoff_commune(), "dropoff_commune", violations);
  }
  AddSpans(proto, need, violations);
  AddNeeds(proto, need, violations);
  AddFacts(proto, need, violations);
  if (!violations.empty()) return Under(path, violations);
  EndWays(proto, world, need);
  return need;
}

}  // namespace entraide::matcher
