// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/types/span.h"
#include "services/request/convert.h"
#include "services/request/front.h"

namespace entraide::request {

// A page of what was read: all but the row that only shows that another page follows.
template <typename Row>
absl::Span<const Row> FirstOf(const std::vector<Row>& rows, int page_size) {
  return absl::MakeConstSpan(rows).subspan(0, static_cast<std::size_t>(page_size));
}

// The last row of a page that another follows, else nothing.
template <typename Row>
const Row* LastOfPage(const std::vector<Row>& rows, int page_size) {
  const auto size = static_cast<std::size_t>(page_size);
  return rows.size() > size ? &rows[size - 1] : nullptr;
}

// What the details would become, if the other side agrees. They were serialized by this service.
template <typename Face>
void RenderProposed(const Request& request, Face& face) {
  if (!request.pending_change.has_value()) return;
  face.mutable_proposed_details()->ParseFromString(request.pending_change->details);
}

// What else a trade shows to who holds a request and to who asked, if it does.
template <Trade T, typename Face>
void ShowMore(const Story<typename T::Details>& told, Face& face) {
  if constexpr (requires { T::Show(told.details, told.request, face); }) {
    T::Show(told.details, told.request, face);
  }
}

template <Trade T>
std::string Front<T>::Method(absl::string_view before, absl::string_view after) {
  return absl::StrCat(T::kNaming.rpc_prefix, before, T::kNaming.thing, after);
}

template <Trade T>
std::string Front<T>::NameOf(const RequestId& id) {
  return absl::StrCat(T::kNaming.collection, "/", id.value());
}

template <Trade T>
typename T::Status Front<T>::ToStatus(const Told& told, const Holder& holder) {
  StatusMessage proto;
  proto.set_name(NameOf(told.request.id));
  proto.set_etag(EtagOf(told.request));
  *proto.mutable_status() = RenderStatus(told.request, told.history, holder);
  *proto.mutable_details() = T::ToProto(told.details);
  RenderProposed(told.request, proto);
  ShowMore<T>(told, proto);
  return proto;
}

template <Trade T>
typename T::Thing Front<T>::ToThing(const Told& told) {
  typename T::Thing proto;
  proto.set_name(NameOf(told.request.id));
  proto.set_etag(EtagOf(told.request));
  *proto.mutable_request() = RenderView(told.request, told.history);
  *proto.mutable_details() = T::ToProto(told.details);
  RenderProposed(told.request, proto);
  ShowMore<T>(told, proto);
  return proto;
}

template <Trade T>
typename T::Offer Front<T>::ToOffer(const Told& told, const Offer& offer, absl::Time now) {
  typename T::Offer proto;
  proto.set_name(absl::StrCat(NameOf(told.request.id), "/offers/", offer.id.value()));
  *proto.mutable_offer() = RenderOffer(told.request, offer, now);
  *proto.mutable_details() = T::ToProto(told.details);
  return proto;
}

template <Trade T>
absl::StatusOr<typename T::Thing> Front<T>::TellThing(pg::Transaction& tx,
                                                      absl::StatusOr<Task> task) {
  RETURN_IF_ERROR(task.status());
  ASSIGN_OR_RETURN(const Told told, TellOne<T>(tx, std::move(task->request)));
  return ToThing(told);
}

// The holder's names are for reads: no remote call happens inside a transaction.
template <Trade T>
absl::StatusOr<typename T::Status> Front<T>::TellStatus(pg::Transaction& tx,
                                                        absl::StatusOr<Task> task) {
  RETURN_IF_ERROR(task.status());
  ASSIGN_OR_RETURN(const Told told, TellOne<T>(tx, std::move(task->request)));
  return ToStatus(told, {});
}

}  // namespace entraide::request
