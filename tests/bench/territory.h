// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "entraide/directory/v1/directory_service.grpc.pb.h"

namespace entraide::bench {

// The steps of a WatchOffers stream over the files of a territory, communes.csv and
// organizations.jsonl.
absl::StatusOr<std::vector<directory::v1::WatchOffersResponse>> ReadTerritory(
    const std::string& folder);

// Serves WatchOffers from `steps` and nothing else: a benchmark of the matcher needs no database.
class RecordedDirectory final : public directory::v1::DirectoryService::Service {
 public:
  explicit RecordedDirectory(std::vector<directory::v1::WatchOffersResponse> steps)
      : steps_(std::move(steps)) {}

  grpc::Status WatchOffers(grpc::ServerContext* context,
                           const directory::v1::WatchOffersRequest* request,
                           grpc::ServerWriter<directory::v1::WatchOffersResponse>* writer) override;

 private:
  const std::vector<directory::v1::WatchOffersResponse> steps_;
};

}  // namespace entraide::bench
