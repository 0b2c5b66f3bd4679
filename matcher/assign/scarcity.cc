// SPDX-License-Identifier: EUPL-1.2
#include "matcher/assign/scarcity.h"

#include <utility>

namespace entraide::matcher::assign {
namespace {

// Seats as many as can be: all unserved tasks look for a seat at once, each growing a tree of the
// places that it reaches over their guests. The trees share no place, so whoever comes to an empty
// seat may move along its tree at once.
class Growth {
 public:
  Growth(const Graph& graph, Flow flow)
      : graph_(graph), flow_(std::move(flow)), branches_(graph.PlaceCount()) {}

  // One round of trees; whether anybody was seated. If not, the trees hold all that can be reached.
  bool Grow() {
    ++round_;
    reached_.clear();
    bool seated = false;
    for (const TaskIndex task : graph_.arcs.Keys()) {
      if (!flow_.seats[task].Taken()) seated |= Branch(task, task);
    }
    for (size_t next = 0; next < reached_.size(); ++next) {
      const PlaceIndex place = reached_[next];
      const TaskIndex root = branches_[place].root;
      for (size_t i = 0; i < flow_.guests.SizeOf(place) && !flow_.seats[root].Taken(); ++i) {
        seated |= Branch(flow_.guests[place][i], root);
      }
    }
    return seated;
  }

  std::vector<PlaceIndex> TakeReached() { return std::move(reached_); }

 private:
  struct BranchTo {
    TaskIndex root{};
    TaskIndex task{};  // Would move here.
    std::int32_t minutes = 0;
    std::uint32_t round = 0;
  };

  // Whether `task` found a seat, so that `root` is seated now.
  bool Branch(TaskIndex task, TaskIndex root) {
    for (const Arc& arc : graph_.arcs[task]) {
      if (flow_.guests.SizeOf(arc.place) <
          static_cast<size_t>(graph_.capacities[arc.place].seats)) {
        return Move(task, arc), true;
      }
      BranchTo& branch = branches_[arc.place];
      if (branch.round == round_) continue;
      branch = {root, task, arc.minutes, round_};
      reached_.push_back(arc.place);
    }
    return false;
  }

  void Move(TaskIndex task, Arc arc) {
    while (true) {
      const PlaceIndex from = flow_.seats[task].place;
      if (from != kNowhere) flow_.Take(task);
      flow_.Put(task, arc.place, arc.minutes);
      if (from == kNowhere) return;
      task = branches_[from].task;
      arc = {from, branches_[from].minutes};
    }
  }

  const Graph& graph_;
  Flow flow_;
  Table<PlaceIndex, BranchTo> branches_;
  std::vector<PlaceIndex> reached_{};
  std::uint32_t round_ = 0;
};

}  // namespace

std::vector<PlaceIndex> ShortPlaces(const Graph& graph, Flow flow) {
  Growth growth(graph, std::move(flow));
  while (growth.Grow()) {
  }
  return growth.TakeReached();
}

}  // namespace entraide::matcher::assign
