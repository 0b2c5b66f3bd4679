// SPDX-License-Identifier: EUPL-1.2
// Serves the pages on top of a made-up town, to look at them: web-preview PORT. Prints its address
// and ends with its standard input.
#include <iostream>
#include <string>

#include "absl/strings/numbers.h"
#include "services/platform/http/server.h"
#include "tests/clients/web/fake_town.h"

int main(int argc, char** argv) {
  entraide::http::Options options;
  if (argc > 1 && !absl::SimpleAtoi(argv[1], &options.port)) return 2;
  entraide::web::FakeTown town;
  entraide::web::Furnish(town.town());
  const auto server = entraide::http::Server::Start(
      options, [&](const auto& request) { return town.pages().Handle(request); });
  if (!server.ok()) {
    std::cerr << server.status().message() << "\n";
    return 1;
  }
  std::cout << "http://127.0.0.1:" << (*server)->port() << std::endl;
  for (std::string line; std::getline(std::cin, line);) continue;
  return 0;
}
