// SPDX-License-Identifier: EUPL-1.2
#include "services/garage/store/progress_store.h"

#include "services/garage/store/job_store.h"
#include "services/garage/store/loan_store.h"
#include "services/garage/store/repair_store.h"
#include "services/garage/store/report_store.h"
#include "services/garage/store/workshop_store.h"
#include "services/platform/base/status.h"

namespace entraide::garage {

absl::Status AddProgress(pg::Transaction& tx, const std::vector<request::RequestId>& ids,
                         Jobs& jobs) {
  RETURN_IF_ERROR(AddAppointments(tx, ids, jobs));
  RETURN_IF_ERROR(AddRepairs(tx, ids, jobs));
  RETURN_IF_ERROR(AddQuotes(tx, ids, jobs));
  RETURN_IF_ERROR(AddLoans(tx, ids, jobs));
  RETURN_IF_ERROR(AddReports(tx, ids, jobs));
  return AddParts(tx, ids, jobs);
}

absl::Status SaveProgress(pg::Transaction& tx, const Job& before, const Job& after) {
  const Progress& old = before.details.progress;
  const Progress& now = after.details.progress;
  const request::RequestId& id = after.task.request.id;
  if (after.details.prescription_until != before.details.prescription_until) {
    RETURN_IF_ERROR(SavePrescription(tx, id, after.details.prescription_until));
  }
  // What is let go, the database frees with the state that kept it.
  if (now.appointment.has_value() && now.appointment != old.appointment) {
    RETURN_IF_ERROR(SaveBooking(tx, *after.task.request.held_by, id, *now.appointment));
  }
  if (now.repair.has_value() && now.repair != old.repair) {
    RETURN_IF_ERROR(SaveRepair(tx, id, *now.repair));
  }
  if (now.quote.has_value() && now.quote != old.quote) {
    RETURN_IF_ERROR(SaveQuote(tx, id, *now.quote));
  }
  if (now.loan.has_value() && now.loan != old.loan) {
    RETURN_IF_ERROR(SaveLoan(tx, id, *now.loan));
  }
  if (now.report.has_value() && now.report != old.report) {
    RETURN_IF_ERROR(SaveReport(tx, id, *now.report));
  }
  if (now.part.has_value() && now.part != old.part) {
    RETURN_IF_ERROR(SavePart(tx, id, *now.part));
  }
  return absl::OkStatus();
}

}  // namespace entraide::garage
