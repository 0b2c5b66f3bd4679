// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "services/platform/auth/secret.h"
#include "tests/support/status_matchers.h"

namespace entraide::auth {
namespace {

class KeyFile : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = testing::TempDir() + "keyXXXXXX";
    folder_ = mkdtemp(pattern.data());
    path_ = folder_ + "/codes.key";
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string folder_{};
  std::string path_{};
};

TEST_F(KeyFile, IsMadeOnceForOurEyesOnlyAndReadAfterwards) {
  const auto made = KeyFromFile(path_);
  ASSERT_THAT(made, IsOk());
  struct stat found {};
  ASSERT_EQ(stat(path_.c_str(), &found), 0);
  EXPECT_EQ(found.st_mode & 0777U, 0400U);
  EXPECT_EQ(*KeyFromFile(path_), *made);
  EXPECT_NE(*made, SecretKey{});
}

TEST_F(KeyFile, ThatOthersMayReadIsRefused) {
  ASSERT_THAT(KeyFromFile(path_), IsOk());
  ASSERT_EQ(chmod(path_.c_str(), 0440), 0);
  EXPECT_THAT(KeyFromFile(path_), HasReason("KEY_UNUSABLE"));
}

TEST_F(KeyFile, OfAnotherSizeIsRefused) {
  std::ofstream(path_) << "short";
  ASSERT_EQ(chmod(path_.c_str(), 0400), 0);
  EXPECT_THAT(KeyFromFile(path_), HasReason("KEY_UNUSABLE"));
}

TEST(Hash, DependsOnKeyPurposeAndText) {
  const SecretKey key{1};
  EXPECT_EQ(KeyedHash(key, "a", "text"), KeyedHash(key, "a", "text"));
  EXPECT_NE(KeyedHash(key, "a", "text"), KeyedHash(key, "b", "text"));
  EXPECT_NE(KeyedHash(key, "a", "text"), KeyedHash(SecretKey{2}, "a", "text"));
  EXPECT_EQ(Hash("text").size(), 32U);
}

TEST(NewToken, IsDifferentEachTime) {
  EXPECT_GE(NewToken().size(), 43U);
  EXPECT_NE(NewToken(), NewToken());
}

}  // namespace
}  // namespace entraide::auth
