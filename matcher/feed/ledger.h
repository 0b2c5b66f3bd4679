// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "entraide/common/v1/commitment.pb.h"
#include "entraide/directory/v1/directory_service.pb.h"
#include "matcher/engine/commitment.h"
#include "matcher/engine/world.h"

namespace entraide::matcher {

// What the stream of commitments of one trade has told so far. Not thread-safe.
class Ledger {
 public:
  // Takes one step of the stream in. A release of what was never held is no error.
  void Apply(common::v1::WatchCommitmentsResponse step);
  // Forgets everything: a new snapshot begins.
  void Clear();

  // A first snapshot is whole.
  bool complete() const { return complete_; }

  // By the name of the request; null: not held.
  const common::v1::Commitment* Find(const std::string& request) const;

  // The requests of which something was told since the last call, and those that one of `offers`
  // holds.
  std::set<std::string> TakeTouched(const std::set<std::string>& offers);

 private:
  void Release(const std::string& request);

  std::map<std::string, common::v1::Commitment> held_{};     // By request.
  std::map<std::string, std::set<std::string>> by_offer_{};  // Requests; never none.
  std::set<std::string> touched_{};                          // Likewise.
  bool complete_ = false;
};

// What `offer` has taken on in a world of these communes and ways, one for each span; it takes one
// of what the offer counts. Without a date it is held from its acceptance on, and of hours takes
// one: nobody knows yet how many.
std::vector<Commitment> ToCommitments(const common::v1::Commitment& proto,
                                      const directory::v1::WatchedOffer& offer, const World& world);

}  // namespace entraide::matcher
