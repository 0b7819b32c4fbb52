#!/bin/sh
# Builds the build program if its sources changed, and runs it. See ./build.sh --help
DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 exec dotnet run --project "$(dirname "$0")/build/Build.csproj" -c Release -- "$@"
