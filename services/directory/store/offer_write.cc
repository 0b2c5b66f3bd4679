// SPDX-License-Identifier: EUPL-1.2
#include <cstdint>
#include <optional>
#include <utility>

#include "services/directory/store/offer_details.h"
#include "services/directory/store/offer_store.h"
#include "services/directory/store/place_store.h"
#include "services/platform/base/status.h"

namespace entraide::directory {
namespace {

absl::Status CheckWritten(const pg::Result& written) {
  if (written.rows() > 0) return absl::OkStatus();
  return WithReason(absl::AbortedError("the service offer changed"), "CHANGED_MEANWHILE");
}

pg::Param SuspendedBy(const Listing& listing) {
  if (listing.state != ListingState::kSuspended) return std::nullopt;
  return std::string(WordOf(listing.suspended_by));
}

pg::Param LastMinute(const BookingRule& rule) {
  return rule.last_minute.has_value() ? pg::Number(*rule.last_minute) : std::nullopt;
}

std::vector<pg::Param> ColumnsOf(const ServiceOffer& offer) {
  const BookingRule& rule = offer.booking_rule;
  return {offer.id.value(),
          offer.organization.value(),
          pg::Number(offer.revision),
          offer.local_id,
          offer.display_name,
          offer.description,
          std::string(WordOf(offer.listing.state)),
          SuspendedBy(offer.listing),
          pg::OrNull(offer.listing.reason),
          offer.kind,
          pg::TextArray(offer.purposes),
          std::string(WordOf(offer.zone_applies_to)),
          pg::Bool(offer.for_residents),
          pg::Bool(offer.for_professionals),
          pg::TextArray(offer.required_documents),
          pg::TextArray(offer.accommodations),
          pg::Number(rule.min_notice_hours),
          pg::Number(rule.last_day),
          LastMinute(rule),
          pg::Number(rule.max_horizon_days),
          pg::Bool(rule.business_days_only),
          pg::Bool(offer.open_on_public_holidays),
          std::string(WordOf(offer.capacity.state)),
          pg::OrNull(offer.capacity.unit),
          pg::Number(offer.capacity.maximum),
          pg::Number(offer.capacity.available),
          std::string(WordOf(offer.fee)),
          std::string(WordOf(offer.membership)),
          pg::OrNull(offer.external_url),
          pg::Bool(offer.accepts_minor_alone),
          pg::Bool(offer.approved_for_dependent_persons),
          pg::Time(offer.confirm_time),
          pg::Time(offer.update_time),
          SearchWords(offer),
          pg::Time(offer.capacity.as_of)};
}

absl::Status WriteRow(pg::Transaction& tx, const ServiceOffer& offer) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO service_offer AS s (
           id, organization_id, revision, local_id, display_name, description, state, suspended_by, state_reason,
           kind, purposes, zone_applies_to, for_residents, for_professionals, required_documents, accommodations,
           min_notice_hours, last_day, last_minute, max_horizon_days, business_days_only, open_on_public_holidays,
           capacity_state, capacity_unit, capacity_maximum, capacity_available, fee, membership, external_url,
           accepts_minor_alone, approved_for_dependent_persons, confirm_time, update_time, search_words,
           capacity_as_of)
    VALUES ($1, $2, $3::bigint + 1, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
            $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35)
        ON CONFLICT (id) DO UPDATE
       SET revision = excluded.revision, local_id = excluded.local_id, display_name = excluded.display_name,
           description = excluded.description, state = excluded.state, suspended_by = excluded.suspended_by,
           state_reason = excluded.state_reason, kind = excluded.kind, purposes = excluded.purposes,
           zone_applies_to = excluded.zone_applies_to, for_residents = excluded.for_residents,
           for_professionals = excluded.for_professionals, required_documents = excluded.required_documents,
           accommodations = excluded.accommodations, min_notice_hours = excluded.min_notice_hours,
           last_day = excluded.last_day, last_minute = excluded.last_minute,
           max_horizon_days = excluded.max_horizon_days, business_days_only = excluded.business_days_only,
           open_on_public_holidays = excluded.open_on_public_holidays, capacity_state = excluded.capacity_state,
           capacity_unit = excluded.capacity_unit, capacity_maximum = excluded.capacity_maximum,
           capacity_available = excluded.capacity_available, fee = excluded.fee, membership = excluded.membership,
           external_url = excluded.external_url, accepts_minor_alone = excluded.accepts_minor_alone,
           approved_for_dependent_persons = excluded.approved_for_dependent_persons,
           confirm_time = excluded.confirm_time, update_time = excluded.update_time,
           search_words = excluded.search_words, capacity_as_of = excluded.capacity_as_of
     WHERE s.revision = excluded.revision - 1
    RETURNING s.revision)sql";
  absl::StatusOr<pg::Result> written = tx.Execute(kSql, ColumnsOf(offer));
  if (absl::IsAlreadyExists(written.status())) {
    return WithReason(absl::AlreadyExistsError("the organization has an offer of this local_id"),
                      "LOCAL_ID_TAKEN");
  }
  RETURN_IF_ERROR(written.status());
  return CheckWritten(*written);
}

}  // namespace

