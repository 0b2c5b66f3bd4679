// SPDX-License-Identifier: EUPL-1.2
#include "services/garage/convert.h"

namespace entraide::garage {

JobDetails ParseJob(const v1::JobDetails& proto, Violations& violations) {
  JobDetails details{.vehicle_class = proto.vehicle_class(),
                     .symptoms = proto.symptoms(),
                     .vehicle_model = proto.vehicle_model(),
                     .needed_by = proto.needed_by_date(),
                     .prescription_until = proto.prescription_until_date()};
  if (v1::Drivable_IsValid(proto.drivable())) {
    details.drivable = static_cast<Drivable>(proto.drivable());
  } else {
    violations.Add("details.drivable", "UNKNOWN_VALUE", "a value of Drivable");
  }
  return details;
}

v1::JobDetails ToProto(const JobDetails& details) {
  v1::JobDetails proto;
  proto.set_vehicle_class(details.vehicle_class);
  proto.set_symptoms(details.symptoms);
  proto.set_vehicle_model(details.vehicle_model);
  proto.set_drivable(static_cast<v1::Drivable>(details.drivable));
  proto.set_needed_by_date(details.needed_by);
  proto.set_prescription_until_date(details.prescription_until);
  return proto;
}

}  // namespace entraide::garage
