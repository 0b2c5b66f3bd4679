// SPDX-License-Identifier: EUPL-1.2
#include "services/notify/domain/compose.h"

#include <gmock/gmock.h>

#include "tests/services/notify/a_happening.h"

namespace entraide::notify {
namespace {

constexpr char kText[] =
    "Objet : Votre {thing} avance\n\n"
    "Bonjour,\n\n"
    "{holder} s'en occupe.\n{holder_phone}\n\n"
    "Rendez-vous : {when}.\n"
    "--- sms\n"
    "Votre {thing} avance.\n\n"
    "Bientôt, ça vient : {holder}\n";

TEST(ComposeMail, PutsTheValuesIn) {
  const Composed mail = ComposeMail(kText, {{"thing", "demande"},
                                            {"holder", "Le Lien"},
                                            {"holder_phone", "03 21 00 00 00"},
                                            {"when", "lundi"}});
  EXPECT_EQ(mail.subject, "Votre demande avance");
  EXPECT_EQ(mail.text,
            "Bonjour,\n\nLe Lien s'en occupe.\n03 21 00 00 00\n\nRendez-vous : lundi.\n");
}

TEST(ComposeMail, LeavesOutTheParagraphsOfWhatIsNotKnown) {
  const Composed mail = ComposeMail(kText, {{"holder", "Le Lien"}, {"when", "lundi"}});
  EXPECT_EQ(mail.subject, "Des nouvelles d'Entraide");
  EXPECT_EQ(mail.text, "Bonjour,\n\nRendez-vous : lundi.\n");
}

TEST(ComposeMail, TakesAValueForNothingElse) {
  EXPECT_EQ(ComposeMail("Objet : {thing}\n\n{holder}\n",
                        {{"thing", "{holder}"}, {"holder", "--- sms\n{when}"}})
                .text,
            "--- sms\n{when}\n");
}

TEST(ComposeSms, IsOneLineInTheAlphabetOfPhones) {
  EXPECT_EQ(ComposeSms(kText, {{"thing", "fenêtre"}, {"holder", "Cœur d’Artois"}}).text,
            "Votre fenetre avance. Bientot, ca vient : Coeur d'Artois");
}

TEST(MomentOf, IsByTheClockOnTheWall) {
  EXPECT_EQ(MomentOf(At(9, 30)), "mardi 24 novembre 2026 à 9 h 30");
  EXPECT_EQ(MomentOf(absl::FromCivil(absl::CivilMinute(2027, 8, 1, 14, 0), request::Paris())),
            "dimanche 1er août 2027 à 14 h");
}

TEST(PhoneOf, IsAsPeopleReadIt) {
  EXPECT_EQ(PhoneOf("+33353010077"), "03 53 01 00 77");
  EXPECT_EQ(PhoneOf("+3281123456"), "+3281123456");
  EXPECT_EQ(PhoneOf(""), "");
}

TEST(ThingOf, IsAWordForEachService) {
  EXPECT_EQ(ThingOf("rides/1"), "demande de trajet");
  EXPECT_EQ(ThingOf("jobs/1"), "demande au garage solidaire");
  EXPECT_EQ(ThingOf("visits/1"), "demande d'aide à domicile");
}

}  // namespace
}  // namespace entraide::notify
