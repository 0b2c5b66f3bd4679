// SPDX-License-Identifier: EUPL-1.2
#include "absl/strings/str_split.h"
#include "tests/matcher/text_fields.h"
#include "tests/matcher/text_lines.h"
#include "tests/matcher/text_world.h"

namespace entraide::matcher {
namespace {

using W = const Arguments&;

void AddFreeHours(Volunteer& volunteer, W words) {
  const std::vector<WeeklySlot> slots = Slots(words[0], words[1]);
  std::vector<WeeklySlot>& weekly = volunteer.availability.weekly;
  weekly.insert(weekly.end(), slots.begin(), slots.end());
}

void AddLeave(Volunteer& volunteer, W words) {
  const DatedException dates = Closure(words[0]);
  volunteer.availability.leave.push_back({dates.first_day, dates.last_day});
}

// kind=2027-02-01, kind=forever or kind=unknown
void AddDocuments(Volunteer& volunteer, W words) {
  for (const std::string& text : List(words[0])) {
    const std::pair<std::string, std::string> parts = absl::StrSplit(text, '=');
    Document document{.kind = parts.first};
    if (parts.second == "forever") document.valid_until = absl::CivilDay::max();
    if (parts.second != "forever" && parts.second != "unknown") {
      document.valid_until = Date(parts.second);
    }
    volunteer.documents.push_back(document);
  }
}

Car& CarOf(Volunteer& volunteer) {
  if (!volunteer.car.has_value()) volunteer.car.emplace();
  return *volunteer.car;
}

const std::map<std::string, Admission::State> kAdmissions = {
    {"pending", Admission::State::kPending},
    {"accepted", Admission::State::kAccepted},
    {"suspended", Admission::State::kSuspended},
    {"refused", Admission::State::kRefused},
    {"ended", Admission::State::kEnded}};
const std::map<std::string, Car::Owner> kOwners = {{"volunteer", Car::Owner::kVolunteer},
                                                   {"organization", Car::Owner::kOrganization},
                                                   {"lent", Car::Owner::kLentToOrganization}};

const Grammar<Volunteer> kGrammar = {
    {"admission", {1, [](Volunteer& v, W w) { v.admissions[0].state = OneOf(kAdmissions, w[0]); }}},
    {"also-of",
     {1,
      [](Volunteer& v, W w) {
        v.admissions.push_back({{w[0]}, Admission::State::kAccepted});
      }}},
    {"helps-with", {1, [](Volunteer& v, W w) { v.kinds = List(w[0]); }}},
    {"at", {1, [](Volunteer& v, W w) { v.home = w.CommuneNamed(w[0]); }}},
    {"goes", {1, [](Volunteer& v, W w) { v.communes = w.CommunesNamed(w[0]); }}},
    {"radius", {1, [](Volunteer& v, W w) { v.radius_km = Number(w[0]); }}},
    {"free", {2, AddFreeHours}},
    {"extra",
     {2,
      [](Volunteer& v, W w) {
        v.availability.extra.push_back({Date(w[0]), Hours(w[1])});
      }}},
    {"leave", {1, AddLeave}},
    {"holds", {1, AddDocuments}},
    {"car", {1, [](Volunteer& v, W w) { CarOf(v).seats = Number(w[0]); }}},
    {"child-seats", {1, [](Volunteer& v, W w) { CarOf(v).child_seats = ChildSeatsOf(w[0]); }}},
    {"ramp", {1, [](Volunteer& v, W) { CarOf(v).ramp = true; }}},
    {"boot", {1, [](Volunteer& v, W) { CarOf(v).boot = true; }}},
    {"owner", {1, [](Volunteer& v, W w) { CarOf(v).owner = OneOf(kOwners, w[0]); }}},
    {"skills", {1, [](Volunteer& v, W w) { v.skills = List(w[0]); }}},
    {"max-km", {1, [](Volunteer& v, W w) { v.limits.max_km_per_trip = Number(w[0]); }}},
    {"max-trips", {1, [](Volunteer& v, W w) { v.limits.max_trips_per_week = Number(w[0]); }}},
    {"max-hours", {1, [](Volunteer& v, W w) { v.limits.max_hours_per_week = Number(w[0]); }}},
    {"rests", {1, [](Volunteer& v, W w) { v.limits.rest_days.push_back(Day(w[0])); }}},
    {"wish", {1, [](Volunteer& v, W w) { v.wish_per_30_days = Number(w[0]); }}},
    {"asked", {2, [](Volunteer& v, W w) { v.record.last_asked = At(w[0] + " " + w[1]); }}},
    {"answers", {2, [](Volunteer& v, W w) { v.record.reactivity = ReactivityOf(w[0], w[1]); }}},
    {"alone-for", {1, [](Volunteer& v, W w) { v.record.tasks_only_it_serves = Number(w[0]); }}},
};

void LastFrom(Commitment& commitment, W words) {
  commitment.span = {At(words[0] + " 00:00"), At(words[1] + " 24:00")};
}

const Grammar<Commitment> kCommitments = {
    {"of", {1, [](Commitment& c, W w) { c.volunteer = VolunteerId{w[0]}; }}},
    {"on", {2, [](Commitment& c, W w) { c.span = SpanOn(w[0], w[1]); }}},
    {"days", {2, LastFrom}},
    {"takes", {1, [](Commitment& c, W w) { c.unit = w[0]; }}},
    {"from", {1, [](Commitment& c, W w) { c.from = w.CommuneNamed(w[0]); }}},
    {"to", {1, [](Commitment& c, W w) { c.to = w.CommuneNamed(w[0]); }}},
    {"shares", {1, [](Commitment& c, W w) { c.shareable = Load{.seats = Number(w[0])}; }}},
    {"made", {2, [](Commitment& c, W w) { c.made = At(w[0] + " " + w[1]); }}},
};

}  // namespace

Volunteer ReadVolunteer(const Words& line, const Communes& communes) {
  Volunteer volunteer{.id = {line[1]}, .admissions = {{{line[2]}, Admission::State::kAccepted}}};
  return ReadKeywords(std::move(volunteer), line, kGrammar, communes);
}

Commitment ReadCommitment(const Words& line, const Communes& communes) {
  Commitment commitment{.task = line[1], .offer = {line[2]}};
  return ReadKeywords(std::move(commitment), line, kCommitments, communes);
}

}  // namespace entraide::matcher
