// SPDX-License-Identifier: EUPL-1.2
// What the tables refuse, whatever the code may do.
#include <gmock/gmock.h>

#include "request_migrations.h"
#include "services/request/domain/answers.h"
#include "services/request/domain/changing.h"
#include "services/request/domain/holding.h"
#include "services/request/store/commitment_store.h"
#include "services/request/store/contact_store.h"
#include "services/request/store/due_store.h"
#include "services/request/store/task_store.h"
#include "tests/services/request/a_task.h"
#include "tests/support/database.h"
#include "tests/support/status_matchers.h"

namespace entraide::request {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class RequestStoreTest : public testing::Test {
 protected:
  void SetUp() override {
    auto tx = pg::Transaction::Begin(*pool_, Soon());
    ASSERT_THAT(tx, IsOk());
    const NewTask filed{.task = ATask(), .tracking_hash = std::string(32, 'h')};
    ASSERT_THAT(InsertTasks(*tx, {&filed}), IsOk());
    ASSERT_THAT(tx->Commit(), IsOk());
  }
  // Saves what `decide` makes of the stored request.
  template <typename Decide>
  absl::StatusOr<Task> Change(const Decide& decide) {
    ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::Begin(*pool_, Soon()));
    ASSIGN_OR_RETURN(const Task before, LockTask(tx, ATask().request.id));
    ASSIGN_OR_RETURN(Task after, decide(before));
    ASSIGN_OR_RETURN(after, SaveTask(tx, before, std::move(after)));
    RETURN_IF_ERROR(tx.Commit());
    return after;
  }
  absl::StatusOr<Task> Ask(int candidates) {
    return Change([&](Task task) {
      return ApplyMatch(std::move(task), AMatch(candidates), WavePolicyOfFrance(), kNow);
    });
  }
  absl::Status Execute(pg::Sql sql) {
    ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::Begin(*pool_, Soon()));
    RETURN_IF_ERROR(tx.Execute(sql).status());
    return tx.Commit();
  }
  std::vector<Asked> Committed() {
    auto tx = pg::Transaction::Begin(*pool_, Soon());
    const auto committed = ListCommitted(*tx);
    EXPECT_THAT(committed, IsOk());
    return committed.value_or(std::vector<Asked>());
  }
  absl::StatusOr<Task> Load() {
    ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::Begin(*pool_, Soon()));
    return LoadTask(tx, ATask().request.id);
  }

  TestDatabase database_{
      {PlatformTables("rides"), {"rides", "request", request_migrations::Files()}}};
  std::unique_ptr<pg::Pool> pool_ = database_.NewPool("rides");
};

TEST_F(RequestStoreTest, GivesBackWhatItWasGiven) {
  ASSERT_THAT(Ask(2), IsOk());
  const absl::StatusOr<Task> task = Load();
  ASSERT_THAT(task, IsOk());
  EXPECT_EQ(task->request.state, State::kSearching);
  EXPECT_EQ(task->request.version, 2);
  EXPECT_EQ(task->request.asked_count, 2);
  EXPECT_EQ(task->request.timing.start, ATask().request.timing.start);
  ASSERT_THAT(task->offers, SizeIs(2));
  EXPECT_EQ(task->offers[0].organization, OrganizationId("o1"));
  EXPECT_THAT(task->offers[0].terms, ElementsAre(Term{"detour", 8200, 25}));
}

TEST_F(RequestStoreTest, ListsWhatIsHeldWithWhoTookItOnAndWhen) {
  EXPECT_THAT(Committed(), IsEmpty());
  ASSERT_THAT(Ask(2), IsOk());
  EXPECT_THAT(Committed(), IsEmpty()) << "asked is not held";
  const absl::Time later = kNow + absl::Minutes(5);
  ASSERT_THAT(Change([&](Task task) { return Accept(task, ACandidate(2).id, later); }), IsOk());
  const std::vector<Asked> held = Committed();
  ASSERT_THAT(held, SizeIs(1));
  EXPECT_EQ(held[0].request.id, ATask().request.id);
  EXPECT_EQ(held[0].offer.service_offer, ACandidate(2).service_offer);
  EXPECT_EQ(held[0].offer.update_time, later);
}

