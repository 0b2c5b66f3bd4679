// SPDX-License-Identifier: EUPL-1.2
#include "clients/cpp/directory_client.h"

#include <cstddef>
#include <type_traits>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"

namespace entraide::clients {
namespace {

using directory::v1::Commune;
using directory::v1::DirectoryService;
using directory::v1::Organization;

constexpr std::size_t kMostRemembered = 40'000;  // France has 35,000 communes.

}  // namespace

DirectoryClient::DirectoryClient(const std::shared_ptr<grpc::ChannelInterface>& channel,
                                 std::string service)
    : stub_(DirectoryService::NewStub(channel)), service_(std::move(service)) {}

template <typename T, typename Method>
absl::StatusOr<T> DirectoryClient::Get(Memory<T>& memory, const std::string& name, Method method,
                                       absl::Time deadline) {
  const absl::Time now = absl::Now();
  {
    const absl::MutexLock lock(&mutex_);
    const auto found = memory.find(name);
    if (found != memory.end() && found->second.until > now) return found->second.value;
  }
  std::conditional_t<std::is_same_v<T, Commune>, directory::v1::GetCommuneRequest,
                     directory::v1::GetOrganizationRequest>
      request;
  request.set_name(name);
  absl::StatusOr<T> answer =
      Call(*stub_, method, request, {.service = service_, .deadline = deadline});
  if (!answer.ok()) return answer;
  const absl::Duration kept = std::is_same_v<T, Commune> ? absl::Hours(1) : absl::Minutes(1);
  const absl::MutexLock lock(&mutex_);
  if (memory.size() >= kMostRemembered) memory.clear();
  memory[name] = {.value = *answer, .until = now + kept};
  return answer;
}

// The memories are handed over by reference; Get locks before it touches them.
absl::StatusOr<Commune> DirectoryClient::GetCommune(
    absl::string_view insee_code, absl::Time deadline) ABSL_NO_THREAD_SAFETY_ANALYSIS {
  return Get(communes_, absl::StrCat("communes/", insee_code), &DirectoryService::Stub::GetCommune,
             deadline);
}

absl::StatusOr<Organization> DirectoryClient::GetOrganization(
    absl::string_view id, absl::Time deadline) ABSL_NO_THREAD_SAFETY_ANALYSIS {
  return Get(organizations_, absl::StrCat("organizations/", id),
             &DirectoryService::Stub::GetOrganization, deadline);
}

}  // namespace entraide::clients
