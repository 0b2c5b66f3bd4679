// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/mail/smtp_sender.h"

#include <gmock/gmock.h>

#include <array>
#include <cstdio>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/strip.h"
#include "tests/support/status_matchers.h"

namespace entraide::mail {
namespace {

using testing::HasSubstr;

// A relay that holds one real conversation and repeats what it heard.
class Sink {
 public:
  explicit Sink(const std::string& refused = "")
      : pipe_(popen(absl::StrCat("python3 tests/support/smtp_sink.py ", refused).c_str(), "r")) {
    port_ = std::string(absl::StripSuffix(Line(), "\n"));
  }
  ~Sink() { pclose(pipe_); }
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;

  std::string url() const { return absl::StrCat("smtp://127.0.0.1:", port_); }
  // All of the conversation, once it is over.
  std::string Heard() {
    std::string all;
    for (std::string line = Line(); !line.empty(); line = Line()) all += line;
    return all;
  }

 private:
  std::string Line() {
    std::array<char, 2048> line{};
    return std::fgets(line.data(), line.size(), pipe_) == nullptr ? "" : line.data();
  }

  FILE* pipe_;
  std::string port_{};
};

const Mail kMail{.id = "l1",
                 .to = "jeanne@exemple.fr",
                 .subject = "Votre code",
                 .text = "Bonjour é\n.une ligne qui commence par un point\n",
                 .time = absl::FromUnixSeconds(1'800'000'000)};

absl::Status Send(const std::string& url, const Mail& mail = kMail) {
  return SmtpSender({.url = url, .from = "entraide@exemple.fr"})(mail);
}

TEST(SmtpSender, HandsTheMailOver) {
  Sink sink;
  ASSERT_THAT(Send(sink.url()), IsOk());
  const std::string heard = sink.Heard();
  EXPECT_THAT(heard, HasSubstr("MAIL FROM:<entraide@exemple.fr>"));
  EXPECT_THAT(heard, HasSubstr("RCPT TO:<jeanne@exemple.fr>\n"));
  EXPECT_THAT(heard, HasSubstr("Subject: Votre code\n"));
  EXPECT_THAT(heard, HasSubstr("\nBonjour é\n..une ligne qui commence par un point\n.\n"));
  EXPECT_THAT(heard, HasSubstr("QUIT"));
}

TEST(SmtpSender, TellsThatTheRelayRefusedWithoutTheAddress) {
  Sink sink("RCPT");
  const absl::Status status = Send(sink.url());
  EXPECT_THAT(status, HasReason("MAIL_REFUSED"));
  EXPECT_THAT(std::string(status.message()), testing::Not(HasSubstr("jeanne")));
}

TEST(SmtpSender, TellsThatNobodyAnswers) {
  EXPECT_TRUE(absl::IsUnavailable(Send("smtp://127.0.0.1:1")));
}

TEST(SmtpSender, SpeaksSmtpOnly) { EXPECT_TRUE(absl::IsUnavailable(Send("file:///tmp/mail"))); }

TEST(SmtpSender, SendsNoPasswordInClear) {
  Sink sink;
  const absl::Status status = SmtpSender(
      {.url = sink.url(), .user = "house", .password = "secret", .from = "entraide@exemple.fr"})(
      kMail);
  EXPECT_TRUE(absl::IsUnavailable(status)) << status;
  EXPECT_THAT(sink.Heard(), testing::Not(HasSubstr("AUTH")));
}

TEST(SmtpSender, SendsNothingToAnUnsafeAddress) {
  Mail mail = kMail;
  mail.to = "a@b.fr>\r\nDATA";
  EXPECT_THAT(Send("smtp://127.0.0.1:1", mail), HasReason("MAIL_HEADER_UNSAFE"));
}

}  // namespace
}  // namespace entraide::mail
