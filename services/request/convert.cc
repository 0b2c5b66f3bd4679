// SPDX-License-Identifier: EUPL-1.2
#include "services/request/convert.h"

#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "services/platform/base/uuid.h"

namespace entraide::request {
namespace {

namespace v1 = common::v1;

// Enums of the contract begin with UNSPECIFIED and go on in the order of ours.
template <typename Ours, typename Theirs>
Theirs Render(Ours value) {
  return static_cast<Theirs>(static_cast<int>(value) + 1);
}

Contact ParseContact(const v1::Contact& contact, Violations& violations) {
  const bool known = v1::ContactMeans_IsValid(contact.preferred());
  if (!known) {
    violations.Add("request.contact.preferred", "UNKNOWN_VALUE", "a value of ContactMeans");
  }
  return {
      .display_name = std::string(absl::StripAsciiWhitespace(contact.display_name())),
      .phone = contact.phone(),
      .email = std::string(absl::StripAsciiWhitespace(contact.email())),
      .referent = contact.referent(),
      .address = contact.address(),
      .preferred = known ? static_cast<Contact::Means>(contact.preferred()) : Contact::Means::kAny,
      .sms_ok = contact.sms_ok(),
      .no_digital = contact.no_digital(),
      .hours = contact.hours()};
}

absl::Status BadName(absl::string_view wanted) { return InvalidField("name", "MALFORMED", wanted); }

}  // namespace

std::vector<Fact> ParseFacts(const google::protobuf::RepeatedPtrField<v1::Fact>& facts) {
  std::vector<Fact> parsed;
  for (const v1::Fact& fact : facts) parsed.push_back({.fact = fact.fact(), .value = fact.value()});
  return parsed;
}

Filing ParseFiling(const v1::RequestInput& input, Violations& violations) {
  Filing filing{.kind = input.kind(),
                .residence_commune = input.residence_commune(),
                .contact = ParseContact(input.contact(), violations),
                .facts = ParseFacts(input.facts()),
                .needs = {input.needs().begin(), input.needs().end()},
                .note_public = input.note_public(),
                .note_private = input.note_private(),
                .consent_version = input.consent_version()};
  if (!v1::ActingFor_IsValid(input.acting_for())) {
    violations.Add("request.acting_for", "UNKNOWN_VALUE", "a value of ActingFor");
    filing.acting_for = ActingFor::kSelf;
  } else if (input.acting_for() != v1::ACTING_FOR_UNSPECIFIED) {
    filing.acting_for = static_cast<ActingFor>(input.acting_for() - 1);
  }
  if (!v1::Channel_IsValid(input.channel())) {
    violations.Add("request.channel", "UNKNOWN_VALUE", "a value of Channel");
  } else if (input.channel() != v1::CHANNEL_UNSPECIFIED) {
    filing.channel = static_cast<Channel>(input.channel() - 1);
  }
  return filing;
}

absl::StatusOr<std::optional<State>> ParseStateFilter(v1::RequestState state) {
  if (!v1::RequestState_IsValid(state)) {
    return InvalidField("state", "UNKNOWN_VALUE", "a value of RequestState");
  }
  if (state == v1::REQUEST_STATE_UNSPECIFIED) return std::optional<State>();
  return std::optional(static_cast<State>(state - 1));
}

absl::StatusOr<OfferState> ParseOfferFilter(v1::Offer::State state) {
  if (!v1::Offer::State_IsValid(state)) {
    return InvalidField("state", "UNKNOWN_VALUE", "a value of Offer.State");
  }
  if (state == v1::Offer::STATE_UNSPECIFIED) return OfferState::kProposed;
  return static_cast<OfferState>(state - 1);
}

absl::StatusOr<RequestId> ParseName(absl::string_view collection, absl::string_view name) {
  const std::vector<std::string> parts = absl::StrSplit(name, '/');
  if (parts.size() != 2 || parts[0] != collection || !IsUuid(parts[1])) {
    return BadName(absl::StrCat(collection, "/{id}"));
  }
  return RequestId(absl::AsciiStrToLower(parts[1]));
}

absl::StatusOr<OfferName> ParseOfferName(absl::string_view collection, absl::string_view name) {
  const std::vector<std::string> parts = absl::StrSplit(name, '/');
  if (parts.size() != 4 || parts[0] != collection || !IsUuid(parts[1]) || parts[2] != "offers" ||
      !IsUuid(parts[3])) {
    return BadName(absl::StrCat(collection, "/{id}/offers/{offer}"));
  }
  return OfferName{.request = RequestId(absl::AsciiStrToLower(parts[1])),
                   .offer = OfferId(absl::AsciiStrToLower(parts[3]))};
}

std::optional<absl::Time> ParseTime(const google::protobuf::Timestamp& time) {
  // 0001-01-01 to 9999-12-31, as google.protobuf.Timestamp defines it.
  constexpr std::int64_t kFirst = -62'135'596'800;
  constexpr std::int64_t kLast = 253'402'300'799;
  if (time.seconds() < kFirst || time.seconds() > kLast || time.nanos() < 0 ||
      time.nanos() > 999'999'999) {
    return std::nullopt;
  }
  return absl::FromUnixSeconds(time.seconds()) + absl::Nanoseconds(time.nanos());
}

google::protobuf::Timestamp ToProto(absl::Time time) {
  google::protobuf::Timestamp proto;
  proto.set_seconds(absl::ToUnixSeconds(time));
  proto.set_nanos(static_cast<std::int32_t>(
      absl::ToInt64Nanoseconds(time - absl::FromUnixSeconds(proto.seconds()))));
  return proto;
}

std::string EtagOf(const Request& request) { return absl::StrCat("v", request.version); }

v1::Contact RenderContact(const Contact& contact) {
  v1::Contact proto;
  proto.set_display_name(contact.display_name);
  proto.set_phone(contact.phone);
  proto.set_email(contact.email);
  proto.set_referent(contact.referent);
  proto.set_address(contact.address);
  proto.set_preferred(static_cast<v1::ContactMeans>(contact.preferred));
  proto.set_sms_ok(contact.sms_ok);
  proto.set_no_digital(contact.no_digital);
  proto.set_hours(contact.hours);
  return proto;
}

v1::Offer RenderOffer(const Request& request, const Offer& offer, absl::Time now) {
  const bool silent = offer.state == OfferState::kProposed && !IsLive(offer, now);
  v1::Offer proto;
  proto.set_state(
      Render<OfferState, v1::Offer::State>(silent ? OfferState::kExpired : offer.state));
  proto.set_service_offer(offer.service_offer);
  proto.set_wave(offer.wave);
  *proto.mutable_expire_time() = ToProto(offer.expire_time);
  *proto.mutable_create_time() = ToProto(offer.create_time);
  proto.set_score(offer.score);
  for (const Term& term : offer.terms) {
    v1::ScoreTerm& added = *proto.add_terms();
    added.set_term(term.term);
    added.set_value(term.value);
    added.set_weight(term.weight);
  }
  proto.set_weights_version(offer.weights_version);
  proto.set_reason(offer.reason);
  proto.set_kind(request.kind);
  proto.set_residence_commune(request.residence_commune);
  for (const std::string& need : request.needs) proto.add_needs(need);
  proto.set_note_public(request.note_public);
  return proto;
}

}  // namespace entraide::request
