// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "absl/status/statusor.h"
#include "proto/vocabulary/kinds.h"
#include "services/directory/domain/checks.h"
#include "services/directory/domain/vocabulary.h"
#include "services/directory/handling.h"
#include "services/directory/store/search_store.h"
#include "services/platform/base/status.h"
#include "services/platform/rpc/page.h"

namespace entraide::directory {

// The filters that ListOrganizations and SearchServices share. INVALID_ARGUMENT: FIELDS_INVALID.
template <typename Request>
absl::StatusOr<DirectoryQuery> QueryOf(pg::Transaction& tx, const Request& request,
                                       const rpc::Page& page) {
  Violations found;
  CheckText("query", request.query(), {0, 100}, found);
  if (!request.kind().empty() && !vocabulary::FamilyOf(request.kind()).has_value()) {
    found.Add("kind", "UNKNOWN_VALUE", "one of the kinds");
  }
  if (!request.audience().empty()) CheckWord("audience", request.audience(), kAudiences, found);
  if (!request.sector().empty()) CheckWord("sector", request.sector(), kSectors, found);
  RETURN_IF_ERROR(found.ToStatus());
  DirectoryQuery query{.text = request.query(),
                       .kind = request.kind(),
                       .audience = request.audience(),
                       .sector = request.sector(),
                       .after = page.after,
                       .limit = page.size + 1};
  ASSIGN_OR_RETURN(query.serves_commune,
                   KnownCommune(tx, "serves_commune", request.serves_commune()));
  return query;
}

}  // namespace entraide::directory
