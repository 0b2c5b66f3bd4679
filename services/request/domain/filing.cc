// SPDX-License-Identifier: EUPL-1.2
#include "services/request/domain/filing.h"

#include <utility>

#include "absl/algorithm/container.h"
#include "services/platform/base/text.h"
#include "services/request/domain/vocabulary.h"

namespace entraide::request {
namespace {

void CheckFiler(const Filing& filing, const Filer& filer, Violations& violations) {
  if (!filing.acting_for.has_value()) {
    violations.Add("request.acting_for", "REQUIRED", "for whom the filer speaks");
    return;
  }
  if (*filing.acting_for == ActingFor::kPrescriber && filer.kind != Filer::Kind::kPrescriber) {
    violations.Add("request.acting_for", "ROLE_FORBIDS", "needs a prescriber's session");
  }
  if (*filing.acting_for == ActingFor::kOperator && filer.kind != Filer::Kind::kStaff) {
    violations.Add("request.acting_for", "ROLE_FORBIDS", "needs a session of staff");
  }
  if (filing.channel != Channel::kWeb && filer.kind == Filer::Kind::kResident) {
    violations.Add("request.channel", "ROLE_FORBIDS", "needs a session");
  }
}

bool ForTheBody(const Filing& filing) {
  return filing.acting_for == ActingFor::kPrescriber || filing.acting_for == ActingFor::kOperator;
}

}  // namespace

std::string CheckCommune(absl::string_view code, const KnownCommunes& known,
                         absl::string_view field, Violations& violations) {
  if (code.empty()) {
    violations.Add(field, "REQUIRED", "an INSEE code");
  } else if (!IsInseeCode(code)) {
    violations.Add(field, "MALFORMED", "an INSEE code");
  } else if (const auto found = known.find(code); found != known.end()) {
    return found->second;
  } else {
    violations.Add(field, "UNKNOWN_VALUE", "a commune of the directory");
  }
  return std::string(code);
}

Filing CheckFiling(Filing filing, const std::vector<absl::string_view>& kinds, const Filer& filer,
                   const KnownCommunes& known, Violations& violations) {
  if (!absl::c_linear_search(kinds, filing.kind)) {
    violations.Add("request.kind", filing.kind.empty() ? "REQUIRED" : "UNKNOWN_VALUE",
                   "a kind that this service takes");
  }
  filing.residence_commune =
      CheckCommune(filing.residence_commune, known, "request.residence_commune", violations);
  CheckFiler(filing, filer, violations);
  filing.contact = CheckContact(std::move(filing.contact), "request.contact", violations);
  CheckFacts(filing.facts, {}, "request.facts", violations);
  CheckNeeds(filing.needs, "request.needs", violations);
  CheckLength(filing.note_public, 0, 1000, "request.note_public", violations);
  if (HoldsContact(filing.note_public)) {
    violations.Add("request.note_public", "HOLDS_CONTACT", "without telephone or mail address");
  }
  CheckLength(filing.note_private, 0, 1000, "request.note_private", violations);
  CheckLength(filing.consent_version, 1, 40, "request.consent_version", violations);
  return filing;
}

Task File(const Filing& filing, const Filer& filer, const Timing& timing, RequestId id,
          absl::Time now) {
  Task task{.request = {.id = std::move(id),
                        .kind = filing.kind,
                        .residence_commune = filing.residence_commune,
                        .acting_for = filing.acting_for.value_or(ActingFor::kSelf),
                        .channel = filing.channel,
                        .facts = filing.facts,
                        .needs = filing.needs,
                        .note_public = filing.note_public,
                        .note_private = filing.note_private,
                        .consent_version = filing.consent_version,
                        .timing = timing,
                        .create_time = now}};
  if (ForTheBody(filing)) task.request.filed_by = OrganizationId(filer.organization);
  const Role role = filer.kind == Filer::Kind::kStaff ? Role::kStaff : Role::kRequester;
  Move(task, State::kSubmitted, {.time = now, .role = role, .action = "create"});
  return task;
}

}  // namespace entraide::request
