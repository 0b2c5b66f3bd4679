// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "services/request/dispatcher.h"
#include "services/request/trade.h"

namespace entraide::request {

// Reads the needs of the trade `T`: the request, its details over it, and answers over both.
template <Trade T>
NeedReader NeedReaderOf() {
  return [](pg::Transaction& tx, const Request& request) -> absl::StatusOr<Need> {
    ASSIGN_OR_RETURN(const Story<typename T::Details> story, TellOne<T>(tx, request));
    Need need = NeedOf(request);
    T::AddTo(need, story.details);
    ApplyAnswers(request, need);
    return need;
  };
}

}  // namespace entraide::request
