// SPDX-License-Identifier: EUPL-1.2
#include "services/request/steps.h"

#include <algorithm>
#include <cstdint>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "services/platform/base/status.h"
#include "services/platform/base/text.h"
#include "services/platform/base/uuid.h"
#include "services/request/store/task_store.h"
#include "services/request/watch_commitments.h"

namespace entraide::request {
namespace {

constexpr absl::Duration kForCommunes = absl::Seconds(2);
constexpr absl::Duration kForNames = absl::Milliseconds(500);

absl::Status ChangedMeanwhile() {
  return WithReason(absl::AbortedError("it changed meanwhile"), "CHANGED_MEANWHILE");
}

}  // namespace

Filer FilerOf(const auth::Caller& caller) {
  if (caller.role == access::v1::ROLE_PRESCRIBER) {
    return {.kind = Filer::Kind::kPrescriber, .organization = caller.organization};
  }
  if (caller.role == access::v1::ROLE_STAFF || caller.role == access::v1::ROLE_COORDINATOR) {
    return {.kind = Filer::Kind::kStaff, .organization = caller.organization};
  }
  return {};
}

absl::StatusOr<Scope> RequesterScope(const auth::Caller& caller, absl::string_view collection,
                                     absl::string_view name) {
  if (caller.role != access::v1::ROLE_CODE) {
    ASSIGN_OR_RETURN(const RequestId id, ParseName(collection, name));
    return FiledBy{.organization = OrganizationId(caller.organization), .id = id};
  }
  ByCode scope{.tracking_hash = caller.code_hash};
  if (!name.empty()) {
    ASSIGN_OR_RETURN(scope.id, ParseName(collection, name));
  }
  return scope;
}

absl::StatusOr<Scope> HolderScope(const auth::Caller& caller, absl::string_view collection,
                                  absl::string_view name) {
  ASSIGN_OR_RETURN(const RequestId id, ParseName(collection, name));
  return HeldBy{.organization = OrganizationId(caller.organization), .id = id};
}

absl::StatusOr<Scope> ExplainScope(const auth::Caller& caller, absl::string_view collection,
                                   absl::string_view name) {
  ASSIGN_OR_RETURN(const RequestId id, ParseName(collection, name));
  if (caller.role == access::v1::ROLE_ADMIN) return AnyOf{.id = id};
  return KnownTo{.organization = OrganizationId(caller.organization), .id = id};
}

absl::StatusOr<AskedOf> AskedScope(const auth::Caller& caller, absl::string_view collection,
                                   absl::string_view name) {
  ASSIGN_OR_RETURN(const OfferName parsed, ParseOfferName(collection, name));
  return AskedOf{.organization = OrganizationId(caller.organization),
                 .id = parsed.request,
                 .offer = parsed.offer};
}

absl::StatusOr<Task> Change(pg::Transaction& tx, const Scope& scope, Decide decide) {
  ASSIGN_OR_RETURN(const RequestId id, FindRequest(tx, scope));
  ASSIGN_OR_RETURN(const Task before, LockTask(tx, id));
  ASSIGN_OR_RETURN(Task after, decide(before));
  return SaveAndAnnounce(tx, before, std::move(after));
}

absl::StatusOr<Task> ChangeAll(pg::Transaction& tx, const Scope& scope, Decide decide) {
  ASSIGN_OR_RETURN(const RequestId id, FindRequest(tx, scope));
  ASSIGN_OR_RETURN(const std::optional<RequestId> other_id, FindFiledWith(tx, id));
  ASSIGN_OR_RETURN(const Task before, LockTask(tx, id));
  absl::StatusOr<Task> after = decide(before);
  if (after.ok()) after = SaveAndAnnounce(tx, before, *std::move(after));
  if (!other_id.has_value()) return after;
  if (!after.ok() && ReasonOf(after.status()) != "STATE_FORBIDS") return after;
  ASSIGN_OR_RETURN(const Task other, LockTask(tx, *other_id));
  absl::StatusOr<Task> changed = decide(other);
  if (changed.ok()) {
    RETURN_IF_ERROR(SaveAndAnnounce(tx, other, *std::move(changed)).status());
    return after.ok() ? std::move(after) : before;
  }
  return after;
}

absl::StatusOr<Task> SaveAndAnnounce(pg::Transaction& tx, const Task& before, Task after) {
  ASSIGN_OR_RETURN(Task saved, SaveTask(tx, before, std::move(after)));
  RETURN_IF_ERROR(AnnounceCommitment(tx, before.request, saved.request));
  return saved;
}

absl::Status CheckEtag(const Request& request, absl::string_view etag) {
  return etag.empty() || etag == EtagOf(request) ? absl::OkStatus() : ChangedMeanwhile();
}

absl::Status CheckVersion(const Request& request, std::optional<std::int64_t> version) {
  return version.value_or(request.version) == request.version ? absl::OkStatus()
                                                              : ChangedMeanwhile();
}

absl::StatusOr<KnownCommunes> AskDirectory(clients::DirectoryClient& directory,
                                           const std::vector<std::string>& codes,
                                           absl::Time deadline) {
  deadline = std::min(deadline, absl::Now() + kForCommunes);
  KnownCommunes known;
  for (const std::string& code : codes) {
    if (!IsInseeCode(code) || known.contains(code)) continue;
    const absl::StatusOr<directory::v1::Commune> commune = directory.GetCommune(code, deadline);
    if (absl::IsNotFound(commune.status())) continue;
    if (!commune.ok()) return commune.status();
    known.emplace(code, commune->insee_code());
  }
  return known;
}

bool IsOutage(const absl::Status& status) {
  return absl::IsUnavailable(status) || absl::IsDeadlineExceeded(status) ||
         absl::IsResourceExhausted(status);
}

absl::Time NamesBy(absl::Time deadline) { return std::min(deadline, absl::Now() + kForNames); }

Holder NamesOf(clients::DirectoryClient& directory, const OrganizationId& organization,
               absl::Time deadline) {
  const absl::StatusOr<directory::v1::Organization> found =
      directory.GetOrganization(organization.value(), deadline);
  if (!found.ok()) return {};
  return {.display_name = found->display_name(), .phone = found->phone()};
}

Holder HolderOf(clients::DirectoryClient& directory, const Request& request, absl::Time deadline) {
  if (!request.held_by.has_value()) return {};
  return NamesOf(directory, *request.held_by, deadline);
}

absl::StatusOr<Stretch> StretchOf(const rpc::Page& page) {
  Stretch stretch{.limit = page.size + 1};
  if (page.after.empty()) return stretch;
  std::int64_t micros = 0;
  if (page.after.size() != 2 || !absl::SimpleAtoi(page.after[0], &micros) ||
      !IsUuid(page.after[1])) {
    return InvalidField("page_token", "MALFORMED", "the next_page_token of the same list");
  }
  stretch.after = {.time = absl::FromUnixMicros(micros), .id = page.after[1]};
  return stretch;
}

std::vector<std::string> SortKey(absl::Time time, const std::string& id) {
  return {absl::StrCat(absl::ToUnixMicros(time)), id};
}

}  // namespace entraide::request
