// SPDX-License-Identifier: EUPL-1.2
#include "matcher/assign/verify.h"

#include <gmock/gmock.h>

#include <functional>
#include <string>

#include "matcher/assign/assign.h"
#include "tests/matcher/assign/text_problem.h"

// The verifier believes a good assignment, and nothing that was tampered with.
namespace entraide::matcher::assign {
namespace {

using ::testing::Eq;

Problem ATown() {
  return Made(ReadParts(R"(
    place anna  seats 2 load 0,3
    place bruno seats 1
    place carla seats 2
    task  t1 anna 5 bruno 7
    task  t2 anna 5 bruno 9
    task  t3 bruno 2
    task  t4 bruno 1
    task  t5
    task  t6 anna 8 carla 20)"));
}

TaskIndex TaskNamed(const Problem& problem, const std::string& name) {
  for (const TaskIndex task : problem.Tasks()) {
    if (problem.IdOf(task).value == name) return task;
  }
  ADD_FAILURE() << "no task " << name;
  return {};
}

constexpr PlaceIndex kAnna{0};
constexpr PlaceIndex kBruno{1};
constexpr PlaceIndex kCarla{2};

struct Tampering {
  std::string name{};
  std::string refusal{};
  std::function<void(const Problem&, Assignment&)> tamper{};
};

TEST(Verify, BelievesWhatAssignReturns) {
  const Problem problem = ATown();
  const Assignment assignment = Assign(problem);
  EXPECT_EQ(Seating(problem, assignment), "t1:anna t2:anna t3:- t4:bruno t5:- t6:carla");
  EXPECT_THAT(Verify(problem, assignment), Eq(absl::OkStatus()));
}

TEST(Verify, BelievesNothingForAnotherProblem) {
  EXPECT_EQ(Verify(Made({}), Assign(ATown())).message(), "not one seat a task");
}

class Tampered : public testing::TestWithParam<Tampering> {};

TEST_P(Tampered, IsRefused) {
  const Problem problem = ATown();
  Assignment assignment = Assign(problem);
  GetParam().tamper(problem, assignment);
  const absl::Status verdict = Verify(problem, assignment);
  EXPECT_EQ(verdict.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_THAT(std::string(verdict.message()), testing::HasSubstr(GetParam().refusal));
}

const Tampering kTamperings[] = {
    {"ASeatMissing", "not one seat a task",
     [](const Problem&, Assignment& a) { a.place_of.Resize(5); }},
    {"APriceMissing", "not one price a place",
     [](const Problem&, Assignment& a) { a.prices.Resize(2); }},
    {"WhereItHasNoChoice", "t4 is where it has no choice",
     [](const Problem& p, Assignment& a) { a.place_of[TaskNamed(p, "t4")] = kAnna; }},
    {"NowhereThatExists", "t4 is where it has no choice",
     [](const Problem& p, Assignment& a) { a.place_of[TaskNamed(p, "t4")] = kNowhere; }},
    {"OverCapacity", "anna is over its capacity",
     [](const Problem& p, Assignment& a) { a.place_of[TaskNamed(p, "t6")] = kAnna; }},
    {"SentAway", "t1 is not listed as unserved",
     [](const Problem& p, Assignment& a) { a.place_of[TaskNamed(p, "t1")] = std::nullopt; }},
    {"ListedThoughServed", "somebody served is listed",
     [](const Problem& p, Assignment& a) { a.unserved.push_back({TaskNamed(p, "t6")}); }},
    {"UnlistedThoughUnserved", "t5 is not listed",
     [](const Problem&, Assignment& a) { a.unserved.pop_back(); }},
    {"ListedInDisorder", "t3 is not listed",
     [](const Problem&, Assignment& a) { std::swap(a.unserved[0], a.unserved[1]); }},
    {"AnotherReason", "t3 has another reason",
     [](const Problem&, Assignment& a) { a.unserved[0].why = WhyUnserved::kNoChoice; }},
    {"FewerUnserved", "costs (2 ", [](const Problem&, Assignment& a) { a.total.unserved -= 1; }},
    {"FewerMinutes", "costs (2 ", [](const Problem&, Assignment& a) { a.total.minutes -= 1; }},
    {"LessLoad", "costs (2 ", [](const Problem&, Assignment& a) { a.total.load -= 1; }},
    {"ADearerSeating", "proved is only",
     [](const Problem& p, Assignment& a) {
       a.place_of[TaskNamed(p, "t3")] = kBruno;
       a.place_of[TaskNamed(p, "t4")] = std::nullopt;
       a.unserved[0].task = TaskNamed(p, "t4");
       a.total.minutes += 1;
     }},
    {"APriceTooHigh", "proved is only",
     [](const Problem&, Assignment& a) { a.prices[kCarla].minutes += 1; }},
    {"APriceTooLow", "proved is only",
     [](const Problem&, Assignment& a) { a.prices[kBruno].unserved -= 1; }},
    {"APriceBelowTheLoad", "proved is only",
     [](const Problem&, Assignment& a) { a.prices[kAnna] = {.load = 2}; }},
};

INSTANTIATE_TEST_SUITE_P(Each, Tampered, testing::ValuesIn(kTamperings),
                         [](const auto& tampering) { return tampering.param.name; });

}  // namespace
}  // namespace entraide::matcher::assign
