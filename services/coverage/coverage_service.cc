// SPDX-License-Identifier: EUPL-1.2
#include "services/coverage/coverage_service.h"

#include <string>
#include <vector>

#include "matcher/engine/kinds.h"
#include "services/coverage/convert.h"
#include "services/coverage/domain/supply.h"
#include "services/platform/base/status.h"
#include "services/platform/rpc/unary.h"

namespace entraide::coverage {
namespace {

std::vector<std::string> KindsOf(const v1::GetSupplyRequest& request) {
  if (request.kinds_size() > 0) return {request.kinds().begin(), request.kinds().end()};
  const auto all = matcher::RequestableKinds();
  return {all.begin(), all.end()};
}

}  // namespace

grpc::Status CoverageService::GetSupply(grpc::ServerContext* context,
                                        const v1::GetSupplyRequest* request,
                                        v1::GetSupplyResponse* response) {
  return rpc::Unary(
      gate_, *context, "/entraide.coverage.v1.CoverageService/GetSupply", *request, response,
      [&](const rpc::Call& call) -> absl::StatusOr<v1::GetSupplyResponse> {
        const auto view = feed_.Current();
        if (view == nullptr) {
          return WithReason(absl::UnavailableError("the territory is not loaded yet"), "NOT_READY");
        }
        RETURN_IF_ERROR(Check(*request));
        const std::vector<std::string> kinds = KindsOf(*request);
        const Supply supply = SupplyOf(view->world, request->epci_siren(), kinds, call.now);
        if (supply.communes.empty()) {
          return WithReason(absl::NotFoundError("no commune of this EPCI"), "EPCI_UNKNOWN");
        }
        return ToProto(supply, view->world);
      });
}

}  // namespace entraide::coverage
