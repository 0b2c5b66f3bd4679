// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/rpc/status.h"

#include <grpcpp/support/error_details.h>

#include <string>

#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "services/platform/base/status.h"
#include "services/platform/base/violations.h"

namespace entraide::rpc {
namespace {

constexpr char kDomain[] = "entraide";

bool IsOurFault(const absl::Status& status) {
  return absl::IsInternal(status) || absl::IsUnknown(status) || absl::IsDataLoss(status);
}

void AddReason(const absl::Status& status, google::rpc::Status& rich) {
  google::rpc::ErrorInfo info;
  info.set_reason(ReasonOf(status));
  // Every error has one: without its own, the code is the reason.
  if (info.reason().empty()) info.set_reason(absl::StatusCodeToString(status.code()));
  info.set_domain(kDomain);
  rich.add_details()->PackFrom(info);
}

void AddViolations(const absl::Status& status, google::rpc::Status& rich) {
  google::rpc::BadRequest bad;
  for (const Violation& violation : ViolationsOf(status)) {
    auto* field = bad.add_field_violations();
    field->set_field(violation.field);
    field->set_reason(violation.reason);
    field->set_description(violation.description);
  }
  if (bad.field_violations_size() > 0) rich.add_details()->PackFrom(bad);
}

// The status that `bad` was made from, reason included.
absl::Status FromViolations(const google::rpc::BadRequest& bad) {
  Violations violations;
  for (const auto& field : bad.field_violations()) {
    violations.Add(field.field(), field.reason(), field.description());
  }
  return violations.ToStatus();
}

}  // namespace

grpc::Status ToGrpc(const absl::Status& status) {
  if (status.ok()) return grpc::Status::OK;
  const bool ours = IsOurFault(status);
  google::rpc::Status rich;
  rich.set_code(static_cast<int>(ours ? absl::StatusCode::kInternal : status.code()));
  rich.set_message(ours ? "internal error" : std::string(status.message()));
  AddReason(ours ? absl::InternalError("") : status, rich);
  AddViolations(status, rich);
  grpc::Status plain;
  grpc::SetErrorDetails(rich, &plain);
  return plain;
}

absl::Status FromGrpc(const grpc::Status& status) {
  if (status.ok()) return absl::OkStatus();
  absl::Status plain(static_cast<absl::StatusCode>(status.error_code()), status.error_message());
  google::rpc::Status rich;
  if (!rich.ParseFromString(status.error_details())) return plain;
  google::rpc::ErrorInfo info;
  google::rpc::BadRequest bad;
  for (const auto& detail : rich.details()) {
    if (detail.UnpackTo(&bad) && bad.field_violations_size() > 0) plain = FromViolations(bad);
    detail.UnpackTo(&info);
  }
  return info.reason().empty() ? plain : WithReason(std::move(plain), info.reason());
}

}  // namespace entraide::rpc
