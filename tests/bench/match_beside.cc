// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/match_beside.h"

#include <numeric>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/platform/base/status.h"
#include "tests/bench/match_peer.h"

namespace entraide::bench {
namespace {

using matcher::index::Scratch;

constexpr size_t kRounds = 5;

// Microseconds of each request.
struct Latencies {
  std::vector<double> each{};

  double Mean() const {
    return std::accumulate(each.begin(), each.end(), 0.0) / static_cast<double>(each.size());
  }
  double P99() const { return Percentile(each, 99); }
};

// Of both sides, for the same requests.
struct Sides {
  Latencies ours{};
  Latencies theirs{};
};

absl::Status CheckSame(const Ask& ask, const IndexedFrance& index, const MatchPeer& peer,
                       MatchPeer::Form form, Scratch& scratch) {
  index.Answer(ask, scratch);
  MatchPeer::Rows ours;
  for (size_t i = 0; i < scratch.best.size(); ++i) {
    const auto& found = scratch.best[i];
    auto& row = ours.emplace_back(
        MatchPeer::Row{.offer = static_cast<int>(found.offer), .score = found.score});
    for (size_t term = 0; term < kPeerTerms.size(); ++term) {
      row.terms[term] = scratch.terms[i][PlaceOfTerm(kPeerTerms[term])];
    }
  }
  ASSIGN_OR_RETURN(const MatchPeer::Rows theirs, peer.Answer(form, ask));
  if (ours == theirs) return absl::OkStatus();
  return absl::InternalError("the index and PostgreSQL give different answers");
}

// Both sides answer the same requests, a slice of them each round in turn.
absl::StatusOr<Sides> Compare(const std::vector<Ask>& asks, const IndexedFrance& index,
                              const MatchPeer& peer, MatchPeer::Form form) {
  Scratch scratch;
  for (const Ask& ask : asks) RETURN_IF_ERROR(CheckSame(ask, index, peer, form, scratch));
  Sides sides;
  const size_t slice = asks.size() / kRounds;
  for (size_t first = 0; first + slice <= asks.size(); first += slice) {
    for (size_t i = first; i < first + slice; ++i) {
      sides.ours.each.push_back(1e6 * SecondsOf([&] { Keep(index.Answer(asks[i], scratch)); }));
    }
    for (size_t i = first; i < first + slice; ++i) {
      absl::Status status;
      sides.theirs.each.push_back(1e6 *
                                  SecondsOf([&] { status = peer.Answer(form, asks[i]).status(); }));
      RETURN_IF_ERROR(status);
    }
  }
  return sides;
}

void Add(const Sides& sides, const std::string& form, std::optional<Goal> goal, double scale,
         Report& report) {
  const auto add = [&](const std::string& what, double ours, double theirs) {
    report.Add({.name = "P1",
                .what = absl::StrCat("PostgreSQL, ", form, ", ", what),
                .scale = scale,
                .ours = ours,
                .peer = theirs,
                .side_unit = "us",
                .reached = theirs / ours,
                .unit = "x",
                .goal = goal});
  };
  add("mean", sides.ours.Mean(), sides.theirs.Mean());
  add("p99", sides.ours.P99(), sides.theirs.P99());
}

void AddMemory(const std::string& form, double ours, double theirs, Report& report, double scale) {
  report.Add({.name = "P11",
              .what = absl::StrCat("PostgreSQL, ", form, ", tables and indexes"),
              .scale = scale,
              .ours = ours / 1e6,
              .peer = theirs / 1e6,
              .side_unit = "MB",
              .reached = theirs / ours,
              .unit = "x",
              .goal = AtLeast(20)});
}

}  // namespace

absl::Status MeasureBesidePostgres(const Options& options, const SyntheticFrance& france,
                                   const IndexedFrance& index, double scale, Report& report) {
  using Form = MatchPeer::Form;
  ASSIGN_OR_RETURN(MatchPeer peer, MatchPeer::Load(france));
  if (Wants(options, "P1")) {
    ASSIGN_OR_RETURN(const Sides plain, Compare(france.Asks(200, 11), index, peer, Form::kPlain));
    Add(plain, "plain", std::nullopt, scale, report);
  }
  RETURN_IF_ERROR(peer.IndexCovering());
  if (Wants(options, "P1")) {
    const std::vector<Ask> asks = france.Asks(4000, 12);
    ASSIGN_OR_RETURN(const Sides covering, Compare(asks, index, peer, Form::kCovering));
    Add(covering, "covering", AtLeast(400), scale, report);
    ASSIGN_OR_RETURN(const Sides expert, Compare(asks, index, peer, Form::kExpert));
    Add(expert, "expert", AtLeast(200), scale, report);
  }
  if (!Wants(options, "P11")) return absl::OkStatus();
  const auto ours = static_cast<double>(index.bytes());
  ASSIGN_OR_RETURN(const double covering, peer.Bytes(Form::kCovering));
  AddMemory("covering", ours, covering, report, scale);
  ASSIGN_OR_RETURN(const double expert, peer.Bytes(Form::kExpert));
  AddMemory("expert", ours, expert, report, scale);
  return absl::OkStatus();
}

absl::Status MeasureColdStart(const std::string& what, double goal, const FranceSize& size,
                              double scale, Report& report) {
  const SyntheticFrance france(size);
  ASSIGN_OR_RETURN(const MatchPeer peer, MatchPeer::Load(france));
  const auto add = [&](const std::string& step, double seconds, std::optional<Goal> at_most) {
    report.Add({.name = "P12",
                .what = absl::StrCat(what, step),
                .scale = scale,
                .reached = seconds,
                .unit = "s",
                .goal = at_most});
  };
  absl::StatusOr<std::vector<std::vector<Helper>>> helpers;
  const double reading = SecondsOf([&] { helpers = peer.ReadHelpers(); });
  RETURN_IF_ERROR(helpers.status());
  if (*helpers != france.helpers()) return absl::InternalError("not what was written");
  const double ground = SecondsOf([&] { Keep(france.FindGround()); });
  std::optional<IndexedFrance> index;
  const double indexing = SecondsOf([&] { index.emplace(france, *helpers); });
  add(": from PostgreSQL", reading + ground + indexing, AtMost(goal));
  add(": reading rows", reading, std::nullopt);
  add(": who is near whom", ground, std::nullopt);
  add(": offers and world", indexing - index->build_seconds(), std::nullopt);
  add(": indexing", index->build_seconds(), std::nullopt);
  return absl::OkStatus();
}

}  // namespace entraide::bench
