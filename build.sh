#!/bin/sh
# Re-runs the studies. See ./build.sh --help
exec "$(dirname "$0")/build/program.sh" build/Build.csproj Research.Build.dll "$@"
