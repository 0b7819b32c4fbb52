# Re-runs the studies. See ./build.ps1 --help
& "$PSScriptRoot/build/program.ps1" build/Build.csproj Research.Build.dll @args
exit $LASTEXITCODE
