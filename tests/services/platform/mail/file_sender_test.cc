// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/mail/file_sender.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "services/platform/base/private_file.h"
#include "tests/support/status_matchers.h"

namespace entraide::mail {
namespace {

class FileSenderTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = testing::TempDir() + "mailXXXXXX";
    state_ = mkdtemp(pattern.data());
  }
  void TearDown() override { std::filesystem::remove_all(state_); }

  static unsigned ModeOf(const std::string& path) {
    struct stat found {};
    return stat(path.c_str(), &found) == 0 ? found.st_mode & 0777U : 0;
  }
  static std::string Text(const std::string& path) {
    std::stringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
  }

  const Mail mail_{.id = "l1",
                   .to = "jeanne@exemple.fr",
                   .subject = "Votre code",
                   .text = "Bonjour é\n",
                   .time = absl::FromUnixSeconds(1'800'000'000)};
  std::string state_{};
};

TEST_F(FileSenderTest, KeepsOneFileForOurEyesOnly) {
  ASSERT_THAT(FileSender(state_ + "/mail", "entraide@exemple.fr")(mail_), IsOk());
  const std::string path = state_ + "/mail/20270115T080000Z-l1.eml";
  EXPECT_THAT(Text(path), testing::EndsWith("\r\n\r\nBonjour é\r\n"));
  EXPECT_EQ(ModeOf(path), 0600U);
  EXPECT_EQ(ModeOf(state_ + "/mail"), 0700U);
}

TEST_F(FileSenderTest, SendingTwiceLeavesOneFile) {
  const Sender send = FileSender(state_ + "/mail", "entraide@exemple.fr");
  ASSERT_THAT(send(mail_), IsOk());
  ASSERT_THAT(send(mail_), IsOk());
  const std::filesystem::directory_iterator files(state_ + "/mail");
  EXPECT_EQ(std::distance(begin(files), end(files)), 1);
}

TEST_F(FileSenderTest, TellsThatItCannotWriteWithoutTheAddress) {
  const absl::Status status = FileSender(state_ + "/no/mail", "entraide@exemple.fr")(mail_);
  EXPECT_FALSE(status.ok());
  EXPECT_THAT(std::string(status.message()), testing::Not(testing::HasSubstr("jeanne")));
}

TEST_F(FileSenderTest, ACredentialsFileThatOthersMayReadIsRefused) {
  const std::string path = state_ + "/relay";
  std::ofstream(path) << "user:secret\n";
  ASSERT_EQ(chmod(path.c_str(), 0644), 0);
  EXPECT_THAT(ReadPrivateLine(path), HasReason("FILE_OPEN_TO_OTHERS"));
  ASSERT_EQ(chmod(path.c_str(), 0400), 0);
  EXPECT_EQ(*ReadPrivateLine(path), "user:secret");
}

}  // namespace
}  // namespace entraide::mail
