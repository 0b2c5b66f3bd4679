// SPDX-License-Identifier: EUPL-1.2
#include "services/garage/fleet_service.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/garage/convert_progress.h"
#include "services/garage/convert_vehicle.h"
#include "services/garage/store/loan_store.h"
#include "services/garage/store/vehicle_store.h"
#include "services/garage/store/workshop_store.h"
#include "services/platform/base/status.h"
#include "services/platform/base/uuid.h"
#include "services/platform/rpc/page.h"
#include "services/platform/rpc/unary.h"
#include "services/request/domain/paris.h"
#include "services/request/steps.h"

namespace entraide::garage {
namespace {

constexpr int kMostDays = 92;

std::string MethodOf(absl::string_view rpc) {
  return absl::StrCat("/entraide.garage.v1.FleetService/", rpc);
}

request::OrganizationId OwnOf(const rpc::Call& call) {
  return request::OrganizationId(call.caller.organization);
}

absl::Status CheckRevision(std::int64_t revision, absl::string_view etag) {
  if (etag.empty() || etag == absl::StrCat(revision)) return absl::OkStatus();
  return WithReason(absl::AbortedError("it changed meanwhile"), "CHANGED_MEANWHILE");
}

// Civil days, both included.
struct Days {
  absl::CivilDay first{};
  absl::CivilDay last{};
};

template <typename Request>
absl::StatusOr<Days> DaysOf(const Request& request) {
  Violations violations;
  const std::optional<absl::CivilDay> first = request::ParseDay(request.first_date());
  const std::optional<absl::CivilDay> last = request::ParseDay(request.last_date());
  if (!first.has_value()) violations.Add("first_date", "MALFORMED", "YYYY-MM-DD");
  if (!last.has_value()) violations.Add("last_date", "MALFORMED", "YYYY-MM-DD");
  if (violations.empty() && (*last < *first || *last - *first >= kMostDays)) {
    violations.Add("last_date", "OUT_OF_RANGE", "1 to 92 days");
  }
  RETURN_IF_ERROR(violations.ToStatus());
  return Days{.first = *first, .last = *last};
}

}  // namespace

grpc::Status FleetService::ListVehicles(Context context, const v1::ListVehiclesRequest* request,
                                        v1::ListVehiclesResponse* response) {
  const auto list = [&](const rpc::Call& call) -> absl::StatusOr<v1::ListVehiclesResponse> {
    ASSIGN_OR_RETURN(const rpc::Page page, rpc::PageOf(*request, 2));
    ASSIGN_OR_RETURN(const request::Stretch stretch, request::StretchOf(page));
    ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::BeginSnapshot(pool_, call.deadline));
    ASSIGN_OR_RETURN(const std::vector<Vehicle> vehicles,
                     garage::ListVehicles(tx, call.caller.organization, stretch));
    v1::ListVehiclesResponse listed;
    const std::size_t size = std::min(vehicles.size(), static_cast<std::size_t>(page.size));
    for (std::size_t i = 0; i < size; ++i) *listed.add_vehicles() = ToProto(vehicles[i]);
    if (size < vehicles.size()) {
      const Vehicle& last = vehicles[size - 1];
      listed.set_next_page_token(
          rpc::NextPageToken(*request, request::SortKey(last.create_time, last.id.value())));
    }
    return listed;
  };
  return rpc::Unary(gate_, *context, MethodOf("ListVehicles"), *request, response, list);
}

grpc::Status FleetService::CreateVehicle(Context context, const v1::CreateVehicleRequest* request,
                                         v1::Vehicle* response) {
  const auto create = [&](const rpc::Call& call,
                          pg::Transaction& tx) -> absl::StatusOr<v1::Vehicle> {
    Violations violations;
    Vehicle vehicle = CheckVehicle(ParseVehicle(request->vehicle(), violations), violations);
    RETURN_IF_ERROR(violations.ToStatus());
    vehicle.id = VehicleId(NewUuid());
    vehicle.organization = call.caller.organization;
    vehicle.create_time = call.now;
    vehicle.update_time = call.now;
    ASSIGN_OR_RETURN(const Vehicle stored, InsertVehicle(tx, std::move(vehicle)));
    return ToProto(stored);
  };
  return rpc::Mutate(gate_, pool_, *context, MethodOf("CreateVehicle"), *request, response, create);
}

