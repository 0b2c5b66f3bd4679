// SPDX-License-Identifier: EUPL-1.2
#include "absl/container/flat_hash_set.h"
#include "services/directory/convert.h"
#include "services/directory/directory_service.h"
#include "services/directory/handling.h"
#include "services/directory/import.h"
#include "services/directory/store/commune_store.h"
#include "services/directory/store/place_store.h"

namespace entraide::directory {
namespace {

constexpr std::size_t kMaxRows = 50'000;

// The rows of a stream, and what is wrong with them.
struct CommuneRows {
  std::vector<Commune> communes{};
  absl::flat_hash_set<std::string> codes{};
  Violations found{};
};

void Take(const v1::CommuneRow& row, CommuneRows& rows) {
  const std::string path = LinePath(row.line());
  Commune commune = FromProto(row.commune());
  Check(commune, path, rows.found);
  if (!commune.insee_code.empty() && !rows.codes.insert(commune.insee_code).second) {
    rows.found.Add(absl::StrCat(path, "insee_code"), "DUPLICATE", "a code that no line has above");
  }
  rows.communes.push_back(std::move(commune));
}

absl::Status Announce(pg::Transaction& tx, const ImportedCommunes& imported) {
  for (const std::string& code : imported.created) RETURN_IF_ERROR(AnnounceCommune(tx, code));
  for (const std::string& code : imported.changed) RETURN_IF_ERROR(AnnounceCommune(tx, code));
  ASSIGN_OR_RETURN(const auto offers, ExpandAllZones(tx));
  std::vector<std::string> ids;
  for (const ServiceOfferId& offer : offers) ids.push_back(offer.value());
  return AnnounceOffers(tx, ids);
}

}  // namespace

grpc::Status DirectoryService::ImportCommunes(grpc::ServerContext* context,
                                              grpc::ServerReader<v1::ImportCommunesRequest>* reader,
                                              v1::ImportCommunesResponse* response) {
  return rpc::Unary(
      gate_, *context, MethodOf("ImportCommunes"), v1::ImportCommunesRequest(), response,
      [&](const rpc::Call& call) -> absl::StatusOr<v1::ImportCommunesResponse> {
        CommuneRows rows;
        RETURN_IF_ERROR(ReadRows(*reader, kMaxRows, [&](const auto& row) { Take(row, rows); }));
        RETURN_IF_ERROR(ImportInvalid(rows.found));
        ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::Begin(pool_, call.deadline));
        ASSIGN_OR_RETURN(const ImportedCommunes imported, WriteCommunes(tx, rows.communes));
        RETURN_IF_ERROR(Announce(tx, imported));
        RETURN_IF_ERROR(tx.Commit());
        v1::ImportCommunesResponse done;
        done.set_created_count(static_cast<int>(imported.created.size()));
        done.set_updated_count(static_cast<int>(rows.communes.size() - imported.created.size()));
        return done;
      });
}

}  // namespace entraide::directory
