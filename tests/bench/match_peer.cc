// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/match_peer.h"

#include <libpq-fe.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "absl/algorithm/container.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "matcher/engine/weights.h"
#include "services/platform/base/status.h"

namespace entraide::bench {
namespace {

using matcher::index::Reach;
using Result = std::unique_ptr<PGresult, void (*)(PGresult*)>;

constexpr int kTooFar = 32767;

Result Own(PGresult* result) { return {result, PQclear}; }

absl::Status StatusOf(const Result& result) {
  const ExecStatusType status = PQresultStatus(result.get());
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_COPY_IN) {
    return absl::OkStatus();
  }
  return absl::UnavailableError(PQresultErrorMessage(result.get()));
}

std::string FileText(const std::string& file) {
  std::ifstream stream("tests/bench/sql/" + file);
  return {std::istreambuf_iterator<char>(stream), {}};
}

const char* NameOf(MatchPeer::Form form) {
  switch (form) {
    case MatchPeer::Form::kPlain:
      return "plain";
    case MatchPeer::Form::kCovering:
      return "covering";
    case MatchPeer::Form::kExpert:
      return "expert";
  }
  return "";
}

int WeightOf(absl::string_view term, int kind) {
  return WeightIn(matcher::WeightedTerms()[PlaceOfTerm(term)], matcher::FamilyOf(KindName(kind)));
}

// As the engine finds it: all that the peer has to do is to read a column.
int ReactivityOf(const Helper& helper, const SyntheticFrance& france) {
  const matcher::Offer offer{.record = RecordOf(helper)};
  return *matcher::terms::Reactivity({france.empty_world(), {}, offer, Now()}, {});
}

}  // namespace

size_t PlaceOfTerm(absl::string_view term) {
  const auto all = matcher::WeightedTerms();
  const auto found =
      absl::c_find_if(all, [term](const matcher::WeightedTerm& each) { return each.name == term; });
  return static_cast<size_t>(found - all.begin());
}

absl::StatusOr<MatchPeer> MatchPeer::Load(const SyntheticFrance& france) {
  {
    const Connection first(PQconnectdb("dbname=postgres options='-c client_min_messages=warning'"),
                           PQfinish);
    RETURN_IF_ERROR(StatusOf(Own(PQexec(first.get(), "DROP DATABASE IF EXISTS bench_match"))));
    RETURN_IF_ERROR(StatusOf(Own(PQexec(first.get(), "CREATE DATABASE bench_match"))));
  }
  // Plans are made once, and nothing is compiled for a query of microseconds.
  const char* const options =
      "dbname=bench_match options='-c plan_cache_mode=force_generic_plan -c jit=off'";
  MatchPeer peer(Connection(PQconnectdb(options), PQfinish), france);
  RETURN_IF_ERROR(peer.RunFile("match_tables.sql"));
  RETURN_IF_ERROR(peer.CopyCandidates());
  RETURN_IF_ERROR(peer.CopyNear());
  RETURN_IF_ERROR(peer.RunFile("match_plain_indexes.sql"));
  RETURN_IF_ERROR(peer.PrepareFile("plain", "match.sql"));
  return peer;
}

absl::Status MatchPeer::IndexCovering() {
  RETURN_IF_ERROR(RunFile("match_covering_indexes.sql"));
  RETURN_IF_ERROR(PrepareFile("covering", "match.sql"));
  return PrepareFile("expert", "match_expert.sql");
}

// One statement after the other: VACUUM wants to be alone.
absl::Status MatchPeer::RunFile(const std::string& file) const {
  const std::string text = FileText(file);
  for (size_t start = 0, end = 0; (end = text.find(";\n", start)) != std::string::npos;
       start = end + 2) {
    const std::string statement = text.substr(start, end - start);
    RETURN_IF_ERROR(StatusOf(Own(PQexec(connection_.get(), statement.c_str()))));
  }
  return absl::OkStatus();
}

absl::Status MatchPeer::PrepareFile(const std::string& name, const std::string& file) const {
  return StatusOf(
      Own(PQprepare(connection_.get(), name.c_str(), FileText(file).c_str(), 0, nullptr)));
}

absl::Status MatchPeer::Copy(const std::string& statement, const std::string& rows) const {
  RETURN_IF_ERROR(StatusOf(Own(PQexec(connection_.get(), statement.c_str()))));
  PQputCopyData(connection_.get(), rows.data(), static_cast<int>(rows.size()));
  PQputCopyEnd(connection_.get(), nullptr);
  absl::Status status = StatusOf(Own(PQgetResult(connection_.get())));
  while (Own(PQgetResult(connection_.get())) != nullptr) {
  }
  return status;
}

