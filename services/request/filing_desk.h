// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/platform/base/groups.h"
#include "services/platform/base/status.h"
#include "services/platform/pg/pool.h"
#include "services/platform/pg/transaction.h"
#include "services/platform/rpc/answer_all.h"
#include "services/request/domain/contact.h"
#include "services/request/steps.h"
#include "services/request/store/contact_store.h"
#include "services/request/store/task_store.h"
#include "services/request/trade.h"

namespace entraide::request {

// A filing that is checked and decided, and what became of it.
template <Trade T>
struct Filed {
  struct Part {
    NewTask request{};
    typename T::Details details{};
  };
  rpc::Question question{};
  std::vector<Part> parts{};  // One, or those that one code opens.
  Contact contact{};
  typename T::CreateResponse answer{};  // If this filing is the first with its request_id.
  absl::Time deadline{};

  absl::Status outcome = absl::UnknownError("not stored yet");
  rpc::Answered answered = rpc::Answered::kNow;
  typename T::CreateResponse told{};  // Where it is OK: `answer`, or what was answered before.
};

// Stores filings. A disk syncs once for all that a transaction holds, so what arrives while one is
// being committed goes together into the next, a statement a table. Thread-safe; `pool` outlives
// it.
template <Trade T>
class FilingDesk {
 public:
  explicit FilingDesk(pg::Pool& pool)
      : pool_(pool), groups_(kMost, [this](const Group& group) { StoreGroup(group); }) {}

  // Fills what became of `filed`; as rpc::AnswerOnce. What is wrong with one spoils no other.
  void Store(Filed<T>& filed) { groups_.Do(filed); }

  std::size_t waiting() const { return groups_.waiting(); }

  // What was answered to `question` before; `otherwise` if nothing was.
  absl::StatusOr<typename T::CreateResponse> Recall(const rpc::Question& question,
                                                    absl::Time deadline,
                                                    const absl::Status& otherwise) {
    ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::Begin(pool_, deadline));
    typename T::CreateResponse told;
    const absl::Status recalled = rpc::Recall(tx, question, told);
    if (absl::IsNotFound(recalled)) return otherwise;
    RETURN_IF_ERROR(recalled);
    return told;
  }

 private:
  using Group = std::vector<Filed<T>*>;
  static constexpr std::size_t kMost = 1000;

  void StoreGroup(const Group& group) {
    const absl::Status stored = rpc::UnlessAborted([&] { return StoreTogether(group); });
    if (stored.ok()) return;
    // One of them is at fault, unless the database does not answer.
    if (group.size() > 1 && !IsOutage(stored)) {
      for (Filed<T>* each : group) StoreGroup({each});
      return;
    }
    for (Filed<T>* each : group) each->outcome = stored;
  }

  // An error is that of them all: nothing is stored.
  absl::Status StoreTogether(const Group& group) {
    const Filed<T>* last = *std::max_element(
        group.begin(), group.end(),
        [](const Filed<T>* a, const Filed<T>* b) { return a->deadline < b->deadline; });
    ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::Begin(pool_, last->deadline));
    std::vector<rpc::Foretold> answers;
    for (const Filed<T>* each : group) answers.push_back({each->question, &each->answer});
    ASSIGN_OR_RETURN(const std::vector<bool> is_new, rpc::AnswerAll(tx, answers));
    std::vector<const Filed<T>*> fresh;
    for (std::size_t i = 0; i < group.size(); ++i) {
      if (is_new[i]) fresh.push_back(group[i]);
      RETURN_IF_ERROR(Tell(tx, is_new[i], *group[i]));
    }
    RETURN_IF_ERROR(Insert(tx, fresh));
    return tx.Commit();
  }

  static absl::Status Tell(pg::Transaction& tx, bool is_new, Filed<T>& filed) {
    filed.answered = is_new ? rpc::Answered::kNow : rpc::Answered::kBefore;
    if (is_new) {
      filed.told = filed.answer;
      filed.outcome = absl::OkStatus();
      return absl::OkStatus();
    }
    filed.outcome = rpc::Recall(tx, filed.question, filed.told);
    if (absl::IsNotFound(filed.outcome)) return absl::AbortedError("pruned just now");
    // Its own fault is no other's.
    return filed.outcome.ok() || absl::IsInvalidArgument(filed.outcome) ? absl::OkStatus()
                                                                        : filed.outcome;
  }

  static absl::Status Insert(pg::Transaction& tx, const std::vector<const Filed<T>*>& filings) {
    if (filings.empty()) return absl::OkStatus();
    std::vector<const NewTask*> requests;
    absl::flat_hash_map<RequestId, Contact> contacts;
    DetailsOf<typename T::Details> details;
    for (const Filed<T>* each : filings) {
      for (const typename Filed<T>::Part& part : each->parts) {
        const RequestId& id = part.request.task.request.id;
        requests.push_back(&part.request);
        contacts.emplace(id, each->contact);
        details.emplace(id, part.details);
      }
    }
    RETURN_IF_ERROR(InsertTasks(tx, requests));
    RETURN_IF_ERROR(InsertContacts(tx, contacts));
    return T::Put(tx, details);
  }

  pg::Pool& pool_;
  Groups<Filed<T>> groups_;
};

}  // namespace entraide::request
