// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "entraide/access/v1/access.pb.h"

namespace entraide::auth {

// Who calls: decided in one place (Authenticator), read everywhere.
struct Caller {
  access::v1::Role role = access::v1::ROLE_ANON;
  std::string person{};  // Pseudonymous id; empty for ANON, CODE and services.
  std::string
      organization{};  // Id of the session's one organization; empty for officials and operators.
  std::string epci{};  // Officials: SIREN of their EPCI.
  std::string code_hash{};  // CODE only: the keyed hash that the owning service looks up.
  std::string service{};    // The calling service, on in-process channels and the unix socket only.
  std::string session_hash{};  // Identity ends sessions by it.
  bool demo = false;           // Opens demonstration data only.
};

// Whose stored answers these are, so that nobody reads another's answer by its request_id.
std::string PrincipalOf(const Caller& caller);

}  // namespace entraide::auth
