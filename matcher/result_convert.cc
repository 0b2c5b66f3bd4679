// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <string>
#include <variant>

#include "absl/time/time.h"
#include "matcher/convert.h"
#include "matcher/feed/card.h"

namespace entraide::matcher {
namespace {

constexpr int kMostSubstitutes = 5;

int MinutesOf(absl::Duration duration) {
  return static_cast<int>(absl::ToInt64Minutes(duration + absl::Seconds(30)));
}

v1::Candidate CardOf(const OfferId& id, const World& world, const Need& need) {
  v1::Candidate proto;
  proto.set_service_offer(id.value);
  const Offer* const offer = world.FindOffer(id);
  if (offer == nullptr) return proto;
  const Card& card = *offer->card;
  proto.set_service_offer_display_name(card.display_name);
  proto.set_organization(card.organization);
  proto.set_organization_display_name(card.organization_display_name);
  proto.set_organization_phone(card.organization_phone);
  proto.set_organization_commune(card.organization_commune);
  proto.set_demo(card.demo);
  proto.set_external_url(card.external_url);
  for (const std::string& text : card.price_texts) proto.add_price_texts(text);
  proto.set_kind(offer->kind);
  if (offer->organization_commune.has_value()) {
    proto.set_travel_minutes(
        MinutesOf(world.RouteBetween(need.residence, *offer->organization_commune).duration));
  }
  return proto;
}

v1::Candidate ToProto(const Candidate& candidate, const World& world, const Need& need) {
  v1::Candidate proto = CardOf(candidate.offer, world, need);
  proto.set_score(candidate.score);
  proto.set_waiting_list(candidate.intake == Intake::kWaitlist);
  for (const Term& term : candidate.terms) {
    common::v1::ScoreTerm* to = proto.add_terms();
    to->set_term(std::string(term.name));
    to->set_value(term.value);
    to->set_weight(term.weight);
  }
  for (const std::string& fact : candidate.missing_facts) proto.add_missing_facts(fact);
  return proto;
}

// Writes the single change that would serve. What the rule's code says by itself (a free place, a
// membership, a prescriber, a paper of a volunteer) needs no field.
struct ChangeWriter {
  const World& world;
  v1::NearMiss& proto;

  void operator()(const AddCommunes& add) const {
    proto.set_minutes_from_zone(MinutesOf(add.from_zone));
    proto.set_nearest_served_commune(world.communes()[add.nearest_served].insee_code);
  }
  void operator()(const MoreNotice& notice) const {
    // Rounded up: an hour that lacks in part still lacks.
    proto.set_missing_notice_hours(static_cast<int>(
        absl::ToInt64Hours(notice.missing + absl::Hours(1) - absl::Nanoseconds(1))));
  }
  void operator()(const OtherDay& other) const { proto.set_later_days(other.days); }
  void operator()(const AskLater& later) const {
    proto.mutable_ask_from_time()->set_seconds(absl::ToUnixSeconds(later.from));
  }
  void operator()(const MoreSeats& seats) const { proto.set_missing_seats(seats.missing); }
  void operator()(const AddPurpose& add) const { proto.set_missing_purpose(add.purpose); }
  void operator()(const MeetNeed& meet) const { proto.set_missing_need(meet.need); }
  void operator()(const FileByPrescriber& /*change*/) const {}
  void operator()(const BecomeMember& /*change*/) const {}
  void operator()(const FreePlace& /*change*/) const {}
  void operator()(const RenewDocument& /*change*/) const {}
  void operator()(const AdmitVolunteer& /*change*/) const {}
};

v1::NearMiss ToProto(const NearMiss& miss, const World& world, const Need& need) {
  v1::NearMiss proto;
  *proto.mutable_candidate() = CardOf(miss.offer, world, need);
  proto.set_rule(std::string(Code(miss.rule)));
  std::visit(ChangeWriter{world, proto}, miss.change);
  return proto;
}

}  // namespace

v1::MatchResponse ToProto(const MatchResult& result, const World& world, const Need& need) {
  v1::MatchResponse proto;
  for (const Candidate& candidate : result.candidates) {
    *proto.add_candidates() = ToProto(candidate, world, need);
  }
  for (const Candidate& candidate : result.conditional) {
    *proto.add_conditional_candidates() = ToProto(candidate, world, need);
  }
  for (const Question& question : result.questions) proto.add_open_questions(question.fact);
  for (const RefusalCount& refusal : result.refusals) {
    common::v1::Refusal* to = proto.add_refusals();
    to->set_rule(std::string(Code(refusal.rule)));
    to->set_offer_count(refusal.count);
  }
  if (result.blocking_rule.has_value()) {
    proto.set_blocking_rule(std::string(Code(*result.blocking_rule)));
  }
  for (const NearMiss& miss : result.near_misses) {
    *proto.add_near_misses() = ToProto(miss, world, need);
  }
  const auto shown = std::min<std::size_t>(kMostSubstitutes, result.substitutes.size());
  for (std::size_t i = 0; i < shown; ++i) {
    *proto.add_substitutes() = ToProto(result.substitutes[i].candidate, world, need);
  }
  proto.set_weights_version(std::string(result.weights_version));
  return proto;
}

}  // namespace entraide::matcher
