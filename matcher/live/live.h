// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "absl/base/thread_annotations.h"
#include "matcher/engine/changes.h"
#include "matcher/engine/world.h"
#include "matcher/index/index.h"
#include "matcher/live/version.h"

namespace entraide::matcher::live {

// A territory that changes while it is asked. Readers take the version that is current when they
// begin; each is whole, and nobody waits for a change or for indexing:
//
//   Apply --> version 7 --> version 8 --> version 9     recents of a kind: 3, 4, ... too many
//                |                           |
//             a reader                  indexes the kind meanwhile, on a thread of its own
//
// Any thread may call it.
class Live {
 public:
  // `ground` has the communes of `world`. A kind is indexed anew when so many of its offers have
  // changed, sooner if it has few, and a part of those that it has.
  Live(World world, std::shared_ptr<const index::Ground> ground, size_t most_recents = 1024);
  ~Live();
  Live(const Live&) = delete;
  Live& operator=(const Live&) = delete;

  std::shared_ptr<const Version> Current() const;

  // When it returns, `Current` has them, all at once.
  void Apply(Changes changes);

 private:
  void IndexInTurn();
  void Reindex(const std::string& kind);
  // The kind that is to be indexed next; empty: none.
  std::string MostChanged() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  bool HasTooMany(const KindNow& kind) const;
  void Publish(std::shared_ptr<const Version> version);

  const size_t most_recents_;
  // ThreadSanitizer knows these mutexes; it would have to be built into Abseil to know Abseil's.
  std::mutex writing_;        // Held from reading the last version to publishing the next.
  mutable std::mutex mutex_;  // Guards what follows.
  std::condition_variable wake_;
  std::shared_ptr<const Version> current_ ABSL_GUARDED_BY(mutex_);
  bool stopping_ ABSL_GUARDED_BY(mutex_) = false;
  std::thread indexer_;
};

}  // namespace entraide::matcher::live
