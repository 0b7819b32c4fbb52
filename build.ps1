# Builds the build program if its sources changed, and runs it. See ./build.ps1 --help
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'; $env:DOTNET_NOLOGO = '1'
dotnet run --project "$PSScriptRoot/build/Build.csproj" -c Release -- @args; exit $LASTEXITCODE
