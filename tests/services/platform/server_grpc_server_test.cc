// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <google/protobuf/descriptor.h>
#include <grpcpp/grpcpp.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "absl/time/clock.h"
#include "gate_testing.grpc.pb.h"
#include "services/platform/server/grpc_server.h"
#include "tests/support/status_matchers.h"

namespace entraide::server {
namespace {

using testing::v1::TextRequest;

class Echo final : public testing::v1::DeclaredService::Service {
  grpc::Status Open(grpc::ServerContext*, const TextRequest* request,
                    TextRequest* response) override {
    response->set_plain(request->plain());
    return grpc::Status::OK;
  }
};

class GrpcServerTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = "/tmp/entraide-serverXXXXXX";
    folder_ = mkdtemp(pattern.data());
    path_ = folder_ + "/run/grpc.sock";
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  absl::StatusOr<std::unique_ptr<GrpcServer>> Start() {
    return GrpcServer::Start({.socket_path = path_}, {&echo_});
  }
  static grpc::Status Open(const std::shared_ptr<grpc::Channel>& channel, std::string text) {
    const auto stub = testing::v1::DeclaredService::NewStub(channel);
    grpc::ClientContext context;
    context.set_deadline(absl::ToChronoTime(absl::Now() + absl::Seconds(10)));
    TextRequest request;
    request.set_plain(std::move(text));
    TextRequest response;
    return stub->Open(&context, request, &response);
  }

  Echo echo_{};
  std::string folder_{};
  std::string path_{};
};

TEST_F(GrpcServerTest, AnswersOnTheSocketAndInProcess) {
  const auto server = Start();
  ASSERT_THAT(server, IsOk());
  EXPECT_TRUE(Open((*server)->InProcessChannel(), "x").ok());
  const auto channel = grpc::CreateChannel("unix:" + path_, grpc::InsecureChannelCredentials());
  EXPECT_TRUE(Open(channel, "x").ok());
  struct stat found {};
  ASSERT_EQ(stat((folder_ + "/run").c_str(), &found), 0);
  EXPECT_EQ(found.st_mode & 0777U, 0700U);
  (*server)->Drain(absl::Seconds(1));
}

TEST_F(GrpcServerTest, RefusesAMessageOver256KB) {
  const auto server = Start();
  ASSERT_THAT(server, IsOk());
  EXPECT_TRUE(Open((*server)->InProcessChannel(), std::string(250 * 1024, 'x')).ok());
  EXPECT_EQ(Open((*server)->InProcessChannel(), std::string(257 * 1024, 'x')).error_code(),
            grpc::StatusCode::RESOURCE_EXHAUSTED);
}

TEST_F(GrpcServerTest, RefusesASocketThatALiveServerHolds) {
  const auto first = Start();
  ASSERT_THAT(first, IsOk());
  EXPECT_THAT(Start(), HasReason("SOCKET_IN_USE"));
  EXPECT_TRUE(Open((*first)->InProcessChannel(), "x").ok());
}

TEST_F(GrpcServerTest, ReplacesASocketThatADeadServerLeft) {
  ASSERT_EQ(mkdir((folder_ + "/run").c_str(), 0700), 0);
  const int fd = socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  path_.copy(address.sun_path, sizeof(address.sun_path) - 1);
  ASSERT_EQ(bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof(address)), 0);
  close(fd);
  EXPECT_THAT(Start(), IsOk());
}

TEST_F(GrpcServerTest, RefusesAFolderThatOthersMayEnter) {
  ASSERT_EQ(mkdir((folder_ + "/run").c_str(), 0755), 0);
  EXPECT_THAT(Start(), HasReason("SOCKET_FOLDER_OPEN"));
}

TEST_F(GrpcServerTest, RefusesAPathThatTheKernelWouldCut) {
  path_ = folder_ + "/" + std::string(100, 'x');
  EXPECT_THAT(Start(), HasReason("SOCKET_PATH_TOO_LONG"));
}

TEST_F(GrpcServerTest, LinksTheDescriptorThatReflectionLists) {
  EXPECT_NE(google::protobuf::DescriptorPool::generated_pool()->FindServiceByName(
                "grpc.health.v1.Health"),
            nullptr);
}

}  // namespace
}  // namespace entraide::server
