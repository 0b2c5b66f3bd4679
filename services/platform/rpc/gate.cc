// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/rpc/gate.h"

#include <chrono>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "services/platform/base/status.h"
#include "services/platform/rpc/text_check.h"
#include "services/platform/telemetry/log.h"

namespace entraide::rpc {
namespace {

constexpr absl::Duration kLeast = absl::Milliseconds(100);
constexpr absl::Duration kWayBack = absl::Milliseconds(20);

absl::string_view Metadata(const grpc::ServerContextBase& context, const char* key) {
  const auto found = context.client_metadata().find(key);
  if (found == context.client_metadata().end()) return {};
  return {found->second.data(), found->second.size()};
}

// Measured on the real clock: the deadline is about the caller's patience, not about business time.
absl::StatusOr<absl::Time> DeadlineOf(const grpc::ServerContextBase& context) {
  const std::chrono::system_clock::time_point deadline = context.deadline();
  if (deadline == std::chrono::system_clock::time_point::max()) {
    return WithReason(absl::InvalidArgumentError("every call needs a deadline"),
                      "DEADLINE_MISSING");
  }
  const absl::Time ours = absl::FromChrono(deadline) - kWayBack;
  if (ours + kWayBack - absl::Now() < kLeast) {
    return absl::DeadlineExceededError("less than 100 ms left");
  }
  return ours;
}

}  // namespace

Gate::Gate(const auth::Authenticator& authenticator, const auth::AccessTable& access,
           telemetry::Metrics& metrics, Clock clock)
    : authenticator_(authenticator), access_(access), metrics_(metrics), clock_(std::move(clock)) {}

absl::StatusOr<Call> Gate::Admit(const grpc::ServerContextBase& context, absl::string_view method,
                                 const google::protobuf::Message& request) const {
  ASSIGN_OR_RETURN(const absl::Time deadline, DeadlineOf(context));
  ASSIGN_OR_RETURN(auth::Caller caller,
                   authenticator_.Authenticate(Metadata(context, "authorization"),
                                               Metadata(context, "x-entraide-service"), deadline));
  RETURN_IF_ERROR(access_.Check(method, caller));
  RETURN_IF_ERROR(CheckText(request));
  return Call{.caller = std::move(caller), .now = clock_(), .deadline = deadline};
}

void Gate::Finish(absl::string_view method, const auth::Caller& caller, const absl::Status& status,
                  absl::Duration elapsed) const {
  const std::string code = absl::StatusCodeToString(status.code());
  metrics_.RecordCall(method, code, elapsed);
  const std::string ms = absl::StrCat(absl::ToInt64Milliseconds(elapsed));
  const std::string principal = auth::PrincipalOf(caller);
  if (absl::IsInternal(status) || absl::IsUnknown(status) || absl::IsDataLoss(status)) {
    // Our own bug: the one place where the detail is kept. Messages hold no personal data.
    telemetry::LogError("call", {{"method", std::string(method)},
                                 {"code", code},
                                 {"detail", std::string(status.message())},
                                 {"ms", ms},
                                 {"principal", principal}});
    return;
  }
  telemetry::LogInfo("call", {{"method", std::string(method)},
                              {"code", code},
                              {"reason", ReasonOf(status)},
                              {"ms", ms},
                              {"principal", principal}});
}

}  // namespace entraide::rpc
