// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "matcher/engine/commune.h"
#include "matcher/engine/eligibility.h"
#include "matcher/engine/offer.h"
#include "matcher/engine/schedule.h"

namespace entraide::matcher {

enum class HealthInsurancePaid { kUnknown, kYes, kNo };

// What somebody needs, without who they are.
struct Need {
  std::string kind{};
  std::string purpose{};  // Purpose, category or vehicle class; empty: not said.
  CommuneIndex residence{};
  std::optional<CommuneIndex> pickup{};  // Without it, the residence.
  std::optional<CommuneIndex> dropoff{};

  // When the offer must be at hand: the trip and its return, the visit, the two ends of a loan (not
  // the weeks between). All must fit. Empty: any date will do.
  std::vector<Span> spans{};

  std::vector<std::string> needs{};  // kebab-case: wheelchair-seated, hearing...
  Facts facts{};
  bool filed_by_prescriber = false;  // By one whose zone holds the residence.
  int passengers = 1;
  bool minor_alone = false;
  bool needs_approval = false;  // Help for a dependent person or a child under three.
  HealthInsurancePaid health_insurance_paid = HealthInsurancePaid::kUnknown;
  std::vector<OfferId> excluded_offers{};  // Those that declined or were excluded.
};

}  // namespace entraide::matcher
