// SPDX-License-Identifier: EUPL-1.2
#include "clients/cpp/call.h"

#include <gmock/gmock.h>
#include <grpcpp/server.h>
#include <grpcpp/server_builder.h>

#include <atomic>
#include <memory>
#include <string>

#include "absl/time/clock.h"
#include "entraide/directory/v1/directory_service.grpc.pb.h"
#include "tests/support/status_matchers.h"

namespace entraide::clients {
namespace {

namespace v1 = directory::v1;

// Refuses the first `failures` calls, then answers with the credential it was sent.
class UnsteadyDirectory final : public v1::DirectoryService::Service {
 public:
  explicit UnsteadyDirectory(int failures) : failures_(failures) {}

  grpc::Status GetCommune(grpc::ServerContext* context, const v1::GetCommuneRequest*,
                          v1::Commune* response) override {
    if (calls_++ < failures_) return {grpc::StatusCode::UNAVAILABLE, "not ready"};
    const auto& metadata = context->client_metadata();
    const auto found = metadata.find("authorization");
    if (found != metadata.end())
      response->set_display_name(found->second.data(), found->second.size());
    return grpc::Status::OK;
  }

  int calls() const { return calls_; }

 private:
  const int failures_;
  std::atomic<int> calls_{0};
};

struct Directory {
  explicit Directory(int failures) : service(failures) {
    grpc::ServerBuilder builder;
    builder.RegisterService(&service);
    server = builder.BuildAndStart();
    stub = v1::DirectoryService::NewStub(server->InProcessChannel({}));
  }
  ~Directory() { server->Shutdown(); }

  absl::StatusOr<v1::Commune> Get(Attempts attempts, std::string authorization = "") {
    return Call(*stub, &v1::DirectoryService::Stub::GetCommune, v1::GetCommuneRequest{},
                {.authorization = std::move(authorization),
                 .deadline = absl::Now() + absl::Seconds(5),
                 .attempts = attempts});
  }

  UnsteadyDirectory service;
  std::unique_ptr<grpc::Server> server{};
  std::unique_ptr<v1::DirectoryService::Stub> stub{};
};

TEST(Call, TriesAgainWhileTheServerIsUnavailable) {
  Directory directory(2);
  EXPECT_THAT(directory.Get(Attempts::kRetry), IsOk());
  EXPECT_EQ(directory.service.calls(), 3);
}

TEST(Call, GivesUpAfterThreeAttempts) {
  Directory directory(100);
  EXPECT_TRUE(absl::IsUnavailable(directory.Get(Attempts::kRetry).status()));
  EXPECT_EQ(directory.service.calls(), 3);
}

TEST(Call, AsksOnceWhenToldSo) {
  Directory directory(1);
  EXPECT_TRUE(absl::IsUnavailable(directory.Get(Attempts::kOnce).status()));
  EXPECT_EQ(directory.service.calls(), 1);
}

TEST(Call, SendsTheCredential) {
  Directory directory(0);
  const auto commune = directory.Get(Attempts::kOnce, BearerCredential("s3cret"));
  ASSERT_THAT(commune, IsOk());
  EXPECT_EQ(commune->display_name(), "Bearer s3cret");
}

TEST(Call, LeavesOutACredentialThatNoHeaderMayHold) {
  Directory directory(0);
  const auto commune = directory.Get(Attempts::kOnce, CodeCredential("R-\n1"));
  ASSERT_THAT(commune, IsOk());
  EXPECT_EQ(commune->display_name(), "");
}

}  // namespace
}  // namespace entraide::clients
