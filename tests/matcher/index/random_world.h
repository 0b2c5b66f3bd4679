// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "matcher/engine/need.h"
#include "matcher/engine/world.h"

// Worlds and needs drawn at random, made so that much happens at once: few words, communes close
// by, hours that touch, limits that are just reached, ties.
namespace entraide::matcher::index {

class Random {
 public:
  explicit Random(uint64_t seed) : engine_(seed) {}

  int Below(int bound) { return static_cast<int>(engine_() % static_cast<uint64_t>(bound)); }
  bool Chance(int percent) { return Below(100) < percent; }

  template <typename T>
  T OneOf(const std::vector<T>& all) {
    return all[static_cast<size_t>(Below(static_cast<int>(all.size())))];
  }

  template <typename T>
  std::vector<T> SomeOf(const std::vector<T>& all, int percent) {
    std::vector<T> some;
    for (const T& one : all) {
      if (Chance(percent)) some.push_back(one);
    }
    return some;
  }

 private:
  std::mt19937_64 engine_;
};

struct Size {
  int communes = 6;
  int offers = 12;  // At most.
};

World RandomWorld(Random& random, const Size& size);

// What such worlds are made of; numbers make ids.
Communes RandomCommunes(Random& random, int count);
std::string RandomKind(Random& random);
Offer RandomOffer(Random& random, const Communes& communes, const std::string& usual_kind,
                  int number);
Volunteer RandomVolunteer(Random& random, const Communes& communes, int number);
Commitment RandomCommitment(Random& random, int number);

Need RandomNeed(Random& random, const World& world);
absl::Time RandomNow(Random& random);

}  // namespace entraide::matcher::index
