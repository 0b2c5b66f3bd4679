// SPDX-License-Identifier: EUPL-1.2
#include "tests/services/platform/watch_testing.h"

#include "services/platform/rpc/status.h"

namespace entraide::outbox {
namespace {

WatchThingsResponse Message(const std::string& thing) {
  WatchThingsResponse message;
  message.set_thing(thing);
  return message;
}

absl::StatusOr<std::vector<WatchThingsResponse>> Snapshot(pg::Transaction& tx) {
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute("SELECT name FROM thing ORDER BY name"));
  std::vector<WatchThingsResponse> messages;
  for (int i = 0; i < found.rows(); ++i) messages.push_back(Message(found[i].Text(0)));
  messages.emplace_back().set_snapshot_end(true);
  return messages;
}

absl::StatusOr<std::vector<WatchThingsResponse>> Changed(pg::Transaction& /*tx*/,
                                                         const std::vector<std::string>& keys) {
  std::vector<WatchThingsResponse> messages;
  for (const std::string& key : keys) {
    if (key == "broken") return absl::InternalError("cannot be rendered");
    if (key != "hidden") messages.push_back(Message(key));
  }
  return messages;
}

}  // namespace

WatchSource<WatchThingsResponse> ThingSource() {
  return {.method = kWatchThings, .topics = {"thing"}, .snapshot = Snapshot, .changes = Changed};
}

SchemaScripts ThingTables() {
  return {.schema = "rides",
          .series = "test",
          .scripts = {{"0001.sql", "CREATE TABLE thing (name text PRIMARY KEY)"}}};
}

void WriteThing(pg::Transaction& tx, const std::string& name) {
  ASSERT_THAT(tx.Execute("INSERT INTO thing (name) VALUES ($1) ON CONFLICT DO NOTHING", {name}),
              IsOk());
  ASSERT_THAT(Append(tx, "thing", name), IsOk());
}

Reader::Reader(testing::v1::ThingService::Stub& stub, const std::string& resume_token,
               const std::string& service) {
  context_.set_deadline(absl::ToChronoTime(Soon()));
  if (!service.empty()) context_.AddMetadata("x-entraide-service", service);
  WatchThingsRequest request;
  request.set_resume_token(resume_token);
  reader_ = stub.WatchThings(&context_, request);
}

Reader::~Reader() {
  if (ended_) return;
  Cancel();
  End().IgnoreError();  // A test that wants to know has asked.
}

std::vector<std::string> Reader::Read(int count) {
  std::vector<std::string> read;
  WatchThingsResponse message;
  while (static_cast<int>(read.size()) < count && reader_->Read(&message)) {
    if (!message.resume_token().empty()) token_ = message.resume_token();
    const bool beat = message.change_case() == WatchThingsResponse::CHANGE_NOT_SET;
    read.push_back(beat ? "beat" : message.has_thing() ? message.thing() : "end");
  }
  return read;
}

absl::Status Reader::End() {
  WatchThingsResponse message;
  while (reader_->Read(&message)) {
  }
  ended_ = true;
  return rpc::FromGrpc(reader_->Finish());
}

void WatchTest::Start(WatchLimits limits) {
  service_ = std::make_unique<ThingService>(gate_, *pool_, limits);
  grpc::ServerBuilder builder;
  builder.RegisterService(service_.get());
  server_ = builder.BuildAndStart();
  stub_ = testing::v1::ThingService::NewStub(server_->InProcessChannel({}));
}

void WatchTest::TearDown() {
  if (service_ != nullptr) service_->Stop();
  if (server_ != nullptr) server_->Shutdown(std::chrono::system_clock::now());
}

void WatchTest::Write(const std::string& name) {
  absl::StatusOr<pg::Transaction> tx = pg::Transaction::Begin(*pool_, Soon());
  ASSERT_THAT(tx, IsOk());
  WriteThing(*tx, name);
  ASSERT_THAT(tx->Commit(), IsOk());
}

}  // namespace entraide::outbox
