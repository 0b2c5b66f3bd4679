// SPDX-License-Identifier: EUPL-1.2
#include "services/identity/mail/file_sender.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "services/identity/mail/letter.h"
#include "services/identity/private_file.h"
#include "services/platform/base/status.h"

namespace entraide::identity {

MailSender FileSender(std::string folder, std::string from) {
  return [folder = std::move(folder), from = std::move(from)](const Mail& mail) -> absl::Status {
    ASSIGN_OR_RETURN(const std::string message, Render(mail, from));
    RETURN_IF_ERROR(EnsurePrivateFolder(folder));
    const std::string time = absl::FormatTime("%Y%m%dT%H%M%SZ", mail.time, absl::UTCTimeZone());
    return WritePrivateFile(absl::StrCat(folder, "/", time, "-", mail.id, ".eml"), message);
  };
}

}  // namespace entraide::identity
