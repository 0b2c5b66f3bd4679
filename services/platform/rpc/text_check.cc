// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/rpc/text_check.h"

#include <google/protobuf/descriptor.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/platform/base/violations.h"

namespace entraide::rpc {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

void Look(const Message& message, const std::string& path, Violations& found);

void LookAtText(const std::string& text, const std::string& path, Violations& found) {
  if (text.find('\0') == std::string::npos) return;
  found.Add(path, "NOT_TEXT", "text without U+0000");
}

// Value `index` of a field; -1 if it is no list.
void LookAt(const Message& message, const FieldDescriptor& field, int index,
            const std::string& path, Violations& found) {
  const Reflection& reflection = *message.GetReflection();
  std::string scratch;
  if (field.type() == FieldDescriptor::TYPE_STRING) {
    LookAtText(index < 0 ? reflection.GetStringReference(message, &field, &scratch)
                         : reflection.GetRepeatedStringReference(message, &field, index, &scratch),
               path, found);
  } else if (field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
    Look(index < 0 ? reflection.GetMessage(message, &field)
                   : reflection.GetRepeatedMessage(message, &field, index),
         path, found);
  }
}

void Look(const Message& message, const std::string& path, Violations& found) {
  std::vector<const FieldDescriptor*> fields;
  message.GetReflection()->ListFields(message, &fields);
  for (const FieldDescriptor* field : fields) {
    const std::string name = absl::StrCat(path, path.empty() ? "" : ".", field->name());
    if (!field->is_repeated()) {
      LookAt(message, *field, -1, name, found);
      continue;
    }
    const int size = message.GetReflection()->FieldSize(message, field);
    for (int i = 0; i < size; ++i) {
      LookAt(message, *field, i, absl::StrCat(name, "[", i, "]"), found);
    }
  }
}

}  // namespace

absl::Status CheckText(const Message& request) {
  Violations found;
  Look(request, "", found);
  return found.ToStatus();
}

}  // namespace entraide::rpc
