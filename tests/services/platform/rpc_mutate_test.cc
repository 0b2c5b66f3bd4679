// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>

#include <memory>
#include <string>

#include "answered_testing.grpc.pb.h"
#include "services/platform/base/uuid.h"
#include "services/platform/rpc/unary.h"
#include "tests/support/database.h"
#include "tests/support/status_matchers.h"

namespace entraide::rpc {
namespace {

using testing::v1::Created;
using testing::v1::CreateRequest;

constexpr char kCreate[] = "/entraide.testing.v1.AnsweredService/Create";

// Names things one after another; their code follows from the name.
class Things final : public testing::v1::AnsweredService::Service {
 public:
  Things(const Gate& gate, pg::Pool& pool) : gate_(gate), pool_(pool) {}

  grpc::Status Create(grpc::ServerContext* context, const CreateRequest* request,
                      Created* response) override {
    return Mutate(
        gate_, pool_, *context, kCreate, *request, response,
        [&](const Call& /*call*/, pg::Transaction& /*tx*/) -> absl::StatusOr<Created> {
          Created created;
          created.set_name(std::to_string(++effects));
          created.set_code("code of " + created.name());
          return created;
        },
        [](Created& created) {
          created.set_code("code of " + created.name());
          return absl::OkStatus();
        });
  }
  int effects = 0;

 private:
  const Gate& gate_;
  pg::Pool& pool_;
};

class MutateTest : public ::testing::Test {
 protected:
  void SetUp() override {
    grpc::ServerBuilder builder;
    builder.RegisterService(&things_);
    server_ = builder.BuildAndStart();
    stub_ = testing::v1::AnsweredService::NewStub(server_->InProcessChannel({}));
  }
  absl::Status Create(const std::string& request_id, Created& created) {
    grpc::ClientContext context;
    context.set_deadline(absl::ToChronoTime(Soon()));
    CreateRequest request;
    request.set_request_id(request_id);
    return FromGrpc(stub_->Create(&context, request, &created));
  }

  TestDatabase database_{{PlatformTables("rides")}};
  std::unique_ptr<pg::Pool> pool_ = database_.NewPool("rides");
  const auth::TrackingCodes codes_{auth::TrackingCodes::Key{7}};
  const auth::Authenticator authenticator_{
      [](absl::string_view, absl::Time) -> absl::StatusOr<auth::Caller> {
        return absl::UnauthenticatedError("nobody has a session here");
      },
      codes_};
  const auth::AccessTable access_ = *auth::AccessTable::Of({"entraide.testing.v1.AnsweredService"});
  telemetry::Metrics metrics_{};
  const Gate gate_{authenticator_, access_, metrics_, [] { return absl::Now(); }};
  Things things_{gate_, *pool_};
  std::unique_ptr<grpc::Server> server_{};
  std::unique_ptr<testing::v1::AnsweredService::Stub> stub_{};
};

TEST_F(MutateTest, RepeatedCallGetsTheWholeFirstAnswer) {
  const std::string id = NewUuid();
  for (int i = 0; i < 2; ++i) {
    Created created;
    ASSERT_THAT(Create(id, created), IsOk());
    EXPECT_EQ(created.name(), "1");
    EXPECT_EQ(created.code(), "code of 1");
  }
  EXPECT_EQ(things_.effects, 1);
}

TEST_F(MutateTest, MissingRequestIdIsRefusedAndCounted) {
  Created created;
  EXPECT_THAT(Create("", created), HasReason("REQUEST_ID_INVALID"));
  EXPECT_EQ(things_.effects, 0);
  EXPECT_THAT(metrics_.Render(), ::testing::HasSubstr("INVALID_ARGUMENT"));
}

}  // namespace
}  // namespace entraide::rpc
