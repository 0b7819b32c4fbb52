# The launchers for Windows, in PowerShell 7 on this machine. Read by check.sh.

launcher() { # NAME CODE WORDS COMMAND…: it ends with the code and says the words
  local name=$1 code=$2 words=$3 got=0
  shift 3
  "$work/tools/pwsh" -NoProfile -NonInteractive -File "$@" > "$work/log" 2>&1 < /dev/null || got=$?
  if [ "$got" -eq "$code" ] && grep -qF -- "$words" "$work/log"; then
    well "powershell: $name"
  else
    ill "powershell: $name: exit code $got, not $code, or it does not say '$words'"
    tail -n 10 "$work/log" >&2
  fi
}

check_powershell() {
  quiet dotnet tool install PowerShell --version 7.6.9 --tool-path "$work/tools" ||
    { skip "powershell: it cannot be installed (dotnet tool install PowerShell)"; return; }
  launcher "build.ps1 shows its help" 0 "--target" "$root/build.ps1" --help
  launcher "build.ps1 says what it would make" 0 "to make" "$root/build.ps1" --dryrun
  launcher "build.ps1 refuses a target that there is not" 2 "no-such" "$root/build.ps1" --target no-such
  launcher "research.ps1 names its version" 0 "engine" "$root/research.ps1" --version
  launcher "research.ps1 computes features" 0 "seconds,mfcc_0" "$root/research.ps1" features mfcc "$work/recordings/music.wav"
  launcher "research.ps1 says which file is missing" 20 "missing.wav" "$root/research.ps1" features mfcc "$work/recordings/missing.wav"
}
