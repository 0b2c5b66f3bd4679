// SPDX-License-Identifier: EUPL-1.2
#include "matcher/index/plan.h"

#include <algorithm>
#include <bitset>
#include <optional>

#include "absl/algorithm/container.h"
#include "matcher/engine/hard_rules.h"
#include "matcher/engine/rules/rules.h"
#include "matcher/engine/weights.h"

namespace entraide::matcher::index {
namespace {

// The rules that lines, records and runs decide. With any other in the engine, all is judged.
constexpr Rule kDecided[] = {
    Rule::kOfferNotOpen, Rule::kPurposeNotServed, Rule::kZoneNotServed, Rule::kPrescriberRequired,
    Rule::kNotEligible, Rule::kHealthInsurancePaid, Rule::kNoticeTooShort, Rule::kTooFarAhead,
    Rule::kClosedThen, Rule::kNeedNotCovered, Rule::kNoSeat, Rule::kNoCapacity, Rule::kExcluded,
    Rule::kMinorNotAccepted, Rule::kApprovalRequired, Rule::kMembershipRequired, Rule::kLegalFrame,
    // Of volunteers, whose offers are not looked for here.
    Rule::kNotAdmitted, Rule::kDocumentExpired, Rule::kBusy, Rule::kLimitReached};

bool DecidesEveryRule() {
  static const bool decides = absl::c_all_of(
      HardRules(), [](const HardRule& rule) { return absl::c_linear_search(kDecided, rule.rule); });
  return decides;
}

class Planner {
 public:
  Planner(const Territory& territory, const KindIndex& index, const Need& need, Plan& plan)
      : territory_(territory), index_(index), lines_(index.lines), need_(need), plan_(plan) {}

  void Make(absl::Time now) {
    plan_.Clear();
    plan_.judges_all = !DecidesEveryRule();
    PlaceEnds();
    AskOfListing();
    AskWho(now);
    AskOfNeeds();
    AskWhen();
    FindExcluded();
    FindMargin();
  }

 private:
  void Must(LineNumber line) { Look(line, plan_.must); }
  void MustBeTold(LineNumber line) { Look(line, plan_.told); }

  void Look(LineNumber line, std::vector<LineNumber>& lines) const {
    if (!index_.bits.IsAlwaysTrue(line) && !absl::c_linear_search(lines, line)) {
      lines.push_back(line);
    }
  }

  void PlaceEnds() {
    plan_.residence = territory_.reach.RankOf(need_.residence);
    plan_.pickup =
        need_.pickup.has_value() ? territory_.reach.RankOf(*need_.pickup) : plan_.residence;
    if (need_.dropoff.has_value()) plan_.dropoff = territory_.reach.RankOf(*need_.dropoff);
  }

  void AskOfListing() {
    MustBeTold(lines_.told_listing);
    if (need_.purpose.empty()) {
      MustBeTold(lines_.any_purpose);
    } else {
      Must(lines_.purposes[index_.purposes.Find(need_.purpose)]);
    }
  }

  void AskWho(absl::Time now) {
    MustBeTold(lines_.told_who);
    if (!need_.filed_by_prescriber) Must(lines_.residents);
    for (size_t i = 0; i < lines_.facts.size(); ++i) AskOfFact(i);
    MustBeTold(lines_.without_membership);
    if (need_.minor_alone) Must(lines_.minors);
    if (need_.needs_approval) Must(lines_.approved);
    // An authorisation, an approval's end and a mode are no bits.
    plan_.judges_all |= need_.minor_alone || need_.needs_approval || !need_.mode.empty();
    if (index_.family != Family::kRides) return;
    const Answer paid =
        rules::HealthInsuranceDoesNotPay({territory_.world, need_, index_.offers.front(), now});
    plan_.refuses_all |= paid.kind == Answer::Kind::kNo;
    plan_.judges_all |= paid.kind == Answer::Kind::kDepends;
  }

  void AskOfFact(size_t place) {
    const Who::Fact& fact = index_.who.facts()[place];
    const auto known = need_.facts.find(fact.name);
    if (known != need_.facts.end() && known->second.size() == 1) {
      Must(lines_.facts[place].values[fact.values.Find(known->second.front())]);
    } else {
      MustBeTold(lines_.facts[place].unasked);
    }
  }

