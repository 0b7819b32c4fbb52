# The tool: features, data, plan, why, run, diff, … See ./research.ps1 --help
& "$PSScriptRoot/build/program.ps1" src/Cli/Cli.csproj research.dll @args
exit $LASTEXITCODE
