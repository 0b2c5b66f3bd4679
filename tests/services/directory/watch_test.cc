// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "tests/services/directory/service_testing.h"

namespace entraide::directory {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Stub = v1::DirectoryService::Stub;

// One open stream; what it told, in short words.
class Reader {
 public:
  Reader(Stub& stub, const std::string& service, const std::string& token = "") {
    context_.set_deadline(absl::ToChronoTime(Soon()));
    context_.AddMetadata("x-entraide-service", service);
    v1::WatchOffersRequest request;
    request.set_resume_token(token);
    stream_ = stub.WatchOffers(&context_, request);
  }
  ~Reader() {
    context_.TryCancel();
    if (!finished_) stream_->Finish();
  }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  // The next message; one without a change when the stream has ended.
  v1::WatchOffersResponse Next() {
    v1::WatchOffersResponse message;
    if (stream_->Read(&message) && !message.resume_token().empty()) token_ = message.resume_token();
    return message;
  }
  std::vector<std::string> Next(int count) {
    std::vector<std::string> told;
    for (int i = 0; i < count; ++i) told.push_back(Word(Next()));
    return told;
  }
  absl::Status End() {
    v1::WatchOffersResponse message;
    while (stream_->Read(&message)) continue;
    finished_ = true;
    return rpc::FromGrpc(stream_->Finish());
  }
  const std::string& token() const { return token_; }

 private:
  static std::string Words(const v1::RoadTimes& times) {
    std::string words = times.first() ? "ways" : "more ways";
    for (const v1::RoadTimesFrom& row : times.rows()) {
      for (int i = 0; i < row.to_size(); ++i) {
        absl::StrAppend(&words, " ", row.from(), ">", row.to(i), " ", row.seconds(i), " s");
      }
    }
    return words;
  }
  static std::string Word(const v1::WatchOffersResponse& message) {
    switch (message.change_case()) {
      case v1::WatchOffersResponse::kCommune:
        return message.commune().insee_code();
      case v1::WatchOffersResponse::kRoadTimes:
        return Words(message.road_times());
      case v1::WatchOffersResponse::kOffer:
        return absl::StrCat("offer ", message.offer().service_offer().local_id());
      case v1::WatchOffersResponse::kRemovedOffer:
        return "removed";
      case v1::WatchOffersResponse::kSnapshotEnd:
        return "end";
      case v1::WatchOffersResponse::CHANGE_NOT_SET:
        break;
    }
    return "nothing";
  }

  grpc::ClientContext context_{};
  std::unique_ptr<grpc::ClientReader<v1::WatchOffersResponse>> stream_{};
  std::string token_{};
  bool finished_ = false;
};

class WatchTest : public ServiceTest {
 protected:
  void Suspend(const std::string& name) {
    v1::SuspendServiceOfferRequest request;
    request.set_name(name);
    request.set_reason("congés");
    request.set_request_id(NewUuid());
    ASSERT_THAT(Call(&Stub::SuspendServiceOffer, request, kAdmin), IsOk());
  }
};

TEST_F(WatchTest, TellsCommunesAndPublishedOffersThenWhatChanges) {
  const std::string garage = HaveAGarage();
  Reader reader(*stub_, "matcher");
  EXPECT_THAT(reader.Next(4), ElementsAre("62036", "62361", "offer repair", "end"));
  Suspend(OnlyOfferOf(garage).name());
  EXPECT_THAT(reader.Next(1), ElementsAre("removed"));
  ASSERT_THAT(ImportCommunes({ACommuneRow(2, "62047", "Aubrometz")}), IsOk());
  EXPECT_THAT(reader.Next(1), ElementsAre("62047"));
}

TEST_F(WatchTest, GoesOnFromWhereTheReaderWas) {
  const std::string garage = HaveAGarage();
  std::string token;
  {
    Reader reader(*stub_, "coverage");
    reader.Next(4);
    token = reader.token();
  }
  Suspend(OnlyOfferOf(garage).name());
  Reader again(*stub_, "coverage", token);
  EXPECT_THAT(again.Next(1), ElementsAre("removed"));
}

TEST_F(WatchTest, TellsTravelTimesWhole) {
  HaveAGarage();
  v1::TravelTimeRow row;
  row.mutable_travel_time()->set_from("62361");
  row.mutable_travel_time()->set_to("62036");
  row.mutable_travel_time()->set_minutes(20);
  ASSERT_THAT(ImportTravelTimes({row}), IsOk());
  Reader reader(*stub_, "matcher");
  EXPECT_THAT(reader.Next(5),
              ElementsAre("62036", "62361", "ways 62361>62036 1200 s", "offer repair", "end"));
  row.mutable_travel_time()->set_from("62036");
  row.mutable_travel_time()->set_to("62361");
  ASSERT_THAT(ImportTravelTimes({row}), IsOk());
  EXPECT_THAT(reader.Next(1), ElementsAre("ways 62036>62361 1200 s"));
  ASSERT_THAT(ImportTravelTimes({}), IsOk());
  EXPECT_THAT(reader.Next(1), ElementsAre("ways"));
}

TEST_F(WatchTest, WritesTheZoneOutAsCommunesAndAllOfFranceAsEverywhere) {
  HaveAGarage();
  v1::OrganizationRow row = AnOrganizationRow(1, "aides");
  *row.mutable_organization()->add_service_offers() = ARepairOffer("funding");
  row.mutable_organization()->mutable_service_offers(0)->add_zone()->set_france(true);
  Reader reader(*stub_, "matcher");
  reader.Next(2);
  const v1::WatchOffersResponse repair = reader.Next();
  EXPECT_THAT(repair.offer().communes(), ElementsAre("62361"));
  EXPECT_FALSE(repair.offer().everywhere());
  EXPECT_EQ(repair.offer().organization().local_id(), "garage");
  reader.Next(1);
  ASSERT_THAT(ImportOrganizations({row}), IsOk());
  const v1::WatchOffersResponse funding = reader.Next();
  EXPECT_TRUE(funding.offer().everywhere());
  EXPECT_THAT(funding.offer().communes(), IsEmpty());
}

TEST_F(WatchTest, IsForTheServicesThatMatchOnly) {
  EXPECT_THAT(Reader(*stub_, "web").End(), HasReason("ROLE_FORBIDS"));
}

}  // namespace
}  // namespace entraide::directory
