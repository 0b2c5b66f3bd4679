// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "clients/web/pages.h"

namespace entraide::web {

using Fields = std::vector<std::pair<std::string, std::string>>;

// A browser without scripts: keeps cookies, follows redirects, sends forms with what they hold.
class Browser {
 public:
  explicit Browser(const Pages& pages) : pages_(pages) {}

  // The page at `path`, which may have a query.
  const std::string& Get(const std::string& path);
  // What a form with that action and those fields sends.
  const std::string& Post(const std::string& path, const Fields& fields);
  // Sends the `nth` form of the page that posts to `action`, its fields replaced by `typed`.
  const std::string& Submit(const std::string& action, const Fields& typed, size_t nth = 0);

  int status() const { return status_; }
  const std::string& path() const { return path_; }
  const std::string& html() const { return html_; }
  const std::map<std::string, std::string>& cookies() const { return cookies_; }
  // The value of the first header of that name in the last answer.
  std::string Header(const std::string& name) const;
  // The next post says that it comes from there.
  void ComeFrom(const std::string& origin) { origin_ = origin; }

 private:
  const std::string& Go(http::Request request);

  const Pages& pages_;
  std::map<std::string, std::string> cookies_{};
  std::vector<http::Header> headers_{};
  std::string origin_ = "http://localhost";
  std::string path_{};
  std::string html_{};
  int status_ = 0;
};

// What a reader sees of a page: no tags, entities decoded, one space for many.
std::string TextOf(const std::string& html);

}  // namespace entraide::web
