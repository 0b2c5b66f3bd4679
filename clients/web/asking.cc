// SPDX-License-Identifier: EUPL-1.2
#include "clients/web/asking.h"

#include <utility>

#include "absl/algorithm/container.h"
#include "clients/cpp/kinds.h"

namespace entraide::web {
namespace {

using clients::Trade;

constexpr std::array<absl::string_view, 6> kNames = {"besoin",  "commune",     "precisions",
                                                     "reponse", "coordonnees", "envoi"};

void ReadKind(Asking& asking) {
  const std::string kind = asking.form.ValueOr("kind", "");
  const std::optional<Trade> trade = clients::TradeOfKind(kind);
  if (!trade.has_value()) {
    asking.errors.Add("kind", kind.empty() ? "REQUIRED" : "UNKNOWN_VALUE");
    return;
  }
  asking.kind = kind;
  asking.trade = *trade;
}

std::optional<Commune> ReadCommune(const Site& site, absl::string_view name, Asking& asking) {
  ChosenCommune chosen = ChooseCommune(site, name, asking.form, asking.errors);
  if (!chosen.status.ok()) asking.status = chosen.status;
  if (!chosen.choices.empty()) asking.choices.emplace_back(name, std::move(chosen.choices));
  return std::move(chosen.commune);
}

void ReadDetails(const Site& site, Asking& asking) {
  const absl::Time now = site.options.clock();
  http::Form& form = asking.form;
  if (asking.trade == Trade::kGarage) {
    asking.details = ReadJob(form, asking.kind, now, asking.errors);
    return;
  }
  if (asking.trade == Trade::kHomeHelp) {
    asking.details = ReadVisit(form, asking.kind, now, asking.errors);
    return;
  }
  const std::optional<Commune> pickup = ReadCommune(site, "pickup", asking);
  const std::optional<Commune> dropoff = ReadCommune(site, "dropoff", asking);
  const Way way{.pickup = pickup.has_value() ? pickup->insee_code() : "",
                .dropoff = dropoff.has_value() ? dropoff->insee_code() : ""};
  asking.details = ReadRide(form, way, now, asking.errors);
}

void ReadStep(const Site& site, Step step, Asking& asking) {
  switch (step) {
    case Step::kKind:
      return ReadKind(asking);
    case Step::kCommune:
      asking.residence = ReadCommune(site, "commune", asking);
      return;
    case Step::kDetails:
      return ReadDetails(site, asking);
    case Step::kContact:
      asking.input =
          ReadContact(asking.form, asking.kind, asking.residence->insee_code(), asking.errors);
      return;
    case Step::kAnswer:  // its questions may stay open
    case Step::kSend:
      return;
  }
}

// Whether something is wrong with a field of this step.
bool IsWrong(const Asking& asking, Step step) {
  return absl::c_any_of(FieldsOf(asking, step), [&](const Field& field) {
    return !asking.errors.Find(field.name).empty();
  });
}

}  // namespace

absl::string_view NameOf(Step step) { return kNames[static_cast<size_t>(step)]; }

std::optional<Step> StepOf(absl::string_view name) {
  for (size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) return static_cast<Step>(i);
  }
  return std::nullopt;
}

Asking ReadAsking(const Site& site, http::Form form, Step last) {
  Asking asking;
  asking.form = CleanForm(form, asking.errors);
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    asking.next = static_cast<Step>(i);
    ReadStep(site, asking.next, asking);
    if (IsWrong(asking, asking.next) || !asking.status.ok()) return asking;
  }
  if (asking.next != Step::kSend) asking.next = static_cast<Step>(static_cast<int>(last) + 1);
  return asking;
}

std::vector<Field> FieldsOf(const Asking& asking, Step step) {
  switch (step) {
    case Step::kKind:
      return {{"kind", Control::kText}};
    case Step::kCommune:
      return {{"commune", Control::kCommune}};
    case Step::kDetails:
      return DetailFields(asking.trade, asking.kind);
    case Step::kContact:
      return ContactFields();
    case Step::kAnswer:
    case Step::kSend:
      break;
  }
  return {};
}

}  // namespace entraide::web
