// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/platform/base/violations.h"
#include "services/request/domain/contact.h"
#include "services/request/domain/request.h"

namespace entraide::request {

// Who files a request.
struct Filer {
  enum class Kind { kResident, kPrescriber, kStaff } kind = Kind::kResident;
  std::string organization{};  // Of a prescriber or of staff.
};

// A request as it is filed, before anything of it has been checked.
struct Filing {
  std::string kind{};
  std::string residence_commune{};
  std::optional<ActingFor> acting_for{};
  Channel channel = Channel::kWeb;
  Contact contact{};
  std::vector<Fact> facts{};
  std::vector<std::string> needs{};
  std::string note_public{};
  std::string note_private{};
  std::string consent_version{};
};

// Communes that exist among those a filing names: the code as given, and the one it has today.
using KnownCommunes = absl::flat_hash_map<std::string, std::string>;

// Today's code of `code`; what is wrong is reported under `field`.
std::string CheckCommune(absl::string_view code, const KnownCommunes& known,
                         absl::string_view field, Violations& violations);

// `filing` with its phone and commune in their one form. What is wrong is reported under
// `request.`. `kinds` are those that the service takes.
Filing CheckFiling(Filing filing, const std::vector<absl::string_view>& kinds, const Filer& filer,
                   const KnownCommunes& known, Violations& violations);

// A checked filing becomes a request; its contact goes another way.
Task File(const Filing& filing, const Filer& filer, const Timing& timing, RequestId id,
          absl::Time now);

}  // namespace entraide::request
