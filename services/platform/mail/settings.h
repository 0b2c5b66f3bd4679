// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/platform/mail/mail.h"
#include "services/platform/server/config.h"

namespace entraide::mail {

// How mail leaves a house.
struct Settings {
  std::string smtp_url{};               // Empty: mails are files.
  std::string smtp_credentials_file{};  // `user:password` on its first line, 0400; may be empty.
  std::string from{};
};

// smtp-url, smtp-credentials-file, mail-from; and what they say.
std::vector<server::Flag> Flags();
Settings SettingsOf(const server::Config& config);

// To the relay, or into `folder` where there is none. INVALID_ARGUMENT: MAIL_HEADER_UNSAFE, no mail
// can come from `from`. FAILED_PRECONDITION: FILE_OPEN_TO_OTHERS.
absl::StatusOr<Sender> OpenSender(const Settings& settings, const std::string& folder);

}  // namespace entraide::mail
