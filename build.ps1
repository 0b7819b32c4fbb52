#Requires -Version 7.0
# Re-runs the studies. See ./build.ps1 --help
$link = [IO.File]::ResolveLinkTarget($PSCommandPath, $true) # a link: the checkout is where it leads to
$root = if ($link) { $link.DirectoryName } else { $PSScriptRoot }
$code = 130 # stopped by Ctrl+C, wherever that was
try {
    & "$root/build/program.ps1" build/Build.csproj Research.Build.dll @args
    $code = $LASTEXITCODE
}
finally { if ($code -eq 130) { exit 130 } }
exit $code
