// SPDX-License-Identifier: EUPL-1.2
#include "matcher/feed/keeper.h"

#include <functional>
#include <set>
#include <utility>

#include "absl/algorithm/container.h"
#include "matcher/feed/offer_convert.h"

namespace entraide::matcher {

void Keeper::Take(Told<directory::v1::WatchOffersResponse> told) {
  TakeInto(catalog_, std::move(told));
}

void Keeper::Take(std::size_t trade, Told<common::v1::WatchCommitmentsResponse> told) {
  TakeInto(ledgers_[trade], std::move(told));
}

template <typename Part, typename Step>
void Keeper::TakeInto(Part& part, Told<Step> told) {
  if (told.kind == Told<Step>::Kind::kSnapshot) part.Clear();
  for (Step& step : told.steps) part.Apply(std::move(step));
  if (!catalog_.complete() || !absl::c_all_of(ledgers_, std::mem_fn(&Ledger::complete))) return;
  std::shared_ptr<const Land> land = catalog_.LandNow();
  Changes changes = TakeChanges(land->empty);
  if (land == land_) return live_->Apply(std::move(changes));
  live_ = std::make_shared<live::Live>(land->empty.With(std::move(changes)), land->ground);
  land_ = std::move(land);
}

Changes Keeper::TakeChanges(const World& land) {
  Changes changes;
  const std::set<std::string> offers = catalog_.TakeTouched();
  for (const std::string& name : offers) {
    if (const auto* const offer = catalog_.Find(name); offer != nullptr) {
      changes.offers.push_back(ToOffer(*offer, land.communes()));
    } else {
      changes.removed_offers.push_back({name});
    }
  }
  for (Ledger& ledger : ledgers_) {
    for (const std::string& request : ledger.TakeTouched(offers)) {
      changes.agreements.push_back(AgreementOn(request, ledger, land));
    }
  }
  return changes;
}

// What an unknown offer holds is left out: its publication is on its way.
Agreement Keeper::AgreementOn(const std::string& request, const Ledger& ledger,
                              const World& land) const {
  Agreement agreement{.task = request};
  const common::v1::Commitment* const held = ledger.Find(request);
  if (held == nullptr) return agreement;
  const directory::v1::WatchedOffer* const offer = catalog_.Find(held->service_offer());
  if (offer != nullptr) agreement.commitments = ToCommitments(*held, *offer, land);
  return agreement;
}

}  // namespace entraide::matcher
