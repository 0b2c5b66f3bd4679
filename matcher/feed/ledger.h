// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <vector>

#include "entraide/common/v1/commitment.pb.h"
#include "matcher/engine/commitment.h"
#include "matcher/engine/commune.h"
#include "matcher/engine/offer.h"
#include "matcher/engine/travel.h"

namespace entraide::matcher {

// What the stream of commitments of one trade has told so far. Not thread-safe.
class Ledger {
 public:
  // Takes one step of the stream in. A release of what was never held is no error.
  void Apply(common::v1::WatchCommitmentsResponse step);
  // Forgets everything: a new snapshot begins.
  void Clear() { held_.clear(); }

  // A first snapshot is whole.
  bool complete() const { return complete_; }

  // By the name of the request.
  const std::map<std::string, common::v1::Commitment>& held() const { return held_; }

 private:
  std::map<std::string, common::v1::Commitment> held_{};
  bool complete_ = false;
};

// What `offer` has taken on, one for each span; it takes one of what the offer counts. Without a
// date it is held from its acceptance on, and of hours takes one: nobody knows yet how many.
std::vector<Commitment> ToCommitments(const common::v1::Commitment& proto, const Offer& offer,
                                      const Communes& communes, const Travel& travel);

}  // namespace entraide::matcher
