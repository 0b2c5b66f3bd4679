// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "entraide/coverage/v1/coverage_service.grpc.pb.h"
#include "matcher/feed/feed.h"
#include "services/platform/rpc/gate.h"

namespace entraide::coverage {

// Serves entraide.coverage.v1.CoverageService from memory. `gate` and `feed` outlive it.
class CoverageService final : public v1::CoverageService::Service {
 public:
  CoverageService(const rpc::Gate& gate, const matcher::Feed& feed) : gate_(gate), feed_(feed) {}

  grpc::Status GetSupply(grpc::ServerContext* context, const v1::GetSupplyRequest* request,
                         v1::GetSupplyResponse* response) override;

 private:
  const rpc::Gate& gate_;
  const matcher::Feed& feed_;
};

}  // namespace entraide::coverage
