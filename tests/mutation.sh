#!/bin/sh
# mutation.sh PROJECT [PATTERN]: how many of many small changes to a project's code its tests notice (docs/tests.md).
# mutation.sh --changed: the same for the files that were changed last in Results, Features, Models or Data, some 200 lines of one of them: about four minutes on two cores.
# mutation.sh --record PROJECT [PATTERN]: the same as the first, and writes the score into docs/mutation.csv.
#   PROJECT  Results, Features, Models, Data or Pipeline
#   PATTERN  which of its files, such as 'Store/**/*.cs'; without it, all
# What is committed is mutated, in a clone below artifacts/mutation: the checkout is not touched. Fails below 60 % (with --changed) or 80 %.
set -euf # -f: patterns are Stryker's to expand
cd "$(dirname "$0")/.."
root=$PWD
tree=$root/artifacts/mutation/tree
lines=200
export Mutation=true MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

usage() { sed -n 's/^# //p' "$0" | head -n 6 >&2; exit 2; }

clone() {
  rm -rf "$tree"
  git clone -q . "$tree"
  (cd "$tree" && dotnet tool restore > /dev/null)
}

count() { grep -o "\"status\": *\"$1\"" "$report" | wc -l | tr -d ' '; }

# Mutates the files of a project that the other arguments name; prints and keeps in $score what came of it.
mutate() { # project, lowest score, pattern…
  project=$1 lowest=$2
  shift 2
  set -- $(for pattern in "$@"; do printf -- '--mutate %s ' "$pattern"; done)
  rm -rf "$tree/tests/$project.Tests/StrykerOutput"
  code=0
  (
    cd "$tree/tests/$project.Tests"
    dotnet stryker --project "$project.csproj" --configuration Release --test-runner mtp --concurrency 2 --reporter json --reporter html \
      --threshold-low "$lowest" --break-at "$lowest" --skip-version-check "$@" > "$root/artifacts/mutation/$project.log"
  ) || code=$?
  report=$(find "$tree/tests/$project.Tests" -path '*/StrykerOutput/*' -name mutation-report.json | head -n 1)
  if [ -z "$report" ]; then
    if grep -q "no mutants\|No mutants\|0 *total mutants will be tested" "$root/artifacts/mutation/$project.log"; then echo "mutation: $project: nothing to mutate"; return 0; fi
    tail -n 20 "$root/artifacts/mutation/$project.log" >&2
    return 1
  fi
  killed=$(($(count Killed) + $(count Timeout)))
  left=$(($(count Survived) + $(count NoCoverage)))
  tried=$((killed + left))
  if [ "$tried" -eq 0 ]; then echo "mutation: $project: nothing to mutate"; return 0; fi
  score=$((1000 * killed / tried))
  score=$((score / 10)).$((score % 10))
  echo "mutation: $project: $tried mutants, $killed noticed, $left not: $score % (at least $lowest); they are listed in $(dirname "$report")/mutation-report.html"
  return $code
}

# The files that the latest commits changed, of the project that comes first, until there are enough lines. (The tests of Pipeline take too long for this.)
changed() {
  git log --name-only --pretty=format: -n 30 -- 'src/Results/*.cs' 'src/Features/*.cs' 'src/Models/*.cs' 'src/Data/*.cs' |
    awk -F/ 'NF { project = project ? project : $2 } NF && $2 == project && !seen[$0]++' |
    while read -r file; do
      [ -f "$file" ] || continue
      size=$(grep -c . "$file")
      [ "$size" -le "$lines" ] || continue
      lines=$((lines - size))
      echo "$file"
    done
}

record() { # pattern
  table=docs/mutation.csv
  { echo "project,files,commit,mutants,noticed,score"; grep -v "^project,\|^$project,$1," "$table" 2> /dev/null || true; echo "$project,$1,$(git rev-parse --short HEAD),$tried,$killed,$score"; } > "$table.new"
  mv "$table.new" "$table"
}

[ $# -ge 1 ] || usage
mkdir -p artifacts/mutation
case $1 in
  --changed)
    files=$(changed)
    clone
    project=$(echo "$files" | head -n 1 | cut -d/ -f2)
    mutate "$project" 60 $(echo "$files" | sed "s|^src/$project/||")
    ;;
  --record)
    [ $# -ge 2 ] || usage
    clone
    mutate "$2" 80 "${3:-**/*.cs}" || true
    record "${3:-**/*.cs}"
    ;;
  -*) usage ;;
  *)
    clone
    mutate "$1" 80 "${2:-**/*.cs}"
    ;;
esac
