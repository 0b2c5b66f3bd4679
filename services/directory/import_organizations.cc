// SPDX-License-Identifier: EUPL-1.2
#include <utility>

#include "services/directory/directory_service.h"
#include "services/directory/handling.h"
#include "services/directory/import.h"
#include "services/directory/organization_rows.h"
#include "services/directory/store/offer_store.h"
#include "services/directory/store/organization_store.h"
#include "services/directory/store/partner_store.h"
#include "services/platform/base/uuid.h"

namespace entraide::directory {
namespace {

constexpr std::size_t kMaxRows = 10'000;

// What an import did.
struct ImportCounts {
  int created = 0;
  int updated = 0;
  int offers = 0;
};

// Writes one offer over the stored one of the same local_id.
absl::Status SaveOffer(pg::Transaction& tx, ServiceOffer offer, absl::Time now) {
  ASSIGN_OR_RETURN(const ServiceOffer stored, LockOfferOf(tx, offer.organization, offer.local_id));
  offer.id = stored.id.value().empty() ? ServiceOfferId(NewUuid()) : stored.id;
  offer.revision = stored.revision;
  offer.listing = Import(stored.listing);
  offer.capacity = Counted(offer.capacity, stored.capacity, now);
  offer.confirm_time = now;
  offer.update_time = now;
  RETURN_IF_ERROR(WriteOffer(tx, offer));
  return AnnounceOffer(tx, offer);
}

// Archives those of its offers that the file left out, and announces all.
absl::Status SaveOffers(pg::Transaction& tx, const OrganizationId& organization,
                        const std::vector<ServiceOffer>& offers, absl::Time now) {
  std::vector<std::string> kept;
  for (ServiceOffer offer : offers) {
    kept.push_back(offer.local_id);
    offer.organization = organization;
    RETURN_IF_ERROR(SaveOffer(tx, std::move(offer), now));
  }
  ASSIGN_OR_RETURN(const auto archived, ArchiveOthers(tx, organization, kept));
  std::vector<std::string> ids;
  for (const ServiceOfferId& id : archived) ids.push_back(id.value());
  return AnnounceOffers(tx, ids);
}

// Writes and announces one entry, published.
absl::Status Save(pg::Transaction& tx, const OrganizationEntry& entry, absl::Time now,
                  ImportCounts& counts) {
  Organization organization = entry.organization;
  ASSIGN_OR_RETURN(const Organization stored, LockOrganizationOf(tx, organization.origin));
  const bool is_new = stored.id.value().empty();
  organization.id = is_new ? OrganizationId(NewUuid()) : stored.id;
  organization.revision = stored.revision;
  organization.listing = Import(stored.listing);
  organization.update_time = now;
  ++(is_new ? counts.created : counts.updated);
  counts.offers += static_cast<int>(entry.offers.size());
  RETURN_IF_ERROR(WriteOrganization(tx, organization));
  return SaveOffers(tx, organization.id, entry.offers, now);
}

absl::Status Save(pg::Transaction& tx, const PartnerEntry& entry, ImportCounts& counts) {
  Partner partner = entry.partner;
  ASSIGN_OR_RETURN(partner.id, FindPartner(tx, partner.origin));
  const bool is_new = partner.id.value().empty();
  if (is_new) partner.id = PartnerId(NewUuid());
  ++(is_new ? counts.created : counts.updated);
  return WritePartner(tx, partner);
}

}  // namespace

grpc::Status DirectoryService::ImportOrganizations(
    grpc::ServerContext* context, grpc::ServerReader<v1::ImportOrganizationsRequest>* reader,
    v1::ImportOrganizationsResponse* response) {
  return rpc::Unary(
      gate_, *context, MethodOf("ImportOrganizations"), v1::ImportOrganizationsRequest(), response,
      [&](const rpc::Call& call) -> absl::StatusOr<v1::ImportOrganizationsResponse> {
        OrganizationRows rows;
        RETURN_IF_ERROR(ReadRows(*reader, kMaxRows, [&](const auto& row) { Take(row, rows); }));
        ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::Begin(pool_, call.deadline));
        RETURN_IF_ERROR(CheckPlaces(tx, rows));
        RETURN_IF_ERROR(ImportInvalid(rows.found));
        ImportCounts counts;
        for (const auto& entry : rows.organizations) {
          RETURN_IF_ERROR(Save(tx, entry, call.now, counts));
        }
        for (const auto& entry : rows.partners) RETURN_IF_ERROR(Save(tx, entry, counts));
        RETURN_IF_ERROR(tx.Commit());
        v1::ImportOrganizationsResponse done;
        done.set_created_count(counts.created);
        done.set_updated_count(counts.updated);
        done.set_service_offer_count(counts.offers);
        return done;
      });
}

}  // namespace entraide::directory
