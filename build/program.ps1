# program.ps1 PROJECT ASSEMBLY [ARGUMENT…]: runs a program of the checkout; compiles it first if none was compiled from exactly these sources.
# The same as program.sh, in PowerShell (ADR 0008).
$project, $assembly, $arguments = $args
$ErrorActionPreference = 'Stop'
$root = Split-Path $PSScriptRoot
Push-Location $root
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'
$cache = if ($env:RESEARCH_CACHE) { Join-Path $env:RESEARCH_CACHE 'program' } else { Join-Path ([Environment]::GetFolderPath('LocalApplicationData', 'Create')) 'research/program' }

# What is made here nobody else can change.
function New-PrivateFolder([string] $folder) {
    if ($IsWindows) { New-Item -ItemType Directory -Force $folder | Out-Null }
    else { [IO.Directory]::CreateDirectory($folder, 'UserRead, UserWrite, UserExecute') | Out-Null }
}

# Whether the path, which is to be run, is ours and no one else can write to it. On Windows: owned by us or by administrators, and nobody else is allowed to write.
function Test-Mine([string] $path) {
    if (-not $IsWindows) {
        return -not (& find -H $path -prune '(' ! -user (& id -u) -o -perm -020 -o -perm -002 ')' -print)
    }
    $me = [Security.Principal.WindowsIdentity]::GetCurrent().User
    $trusted = @($me.Value, 'S-1-5-18', 'S-1-5-32-544') # this user, the system, administrators
    $acl = Get-Acl -LiteralPath $path
    if ($acl.GetOwner([Security.Principal.SecurityIdentifier]).Value -notin $trusted) { return $false }
    $write = [Security.AccessControl.FileSystemRights] 'WriteData, AppendData, Delete, DeleteSubdirectoriesAndFiles, ChangePermissions, TakeOwnership'
    foreach ($rule in $acl.GetAccessRules($true, $true, [Security.Principal.SecurityIdentifier])) {
        if ($rule.AccessControlType -eq 'Allow' -and ($rule.FileSystemRights -band $write) -and $rule.IdentityReference.Value -notin ($trusted + 'S-1-3-0')) { return $false }
    }
    return $true
}

New-PrivateFolder $cache
if (-not (Test-Mine $cache)) {
    [Console]::Error.WriteLine("build: $cache belongs to somebody else or others can write to it, and what lies there would be run. Remove it, or set RESEARCH_CACHE to a folder of your own.")
    exit 1
}

function Get-TextHash([string] $text) {
    $bytes = [Security.Cryptography.SHA256]::Create().ComputeHash([Text.Encoding]::UTF8.GetBytes($text))
    -join ($bytes | ForEach-Object { $_.ToString('x2') })
}

# Everything that the compiler may read: names and content of sources and settings, and the versions of the SDKs.
function Get-SourcesHash {
    $files = @(Get-ChildItem build, src, experiments -Recurse -File | Where-Object { $_.FullName -notmatch '[\\/](bin|obj)[\\/]' -and $_.Extension -notin '.sh', '.ps1' })
    $files += @(Get-ChildItem . -File -Force | Where-Object { $_.Name -match '\.(props|targets|json|config)$' -or $_.Name -in 'BannedSymbols.txt', '.editorconfig' })
    $lines = $files | ForEach-Object { (Get-FileHash $_.FullName -Algorithm SHA256).Hash + ' ' + (Resolve-Path -Relative $_.FullName) } | Sort-Object
    (Get-TextHash (($lines + (dotnet --list-sdks) + (dotnet --list-runtimes) + "$env:CI $env:Torch") -join "`n")).Substring(0, 32)
}

# A program is whole if it has the files that were written down when it was made, with their digests, and nothing else.
function Get-ProgramText([string] $folder) {
    (Get-ChildItem $folder -Recurse -File -Force | Where-Object { $_.Name -ne 'program.sha256' } | Sort-Object FullName |
        ForEach-Object { (Get-FileHash $_.FullName -Algorithm SHA256).Hash + ' ' + $_.FullName.Substring($folder.Length) }) -join "`n"
}

function Test-Whole([string] $folder) {
    $list = Join-Path $folder 'program.sha256'
    if (-not (Test-Path $list)) { return $false }
    $others = Get-ChildItem $folder -Recurse -Force | Where-Object { $_.LinkType -or -not (Test-Mine $_.FullName) }
    -not $others -and (Get-Content $list -Raw) -eq (Get-ProgramText $folder)
}

$now = Get-SourcesHash
$program = Join-Path $cache "$now-$([IO.Path]::GetFileNameWithoutExtension($project))"
if (-not (Test-Whole $program)) {
    New-Item -ItemType Directory -Force artifacts | Out-Null
    $lock = $null
    while (-not $lock) {
        try { $lock = [IO.File]::Open("$root/artifacts/compile.lock", 'OpenOrCreate', 'ReadWrite', 'None') } catch { Start-Sleep -Milliseconds 100 }
    }
    try {
        if (-not (Test-Whole $program)) {
            [Console]::Error.WriteLine('build: compiling, as these sources are new here')
            $log = dotnet build $project -c Release --nologo -v quiet
            if ($LASTEXITCODE -ne 0) { $log | ForEach-Object { [Console]::Error.WriteLine($_) }; exit 1 }
            if ((Get-SourcesHash) -ne $now) { [Console]::Error.WriteLine('build: sources changed while they were compiled; run again.'); exit 1 }
            $fresh = Join-Path $cache ".new-$([guid]::NewGuid().ToString('N'))"
            New-PrivateFolder $fresh
            Copy-Item "$(Split-Path $project)/bin/Release/net10.0/*" $fresh -Recurse
            if (-not $IsWindows) { & chmod -R go-w $fresh }
            Set-Content (Join-Path $fresh 'program.sha256') (Get-ProgramText $fresh) -NoNewline
            if (Test-Path $program) { Move-Item $program (Join-Path $cache ".damaged-$([guid]::NewGuid().ToString('N'))") }
            Move-Item $fresh $program
        }
    }
    finally { $lock.Dispose() }
}

Pop-Location
$env:RESEARCH_CHECKOUT = $root
dotnet (Join-Path $program $assembly) @arguments
exit $LASTEXITCODE
