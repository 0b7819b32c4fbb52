#!/bin/sh
# program.sh PROJECT ASSEMBLY [ARGUMENT…]: runs a program of the checkout; compiles it first if none was compiled from exactly these sources.
# A program lies in the cache under the hash of the content of all sources, so it is never older or newer than they are (ADR 0008).
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
stands=$PWD
project=$1
assembly=$2
shift 2
cd "$root"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# BLAKE2b takes a third of the time of SHA-256; a cache that has seen both holds a program twice, and nothing else differs.
if command -v b2sum > /dev/null; then hash=b2sum; elif command -v sha256sum > /dev/null; then hash=sha256sum; else hash="shasum -a 256"; fi
cache=${RESEARCH_CACHE:-${XDG_DATA_HOME:-${HOME:-$root/artifacts}/.local/share}/research}/program
private() { (umask 077 && mkdir -p "$1" 2> /dev/null); } # what is made here nobody else can read or change
if ! private "$cache" || ! [ -w "$cache" ]; then
  cache=$root/artifacts/program
  private "$cache"
fi

# Whatever lies in this folder is run, so it must be ours alone: a list of digests beside a program can be forged with it.
mine() { [ -z "$(find -H "$1" -prune \( ! -user "$(id -u)" -o -perm -020 -o -perm -002 \) -print)" ]; }
if ! mine "$cache"; then
  if [ -z "$(find -H "$cache" -prune ! -user "$(id -u)" -print)" ]; then
    # Others could write to it until now: what lies there may be theirs.
    chmod 700 "$cache"
    find -H "$cache" -mindepth 1 -maxdepth 1 -exec rm -rf {} +
  else
    echo "build: $cache belongs to somebody else, and what lies there would be run. Remove it, or set RESEARCH_CACHE to a folder of your own." >&2
    exit 1
  fi
fi

# Everything that the compiler may read: names and content of sources and settings, and the versions of the SDKs.
sources() {
  {
    {
      find -L build src experiments \( -name bin -o -name obj \) -prune -o -type f ! -name '*.sh' ! -name '*.ps1' -print
      find . -maxdepth 1 -type f \( -name '*.props' -o -name '*.targets' -o -name '*.json' -o -name '*.config' -o -name BannedSymbols.txt -o -name .editorconfig \)
    } | LC_ALL=C sort | tr '\n' '\0' | xargs -0 $hash
    dotnet --list-sdks
    dotnet --list-runtimes
    echo "${CI-} ${Torch-}"
  } | $hash | cut -c1-32
}

# A program is whole if it has the files that were written down when it was made, with their digests, and nothing else: no link, nothing that others can write.
whole() {
  [ -f "$1/program.sums" ] && [ -z "$(find "$1" \( ! -type f ! -type d -o ! -user "$(id -u)" -o -perm -020 -o -perm -002 \) -print)" ] && (
    cd "$1"
    [ "$(find . -type f ! -name program.sums | LC_ALL=C sort)" = "$(sed 's/^[^ ]*  *//' program.sums)" ] && $hash -c program.sums > /dev/null 2>&1
  )
}

compile() { # hash of the sources
  echo "build: compiling, as these sources are new here" >&2
  log=artifacts/compile.log
  if ! dotnet build "$project" -c Release --nologo -v quiet > $log 2>&1 9>&-; then
    cat $log >&2
    exit 1
  fi
  if [ "$(sources)" != "$1" ]; then
    echo "build: sources changed while they were compiled; run again." >&2
    exit 1
  fi
  fresh=$(mktemp -d "$cache/.new-XXXXXXXX")
  cp -R "$(dirname "$project")/bin/Release/net10.0/." "$fresh"
  chmod -R go-w "$fresh"
  (cd "$fresh" && find . -type f ! -name program.sums | LC_ALL=C sort | tr '\n' '\0' | xargs -0 $hash > program.sums)
  if [ -e "$program" ]; then mv "$program" "$(mktemp -d "$cache/.damaged-XXXXXXXX")"; fi
  mv "$fresh" "$program"
  # Programs that nobody has used for a month go.
  find "$cache" -mindepth 1 -maxdepth 1 -type d -mtime +30 ! -name "$(basename "$program")" -exec rm -rf {} +
}

now=$(sources)
program=$cache/$now-$(basename "$project" .csproj)
if ! whole "$program"; then
  mkdir -p artifacts
  exec 9> artifacts/compile.lock # dropped by the system when this process ends
  if command -v flock > /dev/null; then
    flock 9
  elif command -v perl > /dev/null; then
    perl -e 'open my $f, ">&=", 9 or die; flock $f, 2 or die'
  fi
  whole "$program" || compile "$now" # another build may have made it while this one waited
  exec 9>&-
fi

touch "$program" 2> /dev/null || true # in use: the month begins anew

# A short run gains nothing by profiles of its methods or by collecting a few megabytes; workers are started without these (WorkerConnection).
export DOTNET_TieredPGO=0 DOTNET_gcConcurrent=0 DOTNET_GCgen0size=0x4000000
cd "$stands"
RESEARCH_CHECKOUT=$root exec dotnet "$program/$assembly" "$@"
