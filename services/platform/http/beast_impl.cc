// SPDX-License-Identifier: EUPL-1.2
// The non-template halves of Asio and Beast, compiled once.
#include <boost/asio/impl/src.hpp>
#include <boost/beast/src.hpp>
