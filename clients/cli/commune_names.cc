// SPDX-License-Identifier: EUPL-1.2
#include "clients/cli/commune_names.h"

#include "absl/strings/str_cat.h"
#include "entraide/directory/v1/directory_service.grpc.pb.h"

namespace entraide::cli {

void FillIn(const Session& session, CommuneNames& names) {
  using directory::v1::DirectoryService;
  const auto stub = DirectoryService::NewStub(session.Channel());
  for (auto& [code, name] : names) {
    directory::v1::GetCommuneRequest request;
    request.set_name(absl::StrCat("communes/", code));
    const auto commune =
        clients::Call(*stub, &DirectoryService::Stub::GetCommune, request, session.Options());
    if (commune.ok()) name = commune->display_name();
  }
}

}  // namespace entraide::cli
