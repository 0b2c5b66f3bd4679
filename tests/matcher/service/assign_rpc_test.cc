// SPDX-License-Identifier: EUPL-1.2
// All open tasks to places, over gRPC: the answer is checked by the verifier, which shares nothing
// with the solver.
#include <map>
#include <random>

#include "absl/strings/str_cat.h"
#include "matcher/assign/verify.h"
#include "tests/matcher/service/matcher_house.h"
#include "tests/support/status_matchers.h"

namespace entraide::matcher {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Stub = v1::MatcherService::Stub;

void AddPlace(v1::AssignRequest& request, const std::string& id, int capacity,
              const std::string& offer_of = "") {
  v1::AssignPlace& place = *request.add_places();
  place.set_id(id);
  place.set_capacity(capacity);
  if (!offer_of.empty()) {
    place.set_service_offer(absl::StrCat("organizations/", offer_of, "/serviceOffers/s"));
  }
}

v1::AssignTask& AddTask(v1::AssignRequest& request, const std::string& id,
                        const std::map<std::string, int>& choices) {
  v1::AssignTask& task = *request.add_tasks();
  task.set_id(id);
  task.mutable_asked_time()->set_seconds(request.tasks_size());
  for (const auto& [place, minutes] : choices) {
    v1::AssignChoice& choice = *task.add_choices();
    choice.set_place(place);
    choice.set_minutes(minutes);
  }
  return task;
}

void AddNeed(v1::AssignRequest& request, const std::string& id, const v1::Need& need) {
  *AddTask(request, id, {}).mutable_need() = need;
}

// t1 came first and is content with either; t2 has one choice.
v1::AssignRequest WhereTheFirstShouldGiveWay() {
  v1::AssignRequest request;
  AddPlace(request, "a", 1);
  AddPlace(request, "b", 1);
  AddTask(request, "t1", {{"a", 1}, {"b", 2}});
  AddTask(request, "t2", {{"a", 5}});
  return request;
}

assign::Problem ProblemOf(const v1::AssignRequest& request) {
  std::map<std::string, std::uint32_t> positions;
  std::vector<assign::Place> places;
  for (const v1::AssignPlace& place : request.places()) {
    positions.emplace(place.id(), places.size());
    places.push_back({.id = {place.id()},
                      .capacity = place.capacity(),
                      .load_costs = {place.load_costs().begin(), place.load_costs().end()}});
  }
  std::vector<assign::Task> tasks;
  for (const v1::AssignTask& task : request.tasks()) {
    assign::Task one{.id = {task.id()}};
    for (const v1::AssignChoice& choice : task.choices()) {
      one.choices.push_back({positions.at(choice.place()), choice.minutes()});
    }
    tasks.push_back(std::move(one));
  }
  return *assign::Problem::Make(std::move(places), std::move(tasks));
}

assign::Cost CostOf(const v1::AssignmentCost& cost) {
  return {.unserved = cost.unserved(), .minutes = cost.minutes(), .load = cost.load()};
}

// The answer in the words of the verifier, from nothing but the answer.
assign::Assignment AssignmentOf(const assign::Problem& problem, const v1::AssignResponse& answer) {
  std::map<std::string, assign::PlaceIndex> places;
  std::map<std::string, assign::TaskIndex> tasks;
  for (const assign::PlaceIndex place : problem.Places()) {
    places.emplace(problem.IdOf(place).value, place);
  }
  for (const assign::TaskIndex task : problem.Tasks()) {
    tasks.emplace(problem.IdOf(task).value, task);
  }
  assign::Assignment assignment;
  assignment.place_of.Resize(problem.TaskCount());
  assignment.prices.Resize(problem.PlaceCount());
  assignment.total = CostOf(answer.total());
  for (const v1::AssignedTask& one : answer.assigned()) {
    assignment.place_of[tasks.at(one.task())] = places.at(one.place());
  }
  for (const v1::PlacePrice& one : answer.prices()) {
    assignment.prices[places.at(one.place())] = CostOf(one.price());
  }
  for (const v1::UnassignedTask& one : answer.unassigned()) {
    const bool no_choice = one.reason() == v1::UnassignedTask::REASON_NO_CHOICE;
    assignment.unserved.push_back({tasks.at(one.task()), no_choice
                                                             ? assign::WhyUnserved::kNoChoice
                                                             : assign::WhyUnserved::kPlacesFull});
  }
  return assignment;
}

std::vector<std::string> Seating(const v1::AssignResponse& answer) {
  std::vector<std::string> seats;
  for (const v1::AssignedTask& one : answer.assigned()) {
    seats.push_back(absl::StrCat(one.task(), " ", one.place(), " ", one.minutes()));
  }
  return seats;
}

class AssignRpcTest : public testing::Test {
 protected:
  absl::StatusOr<v1::AssignResponse> Ask(const v1::AssignRequest& request,
                                         const clients::CallOptions& who = MatcherHouse::Staff()) {
    return clients::Call(*stub_, &Stub::Assign, request, who);
  }

