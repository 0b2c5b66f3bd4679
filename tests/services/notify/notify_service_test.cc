// SPDX-License-Identifier: EUPL-1.2
#include "services/notify/notify_service.h"

#include <regex>

#include "absl/strings/str_join.h"
#include "clients/cpp/call.h"
#include "services/platform/base/uuid.h"
#include "services/platform/server/grpc_server.h"
#include "tests/services/notify/sending_fixture.h"

namespace entraide::notify {
namespace {

absl::StatusOr<auth::Caller> SessionOf(absl::string_view token, absl::Time /*deadline*/) {
  auth::Caller caller{.role = access::v1::ROLE_STAFF, .person = "p", .organization = "lien"};
  if (token == "admin") caller.role = access::v1::ROLE_ADMIN;
  return caller;
}

class NotifyServiceTest : public SendingTest {
 protected:
  using Stub = v1::NotifyService::Stub;

  static clients::CallOptions As(absl::string_view session) {
    return {.authorization = clients::BearerCredential(session), .deadline = Soon()};
  }
  absl::Status AnnounceAs(const std::string& service, const std::vector<Line>& lines) {
    v1::AnnounceRequest request;
    for (const Line& line : lines) {
      request.add_lines()->set_request(line.request);
      request.mutable_lines()->rbegin()->set_line(line.number);
    }
    return clients::Call(*stub_, &Stub::Announce, request, {.service = service, .deadline = Soon()})
        .status();
  }
  absl::StatusOr<v1::ListMessagesResponse> List(const v1::ListMessagesRequest& request,
                                                absl::string_view session = "admin") {
    return clients::Call(*stub_, &Stub::ListMessages, request, As(session));
  }
  absl::StatusOr<v1::Message> Replay(const std::string& name,
                                     const std::string& request_id = NewUuid()) {
    v1::ReplayMessageRequest request;
    request.set_name(name);
    request.set_request_id(request_id);
    return clients::Call(*stub_, &Stub::ReplayMessage, request, As("admin"));
  }
  absl::StatusOr<v1::FollowLinkResponse> Follow(const std::string& code, v1::LinkAction action) {
    v1::FollowLinkRequest request;
    request.set_code(code);
    request.set_action(action);
    return clients::Call(*stub_, &Stub::FollowLink, request, {.deadline = Soon()});
  }
  // The code of a link in the mail about a line of that action.
  std::string AMailedCode(const std::string& path, const std::string& action) {
    Happening happening = AnAcceptance();
    happening.action = action;
    Tell(happening);
    EXPECT_THAT(AnnounceAs("rides", {happening.line}), IsOk());
    TakeAll();
    SendAll();
    EXPECT_EQ(mails_.size(), 1U);
    std::smatch found;
    const std::regex link("/message/" + path + "#code=([0-9A-Z-]+)");
    return std::regex_search(mails_.at(0).text, found, link) ? found[1].str() : "";
  }
  // A message that no relay takes.
  v1::Message ADeadMessage() {
    EXPECT_THAT(AnnounceAs("rides", {AnAcceptance().line}), IsOk());
    TakeAll();
    post_office_ = absl::FailedPreconditionError("no such address");
    SendAll();
    post_office_ = absl::OkStatus();
    v1::ListMessagesRequest dead;
    dead.set_state(v1::Message::STATE_DEAD);
    const auto list = List(dead);
    EXPECT_THAT(list, IsOk());
    return list.ok() && list->messages_size() == 1 ? list->messages(0) : v1::Message();
  }

