// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <grpcpp/server.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "clients/web/pages.h"

namespace entraide::web {

// What the services of a town answer, kept in memory; tests change it between calls.
struct Town {
  std::vector<directory::v1::Commune> communes{};
  std::vector<directory::v1::FoundService> services{};
  std::vector<directory::v1::Partner> partners{};
  matcher::v1::MatchResponse match{};
  access::v1::Role role = access::v1::ROLE_STAFF;
  std::vector<garage::v1::JobStatus> jobs{};  // by number: the code is G000000000001 and so on
  std::vector<garage::v1::JobOffer> job_offers{};
  std::vector<garage::v1::Job> held_jobs{};
  std::map<std::string, size_t> answered{};   // request_id to the number of its job
  std::map<std::string, std::string> last{};  // what the last call of each kind carried
  grpc::Status fail_create{};                 // answered instead of the next creation
};

// The services over one in-process channel, and the pages on top of them. Its day is 24 November
// 2026, 10:00 in Paris.
class FakeTown {
 public:
  FakeTown();
  ~FakeTown();

  Town& town() { return town_; }
  const Pages& pages() const { return *pages_; }

 private:
  struct Services;

  Town town_{};
  std::unique_ptr<Services> services_;
  std::unique_ptr<grpc::Server> server_;
  std::unique_ptr<Pages> pages_;
};

// A town with communes, a garage, a partner and a repair that the garage was asked for.
void Furnish(Town& town);

}  // namespace entraide::web
