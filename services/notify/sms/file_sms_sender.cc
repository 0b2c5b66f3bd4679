// SPDX-License-Identifier: EUPL-1.2
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/notify/sms/sms.h"
#include "services/platform/base/private_file.h"
#include "services/platform/base/status.h"

namespace entraide::notify {

SmsSender FileSmsSender(std::string folder) {
  return [folder = std::move(folder)](const Sms& sms) -> absl::Status {
    RETURN_IF_ERROR(EnsurePrivateFolder(folder));
    return WritePrivateFile(absl::StrCat(folder, "/", sms.id, ".sms"),
                            absl::StrCat("To: ", sms.to, "\n\n", sms.text, "\n"));
  };
}

}  // namespace entraide::notify
