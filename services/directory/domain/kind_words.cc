// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/domain/kind_words.h"

namespace entraide::directory {
namespace {

struct KindWords {
  absl::string_view kind{};
  absl::string_view words{};
};

constexpr KindWords kWords[] = {
    {"volunteer-ride",
     "trajet transport solidaire conducteur bénévole conduire accompagner rendez-vous médecin"},
    {"shared-ride", "covoiturage trajet partagé autostop"},
    {"on-demand-transit", "transport à la demande minibus navette bus taxi"},
    {"repair", "réparation réparer voiture garage solidaire mécanique panne"},
    {"self-repair", "réparer soi-même atelier garage participatif vélo outils"},
    {"vehicle-loan", "prêt location louer voiture vélo scooter véhicule"},
    {"vehicle-check", "contrôle technique diagnostic voiture véhicule"},
    {"mobility-advice", "conseil mobilité se déplacer bilan"},
    {"parts", "pièces détachées occasion voiture"},
    {"housework", "ménage repassage nettoyage aide ménagère à domicile"},
    {"gardening", "jardinage jardin tonte pelouse haie taille potager"},
    {"small-works", "bricolage petits travaux dépannage"},
    {"shopping", "courses commissions achats livraison"},
    {"meal", "repas portage cuisine livraison à domicile"},
    {"visit", "visite compagnie convivialité solitude isolement"},
    {"admin-help", "démarches administratives papiers dossier écrivain public"},
    {"digital-help", "numérique informatique ordinateur téléphone internet"},
    {"childcare", "garde enfants baby-sitting"},
    {"personal-care", "aide à domicile toilette dépendance soins lever coucher"},
    {"mission", "bénévolat bénévole mission donner du temps"},
    {"vehicle-sale", "vente achat voiture occasion véhicule"},
    {"driving-school", "permis de conduire auto-école code"},
    {"mobility-funding", "aide financière financement trajets permis"},
    {"reuse", "ressourcerie recyclerie réemploi occasion meubles dons"},
};

}  // namespace

absl::string_view WordsOfKind(absl::string_view kind) {
  for (const KindWords& known : kWords) {
    if (known.kind == kind) return known.words;
  }
  return "";
}

}  // namespace entraide::directory
