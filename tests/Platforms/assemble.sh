# The programs: compiled once, for every system. Read by check.sh.

programs=(research Research.Probe)

# What is compiled already stays as it is: these are the assemblies that the other checks ran.
assemble_programs() {
  quiet dotnet build "$root/build/Build.csproj" -c Release -v q -p:ForRunning=true
  quiet dotnet build "$here/Probe/Probe.csproj" -c Release -v q -p:ForRunning=true
  mkdir -p "$work/here/program"
  cp -r "$root/build/bin/Release/net10.0/." "$here/Probe/bin/Release/net10.0/." "$work/here/program/"
  quiet git clone -q --shared "$root" "$work/checkout"
}

# self_contained SYSTEM FOLDER: the same assemblies with that system's framework and starters, such as linux-arm64.
self_contained() {
  local system=$1 folder=$2 host=$work/host-$1 program
  mkdir -p "$host"
  cat > "$host/host.csproj" << END
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <OutputType>Exe</OutputType>
    <AssemblyName>\$(Program)</AssemblyName>
    <RuntimeIdentifier>$system</RuntimeIdentifier>
    <SelfContained>true</SelfContained>
    <InvariantGlobalization>true</InvariantGlobalization>
  </PropertyGroup>
</Project>
END
  echo 'return 0;' > "$host/Program.cs"
  quiet dotnet publish "$host/host.csproj" -c Release -p:Program=host -o "$host/published" || return 1
  for program in "${programs[@]}"; do
    quiet dotnet run "$here/Assemble/assemble.cs" "$work/here/program" "$host/published" "$program" "$folder" || return 1
    quiet dotnet build "$host/host.csproj" -c Release -p:Program="$program" -o "$host/$program" || return 1
    find "$host/$program" -maxdepth 1 -type f \( -name "$program" -o -name "$program.exe" \) -exec cp {} "$folder/" \;
  done
}
