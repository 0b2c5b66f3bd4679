// SPDX-License-Identifier: EUPL-1.2
#include "clients/web/organization_view.h"

#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/strip.h"
#include "clients/cpp/kinds.h"
#include "clients/web/format.h"
#include "clients/web/messages.h"

namespace entraide::web {
namespace {

using directory::v1::Organization;
using directory::v1::ServiceOffer;
using directory::v1::ZoneEntry;

template <typename Codes>
std::string Words(absl::string_view vocabulary, const Codes& codes) {
  return absl::StrJoin(codes, ", ", [&](std::string* out, const std::string& code) {
    out->append(Word(vocabulary, code));
  });
}

// An address that a browser may follow; empty for anything but http and https.
absl::string_view WebAddress(absl::string_view url) {
  const bool is_web = absl::StartsWith(url, "https://") || absl::StartsWith(url, "http://");
  return is_web ? url : absl::string_view();
}

std::string ZoneText(const ZoneEntry& entry, CommuneNames& communes) {
  switch (entry.area_case()) {
    case ZoneEntry::kCommune:
      return communes.Of(entry.commune());
    case ZoneEntry::kEpci:
      return communes.OfEpci(entry.epci());
    case ZoneEntry::kDepartement:
      return Message("zone_departement", {{"code", entry.departement()}});
    case ZoneEntry::kFrance:
      return Message("zone_france");
    case ZoneEntry::kRadius:
      return Message("zone_radius", {{"km", absl::StrCat(entry.radius().radius_km())},
                                     {"commune", communes.Of(entry.radius().center_commune())}});
    case ZoneEntry::AREA_NOT_SET:
      break;
  }
  return {};
}

template <typename Zone>
std::string ZoneTexts(const Zone& zone, CommuneNames& communes) {
  return absl::StrJoin(zone, " ; ", [&](std::string* out, const ZoneEntry& entry) {
    out->append(ZoneText(entry, communes));
  });
}

std::string PriceText(const directory::v1::Price& price) {
  const std::string amount = FormatEuros(price.amount_cents());
  const std::string text = absl::StrCat(amount, " ", Word("price_unit", price.unit()));
  return price.condition().empty() ? text : absl::StrCat(text, " (", price.condition(), ")");
}

// "lundi de 8 h à 18 h 30".
std::string SlotText(const common::v1::WeeklySlot& slot) {
  const auto from = ParseHour(slot.start_time());
  const auto to = ParseHour(slot.end_time());
  if (!from.has_value()) return {};
  const absl::CivilMinute midnight(2026, 1, 1);
  // 24:00 is no hour of ParseHour: the slot then lasts until midnight.
  return Message("slot",
                 {{"day", Word("weekday", absl::StrCat(static_cast<int>(slot.weekday())))},
                  {"from", FormatHour(midnight + *from)},
                  {"to", to.has_value() ? FormatHour(midnight + *to) : Message("midnight")}});
}

std::vector<View> SlotViews(const ServiceOffer& offer) {
  std::vector<View> slots;
  for (const auto& slot : offer.schedule()) {
    slots.push_back(View().Text("slot", SlotText(slot)));
  }
  return slots;
}

std::string FeeText(const ServiceOffer& offer) {
  if (offer.fee() == ServiceOffer::FEE_FREE) return Message("fee_free");
  const std::string prices = absl::StrJoin(
      offer.prices(), " ; ",
      [](std::string* out, const directory::v1::Price& price) { out->append(PriceText(price)); });
  if (!prices.empty()) return prices;
  return Message(offer.fee() == ServiceOffer::FEE_PAID ? "fee_paid" : "fee_unknown");
}

}  // namespace

View OrganizationView(const Organization& organization, CommuneNames& communes) {
  View view;
  view.Text("id", absl::StripPrefix(organization.name(), "organizations/"))
      .Text("display_name", organization.display_name())
      .Text("description", organization.description())
      .Text("place", communes.Of(organization.commune()))
      .Text("address", organization.address())
      .Text("phone", FormatPhone(organization.phone()))
      .Text("phone_link", organization.phone())
      .Text("email", organization.email())
      .Text("website", WebAddress(organization.website()))
      .Text("opening_hours", organization.opening_hours())
      .Text("sectors", Words("sector", organization.sectors()))
      .Text("audiences", Words("audience", organization.audiences()))
      .Text("legal_form",
            organization.legal_form().empty() ? "" : Word("legal_form", organization.legal_form()))
      .Text("jobs", organization.job_count() > 0 ? FormatCount(organization.job_count()) : "")
      .Text("source", organization.demo() ? "" : organization.source())
      .ShowIf("demo", organization.demo());
  return view;
}

View ServiceOfferView(const ServiceOffer& offer, CommuneNames& communes) {
  const std::string eligibility =
      absl::StrJoin(offer.eligibility_rules(), Message("or"),
                    [](std::string* out, const auto& group) { out->append(group.text()); });
  View view;
  view.Text("offer_name", offer.display_name())
      .Text("offer_kind", Word("kind", offer.kind()))
      .Text("offer_description", offer.description())
      .Text("zone", ZoneTexts(offer.zone(), communes))
      .Text("eligibility", eligibility.empty() ? Message("open_to_all") : eligibility)
      .Text("fee", FeeText(offer))
      .Text("accommodations", Words("needs", offer.accommodations()))
      .Text("documents", Words("document", offer.required_documents()))
      .Text("notice",
            offer.booking_rule().min_notice_hours() > 0
                ? Message("notice_hours",
                          {{"hours", absl::StrCat(offer.booking_rule().min_notice_hours())}})
                : "")
      .Text("membership", Word("membership", absl::StrCat(offer.membership())))
      .Text("capacity", Word("capacity", absl::StrCat(offer.capacity().state())))
      .Text("offer_url", WebAddress(offer.external_url()))
      .Text("kind_code", offer.kind())
      .ShowIf("askable", clients::TradeOfKind(offer.kind()).has_value())
      .ShowIf("has_slots", !offer.schedule().empty())
      .List("slots", SlotViews(offer));
  return view;
}

View PartnerView(const directory::v1::Partner& partner, CommuneNames& communes) {
  View view;
  view.Text("display_name", partner.display_name())
      .Text("description", partner.description())
      .Text("supports", Words("support", partner.supports()))
      .Text("zone", ZoneTexts(partner.zone(), communes))
      .Text("website", WebAddress(partner.website()))
      .Text("phone", FormatPhone(partner.phone()))
      .Text("phone_link", partner.phone())
      .ShowIf("demo", partner.demo());
  return view;
}

}  // namespace entraide::web
