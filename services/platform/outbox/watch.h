// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <grpcpp/server_context.h>
#include <grpcpp/support/server_callback.h>

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "services/platform/base/status.h"
#include "services/platform/outbox/changes.h"
#include "services/platform/outbox/outbox.h"
#include "services/platform/outbox/watch_reactor.h"
#include "services/platform/rpc/gate.h"

namespace entraide::outbox {

// What a stream tells. Both functions run on the feed's thread, in a REPEATABLE READ transaction.
template <typename Response>
struct WatchSource {
  std::string method{};               // `/package.Service/Method`
  std::vector<std::string> topics{};  // Whose events say what changed; a key is of one of them.
  // Everything there is; the last message says that the snapshot is complete.
  std::function<absl::StatusOr<std::vector<Response>>(pg::Transaction&)> snapshot{};
  // What the things under these keys are now; a key may yield no message.
  std::function<absl::StatusOr<std::vector<Response>>(pg::Transaction&,
                                                      const std::vector<std::string>&)>
      changes{};
};

struct WatchLimits {
  absl::Duration pause = absl::Milliseconds(200);  // Between two looks at the outbox.
  absl::Duration beat = absl::Seconds(15);         // A message that says only where to resume.
  absl::Duration patience = absl::Seconds(30);     // For a reader who does not read.
  int batch = 100;                                 // Events read at once.
  std::size_t streams = 200;
};

// Serves one Watch RPC: a snapshot, then changes, each batch ending with a resume_token. One thread
// reads the database for all of its streams; a stream gets its next batch when it has written the
// one before, so that a slow reader costs one batch of memory and an absent one is cut off. Give it
// the call in a callback handler: `return watch_.Open(context, request);`. Thread-safe. Stop() it,
// or let it die, before the server is drained; `gate` and `pool` outlive it.
template <typename Request, typename Response>
class Watch {
 public:
  Watch(const rpc::Gate& gate, pg::Pool& pool, WatchSource<Response> source,
        WatchLimits limits = {})
      : gate_(gate), pool_(pool), source_(std::move(source)), limits_(limits), thread_([this] {
          while (!stopped_) Round();
          CloseAll();
        }) {}
  ~Watch() { Stop(); }
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;

  // RESOURCE_EXHAUSTED, UNAVAILABLE (stopping) and the gate's refusals come as the call's status.
  grpc::ServerWriteReactor<Response>* Open(grpc::CallbackServerContext* context,
                                           const Request* request) {
    Entry entry{.stream = Stream::Open(*context, wake_), .request = *request};
    Stream* const reactor = entry.stream.get();
    absl::MutexLock lock(&mutex_);
    if (stopped_) {
      entry.stream->Close(absl::UnavailableError("draining"));
    } else if (arrived_.size() + open_ >= limits_.streams) {
      entry.stream->Close(absl::ResourceExhaustedError("too many streams"));
    } else {
      arrived_.push_back(std::move(entry));
      wake_->Signal();
    }
    return reactor;
  }

  // Ends every stream with UNAVAILABLE: their readers resume elsewhere.
  void Stop() {
    {
      absl::MutexLock lock(&mutex_);
      stopped_ = true;
    }
    wake_->Signal();
    if (thread_.joinable()) thread_.join();
  }

 private:
  using Stream = WatchReactor<Response>;
  struct Entry {
    std::shared_ptr<Stream> stream{};
    Request request{};
    auth::Caller caller{};
    std::optional<std::int64_t> position{};  // Empty: wants the snapshot.
    absl::Time since = absl::Now();
  };

  void Round() {
    wake_->Wait(limits_.pause);
    Admit();
    if (entries_.empty()) return;
    const absl::Time deadline = absl::Now() + absl::Seconds(10);
    // If stamping fails, so does the reading, which tells the readers.
    StampAll(pool_, deadline).IgnoreError();
    std::map<std::optional<std::int64_t>, std::vector<Entry*>> hungry;
    for (Entry& entry : entries_) {
      if (entry.stream->Hungry()) hungry[entry.position].push_back(&entry);
    }
    for (const auto& [position, readers] : hungry) Feed(position, readers, deadline);
    Tidy();
  }

