// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/strings/string_view.h"
#include "entraide/common/v1/request.pb.h"
#include "google/protobuf/repeated_ptr_field.h"

namespace entraide::cli {

using Terms = google::protobuf::RepeatedPtrField<common::v1::ScoreTerm>;

// A term of a score for an offer of `kind`, in words and in its own unit again: "à 21 min",
// "première date dans 3 jours". Empty when there is nothing worth saying.
std::string TermInFrench(const common::v1::ScoreTerm& term, absl::string_view kind);

// How the term is called: "le trajet".
std::string TermName(absl::string_view term);

// All of them, the weightiest first: "à 21 min, gratuit, fiche à jour".
std::string TermsInFrench(const Terms& terms, absl::string_view kind);

// What puts the one behind the other most, and by how many points of the score: "le trajet (−520
// points)". Empty if nothing does.
std::string BehindBecause(const Terms& behind, const Terms& before);

}  // namespace entraide::cli
