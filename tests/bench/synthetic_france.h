// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <vector>

#include "matcher/engine/world.h"
#include "matcher/index/index.h"
#include "tests/bench/synthetic_offer.h"

// Data of the size of France, made by a seeded generator: at scale 1, 35,000 communes in clusters,
// 200,000 organizations and 1,000,000 volunteers that offer one to three of 15 kinds of help to all
// who live within some minutes. Only ratios are claimed of it.
namespace entraide::bench {

struct FranceSize {
  int communes = 35'000;
  int organizations = 200'000;
  int volunteers = 1'000'000;
  int kinds = 15;
  uint64_t seed = 1;

  int candidates() const { return organizations + volunteers; }
};

FranceSize FranceAt(double scale);

class SyntheticFrance {
 public:
  explicit SyntheticFrance(const FranceSize& size);

  const FranceSize& size() const { return size_; }
  // A world that has the communes and nobody in it, and its ground, which all kinds share.
  const matcher::World& empty_world() const { return *empty_; }
  const std::shared_ptr<const matcher::index::Ground>& ground() const { return ground_; }
  const std::vector<std::vector<Helper>>& helpers() const { return helpers_; }  // By kind.

  // The same ground, found anew.
  std::shared_ptr<const matcher::index::Ground> FindGround() const;

  // The offers of these helpers, in their order, on the same communes.
  matcher::World WorldOf(int kind, const std::vector<Helper>& helpers) const;
  std::vector<Ask> Asks(int count, uint64_t seed) const;

 private:
  uint32_t CommuneByPopulation(double draw) const;  // `draw` in [0, 1).

  FranceSize size_;
  matcher::Travel travel_;
  std::vector<double> population_up_to_{};  // By commune.
  std::unique_ptr<matcher::World> empty_{};
  std::shared_ptr<const matcher::index::Ground> ground_{};
  std::vector<std::vector<Helper>> helpers_{};  // By kind.
};

}  // namespace entraide::bench
