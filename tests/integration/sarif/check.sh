#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Validates the fixtures of all rules and checks the SARIF log of that against the standard's schema, which npm brings.
#
# usage: check.sh PROGRAM SCRATCH-FOLDER
set -euo pipefail

program=$1 scratch=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

mkdir -p "$scratch"
cp "$here"/{package.json,package-lock.json,.npmrc,validate.js} "$scratch"
cd "$scratch"
cmp -s package-lock.json node_modules/installed || {
    npm ci --silent --ignore-scripts
    cp package-lock.json node_modules/installed
}

status=0
"$program" validate --config /dev/null --format sarif "$here/../../rules/**/invalid-*" >log.sarif || status=$?
((status == 1)) || { echo "validate ended with $status" >&2; exit 1; }
node validate.js log.sarif
