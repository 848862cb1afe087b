#!/usr/bin/env bash
# Runs the tool: the report in the log, annotations, the summary of the run, a SARIF file, and numbers as outputs.
#
# Reads the variables INPUT_*, as action.yml sets them, TOOL_FOLDER, and what every runner sets: GITHUB_OUTPUT,
# GITHUB_STEP_SUMMARY, RUNNER_TEMP. Ends with the exit code of the tool.
set -euo pipefail

fail() {
    # Inputs may hold line breaks, and behind one a command for the runner would begin.
    printf '::error title=attribution-lint::%s\n' "$(printf '%s' "$*" | tr -c '[:print:]' ' ')"
    printf 'exit-code=2\n' >>"$GITHUB_OUTPUT"
    exit 2
}

# lines TEXT: the lines of a text in the array `found`, without white space around them and without empty ones.
lines() {
    local line
    found=()
    while IFS= read -r line || [ -n "$line" ]; do
        line=${line#"${line%%[![:space:]]*}"}
        line=${line%"${line##*[![:space:]]}"}
        [ -z "$line" ] || found+=("$line")
    done <<<"$1"
}

# wanted NAME VALUE: whether an input is true; what is neither true nor false is a mistake.
wanted() {
    case $2 in
    true) return 0 ;;
    false | "") return 1 ;;
    *) fail "$1 is '$2', and must be true or false" ;;
    esac
}

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
unset CDPATH
reports=$(mktemp -d "${RUNNER_TEMP:-${TMPDIR:-/tmp}}/attribution-lint.XXXXXX")
trap 'rm -rf "$reports"' EXIT

lines "${INPUT_PATHS:-}"
[ ${#found[@]} -gt 0 ] || fail "no path is given; for the whole working directory it is ."
paths=("${found[@]}")
lines "${INPUT_ARGUMENTS:-}"
arguments=(${found[@]+"${found[@]}"})

formats=(--output-format auto --output-format "json:$reports/report.json")
if wanted annotations "${INPUT_ANNOTATIONS:-}"; then
    formats+=(--output-format "github:$reports/annotations")
fi
if wanted summary "${INPUT_SUMMARY:-}"; then
    formats+=(--output-format "markdown:$reports/summary.md")
fi
if [ -n "${INPUT_SARIF_FILE:-}" ]; then
    formats+=(--output-format "sarif:$INPUT_SARIF_FILE")
fi

directory=${INPUT_WORKING_DIRECTORY:-.}
[ "$directory" != - ] || directory=./- # which cd would take for the folder that it was in before
cd -- "$directory" 2>/dev/null || fail "there is no working directory '$directory'"

# A runner obeys `##[command]` anywhere in a line that is printed, and the report shows lines of the pages.
token=$("$TOOL_FOLDER/python" -I -c 'import secrets; print(secrets.token_hex(32))')
printf '::stop-commands::%s\n' "$token"
code=0
"$TOOL_FOLDER/attribution-lint" check "${formats[@]}" ${arguments[@]+"${arguments[@]}"} -- "${paths[@]}" 2>&1 || code=$?
# The report may have been cut off within a line.
printf '\n::%s::\n' "$token"

if [ -f "$reports/annotations" ]; then
    cat "$reports/annotations"
fi
if [ -f "$reports/summary.md" ]; then
    cat "$reports/summary.md" >>"$GITHUB_STEP_SUMMARY"
fi
printf 'exit-code=%s\n' "$code" >>"$GITHUB_OUTPUT"
if [ -s "$reports/report.json" ]; then
    "$TOOL_FOLDER/python" -I "$here/numbers.py" "$reports/report.json" >>"$GITHUB_OUTPUT"
fi
exit "$code"
