// SPDX-License-Identifier: EUPL-1.2
#include "services/request/domain/notice.h"

#include <gmock/gmock.h>

#include "services/request/domain/answers.h"
#include "services/request/domain/changing.h"
#include "services/request/domain/holding.h"
#include "tests/services/request/a_task.h"

namespace entraide::request {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Audience ToldOf(const Task& task) { return AudienceOf(task, task.lines.back()); }

std::vector<std::string> Names(const std::vector<OrganizationId>& organizations) {
  std::vector<std::string> names;
  for (const OrganizationId& one : organizations) names.push_back(one.value());
  return names;
}

Task Accepted(absl::Time when = kNow + absl::Hours(1)) {
  Task task = ASearchingTask(2);
  task.request.filed_by = OrganizationId("ccas");
  return *Accept(task, ACandidate(1).id, when);
}

TEST(AudienceOf, AWaveConcernsThoseWhoAreAskedInIt) {
  const Audience told = ToldOf(ASearchingTask(2));
  EXPECT_THAT(Names(told.asked), ElementsAre("o1", "o2"));
  EXPECT_FALSE(told.person);
}

TEST(AudienceOf, AnAcceptanceConcernsThePersonTheFilerAndWhoIsAskedNoLonger) {
  const Audience told = ToldOf(Accepted());
  EXPECT_TRUE(told.person);
  EXPECT_TRUE(told.filer);
  EXPECT_FALSE(told.holder) << "it did it itself";
  EXPECT_THAT(Names(told.asked), ElementsAre("o2"));
}

TEST(AudienceOf, WhatIsCalledOffConcernsEverybody) {
  const Audience told = ToldOf(*Cancel(Accepted(), "", kNow + absl::Hours(2)));
  EXPECT_TRUE(told.person && told.filer && told.holder);
  EXPECT_THAT(told.asked, IsEmpty()) << "o2 was told before";
}

TEST(AudienceOf, AProposalConcernsTheOtherSide) {
  const absl::Time later = kNow + absl::Hours(2);
  const Audience ours = ToldOf(*ProposeChange(Accepted(), "x", Role::kStaff, later));
  EXPECT_TRUE(ours.person && ours.filer);
  EXPECT_FALSE(ours.holder);
  const Audience theirs = ToldOf(*ProposeChange(Accepted(), "x", Role::kRequester, later));
  EXPECT_TRUE(theirs.holder);
  EXPECT_FALSE(theirs.person);
}

TEST(AudienceOf, AReminderConcernsWhoIsReminded) {
  Task task = *AskInfo(Accepted(), {"licence"}, "", Role::kStaff, kNow + absl::Hours(2));
  task.request.timing = {};
  const Audience told = ToldOf(*Lapse(task, *WakeTime(task)));
  EXPECT_TRUE(told.person && told.filer);
  EXPECT_FALSE(told.holder);
}

TEST(AudienceOf, WhatNobodyFiledForHasNoFiler) {
  const Task task = *Accept(ASearchingTask(1), ACandidate(1).id, kNow);
  EXPECT_FALSE(ToldOf(task).filer);
}

}  // namespace
}  // namespace entraide::request
