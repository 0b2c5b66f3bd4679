// SPDX-License-Identifier: EUPL-1.2
#include "services/identity/store/mail_quota_store.h"

#include "services/identity/domain/magic_link.h"
#include "services/platform/base/status.h"

namespace entraide::identity {

absl::Status CountMail(pg::Transaction& tx, const std::string& address_hash, absl::Time now) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO mail_quota AS q (address_hash, window_time, asked)
    VALUES ($1, $2, 1)
        ON CONFLICT (address_hash) DO UPDATE
       SET asked = CASE WHEN q.window_time <= $3 THEN 1 ELSE q.asked + 1 END,
           window_time = CASE WHEN q.window_time <= $3 THEN $2 ELSE q.window_time END
     WHERE q.window_time <= $3 OR q.asked < $4
 RETURNING asked)sql";
  ASSIGN_OR_RETURN(const pg::Result counted,
                   tx.Execute(kSql, {pg::Bytes(address_hash), pg::Time(now),
                                     pg::Time(now - absl::Hours(1)), pg::Number(kMailsAnHour)}));
  if (counted.rows() == 1) return absl::OkStatus();
  return WithReason(absl::ResourceExhaustedError("too many codes asked for, try in an hour"),
                    "TOO_MANY_MAILS");
}

}  // namespace entraide::identity
