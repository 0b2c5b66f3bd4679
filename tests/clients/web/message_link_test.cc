// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "tests/clients/web/browser.h"
#include "tests/clients/web/fake_town.h"

namespace entraide::web {
namespace {

using testing::HasSubstr;

struct MessageLink : testing::Test {
  MessageLink() { Furnish(town.town()); }

  FakeTown town{};
  Browser browser{town.pages()};
};

TEST_F(MessageLink, DoesNothingWhenItIsOpened) {
  browser.Get("/message/annuler");
  EXPECT_EQ(browser.status(), 200);
  EXPECT_THAT(browser.html(), HasSubstr("data-fragment=\"link_code\""));
  EXPECT_THAT(TextOf(browser.html()), HasSubstr("J’annule ma demande"));
  EXPECT_FALSE(town.town().last.contains("link"));
}

TEST_F(MessageLink, CancelsWhenTheButtonIsPressed) {
  browser.Get("/message/annuler");
  browser.Submit("/message/annuler", {{"link_code", "GOOD-CODE"}});
  EXPECT_EQ(browser.status(), 200);
  EXPECT_THAT(TextOf(browser.html()), HasSubstr("votre demande est annulée"));
  EXPECT_EQ(town.town().last["link"], "LINK_ACTION_CANCEL");
  browser.Get("/message/annuler");
  browser.Submit("/message/annuler", {{"link_code", "GOOD-CODE"}});  // Once more does no harm.
  EXPECT_EQ(browser.status(), 200);
}

TEST_F(MessageLink, EndsMessagesOfMereInformation) {
  browser.Get("/message/desabonner");
  browser.Submit("/message/desabonner", {{"link_code", "GOOD-CODE"}});
  EXPECT_THAT(TextOf(browser.html()), HasSubstr("que les messages importants"));
  EXPECT_EQ(town.town().last["link"], "LINK_ACTION_UNSUBSCRIBE");
}

TEST_F(MessageLink, SaysWhatIsWrongWithTheCode) {
  for (const auto& [code, sentence] :
       {std::pair{"OTHER", "Ce lien n’existe pas ou ne sert plus"},
        std::pair{"LATE-CODE", "Il est trop tard"}, std::pair{"", "Répondez à cette question"}}) {
    browser.Get("/message/annuler");
    browser.Submit("/message/annuler", {{"link_code", code}});
    EXPECT_EQ(browser.status(), 422);
    EXPECT_THAT(TextOf(browser.html()), HasSubstr(sentence));
  }
}

TEST_F(MessageLink, IsNotPressedFromAnotherSite) {
  browser.Get("/message/annuler");
  browser.ComeFrom("https://elsewhere.example");
  browser.Submit("/message/annuler", {{"link_code", "GOOD-CODE"}});
  EXPECT_EQ(browser.status(), 403);
}

}  // namespace
}  // namespace entraide::web
