// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "entraide/common/v1/commitment.pb.h"
#include "entraide/directory/v1/directory_service.pb.h"
#include "matcher/engine/changes.h"
#include "matcher/engine/travel.h"
#include "matcher/feed/catalog.h"
#include "matcher/feed/follower.h"
#include "matcher/feed/ledger.h"
#include "matcher/live/live.h"

namespace entraide::matcher {

// Keeps a territory current from what streams tell, which is applied a group at a time:
//
//   directory --> Catalog --\   what was touched, converted
//   rides -----> Ledger ----->  Changes ---> Live        (another Land: another Live)
//   garage ----> Ledger ----/
//
// The order in which streams tell makes no difference to what is kept. Not thread-safe; what it
// keeps is.
class Keeper {
 public:
  Keeper(Travel travel, std::size_t trades) : catalog_(std::move(travel)), ledgers_(trades) {}

  void Take(Told<directory::v1::WatchOffersResponse> told);
  void Take(std::size_t trade, Told<common::v1::WatchCommitmentsResponse> told);

  // Null until the first snapshot of every source is whole: nobody is matched before it is known
  // what they have taken on.
  std::shared_ptr<const live::Live> live() const { return live_; }

 private:
  template <typename Part, typename Step>
  void TakeInto(Part& part, Told<Step> told);
  Changes TakeChanges(const World& land);
  Agreement AgreementOn(const std::string& request, const Ledger& ledger, const World& land) const;

  Catalog catalog_;
  std::vector<Ledger> ledgers_;  // In the order of the trades.
  std::shared_ptr<const Land> land_{};
  std::shared_ptr<live::Live> live_{};  // On `land_`.
};

}  // namespace entraide::matcher
