// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace entraide::identity {

// The address of a person, in lower case: one that stands safely in a header and an envelope.
class Email {
 public:
  // ASCII, a dot-atom of up to 64 characters, `@`, a host name with a dot; blanks around it do not
  // count. INVALID_ARGUMENT: FIELDS_INVALID, for the field `email`.
  static absl::StatusOr<Email> Parse(absl::string_view text);

  const std::string& value() const { return value_; }

 private:
  explicit Email(std::string value) : value_(std::move(value)) {}

  std::string value_;
};

}  // namespace entraide::identity
