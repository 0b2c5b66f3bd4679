// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/directory/domain/civil_time.h"
#include "services/directory/domain/ids.h"
#include "services/directory/domain/listing.h"
#include "services/directory/domain/words.h"
#include "services/directory/domain/zone.h"
#include "services/platform/base/violations.h"

namespace entraide::directory {

// Which commune of a need must lie in the zone.
enum class ZoneAppliesTo { kPickup, kDropoff, kBoth, kEither, kResidence };
constexpr auto WordsOf(ZoneAppliesTo) {
  return std::array<absl::string_view, 5>{"PICKUP", "DROPOFF", "BOTH", "EITHER", "RESIDENCE"};
}

enum class Fee { kUnknown, kFree, kPaid };
constexpr auto WordsOf(Fee) { return std::array<absl::string_view, 3>{"UNKNOWN", "FREE", "PAID"}; }

// When one must be a member.
enum class Membership { kNone, kAtFirstUse, kBefore };
constexpr auto WordsOf(Membership) {
  return std::array<absl::string_view, 3>{"NONE", "AT_FIRST_USE", "BEFORE"};
}

// A condition on one declared fact.
struct EligibilityCondition {
  enum class Operator { kIn, kNotIn };
  std::string fact{};
  Operator op = Operator::kIn;
  std::vector<std::string> values{};
};
constexpr auto WordsOf(EligibilityCondition::Operator) {
  return std::array<absl::string_view, 2>{"IN", "NOT_IN"};
}

// Conditions that must all hold, and the same in words.
struct EligibilityGroup {
  std::vector<EligibilityCondition> conditions{};
  std::string text{};
};

// How early, and how long ahead, one may ask.
struct BookingRule {
  int min_notice_hours = 0;  // 0: none.
  int last_day = 0;          // With last_minute: the last day to ask, in days before.
  std::optional<int> last_minute{};
  int max_horizon_days = 0;  // 0: no limit.
  bool business_days_only = false;
};

// What is left of a service.
struct Capacity {
  enum class State { kOpen, kWaitlist, kAssessment, kClosed };
  State state = State::kOpen;
  std::string unit{};
  int maximum = 0;  // 0: not counted.
  int available = 0;
  absl::Time as_of{};  // When that was counted.
};
constexpr auto WordsOf(Capacity::State) {
  return std::array<absl::string_view, 4>{"OPEN", "WAITLIST", "ASSESSMENT", "CLOSED"};
}

struct Price {
  std::string unit{};
  std::int64_t amount_cents = 0;
  std::string condition{};
};

// One kind of service that an organization gives to a zone.
struct ServiceOffer {
  ServiceOfferId id{};
  OrganizationId organization{};
  std::int64_t revision = 0;  // Grows with every change.
  std::string local_id{};     // Unique in its organization.
  std::string display_name{};
  std::string description{};
  Listing listing{};
  std::string kind{};
  std::vector<std::string> purposes{};  // Empty: all.
  Zone zone{};
  ZoneAppliesTo zone_applies_to = ZoneAppliesTo::kResidence;
  bool for_residents = true;                          // A resident may file.
  bool for_professionals = true;                      // A prescriber may file.
  std::vector<EligibilityGroup> eligibility_rules{};  // One must hold; none: open to all.
  std::vector<std::string> required_documents{};
  std::vector<std::string> accommodations{};
  BookingRule booking_rule{};
  std::vector<Slot> schedule{};  // Empty: by arrangement.
  std::vector<ScheduleException> exceptions{};
  bool open_on_public_holidays = false;
  Capacity capacity{};
  Fee fee = Fee::kUnknown;
  std::vector<Price> prices{};
  Membership membership = Membership::kNone;
  std::string external_url{};
  bool accepts_minor_alone = false;
  bool approved_for_dependent_persons = false;
  absl::Time confirm_time{};
  absl::Time update_time{};
};

// Where a zone applies unless the offer says: PICKUP for rides, else RESIDENCE.
ZoneAppliesTo DefaultZoneAppliesTo(absl::string_view kind);

// Everything wrong with it, with fields under `path`; whether codes of places are known is for the
// store.
void Check(const ServiceOffer& offer, absl::string_view path, Violations& found);
// `said` at `now`, or since `stored` was counted if it says the same: what is imported again counts
// nothing anew.
Capacity Counted(Capacity said, const Capacity& stored, absl::Time now);

void Check(const Capacity& capacity, absl::string_view path, Violations& found);

// FAILED_PRECONDITION: LISTING_INCOMPLETE, with every field that review wants and that is empty.
absl::Status CheckComplete(const ServiceOffer& offer);

// What a search finds it by, besides its texts: the French words of its kind.
std::string SearchWords(const ServiceOffer& offer);

}  // namespace entraide::directory
