// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "clients/cli/explain/sentences.h"
#include "entraide/matcher/v1/matcher_service.pb.h"
#include "entraide/matcher/v1/plan_day.pb.h"

// Assignments and plans of a day, as tables and sentences.
namespace entraide::cli {

std::string AssignmentText(const matcher::v1::AssignResponse& answer);

// `names` of the communes on the way.
std::string DayText(const matcher::v1::PlanDayResponse& plan, const CommuneNames& names);
void AddCommunesOf(const matcher::v1::PlanDayResponse& plan, CommuneNames& names);

}  // namespace entraide::cli