  void AskOfNeeds() {
    for (const std::string& word : need_.needs) {
      if (!IsComfort(word)) {
        Must(lines_.needs[index_.needs.Find(word)]);
        continue;
      }
      const size_t place = index_.comforts.Find(word);
      const bool has_bit = place < std::min<size_t>(index_.comforts.size(), Record::kMostComforts);
      plan_.comforts.push_back(has_bit ? uint32_t{1} << place : 0);
    }
    if (need_.passengers < 0 || need_.passengers > Lines::kMostPassengers) {
      plan_.judges_all = true;
    } else {
      Must(lines_.room[static_cast<size_t>(need_.passengers)]);
    }
  }

  void AskWhen() {
    for (const Span& span : need_.spans) {
      if (!plan_.earliest.has_value() || span.start < *plan_.earliest) plan_.earliest = span.start;
      if (!plan_.latest.has_value() || *plan_.latest < span.start) plan_.latest = span.start;
      if (span.start < span.end) AskOfSpan(span);
    }
    if (need_.spans.empty() || slots_.none()) {
      Must(lines_.takes);
    } else {
      MustBeTold(lines_.told_when);
      for (size_t slot = 0; slot < lines_.slots.size(); ++slot) {
        if (slots_[slot]) Must(lines_.slots[slot]);
      }
    }
  }

  // Marks the slots that the span touches. Days on which clocks change are judged plainly.
  void AskOfSpan(const Span& span) {
    constexpr int64_t kMinute = 60;
    constexpr int64_t kMinutesOfADay = 24 * 60;
    const int64_t start = absl::ToUnixSeconds(span.start);
    const int64_t end = absl::ToUnixSeconds(span.end - absl::Nanoseconds(1)) + 1;
    const Calendar::Day* day = territory_.calendar.Find(start);
    for (; day != nullptr && day->ordinary && day->midnight < end;
         day = territory_.calendar.Next(day)) {
      const int64_t first = std::max<int64_t>(0, (start - day->midnight) / kMinute);
      const int64_t last =
          std::min(kMinutesOfADay, (end - day->midnight + kMinute - 1) / kMinute) - 1;
      const int last_segment = index_.week.SegmentAt(static_cast<int>(last));
      for (int segment = index_.week.SegmentAt(static_cast<int>(first)); segment <= last_segment;
           ++segment) {
        slots_.set(index_.week.SlotOf(day->weekday, segment));
      }
      if (day->public_holiday) Must(lines_.holidays);
    }
    // What is beyond the calendar, or not ordinary: the slots so far are no reason to refuse.
    plan_.judges_all |= day == nullptr || (!day->ordinary && day->midnight < end);
  }

  void FindMargin() {
    const absl::Span<const WeightedTerm> terms = WeightedTerms();
    static const WeightedTerm margin =
        *absl::c_find_if(terms, [](const WeightedTerm& term) { return term.name == "margin"; });
    if (need_.spans.empty() || WeightIn(margin, index_.family) == 0) return;
    plan_.tells_margin = FindMarginSteps(territory_.calendar, index_, need_.spans, plan_.margin);
  }

  void FindExcluded() {
    std::vector<OfferId> all = need_.excluded_offers;
    for (const Decline& decline : need_.declines) {
      const bool stands = decline.revision >= need_.widened_in && !decline.volunteer.has_value();
      if (stands) all.push_back(decline.offer);
    }
    for (const OfferId& id : all) {
      const std::optional<size_t> place = index_.offers.Find(id);
      if (place.has_value()) {
        plan_.excluded.push_back(index_.TurnOf(static_cast<uint32_t>(*place)));
      }
    }
  }

  const Territory& territory_;
  const KindIndex& index_;
  const Lines& lines_;
  const Need& need_;
  Plan& plan_;
  std::bitset<Week::kMostSlots> slots_{};
};

}  // namespace

void Plan::Clear() {
  must.clear();
  told.clear();
  judges_all = false;
  refuses_all = false;
  dropoff.reset();
  earliest.reset();
  latest.reset();
  comforts.clear();
  excluded.clear();
  margin.clear();
  tells_margin = false;
}

void MakePlan(const Territory& territory, const KindIndex& index, const Need& need, absl::Time now,
              Plan& plan) {
  Planner(territory, index, need, plan).Make(now);
}

}  // namespace entraide::matcher::index
