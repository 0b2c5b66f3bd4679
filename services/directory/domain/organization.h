// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/directory/domain/ids.h"
#include "services/directory/domain/listing.h"
#include "services/directory/domain/zone.h"
#include "services/platform/base/violations.h"

namespace entraide::directory {

// Where an entry comes from: unique, so that importing again updates.
struct Origin {
  std::string source{};
  std::string local_id{};
};

// How the public reaches an entry; each may be empty.
struct PublicContact {
  std::string phone{};  // E.164.
  std::string email{};
  std::string website{};
  std::string address{};
};

// A structure of the social and solidarity economy.
struct Organization {
  OrganizationId id{};
  std::int64_t revision = 0;  // Grows with every change.
  Origin origin{};
  std::string display_name{};
  std::string description{};
  bool demo = false;  // Made up for the demonstration.
  Listing listing{};
  std::string legal_form{};
  std::string ess_kind{};
  std::vector<std::string> sectors{};
  std::vector<std::string> audiences{};
  std::string siret{};
  std::string rna{};
  PublicContact contact{};
  std::string commune{};  // INSEE code of where it stands: it says nothing of whom it serves.
  std::string opening_hours{};
  int job_count = 0;  // 0: unknown.
  absl::Time update_time{};
};

// An institutional partner that supports project holders.
struct Partner {
  PartnerId id{};
  Origin origin{};
  std::string display_name{};
  std::string description{};
  bool demo = false;
  std::vector<std::string> supports{};
  Zone zone{};
  PublicContact contact{};  // Phone and website only.
};

// Everything wrong with it, with fields under `path`; whether communes are known is for the store.
void Check(const Organization& organization, absl::string_view path, Violations& found);
void Check(const Partner& partner, absl::string_view path, Violations& found);

// What a search finds it by, besides its names: the French words of its sectors.
std::string SearchWords(const Organization& organization);

}  // namespace entraide::directory
