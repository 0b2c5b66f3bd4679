// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/commune.h"

#include <algorithm>
#include <utility>

namespace entraide::matcher {

Communes::Communes(std::vector<Commune> communes) : communes_(std::move(communes)) {
  std::stable_sort(communes_.begin(), communes_.end(),
                   [](const Commune& a, const Commune& b) { return a.insee_code < b.insee_code; });
  const std::vector<CommuneIndex> indices = Indices();
  for (const CommuneIndex index : indices) by_code_.emplace((*this)[index].insee_code, index);
  for (const CommuneIndex index : indices) {
    for (const std::string& former : (*this)[index].former_codes) by_code_.emplace(former, index);
  }
}

std::optional<CommuneIndex> Communes::Find(absl::string_view insee_code) const {
  const auto found = by_code_.find(insee_code);
  if (found == by_code_.end()) return std::nullopt;
  return found->second;
}

std::vector<CommuneIndex> Communes::Indices() const {
  std::vector<CommuneIndex> indices(communes_.size());
  for (size_t i = 0; i < indices.size(); ++i) indices[i] = CommuneIndex(static_cast<int>(i));
  return indices;
}

}  // namespace entraide::matcher
