#!/bin/sh
# Brings the study up to date, compares its tables with results/, writes its report. ./build.sh --help lists the options.
# ./build.sh --target Test runs the tests.
set -eu
unset CDPATH
cd "$(dirname "$0")"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
if [ "$*" = "--target Test" ]; then exec dotnet run --project tests -c Release; fi
exec dotnet run --project study -c Release -- "$@"
