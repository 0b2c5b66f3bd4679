// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"

namespace entraide::matcher {

// Place of a commune in one `Communes` table, from 0; it means nothing in another table.
enum class CommuneIndex : int {};

struct Commune {
  std::string insee_code{};  // "62361", "2A004".
  std::string display_name{};
  std::vector<std::string> former_codes{};  // Of communes merged into this one.
  std::vector<std::string> postcodes{};
  std::string epci_siren{};  // Empty: belongs to no EPCI (grouping of communes).
  std::string departement{};
  int population = 0;
  std::optional<int> urban_unit_population{};  // 0: rural; none: unknown, never "rural".
  bool multimodal_hub = false;                 // Has one of those that the law lists.
  double latitude_deg = 0;                     // WGS 84.
  double longitude_deg = 0;
};

// The communes of a territory, ordered by INSEE code whatever the order given; immutable.
class Communes {
 public:
  Communes() = default;
  explicit Communes(std::vector<Commune> communes);

  // The commune of this INSEE code, or the one that a former code was merged into.
  std::optional<CommuneIndex> Find(absl::string_view insee_code) const;

  const Commune& operator[](CommuneIndex index) const {
    return communes_[static_cast<size_t>(index)];
  }
  const std::vector<Commune>& All() const { return communes_; }
  std::vector<CommuneIndex> Indices() const;
  size_t size() const { return communes_.size(); }

 private:
  std::vector<Commune> communes_{};
  absl::flat_hash_map<std::string, CommuneIndex> by_code_{};
};

}  // namespace entraide::matcher
