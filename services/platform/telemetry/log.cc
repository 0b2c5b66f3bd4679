// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/telemetry/log.h"

#include <unistd.h>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"

namespace entraide::telemetry {
namespace {

void AppendEscaped(std::string& line, absl::string_view text) {
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      absl::StrAppend(&line, "\\", absl::string_view(&c, 1));
    } else if (static_cast<unsigned char>(c) < 0x20) {
      absl::StrAppendFormat(&line, "\\u%04x", static_cast<unsigned>(c));
    } else {
      line.push_back(c);
    }
  }
}

void AppendField(std::string& line, absl::string_view name, absl::string_view value) {
  absl::StrAppend(&line, line.size() > 1 ? ",\"" : "\"");
  AppendEscaped(line, name);
  line.append("\":\"");
  AppendEscaped(line, value);
  line.push_back('"');
}

void Write(absl::string_view level, absl::string_view event, std::initializer_list<Field> fields) {
  std::string line = "{";
  AppendField(line, "time",
              absl::FormatTime("%Y-%m-%dT%H:%M:%E3SZ", absl::Now(), absl::UTCTimeZone()));
  AppendField(line, "level", level);
  AppendField(line, "event", event);
  for (const Field& field : fields) AppendField(line, field.first, field.second);
  line.append("}\n");
  // One call, so that lines of several threads do not mix. What is lost on a full disk stays lost.
  [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace

void LogInfo(absl::string_view event, std::initializer_list<Field> fields) {
  Write("info", event, fields);
}

void LogError(absl::string_view event, std::initializer_list<Field> fields) {
  Write("error", event, fields);
}

}  // namespace entraide::telemetry
