// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "services/request/filing_desk.h"
#include "services/rides/ride_trade.h"
#include "tests/services/rides/rides_house.h"

namespace entraide::rides {

using Filed = request::Filed<RideTrade>;

inline std::string FiledId(int number) {
  return absl::StrFormat("00000000-0000-4000-8000-%012d", number);
}

// Ride `number`, asked for with request id `asked`.
inline Filed AFiling(int number, int asked) {
  Filed filed;
  Filed::Part& part = filed.parts.emplace_back();
  v1::CreateRideRequest request;
  request.set_request_id(FiledId(asked));
  filed.question = *rpc::AskedBy("person:p1", "/rides/Create", FiledId(asked), request);
  part.request.task = request::ATask();
  part.request.task.request.id = request::RequestId(FiledId(number));
  part.request.task.lines = {{.time = kNow,
                              .role = request::Role::kRequester,
                              .action = "create",
                              .state = request::State::kSubmitted}};
  part.request.tracking_hash = absl::StrFormat("%032d", number);
  filed.contact = {.display_name = "Jeanne", .phone = "+33612345678"};
  part.details = {.purpose = "shopping",
                  .pickup_commune = "62361",
                  .dropoff_commune = "62028",
                  .pickup_time = kPickup};
  filed.answer.mutable_ride()->set_name(absl::StrCat("rides/", FiledId(number)));
  filed.deadline = Soon();
  return filed;
}

}  // namespace entraide::rides
