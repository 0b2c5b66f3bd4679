// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "clients/web/communes.h"
#include "clients/web/view.h"
#include "entraide/directory/v1/organization.pb.h"
#include "entraide/directory/v1/service_offer.pb.h"

namespace entraide::web {

// What everybody may know of an organization.
View OrganizationView(const directory::v1::Organization& organization, CommuneNames& communes);

// What it offers, to whom, when and at what price.
View ServiceOfferView(const directory::v1::ServiceOffer& offer, CommuneNames& communes);

// A partner of project holders.
View PartnerView(const directory::v1::Partner& partner, CommuneNames& communes);

}  // namespace entraide::web
