// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/garage/domain/workshop.h"
#include "services/platform/pg/transaction.h"
#include "services/request/domain/request.h"

namespace entraide::garage {

// As it was last told, or as it stands by itself.
absl::StatusOr<Workshop> LoadWorkshop(pg::Transaction& tx,
                                      const request::OrganizationId& organization);
// The same, kept from others until `tx` ends: nobody else books there meanwhile.
absl::StatusOr<Workshop> LockWorkshop(pg::Transaction& tx,
                                      const request::OrganizationId& organization);
// ABORTED CHANGED_MEANWHILE if it is no longer at `workshop.revision`. As it is afterwards.
absl::StatusOr<Workshop> SaveWorkshop(pg::Transaction& tx,
                                      const request::OrganizationId& organization,
                                      Workshop workshop);

// A place that is kept, and for which job.
struct Booking {
  request::RequestId request{};
  Appointment appointment{};
};
// What is kept at an organization at some time from `from` to before `to`, by start.
absl::StatusOr<std::vector<Booking>> ListBookings(pg::Transaction& tx,
                                                  const request::OrganizationId& organization,
                                                  absl::Time from, absl::Time to);

// Keeps a place for a job, instead of what was kept for it, or of none. FAILED_PRECONDITION
// NO_CAPACITY: it is taken.
absl::Status SaveBooking(pg::Transaction& tx, const request::OrganizationId& organization,
                         const request::RequestId& id, const Appointment& appointment);

// The next number of an invoice of that organization in that year, `2027-0001`.
absl::StatusOr<std::string> NextInvoice(pg::Transaction& tx,
                                        const request::OrganizationId& organization, int year);

}  // namespace entraide::garage
