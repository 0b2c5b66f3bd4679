// SPDX-License-Identifier: EUPL-1.2
#include "services/notify/addressee.h"

#include <algorithm>
#include <utility>

#include "services/platform/base/status.h"

namespace entraide::notify {

absl::StatusOr<std::optional<Recipient>> AddresseeOf(const Message& message,
                                                     const Happening& happening,
                                                     const Sources& sources, absl::Time deadline) {
  const auto found = std::find_if(
      happening.recipients.begin(), happening.recipients.end(), [&](const Recipient& one) {
        return one.part == message.part && one.organization == message.organization;
      });
  if (found == happening.recipients.end()) return std::optional<Recipient>();
  Recipient addressee = *found;
  if (!addressee.organization.empty()) {
    const absl::StatusOr<Organization> organization =
        sources.organization(addressee.organization, deadline);
    if (!organization.ok() && !absl::IsNotFound(organization.status())) {
      return organization.status();
    }
    if (organization.ok()) addressee.contact.email = organization->email;
  }
  return std::optional<Recipient>(std::move(addressee));
}

}  // namespace entraide::notify
