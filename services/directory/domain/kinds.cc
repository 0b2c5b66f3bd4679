// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/domain/kinds.h"

#include <algorithm>

namespace entraide::directory {

const std::vector<Kind>& Kinds() {
  static const auto& kinds = *new std::vector<Kind>{
      {"volunteer-ride", Family::kRides,
       "trajet transport solidaire conducteur bénévole conduire accompagner rendez-vous médecin"},
      {"shared-ride", Family::kRides, "covoiturage trajet partagé autostop"},
      {"on-demand-transit", Family::kRides, "transport à la demande minibus navette bus taxi"},
      {"repair", Family::kGarage, "réparation réparer voiture garage solidaire mécanique panne"},
      {"self-repair", Family::kGarage, "réparer soi-même atelier garage participatif vélo outils"},
      {"vehicle-loan", Family::kGarage, "prêt location louer voiture vélo scooter véhicule"},
      {"vehicle-check", Family::kGarage, "contrôle technique diagnostic voiture véhicule"},
      {"mobility-advice", Family::kGarage, "conseil mobilité se déplacer bilan"},
      {"parts", Family::kGarage, "pièces détachées occasion voiture"},
      {"housework", Family::kHomeHelp, "ménage repassage nettoyage aide ménagère à domicile"},
      {"gardening", Family::kHomeHelp, "jardinage jardin tonte pelouse haie taille potager"},
      {"small-works", Family::kHomeHelp, "bricolage petits travaux dépannage"},
      {"shopping", Family::kHomeHelp, "courses commissions achats livraison"},
      {"meal", Family::kHomeHelp, "repas portage cuisine livraison à domicile"},
      {"visit", Family::kHomeHelp, "visite compagnie convivialité solitude isolement"},
      {"admin-help", Family::kHomeHelp,
       "démarches administratives papiers dossier écrivain public"},
      {"digital-help", Family::kHomeHelp, "numérique informatique ordinateur téléphone internet"},
      {"childcare", Family::kHomeHelp, "garde enfants baby-sitting"},
      {"personal-care", Family::kHomeHelp,
       "aide à domicile toilette dépendance soins lever coucher"},
      {"mission", Family::kVolunteers, "bénévolat bénévole mission donner du temps"},
      {"vehicle-sale", Family::kShownOnly, "vente achat voiture occasion véhicule"},
      {"driving-school", Family::kShownOnly, "permis de conduire auto-école code"},
      {"mobility-funding", Family::kShownOnly, "aide financière financement trajets permis"},
      {"reuse", Family::kShownOnly, "ressourcerie recyclerie réemploi occasion meubles dons"},
  };
  return kinds;
}

const Kind* FindKind(absl::string_view name) {
  const auto found = std::find_if(Kinds().begin(), Kinds().end(),
                                  [name](const Kind& kind) { return kind.name == name; });
  return found == Kinds().end() ? nullptr : &*found;
}

}  // namespace entraide::directory
