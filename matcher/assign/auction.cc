// SPDX-License-Identifier: EUPL-1.2
#include "matcher/assign/auction.h"

#include <algorithm>
#include <vector>

namespace entraide::matcher::assign {
namespace {

struct Bid {
  Price amount = 0;
  TaskIndex task{};
  std::int32_t minutes = 0;
};

// For a heap whose front is the lowest bid.
struct Higher {
  bool operator()(const Bid& a, const Bid& b) const { return a.amount > b.amount; }
};

class Auction {
 public:
  Auction(const Graph& graph, const AuctionTerms& terms, Flow& flow)
      : graph_(graph), terms_(terms), flow_(flow) {
    for (const PlaceIndex place : graph.capacities.Keys()) {
      standing_.AddRow({}, static_cast<size_t>(std::min(graph.capacities[place].seats, 8)));
    }
  }

  void Hold() {
    for (size_t task = graph_.TaskCount(); task > 0; --task)
      waiting_.push_back(TaskIndex(task - 1));
    while (!waiting_.empty()) {
      const TaskIndex task = waiting_.back();
      waiting_.pop_back();
      BidFor(task);
    }
    for (const PlaceIndex place : standing_.Keys()) {
      for (const Bid& bid : standing_[place]) flow_.Put(bid.task, place, bid.minutes);
    }
  }

 private:
  void BidFor(TaskIndex task) {
    Price best = terms_.give_up;
    Price second = terms_.give_up;
    const Arc* choice = nullptr;
    for (const Arc& arc : graph_.arcs[task]) {
      const Price price = graph_.MinutePrice(arc.minutes) + flow_.prices[arc.place];
      if (price < best) {
        second = best;
        best = price;
        choice = &arc;
      } else if (price < second) {
        second = price;
      }
    }
    if (choice == nullptr) return;
    const Price amount = flow_.prices[choice->place] + (second - best) + terms_.step;
    Accept(choice->place, {amount, task, choice->minutes});
  }

  // A seat that nobody bid for is taken if it costs no more than the lowest bid; else the lowest
  // bidder leaves.
  void Accept(PlaceIndex place, const Bid& bid) {
    const Price seat = graph_.SeatPrice(place, standing_.SizeOf(place) + 1);
    if (standing_.SizeOf(place) == 0 || seat <= standing_[place].front().amount) {
      standing_.Append(place, bid);
    } else {
      const absl::Span<Bid> bids = standing_.Mutable(place);
      std::pop_heap(bids.begin(), bids.end(), Higher());
      waiting_.push_back(bids.back().task);
      bids.back() = bid;
    }
    const absl::Span<Bid> bids = standing_.Mutable(place);
    std::push_heap(bids.begin(), bids.end(), Higher());
    flow_.prices[place] = std::min(bids.front().amount, graph_.SeatPrice(place, bids.size() + 1));
  }

  const Graph& graph_;
  const AuctionTerms terms_;
  Flow& flow_;
  Rows<PlaceIndex, Bid> standing_{};
  std::vector<TaskIndex> waiting_{};  // The last one bids next, while what it lost is at hand.
};

}  // namespace

void HoldAuction(const Graph& graph, const AuctionTerms& terms, Flow& flow) {
  Auction(graph, terms, flow).Hold();
}

}  // namespace entraide::matcher::assign
