// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "absl/strings/string_view.h"
#include "entraide/directory/v1/service_offer.pb.h"
#include "services/directory/domain/civil_time.h"
#include "services/platform/base/violations.h"

namespace entraide::directory {

using WeeklySlots = google::protobuf::RepeatedPtrField<common::v1::WeeklySlot>;
using Exceptions = google::protobuf::RepeatedPtrField<common::v1::ScheduleException>;

// Civil times out of and into the contract; what cannot be read is a violation under `path`.
std::vector<Slot> ReadSlots(const WeeklySlots& proto, absl::string_view path, Violations& found);
std::vector<ScheduleException> ReadExceptions(const Exceptions& proto, absl::string_view path,
                                              Violations& found);
WeeklySlots WriteSlots(const std::vector<Slot>& slots);
Exceptions WriteExceptions(const std::vector<ScheduleException>& exceptions);

// Minutes after midnight; what is no `HH:MM` is a violation of `field`.
int ReadMinute(const std::string& field, absl::string_view text, Violations& found);

}  // namespace entraide::directory
