// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/domain/service_offer.h"

#include <cstddef>

#include "absl/strings/str_cat.h"
#include "proto/vocabulary/kinds.h"
#include "proto/vocabulary/words.h"
#include "services/directory/domain/checks.h"
#include "services/directory/domain/kind_words.h"
#include "services/directory/domain/vocabulary.h"
#include "services/platform/base/status.h"

namespace entraide::directory {
namespace {

constexpr std::size_t kMaxGroups = 20;
constexpr std::size_t kMaxPrices = 30;
constexpr int kMaxNoticeHours = 24 * 90;
constexpr int kMaxDays = 730;
constexpr int kMaxCount = 1'000'000;
constexpr std::int64_t kMaxCents = 10'000'000;

void CheckRange(std::string field, std::int64_t value, std::int64_t max, Violations& found) {
  if (value < 0 || value > max) found.Add(field, "OUT_OF_RANGE", absl::StrCat("0 to ", max));
}

void Check(const EligibilityGroup& group, const std::string& path, Violations& found) {
  if (group.conditions.empty()) {
    found.Add(absl::StrCat(path, ".conditions"), "REQUIRED", "one at least");
  }
  for (std::size_t i = 0; i < group.conditions.size(); ++i) {
    const std::string condition = absl::StrCat(path, ".conditions[", i, "]");
    CheckWord(absl::StrCat(condition, ".fact"), group.conditions[i].fact, vocabulary::kFacts,
              found);
    if (group.conditions[i].values.empty()) {
      found.Add(absl::StrCat(condition, ".values"), "REQUIRED", "one at least");
    }
    CheckKebab(absl::StrCat(condition, ".values"), group.conditions[i].values, found);
  }
  CheckText(absl::StrCat(path, ".text"), group.text, {3, 200}, found);
}

void Check(const BookingRule& rule, const std::string& path, Violations& found) {
  CheckRange(absl::StrCat(path, ".min_notice_hours"), rule.min_notice_hours, kMaxNoticeHours,
             found);
  CheckRange(absl::StrCat(path, ".last_day"), rule.last_day, kMaxDays, found);
  CheckRange(absl::StrCat(path, ".max_horizon_days"), rule.max_horizon_days, kMaxDays, found);
  if (rule.last_day > 0 && !rule.last_minute.has_value()) {
    found.Add(absl::StrCat(path, ".last_time"), "REQUIRED", "HH:MM, with last_day");
  }
  if (rule.min_notice_hours > 0 && rule.last_minute.has_value()) {
    found.Add(absl::StrCat(path, ".last_day"), "CONFLICTS", "either min_notice_hours or last_day");
  }
}

void Check(const Price& price, const std::string& path, Violations& found) {
  CheckWord(absl::StrCat(path, ".unit"), price.unit, kPriceUnits, found);
  CheckRange(absl::StrCat(path, ".amount_cents"), price.amount_cents, kMaxCents, found);
  CheckText(absl::StrCat(path, ".condition"), price.condition, {0, 200}, found);
}

template <typename Pieces>
void CheckEach(const std::string& field, const Pieces& pieces, std::size_t max, Violations& found) {
  if (pieces.size() > max) {
    found.Add(field, "TOO_LONG", absl::StrCat(max, " at most"));
    return;
  }
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    Check(pieces[i], absl::StrCat(field, "[", i, "]"), found);
  }
}

void CheckForWhom(const ServiceOffer& offer, absl::string_view path, Violations& found) {
  Check(offer.zone, absl::StrCat(path, "zone"), found);
  CheckEach(absl::StrCat(path, "eligibility_rules"), offer.eligibility_rules, kMaxGroups, found);
  CheckKebab(absl::StrCat(path, "required_documents"), offer.required_documents, found);
  CheckKebab(absl::StrCat(path, "accommodations"), offer.accommodations, found);
  CheckWords(absl::StrCat(path, "accommodations"), offer.accommodations, vocabulary::kNeeds, found);
}

void CheckWhen(const ServiceOffer& offer, absl::string_view path, Violations& found) {
  Check(offer.booking_rule, absl::StrCat(path, "booking_rule"), found);
  Check(offer.schedule, absl::StrCat(path, "schedule"), found);
  Check(offer.exceptions, absl::StrCat(path, "exceptions"), found);
}

}  // namespace

ZoneAppliesTo DefaultZoneAppliesTo(absl::string_view kind) {
  return vocabulary::FamilyOf(kind) == vocabulary::Family::kRides ? ZoneAppliesTo::kPickup
                                                                  : ZoneAppliesTo::kResidence;
}

Capacity Counted(Capacity said, const Capacity& stored, absl::Time now) {
  const bool same = said.unit == stored.unit && said.maximum == stored.maximum &&
                    said.available == stored.available;
  said.as_of = same ? stored.as_of : now;
  return said;
}

void Check(const Capacity& capacity, absl::string_view path, Violations& found) {
  if (!capacity.unit.empty()) {
    CheckWord(absl::StrCat(path, ".unit"), capacity.unit, kCapacityUnits, found);
  } else if (capacity.maximum != 0) {
    found.Add(absl::StrCat(path, ".unit"), "REQUIRED", "with maximum");
  }
  CheckRange(absl::StrCat(path, ".maximum"), capacity.maximum, kMaxCount, found);
  CheckRange(absl::StrCat(path, ".available"), capacity.available, kMaxCount, found);
  if (capacity.available > capacity.maximum) {
    found.Add(absl::StrCat(path, ".available"), "OUT_OF_RANGE", "maximum at most");
  }
}

void Check(const ServiceOffer& offer, absl::string_view path, Violations& found) {
  CheckSourceId(absl::StrCat(path, "local_id"), offer.local_id, found);
  CheckText(absl::StrCat(path, "display_name"), offer.display_name, {3, 150}, found);
  CheckText(absl::StrCat(path, "description"), offer.description, {0, 10'000}, found);
  if (!vocabulary::FamilyOf(offer.kind).has_value()) {
    found.Add(absl::StrCat(path, "kind"), offer.kind.empty() ? "REQUIRED" : "UNKNOWN_VALUE",
              "one of the kinds");
  }
  CheckKebab(absl::StrCat(path, "purposes"), offer.purposes, found);
  CheckForWhom(offer, path, found);
  CheckWhen(offer, path, found);
  Check(offer.capacity, absl::StrCat(path, "capacity"), found);
  CheckEach(absl::StrCat(path, "prices"), offer.prices, kMaxPrices, found);
  CheckOptionalUri(absl::StrCat(path, "external_url"), offer.external_url, found);
}

absl::Status CheckComplete(const ServiceOffer& offer) {
  std::string missing;
  if (offer.description.empty()) absl::StrAppend(&missing, " description");
  if (offer.fee == Fee::kUnknown) absl::StrAppend(&missing, " fee");
  if (offer.fee == Fee::kPaid && offer.prices.empty()) absl::StrAppend(&missing, " prices");
  if (missing.empty()) return absl::OkStatus();
  return WithReason(absl::FailedPreconditionError(absl::StrCat("missing:", missing)),
                    "LISTING_INCOMPLETE");
}

std::string SearchWords(const ServiceOffer& offer) { return std::string(WordsOfKind(offer.kind)); }

}  // namespace entraide::directory
