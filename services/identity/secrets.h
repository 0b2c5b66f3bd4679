// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/strings/string_view.h"
#include "services/identity/domain/email.h"
#include "services/identity/domain/magic_link.h"
#include "services/platform/auth/secret.h"

namespace entraide::identity {

// What sign-in derives from ids under identity's key, so that no code and no browser token is ever
// stored: the database holds hashes, and the mail worker makes the code again when it sends it.
class Secrets {
 public:
  explicit Secrets(const auth::SecretKey& key) : key_(key) {}

  // The mailed code of a link: 13 Crockford characters (65 bits), `7K2M-9QX4-TB3W-5`.
  std::string CodeOf(const LinkId& link) const;
  // The stored form of a code as typed; "" if it cannot be one.
  std::string CodeHash(absl::string_view typed) const;

  // What binds a link to the browser that asked, by the id of the asking: a repeated call answers
  // the same.
  std::string BrowserToken(absl::string_view request_id) const;

  // Stands for an address where mails are counted.
  std::string AddressHash(const Email& email) const;

 private:
  auth::SecretKey key_;
};

}  // namespace entraide::identity
