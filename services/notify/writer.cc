// SPDX-License-Identifier: EUPL-1.2
#include "services/notify/writer.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "notify_letters.h"

namespace entraide::notify {
namespace {

// Each letter has a text: a test holds them together.
absl::string_view TextOf(Letter letter) {
  const std::string path = absl::StrCat("letters/", NameOf(letter), ".txt");
  const auto& files = notify_letters::Files();
  const auto found = std::find_if(files.begin(), files.end(),
                                  [&](const auto& file) { return file.first == path; });
  return found == files.end() ? absl::string_view() : found->second;
}

}  // namespace

Composed Writer::Write(const Message& message, Channel channel, const Matter& matter) const {
  const Happening& happening = matter.happening;
  const std::string& code = matter.recipient.tracking_code;
  Values values = {{"thing", ThingOf(message.line.request)},
                   {"request", message.line.request},
                   {"question", happening.question},
                   {"holder", matter.holder.display_name},
                   {"holder_phone", PhoneOf(matter.holder.phone)},
                   {"code", code},
                   {"inbox_link", absl::StrCat(base_url_, "/association")}};
  if (happening.start_time.has_value()) values["when"] = MomentOf(*happening.start_time);
  // Codes stand in the fragment, which no server ever sees.
  if (!code.empty()) values["follow_link"] = absl::StrCat(base_url_, "/suivre#code=", code);
  for (const auto& [action, link_code] : matter.codes) {
    values[action == LinkAction::kCancel ? "cancel_link" : "unsubscribe_link"] =
        absl::StrCat(base_url_, "/message/", PathOf(action), "#code=", link_code);
  }
  const absl::string_view text = TextOf(message.letter);
  return channel == Channel::kSms ? ComposeSms(text, values) : ComposeMail(text, values);
}

}  // namespace entraide::notify
