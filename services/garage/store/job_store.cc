// SPDX-License-Identifier: EUPL-1.2
#include "services/garage/store/job_store.h"

#include <utility>

#include "services/platform/base/status.h"
#include "services/request/store/history_store.h"

namespace entraide::garage {

absl::Status InsertJob(pg::Transaction& tx, const request::RequestId& id,
                       const JobDetails& details) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO job (request_id, vehicle_class, symptoms, vehicle_model, drivable, needed_by)
    VALUES ($1, $2, $3, $4, $5, $6))sql";
  return tx
      .Execute(kSql, {id.value(), details.vehicle_class, details.symptoms, details.vehicle_model,
                      NameOf(details.drivable), pg::OrNull(details.needed_by)})
      .status();
}

absl::StatusOr<absl::flat_hash_map<request::RequestId, JobDetails>> LoadJobs(
    pg::Transaction& tx, const std::vector<request::RequestId>& ids) {
  constexpr pg::Sql kSql = R"sql(
    SELECT request_id, vehicle_class, symptoms, vehicle_model, drivable, coalesce(to_char(needed_by, 'YYYY-MM-DD'), '')
      FROM job
     WHERE request_id = ANY($1::uuid[]))sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {request::IdArray(ids)}));
  absl::flat_hash_map<request::RequestId, JobDetails> jobs;
  for (int i = 0; i < found.rows(); ++i) {
    const pg::Row row = found[i];
    JobDetails details{.vehicle_class = row.Text(1),
                       .symptoms = row.Text(2),
                       .vehicle_model = row.Text(3),
                       .needed_by = row.Text(5)};
    ASSIGN_OR_RETURN(details.drivable, ParseDrivable(row.Text(4)));
    jobs.emplace(request::RequestId(row.Text(0)), std::move(details));
  }
  return jobs;
}

}  // namespace entraide::garage
