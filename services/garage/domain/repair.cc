// SPDX-License-Identifier: EUPL-1.2
#include "services/garage/domain/repair.h"

#include <array>
#include <utility>

#include "absl/algorithm/container.h"
#include "services/garage/domain/due.h"
#include "services/garage/domain/funding.h"
#include "services/platform/base/status.h"
#include "services/platform/base/violations.h"

namespace entraide::garage {
namespace {

using request::State;

constexpr int kMostPercentOfQuote = 110;
constexpr std::array<absl::string_view, 3> kGiveUpReasons = {"UNECONOMIC", "PART_NOT_FOUND",
                                                             "UNSAFE"};

absl::Status ChangedMeanwhile() {
  return WithReason(absl::AbortedError("another quote was made meanwhile"), "CHANGED_MEANWHILE");
}

absl::Status FundingShort() {
  return WithReason(absl::FailedPreconditionError("the shares are not the total"), "FUNDING_SHORT");
}

// READY, with an outcome other than repaired.
void EndUnrepaired(Job& job, const std::string& reason, Cents cost) {
  Repair& repair = *job.details.progress.repair;
  repair.outcome = Outcome::kUnrepaired;
  repair.outcome_reason = reason;
  repair.cost_cents = cost;
}

}  // namespace

absl::StatusOr<Job> Schedule(Job job, const Slot& slot, const Workshop& workshop,
                             const std::vector<Appointment>& booked, const Actor& actor) {
  RETURN_IF_ERROR(CheckStep(job, "schedule", actor));
  ASSIGN_OR_RETURN(job.details.progress.appointment,
                   FindPlace(workshop, booked, Place::kBay, slot));
  Move(job, State::kScheduled, "schedule", actor);
  return job;
}

absl::StatusOr<Job> Unschedule(Job job, const std::string& reason, const Actor& actor) {
  RETURN_IF_ERROR(CheckStep(job, "unschedule", actor));
  Move(job, State::kAccepted, "unschedule", actor, reason);
  return job;
}

absl::StatusOr<Job> TakeIn(Job job, int mileage_km, const Actor& actor) {
  RETURN_IF_ERROR(CheckStep(job, "take_in", actor));
  job.details.progress.repair = Repair{.mileage_km = mileage_km};
  Move(job, State::kInWorkshop, "take_in", actor);
  return job;
}

absl::StatusOr<Job> MakeQuote(Job job, Quote quote, const Actor& actor) {
  RETURN_IF_ERROR(CheckStep(job, "quote", actor));
  std::optional<Quote>& latest = job.details.progress.quote;
  quote.version = latest.has_value() ? latest->version + 1 : 1;
  quote.total_cents = TotalOf(quote);
  if (quote.shares.empty()) quote.shares = {{.funder = kClient, .cents = quote.total_cents}};
  RETURN_IF_ERROR(CheckComplete(quote, Today(actor)));
  latest = std::move(quote);
  Move(job, State::kQuoted, "quote", actor);
  return job;
}

absl::StatusOr<Job> ApproveQuote(Job job, int version, const Actor& actor) {
  RETURN_IF_ERROR(CheckStep(job, "approve_quote", actor));
  Quote& quote = *job.details.progress.quote;
  if (version != quote.version) return ChangedMeanwhile();
  if (*quote.valid_until < Today(actor)) {
    return WithReason(absl::FailedPreconditionError("its last day is over"), "QUOTE_EXPIRED");
  }
  for (Share& share : quote.shares) {
    if (share.state == ShareState::kRefused) return FundingShort();
    if (share.funder == kClient) share.state = ShareState::kGranted;
  }
  Move(job, WaitsForFunders(quote) ? State::kFunding : State::kApproved, "approve_quote", actor);
  return job;
}

absl::StatusOr<Job> RefuseQuote(Job job, int version, const Actor& actor) {
  RETURN_IF_ERROR(CheckStep(job, "refuse_quote", actor));
  if (version != job.details.progress.quote->version) return ChangedMeanwhile();
  EndUnrepaired(job, "QUOTE_REFUSED", 0);
  Move(job, State::kReady, "refuse_quote", actor, "QUOTE_REFUSED");
  return job;
}

absl::StatusOr<Job> ExpireQuote(Job job, const Actor& actor) {
  RETURN_IF_ERROR(CheckStep(job, "expire", actor));
  RETURN_IF_ERROR(CheckDue(job, actor));
  EndUnrepaired(job, "QUOTE_EXPIRED", 0);
  Move(job, State::kReady, "expire", actor, "QUOTE_EXPIRED");
  return job;
}

absl::StatusOr<Job> Grant(Job job, const std::vector<Share>& granted, const Actor& actor) {
  RETURN_IF_ERROR(CheckStep(job, "grant", actor));
  Quote& quote = *job.details.progress.quote;
  for (Share& share : quote.shares) {
    if (share.funder == kClient) continue;
    const auto said =
        absl::c_find_if(granted, [&](const Share& one) { return one.funder == share.funder; });
    if (said == granted.end() && !granted.empty()) return FundingShort();
    if (said != granted.end()) share.cents = said->cents;
    share.state = ShareState::kGranted;
  }
  if (SumOf(quote.shares) != quote.total_cents) return FundingShort();
  Move(job, State::kApproved, "grant", actor);
  return job;
}

absl::StatusOr<Job> RefuseFunding(Job job, const std::string& funder, const Actor& actor) {
  RETURN_IF_ERROR(CheckStep(job, "refuse_funding", actor));
  std::vector<Share>& shares = job.details.progress.quote->shares;
  const auto refused = absl::c_find_if(shares, [&](const Share& share) {
    return share.funder == funder && share.funder != kClient;
  });
  if (refused == shares.end()) {
    return InvalidField("refuse_funding.funder", "UNKNOWN_VALUE", "a funder of the plan");
  }
  refused->state = ShareState::kRefused;
  Move(job, State::kQuoted, "refuse_funding", actor);
  return job;
}

absl::StatusOr<Job> WaitParts(Job job, absl::CivilDay day, const Actor& actor) {
  RETURN_IF_ERROR(CheckStep(job, "wait_parts", actor));
  job.details.progress.repair->parts_day = day;
  Move(job, State::kApproved, "wait_parts", actor);
  return job;
}

absl::StatusOr<Job> Finish(Job job, Cents cost, const Actor& actor) {
  RETURN_IF_ERROR(CheckStep(job, "finish", actor));
  if (cost > PercentOf(job.details.progress.quote->total_cents, kMostPercentOfQuote)) {
    return WithReason(absl::FailedPreconditionError("it costs more than was agreed"), "OVER_QUOTE");
  }
  Repair& repair = *job.details.progress.repair;
  repair.outcome = Outcome::kRepaired;
  repair.cost_cents = cost;
  Move(job, State::kReady, "finish", actor);
  return job;
}

absl::StatusOr<Job> GiveUpRepair(Job job, const std::string& reason, Cents cost,
                                 const Actor& actor) {
  RETURN_IF_ERROR(CheckStep(job, "give_up", actor));
  if (!absl::c_linear_search(kGiveUpReasons, reason)) {
    return InvalidField("give_up.reason", reason.empty() ? "REQUIRED" : "UNKNOWN_VALUE",
                        "one of the listed reasons");
  }
  EndUnrepaired(job, reason, cost);
  Move(job, State::kReady, "give_up", actor, reason);
  return job;
}

absl::StatusOr<Job> ReturnVehicle(Job job, const Actor& actor) {
  RETURN_IF_ERROR(CheckStep(job, "return_vehicle", actor));
  Move(job, State::kReturned, "return_vehicle", actor);
  return job;
}

absl::StatusOr<Job> SettleRepair(Job job, const std::string& invoice, const Actor& actor) {
  RETURN_IF_ERROR(CheckStep(job, "settle", actor));
  Repair& repair = *job.details.progress.repair;
  const bool repaired = repair.outcome == Outcome::kRepaired;
  // Funders pay for a repair; what it cost to find out that there will be none is the person's.
  const std::vector<Share> shares =
      repaired ? job.details.progress.quote->shares : std::vector<Share>();
  repair.bill = BillOf(shares, repair.cost_cents);
  repair.invoice = invoice;
  Move(job, State::kSettled, "settle", actor);
  return job;
}

absl::StatusOr<Job> RemindToFetch(Job job, const Actor& actor) {
  RETURN_IF_ERROR(CheckStep(job, "remind", actor));
  RETURN_IF_ERROR(CheckDue(job, actor));
  Move(job, State::kReady, "remind", actor);
  return job;
}

}  // namespace entraide::garage
