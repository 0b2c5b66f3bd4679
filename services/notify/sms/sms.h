// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>

#include "absl/status/status.h"

namespace entraide::notify {

// A short message.
struct Sms {
  std::string id{};  // The same each time it is tried, so that a gateway can tell.
  std::string to{};  // E.164.
  std::string text{};
};

// Sends one, or tells why it did not: never with the number or the text. FAILED_PRECONDITION
// SMS_REFUSED: trying again would not help. DEADLINE_EXCEEDED: it may have left.
using SmsSender = std::function<absl::Status(const Sms&)>;

// The gateway that short messages leave by: an HTTP service that takes a POST of
// `{"to", "from", "text", "reference"}`.
struct SmsGateway {
  std::string url{};
  std::string token{};  // `Authorization: Bearer`; empty: none.
  std::string from{};   // What phones show; empty: the gateway's own.
};

// Hands each message to `gateway` within 10 s. It travels with its id as `Idempotency-Key`. 2xx is
// sent; 4xx is refused for good, but for 401, 403, 408 and 429, which are about us and not about
// the message.
SmsSender HttpSmsSender(SmsGateway gateway);

// Keeps each message as a file of `folder` (0700), `{id}.sms` (0600), for houses without a gateway.
SmsSender FileSmsSender(std::string folder);

}  // namespace entraide::notify
