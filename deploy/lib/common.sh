# shellcheck shell=bash
# SPDX-License-Identifier: EUPL-1.2
# What the commands of this folder share. To be sourced; ROOT is the repository's folder.
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
export LC_ALL=C.UTF-8

say() { printf '%s\n' "$@"; }  # a line for each
die() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }

# usage: prints the comment at the head of the running script.
usage() { sed -n '3,/^[^#]/s/^# \{0,1\}//p' "$0"; }

# build PRESET [TARGET...]: ccache, where there is one, also serves clones in other folders.
build() (
  local preset=$1
  shift
  export CCACHE_BASEDIR=$ROOT CCACHE_NOHASHDIR=1
  cd "$ROOT" || exit
  if [[ ! -f build/$preset/build.ninja ]]; then
    log=$(mktemp)
    trap 'rm -f -- "$log"' EXIT
    cmake --preset "$preset" >"$log" 2>&1 || { cat "$log" >&2; die "cmake failed, see above"; }
  fi
  quiet=()
  [[ -t 1 ]] || quiet=(-- --quiet)
  cmake --build --preset "$preset" --parallel "$(nproc)" ${1:+--target "$@"} "${quiet[@]}"
)
