// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/rpc/redact.h"

#include <google/protobuf/descriptor.h>

#include <vector>

#include "entraide/privacy/v1/privacy.pb.h"

namespace entraide::rpc {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

bool IsKept(const FieldDescriptor& field) {
  const privacy::v1::Class declared = field.options().GetExtension(privacy::v1::class_);
  return declared != privacy::v1::CLASS_CONTACT && declared != privacy::v1::CLASS_SECRET;
}

void RedactInside(Message& message, const Reflection& reflection, const FieldDescriptor& field) {
  if (!field.is_repeated()) return Redact(*reflection.MutableMessage(&message, &field));
  for (int i = 0; i < reflection.FieldSize(message, &field); ++i) {
    Redact(*reflection.MutableRepeatedMessage(&message, &field, i));
  }
}

}  // namespace

void Redact(Message& message) {
  const Reflection& reflection = *message.GetReflection();
  std::vector<const FieldDescriptor*> present;
  reflection.ListFields(message, &present);
  for (const FieldDescriptor* field : present) {
    if (!IsKept(*field)) {
      reflection.ClearField(&message, field);
    } else if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
      RedactInside(message, reflection, *field);
    }
  }
}

}  // namespace entraide::rpc
