// SPDX-License-Identifier: EUPL-1.2
#include "services/identity/secrets.h"

#include <optional>

#include "absl/strings/escaping.h"
#include "services/platform/auth/crockford.h"

namespace entraide::identity {
namespace {

constexpr std::size_t kCodeLength = 13;

}  // namespace

std::string Secrets::CodeOf(const LinkId& link) const {
  return auth::InGroups(
      auth::ToCrockford(auth::KeyedHash(key_, "sign-in-code", link.value()), kCodeLength));
}

std::string Secrets::CodeHash(absl::string_view typed) const {
  const std::optional<std::string> code = auth::Canonical(typed);
  if (!code.has_value() || code->size() != kCodeLength) return "";
  return auth::KeyedHash(key_, "stored-sign-in-code", *code);
}

std::string Secrets::BrowserToken(absl::string_view request_id) const {
  return absl::WebSafeBase64Escape(auth::KeyedHash(key_, "browser-token", request_id));
}

std::string Secrets::AddressHash(const Email& email) const {
  return auth::KeyedHash(key_, "address", email.value());
}

}  // namespace entraide::identity
