#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Puts the XML schemas that Camunda validates models with into FOLDER/bpmn and FOLDER/dmn, from the engine's own Maven
# artefacts. They are embedded into the programs at build time and are not part of this repository.
#
# usage: schemas.sh [FOLDER]      default: ${XDG_CACHE_HOME:-~/.cache}/prometheus-pipeline/schemas
# Does nothing when FOLDER already holds them. Needs mvn; what it downloads stays in the user's local repository.
set -euo pipefail

version=7.24.0
plugin=org.apache.maven.plugins:maven-dependency-plugin:3.8.1
folder=$(realpath -m "${1:-${XDG_CACHE_HOME:-$HOME/.cache}/prometheus-pipeline/schemas}")

if [ "$(cat "$folder/version" 2>/dev/null)" = "$version" ]; then
    exit 0
fi
if ! command -v mvn >/dev/null; then
    echo "schemas.sh: mvn is missing; install Maven (Debian: apt install maven)" >&2
    exit 1
fi

mkdir -p "$(dirname "$folder")"
scratch=$(mktemp -d "$folder.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/maven" "$scratch/schemas"
cd "$scratch/maven" # the plug-in leaves markers in the current folder
for language in bpmn dmn; do
    if ! mvn --batch-mode --quiet "$plugin:unpack" \
        -Dartifact="org.camunda.bpm.model:camunda-$language-model:$version" \
        -DoutputDirectory="$language" -Dmdep.unpack.includes='**/*.xsd' >log 2>&1; then
        cat log >&2
        echo "schemas.sh: Maven could not fetch camunda-$language-model $version" >&2
        exit 1
    fi
    mv "$language/org/camunda/bpm/model/$language/schema" "$scratch/schemas/$language"
done
echo "$version" >"$scratch/schemas/version"
rm -rf "$folder"
mv -T "$scratch/schemas" "$folder"