grpc::Status FleetService::UpdateVehicle(Context context, const v1::UpdateVehicleRequest* request,
                                         v1::Vehicle* response) {
  const auto update = [&](const rpc::Call& call,
                          pg::Transaction& tx) -> absl::StatusOr<v1::Vehicle> {
    Violations violations;
    Vehicle vehicle = CheckVehicle(ParseVehicle(request->vehicle(), violations), violations);
    RETURN_IF_ERROR(violations.ToStatus());
    ASSIGN_OR_RETURN(vehicle.id, ParseVehicleName(request->vehicle().name(),
                                                  call.caller.organization, "vehicle.name"));
    ASSIGN_OR_RETURN(const Vehicle before, LockVehicle(tx, call.caller.organization, vehicle.id));
    RETURN_IF_ERROR(CheckRevision(before.revision, request->vehicle().etag()));
    vehicle.organization = before.organization;
    vehicle.revision = before.revision;
    vehicle.update_time = call.now;
    ASSIGN_OR_RETURN(const Vehicle stored, SaveVehicle(tx, std::move(vehicle)));
    return ToProto(stored);
  };
  return rpc::Mutate(gate_, pool_, *context, MethodOf("UpdateVehicle"), *request, response, update);
}

grpc::Status FleetService::ListVehicleUses(Context context,
                                           const v1::ListVehicleUsesRequest* request,
                                           v1::ListVehicleUsesResponse* response) {
  const auto list = [&](const rpc::Call& call) -> absl::StatusOr<v1::ListVehicleUsesResponse> {
    ASSIGN_OR_RETURN(const Days days, DaysOf(*request));
    ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::BeginSnapshot(pool_, call.deadline));
    ASSIGN_OR_RETURN(const std::vector<VehicleUse> uses,
                     garage::ListVehicleUses(tx, OwnOf(call), days.first, days.last));
    v1::ListVehicleUsesResponse listed;
    for (const VehicleUse& use : uses) {
      v1::VehicleUse& proto = *listed.add_uses();
      proto.set_vehicle(VehicleNameOf(call.caller.organization, use.vehicle));
      proto.set_job(absl::StrCat("jobs/", use.request.value()));
      proto.set_first_date(absl::FormatCivilTime(use.first_day));
      proto.set_last_date(absl::FormatCivilTime(use.last_day));
      proto.set_is_out(use.is_out);
    }
    return listed;
  };
  return rpc::Unary(gate_, *context, MethodOf("ListVehicleUses"), *request, response, list);
}

grpc::Status FleetService::GetWorkshop(Context context, const v1::GetWorkshopRequest* request,
                                       v1::Workshop* response) {
  const auto read = [&](const rpc::Call& call) -> absl::StatusOr<v1::Workshop> {
    ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::BeginSnapshot(pool_, call.deadline));
    ASSIGN_OR_RETURN(const Workshop workshop, LoadWorkshop(tx, OwnOf(call)));
    return ToProto(workshop);
  };
  return rpc::Unary(gate_, *context, MethodOf("GetWorkshop"), *request, response, read);
}

grpc::Status FleetService::UpdateWorkshop(Context context, const v1::UpdateWorkshopRequest* request,
                                          v1::Workshop* response) {
  const auto update = [&](const rpc::Call& call,
                          pg::Transaction& tx) -> absl::StatusOr<v1::Workshop> {
    Violations violations;
    Workshop workshop = ParseWorkshop(request->workshop(), violations);
    CheckWorkshop(workshop, violations);
    RETURN_IF_ERROR(violations.ToStatus());
    ASSIGN_OR_RETURN(const Workshop before, LockWorkshop(tx, OwnOf(call)));
    RETURN_IF_ERROR(CheckRevision(before.revision, request->workshop().etag()));
    workshop.revision = before.revision;
    ASSIGN_OR_RETURN(const Workshop stored, SaveWorkshop(tx, OwnOf(call), workshop));
    return ToProto(stored);
  };
  return rpc::Mutate(gate_, pool_, *context, MethodOf("UpdateWorkshop"), *request, response,
                     update);
}

grpc::Status FleetService::ListBookings(Context context, const v1::ListBookingsRequest* request,
                                        v1::ListBookingsResponse* response) {
  const auto list = [&](const rpc::Call& call) -> absl::StatusOr<v1::ListBookingsResponse> {
    ASSIGN_OR_RETURN(const Days days, DaysOf(*request));
    ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::BeginSnapshot(pool_, call.deadline));
    ASSIGN_OR_RETURN(
        const std::vector<Booking> bookings,
        garage::ListBookings(tx, OwnOf(call), absl::FromCivil(days.first, request::Paris()),
                             absl::FromCivil(days.last + 1, request::Paris())));
    v1::ListBookingsResponse listed;
    for (const Booking& booking : bookings) {
      v1::Booking& proto = *listed.add_bookings();
      proto.set_job(absl::StrCat("jobs/", booking.request.value()));
      *proto.mutable_appointment() = ToProto(booking.appointment);
    }
    return listed;
  };
  return rpc::Unary(gate_, *context, MethodOf("ListBookings"), *request, response, list);
}

}  // namespace entraide::garage
