// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"

namespace entraide::web {

using Value = std::pair<absl::string_view, absl::string_view>;

// The sentence of messages/fr.json, with each `{name}` replaced by its value; an unknown key is
// shown as it is, and refused by a test.
std::string Message(absl::string_view key, std::initializer_list<Value> values = {});

// The word of a vocabulary ("kind", "state"...) for a code; the code itself if it has none.
std::string Word(absl::string_view vocabulary, absl::string_view code);
bool HasWord(absl::string_view vocabulary, absl::string_view code);

// Every code of a vocabulary, in the order of the file.
const std::vector<std::string>& Codes(absl::string_view vocabulary);

// Key and sentence of every message that is not in a vocabulary.
const std::vector<std::pair<std::string, std::string>>& Sentences();

}  // namespace entraide::web