TEST_F(RequestStoreTest, NothingIsHeldAnyMoreOnceItIsDoneOrCalledOff) {
  ASSERT_THAT(Ask(1), IsOk());
  ASSERT_THAT(Change([](Task task) { return Accept(task, ACandidate(1).id, kNow); }), IsOk());
  const absl::Time after = *ATask().request.timing.end;
  ASSERT_THAT(Change([&](Task task) { return Complete(task, after); }), IsOk());
  EXPECT_THAT(Committed(), IsEmpty()) << "its question stays ACCEPTED";
  EXPECT_EQ(Load()->offers[0].state, OfferState::kAccepted);
}

TEST_F(RequestStoreTest, FindsWhatIsHeldOfThoseAskedFor) {
  ASSERT_THAT(Ask(1), IsOk());
  ASSERT_THAT(Change([](Task task) { return Accept(task, ACandidate(1).id, kNow); }), IsOk());
  const RequestId other("00000000-0000-4000-8000-000000000002");
  auto tx = pg::Transaction::Begin(*pool_, Soon());
  EXPECT_THAT(*FindCommitted(*tx, {other}), IsEmpty());
  EXPECT_THAT(*FindCommitted(*tx, {other, ATask().request.id}), SizeIs(1));
}

TEST_F(RequestStoreTest, RefusesASecondAcceptance) {
  ASSERT_THAT(Ask(2), IsOk());
  ASSERT_THAT(Change([](Task task) { return Accept(task, ACandidate(1).id, kNow); }), IsOk());
  EXPECT_EQ(Execute("UPDATE request_offer SET state = 'ACCEPTED', reason = '' "
                    "WHERE organization_id = 'o2'")
                .code(),
            absl::StatusCode::kAlreadyExists);
}

TEST_F(RequestStoreTest, RefusesASecondLiveQuestionToTheSameOffer) {
  ASSERT_THAT(Ask(1), IsOk());
  const absl::StatusOr<Task> twice = Change([](Task task) -> absl::StatusOr<Task> {
    task.offers.push_back(task.offers[0]);
    task.offers[1].id = ACandidate(2).id;
    return task;
  });
  EXPECT_EQ(twice.status().code(), absl::StatusCode::kAlreadyExists);
  EXPECT_THAT(Load()->offers, SizeIs(1));
}

TEST_F(RequestStoreTest, RefusesToSaveWhatChangedMeanwhile) {
  const absl::StatusOr<Task> before = Load();
  ASSERT_THAT(Ask(1), IsOk());
  auto tx = pg::Transaction::Begin(*pool_, Soon());
  absl::StatusOr<Task> off = Cancel(*before, "", kNow);
  EXPECT_THAT(SaveTask(*tx, *before, *off), HasReason("CHANGED_MEANWHILE"));
}

TEST_F(RequestStoreTest, RefusesToRewriteHistory) {
  for (const pg::Sql sql :
       {pg::Sql("UPDATE request_history SET reason = 'x'"), pg::Sql("DELETE FROM request_history"),
        pg::Sql("TRUNCATE request_history"), pg::Sql("DELETE FROM reveal_audit")}) {
    EXPECT_EQ(Execute(sql).code(), absl::StatusCode::kFailedPrecondition) << sql.text;
  }
}

TEST_F(RequestStoreTest, RefusesStatesThatCannotBe) {
  for (const pg::Sql sql : {pg::Sql("UPDATE request SET state = 'LOST'"),
                            pg::Sql("UPDATE request SET state = 'ACCEPTED'"),
                            pg::Sql("UPDATE request SET held_by = 'o1'"),
                            pg::Sql("UPDATE request SET state = 'NEEDS_INFO'"),
                            pg::Sql("UPDATE request SET blocking_rule = 'ZONE_NOT_SERVED'"),
                            pg::Sql("UPDATE request SET residence_commune = 'Anvin'")}) {
    EXPECT_EQ(Execute(sql).code(), absl::StatusCode::kFailedPrecondition) << sql.text;
  }
}

