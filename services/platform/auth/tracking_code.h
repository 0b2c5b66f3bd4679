// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/platform/auth/secret.h"

namespace entraide::auth {

// Codes that follow one request, fit for the telephone: a letter for the owning service (R ride, G
// garage, H home help), 12 Crockford characters (60 bits) and a check character,
// `G-7K2M-9QX4-TB3W-5`. Derived from the request's id under a secret key, so that a repeated call
// shows the same; kept only as a keyed hash.
class TrackingCodes {
 public:
  using Key = SecretKey;

  explicit TrackingCodes(const Key& key) : key_(key) {}
  // As KeyFromFile.
  static absl::StatusOr<TrackingCodes> FromFile(const std::string& path);

  // `service` is the letter, one of Crockford's.
  std::string CodeFor(char service, absl::string_view id) const;

  // The stored form (keyed BLAKE2b-256, raw bytes) of a code as typed: case, spaces and dashes do
  // not count, O is 0, I and L are 1. INVALID_ARGUMENT: CODE_MALFORMED, also when the check
  // character is wrong.
  absl::StatusOr<std::string> HashOf(absl::string_view typed) const;

  // The letter of a code as typed; INVALID_ARGUMENT: CODE_MALFORMED.
  static absl::StatusOr<char> ServiceOf(absl::string_view typed);

 private:
  Key key_;
};

}  // namespace entraide::auth
