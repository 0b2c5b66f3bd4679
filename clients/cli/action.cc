// SPDX-License-Identifier: EUPL-1.2
#include "clients/cli/action.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/util/json_util.h>

#include <map>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "services/platform/base/status.h"

namespace entraide::cli {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

std::vector<const FieldDescriptor*> ChoicesOf(const Descriptor& type) {
  std::vector<const FieldDescriptor*> choices;
  const auto* const oneof = type.FindOneofByName("action");
  for (int i = 0; oneof != nullptr && i < oneof->field_count(); ++i) {
    choices.push_back(oneof->field(i));
  }
  return choices;
}

std::string NameOf(const FieldDescriptor* field) { return field->name(); }

// The message of the action `name`, set in `request`; `known` collects the names there are. Actions
// that several services share stand in groups: `common`, `serving`.
Message* Choose(const std::string& name, Message& request, std::vector<std::string>& known) {
  std::vector<const FieldDescriptor*> groups;
  for (const FieldDescriptor* choice : ChoicesOf(*request.GetDescriptor())) {
    if (!ChoicesOf(*choice->message_type()).empty()) {
      groups.push_back(choice);
      continue;
    }
    known.push_back(choice->name());
    if (choice->name() == name) return request.GetReflection()->MutableMessage(&request, choice);
  }
  for (const FieldDescriptor* group : groups) {
    for (const FieldDescriptor* choice : ChoicesOf(*group->message_type())) {
      known.push_back(choice->name());
      if (choice->name() != name) continue;
      Message* const found = request.GetReflection()->MutableMessage(&request, group);
      return found->GetReflection()->MutableMessage(found, choice);
    }
  }
  return nullptr;
}

// As JSON has it.
std::string Quoted(const FieldDescriptor& field, const std::string& value) {
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_STRING:
    case FieldDescriptor::CPPTYPE_ENUM:
      break;
    case FieldDescriptor::CPPTYPE_MESSAGE:
      if (absl::StartsWith(value, "{")) return value;
      break;  // A timestamp, say.
    default:
      return value;
  }
  std::string quoted = "\"";
  for (const char c : value) {
    if (c == '"' || c == '\\') quoted.push_back('\\');
    quoted.push_back(c);
  }
  return quoted + "\"";
}

absl::Status Unknown(absl::string_view what, const std::vector<std::string>& known) {
  return absl::InvalidArgumentError(
      absl::StrCat(what, " inconnu ; possibles : ", absl::StrJoin(known, ", ")));
}

}  // namespace

absl::Status FillAction(const TypedAction& typed, Message& request) {
  std::vector<std::string> known;
  Message* const action = Choose(typed.name, request, known);
  if (action == nullptr) return Unknown("geste", known);
  std::map<const FieldDescriptor*, std::vector<std::string>> values;
  for (const std::string& text : typed.fields) {
    const std::pair<std::string, std::string> parts = absl::StrSplit(text, absl::MaxSplits('=', 1));
    const FieldDescriptor* const field = action->GetDescriptor()->FindFieldByName(parts.first);
    if (field == nullptr) {
      std::vector<std::string> names;
      for (int i = 0; i < action->GetDescriptor()->field_count(); ++i) {
        names.push_back(NameOf(action->GetDescriptor()->field(i)));
      }
      return Unknown(absl::StrCat("champ ", parts.first), names);
    }
    values[field].push_back(Quoted(*field, parts.second));
  }
  std::vector<std::string> members;
  for (const auto& [field, all] : values) {
    const std::string joined = absl::StrJoin(all, ",");
    members.push_back(absl::StrCat("\"", field->name(), "\":",
                                   field->is_repeated() ? absl::StrCat("[", joined, "]") : joined));
  }
  const std::string json = absl::StrCat("{", absl::StrJoin(members, ","), "}");
  const auto parsed = google::protobuf::util::JsonStringToMessage(json, action);
  if (parsed.ok()) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat("valeur refusée : ", parsed.ToString()));
}

}  // namespace entraide::cli
