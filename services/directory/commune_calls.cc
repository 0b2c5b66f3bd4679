// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "services/directory/convert.h"
#include "services/directory/directory_service.h"
#include "services/directory/domain/checks.h"
#include "services/directory/handling.h"
#include "services/directory/store/commune_store.h"
#include "services/platform/base/status.h"
#include "services/platform/rpc/page.h"

namespace entraide::directory {
namespace {

constexpr int kDefaultLimit = 10;
constexpr int kMaxLimit = 50;

absl::StatusOr<int> LimitOf(const v1::SearchCommunesRequest& request) {
  Violations found;
  CheckText("query", request.query(), {2, 100}, found);
  if (request.limit() < 0) found.Add("limit", "OUT_OF_RANGE", "0 or more");
  RETURN_IF_ERROR(found.ToStatus());
  return request.limit() == 0 ? kDefaultLimit : std::min(request.limit(), kMaxLimit);
}

absl::Status CheckFilter(const v1::ListCommunesRequest& request) {
  if (request.epci_siren().empty() || IsDigits(request.epci_siren(), 9)) return absl::OkStatus();
  return InvalidField("epci_siren", "MALFORMED", "nine digits");
}

}  // namespace

grpc::Status DirectoryService::SearchCommunes(grpc::ServerContext* context,
                                              const v1::SearchCommunesRequest* request,
                                              v1::SearchCommunesResponse* response) {
  return Read(
      "SearchCommunes", *context, *request, response,
      [&](const rpc::Call&, pg::Transaction& tx) -> absl::StatusOr<v1::SearchCommunesResponse> {
        ASSIGN_OR_RETURN(const int limit, LimitOf(*request));
        const CommuneQuery query = ParseCommuneQuery(request->query());
        // Nobody wants half of the communes of a postcode.
        const int rows = query.code.size() == 5 ? std::max(limit, kMaxLimit) : limit;
        ASSIGN_OR_RETURN(const auto codes, SearchCommuneCodes(tx, query, rows));
        ASSIGN_OR_RETURN(const auto communes, ReadCommunes(tx, codes));
        v1::SearchCommunesResponse found;
        for (const Commune& commune : communes) *found.add_communes() = ToProto(commune);
        return found;
      });
}

grpc::Status DirectoryService::ListCommunes(grpc::ServerContext* context,
                                            const v1::ListCommunesRequest* request,
                                            v1::ListCommunesResponse* response) {
  return Read(
      "ListCommunes", *context, *request, response,
      [&](const rpc::Call&, pg::Transaction& tx) -> absl::StatusOr<v1::ListCommunesResponse> {
        RETURN_IF_ERROR(CheckFilter(*request));
        ASSIGN_OR_RETURN(const rpc::Page page, rpc::PageOf(*request, 1));
        const std::string after = page.after.empty() ? "" : page.after.front();
        ASSIGN_OR_RETURN(auto codes,
                         ListCommuneCodes(tx, request->epci_siren(), after, page.size + 1));
        const More more = CutPage(codes, page.size);
        ASSIGN_OR_RETURN(const auto communes, ReadCommunes(tx, codes));
        v1::ListCommunesResponse listed;
        for (const Commune& commune : communes) *listed.add_communes() = ToProto(commune);
        if (more == More::kYes) {
          listed.set_next_page_token(rpc::NextPageToken(*request, {codes.back()}));
        }
        return listed;
      });
}

grpc::Status DirectoryService::GetCommune(grpc::ServerContext* context,
                                          const v1::GetCommuneRequest* request,
                                          v1::Commune* response) {
  return Read("GetCommune", *context, *request, response,
              [&](const rpc::Call&, pg::Transaction& tx) -> absl::StatusOr<v1::Commune> {
                ASSIGN_OR_RETURN(const std::string code, ParseCommuneName(request->name()));
                ASSIGN_OR_RETURN(const auto current, CurrentCode(tx, code));
                if (!current.has_value()) {
                  return WithReason(absl::NotFoundError("no such commune"), "COMMUNE_UNKNOWN");
                }
                ASSIGN_OR_RETURN(const auto communes, ReadCommunes(tx, {*current}));
                return ToProto(communes.at(0));
              });
}

}  // namespace entraide::directory
