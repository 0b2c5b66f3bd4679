// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gmock/gmock.h>

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "notify_migrations.h"
#include "services/notify/intake.h"
#include "services/notify/postman.h"
#include "services/notify/store/announced_store.h"
#include "services/notify/store/message_store.h"
#include "tests/services/notify/a_happening.h"
#include "tests/support/database.h"
#include "tests/support/status_matchers.h"

namespace entraide::notify {

// The workers of notify on a database of their own; what the other services tell is in `told_`.
class SendingTest : public testing::Test {
 protected:
  SendingTest() { Tell(AnAcceptance()); }

  void Tell(const Happening& happening) { told_[happening.line] = happening; }
  void Announce(const std::vector<Line>& lines) {
    auto tx = pg::Transaction::Begin(*pool_, Soon());
    ASSERT_THAT(tx, IsOk());
    ASSERT_THAT(NoteLines(*tx, lines, now_), IsOk());
    ASSERT_THAT(tx->Commit(), IsOk());
  }
  // Runs the worker until nothing is due.
  void TakeAll() {
    const Intake intake(*pool_, sources_);
    for (absl::StatusOr<int> taken = 1; taken.ok() && *taken == 1;) taken = intake.TakeOne(now_);
  }
  void SendAll(const Postman::Ways& ways) {
    const Postman postman({*pool_, sources_, secrets_, writer_, metrics_}, ways);
    for (absl::StatusOr<int> sent = 1; sent.ok() && *sent == 1;) sent = postman.SendOne(now_);
  }
  void SendAll() {
    SendAll({.mail =
                 [this](const mail::Mail& mail) {
                   if (post_office_.ok()) mails_.push_back(mail);
                   return post_office_;
                 },
             .sms =
                 [this](const Sms& sms) {
                   if (post_office_.ok()) texts_.push_back(sms);
                   return post_office_;
                 }});
  }
  std::vector<Message> Messages(const Wanted& wanted = {}) {
    auto tx = pg::Transaction::Begin(*pool_, Soon());
    EXPECT_THAT(tx, IsOk());
    auto messages = ListMessages(*tx, wanted);
    EXPECT_THAT(messages, IsOk());
    return messages.ok() ? *std::move(messages) : std::vector<Message>();
  }
  Message OnlyMessage() {
    const std::vector<Message> all = Messages();
    EXPECT_EQ(all.size(), 1U);
    return all.empty() ? Message() : all.front();
  }
  int Counted(const std::string& outcome) const {
    const std::string line = "worker=\"notify-messages\"";
    int count = 0;
    for (const absl::string_view row : absl::StrSplit(metrics_.Render(), '\n')) {
      const bool ours =
          absl::StrContains(row, line) && absl::StrContains(row, absl::StrCat("\"", outcome, "\""));
      if (ours && !absl::SimpleAtoi(row.substr(row.rfind(' ') + 1), &count)) ADD_FAILURE() << row;
    }
    return count;
  }

  absl::Time now_ = At(9);
  const TestDatabase database_{
      {PlatformTables("notify"),
       {.schema = "notify", .series = "notify", .scripts = notify_migrations::Files()}}};
  const std::unique_ptr<pg::Pool> pool_ = database_.NewPool("notify");
  std::map<Line, Happening> told_{};
  absl::Status owner_{};  // What is asked of the owner of a request meets.
  const Sources sources_{
      .happening = [this](const Line& line, absl::Time) -> absl::StatusOr<Happening> {
        if (!owner_.ok()) return owner_;
        if (told_.contains(line)) return told_[line];
        return absl::NotFoundError("no such line");
      },
      .organization = [](const std::string& id, absl::Time) -> absl::StatusOr<Organization> {
        if (id != "lien") return absl::NotFoundError("no such organization");
        return Organization{
            .display_name = "Le Lien", .phone = "+33321000000", .email = "bonjour@lien.example"};
      }};
  const Secrets secrets_{auth::SecretKey{9}};
  const Writer writer_{"https://entraide.example"};
  telemetry::Metrics metrics_{};
  absl::Status post_office_{};
  std::vector<mail::Mail> mails_{};
  std::vector<Sms> texts_{};
};

}  // namespace entraide::notify
