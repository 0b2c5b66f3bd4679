// SPDX-License-Identifier: EUPL-1.2
#include <curl/curl.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/notify/sms/sms.h"
#include "services/platform/base/status.h"

namespace entraide::notify {
namespace {

constexpr long kTimeoutMilliseconds = 10'000;

struct CurlCleanup {
  void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Headers = std::unique_ptr<curl_slist, CurlCleanup>;

Headers With(Headers headers, const std::string& line) {
  curl_slist* const longer = curl_slist_append(headers.get(), line.c_str());
  if (longer == nullptr) return headers;
  headers.release();  // It is the beginning of the longer one.
  return Headers(longer);
}

std::size_t Ignore(char* /*bytes*/, std::size_t size, std::size_t count, void* /*nobody*/) {
  return size * count;
}

bool IsAboutUs(long answer) {
  return answer == 401 || answer == 403 || answer == 408 || answer == 429;
}

absl::Status OutcomeOf(CURLcode done, long answer, curl_off_t uploaded) {
  if (done != CURLE_OK && uploaded > 0) {
    return WithReason(absl::DeadlineExceededError("sms gateway: no answer"), "SMS_IN_DOUBT");
  }
  if (done != CURLE_OK) {
    return absl::UnavailableError(absl::StrCat("sms gateway: ", curl_easy_strerror(done)));
  }
  if (answer / 100 == 2) return absl::OkStatus();
  const std::string message = absl::StrCat("sms gateway: HTTP ", answer);
  if (answer / 100 != 4 || IsAboutUs(answer)) return absl::UnavailableError(message);
  return WithReason(absl::FailedPreconditionError(message), "SMS_REFUSED");
}

absl::Status Post(const SmsGateway& gateway, const Sms& sms) {
  const std::unique_ptr<CURL, CurlCleanup> curl(curl_easy_init());
  if (curl == nullptr) return absl::InternalError("curl");
  Headers headers = With(nullptr, "Content-Type: application/json");
  headers = With(std::move(headers), absl::StrCat("Idempotency-Key: ", sms.id));
  if (!gateway.token.empty()) {
    headers = With(std::move(headers), absl::StrCat("Authorization: Bearer ", gateway.token));
  }
  const std::string body =
      nlohmann::json(
          {{"to", sms.to}, {"from", gateway.from}, {"text", sms.text}, {"reference", sms.id}})
          .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  curl_easy_setopt(curl.get(), CURLOPT_URL, gateway.url.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
  curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, body.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT_MS, kTimeoutMilliseconds);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, Ignore);
  const CURLcode done = curl_easy_perform(curl.get());
  long answer = 0;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &answer);
  curl_off_t uploaded = 0;
  curl_easy_getinfo(curl.get(), CURLINFO_SIZE_UPLOAD_T, &uploaded);
  return OutcomeOf(done, answer, uploaded);
}

}  // namespace

SmsSender HttpSmsSender(SmsGateway gateway) {
  curl_global_init(CURL_GLOBAL_DEFAULT);
  return [gateway = std::move(gateway)](const Sms& sms) { return Post(gateway, sms); };
}

}  // namespace entraide::notify
