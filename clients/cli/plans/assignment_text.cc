// SPDX-License-Identifier: EUPL-1.2
#include <vector>

#include "absl/strings/str_cat.h"
#include "clients/cli/explain/words.h"
#include "clients/cli/plans/plans.h"
#include "clients/cli/print.h"

namespace entraide::cli {
namespace {

using matcher::v1::AssignmentCost;
using matcher::v1::AssignResponse;
using matcher::v1::UnassignedTask;

std::string CostText(const AssignmentCost& cost) {
  return absl::StrCat(Count(cost.unserved(), "demande sans place", "demandes sans place"), ", ",
                      Number(cost.minutes()), " min à vide, charge ", Number(cost.load()));
}

std::string WhyNot(const UnassignedTask& task) {
  if (task.reason() == UnassignedTask::REASON_PLACES_FULL)
    return "les places possibles sont prises";
  if (!task.blocking_rule().empty()) return BlockingInFrench(task.blocking_rule());
  return "aucune des places données ne convient";
}

// The first member that differs says what seeing all at once was worth.
std::string GapText(const AssignmentCost& gap) {
  if (gap.unserved() > 0) {
    return absl::StrCat(Count(gap.unserved(), "demande servie", "demandes servies"), " de plus");
  }
  if (gap.minutes() > 0) return absl::StrCat(Number(gap.minutes()), " min à vide de moins");
  if (gap.load() > 0) return absl::StrCat("une charge moindre de ", Number(gap.load()));
  return "le même résultat";
}

std::string Proof(const AssignResponse& answer) {
  const bool proved = answer.total().unserved() == answer.bound().unserved() &&
                      answer.total().minutes() == answer.bound().minutes() &&
                      answer.total().load() == answer.bound().load();
  return proved ? "Preuve : les prix des places montrent que rien ne peut coûter moins.\n"
                : absl::StrCat("Attention, preuve incomplète : au moins ", CostText(answer.bound()),
                               ".\n");
}

}  // namespace

std::string AssignmentText(const AssignResponse& answer) {
  std::string text;
  if (!answer.assigned().empty()) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& one : answer.assigned()) {
      rows.push_back({one.task(), one.place(), absl::StrCat(one.minutes(), " min")});
    }
    text = Table({"DEMANDE", "PLACE", "À VIDE"}, rows);
  }
  for (const UnassignedTask& one : answer.unassigned()) {
    absl::StrAppend(&text, "Sans place : ", one.task(), " (", WhyNot(one), ")\n");
  }
  absl::StrAppend(&text, "En tout : ", CostText(answer.total()), ".\n", Proof(answer),
                  "Dans l'ordre d'arrivée : ", CostText(answer.first_come_total()),
                  ". Tout voir ensemble donne ", GapText(answer.gap()), ".\n");
  return text;
}

}  // namespace entraide::cli
