// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "clients/cpp/directory_client.h"
#include "services/platform/auth/caller.h"
#include "services/platform/pg/transaction.h"
#include "services/platform/rpc/page.h"
#include "services/request/convert.h"
#include "services/request/domain/filing.h"
#include "services/request/store/find_store.h"
#include "services/request/store/list_store.h"

namespace entraide::request {

// What every handler of the front does, whatever the trade.

Filer FilerOf(const auth::Caller& caller);

// The request of the caller's code, or `name` if the caller's body filed it.
absl::StatusOr<Scope> RequesterScope(const auth::Caller& caller, absl::string_view collection,
                                     absl::string_view name);
// `name` if the caller's organization holds or held it.
absl::StatusOr<Scope> HolderScope(const auth::Caller& caller, absl::string_view collection,
                                  absl::string_view name);

// `name` if the caller's organization holds it or was asked; for an operator, any.
absl::StatusOr<Scope> ExplainScope(const auth::Caller& caller, absl::string_view collection,
                                   absl::string_view name);

// `name`, a question, if it was put to the caller's organization.
absl::StatusOr<AskedOf> AskedScope(const auth::Caller& caller, absl::string_view collection,
                                   absl::string_view name);

// Finds, locks, decides, saves: the request as it is afterwards. NOT_FOUND REQUEST_UNKNOWN, or what
// `decide` says.
using Decide = absl::FunctionRef<absl::StatusOr<Task>(Task)>;
absl::StatusOr<Task> Change(pg::Transaction& tx, const Scope& scope, Decide decide);

// The same for what was filed with it too, as far as its state allows: it fails if none does. The
// first of them as it is afterwards.
absl::StatusOr<Task> ChangeAll(pg::Transaction& tx, const Scope& scope, Decide decide);

// SaveTask, which readers of commitments learn of when `tx` commits.
absl::StatusOr<Task> SaveAndAnnounce(pg::Transaction& tx, const Task& before, Task after);

// ABORTED CHANGED_MEANWHILE if `etag` is given and is not the request's.
absl::Status CheckEtag(const Request& request, absl::string_view etag);
// The same for a version that was seen before.
absl::Status CheckVersion(const Request& request, std::optional<std::int64_t> version);

// Those of `codes` that exist, each with its code of today; malformed ones are left out. No
// transaction may be open. UNAVAILABLE, DEADLINE_EXCEEDED: the directory does not answer.
absl::StatusOr<KnownCommunes> AskDirectory(clients::DirectoryClient& directory,
                                           const std::vector<std::string>& codes,
                                           absl::Time deadline);

// Another service, or the database, does not answer now; it may later.
bool IsOutage(const absl::Status& status);

// Names of organizations are a kindness: this is how long an answer waits for all of its own.
absl::Time NamesBy(absl::Time deadline);
// How the directory calls an organization; empty if it does not say.
Holder NamesOf(clients::DirectoryClient& directory, const OrganizationId& organization,
               absl::Time deadline);
// How the directory calls who holds `request`; empty if nobody does, or the directory does not say.
Holder HolderOf(clients::DirectoryClient& directory, const Request& request, absl::Time deadline);

// One row more than the page holds, so that the caller sees whether another follows.
// INVALID_ARGUMENT FIELDS_INVALID on `page_token`.
absl::StatusOr<Stretch> StretchOf(const rpc::Page& page);
std::vector<std::string> SortKey(absl::Time time, const std::string& id);

}  // namespace entraide::request
