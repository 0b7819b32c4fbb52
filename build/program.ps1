#Requires -Version 7.0
# program.ps1 PROJECT ASSEMBLY [ARGUMENT…]: runs a program of the checkout; compiles it first if none was compiled from exactly these sources.
# The same as program.sh, in PowerShell (ADR 0008).
$project, $assembly = $args[0, 1]
$arguments = @($args | Select-Object -Skip 2) # an array, however few: one argument alone would be handed on letter by letter
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false
$root = Split-Path $PSScriptRoot
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'
$cache = if ($env:RESEARCH_CACHE) { [IO.Path]::GetFullPath($env:RESEARCH_CACHE, (Get-Location -PSProvider FileSystem).ProviderPath) }
else { Join-Path ([Environment]::GetFolderPath('LocalApplicationData', 'Create')) 'research' }
$places = "the compiled program, data and results go to $cache (RESEARCH_CACHE moves them)"

# The engine that the arguments name decides what is compiled (docs/torch.md); the program refuses a name that it does not know.
$torch, $threads = $env:Torch, $env:OMP_NUM_THREADS # as the session has them
for ($i = 0; $i -lt $arguments.Count; $i++) {
    $engine = if ("$($arguments[$i])" -match '^--engine[=:](.*)$') { $Matches[1] } elseif ($i -gt 0 -and $arguments[$i - 1] -ceq '--engine') { $arguments[$i] }
    if ($engine -ceq 'torchsharp') { $env:Torch = 'TorchSharp' } elseif ($engine -ceq 'portable') { $env:Torch = $null }
}
$withTorchSharp = $env:Torch -ceq 'TorchSharp'
$output, $unused = if ($withTorchSharp) { 'bin/torchsharp/Release/net10.0', 'Torch' } else { 'bin/Release/net10.0', 'NativeLibraries' }
if ($withTorchSharp -and -not $threads) { $env:OMP_NUM_THREADS = '1' } # libtorch's bits change with its threads: one a worker, and --jobs workers

function Stop-Build([string] $why) {
    [Console]::Error.WriteLine("build: $why")
    exit 1
}

# What is made here nobody else can change. False where it cannot be made.
function New-PrivateFolder([string] $folder) {
    try {
        if ($IsWindows) { [IO.Directory]::CreateDirectory($folder) | Out-Null }
        else { [IO.Directory]::CreateDirectory($folder, 'UserRead, UserWrite, UserExecute') | Out-Null }
        return $true
    }
    catch { return $false }
}

function Test-Writable([string] $folder) {
    try {
        $probe = Join-Path $folder ".write-$([guid]::NewGuid().ToString('N'))"
        [IO.File]::WriteAllText($probe, '')
        [IO.File]::Delete($probe)
        return $true
    }
    catch { return $false }
}

# Whether a path, which is to be run, belongs to others or can be written by them. On Windows: neither this user's, the system's nor the administrators'.
function Test-Foreign([string] $path) {
    $me = [Security.Principal.WindowsIdentity]::GetCurrent().User
    $trusted = @($me.Value, 'S-1-5-18', 'S-1-5-32-544')
    $acl = Get-Acl -LiteralPath $path
    if ($acl.GetOwner([Security.Principal.SecurityIdentifier]).Value -notin $trusted) { return $true }
    $write = [Security.AccessControl.FileSystemRights] 'WriteData, AppendData, Delete, DeleteSubdirectoriesAndFiles, ChangePermissions, TakeOwnership'
    foreach ($rule in $acl.GetAccessRules($true, $true, [Security.Principal.SecurityIdentifier])) {
        if ($rule.AccessControlType -eq 'Allow' -and ($rule.FileSystemRights -band $write) -and $rule.IdentityReference.Value -notin ($trusted + 'S-1-3-0')) { return $true }
    }
    return $false
}

# Whether a folder is ours alone, with all below it where that is asked for.
function Test-Mine([string] $folder, [switch] $Recurse) {
    if (-not $IsWindows) {
        $depth = @(if (-not $Recurse) { '-prune' })
        return -not (& find -H $folder @depth '(' ! -user (& id -u) ! -user 0 -o -perm -020 -o -perm -002 ')' -print)
    }
    if (Test-Foreign $folder) { return $false }
    if ($Recurse) {
        foreach ($path in [IO.Directory]::EnumerateFileSystemEntries($folder, '*', 'AllDirectories')) { if (Test-Foreign $path) { return $false } }
    }
    return $true
}

