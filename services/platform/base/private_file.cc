// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/base/private_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>

#include "absl/strings/str_cat.h"
#include "services/platform/base/status.h"

namespace entraide {
namespace {

bool WriteAll(int fd, absl::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(fd, text.data(), text.size());
    if (written < 0 && errno != EINTR) return false;
    if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
  }
  return fsync(fd) == 0;
}

}  // namespace

absl::Status EnsurePrivateFolder(const std::string& path) {
  if (mkdir(path.c_str(), 0700) == 0 || errno == EEXIST) return absl::OkStatus();
  return absl::ErrnoToStatus(errno, absl::StrCat("cannot make folder ", path));
}

absl::Status WritePrivateFile(const std::string& path, absl::string_view text) {
  const std::string draft = absl::StrCat(path, ".part");
  unlink(draft.c_str());  // Left by somebody who died while writing.
  const int fd = open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0) return absl::ErrnoToStatus(errno, absl::StrCat("cannot write ", path));
  const bool whole = WriteAll(fd, text);
  const int error = errno;
  close(fd);
  if (whole && rename(draft.c_str(), path.c_str()) == 0) return absl::OkStatus();
  unlink(draft.c_str());
  return absl::ErrnoToStatus(whole ? errno : error, absl::StrCat("cannot write ", path));
}

absl::StatusOr<std::string> ReadPrivateLine(const std::string& path) {
  struct stat found {};
  if (stat(path.c_str(), &found) != 0) return absl::ErrnoToStatus(errno, path);
  if ((found.st_mode & 0077) != 0) {
    return WithReason(
        absl::FailedPreconditionError(absl::StrCat("others may read ", path, ": chmod 0400")),
        "FILE_OPEN_TO_OTHERS");
  }
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  return line;
}

}  // namespace entraide
