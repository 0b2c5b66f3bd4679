// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "matcher/engine/match.h"

namespace entraide::matcher {

// A territory, its offers and needs, as a coordinator would write them down; a line each, and what
// one line says first is what it is about:
//
//   now     2027-01-28 10:00
//   commune anvin at 50.445 2.257
//   offer   bonne-route volunteer-ride in anvin serves anvin,hesdin open mon-fri 08:00-18:00
//   need    n1 volunteer-ride from anvin to hesdin on 2027-02-01 09:00-10:00
//
// `offer` NAME KIND, then any of:
//   of ORGANIZATION; in COMMUNE (where it stands); serves COMMUNE,...|everywhere
//   zone pickup|dropoff|both|either|residence; purposes P,...; meets NEED,...; approved A,...
//   listing published|suspended|hidden; until DATE; update current|advised|required
//   for residents|professionals|both; eligible FACT=V/V+FACT!=V,... (a comma is "or", a plus "and")
//   open DAY[-DAY] HH:MM-HH:MM; closed DATE..DATE; opens DATE HH:MM-HH:MM; holidays open
//   notice HOURS; last DAYS-BEFORE HH:MM; horizon DAYS; counting business-days
//   intake open|waitlist|assessment|closed; left UNIT=N; seats N; minors accepted
//   member at-first-use|before; costs free|CENTS/flat|CENTS/km|CENTS/hour|CENTS/day
//   quality 0.8; shown elsewhere
// `need` NAME KIND, then any of:
//   at COMMUNE (residence); from COMMUNE; to COMMUNE; for PURPOSE; on DATE HH:MM-HH:MM
//   needs NEED,...; knows FACT=V/V,... (no value: declined to say); filed by-prescriber
//   passengers N; minor alone; approval needed; insurance yes|no; excluding OFFER,...
class TextWorld {
 public:
  // A line that cannot be read fails the running test and is skipped.
  explicit TextWorld(absl::string_view text);

  MatchResult Ask(const std::string& need) const;

  // Of those who can: the names, best first.
  std::vector<std::string> Ranking(const std::string& need) const;
  std::string BestFor(const std::string& need) const;  // "nobody" if nobody can.

  // "" if it can; "NEEDS_INFO" if that depends; else the code of the first rule that refuses.
  std::string WhyNot(const std::string& need, const std::string& offer) const;

  // "" unless nobody can or could.
  std::string BlockingRule(const std::string& need) const;

  CommuneIndex CommuneNamed(const std::string& name) const;
  const World& world() const { return world_; }
  absl::Time now() const { return now_; }

 private:
  absl::Time now_{};
  std::map<std::string, Need> needs_{};
  World world_;
};

// 2027-02-01 09:00 by the clock of Paris.
absl::Time At(absl::string_view date_and_clock);

}  // namespace entraide::matcher
