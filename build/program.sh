#!/bin/sh
# program.sh PROJECT ASSEMBLY [ARGUMENT…]: runs a program of the checkout; compiles it first if none was compiled from exactly these sources.
# A program lies in the cache under the hash of the content of all sources, so it is never older or newer than they are (ADR 0008).
set -eu
unset CDPATH # cd would look there first, and print what it found
root=$(cd "$(dirname "$0")/.." && pwd)
stands=$PWD
project=$1
assembly=$2
shift 2
cd "$root"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# BLAKE2b takes a third of the time of SHA-256; a cache that has seen both holds a program twice, and nothing else differs.
if command -v b2sum > /dev/null; then hash=b2sum; elif command -v sha256sum > /dev/null; then hash=sha256sum; else hash="shasum -a 256"; fi
case $(uname -s) in # as .NET has it, so that launcher and program share one
  Darwin) data="${HOME:-$root/artifacts}/Library/Application Support" ;;
  *) data=${XDG_DATA_HOME:-${HOME:-$root/artifacts}/.local/share} ;;
esac
cache=${RESEARCH_CACHE:-$data/research}
case $cache in /*) ;; *) cache=$stands/$cache ;; esac
places="the compiled program, data and results go to $cache (RESEARCH_CACHE moves them)"

# The engine that the arguments name decides what is compiled (docs/torch.md); the program refuses a name that it does not know.
previous=
for argument in "$@"; do
  case $argument in --engine[=:]*) engine=${argument#--engine?} ;; *) engine=; [ "$previous" != --engine ] || engine=$argument ;; esac
  case $engine in torchsharp) export Torch=TorchSharp ;; portable) unset Torch ;; esac
  previous=$argument
done
if [ "${Torch-}" = TorchSharp ]; then
  output=bin/torchsharp/Release/net10.0 unused=Torch
  export OMP_NUM_THREADS="${OMP_NUM_THREADS:-1}" # libtorch's bits change with its threads: one a worker, and --jobs workers
else
  output=bin/Release/net10.0 unused=NativeLibraries
fi

fail() {
  echo "build: $1" >&2
  exit 1
}

# Whatever lies in these folders is run, so they must be ours alone, or the system's: a list of digests beside a program can be forged with it.
foreign() { find -H "$@" \( ! -user "$(id -u)" ! -user 0 -o -perm -020 -o -perm -002 \) -print; }
private() { (umask 077 && mkdir -p "$1" 2> /dev/null); } # what is made here nobody else can read or change
trusted() { # a folder of programs
  if [ ! -d "$1" ]; then return 1; fi
  if [ -z "$(foreign "$1" -prune)" ]; then return 0; fi
  if [ -n "$(find -H "$1" -prune ! -user "$(id -u)" -print)" ]; then
    [ "$1" = "$cache/program" ] || return 1
    fail "$1 belongs to somebody else, and what lies there would be run. Remove it, or set RESEARCH_CACHE to a folder of your own."
  fi
  # Others could write to it until now: what lies there may be theirs.
  chmod 700 "$1" 2> /dev/null || return 1
  find -H "$1" -mindepth 1 -maxdepth 1 -exec rm -rf {} +
}

# Everything that the compiler may read: names and content of sources and settings, and the versions of the SDKs.
sources() {
  {
    {
      find -L build src experiments \( -name bin -o -name obj \) -prune -o -type f ! -name '*.sh' ! -name '*.ps1' -print
      find . -maxdepth 1 -type f \( -name '*.props' -o -name '*.targets' -o -name '*.json' -o -name '*.config' -o -name BannedSymbols.txt -o -name .editorconfig \)
    } | LC_ALL=C sort | tr '\n' '\0' | xargs -0 $hash
    dotnet --list-sdks
    dotnet --list-runtimes
    echo "${CI-} ${Torch-} ${LibTorch-}"
  } | $hash | cut -c1-32
}

# A program is whole if it has the files that were written down when it was made, with their digests, and nothing else: no link, nothing that others can write.
whole() {
  [ -f "$1/program.sums" ] && [ -z "$(find "$1" ! -type f ! -type d -print)$(foreign "$1")" ] && (
    cd "$1"
    [ "$(find . -type f ! -name program.sums | LC_ALL=C sort)" = "$(sed 's/^[^ ]*  *//' program.sums)" ] && $hash -c program.sums > /dev/null 2>&1
  )
}