  const auth::TrackingCodes codes_{auth::TrackingCodes::Key{4}};
  const auth::Authenticator authenticator_{SessionOf, codes_};
  const auth::AccessTable access_ = *auth::AccessTable::Of({"entraide.notify.v1.NotifyService"});
  const rpc::Gate gate_{authenticator_, access_, metrics_, [this] { return now_; }};
  absl::Status owner_says_{};  // To who cancels.
  std::vector<std::string> cancelled_{};
  const Links links_{*pool_, sources_, secrets_,
                     [this](const std::string& request, const std::string& code,
                            const std::string& request_id, absl::Time) {
                       cancelled_.push_back(absl::StrJoin({request, code, request_id}, " "));
                       return owner_says_;
                     }};
  NotifyService service_{gate_, *pool_, links_};
  const std::unique_ptr<server::GrpcServer> server_ = *server::GrpcServer::Start({}, {&service_});
  const std::unique_ptr<Stub> stub_ = v1::NotifyService::NewStub(server_->InProcessChannel());
};

TEST_F(NotifyServiceTest, HearsThoseWhoOwnRequestsAndNobodyElse) {
  EXPECT_THAT(AnnounceAs("garage", {AnAcceptance().line}), IsOk());
  EXPECT_FALSE(AnnounceAs("coverage", {AnAcceptance().line}).ok());
  EXPECT_FALSE(clients::Call(*stub_, &Stub::Announce, v1::AnnounceRequest(), As("admin")).ok());
  TakeAll();
  SendAll();
  EXPECT_EQ(mails_.size(), 1U);
}

TEST_F(NotifyServiceTest, RefusesALineOfNothing) {
  EXPECT_THAT(AnnounceAs("rides", {}), HasReason("FIELDS_INVALID"));
  EXPECT_THAT(AnnounceAs("rides", {{.request = "rides/1", .number = 1}}),
              HasReason("FIELDS_INVALID"));
  EXPECT_THAT(AnnounceAs("rides", {{.request = kRide, .number = 0}}), HasReason("FIELDS_INVALID"));
}

TEST_F(NotifyServiceTest, ShowsOperatorsADeadMessageWithoutAddressOrText) {
  const v1::Message dead = ADeadMessage();
  EXPECT_EQ(dead.request(), kRide);
  EXPECT_EQ(dead.letter(), "accepted");
  EXPECT_EQ(dead.reason(), "FAILED_PRECONDITION");
  EXPECT_EQ(dead.attempt_count(), 1);
  EXPECT_THAT(dead.DebugString(), testing::Not(testing::HasSubstr("jeanne")));
  EXPECT_FALSE(List({}, "staff").ok());
}

TEST_F(NotifyServiceTest, SendsADeadMessageAnewOnce) {
  const v1::Message dead = ADeadMessage();
  const std::string id = NewUuid();
  ASSERT_THAT(Replay(dead.name(), id), IsOk());
  ASSERT_THAT(Replay(dead.name(), id), IsOk());  // The same answer.
  SendAll();
  EXPECT_EQ(mails_.size(), 1U);
  EXPECT_THAT(Replay(dead.name()), HasReason("STATE_FORBIDS"));
  EXPECT_THAT(Replay("messages/" + NewUuid()), HasReason("MESSAGE_UNKNOWN"));
  EXPECT_THAT(Replay("messages/1"), HasReason("FIELDS_INVALID"));
}

TEST_F(NotifyServiceTest, ALinkCancelsOnceAndSaysSoAfterwards) {
  const std::string code = AMailedCode("annuler", "accept");
  const auto first = Follow(code, v1::LINK_ACTION_CANCEL);
  ASSERT_THAT(first, IsOk());
  EXPECT_FALSE(first->done_before());
  const auto again = Follow(code, v1::LINK_ACTION_CANCEL);
  ASSERT_THAT(again, IsOk());
  EXPECT_TRUE(again->done_before());
  EXPECT_THAT(
      cancelled_,
      testing::ElementsAre(absl::StrJoin(
          {std::string(kRide), std::string("R-7K2M-9QX4-TB3W-5"), OnlyMessage().id.value()}, " ")));
}

TEST_F(NotifyServiceTest, ALinkThatCouldNotActCanBeUsedAgain) {
  const std::string code = AMailedCode("annuler", "accept");
  owner_says_ = absl::UnavailableError("draining");
  EXPECT_TRUE(absl::IsUnavailable(Follow(code, v1::LINK_ACTION_CANCEL).status()));
  owner_says_ = absl::OkStatus();
  EXPECT_FALSE(Follow(code, v1::LINK_ACTION_CANCEL)->done_before());
}

TEST_F(NotifyServiceTest, ALinkActsForWhatItIsAndUntilItsTimeAlone) {
  const std::string code = AMailedCode("annuler", "accept");
  EXPECT_THAT(Follow(code, v1::LINK_ACTION_UNSUBSCRIBE), HasReason("LINK_UNKNOWN"));
  EXPECT_THAT(Follow("0000-0000-0000-0", v1::LINK_ACTION_CANCEL), HasReason("LINK_UNKNOWN"));
  EXPECT_THAT(Follow("", v1::LINK_ACTION_CANCEL), HasReason("LINK_UNKNOWN"));
  EXPECT_THAT(Follow(code, v1::LINK_ACTION_UNSPECIFIED), HasReason("FIELDS_INVALID"));
  now_ = *AnAcceptance().start_time;
  EXPECT_THAT(Follow(code, v1::LINK_ACTION_CANCEL), HasReason("LINK_UNKNOWN"));
  EXPECT_TRUE(cancelled_.empty());
}

TEST_F(NotifyServiceTest, WhoHasUnsubscribedGetsWhatTheyMustKnowAndNothingElse) {
  ASSERT_THAT(Follow(AMailedCode("desabonner", "create"), v1::LINK_ACTION_UNSUBSCRIBE), IsOk());
  for (const auto& [line, action] : {std::pair{8, "create"}, std::pair{9, "accept"}}) {
    Happening happening = AnAcceptance();
    happening.line.number = line;
    happening.action = action;
    Tell(happening);
    ASSERT_THAT(AnnounceAs("rides", {happening.line}), IsOk());
  }
  TakeAll();
  SendAll();
  ASSERT_EQ(mails_.size(), 2U);  // The one with the link, and what must be known.
  EXPECT_THAT(mails_[1].subject, testing::HasSubstr("Bonne nouvelle"));
  EXPECT_EQ(Messages({.state = State::kDropped}).front().reason, "UNSUBSCRIBED");
}

TEST_F(NotifyServiceTest, ListsPageByPageLatestFirst) {
  for (int line = 1; line <= 5; ++line) {
    Happening happening = AnAcceptance();
    happening.line.number = line;
    Tell(happening);
    now_ += absl::Seconds(1);
    ASSERT_THAT(AnnounceAs("rides", {happening.line}), IsOk());
    TakeAll();
  }
  v1::ListMessagesRequest request;
  request.set_page_size(2);
  std::vector<std::int64_t> lines;
  do {
    const auto page = List(request);
    ASSERT_THAT(page, IsOk());
    for (const v1::Message& message : page->messages()) lines.push_back(message.line());
    request.set_page_token(page->next_page_token());
  } while (!request.page_token().empty());
  EXPECT_THAT(lines, testing::ElementsAre(5, 4, 3, 2, 1));
}

}  // namespace
}  // namespace entraide::notify
