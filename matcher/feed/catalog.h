// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <memory>
#include <string>

#include "entraide/directory/v1/directory_service.pb.h"
#include "matcher/engine/travel.h"
#include "matcher/feed/view.h"

namespace entraide::matcher {

// What a directory stream has told so far. Not thread-safe: one reader owns it.
class Catalog {
 public:
  explicit Catalog(Travel travel) : travel_(std::move(travel)) {}

  // Takes one step of the stream in. A removed offer that was never there is no error.
  void Apply(const directory::v1::WatchOffersResponse& step);
  // Forgets everything: a new snapshot begins.
  void Clear();

  // The territory as told so far; the same whatever the order of the steps.
  std::shared_ptr<const View> Build() const;

 private:
  Travel travel_;
  std::map<std::string, directory::v1::Commune> communes_{};     // By INSEE code.
  std::map<std::string, directory::v1::WatchedOffer> offers_{};  // By name.
};

}  // namespace entraide::matcher
