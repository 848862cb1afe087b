#!/usr/bin/env bash
# Installs the tool into an environment of its own; the output `folder` is where its commands are.
#
# Reads INPUT_VERSION, and what every runner sets: GITHUB_OUTPUT, RUNNER_TEMP.
set -euo pipefail

fail() {
    # Inputs may hold line breaks, and behind one a command for the runner would begin.
    printf '::error title=attribution-lint::%s\n' "$(printf '%s' "$*" | tr -c '[:print:]' ' ')"
    exit 2
}

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
version=${INPUT_VERSION:-}
# What pip would understand as a file, an address or an option is no version.
[[ $version =~ ^([0-9][0-9A-Za-z.!+_-]*)?$ ]] || fail "the version '$version' is none, such as 1.2.0"

# Everywhere -I: without it, a pip.py in the repository that is linted would be run.
python=
for name in python3 python; do
    if "$name" -I -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$name
        break
    fi
done
[ -n "$python" ] || fail "Python 3.11 or newer is needed; run actions/setup-python before this action"

scratch=$(mktemp -d "${RUNNER_TEMP:-${TMPDIR:-/tmp}}/attribution-lint.XXXXXX")
"$python" -I -m venv "$scratch/venv"
folder=$scratch/venv/bin
[ -d "$folder" ] || folder=$scratch/venv/Scripts # on Windows

if [ -n "$version" ]; then
    what=attribution-lint==$version
else
    # A copy, since setuptools builds where the source is, and that may be the repository that is linted.
    what=$scratch/source
    mkdir "$what"
    cp -R "$root"/{attribution_lint,rules,pyproject.toml,README.md,LICENSE} "$what"
fi
"$folder/python" -I -m pip install --quiet --disable-pip-version-check --no-input "$what"

"$folder/attribution-lint" --version
printf 'folder=%s\n' "$folder" >>"$GITHUB_OUTPUT"
