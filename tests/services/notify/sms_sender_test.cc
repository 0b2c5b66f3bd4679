// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "absl/strings/str_cat.h"
#include "services/notify/sms/sms.h"
#include "tests/support/background.h"
#include "tests/support/status_matchers.h"

namespace entraide::notify {
namespace {

using testing::HasSubstr;
using testing::Not;

const Sms kSms{.id = "m1", .to = "+33612345678", .text = "Entraide : c'est confirmé"};

// A real HTTP server that answers `status`.
class Gateway {
 public:
  explicit Gateway(int status)
      : program_(
            {"python3", "tests/support/sms_gateway.py", folder_.path(), absl::StrCat(status)}) {}

  absl::Status Send() const {
    return HttpSmsSender({.url = absl::StrCat("http://127.0.0.1:", program_.port(), "/send"),
                          .token = "secret",
                          .from = "Entraide"})(kSms);
  }
  std::vector<std::string> Kept() const { return folder_.Files(".json"); }

 private:
  ScratchFolder folder_;
  Background program_;
};

TEST(HttpSmsSender, HandsTheMessageOver) {
  const Gateway gateway(202);
  ASSERT_THAT(gateway.Send(), IsOk());
  ASSERT_EQ(gateway.Kept().size(), 1U);
  const auto kept = nlohmann::json::parse(gateway.Kept().front());
  EXPECT_EQ(kept["path"], "/send");
  EXPECT_EQ(kept["headers"]["Authorization"], "Bearer secret");
  EXPECT_EQ(kept["headers"]["Idempotency-Key"], "m1");
  EXPECT_EQ(kept["body"]["to"], "+33612345678");
  EXPECT_EQ(kept["body"]["from"], "Entraide");
  EXPECT_EQ(kept["body"]["text"], "Entraide : c'est confirmé");
  EXPECT_EQ(kept["body"]["reference"], "m1");
}

TEST(HttpSmsSender, TellsARefusalOfTheMessageFromOneOfUs) {
  EXPECT_THAT(Gateway(400).Send(), HasReason("SMS_REFUSED"));
  EXPECT_THAT(Gateway(404).Send(), HasReason("SMS_REFUSED"));
  for (const int status : {401, 403, 429, 500, 503, 302}) {
    EXPECT_TRUE(absl::IsUnavailable(Gateway(status).Send())) << status;
  }
}

TEST(HttpSmsSender, IsInDoubtWhenTheGatewayHangsUp) {
  const Gateway gateway(0);
  EXPECT_THAT(gateway.Send(), HasReason("SMS_IN_DOUBT"));
  EXPECT_EQ(gateway.Kept().size(), 1U);
}

TEST(HttpSmsSender, NamesNobodyInItsErrors) {
  const absl::Status nobody = HttpSmsSender({.url = "http://127.0.0.1:1/"})(kSms);
  EXPECT_TRUE(absl::IsUnavailable(nobody));
  EXPECT_THAT(std::string(nobody.message()), Not(HasSubstr("612345678")));
  EXPECT_THAT(std::string(Gateway(400).Send().message()), Not(HasSubstr("612345678")));
  EXPECT_TRUE(absl::IsUnavailable(HttpSmsSender({.url = "file:///tmp/x"})(kSms)));
}

TEST(FileSmsSender, KeepsOneFileAMessage) {
  const ScratchFolder folder;
  const SmsSender send = FileSmsSender(folder.path());
  ASSERT_THAT(send(kSms), IsOk());
  ASSERT_THAT(send(kSms), IsOk());
  EXPECT_THAT(folder.Files(".sms"),
              testing::ElementsAre("To: +33612345678\n\nEntraide : c'est confirmé\n"));
}

}  // namespace
}  // namespace entraide::notify