  MatcherHouse house_{{AWatchedOffer("o1", "repair", {"62361"}),
                       AWatchedOffer("o2", "repair", {"62361", "62028"})}};
  std::unique_ptr<Stub> stub_ = v1::MatcherService::NewStub(house_.channel());
};

TEST_F(AssignRpcTest, ServesMoreThanFirstComeFirstServedAndSaysByHowMuch) {
  const auto answer = Ask(WhereTheFirstShouldGiveWay());
  ASSERT_THAT(answer, IsOk());
  EXPECT_THAT(Seating(*answer), ElementsAre("t1 b 2", "t2 a 5"));
  EXPECT_THAT(answer->unassigned(), IsEmpty());
  EXPECT_EQ(answer->total().minutes(), 7);
  EXPECT_EQ(answer->first_come_total().unserved(), 1);
  EXPECT_EQ(answer->gap().unserved(), 1);
  EXPECT_EQ(answer->bound().DebugString(), answer->total().DebugString());
}

TEST_F(AssignRpcTest, EveryAnswerIsProvedByItsOwnPrices) {
  std::mt19937 random(20261124);
  const auto upto = [&](int most) { return static_cast<int>(random() % (most + 1)); };
  for (int round = 0; round < 30; ++round) {
    v1::AssignRequest request;
    const int places = 1 + upto(5);
    for (int i = 0; i < places; ++i) {
      AddPlace(request, absl::StrCat("p", i), upto(3));
      v1::AssignPlace& place = *request.mutable_places(i);
      for (int n = 0; n < place.capacity() && i % 2 == 0; ++n) place.add_load_costs(n * n);
    }
    for (int t = 0; t < 12; ++t) {
      std::map<std::string, int> choices = {{"p0", upto(60)}};
      for (int i = 1; i < places; ++i) {
        if (upto(1) == 1) choices.emplace(absl::StrCat("p", i), upto(60));
      }
      AddTask(request, absl::StrCat("t", t), choices);
    }
    const auto answer = Ask(request);
    ASSERT_THAT(answer, IsOk());
    const assign::Problem problem = ProblemOf(request);
    EXPECT_THAT(assign::Verify(problem, AssignmentOf(problem, *answer)), IsOk()) << round;
    EXPECT_EQ(answer->bound().DebugString(), answer->total().DebugString());
    EXPECT_GE(CostOf(answer->gap()), assign::Cost{});
  }
}

TEST_F(AssignRpcTest, FindsThePlacesOfNeedsByTheRules) {
  v1::AssignRequest request;
  AddPlace(request, "here", 1, "o1");
  AddPlace(request, "both", 1, "o2");
  AddNeed(request, "frevent", ANeed("62361"));
  AddNeed(request, "anvin", ANeed("62028"));
  const auto answer = Ask(request);
  ASSERT_THAT(answer, IsOk());
  ASSERT_EQ(answer->assigned_size(), 2);
  EXPECT_EQ(answer->assigned(0).task(), "anvin");
  EXPECT_EQ(answer->assigned(0).place(), "both");
  EXPECT_GT(answer->assigned(0).minutes(), 0);
  EXPECT_EQ(answer->assigned(1).place(), "here");
}

TEST_F(AssignRpcTest, SaysWhyATaskHasNoPlace) {
  v1::AssignRequest request;
  AddPlace(request, "here", 1, "o1");
  AddNeed(request, "a-served", ANeed("62361"));
  AddNeed(request, "b-full", ANeed("62361"));
  AddNeed(request, "c-nobody", ANeed("62050"));
  const auto answer = Ask(request);
  ASSERT_THAT(answer, IsOk());
  ASSERT_EQ(answer->unassigned_size(), 2);
  EXPECT_EQ(answer->unassigned(0).reason(), v1::UnassignedTask::REASON_PLACES_FULL);
  EXPECT_EQ(answer->unassigned(1).task(), "c-nobody");
  EXPECT_EQ(answer->unassigned(1).reason(), v1::UnassignedTask::REASON_NO_CHOICE);
  EXPECT_EQ(answer->unassigned(1).blocking_rule(), "ZONE_NOT_SERVED");
}

TEST_F(AssignRpcTest, NamesEveryWrongField) {
  v1::AssignRequest request;
  AddPlace(request, "a", -1);
  AddPlace(request, "a", 2);
  request.mutable_places(1)->add_load_costs(3);
  AddTask(request, "", {{"nowhere", -5}});
  AddTask(request, "t", {});
  AddNeed(request, "n", ANeed("99999"));
  std::vector<std::string> wrong;
  for (const Violation& one : ViolationsOf(Ask(request).status())) wrong.push_back(one.field);
  EXPECT_THAT(wrong,
              ElementsAre("places[0].capacity", "places[1].id", "places[1].load_costs",
                          "tasks[0].id", "tasks[0].choices[0].place", "tasks[0].choices[0].minutes",
                          "tasks[1].choices", "tasks[2].need.residence_commune"));
  EXPECT_THAT(Ask({}), HasReason("FIELDS_INVALID"));
}

TEST_F(AssignRpcTest, IsForStaffAndOperators) {
  EXPECT_THAT(Ask(WhereTheFirstShouldGiveWay(), {.deadline = MatcherHouse::Soon()}),
              HasReason("CREDENTIAL_MISSING"));
}

}  // namespace
}  // namespace entraide::matcher
