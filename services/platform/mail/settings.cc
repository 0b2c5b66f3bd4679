// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/mail/settings.h"

#include <utility>

#include "absl/strings/str_split.h"
#include "services/platform/base/private_file.h"
#include "services/platform/base/status.h"
#include "services/platform/mail/file_sender.h"
#include "services/platform/mail/message.h"
#include "services/platform/mail/smtp_sender.h"

namespace entraide::mail {

std::vector<server::Flag> Flags() {
  return {{"smtp-url", "", "smtp://host:port or smtps://host:port; empty: mails are files"},
          {"smtp-credentials-file", "", "file (0400) that holds user:password for the relay"},
          {"mail-from", "ne-pas-repondre@entraide.invalid", "who mails come from"}};
}

Settings SettingsOf(const server::Config& config) {
  return {.smtp_url = config.Text("smtp-url"),
          .smtp_credentials_file = config.Text("smtp-credentials-file"),
          .from = config.Text("mail-from")};
}

absl::StatusOr<Sender> OpenSender(const Settings& settings, const std::string& folder) {
  RETURN_IF_ERROR(Render({.to = settings.from}, settings.from).status());
  if (settings.smtp_url.empty()) return FileSender(folder, settings.from);
  SmtpRelay relay{.url = settings.smtp_url, .from = settings.from};
  if (!settings.smtp_credentials_file.empty()) {
    ASSIGN_OR_RETURN(const std::string line, ReadPrivateLine(settings.smtp_credentials_file));
    const std::pair<std::string, std::string> parts = absl::StrSplit(line, absl::MaxSplits(':', 1));
    relay.user = parts.first;
    relay.password = parts.second;
  }
  return SmtpSender(std::move(relay));
}

}  // namespace entraide::mail