# Sets program to the one that is compiled from these sources, if there is one.
find_program() {
  for place in "$cache/program" artifacts/program; do
    program=$place/$name
    if trusted "$place" && whole "$program"; then return 0; fi
  done
  return 1
}

# The compiler's output goes to a file; what it tells is which projects are done. Runner, for programs of others, is none of them.
show_progress() {
  all=$(find build src experiments \( -name bin -o -name obj -o -name "$unused" -o -name Runner \) -prune -o -name '*.csproj' -print | wc -l | tr -d ' ')
  count=0
  while IFS= read -r line; do
    printf '%s\n' "$line" >> "$log"
    case $line in
      *' -> '*.dll)
        count=$((count + 1))
        line=${line%% -> *}
        echo "build: compiled ${line##* } ($count of $all)" >&2
        ;;
    esac
  done
}

compile() {
  place=
  for candidate in "$cache/program" artifacts/program; do
    if [ -z "$place" ] && private "$candidate" && trusted "$candidate" && [ -w "$candidate" ]; then place=$candidate; fi
  done
  [ -n "$place" ] || fail "there is no room for the compiled program: $places, and neither that folder nor $root/artifacts can be written."
  echo "build: compiling, as these sources are new here" >&2
  log=artifacts/compile.log
  rm -f "$log" artifacts/compile.ok
  { dotnet build "$project" -c Release -p:ForRunning=true --nologo -v minimal -tl:off 2>&1 9>&- && : > artifacts/compile.ok; } | show_progress
  if [ ! -f artifacts/compile.ok ]; then
    cat "$log" >&2
    exit 1
  fi
  [ "$(sources)" = "$now" ] || fail "sources changed while they were compiled; run again."
  keep || fail "the compiled program could not be copied to $place: $(tail -n 1 "$log"). Free space there; $places."
}

# Puts what was compiled in its place, by one rename.
keep() {
  fresh=$(mktemp -d "$place/.new-XXXXXXXX" 2>> "$log") || return 1
  if ! cp -R "$(dirname "$project")/$output/." "$fresh" 2>> "$log" || ! chmod -R go-w "$fresh" 2>> "$log" || ! sums 2>> "$log"; then
    rm -rf "$fresh"
    return 1
  fi
  program=$place/$name
  if [ -e "$program" ]; then mv "$program" "$(mktemp -d "$place/.damaged-XXXXXXXX")" 2>> "$log" || return 1; fi
  mv "$fresh" "$program" 2>> "$log" || return 1
  # Programs that nobody has used for a month go.
  find "$place" -mindepth 1 -maxdepth 1 -type d -mtime +30 ! -name "$name" -exec rm -rf {} +
}

sums() { (cd "$fresh" && find . -type f ! -name program.sums | LC_ALL=C sort | tr '\n' '\0' | xargs -0 $hash > program.sums); }

command -v dotnet > /dev/null || fail "dotnet is not on the PATH. Install the .NET SDK that global.json names."
now=$(sources)
name=$now-$(basename "$project" .csproj)
if ! find_program; then
  if ! mkdir -p artifacts 2> /dev/null || ! [ -w artifacts ]; then
    fail "these sources are not compiled yet, and compiling writes to bin/, obj/ and artifacts/ in $root, which cannot be written. Copy the checkout to a folder of your own; $places."
  fi
  exec 9> artifacts/compile.lock # dropped by the system when this process ends
  if command -v flock > /dev/null; then
    flock 9
  elif command -v perl > /dev/null; then
    perl -e 'open my $f, ">&=", 9 or die; flock $f, 2 or die'
  fi
  find_program || compile # another build may have made it while this one waited
  exec 9>&-
fi

touch "$program" 2> /dev/null || true # in use: the month begins anew
case $program in /*) ;; *) program=$root/$program ;; esac

# A short run gains nothing by profiles of its methods or by collecting a few megabytes; workers are started without these (WorkerConnection).
export DOTNET_TieredPGO=0 DOTNET_gcConcurrent=0 DOTNET_GCgen0size=0x4000000
cd "$stands" 2> /dev/null || true # a folder that is no more, or that may not be entered
RESEARCH_CHECKOUT=$root exec dotnet "$program/$assembly" "$@"
