// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/domain/organization.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/str_cat.h"
#include "services/directory/domain/checks.h"
#include "services/directory/domain/vocabulary.h"
#include "services/platform/base/text.h"

namespace entraide::directory {
namespace {

constexpr Length kNameLength = {3, 150};
constexpr Length kDescriptionLength = {0, 10'000};

void Check(const Origin& origin, absl::string_view path, Violations& found) {
  CheckSourceId(absl::StrCat(path, "source"), origin.source, found);
  CheckSourceId(absl::StrCat(path, "local_id"), origin.local_id, found);
}

void Check(const PublicContact& contact, absl::string_view path, Violations& found) {
  CheckOptionalPhone(absl::StrCat(path, "phone"), contact.phone, found);
  CheckOptionalEmail(absl::StrCat(path, "email"), contact.email, found);
  CheckOptionalUri(absl::StrCat(path, "website"), contact.website, found);
  CheckText(absl::StrCat(path, "address"), contact.address, {0, 200}, found);
}

void CheckWhatItIs(const Organization& organization, absl::string_view path, Violations& found) {
  if (!organization.legal_form.empty()) {
    CheckWord(absl::StrCat(path, "legal_form"), organization.legal_form, kLegalForms, found);
  }
  if (!organization.ess_kind.empty()) {
    CheckWord(absl::StrCat(path, "ess_kind"), organization.ess_kind, kEssKinds, found);
  }
  CheckWords(absl::StrCat(path, "sectors"), organization.sectors, kSectors, found);
  CheckWords(absl::StrCat(path, "audiences"), organization.audiences, kAudiences, found);
  CheckOptionalSiret(absl::StrCat(path, "siret"), organization.siret, found);
  CheckOptionalRna(absl::StrCat(path, "rna"), organization.rna, found);
}

}  // namespace

void Check(const Organization& organization, absl::string_view path, Violations& found) {
  Check(organization.origin, path, found);
  CheckText(absl::StrCat(path, "display_name"), organization.display_name, kNameLength, found);
  CheckText(absl::StrCat(path, "description"), organization.description, kDescriptionLength, found);
  CheckWhatItIs(organization, path, found);
  Check(organization.contact, path, found);
  if (!IsInseeCode(organization.commune)) {
    found.Add(absl::StrCat(path, "commune"),
              organization.commune.empty() ? "REQUIRED" : "MALFORMED", "an INSEE code");
  }
  CheckText(absl::StrCat(path, "opening_hours"), organization.opening_hours, {0, 255}, found);
  if (organization.job_count < 0 || organization.job_count > 1'000'000) {
    found.Add(absl::StrCat(path, "job_count"), "OUT_OF_RANGE", "0 to 1,000,000");
  }
}

void Check(const Partner& partner, absl::string_view path, Violations& found) {
  Check(partner.origin, path, found);
  CheckText(absl::StrCat(path, "display_name"), partner.display_name, kNameLength, found);
  CheckText(absl::StrCat(path, "description"), partner.description, kDescriptionLength, found);
  if (partner.supports.empty())
    found.Add(absl::StrCat(path, "supports"), "REQUIRED", "one at least");
  CheckWords(absl::StrCat(path, "supports"), partner.supports, kSupports, found);
  Check(partner.zone, absl::StrCat(path, "zone"), found);
  Check(partner.contact, path, found);
}

std::string SearchWords(const Organization& organization) {
  std::string words;
  for (const std::string& sector : organization.sectors) {
    const auto known = std::find(kSectors.begin(), kSectors.end(), sector);
    if (known == kSectors.end()) continue;
    absl::StrAppend(&words, kSectorWords.at(static_cast<std::size_t>(known - kSectors.begin())),
                    " ");
  }
  return words;
}

}  // namespace entraide::directory
