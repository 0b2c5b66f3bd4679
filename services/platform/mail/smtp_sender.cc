// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/mail/smtp_sender.h"

#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "services/platform/base/status.h"
#include "services/platform/mail/message.h"

namespace entraide::mail {
namespace {

constexpr long kTimeoutMilliseconds = 10'000;
constexpr long kAnswerSeconds = 10;

struct CurlCleanup {
  void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

// What libcurl reads the message from.
std::size_t ReadMessage(char* out, std::size_t size, std::size_t count, void* source) {
  absl::string_view& rest = *static_cast<absl::string_view*>(source);
  const std::size_t taken = std::min(size * count, rest.size());
  std::memcpy(out, rest.data(), taken);
  rest.remove_prefix(taken);
  return taken;
}

absl::Status Hand(const SmtpRelay& relay, const std::string& to, absl::string_view message) {
  const std::unique_ptr<CURL, CurlCleanup> curl(curl_easy_init());
  const std::unique_ptr<curl_slist, CurlCleanup> recipients(
      curl_slist_append(nullptr, absl::StrCat("<", to, ">").c_str()));
  if (curl == nullptr || recipients == nullptr) return absl::InternalError("curl");
  const std::string from = absl::StrCat("<", relay.from, ">");
  curl_easy_setopt(curl.get(), CURLOPT_URL, relay.url.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(curl.get(), CURLOPT_USE_SSL,
                   static_cast<long>(relay.user.empty() ? CURLUSESSL_TRY : CURLUSESSL_ALL));
  if (!relay.user.empty()) {
    curl_easy_setopt(curl.get(), CURLOPT_USERNAME, relay.user.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_PASSWORD, relay.password.c_str());
  }
  curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT_MS, kTimeoutMilliseconds);
  // The answer to a mail that was handed over whole is waited for apart, two minutes if we let it.
  curl_easy_setopt(curl.get(), CURLOPT_SERVER_RESPONSE_TIMEOUT, kAnswerSeconds);
  curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, from.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, recipients.get());
  curl_easy_setopt(curl.get(), CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_READFUNCTION, ReadMessage);
  curl_easy_setopt(curl.get(), CURLOPT_READDATA, &message);
  const CURLcode done = curl_easy_perform(curl.get());
  if (done == CURLE_OK) return absl::OkStatus();
  long answer = 0;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &answer);
  if (done == CURLE_SEND_ERROR && answer / 100 == 5) {
    return WithReason(absl::FailedPreconditionError("mail relay: no such address"), "MAIL_REFUSED");
  }
  if (message.empty() && answer / 100 == 3) {  // The last word was "go on", and all of it has gone.
    return WithReason(absl::DeadlineExceededError("mail relay: no answer"), "MAIL_IN_DOUBT");
  }
  return absl::UnavailableError(absl::StrCat("mail relay: ", curl_easy_strerror(done)));
}

}  // namespace

Sender SmtpSender(SmtpRelay relay) {
  curl_global_init(CURL_GLOBAL_DEFAULT);
  return [relay = std::move(relay)](const Mail& mail) -> absl::Status {
    ASSIGN_OR_RETURN(const std::string message, Render(mail, relay.from));
    return Hand(relay, mail.to, message);
  };
}

}  // namespace entraide::mail
