#!/bin/sh
# The tool: features, data, plan, why, run, diff, … See ./research.sh --help
exec "$(dirname "$0")/build/program.sh" src/Cli/Cli.csproj research.dll "$@"
