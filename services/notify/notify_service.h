// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "entraide/notify/v1/notify_service.grpc.pb.h"
#include "services/notify/links.h"
#include "services/platform/pg/pool.h"
#include "services/platform/rpc/gate.h"

namespace entraide::notify {

// Serves entraide.notify.v1.NotifyService. All of it outlives it; `pool` is
// of schema `notify`.
class NotifyService final : public v1::NotifyService::Service {
 public:
  using Context = grpc::ServerContext*;
  NotifyService(const rpc::Gate& gate, pg::Pool& pool, const Links& links)
      : gate_(gate), pool_(pool), links_(links) {}

  grpc::Status Announce(Context context, const v1::AnnounceRequest* request,
                        v1::AnnounceResponse* response) override;
  grpc::Status FollowLink(Context context, const v1::FollowLinkRequest* request,
                          v1::FollowLinkResponse* response) override;
  grpc::Status ListMessages(Context context, const v1::ListMessagesRequest* request,
                            v1::ListMessagesResponse* response) override;
  grpc::Status ReplayMessage(Context context, const v1::ReplayMessageRequest* request,
                             v1::Message* response) override;

 private:
  const rpc::Gate& gate_;
  pg::Pool& pool_;
  const Links& links_;
};

}  // namespace entraide::notify
