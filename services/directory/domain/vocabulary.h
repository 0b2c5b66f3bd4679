// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>

#include "absl/strings/string_view.h"

namespace entraide::directory {

// The closed lists of the directory alone (proto/vocabulary has those that others share); the
// database knows nothing of them, so that they can grow.
inline constexpr std::array<absl::string_view, 7> kLegalForms = {
    "association-1901", "scic", "scop", "ccas", "foundation", "mutual", "other"};
inline constexpr std::array<absl::string_view, 4> kEssKinds = {"aci", "ai", "ei", "etti"};
inline constexpr std::array<absl::string_view, 11> kSectors = {
    "culture",   "green-spaces", "recycling", "lodging", "catering", "mobility",
    "home-help", "social",       "food",      "digital", "other"};
inline constexpr std::array<absl::string_view, 3> kAudiences = {"individuals", "businesses",
                                                                "local-authorities"};
inline constexpr std::array<absl::string_view, 5> kSupports = {"advice", "funding", "premises",
                                                               "training", "network"};
inline constexpr std::array<absl::string_view, 5> kCapacityUnits = {"seat", "vehicle", "bay-hour",
                                                                    "helper-hour", "place"};
inline constexpr std::array<absl::string_view, 6> kPriceUnits = {"per-km", "per-hour",   "per-day",
                                                                 "flat",   "membership", "deposit"};

// What French speakers type to find a sector.
inline constexpr std::array<absl::string_view, 11> kSectorWords = {
    "culture spectacle musique livre",
    "espaces verts jardin nature environnement",
    "recyclage réemploi déchets ressourcerie",
    "hébergement logement gîte séjour",
    "restauration traiteur repas",
    "mobilité transport voiture vélo",
    "aide à domicile services à la personne",
    "social insertion solidarité entraide",
    "alimentation épicerie maraîchage",
    "numérique informatique",
    ""};

}  // namespace entraide::directory
