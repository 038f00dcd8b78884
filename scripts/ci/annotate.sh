#!/usr/bin/env bash
# What the GitHub Action runs: annotations on the changed files, and a job summary. Needs `contents: read` alone.
# PROMPT_COST names another command than the one that npx fetches.
set -uo pipefail

read -r -a paths <<< "${PROMPT_COST_PATHS:-.}"
if [ -n "${PROMPT_COST:-}" ]; then read -r -a prompt_cost <<< "$PROMPT_COST"
else prompt_cost=(npx --yes --package "prompt-cost-lint@${PROMPT_COST_VERSION:-latest}" prompt-cost); fi
summary="${GITHUB_STEP_SUMMARY:-/dev/null}"
base="${PROMPT_COST_BASE:-}"
code=0

worst() { if [ "$1" -gt "$code" ]; then code="$1"; fi; }

# A checkout of depth 1 lacks the base: without it everything is checked.
if [ -n "$base" ] && ! git cat-file -e "$base^{commit}" 2>/dev/null; then
  git fetch --quiet --no-tags --depth=1 origin "$base" 2>/dev/null || base=""
fi

since=()
if [ -n "$base" ]; then since=(--changed-since "$base"); fi
"${prompt_cost[@]}" check "${paths[@]}" ${since[@]+"${since[@]}"} --format github --fail-on "${PROMPT_COST_FAIL_ON:-warning}"
worst $?

if [ -n "$base" ]; then
  above=()
  if [ -n "${PROMPT_COST_FAIL_ABOVE:-}" ]; then above=(--fail-above "$PROMPT_COST_FAIL_ABOVE"); fi
  { echo '## What this change costs'; echo; } >> "$summary"
  "${prompt_cost[@]}" diff "$base" --format markdown ${above[@]+"${above[@]}"} >> "$summary"
  worst $?
fi
exit "$code"
