// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

namespace entraide::matcher {

// Yes, no, or "that depends on these facts, which nobody has told yet".
struct Answer {
  enum class Kind { kYes, kNo, kDepends };
  Kind kind = Kind::kYes;
  std::vector<std::string> missing_facts{};  // Only for kDepends: sorted, without repeats.
};

Answer Yes();
Answer No();
Answer YesIf(bool condition);
Answer DependsOn(std::vector<std::string> facts);

// No if one says no; else depends on all that one depends on; else yes.
Answer AllOf(const std::vector<Answer>& answers);

// Yes if one says yes; else depends on what the least demanding one does; else no. No without any.
Answer AnyOf(const std::vector<Answer>& answers);

}  // namespace entraide::matcher
