// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/strings/string_view.h"
#include "services/platform/base/violations.h"

namespace entraide::request {

// How to reach a person. Leaves its one store by a reveal only.
struct Contact {
  std::string display_name{};
  std::string phone{};  // E.164.
  std::string email{};
  std::string referent{};
  std::string address{};
  // How they want to be reached.
  enum class Means { kAny, kPhone, kSms, kEmail } preferred = Means::kAny;
  bool sms_ok = false;
  bool no_digital = false;  // They are called.
  std::string hours{};      // In words.
};

// `contact` with its phone in E.164: French ten digits begin with +33. What is wrong is reported
// under `{field}.phone` and so on.
Contact CheckContact(Contact contact, absl::string_view field, Violations& violations);

// Adds REQUIRED, NOT_TEXT, TOO_SHORT or TOO_LONG if `text` has not `shortest` to `longest`
// characters; 0 makes it optional.
void CheckLength(absl::string_view text, std::size_t shortest, std::size_t longest,
                 absl::string_view field, Violations& violations);

// A telephone number or an address for mail seems to stand in `text`.
bool HoldsContact(absl::string_view text);

}  // namespace entraide::request
