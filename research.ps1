#Requires -Version 7.0
# The tool: features, data, plan, why, run, diff, … See ./research.ps1 --help
$link = [IO.File]::ResolveLinkTarget($PSCommandPath, $true) # a link: the checkout is where it leads to
$root = if ($link) { $link.DirectoryName } else { $PSScriptRoot }
$code = 130 # stopped by Ctrl+C, wherever that was
try {
    & "$root/build/program.ps1" build/Build.csproj research.dll @args
    $code = $LASTEXITCODE
}
finally { if ($code -eq 130) { exit 130 } }
exit $code
