// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/server/unix_socket.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "absl/strings/str_cat.h"
#include "services/platform/base/status.h"

namespace entraide::server {
namespace {

absl::Status Refuse(absl::string_view why, absl::string_view reason) {
  return WithReason(absl::FailedPreconditionError(why), reason);
}

absl::Status PrepareFolder(const std::string& folder) {
  if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) {
    return absl::ErrnoToStatus(errno, absl::StrCat("cannot make folder ", folder));
  }
  struct stat found {};
  if (stat(folder.c_str(), &found) != 0) return absl::ErrnoToStatus(errno, folder);
  if ((found.st_mode & 0077) != 0 || found.st_uid != geteuid()) {
    return Refuse(absl::StrCat("others may enter ", folder, ": chmod 0700"), "SOCKET_FOLDER_OPEN");
  }
  return absl::OkStatus();
}

// Whether nobody listens on the socket `path` any more.
bool IsStale(const std::string& path) {
  const int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (fd < 0) return false;
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  path.copy(address.sun_path, sizeof(address.sun_path) - 1);
  const bool refused =
      connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0 &&
      errno == ECONNREFUSED;
  close(fd);
  return refused;
}

}  // namespace

absl::Status PrepareSocket(const std::string& path) {
  if (path.size() >= sizeof(sockaddr_un::sun_path) - 1) {
    return Refuse(absl::StrCat("socket path of ", path.size(), " bytes: ", path),
                  "SOCKET_PATH_TOO_LONG");
  }
  RETURN_IF_ERROR(PrepareFolder(std::filesystem::path(path).parent_path().string()));
  struct stat found {};
  if (lstat(path.c_str(), &found) != 0) return absl::OkStatus();
  if (!S_ISSOCK(found.st_mode) || !IsStale(path)) {
    return Refuse(absl::StrCat("in use: ", path), "SOCKET_IN_USE");
  }
  if (unlink(path.c_str()) != 0) return absl::ErrnoToStatus(errno, path);
  return absl::OkStatus();
}

}  // namespace entraide::server
