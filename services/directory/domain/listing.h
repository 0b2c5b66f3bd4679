// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/directory/domain/words.h"

namespace entraide::directory {

enum class ListingState { kDraft, kPendingReview, kPublished, kSuspended, kArchived };
constexpr auto WordsOf(ListingState) {
  return std::array<absl::string_view, 5>{"DRAFT", "PENDING_REVIEW", "PUBLISHED", "SUSPENDED",
                                          "ARCHIVED"};
}

// Who acts: a member of the organization, or the operator of the platform.
enum class Actor { kStaff, kOperator };
constexpr auto WordsOf(Actor) { return std::array<absl::string_view, 2>{"STAFF", "OPERATOR"}; }

// Where an entry of the directory stands.
struct Listing {
  ListingState state = ListingState::kDraft;
  Actor suspended_by = Actor::kStaff;  // Read in kSuspended only.
  std::string reason{};                // Of being sent back or suspended.
  friend bool operator==(const Listing&, const Listing&) = default;
};

// Each gives the next listing. FAILED_PRECONDITION: STATE_FORBIDS from any other state.
absl::StatusOr<Listing> Submit(Listing listing);                        // DRAFT
absl::StatusOr<Listing> Publish(Listing listing);                       // PENDING_REVIEW
absl::StatusOr<Listing> SendBack(Listing listing, std::string reason);  // PENDING_REVIEW
absl::StatusOr<Listing> Suspend(Listing listing, Actor actor, std::string reason);  // PUBLISHED
// FAILED_PRECONDITION: SUSPENDED_BY_OPERATOR, unless the operator resumes.
absl::StatusOr<Listing> Resume(Listing listing, Actor actor);  // SUSPENDED
// Whether its content may change: DRAFT or PUBLISHED.
absl::Status CheckEditable(const Listing& listing);

// What an import makes of an entry: published, unless it is suspended, which stays.
Listing Import(Listing listing);

}  // namespace entraide::directory
