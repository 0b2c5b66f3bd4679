// SPDX-License-Identifier: EUPL-1.2
#include "services/garage/domain/funding.h"

#include <algorithm>
#include <string>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/platform/base/status.h"

namespace entraide::garage {

Cents TotalOf(const Quote& quote) {
  // Half a cent of work counts as one.
  return quote.parts_cents + (quote.work_minutes * quote.hourly_rate_cents + 30) / 60;
}

Cents SumOf(const std::vector<Share>& shares) {
  Cents sum = 0;
  for (const Share& share : shares) sum += share.cents;
  return sum;
}

bool WaitsForFunders(const Quote& quote) {
  return absl::c_any_of(quote.shares, [](const Share& share) {
    return share.funder != kClient && share.state == ShareState::kRequested;
  });
}

absl::Status CheckComplete(const Quote& quote, absl::CivilDay today) {
  std::vector<std::string> missing;
  if (quote.work_minutes == 0 && quote.parts_cents == 0) missing.emplace_back("work or parts");
  if (quote.work_minutes > 0 && quote.hourly_rate_cents == 0) missing.emplace_back("hourly rate");
  if (!quote.valid_until.has_value() || *quote.valid_until < today) {
    missing.emplace_back("last day that is not over");
  }
  if (SumOf(quote.shares) != quote.total_cents) {
    missing.emplace_back("shares that add up to the total");
  }
  if (missing.empty()) return absl::OkStatus();
  return WithReason(absl::FailedPreconditionError(
                        absl::StrCat("the quote lacks: ", absl::StrJoin(missing, ", "))),
                    "QUOTE_INCOMPLETE");
}

std::vector<Share> BillOf(const std::vector<Share>& shares, Cents cost) {
  std::vector<Share> bill;
  Cents left = cost;
  for (const Share& share : shares) {
    if (share.funder == kClient || share.state != ShareState::kGranted) continue;
    const Cents pays = std::min(share.cents, left);
    bill.push_back({.funder = share.funder, .cents = pays, .state = ShareState::kGranted});
    left -= pays;
  }
  bill.push_back({.funder = kClient, .cents = left, .state = ShareState::kGranted});
  return bill;
}

}  // namespace entraide::garage
