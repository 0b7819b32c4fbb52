#!/usr/bin/env bash
# Checks a machine's GPU against the CPU: bits of all primitives, hashes of the pinned trainings, tables of a study's networks; then counts of machine
# instructions and speed beside PyTorch, where the tools are there. At most five minutes; the report goes to results/gpu/ (docs/cuda.md).
#
# usage: tests/Gpu/check.sh [--program FOLDER] [options of the program, such as --out FOLDER or --rehearse]
#        tests/Gpu/check.sh --publish FOLDER     only makes the program there: a machine with a GPU needs neither the .NET SDK nor a network
#
# Exit codes: 0 all that was compared is equal, 1 something differs or could not be compared, 2 wrong usage, 5 no GPU was found (or none that can
# run the kernels), 6 there is neither a program nor the SDK to make one, 124 it took longer than five minutes.
set -uo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
folder=$root/artifacts/gpu-check
publish_only=false
case "${1:-}" in
  --program | --publish)
    [ $# -ge 2 ] || { echo "check.sh: $1 needs a folder" >&2; exit 2; }
    [ "$1" = --publish ] && publish_only=true
    folder=$2
    shift 2
    ;;
esac
program=$folder/Research.Gpu

publish() {
  dotnet publish "$root/tests/Gpu/Gpu.csproj" -c Release -p:GpuCheck=publish -o "$folder" -v quiet --nologo -nr:false || exit 6
}

if command -v dotnet > /dev/null && { $publish_only || [ "$folder" = "$root/artifacts/gpu-check" ]; }; then
  publish
elif [ ! -x "$program" ]; then
  echo "check.sh: there is no program $program, and no .NET SDK to make it. Where the SDK is: tests/Gpu/check.sh --publish FOLDER; then bring FOLDER here." >&2
  exit 6
fi
$publish_only && { echo "$program"; exit 0; }
timeout 300 "$program" --root "$root" "$@"
