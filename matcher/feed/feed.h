// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <grpcpp/client_context.h>

#include <memory>
#include <string>
#include <thread>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "absl/synchronization/notification.h"
#include "entraide/directory/v1/directory_service.grpc.pb.h"
#include "matcher/feed/catalog.h"
#include "matcher/feed/view.h"

namespace entraide::matcher {

// Keeps a View current from DirectoryService.WatchOffers, on a thread of its own, until it dies. A
// broken stream is opened again from the last resume token; without one, or if the directory no
// longer knows it, from a new snapshot.
class Feed {
 public:
  // `service` is the name under which the directory is called: matcher or coverage.
  Feed(std::shared_ptr<grpc::ChannelInterface> directory, std::string service, Travel travel);
  ~Feed();
  Feed(const Feed&) = delete;
  Feed& operator=(const Feed&) = delete;

  // The territory as last told; null until the first snapshot is complete. Readers never wait for a
  // change.
  std::shared_ptr<const View> Current() const;

  // Waits for the first snapshot; false if it is not complete by `deadline`.
  bool AwaitFirst(absl::Time deadline) const;

 private:
  void Run();
  // Reads one stream to its end; true if it told anything.
  bool Follow();
  void Take(const directory::v1::WatchOffersResponse& step);

  std::unique_ptr<directory::v1::DirectoryService::Stub> stub_;
  const std::string service_;
  Catalog catalog_;             // Of the reading thread.
  std::string resume_token_{};  // Likewise; empty: ask for a snapshot.
  bool in_snapshot_ = true;     // Likewise.
  bool told_more_ = false;      // Likewise: than the current view knows.
  mutable absl::Mutex mutex_;   // Guards what other threads look at.
  std::shared_ptr<const View> current_ ABSL_GUARDED_BY(mutex_);
  grpc::ClientContext* context_ ABSL_GUARDED_BY(mutex_) = nullptr;  // Of the running stream.
  absl::Notification stop_;
  std::thread thread_;
};

}  // namespace entraide::matcher
