// SPDX-License-Identifier: EUPL-1.2
#include "services/garage/store/job_store.h"

#include <utility>

#include "services/garage/store/progress_store.h"
#include "services/platform/base/status.h"
#include "services/platform/pg/columns.h"
#include "services/request/store/history_store.h"

namespace entraide::garage {

absl::Status PutJobs(pg::Transaction& tx,
                     const absl::flat_hash_map<request::RequestId, JobDetails>& jobs) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO job (request_id, vehicle_class, symptoms, vehicle_model, drivable, needed_by, prescription_until)
    SELECT request_id, vehicle_class, symptoms, vehicle_model, drivable, needed_by, prescription_until
      FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::date[], $7::date[])
           AS filed (request_id, vehicle_class, symptoms, vehicle_model, drivable, needed_by, prescription_until)
    ON CONFLICT (request_id) DO UPDATE
       SET vehicle_class = excluded.vehicle_class, symptoms = excluded.symptoms,
           vehicle_model = excluded.vehicle_model, drivable = excluded.drivable, needed_by = excluded.needed_by,
           prescription_until = excluded.prescription_until)sql";
  const pg::Columns column(jobs);
  return tx
      .Execute(
          kSql,
          {column([](const auto& each) { return each.first.value(); }),
           column([](const auto& each) { return each.second.vehicle_class; }),
           column([](const auto& each) { return each.second.symptoms; }),
           column([](const auto& each) { return each.second.vehicle_model; }),
           column([](const auto& each) { return NameOf(each.second.drivable); }),
           column([](const auto& each) { return pg::OrNull(each.second.needed_by); }),
           column([](const auto& each) { return pg::OrNull(each.second.prescription_until); })})
      .status();
}

absl::StatusOr<absl::flat_hash_map<request::RequestId, JobDetails>> LoadJobs(
    pg::Transaction& tx, const std::vector<request::RequestId>& ids) {
  constexpr pg::Sql kSql = R"sql(
    SELECT request_id, vehicle_class, symptoms, vehicle_model, drivable, coalesce(to_char(needed_by, 'YYYY-MM-DD'), ''),
           coalesce(to_char(prescription_until, 'YYYY-MM-DD'), '')
      FROM job
     WHERE request_id = ANY($1::uuid[]))sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {request::IdArray(ids)}));
  absl::flat_hash_map<request::RequestId, JobDetails> jobs;
  for (int i = 0; i < found.rows(); ++i) {
    const pg::Row row = found[i];
    JobDetails details{.vehicle_class = row.Text(1),
                       .symptoms = row.Text(2),
                       .vehicle_model = row.Text(3),
                       .needed_by = row.Text(5),
                       .prescription_until = row.Text(6)};
    ASSIGN_OR_RETURN(details.drivable, ParseDrivable(row.Text(4)));
    jobs.emplace(request::RequestId(row.Text(0)), std::move(details));
  }
  RETURN_IF_ERROR(AddProgress(tx, ids, jobs));
  return jobs;
}

absl::Status SavePrescription(pg::Transaction& tx, const request::RequestId& id,
                              const std::string& until) {
  constexpr pg::Sql kSql = R"sql(
    UPDATE job
       SET prescription_until = $2
     WHERE request_id = $1)sql";
  return tx.Execute(kSql, {id.value(), pg::OrNull(until)}).status();
}

}  // namespace entraide::garage
