// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/offers.h"

#include <algorithm>
#include <utility>

namespace entraide::matcher {

std::optional<size_t> Offers::Find(const OfferId& id) const {
  if (empty()) return std::nullopt;
  const auto found = std::lower_bound(
      all_->begin(), all_->end(), id,
      [](const Shared& offer, const OfferId& wanted) { return offer->id < wanted; });
  if (found == all_->end() || (*found)->id != id) return std::nullopt;
  return static_cast<size_t>(found - all_->begin());
}

Offers Offers::With(const std::vector<Changed>& changed) const {
  std::vector<Shared> in_order;
  in_order.reserve(size() + changed.size());
  size_t next = 0;
  for (const Changed& one : changed) {
    while (next < size() && (*this)[next].id < one.id) in_order.push_back((*all_)[next++]);
    if (next < size() && (*this)[next].id == one.id) ++next;
    if (one.now != nullptr) in_order.push_back(one.now);
  }
  while (next < size()) in_order.push_back((*all_)[next++]);
  return Offers(std::move(in_order));
}

}  // namespace entraide::matcher
