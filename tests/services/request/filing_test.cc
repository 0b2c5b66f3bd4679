// SPDX-License-Identifier: EUPL-1.2
#include "services/request/domain/filing.h"

#include <gmock/gmock.h>

#include "services/request/domain/need.h"
#include "tests/services/request/a_task.h"

namespace entraide::request {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const KnownCommunes kKnown = {{"62361", "62361"}, {"62999", "62361"}};
const std::vector<absl::string_view> kKinds = {"volunteer-ride"};

Filing AFiling() {
  return {.kind = "volunteer-ride",
          .residence_commune = "62361",
          .acting_for = ActingFor::kSelf,
          .contact = {.display_name = "Jeanne Martin", .phone = "03 21 00 00 00"},
          .consent_version = "2026-11"};
}

struct Checked {
  Filing filing{};
  std::vector<std::string> wrong{};  // `field REASON`
};

Checked Check(const Filing& filing, const Filer& filer = {}) {
  Violations violations;
  Checked checked{.filing = CheckFiling(filing, kKinds, filer, kKnown, violations)};
  for (const Violation& violation : violations.found()) {
    checked.wrong.push_back(violation.field + " " + violation.reason);
  }
  return checked;
}

TEST(CheckFiling, TakesAGoodOneAndPutsItsPhoneInE164) {
  EXPECT_THAT(Check(AFiling()).wrong, IsEmpty());
  EXPECT_EQ(Check(AFiling()).filing.contact.phone, "+33321000000");
}

TEST(CheckFiling, FollowsAMergedCommune) {
  Filing filing = AFiling();
  filing.residence_commune = "62999";
  EXPECT_EQ(Check(filing).filing.residence_commune, "62361");
}

TEST(CheckFiling, NamesEverythingThatIsWrongAtOnce) {
  EXPECT_THAT(Check({.facts = {{"shoe-size", "43"}}, .needs = {"a-million"}}).wrong,
              ElementsAre("request.kind REQUIRED", "request.residence_commune REQUIRED",
                          "request.acting_for REQUIRED", "request.contact.display_name REQUIRED",
                          "request.contact.phone REQUIRED", "request.facts[0].fact UNKNOWN_VALUE",
                          "request.needs[0] UNKNOWN_VALUE", "request.consent_version REQUIRED"));
}

TEST(CheckFiling, RefusesACommuneThatDoesNotExistOrHasNoSuchForm) {
  Filing filing = AFiling();
  filing.residence_commune = "62362";
  EXPECT_THAT(Check(filing).wrong, ElementsAre("request.residence_commune UNKNOWN_VALUE"));
  filing.residence_commune = "Anvin";
  EXPECT_THAT(Check(filing).wrong, ElementsAre("request.residence_commune MALFORMED"));
}

TEST(CheckFiling, RefusesTextThatIsTooLongOrNoText) {
  Filing filing = AFiling();
  filing.note_public = std::string(1001, 'a');
  filing.note_private = "a\x01";
  EXPECT_THAT(Check(filing).wrong,
              ElementsAre("request.note_public TOO_LONG", "request.note_private NOT_TEXT"));
  filing.note_public = "\xff";
  filing.note_private = std::string(1000, 'a');
  EXPECT_THAT(Check(filing).wrong, ElementsAre("request.note_public NOT_TEXT"));
}

TEST(CheckFiling, KeepsContactsOutOfWhatEverybodyAskedWillRead) {
  for (const absl::string_view text : {"appeler le 06.12.34.56.78", "jeanne@example.org"}) {
    Filing filing = AFiling();
    filing.note_public = std::string(text);
    EXPECT_THAT(Check(filing).wrong, ElementsAre("request.note_public HOLDS_CONTACT"));
  }
}

TEST(CheckFiling, LetsOnlyASessionSpeakForABodyOrByPhone) {
  Filing filing = AFiling();
  filing.acting_for = ActingFor::kPrescriber;
  filing.channel = Channel::kPhone;
  EXPECT_THAT(Check(filing).wrong,
              ElementsAre("request.acting_for ROLE_FORBIDS", "request.channel ROLE_FORBIDS"));
  EXPECT_THAT(Check(filing, {Filer::Kind::kPrescriber, "ccas"}).wrong, IsEmpty());
  EXPECT_THAT(Check(filing, {Filer::Kind::kStaff, "garage"}).wrong,
              ElementsAre("request.acting_for ROLE_FORBIDS"));
  filing.acting_for = ActingFor::kOperator;
  EXPECT_THAT(Check(filing, {Filer::Kind::kStaff, "garage"}).wrong, IsEmpty());
}

TEST(CheckFiling, KnowsPhonesAndAddressesByTheirForm) {
  for (const absl::string_view phone : {"12", "abc", "+", "03210000000000000", "+0321000000"}) {
    Filing filing = AFiling();
    filing.contact.phone = std::string(phone);
    EXPECT_THAT(Check(filing).wrong, ElementsAre("request.contact.phone MALFORMED")) << phone;
  }
  for (const absl::string_view phone : {"+33 6 12 34 56 78", "0033612345678", "06-12-34-56-78"}) {
    Filing filing = AFiling();
    filing.contact.phone = std::string(phone);
    EXPECT_EQ(Check(filing).filing.contact.phone, "+33612345678") << phone;
  }
  for (const absl::string_view email : {"@", "a@b", "a b@c.fr", "a@b@c.fr", "a@.fr", "a@b..fr"}) {
    Filing filing = AFiling();
    filing.contact.email = std::string(email);
    EXPECT_THAT(Check(filing).wrong, ElementsAre("request.contact.email MALFORMED")) << email;
  }
}

TEST(File, KeepsTheBodyThatFiledForSomebodyElse) {
  Filing filing = AFiling();
  filing.acting_for = ActingFor::kPrescriber;
  const Task task = File(filing, {Filer::Kind::kPrescriber, "ccas"}, {}, RequestId("r"), kNow);
  EXPECT_EQ(task.request.filed_by, OrganizationId("ccas"));
  EXPECT_EQ(task.request.state, State::kSubmitted);
  EXPECT_EQ(task.lines.at(0).action, "create");
}

TEST(File, DoesNotTieWhatAMemberAsksForThemselvesToTheirBody) {
  const Task task = File(AFiling(), {Filer::Kind::kStaff, "garage"}, {}, RequestId("r"), kNow);
  EXPECT_EQ(task.request.filed_by, std::nullopt);
}

TEST(NeedOf, PutsAnswersToDetailsInTheirPlace) {
  Task task = ATask();
  task.request.facts = {{"health-insurance-paid", "no"}, {"licence", "yes"}, {"purpose", "work"}};
  Need need = NeedOf(task.request);
  need.purpose = "health";
  ApplyAnswers(task.request, need);
  EXPECT_EQ(need.health_insurance_paid, "no");
  EXPECT_EQ(need.purpose, "work");
  EXPECT_THAT(need.facts, ElementsAre(Fact{"licence", "yes"}));
}

}  // namespace
}  // namespace entraide::request
