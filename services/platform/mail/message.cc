// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/mail/message.h"

#include <algorithm>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "services/platform/base/status.h"
#include "services/platform/base/text.h"

namespace entraide::mail {
namespace {

// An encoded word has 75 characters at most (RFC 2047): 45 bytes become 60 of base64.
constexpr std::size_t kBytesOfWord = 45;

bool IsPrintable(absl::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

// In an address no blank and nothing that ends it.
bool IsAddressText(absl::string_view text) {
  return !text.empty() && IsPrintable(text) &&
         text.find_first_of(" <>,;:\"\\()[]") == absl::string_view::npos;
}

bool IsOneLine(absl::string_view text) {
  return IsText(text) && text.find_first_of("\r\n\t") == absl::string_view::npos;
}

// Where a word of at most kBytesOfWord ends without cutting a character.
std::size_t WordEnd(absl::string_view text) {
  std::size_t end = std::min(kBytesOfWord, text.size());
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return end;
}

// A header's text: as it is, or in encoded words, one a line.
std::string HeaderText(absl::string_view text) {
  if (IsPrintable(text)) return std::string(text);
  std::string words;
  while (!text.empty()) {
    const std::size_t end = WordEnd(text);
    absl::StrAppend(&words, words.empty() ? "" : "\n ", "=?utf-8?B?",
                    absl::Base64Escape(text.substr(0, end)), "?=");
    text.remove_prefix(end);
  }
  return words;
}

}  // namespace

absl::StatusOr<std::string> Render(const Mail& mail, const std::string& from) {
  if (!IsAddressText(mail.to) || !IsAddressText(from) || !IsOneLine(mail.subject)) {
    return WithReason(absl::InvalidArgumentError("unsafe mail header"), "MAIL_HEADER_UNSAFE");
  }
  const std::string date =
      absl::FormatTime("%a, %d %b %Y %H:%M:%S +0000", mail.time, absl::UTCTimeZone());
  return absl::StrReplaceAll(
      absl::StrCat("From: Entraide <", from, ">\n", "To: <", mail.to, ">\n", "Subject: ",
                   HeaderText(mail.subject), "\n", "Date: ", date, "\n", "Message-ID: <", mail.id,
                   "@", from.substr(from.find('@') + 1), ">\n", "MIME-Version: 1.0\n",
                   "Content-Type: text/plain; charset=utf-8\n", "Content-Transfer-Encoding: 8bit\n",
                   "Content-Language: fr\n", "Auto-Submitted: auto-generated\n", "\n", mail.text),
      {{"\n", "\r\n"}});
}

}  // namespace entraide::mail
