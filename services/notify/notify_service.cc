// SPDX-License-Identifier: EUPL-1.2
#include "services/notify/notify_service.h"

#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "services/notify/convert.h"
#include "services/notify/store/announced_store.h"
#include "services/notify/store/message_store.h"
#include "services/platform/base/status.h"
#include "services/platform/base/uuid.h"
#include "services/platform/base/violations.h"
#include "services/platform/rpc/page.h"
#include "services/platform/rpc/unary.h"

namespace entraide::notify {
namespace {

constexpr char kAnnounce[] = "/entraide.notify.v1.NotifyService/Announce";
constexpr char kFollowLink[] = "/entraide.notify.v1.NotifyService/FollowLink";
constexpr char kListMessages[] = "/entraide.notify.v1.NotifyService/ListMessages";
constexpr char kReplayMessage[] = "/entraide.notify.v1.NotifyService/ReplayMessage";

// One row more than the page holds shows whether another follows.
absl::StatusOr<Wanted> WantedOf(const v1::ListMessagesRequest& request, const rpc::Page& page) {
  Wanted wanted{.possibly_sent_twice = request.possibly_sent_twice(), .limit = page.size + 1};
  ASSIGN_OR_RETURN(wanted.state, ParseStateFilter(request.state()));
  if (page.after.empty()) return wanted;
  std::int64_t micros = 0;
  if (!absl::SimpleAtoi(page.after[0], &micros) || !IsUuid(page.after[1])) {
    return InvalidField("page_token", "MALFORMED", "the next_page_token of the same list");
  }
  wanted.before_time = absl::FromUnixMicros(micros);
  wanted.before_id = page.after[1];
  return wanted;
}

}  // namespace

grpc::Status NotifyService::Announce(Context context, const v1::AnnounceRequest* request,
                                     v1::AnnounceResponse* response) {
  return rpc::Unary(gate_, *context, kAnnounce, *request, response,
                    [&](const rpc::Call& call) -> absl::StatusOr<v1::AnnounceResponse> {
                      ASSIGN_OR_RETURN(const std::vector<Line> lines, ParseLines(*request));
                      ASSIGN_OR_RETURN(pg::Transaction tx,
                                       pg::Transaction::Begin(pool_, call.deadline));
                      RETURN_IF_ERROR(NoteLines(tx, lines, call.now));
                      RETURN_IF_ERROR(tx.Commit());
                      return v1::AnnounceResponse();
                    });
}

grpc::Status NotifyService::FollowLink(Context context, const v1::FollowLinkRequest* request,
                                       v1::FollowLinkResponse* response) {
  return rpc::Unary(gate_, *context, kFollowLink, *request, response,
                    [&](const rpc::Call& call) -> absl::StatusOr<v1::FollowLinkResponse> {
                      ASSIGN_OR_RETURN(const LinkAction action, ParseLinkAction(request->action()));
                      ASSIGN_OR_RETURN(
                          const Links::Outcome outcome,
                          links_.Follow(request->code(), action, call.now, call.deadline));
                      v1::FollowLinkResponse answer;
                      answer.set_done_before(outcome == Links::Outcome::kDoneBefore);
                      return answer;
                    });
}

grpc::Status NotifyService::ListMessages(Context context, const v1::ListMessagesRequest* request,
                                         v1::ListMessagesResponse* response) {
  return rpc::Unary(
      gate_, *context, kListMessages, *request, response,
      [&](const rpc::Call& call) -> absl::StatusOr<v1::ListMessagesResponse> {
        ASSIGN_OR_RETURN(const rpc::Page page, rpc::PageOf(*request, 2));
        ASSIGN_OR_RETURN(const Wanted wanted, WantedOf(*request, page));
        ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::BeginSnapshot(pool_, call.deadline));
        ASSIGN_OR_RETURN(std::vector<Message> found, notify::ListMessages(tx, wanted));
        v1::ListMessagesResponse list;
        if (found.size() > static_cast<std::size_t>(page.size)) {
          found.resize(static_cast<std::size_t>(page.size));
          list.set_next_page_token(rpc::NextPageToken(
              *request, {absl::StrCat(absl::ToUnixMicros(found.back().create_time)),
                         found.back().id.value()}));
        }
        for (const Message& message : found) *list.add_messages() = ToProto(message);
        return list;
      });
}

grpc::Status NotifyService::ReplayMessage(Context context, const v1::ReplayMessageRequest* request,
                                          v1::Message* response) {
  return rpc::Mutate(
      gate_, pool_, *context, kReplayMessage, *request, response,
      [&](const rpc::Call& call, pg::Transaction& tx) -> absl::StatusOr<v1::Message> {
        ASSIGN_OR_RETURN(const MessageId id, ParseMessageName(request->name()));
        ASSIGN_OR_RETURN(const Message dead, LockMessage(tx, id));
        ASSIGN_OR_RETURN(const Message again, Replay(dead, call.now));
        RETURN_IF_ERROR(SaveMessage(tx, dead, again));
        return ToProto(again);
      });
}

}  // namespace entraide::notify
