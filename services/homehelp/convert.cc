// SPDX-License-Identifier: EUPL-1.2
#include "services/homehelp/convert.h"

#include "services/homehelp/domain/visit_steps.h"
#include "services/request/convert.h"
#include "services/request/serve.h"

namespace entraide::homehelp {
namespace {

// What both sides see alike.
template <typename Message>
void RenderOutcome(const request::Request& request, const VisitDetails& details, Message& visit) {
  if (details.cost_cents.has_value()) visit.set_cost_cents(*details.cost_cents);
  const Quote* quote = QuoteOf(request, details);
  if (quote == nullptr) return;
  v1::VisitQuote& proto = *visit.mutable_quote();
  proto.set_duration_minutes(quote->minutes);
  proto.set_price_cents(quote->price_cents);
  *proto.mutable_expire_time() = request::ToProto(quote->valid_until);
  if (quote->accept_time.has_value()) {
    *proto.mutable_accept_time() = request::ToProto(*quote->accept_time);
  }
}

}  // namespace

VisitDetails ParseVisit(const v1::VisitDetails& proto, Violations& violations) {
  VisitDetails details{.duration_minutes = proto.duration_minutes(),
                       .dependent_person = proto.dependent_person(),
                       .child_under_three = proto.child_under_three()};
  if (proto.has_start_time()) {
    details.start_time = request::ParseTime(proto.start_time());
    if (!details.start_time.has_value()) {
      violations.Add("details.start_time", "MALFORMED", "an instant of the calendar");
    }
  }
  if (v1::Mode_IsValid(proto.mode())) {
    details.mode = static_cast<Mode>(proto.mode());
  } else {
    violations.Add("details.mode", "UNKNOWN_VALUE", "a value of Mode");
  }
  return details;
}

v1::VisitDetails ToProto(const VisitDetails& details) {
  v1::VisitDetails proto;
  if (details.start_time.has_value()) {
    *proto.mutable_start_time() = request::ToProto(*details.start_time);
  }
  proto.set_duration_minutes(details.duration_minutes);
  proto.set_mode(static_cast<v1::Mode>(details.mode));
  proto.set_dependent_person(details.dependent_person);
  proto.set_child_under_three(details.child_under_three);
  return proto;
}

Quote ParseQuote(const v1::VisitQuote& quote) {
  return {.minutes = quote.duration_minutes(),
          .price_cents = quote.price_cents(),
          .valid_until = request::ParseTime(quote.expire_time()).value_or(absl::InfinitePast())};
}

void Render(const request::Request& request, const VisitDetails& details, v1::Visit& visit) {
  *visit.mutable_serving() = request::RenderForHolder(details.serving);
  RenderOutcome(request, details, visit);
  visit.set_worked_minutes(details.worked_minutes.value_or(0));
}

void Render(const request::Request& request, const VisitDetails& details, v1::VisitStatus& visit) {
  *visit.mutable_serving() = request::RenderForRequester(details.serving);
  RenderOutcome(request, details, visit);
}

}  // namespace entraide::homehelp
