// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace entraide::auth {

// A secret key of this process.
using SecretKey = std::array<std::uint8_t, 32>;

// Reads the key file `path`, or makes it (mode 0400) if it is missing.
// FAILED_PRECONDITION: KEY_UNUSABLE, others may read it or its size is wrong.
absl::StatusOr<SecretKey> KeyFromFile(const std::string& path);

// 32 raw bytes: keyed BLAKE2b-256 of `text` for one `purpose`. `purpose` and `text` cannot run into
// each other as long as no purpose holds ':'.
std::string KeyedHash(const SecretKey& key, absl::string_view purpose, absl::string_view text);

// 32 raw bytes: BLAKE2b-256, for secrets of full entropy only.
std::string Hash(absl::string_view text);

// 32 random bytes as 43 URL-safe characters.
std::string NewToken();

}  // namespace entraide::auth
