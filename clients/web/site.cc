// SPDX-License-Identifier: EUPL-1.2
#include "clients/web/site.h"

#include <sodium.h>

#include <utility>

namespace entraide::web {
namespace {

std::string RandomKey() {
  std::string key(crypto_generichash_KEYBYTES, '\0');
  randombytes_buf(key.data(), key.size());
  return key;
}

}  // namespace

Site::Site(const std::shared_ptr<grpc::ChannelInterface>& channel, Options with)
    : options(std::move(with)),
      directory(directory::v1::DirectoryService::NewStub(channel)),
      matcher(matcher::v1::MatcherService::NewStub(channel)),
      coverage(coverage::v1::CoverageService::NewStub(channel)),
      identity(identity::v1::IdentityService::NewStub(channel)),
      requests(std::make_unique<clients::RequestsClient>(channel)) {
  if (options.form_key.size() < crypto_generichash_KEYBYTES_MIN) options.form_key = RandomKey();
}

clients::CallOptions Site::ForAnybody() const {
  return {.deadline = absl::Now() + options.call_timeout, .attempts = clients::Attempts::kRetry};
}

clients::CallOptions Site::ForSession(absl::string_view token) const {
  clients::CallOptions call = ForAnybody();
  call.authorization = clients::BearerCredential(token);
  return call;
}

clients::CallOptions Site::ForCode(absl::string_view code) const {
  clients::CallOptions call = ForAnybody();
  call.authorization = clients::CodeCredential(code);
  return call;
}

}  // namespace entraide::web
