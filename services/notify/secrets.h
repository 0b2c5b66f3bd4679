// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/strings/string_view.h"
#include "services/notify/domain/link.h"
#include "services/notify/domain/message.h"
#include "services/platform/auth/secret.h"

namespace entraide::notify {

// What notify derives under its key, so that no code and no address is stored: a message that is
// tried again carries the same codes, and the database holds hashes.
class Secrets {
 public:
  explicit Secrets(const auth::SecretKey& key) : key_(key) {}

  // The code of a link: 13 Crockford characters (65 bits), `7K2M-9QX4-TB3W-5`.
  std::string CodeOf(const MessageId& message, LinkAction action) const;
  // The stored form of a code as typed; "" if it cannot be one.
  std::string CodeHash(absl::string_view typed) const;
  // Stands for an address where it is noted that it wants less mail.
  std::string AddressHash(const Contact& contact, Channel channel) const;

 private:
  auth::SecretKey key_;
};

}  // namespace entraide::notify
