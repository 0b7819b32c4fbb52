#Requires -Version 7.0
# Brings the study up to date, compares its tables with results/, writes its report. ./build.ps1 --help lists the options.
# ./build.ps1 --target Test runs the tests.
$env:DOTNET_NOLOGO = '1'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
Push-Location $PSScriptRoot
try {
    if ("$args" -ceq '--target Test') { dotnet run --project tests -c Release }
    else { dotnet run --project study -c Release -- @args }
    $code = $LASTEXITCODE
}
finally { Pop-Location }
exit $code
