// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "matcher/dayplan/check/violations.h"

namespace entraide::matcher::dayplan {

// Whether a tour names only things that the day has, and runs from home to home; where it does not,
// nothing else can be checked of it.
bool TourMakesSense(const Day& day, const Tour& tour, Violations& violations);

// Places, times, metres, availability and the tour's own sums, stop by stop.
void CheckTourTimes(const Day& day, const Tour& tour, Violations& violations);

// Who is aboard: order, seats, company, length of rides, limits of the driver for each trip.
void CheckTourRides(const Day& day, const Tour& tour, Violations& violations);

}  // namespace entraide::matcher::dayplan
