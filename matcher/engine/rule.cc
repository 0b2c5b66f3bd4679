// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/rule.h"

namespace entraide::matcher {

absl::string_view Code(Rule rule) {
  switch (rule) {
    case Rule::kKindNotOffered:
      return "KIND_NOT_OFFERED";
    case Rule::kOfferNotOpen:
      return "OFFER_NOT_OPEN";
    case Rule::kPurposeNotServed:
      return "PURPOSE_NOT_SERVED";
    case Rule::kZoneNotServed:
      return "ZONE_NOT_SERVED";
    case Rule::kPrescriberRequired:
      return "PRESCRIBER_REQUIRED";
    case Rule::kNotEligible:
      return "NOT_ELIGIBLE";
    case Rule::kHealthInsurancePaid:
      return "HEALTH_INSURANCE_PAID";
    case Rule::kNoticeTooShort:
      return "NOTICE_TOO_SHORT";
    case Rule::kTooFarAhead:
      return "TOO_FAR_AHEAD";
    case Rule::kClosedThen:
      return "CLOSED_THEN";
    case Rule::kNeedNotCovered:
      return "NEED_NOT_COVERED";
    case Rule::kNoSeat:
      return "NO_SEAT";
    case Rule::kNoCapacity:
      return "NO_CAPACITY";
    case Rule::kNotAdmitted:
      return "NOT_ADMITTED";
    case Rule::kDocumentExpired:
      return "DOCUMENT_EXPIRED";
    case Rule::kBusy:
      return "BUSY";
    case Rule::kLimitReached:
      return "LIMIT_REACHED";
    case Rule::kExcluded:
      return "EXCLUDED";
    case Rule::kMinorNotAccepted:
      return "MINOR_NOT_ACCEPTED";
    case Rule::kApprovalRequired:
      return "APPROVAL_REQUIRED";
    case Rule::kMembershipRequired:
      return "MEMBERSHIP_REQUIRED";
    case Rule::kLegalFrame:
      return "LEGAL_FRAME";
  }
  return "";
}

}  // namespace entraide::matcher
