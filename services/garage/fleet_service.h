// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "entraide/garage/v1/fleet_service.grpc.pb.h"
#include "services/platform/pg/pool.h"
#include "services/platform/rpc/gate.h"

namespace entraide::garage {

// Serves entraide.garage.v1.FleetService.
class FleetService final : public v1::FleetService::Service {
 public:
  using Context = grpc::ServerContext*;
  // `gate` and `pool`, of the garage's schema, outlive it.
  FleetService(const rpc::Gate& gate, pg::Pool& pool) : gate_(gate), pool_(pool) {}

  grpc::Status ListVehicles(Context context, const v1::ListVehiclesRequest* request,
                            v1::ListVehiclesResponse* response) override;
  grpc::Status CreateVehicle(Context context, const v1::CreateVehicleRequest* request,
                             v1::Vehicle* response) override;
  grpc::Status UpdateVehicle(Context context, const v1::UpdateVehicleRequest* request,
                             v1::Vehicle* response) override;
  grpc::Status ListVehicleUses(Context context, const v1::ListVehicleUsesRequest* request,
                               v1::ListVehicleUsesResponse* response) override;
  grpc::Status GetWorkshop(Context context, const v1::GetWorkshopRequest* request,
                           v1::Workshop* response) override;
  grpc::Status UpdateWorkshop(Context context, const v1::UpdateWorkshopRequest* request,
                              v1::Workshop* response) override;
  grpc::Status ListBookings(Context context, const v1::ListBookingsRequest* request,
                            v1::ListBookingsResponse* response) override;

 private:
  const rpc::Gate& gate_;
  pg::Pool& pool_;
};

}  // namespace entraide::garage