# A folder of programs that may be believed.
function Test-Trusted([string] $folder) {
    if (-not [IO.Directory]::Exists($folder)) { return $false }
    if (Test-Mine $folder) { return $true }
    if ($folder -ne "$cache/program") { return $false }
    Stop-Build "$folder belongs to somebody else or others can write to it, and what lies there would be run. Remove it, or set RESEARCH_CACHE to a folder of your own."
}

# Everything that the compiler may read: names and content of sources and settings, and the versions of the SDKs.
function Get-SourcesHash {
    $files = [Collections.Generic.List[string]]::new()
    $pending = [Collections.Generic.Stack[string]]::new()
    foreach ($folder in 'build', 'src', 'experiments') { $pending.Push("$root/$folder") }
    while ($pending.Count -gt 0) {
        $folder = $pending.Pop()
        foreach ($file in [IO.Directory]::GetFiles($folder)) { if ([IO.Path]::GetExtension($file) -notin '.sh', '.ps1') { $files.Add($file) } }
        foreach ($below in [IO.Directory]::GetDirectories($folder)) { if ([IO.Path]::GetFileName($below) -notin 'bin', 'obj') { $pending.Push($below) } }
    }
    foreach ($file in [IO.Directory]::GetFiles($root)) {
        $name = [IO.Path]::GetFileName($file)
        if ($name -match '\.(props|targets|json|config)$' -or $name -in 'BannedSymbols.txt', '.editorconfig') { $files.Add($file) }
    }
    $files.Sort([StringComparer]::Ordinal)
    $hash = [Security.Cryptography.IncrementalHash]::CreateHash('SHA256')
    foreach ($file in $files) {
        $content = [IO.File]::ReadAllBytes($file)
        $head = [Text.Encoding]::UTF8.GetBytes("$($file.Substring($root.Length)) $($content.Length)`n")
        $hash.AppendData($head, 0, $head.Length)
        $hash.AppendData($content, 0, $content.Length)
    }
    $tail = [Text.Encoding]::UTF8.GetBytes((@(dotnet --list-sdks) + @(dotnet --list-runtimes) + "$env:CI $env:Torch $env:LibTorch") -join "`n")
    $hash.AppendData($tail, 0, $tail.Length)
    [Convert]::ToHexString($hash.GetHashAndReset()).Substring(0, 32).ToLowerInvariant()
}

# A program is whole if it has the files that were written down when it was made, with their digests, and nothing else.
function Get-ProgramText([string] $folder) {
    [string[]] $files = [IO.Directory]::GetFiles($folder, '*', 'AllDirectories')
    [Array]::Sort($files, [StringComparer]::Ordinal)
    ($files | Where-Object { [IO.Path]::GetFileName($_) -ne 'program.sha256' } | ForEach-Object {
            [Convert]::ToHexString([Security.Cryptography.SHA256]::HashData([IO.File]::ReadAllBytes($_))) + ' ' + $_.Substring($folder.Length)
        }) -join "`n"
}

function Test-Whole([string] $folder) {
    $list = Join-Path $folder 'program.sha256'
    if (-not [IO.File]::Exists($list) -or (Get-ChildItem $folder -Recurse -Force | Where-Object LinkType) -or -not (Test-Mine $folder -Recurse)) { return $false }
    [IO.File]::ReadAllText($list) -eq (Get-ProgramText $folder)
}

# The program that is compiled from these sources; nothing where there is none.
function Find-Program {
    foreach ($place in "$cache/program", "$root/artifacts/program") {
        if ((Test-Trusted $place) -and (Test-Whole "$place/$name")) { return "$place/$name" }
    }
}

