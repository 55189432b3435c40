#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Puts the list of the attributes and elements by which Camunda extends BPMN into FOLDER/camunda.json, from the npm
# package that the vendor's modeller reads and writes them with. It is embedded into the programs at build time and is
# not part of this repository.
#
# usage: extensions.sh [FOLDER]   default: ${XDG_CACHE_HOME:-~/.cache}/prometheus-pipeline/extensions
# Does nothing when FOLDER already holds it. Needs npm, which checks what it downloads.
set -euo pipefail

package=camunda-bpmn-moddle
version=8.0.1
folder=$(realpath -m "${1:-${XDG_CACHE_HOME:-$HOME/.cache}/prometheus-pipeline/extensions}")

if [ "$(cat "$folder/version" 2>/dev/null)" = "$version" ]; then
    exit 0
fi
if ! command -v npm >/dev/null; then
    echo "extensions.sh: npm is missing; install it (Debian: apt install npm)" >&2
    exit 1
fi

mkdir -p "$(dirname "$folder")"
scratch=$(mktemp -d "$folder.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
if ! npm pack --silent "$package@$version" >log 2>&1; then
    cat log >&2
    echo "extensions.sh: npm could not fetch $package $version" >&2
    exit 1
fi
tar -xzf "$package-$version.tgz" package/resources/camunda.json
mkdir extensions
mv package/resources/camunda.json extensions/
echo "$version" >extensions/version
rm -rf "$folder"
mv -T extensions "$folder"
