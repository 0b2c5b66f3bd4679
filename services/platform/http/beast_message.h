// SPDX-License-Identifier: EUPL-1.2
// Between Beast's messages and ours; no header that others include knows Beast.
#pragma once

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <optional>

#include "services/platform/http/server.h"

namespace entraide::http {

using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
using Incoming = Parser::value_type;
using Outgoing = boost::beast::http::response<boost::beast::http::string_body>;

// The answer to what could not be parsed. Nothing: the client has gone or is too slow, there is
// nobody to tell.
std::optional<Response> RefusalOf(const boost::beast::error_code& error, const Options& options);

// The answer to what Beast lets through, but a proxy in front may read differently than we do.
std::optional<Response> RefusalOf(const Incoming& message);

// All but body and peer. Called before the body is read, since fields may follow a chunked one and
// those are no headers.
Request HeadOf(const Incoming& message);

// Internal error instead of a response that would break the framing.
Outgoing Render(Response response, const Incoming& request);

}  // namespace entraide::http