absl::Status WriteOffer(pg::Transaction& tx, const ServiceOffer& offer) {
  RETURN_IF_ERROR(WriteRow(tx, offer));
  RETURN_IF_ERROR(WriteZone(tx, offer.id, offer.zone));
  RETURN_IF_ERROR(WriteSchedule(tx, offer));
  return WriteTerms(tx, offer);
}

absl::Status WriteListing(pg::Transaction& tx, const ServiceOffer& offer) {
  constexpr pg::Sql kSql = R"sql(
    UPDATE service_offer
       SET revision = revision + 1, state = $3, suspended_by = $4, state_reason = $5, confirm_time = $6,
           update_time = $7
     WHERE id = $1 AND revision = $2
    RETURNING revision)sql";
  ASSIGN_OR_RETURN(const pg::Result written,
                   tx.Execute(kSql, {offer.id.value(), pg::Number(offer.revision),
                                     std::string(WordOf(offer.listing.state)),
                                     SuspendedBy(offer.listing), pg::OrNull(offer.listing.reason),
                                     pg::Time(offer.confirm_time), pg::Time(offer.update_time)}));
  return CheckWritten(written);
}

absl::Status WriteCapacity(pg::Transaction& tx, const ServiceOffer& offer) {
  constexpr pg::Sql kSql = R"sql(
    UPDATE service_offer
       SET revision = revision + 1, capacity_state = $3, capacity_unit = $4, capacity_maximum = $5,
           capacity_available = $6, update_time = $7, capacity_as_of = $8
     WHERE id = $1 AND revision = $2
    RETURNING revision)sql";
  ASSIGN_OR_RETURN(
      const pg::Result written,
      tx.Execute(kSql, {offer.id.value(), pg::Number(offer.revision),
                        std::string(WordOf(offer.capacity.state)), pg::OrNull(offer.capacity.unit),
                        pg::Number(offer.capacity.maximum), pg::Number(offer.capacity.available),
                        pg::Time(offer.update_time), pg::Time(offer.capacity.as_of)}));
  return CheckWritten(written);
}

absl::StatusOr<std::vector<ServiceOfferId>> ArchiveOthers(
    pg::Transaction& tx, const OrganizationId& organization,
    const std::vector<std::string>& kept_local_ids) {
  constexpr pg::Sql kSql = R"sql(
    UPDATE service_offer
       SET revision = revision + 1, state = 'ARCHIVED', suspended_by = NULL, state_reason = NULL,
           update_time = now()
     WHERE organization_id = $1
       AND state IN ('PUBLISHED', 'SUSPENDED')
       AND local_id <> ALL ($2::text[])
    RETURNING id)sql";
  ASSIGN_OR_RETURN(const pg::Result archived,
                   tx.Execute(kSql, {organization.value(), pg::TextArray(kept_local_ids)}));
  std::vector<ServiceOfferId> offers;
  for (int i = 0; i < archived.rows(); ++i) offers.emplace_back(archived[i].Text(0));
  return offers;
}

}  // namespace entraide::directory
