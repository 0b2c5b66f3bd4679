// SPDX-License-Identifier: EUPL-1.2
#include "clients/web/questions.h"

#include "absl/strings/str_cat.h"
#include "clients/web/field.h"
#include "clients/web/messages.h"

namespace entraide::web {
namespace {

std::string FieldName(const std::string& fact) { return absl::StrCat("fact-", fact); }

// Its own answers, or yes and no.
std::string VocabularyOf(const std::string& fact) {
  const std::string own = absl::StrCat("answer-", fact);
  return Codes(own).empty() ? "yes_no" : own;
}

}  // namespace

View QuestionView(const std::string& fact, const http::Form& form, const FormErrors& errors) {
  const std::string name = FieldName(fact);
  const std::string vocabulary = VocabularyOf(fact);
  std::vector<Choice> choices;
  for (const std::string& code : Codes(vocabulary)) {
    choices.emplace_back(code, Word(vocabulary, code));
  }
  choices.emplace_back("declined", Message("declined"));
  View view = FieldView({name, Control::kRadios, Need::kFilter}, form, errors, std::move(choices));
  if (!HasWord("field", name)) {
    view.Text("label", Message("question_about", {{"fact", Word("fact", fact)}}));
  }
  return view;
}

}  // namespace entraide::web
