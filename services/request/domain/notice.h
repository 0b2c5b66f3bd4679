// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "services/request/domain/request.h"

namespace entraide::request {

// Who is to be told of one line of a request's history; each once.
struct Audience {
  bool person = false;
  bool filer = false;   // The body that filed it, if one did.
  bool holder = false;  // Who holds it, if anybody does.
  std::vector<OrganizationId> asked{};
};
Audience AudienceOf(const Task& task, const HistoryLine& line);

}  // namespace entraide::request
