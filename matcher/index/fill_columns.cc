// SPDX-License-Identifier: EUPL-1.2
#include "matcher/index/fill_columns.h"

#include <bitset>
#include <functional>
#include <utility>

#include "absl/algorithm/container.h"
#include "matcher/engine/rules/rules.h"

namespace entraide::matcher::index {
namespace {

bool HangsOnTheDay(const Offer& offer) {
  return offer.listing == Listing::kSuspended && offer.suspended_until.has_value();
}

bool MayBeListed(const World& world, const Offer& offer) {
  const bool outdated = offer.update == UpdateState::kRequired &&
                        world.settings().outdated == Settings::Outdated::kRefused;
  return !outdated && (offer.listing == Listing::kPublished || HangsOnTheDay(offer));
}

// Of such an offer no bit tells what is left on a day, nor what the law says.
bool HangsOnMore(const World& world, const Offer& offer) {
  const bool counted = !offer.capacity.empty() && !world.CommitmentsOf(offer.id).empty();
  const bool by_the_hour = absl::c_any_of(
      offer.capacity, [](const Capacity& capacity) { return IsInHours(capacity.unit); });
  return counted || by_the_hour || offer.legal_mode == LegalMode::kBlock;
}

bool KnowsAll(const Vocabulary& vocabulary, const std::vector<std::string>& words) {
  return absl::c_all_of(words, [&](const std::string& word) { return vocabulary.Knows(word); });
}

bool TellsNeeds(const Offer& offer, const Vocabulary& needs) {
  return absl::c_all_of(offer.accommodations, [&](const std::string& word) {
    return IsComfort(word) || needs.Knows(word);
  });
}

std::vector<uint32_t> RowOfPlace(const std::vector<uint32_t>& place_of_row) {
  std::vector<uint32_t> rows(place_of_row.size());
  for (uint32_t row = 0; row < rows.size(); ++row) rows[place_of_row[row]] = row;
  return rows;
}

// Collects the questions, then asks all of them of one row after the other.
class Filler {
 public:
  Filler(const World& world, size_t rows, KindIndex& index)
      : world_(world), rows_(rows), index_(index) {}

  void Fill(const std::vector<uint32_t>& offer_of_row) {
    AskOfListing();
    AskWho();
    AskOfRoom();
    AskWhen();
    // In the order in which offers lie in memory, which is most of the time they take.
    const std::vector<uint32_t> row_of = RowOfPlace(offer_of_row);
    for (size_t place = 0; place < rows_; ++place) FillRow(row_of[place], index_.offers[place]);
    std::vector<LineNumber> line_of;
    index_.bits = BitBlocks(columns_, rows_, line_of);
    for (size_t i = 0; i < lines_.size(); ++i) *lines_[i] = line_of[i];
  }

 private:
  using Answers = std::bitset<128>;
  static_assert(Answers().size() >= Week::kMostSlots && Answers().size() > Who::kMostValues &&
                Answers().size() > Vocabulary::kMost);

  // About neighbouring columns, all asked at once.
  struct Question {
    size_t first_column = 0;
    size_t count = 0;
    std::function<Answers(const Offer&)> ask{};
  };

  // `lines` stay where they are: they get their numbers in the end.
  void AskAll(absl::Span<LineNumber> lines, std::function<Answers(const Offer&)> ask) {
    questions_.push_back({columns_.size(), lines.size(), std::move(ask)});
    for (LineNumber& line : lines) {
      lines_.push_back(&line);
      columns_.emplace_back(rows_);
    }
  }

  template <typename Predicate>
  void Ask(LineNumber& line, Predicate ask) {
    AskAll(absl::MakeSpan(&line, 1), [ask](const Offer& offer) { return Answers(ask(offer)); });
  }

  void FillRow(size_t row, const Offer& offer) {
    for (const Question& question : questions_) {
      const Answers answers = question.ask(offer);
      for (size_t i = 0; i < question.count; ++i) {
        if (answers[i]) columns_[question.first_column + i].Set(row);
      }
    }
  }

  // A rule that looks at the offer and at one thing of the need.
  bool Passes(Answer (*rule)(const Trial&), const Need& need, const Offer& offer) const {
    return rule({world_, need, offer, absl::InfinitePast()}).kind == Answer::Kind::kYes;
  }

  bool IsTaking(const Offer& offer) const {
    return MayBeListed(world_, offer) && Passes(rules::PlaceIsLeft, any_need_, offer);
  }

