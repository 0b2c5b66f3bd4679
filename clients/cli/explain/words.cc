// SPDX-License-Identifier: EUPL-1.2
#include "clients/cli/explain/words.h"

#include <algorithm>
#include <iterator>

#include "absl/strings/str_cat.h"

namespace entraide::cli {
namespace {

struct Word {
  absl::string_view code{};
  absl::string_view text{};
};

constexpr Word kKinds[] = {
    {"volunteer-ride", "être conduit par un bénévole"},
    {"shared-ride", "covoiturage"},
    {"on-demand-transit", "transport à la demande"},
    {"repair", "faire réparer un véhicule"},
    {"self-repair", "réparer soi-même, avec de l'aide"},
    {"vehicle-loan", "emprunter ou louer un véhicule"},
    {"vehicle-check", "faire contrôler un véhicule"},
    {"mobility-advice", "un conseil pour se déplacer"},
    {"parts", "trouver une pièce"},
    {"housework", "ménage"},
    {"gardening", "jardinage"},
    {"small-works", "petits travaux"},
    {"shopping", "courses"},
    {"meal", "repas"},
    {"visit", "visite, compagnie"},
    {"admin-help", "papiers et démarches"},
    {"digital-help", "ordinateur, téléphone, internet"},
    {"childcare", "garde d'enfant"},
    {"personal-care", "aide à la toilette, au lever"},
    {"mission", "une mission de bénévole"},
    {"vehicle-sale", "acheter un véhicule à petit prix"},
    {"driving-school", "passer le permis"},
    {"mobility-funding", "une aide financière pour se déplacer"},
    {"reuse", "des objets d'occasion"},
};

constexpr Word kFacts[] = {
    {"age-bracket", "l'âge"},
    {"social-minimum", "une aide sociale (RSA, AAH, ASPA, ASS)"},
    {"low-income", "les revenus"},
    {"income-tier", "le quotient familial"},
    {"job-seeker", "la recherche d'emploi"},
    {"has-contract", "un contrat de travail ou une formation"},
    {"licence", "le permis de conduire"},
    {"no-vehicle", "être sans véhicule"},
    {"disability", "un handicap"},
    {"dependency", "le besoin d'aide au quotidien"},
    {"member-of", "l'adhésion à une structure"},
    {"purpose", "le motif"},
    {"dropoff", "la destination"},
    {"health-insurance-paid", "la prise en charge par l'assurance maladie"},
};

// What comes after a number of offers, and after "personne".
struct Refusal {
  absl::string_view rule{};
  absl::string_view one{};
  absl::string_view many{};
  absl::string_view nobody{};
};

constexpr Refusal kRefusals[] = {
    {"KIND_NOT_OFFERED", "ne propose pas cette aide", "ne proposent pas cette aide",
     "personne ne propose cette aide"},
    {"OFFER_NOT_OPEN", "ne prend pas de demande en ce moment",
     "ne prennent pas de demande en ce moment", "personne ne prend de demande en ce moment"},
    {"PURPOSE_NOT_SERVED", "ne prend pas ce motif ou ce véhicule",
     "ne prennent pas ce motif ou ce véhicule", "personne ne prend ce motif ou ce véhicule"},
    {"ZONE_NOT_SERVED", "ne dessert pas cette commune", "ne desservent pas cette commune",
     "personne ne dessert cette commune"},
    {"PRESCRIBER_REQUIRED", "passe par un professionnel (mairie, CCAS, France Travail)",
     "passent par un professionnel (mairie, CCAS, France Travail)",
     "il faut passer par un professionnel (mairie, CCAS, France Travail)"},
    {"NOT_ELIGIBLE", "a des conditions que la demande ne remplit pas",
     "ont des conditions que la demande ne remplit pas",
     "la demande ne remplit les conditions de personne"},
    {"HEALTH_INSURANCE_PAID", "ne prend pas un trajet payé par l'assurance maladie",
     "ne prennent pas un trajet payé par l'assurance maladie",
     "l'assurance maladie paie ce trajet : c'est l'affaire d'un taxi conventionné"},
    {"NOTICE_TOO_SHORT", "demande un délai plus long", "demandent un délai plus long",
     "personne ne peut dans un délai si court"},
    {"TOO_FAR_AHEAD", "ne s'engage pas si longtemps à l'avance",
     "ne s'engagent pas si longtemps à l'avance", "personne ne s'engage si longtemps à l'avance"},
    {"CLOSED_THEN", "est fermée à ce moment-là", "sont fermées à ce moment-là",
     "tout est fermé à ce moment-là"},
    {"NEED_NOT_COVERED", "ne peut pas répondre à un besoin déclaré",
     "ne peuvent pas répondre à un besoin déclaré",
     "personne ne peut répondre à tous les besoins déclarés"},
    {"NO_SEAT", "n'a pas assez de places assises", "n'ont pas assez de places assises",
     "personne n'a assez de places assises"},
    {"NO_CAPACITY", "n'a plus de place", "n'ont plus de place", "il n'y a plus de place"},
    {"NOT_ADMITTED", "n'a pas encore accepté son bénévole",
     "n'ont pas encore accepté leur bénévole", "aucun bénévole n'est encore accepté"},
    {"DOCUMENT_EXPIRED", "n'a pas un document à jour (permis, assurance)",
     "n'ont pas un document à jour (permis, assurance)",
     "personne n'a ses documents à jour (permis, assurance)"},
    {"BUSY", "est déjà prise à ce moment-là", "sont déjà prises à ce moment-là",
     "tout le monde est déjà pris à ce moment-là"},
    {"LIMIT_REACHED", "a atteint sa limite (kilomètres, trajets ou heures)",
     "ont atteint leur limite (kilomètres, trajets ou heures)",
     "tout le monde a atteint sa limite (kilomètres, trajets ou heures)"},
    {"EXCLUDED", "a déjà dit non ou a été écartée", "ont déjà dit non ou ont été écartées",
     "tout le monde a déjà dit non"},
    {"MINOR_NOT_ACCEPTED", "ne prend pas de mineur seul", "ne prennent pas de mineur seul",
     "personne ne prend de mineur seul"},
    {"APPROVAL_REQUIRED", "n'a pas l'agrément nécessaire", "n'ont pas l'agrément nécessaire",
     "personne n'a l'agrément nécessaire"},
    {"MEMBERSHIP_REQUIRED", "demande d'adhérer avant", "demandent d'adhérer avant",
     "il faut d'abord adhérer"},
    {"LEGAL_FRAME", "sortirait du cadre légal", "sortiraient du cadre légal",
     "tout sortirait du cadre légal"},
    {"OFFERED_ELSEWHERE", "se demande ailleurs", "se demandent ailleurs",
     "cette aide se demande ailleurs"},
};

template <typename Table>
std::string TextOf(const Table& table, absl::string_view code) {
  const auto found = std::find_if(std::begin(table), std::end(table),
                                  [&](const Word& word) { return word.code == code; });
  return std::string(found == std::end(table) ? code : found->text);
}

const Refusal* FindRefusal(absl::string_view rule) {
  const auto* const found =
      std::find_if(std::begin(kRefusals), std::end(kRefusals),
                   [&](const Refusal& refusal) { return refusal.rule == rule; });
  return found == std::end(kRefusals) ? nullptr : found;
}

}  // namespace

std::string KindInFrench(absl::string_view kind) { return TextOf(kKinds, kind); }

std::string FactInFrench(absl::string_view fact) { return TextOf(kFacts, fact); }

std::string RefusalInFrench(absl::string_view rule, int offer_count) {
  const Refusal* const refusal = FindRefusal(rule);
  if (refusal == nullptr) return absl::StrCat(Number(offer_count), " : ", rule);
  return absl::StrCat(Number(offer_count), " ", offer_count > 1 ? refusal->many : refusal->one);
}

std::string BlockingInFrench(absl::string_view rule) {
  const Refusal* const refusal = FindRefusal(rule);
  return std::string(refusal == nullptr ? rule : refusal->nobody);
}

bool HasRefusalInFrench(absl::string_view rule) { return FindRefusal(rule) != nullptr; }

std::string Number(std::int64_t number) {
  std::string digits = absl::StrCat(number);
  const std::size_t first = number < 0 ? 1 : 0;
  for (std::size_t end = digits.size(); end > first + 3; end -= 3) {
    digits.insert(end - 3, "\u202f");  // A narrow space that does not break.
  }
  return digits;
}

std::string Count(std::int64_t number, absl::string_view one, absl::string_view many) {
  return absl::StrCat(Number(number), " ", number > 1 ? many : one);
}

std::string WhenInFrench(const google::protobuf::Timestamp& time) {
  absl::TimeZone paris;
  absl::LoadTimeZone("Europe/Paris", &paris);
  return absl::FormatTime("%d/%m/%Y à %H:%M", absl::FromUnixSeconds(time.seconds()), paris);
}

}  // namespace entraide::cli
