// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/mail/file_sender.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "services/platform/base/private_file.h"
#include "services/platform/base/status.h"
#include "services/platform/mail/message.h"

namespace entraide::mail {

Sender FileSender(std::string folder, std::string from) {
  return [folder = std::move(folder), from = std::move(from)](const Mail& mail) -> absl::Status {
    ASSIGN_OR_RETURN(const std::string message, Render(mail, from));
    RETURN_IF_ERROR(EnsurePrivateFolder(folder));
    const std::string time = absl::FormatTime("%Y%m%dT%H%M%SZ", mail.time, absl::UTCTimeZone());
    return WritePrivateFile(absl::StrCat(folder, "/", time, "-", mail.id, ".eml"), message);
  };
}

}  // namespace entraide::mail
