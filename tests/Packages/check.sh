#!/usr/bin/env bash
# Packs the packages of the commit that is checked out, and uses them as a stranger would: from a folder, in empty folders, outside the checkout.
# tests/Packages/check.sh     about four minutes on two cores; packages that are not ours come from the machine's own, or from the registry
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
unset CI RESEARCH_CHECKOUT RESEARCH_MIRROR # as it is at a stranger's
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
passed=0 start=$SECONDS

fail() {
  echo "FAILED: $1" >&2
  if [ -f "$work/log" ]; then tail -n 60 "$work/log" >&2; fi
  exit 1
}

# run NAME CODE COMMAND…: runs it, its output goes to the log; fails unless it ends with that code.
run() {
  local name=$1 wanted=$2 code=0
  shift 2
  "$@" > "$work/log" 2>&1 < /dev/null || code=$?
  [ "$code" -eq "$wanted" ] || fail "$name: exit code $code, not $wanted"
}
says() { grep -qF -- "$2" "$work/log" || fail "$1: it does not say '$2'"; }
well() { passed=$((passed + 1)); echo "ok: $1 ($((SECONDS - start)) s)"; start=$SECONDS; }

# A clone with a public address, so that Source Link and the project's URL are what they are in a release.
git clone -q --shared "$root" "$work/checkout"
git -C "$work/checkout" remote set-url origin https://github.com/example/research
[ -z "$(git -C "$root" status --porcelain --untracked-files=no)" ] || echo "note: what is not committed is not checked"
packages=$work/packages
run "pack" 0 dotnet pack "$work/checkout/packages.slnf" -c Release -o "$packages" -m:2 -p:RunAnalyzers=false
version=$(basename "$packages"/Research.Numerics.*.nupkg .nupkg)
version=${version#Research.Numerics.}
(cd "$work/checkout" && run "what is in the packages" 0 dotnet run tests/Packages/inspect.cs "$packages" "$version")
well "13 packages of version $version, with README, licence, icon, tags, documentation, symbols and Source Link"

run "icon" 0 dotnet run "$work/checkout/packaging/draw-icon.cs" "$work/icon.png"
cmp "$work/icon.png" "$root/packaging/icon.png" || fail "packaging/icon.png is not what packaging/draw-icon.cs draws"
well "the icon is what its program draws"

# From here on nothing of the checkout is used. Our packages go into a folder of their own, so that no other of the same version is taken for them.
export RESEARCH_CACHE=$work/cache XDG_DATA_HOME=$work/data
export RestoreFallbackFolders=${NUGET_PACKAGES:-$HOME/.nuget/packages} RestoreAdditionalProjectSources=$packages
export NUGET_PACKAGES=$work/nuget
mkdir "$work/away"
cd "$work/away"

run "install" 0 dotnet tool install Research.Tool --version "$version" --tool-path "$work/tools" --add-source "$packages"
run "version" 0 "$work/tools/research" --version
says "version" "research $version (commit $(git -C "$work/checkout" rev-parse HEAD); engine portable; .NET 10."
run "a recording" 0 "$work/tools/research" data export synthetic-digits-course recordings
recording=$(find recordings -name '*.wav' | LC_ALL=C sort | head -n 1)
run "features" 0 "$work/tools/research" features mfcc "$recording"
cp "$work/log" installed.csv
[ "$(wc -l < installed.csv)" -gt 20 ] || fail "the installed tool printed few rows"
well "the tool installs from a folder, names its commit, and prints the MFCC of a recording"

run "once" 0 dotnet tool exec "Research.Tool@$version" --source "$packages" --yes -- features mfcc "$recording"
cmp -s installed.csv "$work/log" || fail "dotnet tool exec prints other rows than the installed tool"
dnx=$(command -v dnx || echo "$(dirname "$(readlink -f "$(command -v dotnet)")")/dnx") # beside dotnet, and not everywhere on the PATH
run "dnx" 0 "$dnx" "Research.Tool@$version" --source "$packages" --yes -- features mfcc "$recording"
cmp -s installed.csv "$work/log" || fail "dnx prints other rows than the installed tool"
well "dnx and dotnet tool exec print the same without installing"

project() { # FOLDER PACKAGE…: a program that references these
  mkdir "$1"
  {
    echo '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup>'
    for package in "${@:2}"; do echo "<PackageReference Include=\"${package%@*}\" Version=\"${package#*@}\" />"; done
    echo '</ItemGroup></Project>'
  } > "$1/$1.csproj"
}
project alone "Research.Torch@$version"
cat > alone/Program.cs << 'END'
using TorchSharp;
torch.manual_seed(1);
System.Console.WriteLine(torch.nn.Linear(3, 2).call(torch.ones(1, 3)).sum().item<float>().ToString("R", System.Globalization.CultureInfo.InvariantCulture));
END
run "Research.Torch alone" 0 dotnet run --project alone
grep -Eq '^-?[0-9]+\.[0-9]+$' "$work/log" || fail "Research.Torch alone prints no number"
project both "Research.Models@$version" "TorchSharp@0.107.0" # Research.Models brings Research.Torch
echo 'System.Console.WriteLine(1);' > both/Program.cs
run "both engines" 1 dotnet build both
says "both engines" "error RESEARCH001: Research.Torch and TorchSharp declare the same types in the namespace TorchSharp"
well "Research.Torch works alone, and refuses TorchSharp beside it with a sentence"

hive=(--debug:custom-hive "$work/hive")
run "templates" 0 dotnet new install "$packages/Research.Templates.$version.nupkg" "${hive[@]}"
run "new study" 0 dotnet new research-study --output bird-calls "${hive[@]}"
[ -x bird-calls/build.sh ] || fail "build.sh of the new study cannot be run"
run "study" 0 bird-calls/build.sh
says "study" "bird_calls.Neighbours: tables in artifacts/quick/bird_calls/Neighbours; they match their snapshot"
says "study" "Read artifacts/quick/report.html"
grep -qF "How many neighbours should vote?" bird-calls/artifacts/quick/report.html || fail "the report does not show the experiment"
run "study again" 0 bird-calls/build.sh
says "study again" "2 up to date"
run "study's tests" 0 bird-calls/build.sh --target Test
run "why" 0 "$work/tools/research" why bird_calls.Neighbours --root bird-calls --catalogue bird-calls/study/bin/Release/net10.0/bird_calls.dll
says "why" "bird_calls.Neighbours is up to date"
well "dotnet new research-study: it runs, its tables match their snapshot, there is a report, its test passes, the tool finds it up to date"

sed -i 's/Counts = \[1, 3, 9\]/Counts = [1, 3, 11]/' bird-calls/study/Neighbours.cs
run "changed study" 3 bird-calls/build.sh
says "changed study" "DRIFT bird_calls.Neighbours, summary:"
says "changed study" "bird_calls.Neighbours, trials: 5 made" # of 15: the others are as they were
run "accepted study" 0 bird-calls/build.sh --target Accept
run "accepted study" 0 bird-calls/build.sh
well "a changed number makes 5 of 15 trials again, and is a drift until it is accepted"

mkdir one
run "new experiment" 0 dotnet new research-experiment --output one "${hive[@]}"
(cd one && run "experiment in one file" 0 dotnet run mine.cs && says "experiment in one file" "Mine.Strangers: tables in artifacts/quick/Mine/Strangers")
[ -s one/artifacts/quick/report.html ] || fail "the experiment in one file wrote no report"
mv one moved
(cd moved && run "experiment elsewhere" 0 dotnet run mine.cs && says "experiment elsewhere" "2 up to date")
well "dotnet run mine.cs: one experiment in one file, whatever its folder is called"

echo "$passed checks of the packages of version $version passed"
