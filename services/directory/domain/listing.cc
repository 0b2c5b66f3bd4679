// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/domain/listing.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "services/platform/base/status.h"

namespace entraide::directory {
namespace {

absl::Status StateForbids(ListingState state) {
  return WithReason(absl::FailedPreconditionError(absl::StrCat("its state is ", WordOf(state))),
                    "STATE_FORBIDS");
}

}  // namespace

absl::StatusOr<Listing> Submit(Listing listing) {
  if (listing.state != ListingState::kDraft) return StateForbids(listing.state);
  return Listing{.state = ListingState::kPendingReview};
}

absl::StatusOr<Listing> Publish(Listing listing) {
  if (listing.state != ListingState::kPendingReview) return StateForbids(listing.state);
  return Listing{.state = ListingState::kPublished};
}

absl::StatusOr<Listing> SendBack(Listing listing, std::string reason) {
  if (listing.state != ListingState::kPendingReview) return StateForbids(listing.state);
  return Listing{.state = ListingState::kDraft, .reason = std::move(reason)};
}

absl::StatusOr<Listing> Suspend(Listing listing, Actor actor, std::string reason) {
  if (listing.state != ListingState::kPublished) return StateForbids(listing.state);
  return Listing{
      .state = ListingState::kSuspended, .suspended_by = actor, .reason = std::move(reason)};
}

absl::StatusOr<Listing> Resume(Listing listing, Actor actor) {
  if (listing.state != ListingState::kSuspended) return StateForbids(listing.state);
  if (listing.suspended_by == Actor::kOperator && actor != Actor::kOperator) {
    return WithReason(absl::FailedPreconditionError("only an operator may resume it"),
                      "SUSPENDED_BY_OPERATOR");
  }
  return Listing{.state = ListingState::kPublished};
}

absl::Status CheckEditable(const Listing& listing) {
  const bool editable =
      listing.state == ListingState::kDraft || listing.state == ListingState::kPublished;
  return editable ? absl::OkStatus() : StateForbids(listing.state);
}

Listing Import(Listing listing) {
  if (listing.state == ListingState::kSuspended) return listing;
  return Listing{.state = ListingState::kPublished};
}

}  // namespace entraide::directory
