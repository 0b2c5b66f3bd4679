// SPDX-License-Identifier: EUPL-1.2
#include "services/garage/store/workshop_store.h"

#include <array>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_format.h"
#include "services/garage/store/refused.h"
#include "services/garage/store/words.h"
#include "services/platform/base/status.h"

namespace entraide::garage {
namespace {

pg::Param MinutesArray(const Workshop& workshop) {
  std::vector<std::string> texts;
  for (const int minutes : workshop.mechanic_minutes) texts.push_back(std::to_string(minutes));
  return pg::TextArray(texts);
}

absl::StatusOr<Workshop> ReadWorkshop(const absl::StatusOr<pg::Result>& found) {
  RETURN_IF_ERROR(found.status());
  if (found->rows() == 0) return Workshop();
  const pg::Row row = (*found)[0];
  Workshop workshop{.revision = row.Number(0),
                    .bay_count = static_cast<int>(row.Number(1)),
                    .adviser_count = static_cast<int>(row.Number(2))};
  const std::vector<std::string> minutes = row.TextArray(3);
  for (std::size_t day = 0; day < minutes.size(); ++day) {
    if (!absl::SimpleAtoi(minutes[day], &workshop.mechanic_minutes.at(day))) {
      return absl::DataLossError("minutes are no number");
    }
  }
  return workshop;
}

}  // namespace

absl::StatusOr<Workshop> LoadWorkshop(pg::Transaction& tx,
                                      const request::OrganizationId& organization) {
  constexpr pg::Sql kSql = R"sql(
    SELECT revision, bay_count, adviser_count, mechanic_minutes::text[]
      FROM workshop
     WHERE organization_id = $1)sql";
  return ReadWorkshop(tx.Execute(kSql, {organization.value()}));
}

absl::StatusOr<Workshop> LockWorkshop(pg::Transaction& tx,
                                      const request::OrganizationId& organization) {
  constexpr pg::Sql kMake = R"sql(
    INSERT INTO workshop (organization_id, revision, bay_count, adviser_count, mechanic_minutes)
    VALUES ($1, 1, $2, $3, $4::integer[])
        ON CONFLICT (organization_id) DO NOTHING)sql";
  constexpr pg::Sql kLock = R"sql(
    SELECT revision, bay_count, adviser_count, mechanic_minutes::text[]
      FROM workshop
     WHERE organization_id = $1
       FOR UPDATE)sql";
  const Workshop unsaid;
  RETURN_IF_ERROR(tx.Execute(kMake, {organization.value(), pg::Number(unsaid.bay_count),
                                     pg::Number(unsaid.adviser_count), MinutesArray(unsaid)})
                      .status());
  return ReadWorkshop(tx.Execute(kLock, {organization.value()}));
}

absl::StatusOr<Workshop> SaveWorkshop(pg::Transaction& tx,
                                      const request::OrganizationId& organization,
                                      Workshop workshop) {
  constexpr pg::Sql kSql = R"sql(
    UPDATE workshop
       SET revision = revision + 1, bay_count = $3, adviser_count = $4, mechanic_minutes = $5::integer[]
     WHERE organization_id = $1
       AND revision = $2
    RETURNING revision)sql";
  ASSIGN_OR_RETURN(const pg::Result saved,
                   tx.Execute(kSql, {organization.value(), pg::Number(workshop.revision),
                                     pg::Number(workshop.bay_count),
                                     pg::Number(workshop.adviser_count), MinutesArray(workshop)}));
  if (saved.rows() == 0) return ChangedMeanwhile();
  workshop.revision = saved[0].Number(0);
  return workshop;
}

absl::StatusOr<std::vector<Booking>> ListBookings(pg::Transaction& tx,
                                                  const request::OrganizationId& organization,
                                                  absl::Time from, absl::Time to) {
  constexpr pg::Sql kSql = R"sql(
    SELECT request_id, place, number, lower(period), upper(period)
      FROM booking
     WHERE organization_id = $1
       AND period && tstzrange($2, $3)
     ORDER BY lower(period), place, number)sql";
  ASSIGN_OR_RETURN(const pg::Result found,
                   tx.Execute(kSql, {organization.value(), pg::Time(from), pg::Time(to)}));
  std::vector<Booking> bookings;
  for (int i = 0; i < found.rows(); ++i) {
    const pg::Row row = found[i];
    Booking booking{
        .request = request::RequestId(row.Text(0)),
        .appointment = {
            .number = static_cast<int>(row.Number(2)), .start = row.Time(3), .end = row.Time(4)}};
    ASSIGN_OR_RETURN(booking.appointment.place, ParsePlace(row.Text(1)));
    bookings.push_back(std::move(booking));
  }
  return bookings;
}

absl::Status SaveBooking(pg::Transaction& tx, const request::OrganizationId& organization,
                         const request::RequestId& id, const Appointment& appointment) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO booking (request_id, organization_id, place, number, period)
    VALUES ($1, $2, $3, $4, tstzrange($5, $6))
        ON CONFLICT (request_id)
           DO UPDATE SET organization_id = excluded.organization_id, place = excluded.place,
                         number = excluded.number, period = excluded.period)sql";
  const absl::Status saved =
      tx.Execute(kSql, {id.value(), organization.value(), std::string(NameOf(appointment.place)),
                        pg::Number(appointment.number), pg::Time(appointment.start),
                        pg::Time(appointment.end)})
          .status();
  return Breaks(saved, "booking_once") ? NoCapacity() : saved;
}

absl::StatusOr<std::string> NextInvoice(pg::Transaction& tx,
                                        const request::OrganizationId& organization, int year) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO invoice_number AS number (organization_id, year, last)
    VALUES ($1, $2, 1)
        ON CONFLICT (organization_id, year) DO UPDATE SET last = number.last + 1
    RETURNING last)sql";
  ASSIGN_OR_RETURN(const pg::Result next,
                   tx.Execute(kSql, {organization.value(), pg::Number(year)}));
  return absl::StrFormat("%d-%04d", year, next[0].Number(0));
}

}  // namespace entraide::garage
