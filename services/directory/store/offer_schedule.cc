// SPDX-License-Identifier: EUPL-1.2
#include <cstddef>

#include "absl/strings/str_cat.h"
#include "services/directory/store/offer_details.h"
#include "services/platform/base/status.h"

namespace entraide::directory {
namespace {

// Slots as the columns of offer_slot; `exception` is empty for the weekly ones.
absl::Status WriteSlots(pg::Transaction& tx, const ServiceOfferId& id, const pg::Param& exception,
                        const std::vector<Slot>& slots) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO offer_slot (offer_id, exception_position, position, weekday, start_minute, end_minute)
    SELECT $1, $2::integer, slot.position - 1, slot.weekday, slot.start_minute, slot.end_minute
      FROM unnest($3::integer[], $4::integer[], $5::integer[])
           WITH ORDINALITY AS slot (weekday, start_minute, end_minute, position))sql";
  if (slots.empty()) return absl::OkStatus();
  std::vector<std::string> weekdays;
  std::vector<std::string> starts;
  std::vector<std::string> ends;
  for (const Slot& slot : slots) {
    weekdays.push_back(absl::StrCat(slot.weekday));
    starts.push_back(absl::StrCat(slot.start_minute));
    ends.push_back(absl::StrCat(slot.end_minute));
  }
  return tx
      .Execute(kSql, {id.value(), exception, pg::TextArray(weekdays), pg::TextArray(starts),
                      pg::TextArray(ends)})
      .status();
}

absl::Status WriteException(pg::Transaction& tx, const ServiceOfferId& id, std::size_t position,
                            const ScheduleException& exception) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO offer_exception (offer_id, position, first_day, last_day, reason)
    VALUES ($1, $2, $3, $4, $5))sql";
  const pg::Param number = pg::Number(static_cast<std::int64_t>(position));
  RETURN_IF_ERROR(tx.Execute(kSql, {id.value(), number, absl::FormatCivilTime(exception.first_day),
                                    absl::FormatCivilTime(exception.last_day), exception.reason})
                      .status());
  return WriteSlots(tx, id, number, exception.slots);
}

absl::Status ReadExceptions(pg::Transaction& tx, const std::vector<std::string>& ids,
                            const OffersById& offers) {
  constexpr pg::Sql kSql = R"sql(
    SELECT offer_id, to_char(first_day, 'YYYY-MM-DD'), to_char(last_day, 'YYYY-MM-DD'), reason
      FROM offer_exception
     WHERE offer_id = ANY ($1::text[])
     ORDER BY offer_id, position)sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {pg::TextArray(ids)}));
  for (int i = 0; i < found.rows(); ++i) {
    const pg::Row row = found[i];
    offers.at(row.Text(0))
        ->exceptions.push_back({.first_day = ParseDay(row.Text(1)).value_or(absl::CivilDay()),
                                .last_day = ParseDay(row.Text(2)).value_or(absl::CivilDay()),
                                .reason = row.Text(3)});
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status WriteSchedule(pg::Transaction& tx, const ServiceOffer& offer) {
  constexpr pg::Sql kDeleteSlots = "DELETE FROM offer_slot WHERE offer_id = $1";
  constexpr pg::Sql kDeleteExceptions = "DELETE FROM offer_exception WHERE offer_id = $1";
  RETURN_IF_ERROR(tx.Execute(kDeleteSlots, {offer.id.value()}).status());
  RETURN_IF_ERROR(tx.Execute(kDeleteExceptions, {offer.id.value()}).status());
  RETURN_IF_ERROR(WriteSlots(tx, offer.id, std::nullopt, offer.schedule));
  for (std::size_t i = 0; i < offer.exceptions.size(); ++i) {
    RETURN_IF_ERROR(WriteException(tx, offer.id, i, offer.exceptions[i]));
  }
  return absl::OkStatus();
}

absl::Status ReadSchedules(pg::Transaction& tx, const std::vector<std::string>& ids,
                           const OffersById& offers) {
  constexpr pg::Sql kSql = R"sql(
    SELECT offer_id, exception_position, weekday, start_minute, end_minute
      FROM offer_slot
     WHERE offer_id = ANY ($1::text[])
     ORDER BY offer_id, exception_position, position)sql";
  RETURN_IF_ERROR(ReadExceptions(tx, ids, offers));
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {pg::TextArray(ids)}));
  for (int i = 0; i < found.rows(); ++i) {
    const pg::Row row = found[i];
    ServiceOffer& offer = *offers.at(row.Text(0));
    std::vector<Slot>& slots =
        row.IsNull(1) ? offer.schedule
                      : offer.exceptions.at(static_cast<std::size_t>(row.Number(1))).slots;
    slots.push_back({.weekday = static_cast<int>(row.Number(2)),
                     .start_minute = static_cast<int>(row.Number(3)),
                     .end_minute = static_cast<int>(row.Number(4))});
  }
  return absl::OkStatus();
}

}  // namespace entraide::directory
