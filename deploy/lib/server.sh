# shellcheck shell=bash
# SPDX-License-Identifier: EUPL-1.2
# Starting and stopping PostgreSQL and entraide-all on one data folder. To be sourced after common.sh and postgres.sh.
# DATA holds: pg/ (the cluster), bin/ (the programs), state/ (keys, mail, the operator's token), log/, and the files
# lock (held while Entraide runs here), run.pid, entraide.pid, up (there once everything answers).
PRESET=${ENTRAIDE_PRESET:-release}  # the build that runs; tests run theirs

# find_data [DIR]: sets DATA, and PG_OWNER when root starts us. Without DIR it is `var` in the repository, or, when the
# repository lies where `postgres` may not go (a private home), /var/lib/entraide.
find_data() {
  DATA=${1:-$ROOT/var}
  if [[ $(id -u) == 0 ]]; then
    if [[ -d $DATA/pg/data ]]; then PG_OWNER=$(stat -c %U "$DATA/pg/data"); fi
    if [[ -z ${1:-} ]] && ! as_owner test -x "$ROOT" 2>/dev/null; then DATA=/var/lib/entraide; fi
    if [[ -d $DATA/pg/data ]]; then PG_OWNER=$(stat -c %U "$DATA/pg/data"); fi
  fi
}

# prepare_data: makes the folders, and says clearly why it cannot.
prepare_data() {
  mkdir -p "$DATA" || die "cannot make the folder $DATA; choose another with --data"
  DATA=$(cd "$DATA" && pwd -P)
  ((${#DATA} <= 80)) || die "the path $DATA is too long for unix sockets; choose one under 80 characters with --data"
  if [[ $(id -u) != 0 && ! -O $DATA ]]; then
    die "$DATA belongs to $(stat -c %U "$DATA"): run as that user or as root, or choose another folder with --data"
  fi
  mkdir -p "$DATA"/{pg,bin,state,log}
  chmod 700 "$DATA"/{pg,state,log}
  if [[ $(id -u) == 0 ]]; then chown "$PG_OWNER:" "$DATA" "$DATA"/{pg,state,log}; fi
  as_owner test -x "$DATA/pg" ||
    die "the user $PG_OWNER cannot reach $DATA; choose a folder that it can, such as --data /var/lib/entraide"
}

# install_programs: copies the programs, so that a later build changes nothing under a running one.
install_programs() {
  local program
  for program in entraide-all entraide; do
    cmp -s "$ROOT/build/$PRESET/bin/$program" "$DATA/bin/$program" && continue
    install -m 755 "$ROOT/build/$PRESET/bin/$program" "$DATA/bin/.$program"
    mv -f "$DATA/bin/.$program" "$DATA/bin/$program"
  done
}

# program_of PID: the path of the program that it runs; nothing for none, and for one that ended and was not waited for.
program_of() { readlink "/proc/${1:-none}/exe" 2>/dev/null || true; }
is_gone() { [[ -z $(program_of "$1") ]]; }

# orphan: the process id of an entraide-all of this data folder that is written down and still runs, or nothing.
orphan() {
  local pid
  pid=$(cat "$DATA/entraide.pid" 2>/dev/null || true)
  if [[ $(program_of "$pid") == "$DATA/bin/entraide-all"* ]]; then echo "$pid"; fi
}

# await_orphan: what a killed deploy/run left behind drains by itself; what does not is named, not ended.
await_orphan() {
  local pid
  pid=$(orphan)
  [[ -z $pid ]] || within 35 is_gone "$pid" || die "entraide-all still runs on $DATA; end it with: kill $pid"
}

# running: the process id of the deploy/run that holds this data folder, or nothing.
running() {
  [[ -e $DATA/lock ]] || return 0
  if ! flock -n "$DATA/lock" true; then cat "$DATA/run.pid" 2>/dev/null || echo unknown; fi
}

# within SECONDS CMD...: tries CMD until it succeeds.
within() {
  local end=$((SECONDS + $1))
  shift
  until "$@"; do
    ((SECONDS < end)) || return 1
    sleep 0.1
  done
}

POSTGRES=
ENTRAIDE=

# start_apart CMD...: starts CMD as the owner in a session of its own, so that Ctrl-C reaches only us; it is asked to end
# (SIGTERM) should we die first. `$!` is its process id.
start_apart() {
  local OWNER_COMMAND
  owner_command setpriv --pdeathsig TERM "$@"
  setsid "${OWNER_COMMAND[@]}" 9>&- </dev/null &
}

# start_postgres: one try; sets POSTGRES.
start_postgres() {
  pg_release "$DATA/pg"
  start_apart postgres -D "$DATA/pg/data" >>"$DATA/log/postgres.log" 2>&1
  POSTGRES=$!
  until pg_psql "$DATA/pg" postgres postgres -c '' 2>/dev/null; do
    if is_gone "$POSTGRES"; then POSTGRES=; sleep 0.5; return 1; fi
    sleep 0.05
  done
}

# start_entraide PORT: returns when it serves; sets ENTRAIDE.
start_entraide() {
  start_apart "$DATA/bin/entraide-all" "--database=host=$DATA/pg user=entraide dbname=entraide" "--http-port=$1" \
    "--socket=$DATA/state/rpc.sock" "--state-dir=$DATA/state" "--ready-file=$DATA/state/ready" \
    "--base-url=${ENTRAIDE_BASE_URL:-http://localhost:$1}" "--demo=${ENTRAIDE_DEMO:-true}" \
    >>"$DATA/log/entraide.log" 2>&1
  ENTRAIDE=$!
  echo "$ENTRAIDE" >"$DATA/entraide.pid"
  until [[ -s $DATA/state/ready ]]; do
    if is_gone "$ENTRAIDE"; then ENTRAIDE=; return 1; fi
    sleep 0.05
  done
}

# stop_all: lets entraide-all answer the calls under way, then stops PostgreSQL: what is committed is kept.
stop_all() {
  trap '' INT TERM HUP
  rm -f -- "$DATA/up"
  if [[ -n $ENTRAIDE ]]; then
    kill -TERM "$ENTRAIDE" 2>/dev/null || true
    within 30 is_gone "$ENTRAIDE" || { say "entraide-all did not drain within 30 s: ended."; kill -KILL "$ENTRAIDE"; }
  fi
  if [[ -n $POSTGRES ]]; then
    kill -INT "$POSTGRES" 2>/dev/null || true
    within 60 is_gone "$POSTGRES" || say "PostgreSQL takes long to stop, see $DATA/log/postgres.log"
  fi
  rm -f -- "$DATA/state/ready" "$DATA/run.pid" "$DATA/entraide.pid"
}
