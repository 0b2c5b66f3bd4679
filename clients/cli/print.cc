// SPDX-License-Identifier: EUPL-1.2
#include "clients/cli/print.h"

#include <google/protobuf/util/json_util.h>

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "services/platform/base/status.h"
#include "services/platform/base/text.h"
#include "services/platform/base/violations.h"

namespace entraide::cli {
namespace {

absl::string_view Sentence(const absl::Status& status) {
  switch (status.code()) {
    case absl::StatusCode::kInvalidArgument:
      return "la demande n'est pas correcte";
    case absl::StatusCode::kNotFound:
      return "cela n'existe pas, ou n'est pas à vous";
    case absl::StatusCode::kUnauthenticated:
      return "il faut se connecter : entraide sign-in ADRESSE";
    case absl::StatusCode::kPermissionDenied:
      return "votre rôle ne le permet pas";
    case absl::StatusCode::kFailedPrecondition:
      return "l'état actuel ne le permet pas";
    case absl::StatusCode::kAborted:
      return "cela a changé entre-temps ; regardez et recommencez";
    case absl::StatusCode::kResourceExhausted:
      return "trop de demandes ; réessayez dans un moment";
    case absl::StatusCode::kUnavailable:
      return "le serveur ne répond pas ; est-il lancé (deploy/run) ?";
    case absl::StatusCode::kDeadlineExceeded:
      return "pas de réponse à temps ; le résultat est inconnu, vérifiez avant de recommencer";
    default:
      return "erreur du serveur";
  }
}

void AppendCell(const std::string& cell, std::size_t width, std::string& line) {
  absl::StrAppend(&line, cell, std::string(width - CodePoints(cell), ' '));
}

std::string Line(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    AppendCell(cells[i], i + 1 < cells.size() ? widths[i] + 2 : CodePoints(cells[i]), line);
  }
  return line + "\n";
}

}  // namespace

std::string Table(const std::vector<std::string>& heading,
                  const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths(heading.size(), 0);
  const auto widen = [&](const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      widths[i] = std::max(widths[i], CodePoints(cells[i]));
    }
  };
  widen(heading);
  for (const auto& row : rows) widen(row);
  std::string text = Line(heading, widths);
  for (const auto& row : rows) text += Line(row, widths);
  return text;
}

std::string Json(const google::protobuf::Message& message) {
  google::protobuf::util::JsonPrintOptions options;
  options.add_whitespace = true;
  options.preserve_proto_field_names = true;
  std::string text;
  const auto status = google::protobuf::util::MessageToJsonString(message, &text, options);
  return status.ok() ? text : "{}\n";
}

std::string Explain(const absl::Status& status) {
  const std::string reason = ReasonOf(status);
  // Without a reason it is our own sentence, already in French; with one it is the server's.
  std::string text = reason.empty() && status.code() != absl::StatusCode::kUnavailable
                         ? std::string(status.message())
                         : absl::StrCat(Sentence(status));
  if (text.empty()) text = std::string(Sentence(status));
  if (!reason.empty()) absl::StrAppend(&text, " [", reason, "]");
  for (const Violation& violation : ViolationsOf(status)) {
    absl::StrAppend(&text, "\n  ", violation.field, " : ", violation.description, " [",
                    violation.reason, "]");
  }
  return text;
}

}  // namespace entraide::cli