  void AskOfListing() {
    Lines& lines = index_.lines;
    const Vocabulary& purposes = index_.purposes;
    Ask(lines.listed, [this](const Offer& offer) { return MayBeListed(world_, offer); });
    Ask(lines.takes, [this](const Offer& offer) { return IsTaking(offer); });
    Ask(lines.told_listing, [&](const Offer& offer) {
      return !HangsOnTheDay(offer) && offer.modes.empty() && KnowsAll(purposes, offer.purposes);
    });
    Ask(lines.any_purpose, [](const Offer& offer) { return offer.purposes.empty(); });
    lines.purposes.resize(purposes.size() + 1);
    AskAll(absl::MakeSpan(lines.purposes), [&](const Offer& offer) {
      Answers served;
      if (offer.purposes.empty()) return served.set();
      for (const std::string& word : offer.purposes) served.set(purposes.Find(word));
      return served;
    });
  }

  void AskWho() {
    Lines& lines = index_.lines;
    const Who& who = index_.who;
    Ask(lines.told_who, [&](const Offer& offer) {
      return who.Tells(offer.eligibility_rules) && TellsNeeds(offer, index_.needs) &&
             !HangsOnMore(world_, offer);
    });
    Ask(lines.residents,
        [this](const Offer& offer) { return Passes(rules::PrescriberFiles, any_need_, offer); });
    Ask(lines.minors, [](const Offer& offer) { return offer.accepts_minor_alone; });
    Ask(lines.approved, [this](const Offer& offer) {
      return Passes(rules::ApprovalIsHeld, need_with_approval_, offer);
    });
    Ask(lines.without_membership,
        [](const Offer& offer) { return offer.membership != Membership::kBefore; });
    lines.facts.resize(who.facts().size());
    for (size_t i = 0; i < who.facts().size(); ++i) AskOfFact(who.facts()[i], lines.facts[i]);
  }

  void AskOfFact(const Who::Fact& fact, Lines::Fact& lines) {
    Ask(lines.unasked,
        [&fact](const Offer& offer) { return !Who::AsksFor(offer.eligibility_rules, fact.name); });
    lines.values.resize(fact.values.size() + 1);
    AskAll(absl::MakeSpan(lines.values), [this, &fact](const Offer& offer) {
      return Answers(index_.who.MayPass(offer.eligibility_rules, fact).to_ullong());
    });
  }

  void AskOfRoom() {
    Lines& lines = index_.lines;
    lines.needs.resize(index_.needs.size() + 1);
    AskAll(absl::MakeSpan(lines.needs), [this](const Offer& offer) {
      Answers met;
      for (const std::string& word : offer.accommodations) {
        if (!IsComfort(word)) met.set(index_.needs.Find(word));
      }
      return met;
    });
    for (int passengers = 0; passengers <= Lines::kMostPassengers; ++passengers) {
      Ask(lines.room[static_cast<size_t>(passengers)],
          [this, need = Need{.passengers = passengers}](const Offer& offer) {
            return Passes(rules::SeatsSuffice, need, offer);
          });
    }
  }

  void AskWhen() {
    Lines& lines = index_.lines;
    Ask(lines.told_when, [this](const Offer& offer) { return index_.week.Tells(offer.schedule); });
    Ask(lines.holidays, [](const Offer& offer) { return Week::MayOpenOnHolidays(offer.schedule); });
    lines.slots.resize(static_cast<size_t>(index_.week.slots()));
    AskAll(absl::MakeSpan(lines.slots), [this](const Offer& offer) {
      Answers open;
      if (!IsTaking(offer)) return open;
      const auto slots = index_.week.MayBeOpen(offer.schedule);
      for (size_t slot = 0; slot < slots.size(); ++slot) open[slot] = slots[slot];
      return open;
    });
  }

  const World& world_;
  const size_t rows_;
  KindIndex& index_;
  std::vector<LineNumber*> lines_{};  // By column.
  std::vector<Column> columns_{};
  std::vector<Question> questions_{};
  const Need any_need_{};
  const Need need_with_approval_{.needs_approval = true};
};

}  // namespace

void FillColumns(const World& world, const std::vector<uint32_t>& offer_of_row, KindIndex& index) {
  Filler(world, offer_of_row.size(), index).Fill(offer_of_row);
}

}  // namespace entraide::matcher::index
