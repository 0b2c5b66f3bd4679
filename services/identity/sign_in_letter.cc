// SPDX-License-Identifier: EUPL-1.2
#include "services/identity/sign_in_letter.h"

#include "absl/strings/str_cat.h"

namespace entraide::identity {

mail::Mail SignInLetter(const std::string& code, const std::string& base_url) {
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

}  // namespace entraide::identity
