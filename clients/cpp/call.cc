// SPDX-License-Identifier: EUPL-1.2
#include "clients/cpp/call.h"

#include <algorithm>

#include "absl/random/random.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"

namespace entraide::clients {
namespace {

constexpr int kMaxAttempts = 3;
constexpr absl::Duration kFirstPause = absl::Milliseconds(50);

bool FitsIntoHeader(absl::string_view value) {
  return std::all_of(value.begin(), value.end(),
                     [](char c) { return absl::ascii_isprint(static_cast<unsigned char>(c)); });
}

}  // namespace

std::string BearerCredential(absl::string_view session_token) {
  return session_token.empty() ? std::string() : absl::StrCat("Bearer ", session_token);
}

std::string CodeCredential(absl::string_view tracking_code) {
  return absl::StrCat("Code ", tracking_code);
}

void Prepare(const CallOptions& options, grpc::ClientContext& context) {
  context.set_deadline(absl::ToChronoTime(options.deadline));
  if (!options.authorization.empty() && FitsIntoHeader(options.authorization)) {
    context.AddMetadata("authorization", options.authorization);
  }
  if (!options.service.empty()) context.AddMetadata("x-entraide-service", options.service);
}

absl::Status OutcomeOf(const grpc::Status& status) { return rpc::FromGrpc(status); }

bool WaitToRetry(const CallOptions& options, const absl::Status& status, int failures) {
  if (options.attempts == Attempts::kOnce || failures >= kMaxAttempts) return false;
  if (!absl::IsUnavailable(status)) return false;
  absl::InsecureBitGen random;
  const absl::Duration longest = kFirstPause * (1 << failures);
  const absl::Duration pause = longest * absl::Uniform(random, 0.0, 1.0);
  if (absl::Now() + pause >= options.deadline) return false;
  absl::SleepFor(pause);
  return true;
}

}  // namespace entraide::clients