absl::Status MatchPeer::CopyCandidates() const {
  const Reach& reach = france_->ground()->reach;
  for (int kind = 0; kind < france_->size().kinds; ++kind) {
    const std::vector<Helper>& helpers = france_->helpers()[static_cast<size_t>(kind)];
    std::vector<std::pair<uint32_t, size_t>> by_home;
    for (size_t i = 0; i < helpers.size(); ++i) {
      by_home.emplace_back(reach.RankOf(matcher::CommuneIndex(static_cast<int>(helpers[i].home))),
                           i);
    }
    std::sort(by_home.begin(), by_home.end());
    std::string rows;
    for (const auto& [home, offer] : by_home) {
      const Helper& helper = helpers[offer];
      absl::StrAppend(&rows, kind, "\t", home, "\t", offer, "\t", helper.slots, "\t");
      absl::StrAppend(&rows, helper.statuses, "\t", helper.needs, "\t",
                      helper.is_listed ? "t" : "f", "\t", helper.has_place ? "t" : "f", "\t");
      absl::StrAppend(&rows, helper.limit_seconds, "\t", helper.notice_hours, "\t", helper.answered,
                      "\t", helper.hours_to_answer, "\t", ReactivityOf(helper, *france_), "\t",
                      helper.quality * 100, "\n");
    }
    RETURN_IF_ERROR(Copy("COPY candidate FROM STDIN", rows));
  }
  return absl::OkStatus();
}

absl::Status MatchPeer::CopyNear() const {
  const Reach& reach = france_->ground()->reach;
  std::string near;
  std::string runs;
  for (uint32_t commune = 0; commune < reach.size(); ++commune) {
    for (const Reach::Run& run : reach.RunsAround(commune)) {
      std::vector<int> seconds;
      for (uint32_t i = 0; i < run.size; ++i) {
        const Reach::Seconds each = reach.Coming(run)[i];
        seconds.push_back(each == Reach::kTooFar ? kTooFar : each);
        if (each == Reach::kTooFar) continue;
        absl::StrAppend(&near, commune, "\t", run.first + i, "\t", each, "\n");
      }
      absl::StrAppend(&runs, commune, "\t", run.first, "\t", run.first + run.size - 1, "\t{",
                      absl::StrJoin(seconds, ","), "}\n");
    }
  }
  RETURN_IF_ERROR(Copy("COPY near FROM STDIN", near));
  return Copy("COPY near_run FROM STDIN", runs);
}

absl::StatusOr<MatchPeer::Rows> MatchPeer::Answer(Form form, const Ask& ask) const {
  std::vector<std::string> texts = {
      absl::StrCat(ask.kind),
      absl::StrCat(france_->ground()->reach.RankOf(ask.need.residence)),
      absl::StrCat(ask.slots()),
      absl::StrCat(ask.slot_before()),
      absl::StrCat(ask.slot_after()),
      absl::StrCat(ask.needs),
      absl::StrCat(uint64_t{1} << ask.status),
      absl::StrCat(ask.notice_hours)};
  std::array<int, kPeerTerms.size()> weights{};
  for (size_t i = 0; i < kPeerTerms.size(); ++i) {
    weights[i] = WeightOf(kPeerTerms[i], ask.kind);
    texts.push_back(absl::StrCat(weights[i]));
  }
  std::vector<const char*> values;
  for (const std::string& text : texts) values.push_back(text.c_str());
  const Result result =
      Own(PQexecPrepared(connection_.get(), NameOf(form), static_cast<int>(values.size()),
                         values.data(), nullptr, nullptr, 0));
  RETURN_IF_ERROR(StatusOf(result));
  bool are_numbers = true;
  const auto number_at = [&](int row, size_t column) {
    int number = 0;
    const char* const text = PQgetvalue(result.get(), row, static_cast<int>(column));
    are_numbers = are_numbers && absl::SimpleAtoi(text, &number);
    return number;
  };
  Rows answer;
  for (int at = 0; at < PQntuples(result.get()); ++at) {
    Row& row = answer.emplace_back(Row{.offer = number_at(at, 0), .score = number_at(at, 1)});
    for (size_t i = 0; i < kPeerTerms.size(); ++i) {
      row.terms[i] = weights[i] == 0 ? matcher::index::kAbsent : number_at(at, 2 + i);
    }
  }
  if (!are_numbers) return absl::InternalError("the answer holds no numbers");
  return answer;
}

absl::StatusOr<double> MatchPeer::Bytes(Form form) const {
  const char* const near = form == Form::kExpert ? "near_run" : "near";
  const std::string statement = absl::StrCat(
      "SELECT pg_total_relation_size('candidate') + pg_total_relation_size('", near, "')");
  const Result result = Own(PQexec(connection_.get(), statement.c_str()));
  RETURN_IF_ERROR(StatusOf(result));
  double bytes = 0;
  if (!absl::SimpleAtod(PQgetvalue(result.get(), 0, 0), &bytes)) {
    return absl::InternalError("the size is no number");
  }
  return bytes;
}

}  // namespace entraide::bench
