// SPDX-License-Identifier: EUPL-1.2
#include "clients/web/field.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/strip.h"
#include "clients/web/messages.h"

namespace entraide::web {
namespace {

absl::string_view InputType(Control control) {
  switch (control) {
    case Control::kDate:
      return "date";
    case Control::kTime:
      return "time";
    case Control::kNumber:
      return "number";
    case Control::kEmail:
      return "email";
    case Control::kPhone:
      return "tel";
    default:
      return "text";
  }
}

std::vector<Choice> ChoicesOf(absl::string_view vocabulary) {
  std::vector<Choice> choices;
  for (const std::string& code : Codes(vocabulary))
    choices.emplace_back(code, Word(vocabulary, code));
  return choices;
}

std::vector<View> ChoiceViews(const Field& field, const std::vector<Choice>& choices,
                              const std::vector<std::string>& chosen) {
  std::vector<View> views;
  for (size_t i = 0; i < choices.size(); ++i) {
    const auto& [value, label] = choices[i];
    View view;
    // The first one has the field's own id, so that the list of errors leads to it.
    view.Text("choice_id", i == 0 ? std::string(field.name) : absl::StrCat(field.name, "-", value))
        .Text("value", value)
        .Text("choice", label)
        .ShowIf("checked", std::find(chosen.begin(), chosen.end(), value) != chosen.end());
    views.push_back(std::move(view));
  }
  return views;
}

// The ids of what explains the field: its hint and what is wrong with it.
std::string DescribedBy(const Field& field, const View& view) {
  std::vector<std::string> ids;
  for (const absl::string_view part : {"hint", "error"}) {
    if (view.texts().at(std::string(part)).empty()) continue;
    ids.push_back(absl::StrCat(field.name, "-", part));
  }
  return absl::StrJoin(ids, " ");
}

}  // namespace

View FieldView(const Field& field, const http::Form& form, const FormErrors& errors,
               std::vector<Choice> choices) {
  if (choices.empty()) choices = ChoicesOf(field.vocabulary);
  View view;
  view.Text("name", field.name)
      .Text("label", Word("field", field.name))
      .Text("hint", HasWord("hint", field.name) ? Word("hint", field.name) : "")
      .Text("value", form.ValueOr(field.name, ""))
      .Text("error", errors.Find(field.name))
      .Text("type", InputType(field.control))
      .Text("autocomplete", field.autocomplete.empty() ? "off" : field.autocomplete)
      .Text("max_length", absl::StrCat(field.max_length))
      .ShowIf("optional", field.need == Need::kOptional)
      .ShowIf("required", field.need == Need::kRequired)
      .ShowIf("number", field.control == Control::kNumber)
      .ShowIf("input", field.control <= Control::kPhone)
      .ShowIf("sized", field.control == Control::kText || field.control == Control::kCommune)
      .ShowIf("area", field.control == Control::kArea)
      .ShowIf("select", field.control == Control::kSelect)
      .ShowIf("radios", field.control == Control::kRadios)
      .ShowIf("checks", field.control == Control::kChecks)
      .ShowIf("commune", field.control == Control::kCommune);
  const bool is_commune = field.control == Control::kCommune;
  const bool is_ambiguous = is_commune && !choices.empty();
  const std::string code_field = absl::StrCat(field.name, "_code");
  Field radios = field;
  if (is_commune) radios.name = code_field;
  const std::string code = form.ValueOr(code_field, "");
  view.Text("described", DescribedBy(field, view))
      .Text("chosen_code", is_ambiguous ? "" : code)
      .ShowIf("with_blank", field.need != Need::kRequired || form.ValueOr(field.name, "").empty())
      .Text("blank", Message(field.need == Need::kFilter ? "all" : "choose"))
      .ShowIf("ambiguous", is_ambiguous)
      .List("choices", ChoiceViews(radios, choices, form.All(radios.name)));
  return view;
}

std::vector<View> HiddenFields(const http::Form& form, const std::vector<Field>& shown) {
  std::vector<View> hidden;
  for (const auto& [name, value] : form.fields) {
    const auto is_shown = [name = absl::string_view(name)](const Field& field) {
      absl::string_view base = name;
      if (field.control == Control::kCommune && !absl::ConsumeSuffix(&base, "_code")) {
        absl::ConsumeSuffix(&base, "_for");
      }
      return base == field.name;
    };
    if (value.empty() || std::any_of(shown.begin(), shown.end(), is_shown)) continue;
    View view;
    view.Text("name", name).Text("value", value);
    hidden.push_back(std::move(view));
  }
  return hidden;
}

}  // namespace entraide::web
