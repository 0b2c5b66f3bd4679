// SPDX-License-Identifier: EUPL-1.2
#include "matcher/index/fill_columns.h"

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
  const bool by_the_hour = absl::c_any_of(offer.capacity, [](const Capacity& capacity) {
    return IsInHours(capacity.unit);
  });
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
    for (size_t row = 0; row < rows_; ++row) FillRow(row, index_.offers[offer_of_row[row]]);
    std::vector<LineNumber> line_of;
    index_.bits = BitBlocks(columns_, rows_, line_of);
    for (size_t i = 0; i < lines_.size(); ++i) *lines_[i] = line_of[i];
  }

 private:
  using Question = std::function<bool(const Offer&)>;

  // `line` stays where it is: it gets its number in the end.
  void Ask(LineNumber& line, Question question) {
    lines_.push_back(&line);
    columns_.emplace_back(rows_);
    questions_.push_back(std::move(question));
  }

  void FillRow(size_t row, const Offer& offer) {
    for (size_t i = 0; i < questions_.size(); ++i) {
      if (questions_[i](offer)) columns_[i].Set(row);
    }
    if (!IsTaking(offer)) return;
    const auto open = index_.week.MayBeOpen(offer.schedule);
    const size_t slots = index_.lines.slots.size();
    for (size_t slot = 0; slot < slots; ++slot) {
      if (open[slot]) columns_[questions_.size() + slot].Set(row);
    }
  }

  // A rule that looks at the offer and at one thing of the need.
  bool Passes(Answer (*rule)(const Trial&), const Need& need, const Offer& offer) const {
    return rule({world_, need, offer, absl::InfinitePast()}).kind == Answer::Kind::kYes;
  }

  bool IsTaking(const Offer& offer) const {
    return MayBeListed(world_, offer) && Passes(rules::PlaceIsLeft, Need{}, offer);
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
    for (size_t i = 0; i < purposes.size(); ++i) {
      Ask(lines.purposes[i], [&word = purposes.words()[i]](const Offer& offer) {
        return offer.purposes.empty() || absl::c_linear_search(offer.purposes, word);
      });
    }
    Ask(lines.purposes.back(), [&](const Offer& offer) {
      return offer.purposes.empty() || !KnowsAll(purposes, offer.purposes);
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
        [this](const Offer& offer) { return Passes(rules::PrescriberFiles, Need{}, offer); });
    Ask(lines.minors, [](const Offer& offer) { return offer.accepts_minor_alone; });
    Ask(lines.approved, [this](const Offer& offer) {
      return Passes(rules::ApprovalIsHeld, Need{.needs_approval = true}, offer);
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
    for (size_t i = 0; i < fact.values.size(); ++i) {
      Ask(lines.values[i], [&fact, &word = fact.values.words()[i]](const Offer& offer) {
        return Who::MayPass(offer.eligibility_rules, fact, &word);
      });
    }
    Ask(lines.values.back(), [this, &fact](const Offer& offer) {
      return !index_.who.Tells(offer.eligibility_rules) ||
             Who::MayPass(offer.eligibility_rules, fact, nullptr);
    });
  }

  void AskOfRoom() {
    Lines& lines = index_.lines;
    lines.needs.resize(index_.needs.size() + 1);
    for (size_t i = 0; i < index_.needs.size(); ++i) {
      Ask(lines.needs[i], [&word = index_.needs.words()[i]](const Offer& offer) {
        return absl::c_linear_search(offer.accommodations, word);
      });
    }
    Ask(lines.needs.back(),
        [this](const Offer& offer) { return !TellsNeeds(offer, index_.needs); });
    for (int passengers = 0; passengers <= Lines::kMostPassengers; ++passengers) {
      Ask(lines.room[static_cast<size_t>(passengers)], [this, passengers](const Offer& offer) {
        return Passes(rules::SeatsSuffice, Need{.passengers = passengers}, offer);
      });
    }
  }

  // The slots come last: their columns follow those of the questions.
  void AskWhen() {
    Lines& lines = index_.lines;
    Ask(lines.told_when, [this](const Offer& offer) { return index_.week.Tells(offer.schedule); });
    Ask(lines.holidays, [](const Offer& offer) { return Week::MayOpenOnHolidays(offer.schedule); });
    lines.slots.resize(static_cast<size_t>(index_.week.slots()));
    for (LineNumber& line : lines.slots) {
      lines_.push_back(&line);
      columns_.emplace_back(rows_);
    }
  }

  const World& world_;
  const size_t rows_;
  KindIndex& index_;
  std::vector<LineNumber*> lines_{};  // By column.
  std::vector<Column> columns_{};
  std::vector<Question> questions_{};  // By column, without the slots.
};

}  // namespace

void FillColumns(const World& world, const std::vector<uint32_t>& offer_of_row, KindIndex& index) {
  Filler(world, offer_of_row.size(), index).Fill(offer_of_row);
}

}  // namespace entraide::matcher::index
