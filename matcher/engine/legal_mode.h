// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace entraide::matcher {

// What an organization does with the findings of a legal frame.
enum class LegalMode { kOff, kWarn, kBlock };

}  // namespace entraide::matcher
