// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>

#include "absl/base/thread_annotations.h"
#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "clients/cpp/call.h"
#include "entraide/directory/v1/directory_service.grpc.pb.h"

namespace entraide::clients {

// What services read of the directory over and over, remembered for a while: communes for an hour,
// organizations for a minute. Calls once, for it serves handlers. Thread-safe.
class DirectoryClient {
 public:
  // `service` is the caller's name, for example `rides`.
  DirectoryClient(const std::shared_ptr<grpc::ChannelInterface>& channel, std::string service);

  // NOT_FOUND COMMUNE_UNKNOWN. A former code gives the commune it was merged into.
  absl::StatusOr<directory::v1::Commune> GetCommune(absl::string_view insee_code,
                                                    absl::Time deadline);
  // A published one, by its id. NOT_FOUND.
  absl::StatusOr<directory::v1::Organization> GetOrganization(absl::string_view id,
                                                              absl::Time deadline);

 private:
  template <typename T>
  struct Remembered {
    T value{};
    absl::Time until{};
  };
  template <typename T>
  using Memory = absl::flat_hash_map<std::string, Remembered<T>>;

  // Asks `method` for the resource `name` unless `memory` holds it.
  template <typename T, typename Method>
  absl::StatusOr<T> Get(Memory<T>& memory, const std::string& name, Method method,
                        absl::Time deadline);

  std::unique_ptr<directory::v1::DirectoryService::Stub> stub_;
  const std::string service_;
  absl::Mutex mutex_;  // Guards what is remembered; never held during a call.
  Memory<directory::v1::Commune> communes_ ABSL_GUARDED_BY(mutex_);
  Memory<directory::v1::Organization> organizations_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace entraide::clients
