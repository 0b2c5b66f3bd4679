// SPDX-License-Identifier: EUPL-1.2
#include "services/homehelp/convert.h"

#include "services/request/convert.h"

namespace entraide::homehelp {

VisitDetails ParseVisit(const v1::VisitDetails& proto, Violations& violations) {
  VisitDetails details{.duration_minutes = proto.duration_minutes(),
                       .dependent_person = proto.dependent_person(),
                       .child_under_three = proto.child_under_three()};
  if (proto.has_start_time()) {
    details.start_time = request::ParseTime(proto.start_time());
    if (!details.start_time.has_value()) {
      violations.Add("details.start_time", "MALFORMED", "an instant of the calendar");
    }
  }
  if (v1::Mode_IsValid(proto.mode())) {
    details.mode = static_cast<Mode>(proto.mode());
  } else {
    violations.Add("details.mode", "UNKNOWN_VALUE", "a value of Mode");
  }
  return details;
}

v1::VisitDetails ToProto(const VisitDetails& details) {
  v1::VisitDetails proto;
  if (details.start_time.has_value()) {
    *proto.mutable_start_time() = request::ToProto(*details.start_time);
  }
  proto.set_duration_minutes(details.duration_minutes);
  proto.set_mode(static_cast<v1::Mode>(details.mode));
  proto.set_dependent_person(details.dependent_person);
  proto.set_child_under_three(details.child_under_three);
  return proto;
}

}  // namespace entraide::homehelp
