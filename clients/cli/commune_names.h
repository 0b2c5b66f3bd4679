// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>

#include "clients/cli/session.h"

namespace entraide::cli {

// Communes by INSEE code; one without a name is shown by its code.
using CommuneNames = std::map<std::string, std::string>;

// Asks the directory for the names of the codes. Nothing fails for want of one.
void FillIn(const Session& session, CommuneNames& names);

}  // namespace entraide::cli
