// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "matcher/engine/match.h"
#include "matcher/engine/trial.h"

namespace entraide::matcher {

// A territory, its offers and needs, as a coordinator would write them down; a line each, and what
// one line says first is what it is about:
//
//   now     2027-01-28 10:00
//   commune anvin at 50.445 2.257 unit 0      (unit: persons of its urban unit; hub yes)
//   offer   bonne-route volunteer-ride in anvin serves anvin,hesdin open mon-fri 08:00-18:00
//   need    n1 volunteer-ride from anvin to hesdin on 2027-02-01 09:00-10:00
//
//   volunteer  marie le-lien at anvin car 3
//   commitment t1 bonne-route of marie from anvin to hesdin on 2027-02-01 09:00-10:00
//   setting margin MINUTES; setting radius KM; setting outdated shown
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
//   quality 0.8; shown elsewhere; has UNIT=N (maximum); as-of DATE HH:MM (of the capacity before)
//   dispatch direct; papers DOCUMENT,...; legal off|warn|block; modes M,...
//   asked DATE HH:MM; answers ASKED/ANSWERED/PROCESSED HOURS; alone-for N
// `need` NAME KIND, then any of:
//   at COMMUNE (residence); from COMMUNE; to COMMUNE; for PURPOSE; on DATE HH:MM-HH:MM
//   needs NEED,...; knows FACT=V/V,... (no value: declined to say); filed by-prescriber
//   passengers N; minor alone; approval needed; insurance yes|no; excluding OFFER,...
//   excluding-volunteers V,...; declined OFFER[/V] REVISION; widened REVISION; met ORG[/V] DATE
//   task NAME; mode M; driver waits; other-leg DATE HH:MM-HH:MM; wished DATE; sharing ok
//   child-seats BABY/TODDLER/BOOSTER; prefers P,...
// `volunteer` NAME ORGANIZATION, then any of:
//   admission STATE; also-of ORGANIZATION; helps-with KIND,...; at COMMUNE; goes COMMUNE,...;
//   radius KM free DAY[-DAY] HH:MM-HH:MM; extra DATE HH:MM-HH:MM; leave DATE..DATE holds
//   DOCUMENT=DATE|forever|unknown,...; skills S,...; car SEATS; ramp fitted; boot large child-seats
//   BABY/TODDLER/BOOSTER; owner volunteer|organization|lent max-km N; max-trips N; max-hours N;
//   rests DAY; wish N asked DATE HH:MM; answers ASKED/ANSWERED/PROCESSED HOURS; alone-for N
// `commitment` TASK OFFER, then any of:
//   of VOLUNTEER; on DATE HH:MM-HH:MM; days DATE DATE; takes UNIT; from COMMUNE; to COMMUNE
//   shares SEATS; made DATE HH:MM
class TextWorld {
 public:
  // A line that cannot be read fails the running test and is skipped.
  explicit TextWorld(absl::string_view text);

  MatchResult Ask(const std::string& need) const;

  // Of those who can: the names, best first.
  std::vector<std::string> Ranking(const std::string& need) const;
  std::string BestFor(const std::string& need) const;  // "nobody" if nobody can.

  // Of an offer, or "offer/volunteer": "" if it can; "NEEDS_INFO" if that depends; else the code of
  // the first rule that refuses.
  std::string WhyNot(const std::string& need, const std::string& candidate) const;
  Trial TrialOf(const std::string& need, const std::string& candidate) const;

  // The value of a term, -1 where it does not apply.
  int TermOf(const std::string& need, const std::string& candidate, absl::string_view name) const;

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
