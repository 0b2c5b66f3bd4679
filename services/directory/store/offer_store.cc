// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/store/offer_store.h"

#include <utility>

#include "services/directory/store/offer_details.h"
#include "services/directory/store/place_store.h"
#include "services/platform/base/status.h"

namespace entraide::directory {
namespace {

// The same for one that never was and for somebody else's.
absl::Status NoSuchOffer() {
  return WithReason(absl::NotFoundError("no such service offer"), "OFFER_UNKNOWN");
}

// Reads the one whose id stands in the only row.
absl::StatusOr<ServiceOffer> ReadOnly(pg::Transaction& tx, const pg::Result& found) {
  if (found.rows() == 0) return NoSuchOffer();
  ASSIGN_OR_RETURN(std::vector<ServiceOffer> read, ReadOffers(tx, {found[0].Text(0)}));
  if (read.empty()) return NoSuchOffer();
  return std::move(read.front());
}

Listing ListingOf(const pg::Row& row) {
  return {.state = FromWord<ListingState>(row.Text(6)).value_or(ListingState::kArchived),
          .suspended_by = FromWord<Actor>(row.Text(7)).value_or(Actor::kStaff),
          .reason = row.Text(8)};
}

BookingRule BookingRuleOf(const pg::Row& row) {
  BookingRule rule{.min_notice_hours = static_cast<int>(row.Number(16)),
                   .last_day = static_cast<int>(row.Number(17)),
                   .max_horizon_days = static_cast<int>(row.Number(19)),
                   .business_days_only = row.Bool(20)};
  if (!row.IsNull(18)) rule.last_minute = static_cast<int>(row.Number(18));
  return rule;
}

Capacity CapacityOf(const pg::Row& row) {
  return {.state = FromWord<Capacity::State>(row.Text(22)).value_or(Capacity::State::kClosed),
          .unit = row.Text(23),
          .maximum = static_cast<int>(row.Number(24)),
          .available = static_cast<int>(row.Number(25)),
          .as_of = row.Time(33)};
}

ServiceOffer FromRow(const pg::Row& row) {
  return {
      .id = ServiceOfferId(row.Text(0)),
      .organization = OrganizationId(row.Text(1)),
      .revision = row.Number(2),
      .local_id = row.Text(3),
      .display_name = row.Text(4),
      .description = row.Text(5),
      .listing = ListingOf(row),
      .kind = row.Text(9),
      .purposes = row.TextArray(10),
      .zone_applies_to = FromWord<ZoneAppliesTo>(row.Text(11)).value_or(ZoneAppliesTo::kResidence),
      .for_residents = row.Bool(12),
      .for_professionals = row.Bool(13),
      .required_documents = row.TextArray(14),
      .accommodations = row.TextArray(15),
      .booking_rule = BookingRuleOf(row),
      .open_on_public_holidays = row.Bool(21),
      .capacity = CapacityOf(row),
      .fee = FromWord<Fee>(row.Text(26)).value_or(Fee::kUnknown),
      .membership = FromWord<Membership>(row.Text(27)).value_or(Membership::kBefore),
      .external_url = row.Text(28),
      .accepts_minor_alone = row.Bool(29),
      .approved_for_dependent_persons = row.Bool(30),
      .confirm_time = row.Time(31),
      .update_time = row.Time(32)};
}

}  // namespace

absl::StatusOr<std::vector<ServiceOffer>> ReadOffers(pg::Transaction& tx,
                                                     const std::vector<std::string>& ids) {
  constexpr pg::Sql kSql = R"sql(
    SELECT id, organization_id, revision, local_id, display_name, description, state, suspended_by, state_reason,
           kind, purposes, zone_applies_to, for_residents, for_professionals, required_documents, accommodations,
           min_notice_hours, last_day, last_minute, max_horizon_days, business_days_only, open_on_public_holidays,
           capacity_state, capacity_unit, capacity_maximum, capacity_available, fee, membership, external_url,
           accepts_minor_alone, approved_for_dependent_persons, confirm_time, update_time, capacity_as_of
      FROM service_offer
      JOIN unnest($1::text[]) WITH ORDINALITY AS wanted (wanted_id, position) ON wanted_id = id
     ORDER BY wanted.position)sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {pg::TextArray(ids)}));
  ASSIGN_OR_RETURN(Zones zones, ReadOfferZones(tx, ids));
  std::vector<ServiceOffer> offers;
  for (int i = 0; i < found.rows(); ++i) offers.push_back(FromRow(found[i]));
  OffersById by_id;
  for (ServiceOffer& offer : offers) {
    offer.zone = std::move(zones[offer.id.value()]);
    by_id[offer.id.value()] = &offer;
  }
  RETURN_IF_ERROR(ReadSchedules(tx, ids, by_id));
  RETURN_IF_ERROR(ReadTerms(tx, ids, by_id));
  return offers;
}

absl::StatusOr<ServiceOffer> ReadOffer(pg::Transaction& tx, const OfferKey& key,
                                       const Viewer& viewer) {
  constexpr pg::Sql kSql = R"sql(
    SELECT s.id
      FROM service_offer s
      JOIN organization o ON o.id = s.organization_id
     WHERE s.id = $1 AND o.id = $2
       AND ((s.state = 'PUBLISHED' AND o.state = 'PUBLISHED') OR $3::boolean OR o.id = $4))sql";
  ASSIGN_OR_RETURN(const pg::Result found,
                   tx.Execute(kSql, {key.id.value(), key.organization.value(),
                                     pg::Bool(viewer.kind == Viewer::Kind::kOperator),
                                     pg::OrNull(viewer.organization.value())}));
  return ReadOnly(tx, found);
}

absl::StatusOr<ServiceOffer> LockOffer(pg::Transaction& tx, const OfferKey& key,
                                       const Viewer& viewer) {
  constexpr pg::Sql kSql = R"sql(
    SELECT id
      FROM service_offer
     WHERE id = $1 AND organization_id = $2
       AND ($3::boolean OR organization_id = $4)
       FOR UPDATE)sql";
  ASSIGN_OR_RETURN(const pg::Result found,
                   tx.Execute(kSql, {key.id.value(), key.organization.value(),
                                     pg::Bool(viewer.kind == Viewer::Kind::kOperator),
                                     pg::OrNull(viewer.organization.value())}));
  return ReadOnly(tx, found);
}

absl::StatusOr<ServiceOffer> LockOfferOf(pg::Transaction& tx, const OrganizationId& organization,
                                         const std::string& local_id) {
  constexpr pg::Sql kSql = R"sql(
    SELECT id
      FROM service_offer
     WHERE organization_id = $1 AND local_id = $2
       FOR UPDATE)sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {organization.value(), local_id}));
  if (found.rows() == 0) return ServiceOffer{};
  return ReadOnly(tx, found);
}

absl::StatusOr<std::vector<std::string>> ListOfferIds(pg::Transaction& tx,
                                                      const OrganizationId& organization,
                                                      absl::string_view after, int limit) {
  constexpr pg::Sql kSql = R"sql(
    SELECT id
      FROM service_offer
     WHERE organization_id = $1 AND id > $2
     ORDER BY id
     LIMIT $3)sql";
  ASSIGN_OR_RETURN(const pg::Result found,
                   tx.Execute(kSql, {organization.value(), std::string(after), pg::Number(limit)}));
  std::vector<std::string> ids;
  for (int i = 0; i < found.rows(); ++i) ids.push_back(found[i].Text(0));
  return ids;
}

}  // namespace entraide::directory
