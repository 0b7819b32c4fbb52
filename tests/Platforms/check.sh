#!/usr/bin/env bash
# Runs the programs that were compiled here on other systems: 64-bit Arm by qemu, Windows by Wine; and the launchers in PowerShell. Each must give
# the same features, recordings, trainings, tables, fingerprints and exit codes as this machine, byte for byte. What it cannot show is in ADR 3.
#
# usage: tests/Platforms/check.sh [arm64] [windows] [powershell]      all three by default: about ten minutes on two cores
# What a system needs is fetched with apt-get, which for Windows must be root's; where it cannot be had the system is skipped, and the last line says so; exit code 77 where all are.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
unset RESEARCH_CHECKOUT RESEARCH_MIRROR RESEARCH_SHARED_CACHE RESEARCH_REMOTE_CACHE
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
passed=0 failed=0 skipped=0 start=$SECONDS
wanted=("$@")
[ $# -gt 0 ] || wanted=(arm64 windows powershell)

well() { passed=$((passed + 1)); echo "ok: $1 ($((SECONDS - start)) s)"; start=$SECONDS; }
ill() { failed=$((failed + 1)); echo "FAILED: $1"; start=$SECONDS; }
skip() { skipped=$((skipped + 1)); echo "skipped: $1"; start=$SECONDS; }
same() { # NAME A B: two files or folders hold the same
  if diff -r "$2" "$3" > "$work/diff"; then well "$1"; else ill "$1"; head -n 10 "$work/diff" >&2; fi
}
quiet() { "$@" > "$work/log" 2>&1 || { tail -n 40 "$work/log" >&2; return 1; }; }

for source in assemble produce compare arm64 windows windows-files powershell; do
  # shellcheck source=/dev/null
  . "$here/$source.sh"
done

assemble_programs
unset CI # it decides how things are compiled, and nothing that is checked here
produce here
well "what this machine gives: $(find "$work/here/given" -type f | wc -l) files"
for system in "${wanted[@]}"; do
  case $system in
    arm64 | windows | powershell) "check_$system" ;;
    *) echo "check.sh: there is no system '$system': arm64, windows, powershell" >&2; exit 2 ;;
  esac
done

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] || exit 1
[ "$passed" -gt 1 ] || exit 77 # this machine alone: every other system was skipped
