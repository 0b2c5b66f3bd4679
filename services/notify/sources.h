// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/notify/domain/happening.h"

namespace entraide::notify {

// How the public directory calls an organization, and where it is reached.
struct Organization {
  std::string display_name{};
  std::string phone{};
  std::string email{};
};

// What other services are asked. Errors are theirs; NOT_FOUND: there is no such thing, or any more.
struct Sources {
  std::function<absl::StatusOr<Happening>(const Line& line, absl::Time deadline)> happening{};
  std::function<absl::StatusOr<Organization>(const std::string& id, absl::Time deadline)>
      organization{};
};

}  // namespace entraide::notify
