// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "services/directory/domain/ids.h"

namespace entraide::directory {

// For whom an entry is read or written: everybody sees what is published, members also the entries
// of their own organization, operators all of them.
struct Viewer {
  enum class Kind { kPublic, kMember, kOperator };
  Kind kind = Kind::kPublic;
  OrganizationId organization{};  // Members only.
};

}  // namespace entraide::directory
