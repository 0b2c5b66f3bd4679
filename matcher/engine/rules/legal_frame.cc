// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/rules/rules.h"
#include "matcher/engine/tus.h"

namespace entraide::matcher::rules {

Answer LegalFrameAllows(const Trial& trial) {
  if (trial.offer.legal_mode != LegalMode::kBlock) return Yes();
  const TusOpinion opinion = TusOpinionOf(trial);
  for (const TusFinding finding : opinion.findings) {
    if (finding != TusFinding::kUnknown) return No();
  }
  return opinion.missing_facts.empty() ? Yes() : DependsOn(opinion.missing_facts);
}

}  // namespace entraide::matcher::rules
