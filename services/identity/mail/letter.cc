// SPDX-License-Identifier: EUPL-1.2
#include "services/identity/mail/letter.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "services/platform/base/status.h"

namespace entraide::identity {
namespace {

// Printable ASCII; in an address no blank and nothing that ends it.
bool IsHeaderText(absl::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}
bool IsAddressText(absl::string_view text) {
  return !text.empty() && IsHeaderText(text) &&
         text.find_first_of(" <>,;:\"\\()[]") == absl::string_view::npos;
}

}  // namespace

Mail SignInLetter(const std::string& code, const std::string& base_url) {
  return {.subject = "Votre code de connexion Entraide",
          .text = absl::StrCat(
              "Bonjour,\n\n"
              "Voici votre code pour vous connecter à Entraide :\n\n"
              "    ",
              code,
              "\n\n"
              "Tapez-le dans la page de connexion, restée ouverte, ou ouvrez cette adresse\n"
              "dans le même navigateur :\n\n",
              base_url, "/connexion/code#code=", code,
              "\n\n"
              "Le code sert une seule fois, dans le navigateur qui l'a demandé, pendant dix\n"
              "minutes. Passé ce temps, demandez-en un autre.\n\n"
              "Vous n'avez rien demandé ? Ne donnez ce code à personne : sans lui, personne\n"
              "ne peut se connecter à votre place.\n\n"
              "Entraide\n")};
}

absl::StatusOr<std::string> Render(const Mail& mail, const std::string& from) {
  if (!IsAddressText(mail.to) || !IsAddressText(from) || !IsHeaderText(mail.subject)) {
    return WithReason(absl::InvalidArgumentError("unsafe mail header"), "MAIL_HEADER_UNSAFE");
  }
  const std::string date =
      absl::FormatTime("%a, %d %b %Y %H:%M:%S +0000", mail.time, absl::UTCTimeZone());
  return absl::StrReplaceAll(
      absl::StrCat("From: Entraide <", from, ">\n", "To: <", mail.to, ">\n",
                   "Subject: ", mail.subject, "\n", "Date: ", date, "\n", "Message-ID: <", mail.id,
                   "@", from.substr(from.find('@') + 1), ">\n", "MIME-Version: 1.0\n",
                   "Content-Type: text/plain; charset=utf-8\n", "Content-Transfer-Encoding: 8bit\n",
                   "Content-Language: fr\n", "Auto-Submitted: auto-generated\n", "\n", mail.text),
      {{"\n", "\r\n"}});
}

}  // namespace entraide::identity
