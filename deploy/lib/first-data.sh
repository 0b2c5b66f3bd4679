# shellcheck shell=bash
# SPDX-License-Identifier: EUPL-1.2
# What a new house is given, and what its operator is told. To be sourced by supervise after common.sh.
TERRITORY=$ROOT/deploy/data/ternois
DEMO_PEOPLE=$ROOT/deploy/lib/demo-people

# is_demo: whether this house shows the demonstration; ENTRAIDE_DEMO=false says no.
is_demo() { [[ ${ENTRAIDE_DEMO:-true} != false ]]; }

operator() { "$DATA/bin/entraide" "--server=unix:$DATA/state/rpc.sock" "--token-file=$DATA/state/operator.token" "$@"; }

# once WHAT CMD...: does it the first time; an interrupted one is done again.
once() {
  local done=$DATA/state/loaded-$1
  [[ ! -e $done ]] || return 0
  "${@:2}" || die "cannot load the $1 ($DATA/log/entraide.log may say more)"
  : >"$done"
}

grant_demo_people() {
  local address role where rest
  while IFS='|' read -r address role where rest; do
    case $address:$role in
      '#'*) ;;
      *:official) operator grant "$address" "$role" --demo --epci "$where" >/dev/null || return ;;
      *) operator grant "$address" "$role" --demo --organization "$where" >/dev/null || return ;;
    esac
  done <"$DEMO_PEOPLE"
}

# load_first_data: the territory; and, in a demonstration, its organizations and the people who may sign in.
load_first_data() {
  once communes operator import-communes "$TERRITORY/communes.csv"
  if is_demo; then
    once organizations operator import-organizations "$TERRITORY/organizations.jsonl"
    once people grant_demo_people
  fi
}

# welcome PORT: where the pages are, and how each kind of person signs in.
welcome() {
  local page=${ENTRAIDE_BASE_URL:-http://localhost:$1} address role where what
  say "" "Entraide answers on $page/" ""
  say "A resident needs no account: $page/ asks what is needed, and answers with a tracking code."
  if is_demo; then
    say "To try it as somebody else, ask for a code on $page/connexion with one of these addresses;" \
      "the mail with the code is the newest file in $DATA/state/mail/"
    while IFS='|' read -r address role where what; do
      [[ $address == '#'* ]] || printf '  %-28s %s\n' "$address" "$what ($where)"
    done <"$DEMO_PEOPLE"
  fi
  say "The operator's command line: $DATA/bin/entraide --server=unix:$DATA/state/rpc.sock --help" "Logs: $DATA/log/"
}
