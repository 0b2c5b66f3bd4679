# shellcheck shell=bash
# SPDX-License-Identifier: EUPL-1.2
# A private PostgreSQL 15 cluster in a folder of its own, reached by a unix socket only. To be sourced.
# The cluster is DIR/data and its socket lies in DIR. It never runs as root: root hands it to PG_OWNER.
PG_BIN=/usr/lib/postgresql/15/bin
PG_OWNER=postgres
# The caller's own PG* settings must not lead anywhere else.
unset PGHOST PGPORT PGUSER PGPASSWORD PGPASSFILE PGDATABASE PGSERVICE PGSERVICEFILE PGOPTIONS PGSSLMODE

# owner_command CMD...: fills the array OWNER_COMMAND with CMD as the cluster's owner runs it.
owner_command() {
  OWNER_COMMAND=(env "PATH=$PG_BIN:/usr/bin:/bin" LC_ALL=C.UTF-8 "$@")
  if [[ $(id -u) == 0 ]]; then
    OWNER_COMMAND=(setpriv "--reuid=$PG_OWNER" "--regid=$(id -g "$PG_OWNER")" --clear-groups "${OWNER_COMMAND[@]}")
  fi
}
as_owner() { local OWNER_COMMAND; owner_command "$@"; "${OWNER_COMMAND[@]}"; }

# pg_psql DIR USER DATABASE [psql options]
pg_psql() {
  local dir=$1 user=$2 database=$3
  shift 3
  as_owner psql -X -q -v ON_ERROR_STOP=1 -h "$dir" -U "$user" -d "$database" "$@"
}

# pg_init DIR [initdb options]: makes the cluster, whole or not at all.
pg_init() {
  local dir=$1
  shift
  as_owner rm -rf -- "$dir/data.part"
  as_owner initdb -D "$dir/data.part" -U postgres -E UTF8 --locale=C.UTF-8 -A trust "$@" >/dev/null
  echo "include 'entraide.conf'" | as_owner tee -a "$dir/data.part/postgresql.conf" >/dev/null
  as_owner mv "$dir/data.part" "$dir/data"
}

# pg_configure DIR: writes what every cluster of ours has, then what stands on stdin.
pg_configure() {
  { cat <<CONF
listen_addresses = ''
unix_socket_directories = '$1'
unix_socket_permissions = 0700
max_connections = 200
timezone = 'UTC'
log_timezone = 'UTC'
# Nothing that a person typed may reach the log.
log_error_verbosity = terse
log_min_error_statement = panic
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
log_statement = 'none'
log_min_duration_statement = -1
CONF
    cat
  } | as_owner tee "$1/data/entraide.conf" >/dev/null
}

# pg_create DIR DATABASE: the role `entraide`, no superuser, owns the database, French order, with our extensions.
# It may have been interrupted before, anywhere.
pg_create() {
  local dir=$1 database=$2
  pg_psql "$dir" postgres postgres <<SQL
SELECT 'CREATE ROLE entraide LOGIN CREATEDB'
  WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'entraide') \gexec
SELECT \$\$CREATE DATABASE $database OWNER entraide TEMPLATE template0 ENCODING 'UTF8'
    LOCALE_PROVIDER icu ICU_LOCALE 'fr-FR' LOCALE 'C.UTF-8'\$\$
  WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '$database') \gexec
SQL
  pg_psql "$dir" postgres "$database" <<SQL
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gist;
SQL
}

# pg_processes DIR: the process ids of the cluster's server, or of what a killed one left behind.
pg_processes() {
  local process
  for process in /proc/[0-9]*; do
    [[ $(readlink "$process/cwd" 2>/dev/null) == "$1/data" && $(readlink "$process/exe") == */postgres ]] || continue
    echo "${process#/proc/}"
  done
}

# pg_release DIR: stops a server that outlived whoever started it. After kill -9 of a server it asks its orphaned sessions
# to end, and removes its lock files once none is left, for another process may have got its number.
pg_release() {
  local server processes
  [[ -e $1/data/postmaster.pid ]] || return 0
  server=$(head -n 1 "$1/data/postmaster.pid")
  mapfile -t processes < <(pg_processes "$1")
  if [[ " ${processes[*]} " == *" $server "* ]]; then
    as_owner pg_ctl -D "$1/data" -m fast -w stop >/dev/null 2>&1 || true
  elif ((${#processes[@]})); then
    kill -TERM "${processes[@]}" 2>/dev/null || true
  else
    as_owner rm -f -- "$1/data/postmaster.pid" "$1/.s.PGSQL.5432.lock"
  fi
}
