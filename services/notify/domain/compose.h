// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"

namespace entraide::notify {

// What a letter's text may name in braces, `{when}`.
using Values = absl::flat_hash_map<std::string, std::string>;

// A message as it is read.
struct Composed {
  std::string subject{};  // Mails only.
  std::string text{};
};

// A letter's text is `Objet : ...`, an empty line, the mail, and, after a line `--- sms`, the short
// message. A paragraph that names an empty or unknown value is left out, so that what is not known
// is not spoken of.
Composed ComposeMail(absl::string_view letter_text, const Values& values);
// In the alphabet of GSM 03.38, so that 160 characters and not 70 make one: `ê` becomes `e`.
Composed ComposeSms(absl::string_view letter_text, const Values& values);

// "demande de trajet", by the name of a request.
std::string ThingOf(absl::string_view request);
// "mardi 24 novembre 2026 à 9 h 30", by the clock on the walls of France.
std::string MomentOf(absl::Time time);
// "03 53 01 00 77" for a French number in E.164; others as they are.
std::string PhoneOf(absl::string_view e164);

}  // namespace entraide::notify
