// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "services/platform/pg/sql.h"

namespace entraide::pg {

// An array of any type in PostgreSQL's text form: uuid[], text[]...
Param Array(const std::vector<Param>& values);

// Columns of several things, each an array: `unnest($1::uuid[], $2::text[])` makes rows of them. An
// array inside an array is told as text, and cast.
template <typename Things>
class Columns {
 public:
  explicit Columns(const Things& things) : things_(things) {}

  template <typename ParamOf>
  Param operator()(const ParamOf& param_of) const {
    std::vector<Param> values;
    for (const auto& thing : things_) values.push_back(Param(param_of(thing)));
    return Array(values);
  }

 private:
  const Things& things_;
};

}  // namespace entraide::pg
