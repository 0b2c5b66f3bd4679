# shellcheck shell=bash
# SPDX-License-Identifier: EUPL-1.2
# A private PostgreSQL 15 cluster in a folder of its own, reached by a unix socket only. To be sourced.
# The cluster is DIR/data, its socket lies in DIR, its log is DIR/log. It never runs as root: root hands it to `postgres`.
PG_BIN=/usr/lib/postgresql/15/bin
PG_AS=()
if [[ $(id -u) == 0 ]]; then PG_AS=(setpriv --reuid=postgres --regid=postgres --clear-groups); fi
# The caller's own PG* settings must not lead anywhere else.
unset PGHOST PGPORT PGUSER PGPASSWORD PGPASSFILE PGDATABASE PGSERVICE PGSERVICEFILE PGOPTIONS PGSSLMODE

# as_owner CMD...: runs CMD as the user who owns the cluster.
as_owner() { "${PG_AS[@]}" env "PATH=$PG_BIN:/usr/bin:/bin" LC_ALL=C.UTF-8 "$@"; }

# pg_psql DIR USER DATABASE [psql options]
pg_psql() {
  local dir=$1 user=$2 database=$3; shift 3
  as_owner psql -X -q -v ON_ERROR_STOP=1 -h "$dir" -U "$user" -d "$database" "$@"
}

# pg_init DIR [initdb options]: makes the cluster; configuration comes on stdin, after what every cluster of ours has.
pg_init() {
  local dir=$1; shift
  as_owner initdb -D "$dir/data" -U postgres -E UTF8 --locale=C.UTF-8 -A trust "$@" >/dev/null
  { cat <<CONF
listen_addresses = ''
unix_socket_directories = '$dir'
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
  } | as_owner tee -a "$dir/data/postgresql.conf" >/dev/null
}

# pg_create DIR DATABASE: the role `entraide`, no superuser, owns the database, French order, with our extensions.
pg_create() {
  local dir=$1 database=$2
  pg_psql "$dir" postgres postgres -c "DO \$\$BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'entraide') THEN CREATE ROLE entraide LOGIN CREATEDB; END IF;
    END\$\$"
  pg_psql "$dir" postgres postgres -c "CREATE DATABASE $database OWNER entraide TEMPLATE template0 ENCODING 'UTF8'
    LOCALE_PROVIDER icu ICU_LOCALE 'fr-FR' LOCALE 'C.UTF-8'"
  pg_psql "$dir" postgres "$database" -c 'CREATE EXTENSION unaccent' -c 'CREATE EXTENSION pg_trgm' \
    -c 'CREATE EXTENSION btree_gist'
}
