// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/domain/listing.h"

#include <gmock/gmock.h>

#include "tests/support/status_matchers.h"

namespace entraide::directory {
namespace {

constexpr ListingState kStates[] = {ListingState::kDraft, ListingState::kPendingReview,
                                    ListingState::kPublished, ListingState::kSuspended,
                                    ListingState::kArchived};

TEST(Listing, GoesFromDraftToReviewToPublished) {
  const auto submitted = Submit({.state = ListingState::kDraft});
  ASSERT_THAT(submitted, IsOk());
  EXPECT_EQ(submitted->state, ListingState::kPendingReview);
  const auto published = Publish(*submitted);
  ASSERT_THAT(published, IsOk());
  EXPECT_EQ(published->state, ListingState::kPublished);
}

TEST(Listing, IsSentBackToDraftWithTheReason) {
  const auto listing = SendBack({.state = ListingState::kPendingReview}, "le prix manque");
  ASSERT_THAT(listing, IsOk());
  EXPECT_EQ(listing->state, ListingState::kDraft);
  EXPECT_EQ(listing->reason, "le prix manque");
}

TEST(Listing, IsResumedByThoseWhoSuspendedIt) {
  const auto suspended = Suspend({.state = ListingState::kPublished}, Actor::kStaff, "congés");
  ASSERT_THAT(suspended, IsOk());
  const auto resumed = Resume(*suspended, Actor::kStaff);
  ASSERT_THAT(resumed, IsOk());
  EXPECT_EQ(*resumed, Listing{.state = ListingState::kPublished});
}

TEST(Listing, IsResumedOnlyByTheOperatorWhoSuspendedIt) {
  const auto suspended = Suspend({.state = ListingState::kPublished}, Actor::kOperator, "plainte");
  ASSERT_THAT(suspended, IsOk());
  EXPECT_THAT(Resume(*suspended, Actor::kStaff), HasReason("SUSPENDED_BY_OPERATOR"));
  EXPECT_THAT(Resume(*suspended, Actor::kOperator), IsOk());
}

TEST(Listing, ForbidsEveryOtherTransition) {
  for (const ListingState state : kStates) {
    const Listing listing{.state = state};
    SCOPED_TRACE(WordOf(state));
    if (state != ListingState::kDraft) {
      EXPECT_THAT(Submit(listing), HasReason("STATE_FORBIDS"));
    }
    if (state != ListingState::kPendingReview) {
      EXPECT_THAT(Publish(listing), HasReason("STATE_FORBIDS"));
      EXPECT_THAT(SendBack(listing, "non"), HasReason("STATE_FORBIDS"));
    }
    if (state != ListingState::kPublished) {
      EXPECT_THAT(Suspend(listing, Actor::kStaff, "non"), HasReason("STATE_FORBIDS"));
    }
    if (state != ListingState::kSuspended) {
      EXPECT_THAT(Resume(listing, Actor::kOperator), HasReason("STATE_FORBIDS"));
    }
  }
}

TEST(Listing, MayBeEditedAsADraftAndWhenPublishedOnly) {
  EXPECT_THAT(CheckEditable({.state = ListingState::kDraft}), IsOk());
  EXPECT_THAT(CheckEditable({.state = ListingState::kPublished}), IsOk());
  EXPECT_THAT(CheckEditable({.state = ListingState::kPendingReview}), HasReason("STATE_FORBIDS"));
  EXPECT_THAT(CheckEditable({.state = ListingState::kArchived}), HasReason("STATE_FORBIDS"));
}

TEST(Listing, IsPublishedByAnImportUnlessItIsSuspended) {
  EXPECT_EQ(Import({.state = ListingState::kArchived}).state, ListingState::kPublished);
  const Listing suspended{.state = ListingState::kSuspended, .reason = "congés"};
  EXPECT_EQ(Import(suspended), suspended);
}

}  // namespace
}  // namespace entraide::directory
