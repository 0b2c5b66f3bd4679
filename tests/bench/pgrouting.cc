// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/pgrouting.h"

#include <libpq-fe.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"

namespace entraide::bench {
namespace {

using matcher::dayplan::Instance;
using matcher::dayplan::kTicksPerUnit;
using matcher::dayplan::Leg;
using matcher::dayplan::PlaceIndex;
using matcher::dayplan::Window;

using Connection = std::unique_ptr<PGconn, decltype(&PQfinish)>;

// The first cell of the answer, "" without one.
absl::StatusOr<std::string> Ask(const Connection& connection, const std::string& sql) {
  const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(connection.get(), sql.c_str()),
                                                             &PQclear);
  const ExecStatusType status = PQresultStatus(result.get());
  if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) {
    return absl::FailedPreconditionError(PQresultErrorMessage(result.get()));
  }
  return PQntuples(result.get()) == 0 ? std::string() : PQgetvalue(result.get(), 0, 0);
}

std::string Place(const Instance& instance, PlaceIndex place) {
  const auto& [x, y] = instance.coordinates[static_cast<std::size_t>(place)];
  return absl::StrCat(x, ", ", y);
}

std::string Span(const Window& window) {
  return absl::StrCat(window.earliest / kTicksPerUnit, ", ", window.latest / kTicksPerUnit);
}

std::string Row(const Instance& instance, std::size_t index) {
  const Leg& leg = instance.day.legs[index];
  return absl::StrCat("(", index + 1, ", ", leg.seats, ", ",  //
                      Place(instance, leg.pickup), ", ", Span(leg.pickup_window), ", ",
                      leg.boarding_seconds / kTicksPerUnit, ", ", Place(instance, leg.dropoff),
                      ", ", Span(leg.dropoff_window), ", ", leg.alighting_seconds / kTicksPerUnit,
                      ")");
}

std::string Question(const Instance& instance) {
  std::vector<std::string> rows;
  for (std::size_t i = 0; i < instance.day.legs.size(); ++i) rows.push_back(Row(instance, i));
  const auto& driver = instance.day.drivers.front();
  const std::string orders = absl::StrCat(
      "SELECT id, demand, p_x, p_y, p_open, p_close, p_service, d_x, d_y, d_open, d_close, "
      "d_service"
      " FROM (VALUES ",
      absl::StrJoin(rows, ", "),
      ") AS o(id, demand, p_x, p_y, p_open, p_close, p_service, d_x, d_y, d_open, d_close,"
      " d_service)");
  const std::string vehicles = absl::StrCat(
      "SELECT 1 AS id, ", driver.seats, " AS capacity, start_x, start_y, start_open, start_close, ",
      instance.day.drivers.size(), " AS number FROM (VALUES (", Place(instance, driver.home), ", ",
      Span(driver.availability.front()), ")) AS v(start_x, start_y, start_open, start_close)");
  return absl::StrCat("SELECT sum(travel_time) FROM pgr_pickDeliverEuclidean('", orders, "', '",
                      vehicles, "', 1, 10, 4) WHERE vehicle_seq > 0");
}

// User and system time of a process so far.
double CpuSecondsOf(const std::string& process) {
  std::ifstream file(absl::StrCat("/proc/", process, "/stat"));
  std::string line;
  std::getline(file, line);
  const std::vector<std::string> words = absl::StrSplit(line, ' ');
  double user = 0;
  double system = 0;
  if (words.size() < 15 || !absl::SimpleAtod(words[13], &user) ||
      !absl::SimpleAtod(words[14], &system)) {
    return 0;
  }
  return (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

}  // namespace

absl::StatusOr<PgRoutingPlan> PlanWithPgRouting(const Instance& instance) {
  const char* const host = std::getenv("PGHOST");
  if (host == nullptr) return absl::FailedPreconditionError("no PostgreSQL beside this program");
  // Extensions are the superuser's; the cluster is thrown away afterwards.
  const Connection connection(
      PQconnectdb(absl::StrCat("host=", host, " user=postgres dbname=template_entraide").c_str()),
      &PQfinish);
  for (const char* sql : {"SET client_min_messages = warning", "SET statement_timeout = '60s'",
                          "CREATE EXTENSION IF NOT EXISTS pgrouting CASCADE"}) {
    const absl::StatusOr<std::string> done = Ask(connection, sql);
    if (!done.ok()) return done.status();
  }
  const absl::StatusOr<std::string> process = Ask(connection, "SELECT pg_backend_pid()");
  if (!process.ok()) return process.status();
  const double before = CpuSecondsOf(*process);
  const absl::StatusOr<std::string> answer = Ask(connection, Question(instance));
  if (!answer.ok()) return answer.status();
  PgRoutingPlan plan{.cpu_seconds = CpuSecondsOf(*process) - before};
  if (!absl::SimpleAtod(*answer, &plan.distance)) {
    return absl::FailedPreconditionError("pgRouting found no plan");
  }
  return plan;
}

}  // namespace entraide::bench
