# What the trials share: a folder of their own that is removed at the end, the tool in a fresh environment, and words.
# shellcheck shell=bash

# shellcheck disable=SC2034 # the trials read it
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# Nothing of the developer's home, and nothing of a workflow that this may run in, has a say in what is proved.
export HOME=$scratch/home NO_COLOR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PYTHONDONTWRITEBYTECODE=1
unset GITHUB_ACTIONS GITHUB_STEP_SUMMARY GITHUB_OUTPUT GITLAB_CI "${!ATTRIBUTION_LINT_@}"
mkdir "$HOME"

step() { printf '\n== %s\n' "$*"; }

proved() { printf 'proved: %s\n' "$*"; }

fail() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

# expect CODE FILE COMMAND…: runs the command, keeps all that it prints in the file, and insists on its exit code.
expect() {
    local wanted=$1 output=$2 got=0
    shift 2
    "$@" >"$output" 2>&1 || got=$?
    [ "$got" = "$wanted" ] && return
    cat "$output"
    fail "'$*' ended with $got instead of $wanted"
}

# shows FILE TEXT…: insists that each text stands in the file.
shows() {
    local output=$1 text
    shift
    for text in "$@"; do
        grep -qF -- "$text" "$output" && continue
        cat "$output"
        fail "the output lacks '$text'"
    done
}

# environment NAME ARGUMENT…: makes a virtual environment, and has pip install into it.
environment() {
    local folder=$scratch/$1
    shift
    python3 -m venv "$folder"
    "$folder/bin/pip" install --quiet "$@"
}

# install_tool: installs this checkout as the GitHub Action does; its command is then $lint.
install_tool() {
    GITHUB_OUTPUT=$scratch/outputs RUNNER_TEMP=$scratch bash "$root/.github/action/install.sh"
    # shellcheck disable=SC2034 # the trials read it
    lint=$(sed -n 's/^folder=//p' "$scratch/outputs")/attribution-lint
}
