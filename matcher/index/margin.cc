// SPDX-License-Identifier: EUPL-1.2
#include "matcher/index/margin.h"

#include "absl/algorithm/container.h"
#include "matcher/engine/terms/terms.h"

namespace entraide::matcher::index {
namespace {

constexpr int kBestMinutes = 60;  // As far as the engine's `Margin` looks.
constexpr int kMinutesOfADay = 24 * 60;

class Walk {
 public:
  Walk(const Calendar& calendar, const KindIndex& index, std::vector<MarginStep>& steps)
      : calendar_(calendar), index_(index), week_(index.week), steps_(steps) {}

  bool Back(absl::Time start) {
    if (!GoTo(start, absl::ZeroDuration())) return false;
    for (int walked = 0; walked < kBestMinutes;) {
      const bool enters = IsAtCut();
      if (minute_ == 0 && !TurnTo(calendar_.Previous(day_), kMinutesOfADay)) return false;
      const int segment = week_.SegmentAt(minute_ - 1);
      if (enters) Enter(segment, walked);
      walked += minute_ - week_.StartOf(segment);
      minute_ = week_.StartOf(segment);
    }
    return true;
  }

  bool Forth(absl::Time end) {
    if (!GoTo(end, absl::Minutes(1))) return false;
    for (int walked = 0; walked < kBestMinutes;) {
      const bool enters = IsAtCut();
      if (minute_ == kMinutesOfADay && !TurnTo(calendar_.Next(day_), 0)) return false;
      const int segment = week_.SegmentAt(minute_);
      if (enters) Enter(segment, walked);
      walked += week_.EndOf(segment) - minute_;
      minute_ = week_.EndOf(segment);
    }
    return true;
  }

 private:
  // The minute of `time`, counted from the midnight of the day that it was `before`.
  bool GoTo(absl::Time time, absl::Duration before) {
    const int64_t seconds = absl::ToUnixSeconds(time);
    const Calendar::Day* const day = calendar_.Find(absl::ToUnixSeconds(time - before));
    if (day == nullptr || (seconds - day->midnight) % 60 != 0) return false;
    if (absl::FromUnixSeconds(seconds) != time) return false;
    return TurnTo(day, static_cast<int>((seconds - day->midnight) / 60));
  }

  bool TurnTo(const Calendar::Day* day, int minute) {
    day_ = day;
    minute_ = minute;
    return day != nullptr && day->ordinary;
  }

  // Else the need is in the slot already.
  bool IsAtCut() const {
    return minute_ == 0 || minute_ == kMinutesOfADay ||
           week_.SegmentAt(minute_ - 1) != week_.SegmentAt(minute_);
  }

  void Enter(int segment, int walked) {
    Add(index_.lines.slots[week_.SlotOf(day_->weekday, segment)], walked);
    if (day_->public_holiday) Add(index_.lines.holidays, walked);
  }

  void Add(LineNumber line, int walked) {
    if (!index_.bits.IsAlwaysTrue(line)) {
      steps_.push_back({.line = line, .value = terms::PartOf(walked, kBestMinutes)});
    }
  }

  const Calendar& calendar_;
  const KindIndex& index_;
  const Week& week_;
  std::vector<MarginStep>& steps_;
  const Calendar::Day* day_ = nullptr;
  int minute_ = 0;
};

}  // namespace

bool FindMarginSteps(const Calendar& calendar, const KindIndex& index, absl::Span<const Span> spans,
                     std::vector<MarginStep>& steps) {
  steps.clear();
  Walk walk(calendar, index, steps);
  for (const Span& span : spans) {
    if (span.start >= span.end || !walk.Back(span.start) || !walk.Forth(span.end)) return false;
  }
  absl::c_sort(steps, [](const MarginStep& a, const MarginStep& b) { return a.value < b.value; });
  return true;
}

}  // namespace entraide::matcher::index
