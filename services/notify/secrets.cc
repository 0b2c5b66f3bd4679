// SPDX-License-Identifier: EUPL-1.2
#include "services/notify/secrets.h"

#include <optional>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "services/platform/auth/crockford.h"

namespace entraide::notify {
namespace {

constexpr std::size_t kCodeLength = 13;

}  // namespace

std::string Secrets::CodeOf(const MessageId& message, LinkAction action) const {
  return auth::InGroups(auth::ToCrockford(
      auth::KeyedHash(key_, "link", absl::StrCat(message.value(), " ", NameOf(action))),
      kCodeLength));
}

std::string Secrets::CodeHash(absl::string_view typed) const {
  const std::optional<std::string> code = auth::Canonical(typed);
  if (!code.has_value() || code->size() != kCodeLength) return "";
  return auth::KeyedHash(key_, "stored-link", *code);
}

std::string Secrets::AddressHash(const Contact& contact, Channel channel) const {
  return auth::KeyedHash(
      key_, "address",
      channel == Channel::kSms ? contact.phone : absl::AsciiStrToLower(contact.email));
}

}  // namespace entraide::notify
