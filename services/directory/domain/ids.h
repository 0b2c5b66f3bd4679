// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "services/platform/base/strong.h"

namespace entraide::directory {

using OrganizationId = Strong<std::string, struct OrganizationIdTag>;
using ServiceOfferId = Strong<std::string, struct ServiceOfferIdTag>;
using PartnerId = Strong<std::string, struct PartnerIdTag>;

}  // namespace entraide::directory