  void Admit() {
    std::vector<Entry> arrived;
    {
      absl::MutexLock lock(&mutex_);
      arrived.swap(arrived_);
      open_ += arrived.size();
    }
    for (Entry& entry : arrived) {
      if (const absl::Status refused = AdmitOne(entry); !refused.ok()) entry.stream->Close(refused);
      entries_.push_back(std::move(entry));
    }
  }

  absl::Status AdmitOne(Entry& entry) {
    absl::StatusOr<rpc::Call> call = absl::CancelledError("the reader is gone");
    entry.stream->WithContext([&](grpc::CallbackServerContext& context) {
      call = gate_.Admit(context, source_.method, entry.request);
    });
    if (!call.ok()) return std::move(call).status();
    entry.caller = std::move(call->caller);
    if (entry.request.resume_token().empty()) return absl::OkStatus();
    ASSIGN_OR_RETURN(entry.position, PositionOf(entry.request.resume_token()));
    return absl::OkStatus();
  }

  // Gives the same next batch to all who stand at `position`.
  void Feed(std::optional<std::int64_t> position, const std::vector<Entry*>& readers,
            absl::Time deadline) {
    std::int64_t reached = position.value_or(0);
    absl::StatusOr<std::vector<Response>> messages = Next(position, reached, deadline);
    if (messages.ok() && !messages->empty()) {
      messages->back().set_resume_token(ResumeToken(reached));
    }
    if (messages.ok()) {
      const auto batch = std::make_shared<const std::vector<Response>>(*std::move(messages));
      for (Entry* entry : readers) {
        entry->position = reached;
        entry->stream->Write(batch);
      }
      return;
    }
    for (Entry* entry : readers) entry->stream->Close(messages.status());
  }

  absl::StatusOr<std::vector<Response>> Next(std::optional<std::int64_t> position,
                                             std::int64_t& reached, absl::Time deadline) {
    ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::BeginSnapshot(pool_, deadline));
    if (!position.has_value()) {
      ASSIGN_OR_RETURN(reached, LastPosition(tx));
      return source_.snapshot(tx);
    }
    ASSIGN_OR_RETURN(const Changes changes,
                     ChangesAfter(tx, source_.topics, *position, limits_.batch));
    reached = changes.position;
    if (changes.keys.empty()) return std::vector<Response>();
    return source_.changes(tx, changes.keys);
  }

  // Beats for quiet readers, patience with slow ones, farewell to those who left.
  void Tidy() {
    std::vector<Entry> open;
    for (Entry& entry : entries_) {
      Stream& stream = *entry.stream;
      if (stream.Hungry() && entry.position.has_value() && stream.Quiet() > limits_.beat) {
        auto beat = std::make_shared<std::vector<Response>>(1);
        beat->front().set_resume_token(ResumeToken(*entry.position));
        stream.Write(std::move(beat));
      }
      if (!stream.Hungry() && !stream.Ended() && stream.Quiet() > limits_.patience) {
        stream.Abandon();
      }
      if (!stream.Ended()) {
        open.push_back(std::move(entry));
      } else {
        gate_.Finish(source_.method, entry.caller, stream.End(), absl::Now() - entry.since);
      }
    }
    absl::MutexLock lock(&mutex_);
    entries_.swap(open);
    open_ = entries_.size();
  }

  void CloseAll() {
    Admit();
    for (Entry& entry : entries_) entry.stream->Close(absl::UnavailableError("draining"));
    Tidy();
  }

  const rpc::Gate& gate_;
  pg::Pool& pool_;
  const WatchSource<Response> source_;
  const WatchLimits limits_;
  const std::shared_ptr<Wake> wake_ = std::make_shared<Wake>();
  absl::Mutex mutex_;
  std::vector<Entry> arrived_ ABSL_GUARDED_BY(mutex_);  // Not yet seen by the thread.
  std::size_t open_ ABSL_GUARDED_BY(mutex_) = 0;        // Size of entries_.
  std::atomic<bool> stopped_ = false;
  std::vector<Entry> entries_{};  // The thread's own.
  std::thread thread_;            // Last, since it uses all of the others.
};

}  // namespace entraide::outbox
