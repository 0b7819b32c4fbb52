#!/bin/sh
# Runs the build program; compiles it first if any source differs from those of the program that is there. See ./build.sh --help
# A program lies in artifacts/program/<hash of the content of all sources>, so it is never older or newer than them (ADR 0008).
set -eu
root=$(cd "$(dirname "$0")" && pwd)
cd "$root"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
configuration=build/Build.csproj

if command -v sha256sum > /dev/null; then hash=sha256sum; else hash="shasum -a 256"; fi

# Everything that the compiler may read: content and names of sources, settings, and the versions of the SDKs.
sources() {
  {
    find build src experiments \( -name bin -o -name obj \) -prune -o -type f -print
    find . -maxdepth 1 -type f \( -name '*.props' -o -name '*.targets' -o -name '*.json' -o -name '*.config' -o -name BannedSymbols.txt -o -name .editorconfig \)
  } | LC_ALL=C sort | tr '\n' '\0' | { xargs -0 $hash; dotnet --list-sdks; dotnet --list-runtimes; echo "${CI-} ${Torch-}"; } | $hash | cut -c1-32
}

# A program is whole if its files have the digests that were written down when it was made.
whole() { [ -f "$1/program.sha256" ] && (cd "$1" && $hash -c program.sha256 > /dev/null 2>&1); }

compile() { # hash of the sources
  echo "build: compiling, as the sources are new here" >&2
  fresh=artifacts/program/.new-$$
  dotnet build $configuration -c Release --nologo -v quiet -clp:"ErrorsOnly;NoSummary" 9>&- >&2
  if [ "$(sources)" != "$1" ]; then
    echo "build: sources changed while they were compiled; run again." >&2
    exit 1
  fi
  rm -rf "$fresh"
  cp -R build/bin/Release/net10.0 "$fresh"
  (cd "$fresh" && find . -type f ! -name program.sha256 | LC_ALL=C sort | tr '\n' '\0' | xargs -0 $hash > program.sha256)
  rm -rf "artifacts/program/$1"
  mv "$fresh" "artifacts/program/$1"
  # Programs that nobody has used for a week go.
  find artifacts/program -mindepth 1 -maxdepth 1 -type d -mtime +7 ! -name "$1" -exec rm -rf {} +
}

now=$(sources)
program=artifacts/program/$now
if ! whole "$program"; then
  mkdir -p artifacts/program
  exec 9> artifacts/program/lock # dropped by the system when this process ends
  if command -v flock > /dev/null; then
    flock 9
  elif command -v perl > /dev/null; then
    perl -e 'open my $f, ">&=", 9 or die; flock $f, 2 or die'
  fi
  whole "$program" || compile "$now" # another build may have made it while this one waited
  exec 9>&-
fi

exec dotnet "$program/Research.Build.dll" "$@"
