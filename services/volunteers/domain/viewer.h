// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "services/volunteers/domain/mission.h"

namespace entraide::volunteers {

// For whom a mission is read or written: everybody sees what is published, members also the
// missions of their own organization, operators all of them.
struct Viewer {
  enum class Kind { kPublic, kMember, kOperator };
  enum class Opens { kAll, kDemoOnly };  // A session of the demonstration opens nothing else.
  Kind kind = Kind::kPublic;
  OrganizationId organization{};  // Members only.
  Opens opens = Opens::kAll;
};

}  // namespace entraide::volunteers
