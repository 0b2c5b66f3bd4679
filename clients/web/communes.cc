// SPDX-License-Identifier: EUPL-1.2
#include "clients/web/communes.h"

#include <algorithm>
#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "clients/cpp/fold.h"

namespace entraide::web {
namespace {

constexpr int kMostChoices = 40;  // the postcode with the most communes has 33

// "Frévent (62270)" is the name and the postcode; other texts are a name, or a postcode, alone.
struct Typed {
  std::string text{};
  std::string postcode{};
};

Typed Divide(absl::string_view typed) {
  const size_t open = typed.rfind('(');
  if (open == absl::string_view::npos || !absl::EndsWith(typed, ")")) {
    return {std::string(absl::StripAsciiWhitespace(typed)), ""};
  }
  const absl::string_view inside = typed.substr(open + 1, typed.size() - open - 2);
  return {std::string(absl::StripAsciiWhitespace(typed.substr(0, open))), std::string(inside)};
}

absl::StatusOr<std::vector<Commune>> Search(const Site& site, const std::string& query) {
  directory::v1::SearchCommunesRequest request;
  request.set_query(query);
  request.set_limit(kMostChoices);
  const auto response =
      clients::Call(*site.directory, &DirectoryStub::SearchCommunes, request, site.ForAnybody());
  if (!response.ok()) return response.status();
  return std::vector<Commune>(response->communes().begin(), response->communes().end());
}

absl::StatusOr<Commune> Get(const Site& site, absl::string_view insee_code) {
  directory::v1::GetCommuneRequest request;
  request.set_name(absl::StrCat("communes/", insee_code));
  return clients::Call(*site.directory, &DirectoryStub::GetCommune, request, site.ForAnybody());
}

ChosenCommune Ask(const Site& site, const std::string& typed, FormErrors& errors,
                  absl::string_view name) {
  const Typed divided = Divide(typed);
  if (divided.text.size() < 2 || typed.size() > 100) {
    errors.Add(name, "COMMUNE_UNKNOWN");
    return {};
  }
  const auto found = Search(site, divided.text);
  if (!found.ok() && !absl::IsInvalidArgument(found.status())) return {.status = found.status()};
  ChosenCommune chosen = ChooseAmong(typed, found.ok() ? *found : std::vector<Commune>());
  if (chosen.commune.has_value()) return chosen;
  errors.Add(name, chosen.choices.empty() ? "COMMUNE_UNKNOWN" : "COMMUNE_AMBIGUOUS");
  return chosen;
}

}  // namespace

std::string CommuneLabel(const Commune& commune) {
  if (commune.postcodes().empty()) return commune.display_name();
  return absl::StrCat(commune.display_name(), " (", commune.postcodes(0), ")");
}

ChosenCommune ChooseAmong(absl::string_view typed, const std::vector<Commune>& found) {
  const Typed divided = Divide(typed);
  const std::string name = clients::Fold(divided.text);
  std::vector<Commune> exact;
  for (const Commune& commune : found) {
    const bool postcode_fits =
        divided.postcode.empty() || absl::c_linear_search(commune.postcodes(), divided.postcode);
    const bool is_named = clients::Fold(commune.display_name()) == name;
    const bool is_coded = commune.insee_code() == divided.text ||
                          absl::c_linear_search(commune.postcodes(), divided.text);
    if (postcode_fits && (is_named || is_coded)) exact.push_back(commune);
  }
  ChosenCommune chosen;
  if (exact.size() == 1) {
    chosen.commune = exact.front();
    return chosen;
  }
  for (const Commune& commune : exact.empty() ? found : exact) {
    chosen.choices.emplace_back(commune.insee_code(), CommuneLabel(commune));
  }
  return chosen;
}

ChosenCommune ChooseCommune(const Site& site, absl::string_view name, http::Form& form,
                            FormErrors& errors) {
  const std::string code_field = absl::StrCat(name, "_code");
  const std::string for_field = absl::StrCat(name, "_for");
  const std::string typed(absl::StripAsciiWhitespace(form.ValueOr(name, "")));
  if (typed.empty()) {
    errors.Add(name, "REQUIRED");
    return {};
  }
  ChosenCommune chosen;
  const std::string code = form.ValueOr(code_field, "");
  if (!code.empty() && form.ValueOr(for_field, "") == typed) {
    auto commune = Get(site, code);
    if (commune.ok()) {
      chosen.commune = *std::move(commune);
    } else if (!absl::IsNotFound(commune.status()) && !absl::IsInvalidArgument(commune.status())) {
      return {.status = commune.status()};
    }
  }
  if (!chosen.commune.has_value()) chosen = Ask(site, typed, errors, name);
  const bool found = chosen.commune.has_value();
  SetField(form, name, found ? CommuneLabel(*chosen.commune) : typed);
  SetField(form, code_field, found ? chosen.commune->insee_code() : "");
  SetField(form, for_field, form.ValueOr(name, ""));
  return chosen;
}

std::string CommuneNames::Of(const std::string& insee_code) {
  for (const auto& [code, name] : known_) {
    if (code == insee_code) return name;
  }
  const auto commune = Get(site_, insee_code);
  known_.emplace_back(insee_code, commune.ok() ? commune->display_name() : insee_code);
  return known_.back().second;
}

std::string CommuneNames::OfEpci(const std::string& siren) {
  for (const auto& [code, name] : known_) {
    if (code == siren) return name;
  }
  directory::v1::ListCommunesRequest request;
  request.set_epci_siren(siren);
  request.set_page_size(1);
  const auto page =
      clients::Call(*site_.directory, &DirectoryStub::ListCommunes, request, site_.ForAnybody());
  const bool found = page.ok() && !page->communes().empty();
  known_.emplace_back(siren, found ? page->communes(0).epci_display_name() : siren);
  return known_.back().second;
}

void SetField(http::Form& form, absl::string_view name, absl::string_view value) {
  auto& fields = form.fields;
  fields.erase(std::remove_if(fields.begin(), fields.end(),
                              [&](const auto& field) { return field.first == name; }),
               fields.end());
  fields.emplace_back(std::string(name), std::string(value));
}

}  // namespace entraide::web
