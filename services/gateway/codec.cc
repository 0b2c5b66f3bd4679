// SPDX-License-Identifier: EUPL-1.2
#include "services/gateway/codec.h"

#include <google/protobuf/message.h>
#include <google/protobuf/util/json_util.h>
#include <google/protobuf/util/type_resolver_util.h>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace entraide::gateway {
namespace {

namespace pb = google::protobuf;

constexpr char kTypeUrlPrefix[] = "type.googleapis.com";
constexpr size_t kMaxExplanation = 200;

std::string TypeUrl(const pb::Descriptor& type) {
  return absl::StrCat(kTypeUrlPrefix, "/", type.full_name());
}

// protobuf quotes the value that it refuses, and a snippet around a syntax error from the second
// line on: both may be somebody's phone number.
std::string WithoutValues(const std::string& explanation) {
  std::string line = explanation.substr(0, explanation.find('\n'));
  const size_t value = line.find("invalid value ");
  const size_t type = line.rfind(" for type ");
  if (value != std::string::npos && type != std::string::npos && value < type) {
    line.erase(value + 13, type - value - 13);
  }
  return std::string(absl::StripLeadingAsciiWhitespace(line.substr(0, kMaxExplanation)));
}

// Parsing checks the structure and that text is UTF-8, which the service would answer with an
// internal error.
bool IsMessage(const pb::Descriptor& type, const std::string& binary) {
  const pb::Message* prototype = pb::MessageFactory::generated_factory()->GetPrototype(&type);
  if (prototype == nullptr) return false;
  const std::unique_ptr<pb::Message> message(prototype->New());
  return message->ParseFromString(binary);
}

}  // namespace

Codec::Codec()
    : resolver_(pb::util::NewTypeResolverForDescriptorPool(kTypeUrlPrefix,
                                                           pb::DescriptorPool::generated_pool())) {}

absl::StatusOr<std::string> Codec::ToBinary(Encoding from, const pb::Descriptor& type,
                                            const std::string& payload) const {
  if (from == Encoding::kProto) {
    if (!IsMessage(type, payload)) return Malformed(absl::StrCat("no valid ", type.full_name()));
    return payload;
  }
  std::string binary;
  const auto parsed =
      pb::util::JsonToBinaryString(resolver_.get(), TypeUrl(type), payload, &binary);
  if (parsed.ok()) return binary;
  return Malformed(absl::StrCat("not a ", type.full_name(),
                                " in JSON: ", WithoutValues(std::string(parsed.message()))));
}

absl::StatusOr<std::string> Codec::FromBinary(Encoding to, const pb::Descriptor& type,
                                              std::string binary) const {
  if (to == Encoding::kProto) return binary;
  std::string json;
  const auto printed = pb::util::BinaryToJsonString(resolver_.get(), TypeUrl(type), binary, &json);
  if (printed.ok()) return json;
  return absl::InternalError(absl::StrCat("the answer is no valid ", type.full_name()));
}

}  // namespace entraide::gateway
