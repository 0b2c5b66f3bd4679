// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gmock/gmock.h>

#include <memory>
#include <string>
#include <vector>

#include "directory_migrations.h"
#include "services/directory/store/commune_store.h"
#include "services/directory/store/offer_store.h"
#include "services/directory/store/organization_store.h"
#include "tests/services/directory/builders.h"
#include "tests/support/database.h"
#include "tests/support/status_matchers.h"

namespace entraide::directory {

// A directory of its own for each test; `tx_` is open, and gone with the test.
class StoreTest : public testing::Test {
 protected:
  pg::Transaction Begin() { return *pg::Transaction::Begin(*pool_, Soon()); }

  void Have(const std::vector<Commune>& communes) {
    ASSERT_THAT(WriteCommunes(tx_, communes), IsOk());
  }

  // A published organization of Frévent.
  OrganizationId HaveOrganization(Organization organization = AnOrganization()) {
    organization.id = OrganizationId(organization.origin.local_id);
    EXPECT_THAT(WriteOrganization(tx_, organization), IsOk());
    return organization.id;
  }

  ServiceOfferId HaveOffer(const OrganizationId& organization, const std::string& id,
                           ServiceOffer offer) {
    offer.id = ServiceOfferId(id);
    offer.local_id = id;
    offer.organization = organization;
    if (offer.listing == Listing{}) offer.listing.state = ListingState::kPublished;
    EXPECT_THAT(WriteOffer(tx_, offer), IsOk());
    return offer.id;
  }

  const TestDatabase database_{
      {PlatformTables("directory"),
       {.schema = "directory", .series = "directory", .scripts = directory::migrations::Files()}}};
  const std::unique_ptr<pg::Pool> pool_ = database_.NewPool("directory");
  pg::Transaction tx_ = Begin();
};

}  // namespace entraide::directory