TEST_F(RequestStoreTest, CountsThePlaceOfWhatWaits) {
  const RequestId other("00000000-0000-4000-8000-000000000002");
  {
    auto tx = pg::Transaction::Begin(*pool_, Soon());
    NewTask later{.task = ATask(), .tracking_hash = std::string(32, 'i')};
    later.task.request.id = other;
    later.task.request.create_time = kNow + absl::Hours(1);
    ASSERT_THAT(InsertTasks(*tx, {&later}), IsOk());
    ASSERT_THAT(tx->Commit(), IsOk());
  }
  ASSERT_THAT(Execute("UPDATE request SET state = 'WAITLISTED', held_by = 'o1', kind = 'repair'"),
              IsOk());
  auto tx = pg::Transaction::Begin(*pool_, Soon());
  EXPECT_EQ(LoadTask(*tx, ATask().request.id)->request.wait_place, 1);
  EXPECT_EQ(LockTask(*tx, other)->request.wait_place, 2);
  EXPECT_THAT(Promote(*LoadTask(*tx, other), "", Role::kStaff, kNow), HasReason("OUT_OF_ORDER"));
}

TEST_F(RequestStoreTest, KeepsAPendingChange) {
  ASSERT_THAT(Ask(1), IsOk());
  ASSERT_THAT(Change([](Task task) { return Accept(task, ACandidate(1).id, kNow); }), IsOk());
  const std::string details("\x00\xff z", 4);
  ASSERT_THAT(
      Change([&](Task task) { return ProposeChange(task, details, Role::kRequester, kNow); }),
      IsOk());
  const absl::StatusOr<Task> kept = Load();
  ASSERT_TRUE(kept->request.pending_change.has_value());
  EXPECT_EQ(kept->request.pending_change->details, details);
  EXPECT_EQ(kept->request.pending_change->side, PendingChange::Side::kRequester);
  EXPECT_EQ(kept->request.pending_change->expire_time, kNow + absl::Hours(7 * 24));
}

TEST_F(RequestStoreTest, TellsOfEachLineByAnEventWithoutPersonalData) {
  ASSERT_THAT(Ask(1), IsOk());
  auto tx = pg::Transaction::Begin(*pool_, Soon());
  const auto wrong = tx->Execute(
      "SELECT count(*) FROM request_history AS line "
      "  FULL JOIN (SELECT key FROM outbox WHERE topic = 'request-notice') AS event "
      "    ON event.key = line.request_id || '/' || line.id "
      " WHERE line.id IS NULL OR event.key IS NULL");
  ASSERT_THAT(wrong, IsOk());
  EXPECT_EQ((*wrong)[0].Number(0), 0);
}

TEST_F(RequestStoreTest, RefusesAContactWithoutAWayToReachThem) {
  auto tx = pg::Transaction::Begin(*pool_, Soon());
  EXPECT_EQ(InsertContacts(*tx, {{ATask().request.id, {.display_name = "Jeanne"}}}).code(),
            absl::StatusCode::kFailedPrecondition);
}

TEST_F(RequestStoreTest, NotesWhoSawAContact) {
  ASSERT_THAT(Ask(1), IsOk());
  ASSERT_THAT(Change([](Task task) { return Accept(task, ACandidate(1).id, kNow); }), IsOk());
  auto tx = pg::Transaction::Begin(*pool_, Soon());
  const RequestId id = ATask().request.id;
  ASSERT_THAT(InsertContacts(*tx, {{id, {.display_name = "Jeanne", .email = "j@example.org"}}}),
              IsOk());
  const Reveal reveal{id, OrganizationId("o1"), "person", "to call"};
  ASSERT_THAT(RevealContact(*tx, reveal, kNow), IsOk());
  EXPECT_EQ((*tx->Execute("SELECT reason FROM reveal_audit"))[0].Text(0), "to call");
  EXPECT_THAT(RevealContact(*tx, {id, OrganizationId("o2"), "person", "to call"}, kNow),
              HasReason("REQUEST_UNKNOWN"));
}

TEST_F(RequestStoreTest, FindsWhatIsDueAndPutsItOff) {
  auto tx = pg::Transaction::Begin(*pool_, Soon());
  const RequestId id = ATask().request.id;
  EXPECT_THAT(*ListDue(*tx, kNow - absl::Seconds(1), 9), testing::IsEmpty());
  EXPECT_THAT(*ListDue(*tx, kNow, 9), ElementsAre(id));
  ASSERT_THAT(Postpone(*tx, id, kNow, kNow + absl::Hours(1)), IsOk());
  EXPECT_THAT(*ListDue(*tx, kNow, 9), testing::IsEmpty());
  EXPECT_THAT(*ListDue(*tx, kNow + absl::Hours(1), 9), ElementsAre(id));
}

}  // namespace
}  // namespace entraide::request
