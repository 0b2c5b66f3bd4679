// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <compare>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "matcher/engine/booking_rule.h"
#include "matcher/engine/commune.h"
#include "matcher/engine/eligibility.h"
#include "matcher/engine/legal_mode.h"
#include "matcher/engine/record.h"
#include "matcher/engine/schedule.h"

namespace entraide::matcher {

struct OfferId {
  std::string value{};
  friend auto operator<=>(const OfferId&, const OfferId&) = default;
};

struct OrganizationId {
  std::string value{};
  friend auto operator<=>(const OrganizationId&, const OrganizationId&) = default;
};

// The communes an offer serves. An organization's address says nothing of whom it serves.
struct Zone {
  bool everywhere = false;
  std::vector<CommuneIndex> communes{};  // In any order; `World` sorts it.
};

// Which end of the need must lie in the zone.
enum class ZoneAppliesTo { kPickup, kDropoff, kBoth, kEither, kResidence };

enum class Listing { kPublished, kSuspended, kHidden };
enum class UpdateState { kCurrent, kAdvised, kRequired };
enum class Intake { kOpen, kWaitlist, kAssessment, kClosed };
enum class Fee { kFree, kPaid, kUnknown };
enum class Membership { kNone, kAtFirstUse, kBefore };

// Who answers: the organization's staff, or its volunteers directly.
enum class Dispatch { kStaff, kDirect };

// Who may ask; neither means everybody.
struct TriggeredBy {
  bool resident = false;
  bool professional = false;
};

// How much there is. Vehicles and places are held for a while; hours are those of one week.
struct Capacity {
  std::string unit{};  // vehicle place bay-hour helper-hour.
  std::optional<int> maximum{};
  std::optional<int> available{};           // What was left `as_of` then; none: the maximum.
  absl::Time as_of = absl::InfinitePast();  // Commitments made since are taken off.
};

// Whether what is counted in `unit` is the hours of a week.
inline bool IsInHours(absl::string_view unit) {
  return unit == "bay-hour" || unit == "helper-hour";
}

// Of an activity that the law keeps to those who hold one: dependent-person, child-under-3.
struct Approval {
  std::string activity{};
  absl::CivilDay valid_until = absl::CivilDay::max();  // Included.
};

struct Price {
  enum class Unit { kFlat, kPerKilometer, kPerHour, kPerDay };
  Unit unit = Unit::kFlat;
  int cents = 0;
};

struct Card;  // `feed/card.h`: names, phones, texts.

// One service that one organization offers, of one kind: all that matching knows of it.
struct Offer {
  OfferId id{};
  OrganizationId organization{};
  std::optional<CommuneIndex> organization_commune{};  // Where it stands.
  std::string kind{};                                  // kebab-case: volunteer-ride, repair...
  std::vector<std::string> purposes{};                 // Empty: all.
  std::vector<std::string> modes{};  // prestataire mandataire mise-a-disposition benevole; or all.

  Listing listing = Listing::kPublished;
  std::optional<absl::CivilDay>
      suspended_until{};  // Open again that day; none: until further notice.
  UpdateState update = UpdateState::kCurrent;

  Zone zone{};  // Empty: serves nobody.
  ZoneAppliesTo zone_applies_to = ZoneAppliesTo::kResidence;
  TriggeredBy triggered_by{};
  Dispatch dispatch = Dispatch::kStaff;
  std::vector<ConditionGroup>
      eligibility_rules{};  // One of the groups must hold; none: open to all.
  Membership membership = Membership::kNone;
  bool accepts_minor_alone = false;
  std::vector<Approval> approvals{};
  std::vector<std::string> accommodations{};  // Needs that it meets, safety and comfort.

  BookingRule booking_rule{};
  Schedule schedule{};
  Intake intake = Intake::kOpen;
  std::vector<Capacity> capacity{};                // None: no limit.
  std::optional<int> seats{};                      // For passengers, in its largest vehicle.
  std::vector<std::string> volunteer_documents{};  // What its volunteers must hold.
  LegalMode legal_mode = LegalMode::kWarn;

  Fee fee = Fee::kUnknown;
  std::vector<Price> prices{};  // What one use costs the resident; no deposit, no membership.
  bool external = false;        // Asked for elsewhere: shown, never dispatched.
  std::optional<double> quality_score{};  // 0..1, how complete and fresh the entry is.
  Record record{};

  std::shared_ptr<const Card> card{};  // What people read of it: nothing here looks at it.
};

}  // namespace entraide::matcher
