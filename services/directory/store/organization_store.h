// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/directory/domain/organization.h"
#include "services/directory/domain/viewer.h"
#include "services/platform/pg/transaction.h"

namespace entraide::directory {

// Those of these that exist, in this order, whoever asks.
absl::StatusOr<std::vector<Organization>> ReadOrganizations(pg::Transaction& tx,
                                                            const std::vector<std::string>& ids);

// NOT_FOUND: none of that id, or not for `viewer`.
absl::StatusOr<Organization> ReadOrganization(pg::Transaction& tx, const OrganizationId& id,
                                              const Viewer& viewer);
// Reads one that `viewer` may write and locks it until `tx` ends. NOT_FOUND: as above.
absl::StatusOr<Organization> LockOrganization(pg::Transaction& tx, const OrganizationId& id,
                                              const Viewer& viewer);

// NOT_FOUND: as above; reads nothing and locks nothing.
absl::Status FindOwnOrganization(pg::Transaction& tx, const OrganizationId& id,
                                 const Viewer& viewer);

// Locks the entry of an import until `tx` ends; `.id` is empty if there is none.
absl::StatusOr<Organization> LockOrganizationOf(pg::Transaction& tx, const Origin& origin);

// Writes all of it, as revision + 1; its `update_time` is when. ABORTED: CHANGED_MEANWHILE, if the
// stored revision is another.
absl::Status WriteOrganization(pg::Transaction& tx, const Organization& organization);

}  // namespace entraide::directory
