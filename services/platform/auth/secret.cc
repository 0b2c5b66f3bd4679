// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/auth/secret.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "services/platform/base/status.h"

namespace entraide::auth {
namespace {

absl::Status Unusable(absl::string_view why) {
  return WithReason(absl::FailedPreconditionError(why), "KEY_UNUSABLE");
}

// Appears whole or not at all: two processes that start at once end up with one key.
absl::Status MakeKey(const std::string& path) {
  SecretKey key{};
  randombytes_buf(key.data(), key.size());
  const std::string draft = absl::StrCat(path, ".", getpid());
  const int fd = open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0400);
  if (fd < 0) return absl::ErrnoToStatus(errno, absl::StrCat("cannot make key file ", path));
  const bool kept =
      write(fd, key.data(), key.size()) == static_cast<ssize_t>(key.size()) && fsync(fd) == 0;
  close(fd);
  sodium_memzero(key.data(), key.size());
  const bool placed = kept && (link(draft.c_str(), path.c_str()) == 0 || errno == EEXIST);
  unlink(draft.c_str());
  return placed ? absl::OkStatus() : Unusable(absl::StrCat("cannot write key file ", path));
}

std::string HashWith(const unsigned char* key, std::size_t key_size, absl::string_view text) {
  std::string hash(crypto_generichash_BYTES, '\0');
  crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(),
                     reinterpret_cast<const unsigned char*>(text.data()), text.size(), key,
                     key_size);
  return hash;
}

}  // namespace

absl::StatusOr<SecretKey> KeyFromFile(const std::string& path) {
  if (sodium_init() < 0) return absl::InternalError("no source of randomness");
  if (access(path.c_str(), F_OK) != 0) RETURN_IF_ERROR(MakeKey(path));
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return absl::ErrnoToStatus(errno, absl::StrCat("cannot open key file ", path));
  SecretKey key{};
  struct stat found {};
  const bool closed = fstat(fd, &found) == 0 && (found.st_mode & 0077) == 0;
  const bool whole = found.st_size == static_cast<off_t>(key.size()) &&
                     read(fd, key.data(), key.size()) == static_cast<ssize_t>(key.size());
  close(fd);
  if (!closed) return Unusable(absl::StrCat("others may read key file ", path, ": chmod 0400"));
  if (!whole) return Unusable(absl::StrCat("key file ", path, " must hold 32 bytes"));
  return key;
}

std::string KeyedHash(const SecretKey& key, absl::string_view purpose, absl::string_view text) {
  return HashWith(key.data(), key.size(), absl::StrCat(purpose, ":", text));
}

std::string Hash(absl::string_view text) { return HashWith(nullptr, 0, text); }

std::string NewToken() {
  std::string bytes(32, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return absl::WebSafeBase64Escape(bytes);
}

}  // namespace entraide::auth
