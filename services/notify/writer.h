// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "services/notify/domain/compose.h"
#include "services/notify/domain/link.h"
#include "services/notify/domain/message.h"
#include "services/notify/sources.h"

namespace entraide::notify {

// What a message is about, and to whom it is.
struct Matter {
  Happening happening{};
  Recipient recipient{};
  Organization holder{};  // Of the request; empty if nobody holds it, or the directory is silent.
  std::vector<std::pair<LinkAction, std::string>> codes{};  // Of its links.
};

// Writes what a message says, from the texts in letters/.
class Writer {
 public:
  // `base_url` is where the pages are, without a slash at its end.
  explicit Writer(std::string base_url) : base_url_(std::move(base_url)) {}

  Composed Write(const Message& message, Channel channel, const Matter& matter) const;

 private:
  const std::string base_url_;
};

}  // namespace entraide::notify
