// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <iterator>

#include "absl/strings/str_cat.h"
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
  switch (state) {
    case common::v1::REQUEST_STATE_SUBMITTED:
      return "enregistrée";
    case common::v1::REQUEST_STATE_NEEDS_INFO:
      return "en attente d'une précision";
    case common::v1::REQUEST_STATE_SEARCHING:
      return "en recherche";
    case common::v1::REQUEST_STATE_ACCEPTED:
      return "acceptée";
    case common::v1::REQUEST_STATE_COMPLETED:
      return "terminée";
    case common::v1::REQUEST_STATE_UNMET:
      return "sans solution";
    case common::v1::REQUEST_STATE_TURNED_DOWN:
      return "refusée";
    case common::v1::REQUEST_STATE_CANCELLED:
      return "annulée";
    case common::v1::REQUEST_STATE_EXPIRED:
      return "expirée";
    default:
      return "inconnue";
  }
}

std::string ExplainRequest(const Explanation& explanation, const CommuneNames& names) {
  return absl::StrCat(Heading(explanation, names), "\n", Asked(explanation),
                      Now(explanation, names));
}

}  // namespace entraide::cli
