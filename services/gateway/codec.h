// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <google/protobuf/descriptor.h>
#include <google/protobuf/util/type_resolver.h>

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "services/gateway/wire.h"

namespace entraide::gateway {

// Translates between what clients send and the binary form, for the messages that are linked in.
// Thread-safe.
class Codec {
 public:
  Codec();

  // INVALID_ARGUMENT: REQUEST_MALFORMED: not JSON, an unknown field or enum value, a value out of
  // range, text that is not UTF-8, bytes that are no such message. The message tells where, and
  // repeats no value.
  absl::StatusOr<std::string> ToBinary(Encoding from, const google::protobuf::Descriptor& type,
                                       const std::string& payload) const;

  // INTERNAL: the service answered with bytes that are no such message.
  absl::StatusOr<std::string> FromBinary(Encoding to, const google::protobuf::Descriptor& type,
                                         std::string binary) const;

 private:
  std::unique_ptr<google::protobuf::util::TypeResolver> resolver_;
};

}  // namespace entraide::gateway
