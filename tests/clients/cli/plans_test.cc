// SPDX-License-Identifier: EUPL-1.2
// Assignments and plans of a day, as people read them.
#include "clients/cli/plans/plans.h"

#include <gmock/gmock.h>

namespace entraide::cli {
namespace {

using matcher::v1::AssignResponse;
using matcher::v1::DayStop;
using matcher::v1::DayTour;
using matcher::v1::PlanDayResponse;
using matcher::v1::UnassignedTask;
using testing::HasSubstr;

AssignResponse AnAssignment() {
  AssignResponse answer;
  auto& one = *answer.add_assigned();
  one.set_task("t1");
  one.set_place("anna");
  one.set_minutes(12);
  answer.mutable_total()->set_minutes(12);
  answer.mutable_bound()->set_minutes(12);
  answer.mutable_first_come_total()->set_unserved(1);
  answer.mutable_gap()->set_unserved(1);
  return answer;
}

TEST(AssignmentText, SaysWhoGoesWhereAndWhatThatIsWorth) {
  EXPECT_EQ(AssignmentText(AnAssignment()),
            "DEMANDE  PLACE  À VIDE\n"
            "t1       anna   12 min\n"
            "En tout : 0 demande sans place, 12 min à vide, charge 0.\n"
            "Preuve : les prix des places montrent que rien ne peut coûter moins.\n"
            "Dans l'ordre d'arrivée : 1 demande sans place, 0 min à vide, charge 0. Tout voir "
            "ensemble donne 1 demande servie de plus.\n");
}

TEST(AssignmentText, SaysWhyATaskHasNoPlace) {
  AssignResponse answer = AnAssignment();
  UnassignedTask& full = *answer.add_unassigned();
  full.set_task("t2");
  full.set_reason(UnassignedTask::REASON_PLACES_FULL);
  UnassignedTask& nobody = *answer.add_unassigned();
  nobody.set_task("t3");
  nobody.set_reason(UnassignedTask::REASON_NO_CHOICE);
  nobody.set_blocking_rule("ZONE_NOT_SERVED");
  const std::string text = AssignmentText(answer);
  EXPECT_THAT(text, HasSubstr("Sans place : t2 (les places possibles sont prises)\n"));
  EXPECT_THAT(text, HasSubstr("Sans place : t3 (personne ne dessert cette commune)\n"));
}

TEST(AssignmentText, DoesNotClaimAProofThatFails) {
  AssignResponse answer = AnAssignment();
  answer.mutable_bound()->set_minutes(11);
  EXPECT_THAT(AssignmentText(answer), HasSubstr("preuve incomplète"));
}

void AddStop(DayTour& tour, DayStop::Kind kind, std::int64_t seconds, int meters) {
  DayStop& stop = *tour.add_stops();
  stop.set_kind(kind);
  stop.set_commune("62361");
  if (kind == DayStop::KIND_PICKUP) stop.set_leg("l1");
  for (auto* time :
       {stop.mutable_arrive_time(), stop.mutable_begin_time(), stop.mutable_leave_time()}) {
    time->set_seconds(seconds);
  }
  stop.set_distance_meters(meters);
}

TEST(DayText, TellsADriversDayByTheClockOfParis) {
  PlanDayResponse plan;
  DayTour& tour = *plan.add_tours();
  tour.set_driver("anna");
  AddStop(tour, DayStop::KIND_LEAVE_HOME, 1'801'551'600, 0);
  AddStop(tour, DayStop::KIND_PICKUP, 1'801'552'200, 7'460);
  plan.mutable_totals()->set_distance_meters(7'460);
  plan.mutable_totals()->set_unassigned_count(1);
  auto& left = *plan.add_unassigned();
  left.set_leg("l2");
  left.set_reason("BUSY");
  EXPECT_EQ(DayText(plan, {{"62361", "Frévent"}}),
            "CONDUCTEUR  HEURE                    TRAJET  OÙ       ROULÉ\n"
            "anna        08:00  part de chez soi          Frévent  0,0 km\n"
            "anna        08:10  prend             l1      Frévent  7,5 km\n"
            "Sans conducteur : l2 (les conducteurs possibles sont pris par d'autres trajets)\n"
            "En tout : 7,5 km, 1 trajet sans conducteur.\n");
}

}  // namespace
}  // namespace entraide::cli
