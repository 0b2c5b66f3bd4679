// SPDX-License-Identifier: EUPL-1.2
#include "services/identity/domain/session.h"

#include <gmock/gmock.h>

namespace entraide::identity {
namespace {

const absl::Time kNow = absl::FromUnixSeconds(1'800'000'000);

TEST(Session, EndsAfterHalfAnHourWithoutUseAndAfterTwelveInAnyCase) {
  const Session session = NewSession("hash", {}, kNow);
  EXPECT_EQ(session.idle_time, kNow + absl::Minutes(30));
  EXPECT_EQ(session.expire_time, kNow + absl::Hours(12));
}

TEST(Session, IsTouchedAtMostOnceAMinute) {
  const Session session = NewSession("hash", {}, kNow);
  EXPECT_FALSE(WantsTouch(session, kNow + absl::Seconds(59)));
  EXPECT_TRUE(WantsTouch(session, kNow + absl::Seconds(61)));
}

TEST(Session, IsNotTouchedOnceItsIdleEndIsItsEnd) {
  Session session = NewSession("hash", {}, kNow);
  session.idle_time = session.expire_time;
  EXPECT_FALSE(WantsTouch(session, session.expire_time - absl::Minutes(1)));
}

}  // namespace
}  // namespace entraide::identity
