// SPDX-License-Identifier: EUPL-1.2
// kill -9 at every step of a message's way: none is lost, and one is only doubled where it says so.
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>

#include "services/platform/mail/file_sender.h"
#include "tests/services/notify/sending_fixture.h"
#include "tests/support/background.h"

namespace entraide::notify {
namespace {

class CrashTest : public SendingTest {
 protected:
  CrashTest() { Announce({AnAcceptance().line}); }

  // Runs `work` in a process of its own, with connections of its own, which kills itself.
  void DieIn(const std::function<void(pg::Pool&)>& work) {
    const pid_t child = fork();
    if (child == 0) {
      const std::unique_ptr<pg::Pool> pool = database_.NewPool("notify");
      work(*pool);
      _exit(1);  // It should have been killed.
    }
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status));
    ASSERT_EQ(WTERMSIG(status), SIGKILL);
  }
  static void Die() { kill(getpid(), SIGKILL); }

  void SendToFolder() { SendAll({.mail = mail::FileSender(folder_.path(), "e@exemple.fr")}); }
  std::size_t Arrived() const { return folder_.Files(".eml").size(); }

  ScratchFolder folder_;
};

TEST_F(CrashTest, BetweenSendAndMarkTheMailIsSentAgainFlaggedAndCounted) {
  TakeAll();
  DieIn([&](pg::Pool& pool) {
    telemetry::Metrics metrics;
    const auto send_and_die = [&](const mail::Mail& mail) {
      mail::FileSender(folder_.path(), "e@exemple.fr")(mail).IgnoreError();
      Die();
      return absl::OkStatus();
    };
    const Postman postman({pool, sources_, secrets_, writer_, metrics}, {.mail = send_and_die});
    postman.SendOne(now_).IgnoreError();
  });
  EXPECT_EQ(Arrived(), 1U);
  EXPECT_EQ(OnlyMessage().state, State::kSending);
  SendToFolder();
  EXPECT_EQ(Arrived(), 1U);  // Whoever works on it may still live.
  now_ += kLease;
  SendToFolder();
  EXPECT_EQ(Arrived(), 2U);
  EXPECT_EQ(OnlyMessage().state, State::kSent);
  EXPECT_TRUE(OnlyMessage().possibly_sent_twice);
  EXPECT_EQ(Messages({.possibly_sent_twice = true}).size(), 1U);
  EXPECT_EQ(Counted("POSSIBLY_SENT_TWICE"), 1);
  now_ += absl::Hours(24);
  SendToFolder();
  EXPECT_EQ(Arrived(), 2U);
}

TEST_F(CrashTest, BeforeTheHandOverTheMailIsSentOnceAndNotFlagged) {
  TakeAll();
  DieIn([&](pg::Pool& pool) {
    telemetry::Metrics metrics;
    Sources sources = sources_;
    sources.happening = [&](const Line& line, absl::Time deadline) {
      Die();
      return sources_.happening(line, deadline);
    };
    const Postman postman({pool, sources, secrets_, writer_, metrics}, {});
    postman.SendOne(now_).IgnoreError();
  });
  now_ += kLease;
  SendToFolder();
  EXPECT_EQ(Arrived(), 1U);
  EXPECT_FALSE(OnlyMessage().possibly_sent_twice);
}

TEST_F(CrashTest, WhileALineIsTakenItIsTakenAgainAndMakesOneMessage) {
  DieIn([&](pg::Pool& pool) {
    Sources sources = sources_;
    sources.happening = [&](const Line& line, absl::Time deadline) {
      Die();
      return sources_.happening(line, deadline);
    };
    const Intake intake(pool, sources);
    intake.TakeOne(now_).IgnoreError();
  });
  EXPECT_TRUE(Messages().empty());
  now_ += kLease;
  TakeAll();
  SendToFolder();
  EXPECT_EQ(Arrived(), 1U);
  EXPECT_EQ(OnlyMessage().state, State::kSent);
}

}  // namespace
}  // namespace entraide::notify
