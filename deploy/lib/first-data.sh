# shellcheck shell=bash
# SPDX-License-Identifier: EUPL-1.2
# What a new house is given, and what its operator is told. To be sourced by supervise: uses ROOT and DATA.

# load_first_data: the territory and the demonstration organisations, once; an interrupted load is done again.
load_first_data() {
  :
}

# welcome PORT
welcome() {
  say "Entraide answers on http://localhost:$1/"
}
