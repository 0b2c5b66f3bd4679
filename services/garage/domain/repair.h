// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/garage/domain/job_act.h"
#include "services/garage/domain/workshop.h"

// REPAIR: each action gives the job as it is after it. What the state or the role does not allow is
// refused as CheckStep says, other guards as stated.
namespace entraide::garage {

// Staff. NO_CAPACITY: no bay, or no mechanic, is free then, beside what is `booked` that day.
absl::StatusOr<Job> Schedule(Job job, const Slot& slot, const Workshop& workshop,
                             const std::vector<Appointment>& booked, const Actor& actor);
// Staff. The person is told why.
absl::StatusOr<Job> Unschedule(Job job, const std::string& reason, const Actor& actor);
// Staff.
absl::StatusOr<Job> TakeIn(Job job, int mileage_km, const Actor& actor);
// Staff. A new version; its total, and without `shares` the plan, are worked out here.
// QUOTE_INCOMPLETE: no work nor parts, no rate, no day, or shares that do not add up.
absl::StatusOr<Job> MakeQuote(Job job, Quote quote, const Actor& actor);
// The requester. CHANGED_MEANWHILE: `version` is not the latest; QUOTE_EXPIRED; FUNDING_SHORT: a
// funder has refused a share of this version.
absl::StatusOr<Job> ApproveQuote(Job job, int version, const Actor& actor);
// The requester. CHANGED_MEANWHILE.
absl::StatusOr<Job> RefuseQuote(Job job, int version, const Actor& actor);
// The system, once the quote's last day is over: TOO_EARLY.
absl::StatusOr<Job> ExpireQuote(Job job, const Actor& actor);
// Staff. `granted` says what each funder gives; empty: what it was asked for. FUNDING_SHORT: with
// the client's share it is not the total.
absl::StatusOr<Job> Grant(Job job, const std::vector<Share>& granted, const Actor& actor);
// Staff. INVALID_ARGUMENT: `funder` is not asked for a share.
absl::StatusOr<Job> RefuseFunding(Job job, const std::string& funder, const Actor& actor);
// Staff. `day` is when they should come.
absl::StatusOr<Job> WaitParts(Job job, absl::CivilDay day, const Actor& actor);
// Staff. OVER_QUOTE: `cost` is more than 110 % of the quote.
absl::StatusOr<Job> Finish(Job job, Cents cost, const Actor& actor);
// Staff. `reason` is UNECONOMIC, PART_NOT_FOUND or UNSAFE.
absl::StatusOr<Job> GiveUpRepair(Job job, const std::string& reason, Cents cost,
                                 const Actor& actor);
// Staff.
absl::StatusOr<Job> ReturnVehicle(Job job, const Actor& actor);
// Staff. Writes who pays what under the number `invoice`.
absl::StatusOr<Job> SettleRepair(Job job, const std::string& invoice, const Actor& actor);

// The system: a week after the last line of a job that is READY. TOO_EARLY.
absl::StatusOr<Job> RemindToFetch(Job job, const Actor& actor);

}  // namespace entraide::garage
