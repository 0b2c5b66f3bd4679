// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/watch_offers.h"

#include <algorithm>
#include <limits>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "services/directory/convert.h"
#include "services/directory/store/commune_store.h"
#include "services/directory/store/offer_store.h"
#include "services/directory/store/organization_store.h"
#include "services/directory/store/place_store.h"
#include "services/directory/store/search_store.h"
#include "services/directory/store/travel_store.h"

namespace entraide::directory {
namespace {

using Messages = std::vector<v1::WatchOffersResponse>;

constexpr int kWaysAMessage = 20'000;
constexpr int kAll = std::numeric_limits<int>::max();

absl::Status TellCommunes(pg::Transaction& tx, const std::vector<std::string>& codes,
                          Messages& told) {
  ASSIGN_OR_RETURN(const auto communes, ReadCommunes(tx, codes));
  for (const Commune& commune : communes) {
    *told.emplace_back().mutable_commune() = ToProto(commune);
  }
  return absl::OkStatus();
}

absl::StatusOr<v1::WatchedOffer> Watched(pg::Transaction& tx, const ServiceOffer& offer,
                                         const Organization& organization) {
  v1::WatchedOffer watched;
  *watched.mutable_service_offer() = ToProto(offer);
  *watched.mutable_organization() = ToProto(organization);
  watched.set_everywhere(std::any_of(offer.zone.begin(), offer.zone.end(), [](const Area& area) {
    return area.level == Area::Level::kFrance;
  }));
  if (watched.everywhere()) return watched;
  ASSIGN_OR_RETURN(const auto communes, ReadOfferCommunes(tx, offer.id));
  watched.mutable_communes()->Assign(communes.begin(), communes.end());
  return watched;
}

// An offer of `tx`'s instant, or that it is no longer shown.
absl::Status TellOffers(pg::Transaction& tx, const std::vector<std::string>& ids, Messages& told) {
  absl::flat_hash_map<std::string, Organization> organizations;
  ASSIGN_OR_RETURN(const auto offers, ReadOffers(tx, ids));
  for (const ServiceOffer& offer : offers) {
    const std::string& whose = offer.organization.value();
    if (!organizations.contains(whose)) {
      ASSIGN_OR_RETURN(const auto read, ReadOrganizations(tx, {whose}));
      organizations[whose] = read.at(0);
    }
    const Organization& organization = organizations[whose];
    v1::WatchOffersResponse& message = told.emplace_back();
    if (offer.listing.state == ListingState::kPublished &&
        organization.listing.state == ListingState::kPublished) {
      ASSIGN_OR_RETURN(*message.mutable_offer(), Watched(tx, offer, organization));
    } else {
      message.set_removed_offer(NameOf(offer));
    }
  }
  return absl::OkStatus();
}

// `times` are all there are, by `from`; in messages that stay far under their bound.
void TellTravelTimes(const std::vector<TravelTime>& times, Messages& told) {
  v1::RoadTimes* message = told.emplace_back().mutable_road_times();
  message->set_first(true);
  int ways = 0;
  for (const TravelTime& time : times) {
    const bool another = message->rows().empty() || message->rows().rbegin()->from() != time.from;
    if (another && ways >= kWaysAMessage) {
      message = told.emplace_back().mutable_road_times();
      ways = 0;
    }
    v1::RoadTimesFrom& row = another ? *message->add_rows() : *message->mutable_rows()->rbegin();
    row.set_from(time.from);
    row.add_to(time.to);
    row.add_seconds(time.seconds);
    row.add_meters(time.meters);
    ++ways;
  }
}

absl::StatusOr<Messages> Snapshot(pg::Transaction& tx) {
  Messages told;
  ASSIGN_OR_RETURN(const auto codes, ListCommuneCodes(tx, "", "", kAll));
  RETURN_IF_ERROR(TellCommunes(tx, codes, told));
  ASSIGN_OR_RETURN(const auto times, ListTravelTimes(tx));
  if (!times.empty()) TellTravelTimes(times, told);
  ASSIGN_OR_RETURN(const auto offers, ListPublishedOfferIds(tx, "", kAll));
  RETURN_IF_ERROR(TellOffers(tx, offers, told));
  told.emplace_back().mutable_snapshot_end();
  return told;
}

// Communes first, since the others name them.
absl::StatusOr<Messages> TellChanges(pg::Transaction& tx, const std::vector<std::string>& keys) {
  std::vector<std::string> codes;
  std::vector<std::string> offers;
  bool times_changed = false;
  for (const std::string& key : keys) {
    if (absl::StartsWith(key, "communes/")) {
      ASSIGN_OR_RETURN(codes.emplace_back(), ParseCommuneName(key));
    } else if (key == "travelTimes") {
      times_changed = true;
    } else {
      ASSIGN_OR_RETURN(const OfferKey offer, ParseOfferName("key", key));
      offers.push_back(offer.id.value());
    }
  }
  Messages told;
  RETURN_IF_ERROR(TellCommunes(tx, codes, told));
  if (times_changed) {
    ASSIGN_OR_RETURN(const auto times, ListTravelTimes(tx));
    TellTravelTimes(times, told);
  }
  RETURN_IF_ERROR(TellOffers(tx, offers, told));
  return told;
}

}  // namespace

outbox::WatchSource<v1::WatchOffersResponse> OffersSource() {
  return {.method = "/entraide.directory.v1.DirectoryService/WatchOffers",
          .topics = {"commune", "travel-times", "offer"},
          .snapshot = Snapshot,
          .changes = TellChanges};
}

}  // namespace entraide::directory
