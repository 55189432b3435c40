#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The main job on the samples: two git repositories, one release from its validation to what runs on the engine.
#
#   mainjob.sh PROGRAM FOLDER
#
# CAMUNDA_URL, CAMUNDA_USER and CAMUNDA_PASS name the engine; everything else stays in FOLDER. Another run on the same
# folder releases the same commits again, of which the engine has everything.
set -euo pipefail
program=$(realpath "$1") home=$(realpath -m "$2")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

say() { printf '\n== %s\n' "$*"; }

# Makes a bare repository with one commit of the folder $1; keeps the one that is there when nothing changed.
make_repository() {
    local name=$1 work=$home/work/$1 bare=$home/$1.git
    [[ -d $bare ]] || git init -q --bare -b main "$bare"
    [[ -d $work ]] || git clone -q "$bare" "$work" 2>/dev/null
    git -C "$work" rm -rqf --ignore-unmatch . >/dev/null
    cp -R "resources/samples/$name/." "$work/"
    git -C "$work" add -A
    if ! git -C "$work" diff --cached --quiet 2>/dev/null; then
        git -C "$work" -c user.name=PROMETHEUS -c user.email=prometheus@example.org commit -qm "Release $release"
        # The workers' branch is left where it was: pushing it is the pipeline's work.
        if [[ $name == workers ]]; then
            git -C "$work" push -q origin HEAD:refs/heads/release
        else
            git -C "$work" push -q origin HEAD:refs/heads/main
        fi
    fi
    git -C "$work" rev-parse HEAD
}

# The artefacts below folder $1 as entries of the contract, at commit $2.
artefacts() {
    local folder=$1 commit=$2 path type
    (cd "$folder" && find . -type f \( -name '*.bpmn' -o -name '*.dmn' -o -name '*.form' -o -name '*.html' \) | sort) |
        while read -r path; do
            path=${path#./}
            case $path in *.bpmn) type=bpmn ;; *.dmn) type=dmn ;; *) type=form ;; esac
            printf '{"tipo":"%s","arquivo":"%s","path":"%s","sha":"%s"}\n' "$type" "${path##*/}" "$path" "$commit"
        done
}

mkdir -p "$home"
release=R-$(date -u +%Y.%m.%d-%H%M%S)
artefacts_commit=$(make_repository artefatos)
workers_commit=$(make_repository workers)

cat >"$home/pipeline.toml" <<TOML
default_environment = "local"

[backlog]
url = "sqlite:$home/backlog.sqlite"

[repositories.artefatos]
url = "$home/artefatos.git"
products = ["Genesis", "Prometheus"]

[repositories.workers]
url = "$home/workers.git"

[environments.local]
engine = "$CAMUNDA_URL"
user = "${CAMUNDA_USER:-demo}"
policy = "approved"
minimum_coverage = 80
smoke = "all"
settle_s = 1
TOML
export PIPELINE_SECRET_CAMUNDA_LOCAL=${CAMUNDA_PASS:-demo}
pipeline() { "$program" --config "$home/pipeline.toml" "$@"; }

say "PROMETHEUS inserts $release, modo validar"
{
    artefacts "$home/work/artefatos" "$artefacts_commit"
    for worker in consulta-bureau notifica-cliente; do
        printf '{"tipo":"worker","arquivo":"%s","path":"worker/%s","sha":"%s"}\n' "$worker" "$worker" "$workers_commit"
    done
} | paste -sd, | sed "s|.*|{\"tipo\":\"executar_pipeline\",\"modo\":\"validar\",\"contexto\":{\"release_ref\":\"$release\",\"sprint_origem\":\"S028\",\"ambiente\":\"local\",\"artefatos\":[&]}}|" |
    pipeline --by PROMETHEUS backlog add -

# What a run that was interrupted has left goes first.
say "VALIDATE and TEST"
pipeline run --drain
say "What waits"
pipeline release show "$release"

say "A second person approves"
manifest=$(pipeline release show "$release" | sed -n 's/.*manifest \([0-9a-f]\{64\}\).*/\1/p')
pipeline --by marina.duarte release approve "$release" --environment local --manifest "${manifest:0:12}" \
    --reason "Read the findings and the tests of this release"

say "DEPLOY and VERIFY"
pipeline run --drain

say "Both results"
pipeline --format json release show "$release" | sed -n '/"resultado": {/,/^            }/p'
say "The release"
pipeline release show "$release"
pipeline audit verify

say "What runs on $CAMUNDA_URL"
artefacts "$home/work/artefatos" "$artefacts_commit" | sed 's/.*"path":"\([^"]*\)".*/\1/' | while read -r path; do
    printf '%s  %s\n' "$(git -C "$home/artefatos.git" show "$artefacts_commit:$path" | sha256sum | cut -d' ' -f1)" "$path"
done | node tests/support/deployedresources.mjs
