// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/handling.h"

#include "absl/strings/str_cat.h"
#include "services/directory/convert.h"
#include "services/directory/store/commune_store.h"
#include "services/directory/store/offer_store.h"
#include "services/platform/base/status.h"
#include "services/platform/base/text.h"
#include "services/platform/base/violations.h"
#include "services/platform/outbox/outbox.h"

namespace entraide::directory {

Viewer ViewerOf(const auth::Caller& caller) {
  if (caller.role == access::v1::ROLE_ADMIN) return {.kind = Viewer::Kind::kOperator};
  const bool member =
      (caller.role == access::v1::ROLE_STAFF || caller.role == access::v1::ROLE_COORDINATOR) &&
      !caller.organization.empty();
  if (!member) return {};
  return {.kind = Viewer::Kind::kMember, .organization = OrganizationId(caller.organization)};
}

Actor ActorOf(const auth::Caller& caller) {
  return caller.role == access::v1::ROLE_ADMIN ? Actor::kOperator : Actor::kStaff;
}

absl::StatusOr<std::string> KnownCommune(pg::Transaction& tx, absl::string_view field,
                                         absl::string_view code) {
  if (code.empty()) return std::string();
  if (!IsInseeCode(code)) return InvalidField(field, "MALFORMED", "an INSEE code");
  ASSIGN_OR_RETURN(const std::optional<std::string> current, CurrentCode(tx, code));
  if (!current.has_value()) return InvalidField(field, "UNKNOWN_VALUE", "a commune we have");
  return *current;
}

absl::Status CheckEtag(absl::string_view etag, std::int64_t revision) {
  if (etag.empty() || etag == absl::StrCat(revision)) return absl::OkStatus();
  return WithReason(absl::AbortedError("the etag is of another revision"), "CHANGED_MEANWHILE");
}

absl::Status AnnounceOffer(pg::Transaction& tx, const ServiceOffer& offer) {
  return outbox::Append(tx, "offer", NameOf(offer));
}

absl::Status AnnounceOffers(pg::Transaction& tx, const std::vector<std::string>& ids) {
  ASSIGN_OR_RETURN(const std::vector<ServiceOffer> offers, ReadOffers(tx, ids));
  for (const ServiceOffer& offer : offers) RETURN_IF_ERROR(AnnounceOffer(tx, offer));
  return absl::OkStatus();
}

absl::Status AnnounceCommune(pg::Transaction& tx, absl::string_view insee_code) {
  return outbox::Append(tx, "commune", absl::StrCat("communes/", insee_code));
}

absl::Status AnnounceTravelTimes(pg::Transaction& tx) {
  return outbox::Append(tx, "travel-times", "travelTimes");
}

More CutPage(std::vector<std::string>& ids, int size) {
  if (ids.size() <= static_cast<std::size_t>(size)) return More::kNo;
  ids.resize(static_cast<std::size_t>(size));
  return More::kYes;
}

}  // namespace entraide::directory
