# Files as Windows has them: open ones, read-only ones, long paths, names in another case, workers whose engine is gone; Ctrl+C in a console. Read by check.sh.

# checked NAME COMMAND…: it ends with 0 and says so
checked() {
  local name=$1
  shift
  if "$@" > "$work/log" 2>&1; then well "windows: $name"; else ill "windows: $name"; tail -n 10 "$work/log" >&2; fi
}

# mlp_again WORDS…: Digits.Mlp comes back from the store with its committed tables, and the run says the words
mlp_again() {
  local word
  RESEARCH_CACHE=$folder/cache on research run Digits.Mlp > "$folder/said" 2>&1 || { cat "$folder/said"; return 1; }
  for word in "$@"; do
    grep -q "$word" "$folder/said" || { echo "it does not say '$word':"; cat "$folder/said"; return 1; }
  done
  mlp_is_committed
}

mlp_is_committed() {
  local table
  for table in "$root"/results/quick/Digits/Mlp/*.csv; do
    cmp "$table" "artifacts/quick/Digits/Mlp/$(basename "$table")" || [ "$(basename "$table")" = timings.csv ] || return 1
  done
}

# A program has a table open, as a spreadsheet does; another table is gone.
open_table() {
  local table=artifacts/quick/Digits/Mlp/summary.csv holder code=0
  on Research.Probe "$table" > "$folder/held" &
  holder=$!
  until grep -q held "$folder/held"; do sleep 0.2; kill -0 $holder || return 1; done
  rm artifacts/quick/Digits/Mlp/runs.csv
  mlp_again || code=$?
  touch "$table.free"
  wait $holder
  rm -f "$table.free"
  return $code
}

# An object of the store, which may only be read, has one byte more than it had.
damaged_object() {
  local digest object
  digest=$(sha256sum artifacts/quick/Digits/Mlp/summary.csv | cut -d ' ' -f 1)
  object=$(find "$folder/cache/results/objects" -name "$digest*")
  [ -n "$object" ] || { echo "there is no object $digest"; return 1; }
  chmod u+w "$object"
  echo >> "$object"
  chmod a-w "$object"
  rm -r artifacts/quick/Digits/Mlp
  mlp_again damaged
}

# 300 characters and more before the store's own.
long_path() {
  local part cache
  part=$(printf 'a long name of a folder %.0s' 1 2 3 4)
  cache="$folder/$part/$part/$part/cache"
  [ ${#cache} -gt 300 ] || return 1
  rm -r artifacts
  RESEARCH_CACHE=$cache on research run Digits.Mlp && mlp_is_committed
}

other_case() {
  RESEARCH_CACHE=$folder/cache on research run digits.MLP && mlp_is_committed
}

# The engine is ended from outside; its workers see that and end too. Only processes that this check started count: one of an earlier check may hang on Wine.
lone_workers() {
  local engine deadline=$((SECONDS + 120)) before
  rm -rf artifacts "$folder/cache"
  before=$(processes)
  [ -z "$before" ] || { echo "before it there were:"; shown "$before"; }
  RESEARCH_CACHE=$folder/cache on research run Digits.GmmHmm > "$folder/said" 2>&1 &
  until since "$before" 'research\.exe. *run --worker' | grep -q .; do
    [ $SECONDS -lt $deadline ] && kill -0 $! || { echo "no worker began"; cat "$folder/said"; return 1; }
    sleep 0.5
  done
  engine=$(since "$before" 'research\.exe.*Digits\.GmmHmm' | sort -n | head -n 1) # a process that is being started has its parent's words for a moment
  kill -9 "$engine"
  deadline=$((SECONDS + 30))
  while since "$before" | grep -q .; do
    [ $SECONDS -lt $deadline ] || { echo "the engine was $engine; still there:"; shown "$(since "$before")"; return 1; }
    sleep 0.5
  done
}

# Ctrl+C in a console, while trials run: it stops with 130 and keeps what is done; run again, it ends with the committed tables.
# Wine gives its programs a console where they have a terminal, which 'script' makes.
interrupted() {
  local probe code=0
  rm -rf artifacts "$folder/cache"
  printf -v probe '%q ' "${runner[@]}" "$folder/program/Research.Probe.exe" interrupt trials "$(windows_path "$folder/program/research.exe")" run Digits.GmmHmm
  RESEARCH_CACHE=$folder/cache script -qec "$probe" /dev/null > "$folder/said" 2>&1 < /dev/null || code=$?
  [ $code = 130 ] && grep -q 'Ctrl+C' "$folder/said" && grep -q 'stopped' "$folder/said" || { echo "it ended with $code:"; cat "$folder/said"; return 1; }
  RESEARCH_CACHE=$folder/cache on research run Digits.GmmHmm > "$folder/said" 2>&1 || { cat "$folder/said"; return 1; }
  cmp "$root/results/quick/Digits/GmmHmm/summary.csv" artifacts/quick/Digits/GmmHmm/summary.csv
}

# The path of a file of this machine as Wine's programs have it.
windows_path() { echo "Z:${1//\//\\}"; }

# Process ids of the program on Wine, not of what started it.
processes() { pgrep -f "^[^ ]*${1:-research\\.exe}" || true; }

# since BEFORE [PATTERN]: those that were not there before
since() { comm -13 <(echo "$1" | sort) <(processes "${2:-}" | sort); }

shown() { ps -o pid=,ppid=,stat=,etime=,args= -p "$(echo "$1" | paste -sd ,)" || true; }

check_windows_files() {
  cd "$work/checkout" || return
  checked "a table that another program has open is no obstacle" open_table
  checked "a stored object that is damaged and may only be read is replaced" damaged_object
  checked "a cache below 300 characters of folders" long_path
  checked "a target's name in another case" other_case
  checked "workers end when their engine is gone" lone_workers
  if command -v script > /dev/null; then checked "Ctrl+C in a console stops a run, which goes on from there" interrupted; else skip "windows: Ctrl+C ('script' of util-linux is not here)"; fi
  cd - > /dev/null || return
}
