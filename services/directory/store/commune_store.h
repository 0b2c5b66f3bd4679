// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/directory/domain/commune.h"
#include "services/directory/domain/commune_query.h"
#include "services/platform/pg/transaction.h"

namespace entraide::directory {

// Those of these codes that exist, in this order.
absl::StatusOr<std::vector<Commune>> ReadCommunes(pg::Transaction& tx,
                                                  const std::vector<std::string>& codes);

// The code of today of a commune by its code of today or a former one; nullopt if it is unknown.
absl::StatusOr<std::optional<std::string>> CurrentCode(pg::Transaction& tx, absl::string_view code);

// Codes by INSEE code after `after`, at most `limit`; `epci_siren` may be "".
absl::StatusOr<std::vector<std::string>> ListCommuneCodes(pg::Transaction& tx,
                                                          absl::string_view epci_siren,
                                                          absl::string_view after, int limit);

// Codes of the communes that fit, best first.
absl::StatusOr<std::vector<std::string>> SearchCommuneCodes(pg::Transaction& tx,
                                                            const CommuneQuery& query, int limit);

// What an import changed.
struct ImportedCommunes {
  std::vector<std::string> created{};
  std::vector<std::string> changed{};  // Without those that were the same.
};

// Writes communes by their codes.
absl::StatusOr<ImportedCommunes> WriteCommunes(pg::Transaction& tx,
                                               const std::vector<Commune>& communes);

}  // namespace entraide::directory
