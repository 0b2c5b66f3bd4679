// SPDX-License-Identifier: EUPL-1.2
#include "services/notify/owners.h"

#include "absl/strings/match.h"
#include "clients/cpp/directory_client.h"
#include "clients/cpp/requests_client.h"
#include "services/notify/convert.h"
#include "services/platform/base/status.h"

namespace entraide::notify {
namespace {

constexpr char kUs[] = "notify";

// The services that own requests.
struct Owners {
  std::unique_ptr<rides::v1::RidesService::Stub> rides;
  std::unique_ptr<garage::v1::GarageService::Stub> garage;
  std::unique_ptr<homehelp::v1::HomeHelpService::Stub> homehelp;
};

absl::StatusOr<common::v1::Notice> AskOwner(const Owners& owners, const Line& line,
                                            absl::Time deadline) {
  common::v1::GetNoticeRequest request;
  request.set_name(line.request);
  request.set_line(line.number);
  const clients::CallOptions options{.service = kUs, .deadline = deadline};
  const auto ask = [&](auto& stub) {
    using Stub = std::decay_t<decltype(stub)>;
    return clients::Call(stub, &Stub::GetNotice, request, options);
  };
  if (absl::StartsWith(line.request, "rides/")) return ask(*owners.rides);
  if (absl::StartsWith(line.request, "jobs/")) return ask(*owners.garage);
  return ask(*owners.homehelp);
}

}  // namespace

Sources SourcesOver(const std::shared_ptr<grpc::ChannelInterface>& channel) {
  const auto owners = std::make_shared<const Owners>(
      Owners{.rides = rides::v1::RidesService::NewStub(channel),
             .garage = garage::v1::GarageService::NewStub(channel),
             .homehelp = homehelp::v1::HomeHelpService::NewStub(channel)});
  const auto directory = std::make_shared<clients::DirectoryClient>(channel, kUs);
  return {
      .happening = [owners](const Line& line, absl::Time deadline) -> absl::StatusOr<Happening> {
        ASSIGN_OR_RETURN(const common::v1::Notice notice, AskOwner(*owners, line, deadline));
        return HappeningOf(line, notice);
      },
      .organization = [directory](const std::string& id,
                                  absl::Time deadline) -> absl::StatusOr<Organization> {
        ASSIGN_OR_RETURN(const directory::v1::Organization found,
                         directory->GetOrganization(id, deadline));
        return Organization{
            .display_name = found.display_name(), .phone = found.phone(), .email = found.email()};
      }};
}

CancelRequest CancelOver(const std::shared_ptr<grpc::ChannelInterface>& channel) {
  const auto requests = std::make_shared<clients::RequestsClient>(channel);
  return [requests](const std::string& request, const std::string& tracking_code,
                    const std::string& request_id, absl::Time deadline) -> absl::Status {
    const std::optional<clients::Trade> trade = clients::TradeOfName(request);
    if (!trade.has_value()) return absl::DataLossError("a request of no trade");
    return requests
        ->Cancel(*trade, "other", request_id,
                 {.authorization = clients::CodeCredential(tracking_code), .deadline = deadline})
        .status();
  };
}

}  // namespace entraide::notify
