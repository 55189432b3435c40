#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Starts a real engine on 127.0.0.1 and prints one line of JSON when it answers. See README.md.
set -euo pipefail

usage='usage: start.sh camunda|operaton PORT      (PORT 0: a free one)'
flavour=${1:-} port=${2:-}
[[ $# -eq 2 && $flavour =~ ^(camunda|operaton)$ && $port =~ ^[0-9]{1,5}$ ]] || { echo "$usage" >&2; exit 2; }

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=${PIPELINE_ENGINE_HOME:-${XDG_CACHE_HOME:-$HOME/.cache}/prometheus-pipeline/engine}

need() {
  command -v "$1" >/dev/null || { echo "start.sh: $1 is missing; install $2" >&2; exit 3; }
}

need java openjdk-17-jre-headless
mkdir -p "$home"

# The jar is named after its sources: an engine that runs never sees its jar replaced.
sources=$(cd "$here" && find pom.xml src -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-12)
jar=$home/$flavour-$sources.jar
if [[ ! -f $jar ]]; then
  need javac openjdk-17-jdk-headless
  need mvn maven
  (
    flock 9
    [[ ! -f $jar ]] || exit 0 # another start has built it meanwhile
    echo "start.sh: building the $flavour engine (downloads about 90 MB the first time)" >&2
    mvn -B -q -Dstyle.color=never -f "$here/pom.xml" -P"$flavour" -Dengine.output="$home/build-$flavour" clean package >&2
    mv "$home/build-$flavour/engine.jar" "$jar"
    rm -rf "$home/build-$flavour"
  ) 9>"$home/build.lock"
fi

log=$(realpath -m "${LOG:-$(mktemp "${TMPDIR:-/tmp}/engine-$flavour-XXXXXX.log")}")
port_file=$log.port
rm -f "$port_file"
mkdir -p "$(dirname "$log")"

arguments=(--server.port="$port" --engine.auth="${AUTH:-true}")
if [[ -n ${DATABASE:-} ]]; then
  database=$(realpath -m "$DATABASE")
  mkdir -p "$(dirname "$database")"
  # WRITE_DELAY=0: what the engine has answered survives a kill.
  arguments+=("--spring.datasource.url=jdbc:h2:file:$database;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0")
fi

# A session of its own, so that Ctrl+C in the caller's terminal leaves it to the caller to end the engine.
# shellcheck disable=SC2086  # EXTRA is a list of words
setsid java -Xmx"${HEAP:-256m}" -XX:+UseSerialGC -Dengine.port-file="$port_file" \
  -jar "$jar" "${arguments[@]}" ${EXTRA:-} >"$log" 2>&1 </dev/null &
pid=$!

fail() {
  trap - EXIT INT TERM
  echo "start.sh: $1; the end of $log:" >&2
  tail -n 20 "$log" >&2
  kill -KILL "$pid" 2>/dev/null || true
  rm -f "$port_file"
  exit 1
}
trap 'fail "interrupted"' EXIT INT TERM

# Prints the status code of GET /engine-rest/version, without needing curl.
status() {
  local code
  exec 3<>"/dev/tcp/127.0.0.1/$1" || return 0
  printf 'GET /engine-rest/version HTTP/1.0\r\nHost: 127.0.0.1\r\nAuthorization: Basic ZGVtbzpkZW1v\r\n\r\n' >&3
  read -r -t 10 _ code _ <&3 || true
  exec 3>&-
  echo "${code:-}"
}

SECONDS=0
until [[ -s $port_file && $(status "$(<"$port_file")" 2>/dev/null) == 200 ]]; do
  kill -0 "$pid" 2>/dev/null || fail "the $flavour engine has ended before it answered"
  ((SECONDS < ${START_TIMEOUT:-120})) || fail "the $flavour engine does not answer after $SECONDS s"
  sleep 0.2
done

trap - EXIT INT TERM
port=$(<"$port_file")
rm -f "$port_file"
printf '{"pid":%d,"port":%d,"url":"http://127.0.0.1:%d","log":"%s"}\n' "$pid" "$port" "$port" "$log"
