#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Puts the validators that bench_validate compares with into FOLDER: linter/ (npm) and modelapi/ (Maven). What cannot be
# had is told, and the benchmark leaves it out.
#
# usage: peers.sh FOLDER
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
mkdir -p "$1"
folder=$(cd "$1" && pwd)

missing() { printf 'peers.sh: %s; the benchmark goes without it\n' "$*" >&2; }

if [[ ! -x $folder/linter/node_modules/.bin/bpmnlint ]]; then
    rm -rf "$folder/linter"
    cp -r "$here/linter" "$folder/linter"
    npm ci --prefix "$folder/linter" --ignore-scripts --no-audit --no-fund >"$folder/linter.log" 2>&1 </dev/null ||
        { tail -n 5 "$folder/linter.log" >&2; missing "npm could not install bpmnlint"; }
fi
if [[ ! -f $folder/modelapi/modelapi.jar ]]; then
    mvn -B -q -Dstyle.color=never -f "$here/modelapi/pom.xml" -Dbench.output="$folder/modelapi" clean package \
        >"$folder/modelapi.log" 2>&1 </dev/null ||
        { tail -n 5 "$folder/modelapi.log" >&2; missing "Maven could not build the model API's reader"; }
fi