function Build-Program {
    $place = "$cache/program", "$root/artifacts/program" | Where-Object { (New-PrivateFolder $_) -and (Test-Trusted $_) -and (Test-Writable $_) } | Select-Object -First 1
    if (-not $place) { Stop-Build "there is no room for the compiled program: $places, and neither that folder nor $root/artifacts can be written." }
    [Console]::Error.WriteLine('build: compiling, as these sources are new here')
    $all = @([IO.Directory]::GetFiles($root, '*.csproj', 'AllDirectories') | Where-Object { $_.Substring($root.Length) -match '^[\\/](build|src|experiments)[\\/]' -and $_ -notmatch "[\\/]($unused|Runner)\.csproj$" }).Count
    $log = [Collections.Generic.List[string]]::new()
    $count = 0
    Push-Location $root # global.json is looked for from here
    try {
        dotnet build $project -c Release -p:ForRunning=true --nologo -v minimal -tl:off 2>&1 | ForEach-Object {
            $log.Add("$_")
            if ("$_" -match '(\S+) -> .*\.dll$') {
                $count++
                [Console]::Error.WriteLine("build: compiled $($Matches[1]) ($count of $all)")
            }
        }
    }
    finally { Pop-Location }
    if ($LASTEXITCODE -ne 0) {
        $log | ForEach-Object { [Console]::Error.WriteLine($_) }
        exit 1
    }
    if ((Get-SourcesHash) -ne $now) { Stop-Build 'sources changed while they were compiled; run again.' }
    $fresh = "$place/.new-$([guid]::NewGuid().ToString('N'))"
    try {
        New-PrivateFolder $fresh | Out-Null
        Copy-Item "$root/$(Split-Path $project)/$output/*" $fresh -Recurse
        if (-not $IsWindows) { & chmod -R go-w $fresh }
        [IO.File]::WriteAllText("$fresh/program.sha256", (Get-ProgramText $fresh))
        if ([IO.Directory]::Exists("$place/$name")) { [IO.Directory]::Move("$place/$name", "$place/.damaged-$([guid]::NewGuid().ToString('N'))") }
        [IO.Directory]::Move($fresh, "$place/$name")
    }
    catch {
        if ([IO.Directory]::Exists($fresh)) { [IO.Directory]::Delete($fresh, $true) }
        Stop-Build "the compiled program could not be copied to $($place): $($_.Exception.Message) Free space there; $places."
    }
    return "$place/$name"
}

if (-not (Get-Command dotnet -CommandType Application -ErrorAction Ignore)) { Stop-Build 'dotnet is not on the PATH. Install the .NET SDK that global.json names.' }
$now = Get-SourcesHash
$name = "$now-$([IO.Path]::GetFileNameWithoutExtension($project))"
$program = Find-Program
if (-not $program) {
    if (-not (New-PrivateFolder "$root/artifacts") -or -not (Test-Writable "$root/artifacts")) {
        Stop-Build "these sources are not compiled yet, and compiling writes to bin/, obj/ and artifacts/ in $root, which cannot be written. Copy the checkout to a folder of your own; $places."
    }
    $lock = $null
    while (-not $lock) {
        try { $lock = [IO.File]::Open("$root/artifacts/compile.lock", 'OpenOrCreate', 'ReadWrite', 'None') } catch { Start-Sleep -Milliseconds 100 }
    }
    try {
        $program = Find-Program # another build may have made it while this one waited
        if (-not $program) { $program = Build-Program }
    }
    finally { $lock.Dispose() }
}

# A short run gains nothing by profiles of its methods or by collecting a few megabytes; workers are started without these (WorkerConnection).
$before = @($env:RESEARCH_CHECKOUT, $env:DOTNET_TieredPGO, $env:DOTNET_gcConcurrent, $env:DOTNET_GCgen0size)
$env:RESEARCH_CHECKOUT, $env:DOTNET_TieredPGO, $env:DOTNET_gcConcurrent, $env:DOTNET_GCgen0size = $root, '0', '0', '0x4000000'
try { dotnet "$program/$assembly" @arguments }
finally {
    $env:RESEARCH_CHECKOUT, $env:DOTNET_TieredPGO, $env:DOTNET_gcConcurrent, $env:DOTNET_GCgen0size = $before
    $env:Torch, $env:OMP_NUM_THREADS = $torch, $threads
} # as the session had them
exit $LASTEXITCODE
