// SPDX-License-Identifier: EUPL-1.2
#include "services/request/domain/machine.h"

#include "services/platform/base/status.h"
#include "services/request/domain/ending.h"

namespace entraide::request {

absl::Status CheckStep(Machine machine, State from, absl::string_view action, Role role) {
  bool role_may = false;   // From some state.
  bool state_may = false;  // For some role.
  for (const Row& row : machine) {
    if (row.action != action) continue;
    if (row.from.Has(from) && row.roles.Has(role)) return absl::OkStatus();
    role_may = role_may || row.roles.Has(role);
    state_may = state_may || row.from.Has(from);
  }
  return role_may && !state_may ? StateForbids() : RoleForbids();
}

}  // namespace entraide::request
