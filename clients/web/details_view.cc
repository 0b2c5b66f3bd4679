// SPDX-License-Identifier: EUPL-1.2
#include "clients/web/details_view.h"

#include "absl/strings/str_cat.h"
#include "clients/web/format.h"
#include "clients/web/messages.h"

namespace entraide::web {
namespace {

struct Describe {
  CommuneNames& communes;
  std::vector<View>& lines;

  void operator()(const rides::v1::RideDetails& ride) const {
    AddLine(lines, Message("line_from"), communes.Of(ride.pickup_commune()));
    AddLine(lines, Message("line_to"), communes.Of(ride.dropoff_commune()));
    AddLine(lines, Message("line_departure"), Moment(ride.pickup_time()));
    AddLine(lines, Message("line_return"),
            ride.has_return_time() ? Moment(ride.return_time()) : "");
    AddLine(lines, Message("line_purpose"),
            ride.purpose().empty() ? "" : Word("purpose", ride.purpose()));
    AddLine(lines, Message("line_passengers"), absl::StrCat(std::max(1, ride.passenger_count())));
    AddLine(lines, Message("line_minor"), ride.minor_alone() ? Message("yes") : "");
  }
  void operator()(const garage::v1::JobDetails& job) const {
    AddLine(lines, Message("line_vehicle"),
            job.vehicle_class().empty() ? "" : Word("vehicle_class", job.vehicle_class()));
    AddLine(lines, Message("line_model"), job.vehicle_model());
    AddLine(lines, Message("line_symptoms"), job.symptoms());
    if (job.drivable() != garage::v1::DRIVABLE_UNSPECIFIED) {
      AddLine(lines, Message("line_drivable"),
              Message(job.drivable() == garage::v1::DRIVABLE_YES ? "yes" : "no"));
    }
    const auto day = ParseDay(job.needed_by_date());
    AddLine(lines, Message("line_needed_by"), day.has_value() ? FormatDay(*day) : "");
  }
  void operator()(const homehelp::v1::VisitDetails& visit) const {
    AddLine(lines, Message("line_wished"),
            visit.has_start_time() ? Moment(visit.start_time()) : Message("any_day"));
    AddLine(lines, Message("line_duration"),
            visit.duration_minutes() > 0 ? FormatMinutes(visit.duration_minutes()) : "");
    AddLine(lines, Message("line_dependent"), visit.dependent_person() ? Message("yes") : "");
    AddLine(lines, Message("line_under_three"), visit.child_under_three() ? Message("yes") : "");
  }
};

}  // namespace

void AddLine(std::vector<View>& lines, absl::string_view label, absl::string_view value) {
  if (value.empty()) return;
  View line;
  line.Text("label", label).Text("value", value);
  lines.push_back(std::move(line));
}

absl::Time ToTime(const google::protobuf::Timestamp& timestamp) {
  return absl::FromUnixSeconds(timestamp.seconds()) + absl::Nanoseconds(timestamp.nanos());
}

std::string Moment(const google::protobuf::Timestamp& timestamp) {
  return timestamp.seconds() == 0 ? std::string() : FormatMoment(ToTime(timestamp));
}

std::vector<View> DetailsView(const clients::Details& details, CommuneNames& communes) {
  std::vector<View> lines;
  std::visit(Describe{communes, lines}, details);
  return lines;
}

}  // namespace entraide::web
