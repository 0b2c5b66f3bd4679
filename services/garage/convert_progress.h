// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "absl/strings/string_view.h"
#include "entraide/garage/v1/progress.pb.h"
#include "services/garage/domain/progress.h"

namespace entraide::garage {

v1::Appointment ToProto(const Appointment& appointment);
v1::JobReport ToProto(const Report& report);
// `organization` holds the job, and owns what it lends.
v1::JobProgress ToProto(const Progress& progress, absl::string_view organization);

}  // namespace entraide::garage
