// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "clients/web/field.h"
#include "clients/web/form_errors.h"
#include "clients/web/site.h"
#include "entraide/directory/v1/commune.pb.h"
#include "services/platform/http/form.h"

namespace entraide::web {

using directory::v1::Commune;

// "Frévent (62270)": what a commune field shows and takes back.
std::string CommuneLabel(const Commune& commune);

// What a commune field came to.
struct ChosenCommune {
  std::optional<Commune> commune{};
  std::vector<Choice> choices{};  // what to choose from, when the text fits several
  absl::Status status{};          // the directory could not be asked
};

// Reads the commune field `name` of `form`: what was typed, or the choice made among those that it
// fits (`{name}_code`, for the text `{name}_for`). On success the field holds its label and code;
// else `errors` says why not.
ChosenCommune ChooseCommune(const Site& site, absl::string_view name, http::Form& form,
                            FormErrors& errors);

// The same from what the directory found: pure.
ChosenCommune ChooseAmong(absl::string_view typed, const std::vector<Commune>& found);

// Names for codes, or the code when it cannot be found. Remembers what it asked; `site` outlives
// it.
class CommuneNames {
 public:
  explicit CommuneNames(const Site& site) : site_(site) {}
  std::string Of(const std::string& insee_code);
  std::string OfEpci(const std::string& siren);

 private:
  const Site& site_;
  std::vector<std::pair<std::string, std::string>> known_{};  // communes and EPCIs by their codes
};

// Sets a field, replacing every value it had.
void SetField(http::Form& form, absl::string_view name, absl::string_view value);

}  // namespace entraide::web
