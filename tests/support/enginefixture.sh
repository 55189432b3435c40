#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# One engine for all tests of a ctest run: enginefixture.sh start|stop FILE
# FILE holds the line that start.sh prints, for as long as the engine runs.
set -euo pipefail

action=$1 file=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

stop() {
  [[ -f $file ]] || return 0
  local pid
  pid=$(sed -n 's/.*"pid":\([0-9]*\).*/\1/p' "$file")
  rm -f "$file"
  # A run that was killed leaves its file behind, and its pid may be somebody else's by now.
  grep -qas -- -Dengine.port-file= "/proc/$pid/cmdline" || return 0
  kill -TERM -- "-$pid"
  for _ in {1..50}; do
    [[ -d /proc/$pid ]] || return 0
    sleep 0.1
  done
  kill -KILL -- "-$pid"
}

case $action in
  start)
    stop
    status=0
    line=$(LOG="${file%.json}.log" "$here/../engine/start.sh" camunda 0) || status=$?
    case $status in
      0) printf '%s\n' "$line" >"$file.new" && mv "$file.new" "$file" && echo "$line" ;;
      3) echo "no engine; the tests that need it are going to skip themselves" ;;
      *) exit "$status" ;;
    esac
    ;;
  stop) stop ;;
  *) exit 2 ;;
esac
