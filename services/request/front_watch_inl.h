// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Front, for whoever watches.

#include "services/request/front.h"
#include "services/request/need_reader.h"

namespace entraide::request {

template <Trade T>
Front<T>::Front(const FrontParts& parts)
    : parts_(parts),
      desk_(parts.pool),
      commitments_(parts.gate, parts.pool, CommitmentsSource(T::kNaming, NeedsOf<T>)) {}

}  // namespace entraide::request
