// SPDX-License-Identifier: EUPL-1.2
#include "services/notify/domain/compose.h"

#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "absl/time/civil_time.h"
#include "services/request/domain/paris.h"

namespace entraide::notify {
namespace {

constexpr absl::string_view kSubject = "Objet : ";
constexpr absl::string_view kSms = "--- sms\n";

// A paragraph with its values; nothing if one of them is empty.
std::optional<std::string> FillIn(absl::string_view paragraph, const Values& values) {
  std::string filled;
  while (true) {
    const std::size_t open = paragraph.find('{');
    if (open == absl::string_view::npos) return absl::StrCat(filled, paragraph);
    const std::size_t close = paragraph.find('}', open);
    const auto value = values.find(paragraph.substr(open + 1, close - open - 1));
    if (value == values.end() || value->second.empty()) return std::nullopt;
    absl::StrAppend(&filled, paragraph.substr(0, open), value->second);
    paragraph.remove_prefix(close + 1);
  }
}

// The paragraphs that can be said, with `between` them.
std::string FillInAll(absl::string_view text, absl::string_view between, const Values& values) {
  std::vector<std::string> said;
  for (const absl::string_view paragraph : absl::StrSplit(absl::StripSuffix(text, "\n"), "\n\n")) {
    std::optional<std::string> one = FillIn(paragraph, values);
    if (one.has_value()) said.push_back(*std::move(one));
  }
  return absl::StrJoin(said, between);
}

}  // namespace

Composed ComposeMail(absl::string_view letter_text, const Values& values) {
  const std::pair<absl::string_view, absl::string_view> head =
      absl::StrSplit(letter_text, absl::MaxSplits("\n\n", 1));
  const std::pair<absl::string_view, absl::string_view> body =
      absl::StrSplit(head.second, absl::MaxSplits(kSms, 1));
  const absl::string_view subject = absl::StripPrefix(head.first, kSubject);
  return {.subject = FillIn(subject, values).value_or("Des nouvelles d'Entraide"),
          .text = absl::StrCat(FillInAll(body.first, "\n\n", values), "\n")};
}

Composed ComposeSms(absl::string_view letter_text, const Values& values) {
  const std::pair<absl::string_view, absl::string_view> parts =
      absl::StrSplit(letter_text, absl::MaxSplits(kSms, 1));
  return {.text = absl::StrReplaceAll(
              FillInAll(parts.second, " ", values),
              {{"â", "a"},  {"ê", "e"},  {"î", "i"}, {"ô", "o"},      {"û", "u"},
               {"ë", "e"},  {"ï", "i"},  {"ç", "c"}, {"À", "A"},      {"Ê", "E"},
               {"È", "E"},  {"Î", "I"},  {"Ô", "O"}, {"œ", "oe"},     {"’", "'"},
               {"«", "\""}, {"»", "\""}, {"–", "-"}, {"\u00a0", " "}, {"\u202f", " "}})};
}

std::string ThingOf(absl::string_view request) {
  if (absl::StartsWith(request, "rides/")) return "demande de trajet";
  if (absl::StartsWith(request, "jobs/")) return "demande au garage solidaire";
  return "demande d'aide à domicile";
}

std::string MomentOf(absl::Time time) {
  constexpr std::array kDays = {"lundi",    "mardi",  "mercredi", "jeudi",
                                "vendredi", "samedi", "dimanche"};
  constexpr std::array kMonths = {"janvier",   "février", "mars",     "avril",
                                  "mai",       "juin",    "juillet",  "août",
                                  "septembre", "octobre", "novembre", "décembre"};
  const absl::CivilMinute minute = absl::ToCivilMinute(time, request::Paris());
  const auto weekday = static_cast<std::size_t>(absl::GetWeekday(minute));
  return absl::StrFormat(
      "%s %d%s %s %d à %d h%s", kDays.at(weekday), minute.day(), minute.day() == 1 ? "er" : "",
      kMonths.at(static_cast<std::size_t>(minute.month()) - 1), minute.year(), minute.hour(),
      minute.minute() == 0 ? "" : absl::StrFormat(" %02d", minute.minute()));
}

std::string PhoneOf(absl::string_view e164) {
  if (!absl::StartsWith(e164, "+33") || e164.size() != 12) return std::string(e164);
  const std::string digits = absl::StrCat("0", e164.substr(3));
  std::string grouped;
  for (std::size_t i = 0; i < digits.size(); i += 2) {
    absl::StrAppend(&grouped, i == 0 ? "" : " ", digits.substr(i, 2));
  }
  return grouped;
}

}  // namespace entraide::notify
