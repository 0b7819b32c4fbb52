# Windows on a Linux machine, by Wine. Read by check.sh. It shows files, sharing and Ctrl+C in a console as Windows has them (ADR 3 says what it cannot show).

check_windows() {
  if ! command -v wine64 > /dev/null && ! [ -x /usr/lib/wine/wine64 ]; then
    if [ "$(id -u)" != 0 ] || ! command -v apt-get > /dev/null; then
      skip "windows: there is no wine64 here, and apt-get as root neither"
      return
    fi
    quiet sh -c 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends wine64' ||
      { skip "windows: wine64 cannot be installed"; return; }
  fi
  self_contained win-x64 "$work/windows/program" || { ill "windows: the programs cannot be assembled"; return; }
  runner=("$(command -v wine64 || echo /usr/lib/wine/wine64)") suffix=.exe
  export WINEPREFIX=$work/wine WINEDEBUG=-all
  # Without these Wine's runtime dies now and then: it maps memory otherwise than Windows does.
  export DOTNET_EnableWriteXorExecute=0 DOTNET_gcConcurrent=0 DOTNET_GCgen0size=0x40000000
  produce windows || true
  same_part windows "features" '*.csv'
  same_part windows "exit codes and what is said" codes.txt
  same_part windows "generated recordings" recordings.txt
  same_part windows "trainings on 1, 2 and 4 threads, elementary functions" trainings.txt
  tables_of windows
  check_windows_files
  unset WINEPREFIX WINEDEBUG DOTNET_EnableWriteXorExecute DOTNET_gcConcurrent DOTNET_GCgen0size
}
