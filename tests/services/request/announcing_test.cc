// SPDX-License-Identifier: EUPL-1.2
#include "services/request/announcing.h"

#include <gmock/gmock.h>

#include <utility>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "services/platform/outbox/outbox.h"
#include "services/platform/rpc/status.h"
#include "services/platform/server/grpc_server.h"
#include "tests/support/database.h"
#include "tests/support/status_matchers.h"

namespace entraide::request {
namespace {

using testing::ElementsAre;

constexpr char kId[] = "00000000-0000-4000-8000-000000000001";

// NotifyService that notes what is announced, and answers what it is told to. Thread-safe.
class FakeNotify final : public notify::v1::NotifyService::Service {
 public:
  grpc::Status Announce(grpc::ServerContext*, const notify::v1::AnnounceRequest* request,
                        notify::v1::AnnounceResponse*) override {
    const absl::MutexLock lock(&mutex_);
    for (const notify::v1::AnnouncedLine& line : request->lines()) {
      heard_.push_back(absl::StrCat(line.request(), " ", line.line()));
    }
    return rpc::ToGrpc(answer_);
  }
  std::vector<std::string> Heard() {
    const absl::MutexLock lock(&mutex_);
    return std::exchange(heard_, {});
  }
  void AnswerFromNowOn(absl::Status answer) {
    const absl::MutexLock lock(&mutex_);
    answer_ = std::move(answer);
  }

 private:
  absl::Mutex mutex_;
  std::vector<std::string> heard_ ABSL_GUARDED_BY(mutex_);
  absl::Status answer_ ABSL_GUARDED_BY(mutex_);
};

class AnnouncerTest : public testing::Test {
 protected:
  void Append(absl::string_view topic, const std::string& key) {
    auto tx = pg::Transaction::Begin(*pool_, Soon());
    ASSERT_THAT(outbox::Append(*tx, topic, key), IsOk());
    ASSERT_THAT(tx->Commit(), IsOk());
  }

  const TestDatabase database_{{PlatformTables("rides")}};
  const std::unique_ptr<pg::Pool> pool_ = database_.NewPool("rides");
  FakeNotify notify_;
  const std::unique_ptr<server::GrpcServer> server_ = *server::GrpcServer::Start({}, {&notify_});
  clients::NotifyClient client_{server_->InProcessChannel(), "rides"};
  const Announcer announcer_{*pool_, client_, "rides"};
};

TEST_F(AnnouncerTest, AnnouncesEachLineOnce) {
  Append(kNoticeTopic, absl::StrCat(kId, "/7"));
  Append(kNoticeTopic, absl::StrCat(kId, "/8"));
  Append("commitment", kId);  // Somebody else's.
  EXPECT_EQ(*announcer_.Round(), 2);
  EXPECT_THAT(notify_.Heard(),
              ElementsAre(absl::StrCat("rides/", kId, " 7"), absl::StrCat("rides/", kId, " 8")));
  EXPECT_EQ(*announcer_.Round(), 0);
  EXPECT_THAT(notify_.Heard(), ElementsAre());
}

TEST_F(AnnouncerTest, AnnouncesAgainWhatMayNotHaveBeenNoted) {
  Append(kNoticeTopic, absl::StrCat(kId, "/7"));
  notify_.AnswerFromNowOn(absl::UnavailableError("draining"));
  EXPECT_TRUE(absl::IsUnavailable(announcer_.Round().status()));
  notify_.AnswerFromNowOn(absl::OkStatus());
  notify_.Heard();
  EXPECT_EQ(*announcer_.Round(), 1);
  EXPECT_THAT(notify_.Heard(), ElementsAre(absl::StrCat("rides/", kId, " 7")));
}

TEST_F(AnnouncerTest, IsNotHinderedByWhoeverStampsTheOutbox) {
  Append(kNoticeTopic, absl::StrCat(kId, "/7"));
  {
    auto tx = pg::Transaction::Begin(*pool_, Soon());
    ASSERT_THAT(outbox::Stamp(*tx), IsOk());
    ASSERT_THAT(tx->Commit(), IsOk());
  }
  EXPECT_EQ(*announcer_.Round(), 1);
}

}  // namespace
}  // namespace entraide::request
