// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <iterator>

#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "clients/cli/explain/sentences.h"
#include "clients/cli/explain/terms.h"
#include "clients/cli/explain/words.h"

namespace entraide::cli {
namespace {

using common::v1::Offer;
using matcher::v1::ExplainedOffer;
using matcher::v1::Explanation;

struct Word {
  absl::string_view code{};
  absl::string_view text{};
};

constexpr Word kStates[] = {
    {"SUBMITTED", "enregistrée"},
    {"NEEDS_INFO", "en attente d'une précision"},
    {"SEARCHING", "en recherche"},
    {"ACCEPTED", "acceptée"},
    {"COMPLETED", "terminée"},
    {"UNMET", "sans solution"},
    {"TURNED_DOWN", "refusée"},
    {"CANCELLED", "annulée"},
    {"EXPIRED", "expirée"},
    {"WAITLISTED", "en liste d'attente"},
    {"CONFIRMED", "confirmée"},
    {"QUOTED", "devis proposé"},
    {"IN_PROGRESS", "en cours"},
    {"NO_SHOW", "personne absente"},
    {"MISSED", "rendez-vous manqué"},
    {"SETTLED", "réglée"},
    {"SCHEDULED", "rendez-vous pris à l'atelier"},
    {"IN_WORKSHOP", "véhicule à l'atelier"},
    {"FUNDING", "financement demandé"},
    {"APPROVED", "travaux acceptés"},
    {"READY", "véhicule prêt"},
    {"RETURNED", "véhicule rendu"},
    {"RESERVED", "réservée"},
    {"CHECKED_OUT", "véhicule prêté"},
    {"CHECKED_IN", "véhicule revenu"},
    {"BOOKED", "rendez-vous pris"},
    {"DONE", "diagnostic fait"},
    {"REPORTED", "compte rendu envoyé"},
    {"HANDED_OVER", "pièce remise"},
};

// Why a request ended, or a question; rules have their own words.
constexpr Word kReasons[] = {
    {"ALL_DECLINED", "toutes les structures sollicitées ont dit non"},
    {"NO_ANSWER", "les structures sollicitées n'ont pas répondu à temps"},
    {"ANSWER_MISSING", "les précisions demandées ne sont pas venues"},
    {"SERVICE_TIME_PASSED", "la date est passée"},
    {"OUTCOME_UNKNOWN", "personne n'a dit si l'aide a été donnée"},
    {"not-needed", "plus besoin"},
    {"found-elsewhere", "trouvé ailleurs"},
    {"changed-mind", "changement d'avis"},
    {"other", "autre raison"},
    {"not-available", "pas disponible"},
    {"too-far", "trop loin"},
    {"need-not-possible", "ne peut pas répondre à ce besoin"},
    {"too-late", "trop tard"},
    {"TAKEN", "une autre structure a accepté"},
    {"TASK_CANCELLED", "la demande a été annulée"},
    {"TASK_CHANGED", "la demande a changé"},
    {"NO_CAPACITY", "pas de place"},
    {"NOT_ASSIGNED", "personne n'a pu être trouvé à temps"},
    {"OUT_OF_RULES", "hors de ce que la structure peut faire"},
    {"UNSAFE", "ce serait dangereux"},
    {"DUPLICATE", "demandée deux fois"},
};

std::string ReasonInFrench(const std::string& reason) {
  const auto* const found = std::find_if(std::begin(kReasons), std::end(kReasons),
                                         [&](const Word& word) { return word.code == reason; });
  return found == std::end(kReasons) ? BlockingInFrench(reason) : std::string(found->text);
}

std::string AnswerOf(const ExplainedOffer& offer) {
  const std::string why =
      offer.reason().empty() ? "" : absl::StrCat(" (", ReasonInFrench(offer.reason()), ")");
  switch (offer.state()) {
    case Offer::STATE_PROPOSED:
      return absl::StrCat("réponse attendue avant le ", WhenInFrench(offer.expire_time()));
    case Offer::STATE_ACCEPTED:
      return "a accepté";
    case Offer::STATE_DECLINED:
      return "a dit non" + why;
    case Offer::STATE_EXPIRED:
      return "n'a pas répondu à temps";
    case Offer::STATE_RESCINDED:
      return "n'a plus à répondre" + why;
    case Offer::STATE_WITHDRAWN:
      return "l'avait prise, puis l'a rendue" + why;
    default:
      return "réponse inconnue";
  }
}

std::string NameOf(const ExplainedOffer& offer) {
  const std::string name = offer.organization_display_name().empty()
                               ? offer.organization()
                               : offer.organization_display_name();
  return offer.own() ? name + " (votre structure)" : name;
}

std::string Asked(const Explanation& explanation) {
  if (explanation.offers().empty()) return "Personne n'a encore été sollicité.\n";
  std::string text = "Qui a été sollicité, et pourquoi :\n";
  for (const ExplainedOffer& offer : explanation.offers()) {
    const std::string merits = TermsInFrench(offer.terms(), explanation.kind());
    absl::StrAppend(&text, "  - vague ", offer.wave(), ", le ", WhenInFrench(offer.create_time()),
                    " : ", NameOf(offer), ", ", Number(offer.score()), " points sur ",
                    Number(10'000), merits.empty() ? "" : " : ", merits, " (pondérations ",
                    offer.weights_version(), ") ; ", AnswerOf(offer), ".\n");
  }
  return text;
}

std::string Heading(const Explanation& explanation, const CommuneNames& names) {
  std::string text =
      absl::StrCat("Demande ", explanation.name(), " : ", KindInFrench(explanation.kind()));
  const auto commune = names.find(explanation.residence_commune());
  if (!explanation.residence_commune().empty()) {
    absl::StrAppend(&text, ", ",
                    commune == names.end() || commune->second.empty()
                        ? explanation.residence_commune()
                        : commune->second);
  }
  absl::StrAppend(&text, "\nÉtat : ", StateInFrench(explanation.state()));
  const std::string& why =
      explanation.blocking_rule().empty() ? explanation.reason() : explanation.blocking_rule();
  if (!why.empty()) absl::StrAppend(&text, " - ", ReasonInFrench(why));
  text += "\n";
  for (const std::string& fact : explanation.open_questions()) {
    absl::StrAppend(&text, "Précision attendue : ", FactInFrench(fact), "\n");
  }
  return text;
}

std::string Now(const Explanation& explanation, const CommuneNames& names) {
  if (!explanation.unavailable_services().empty()) {
    return "\nLe calcul ne répond pas en ce moment : seul ce qui a été noté est dit.\n";
  }
  if (!explanation.has_match()) {
    return "\nOn ne cherche plus personne pour cette demande : ce qui précède a été noté alors.\n";
  }
  return absl::StrCat("\nCe que donne le calcul en ce moment (pondérations ",
                      explanation.match().weights_version(), ") :\n",
                      ExplainMatch(explanation.match(), names));
}

}  // namespace

std::string StateInFrench(common::v1::RequestState state) {
  const std::string name = common::v1::RequestState_Name(state);
  const auto* const found = std::find_if(
      std::begin(kStates), std::end(kStates),
      [&](const Word& word) { return absl::StripPrefix(name, "REQUEST_STATE_") == word.code; });
  return found == std::end(kStates) ? "inconnue" : std::string(found->text);
}

std::string ExplainRequest(const Explanation& explanation, const CommuneNames& names) {
  return absl::StrCat(Heading(explanation, names), "\n", Asked(explanation),
                      Now(explanation, names));
}

}  // namespace entraide::cli
