#!/bin/sh
# mutation.sh PROJECT [PATTERN]: how many of many small changes to a project's code its tests notice (docs/tests.md).
# mutation.sh --changed [REF]: the same for files that changed since REF (the commit before), a sample that ends within five minutes.
#   PROJECT  Results, Features, Models, Data or Pipeline
#   PATTERN  which of its files, such as 'Store/**/*.cs'; without it, all
# What is committed is mutated, in a clone below artifacts/mutation: the checkout is not touched. Fails below 80 %, a sample below 60 %.
# A change that makes no difference is listed in docs/mutation.csv, with the reason, and does not count.
# MUTATION_WORKERS: how many tests run at once (2).
set -euf # -f: patterns are Stryker's to expand
cd "$(dirname "$0")/.."
root=$PWD
work=$root/artifacts/mutation
tree=$work/tree
lowest=80     # per cent
fewest=60     # per cent of a sample: of some thirty mutants the score scatters by seven
sample=100    # lines that are mutated with --changed
limit=        # the command that ends Stryker after a time
seconds=300   # that --changed may take
export Mutation=true MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

usage() { sed -n 's/^# //p' "$0" | head -n 7 >&2; exit 2; }
skip() { echo "mutation: skipped: $1"; exit 0; }

clone() {
  rm -rf "$tree"
  git clone -q . "$tree"
  (cd "$tree" && dotnet tool restore > "$work/tools.log" 2>&1) || skip "the tool could not be restored ($(tail -n 1 "$work/tools.log"))"
}

# Stryker over the files of a project that the patterns name.
stryker() { # project, pattern…
  (
    cd "$tree/tests/$1.Tests"
    project=$1
    shift
    rm -rf StrykerOutput
    $limit dotnet stryker --project "$project.csproj" --configuration Release --test-runner mtp --concurrency "${MUTATION_WORKERS:-2}" \
      --reporter json --reporter html --break-at 0 --skip-version-check $(for pattern in "$@"; do printf -- '--mutate %s ' "$pattern"; done)
  ) > "$work/stryker.log" 2>&1
}

# What came of it; those that no test noticed are named, as docs/mutation.csv would list them.
score() { # project
  report=$(find "$tree/tests/$1.Tests/StrykerOutput" -name mutation-report.json 2> /dev/null | head -n 1)
  if [ -z "$report" ]; then
    tail -n 20 "$work/stryker.log" >&2
    echo "mutation: $1: Stryker made no report"
    return 1
  fi
  awk -v project="$1" -v lowest="$lowest" -v table="$root/docs/mutation.csv" -f tests/mutation.awk "$report"
}

changed() { git diff --name-only --diff-filter=d "$1" HEAD -- 'src/Results/*.cs' 'src/Features/*.cs' 'src/Models/*.cs' 'src/Data/*.cs' 'src/Pipeline/Store/*.cs'; }

# The tests that lie where the files do; nothing, for all tests, where a file lies at the top or has none.
twins() { # project, file…
  project=$1 found=
  shift
  for file in "$@"; do
    folder=${file#"src/$project/"}
    folder=${folder%%/*}
    [ -d "tests/$project.Tests/$folder" ] || return 0
    case ";$found" in *";$folder/"*) ;; *) found="$found$folder/**/*Tests.cs;" ;; esac
  done
  echo "$found"
}

# In an order that is drawn by the files' content, as many as fit; the first one's project is that of the sample.
sampled() {
  while read -r file; do echo "$(git rev-parse "HEAD:$file") $file"; done | sort | cut -d ' ' -f 2 |
    awk -F/ -v left="$sample" '
      { lines = 0; while ((getline line < $0) > 0) lines += line ~ /[^ \t]/; close($0) }
      NR == 1 { first = $0 }
      lines <= left && (project == "" || project == $2) { project = $2; left -= lines; print }
      END { if (project == "") print first }'
}

case ${1:-} in
  --changed)
    since=${2:-HEAD~1}
    git rev-parse -q --verify "$since^{commit}" > /dev/null || skip "there is no commit $since here"
    command -v timeout > /dev/null || skip "there is no command 'timeout' here"
    mkdir -p "$work"
    begun=$(date +%s)
    files=$(changed "$since")
    [ -n "$files" ] || skip "no file of Results, Features, Models, Data or the store changed since $since"
    drawn=$(echo "$files" | sampled)
    project=$(echo "$drawn" | head -n 1 | cut -d/ -f2)
    echo "mutation: $(echo "$drawn" | wc -l | tr -d ' ') of $(echo "$files" | wc -l | tr -d ' ') changed files:" $drawn
    clone
    unset RESEARCH_MIRROR # recordings take longer, and not every machine has them
    RESEARCH_CACHE=$work/cache
    export RESEARCH_CACHE
    MutationTests=$(twins "$project" $drawn)
    export MutationTests
    code=0
    limit="timeout -k 10 $((seconds - $(date +%s) + begun))"
    stryker "$project" $(echo "$drawn" | sed "s|^src/$project/||") || code=$?
    lowest=$fewest
    [ $code -ne 124 ] && [ $code -ne 137 ] || skip "$project was not done within $seconds s; nothing is known"
    score "$project"
    ;;
  '' | -*) usage ;;
  *)
    mkdir -p "$work"
    clone
    stryker "$1" "${2:-**/*.cs}" || true
    score "$1"
    ;;
esac
