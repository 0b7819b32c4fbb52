# What a system gives: features, recordings, trainings, tables, fingerprints, exit codes. Read by check.sh.

runner=() # what runs a program of that system
suffix=   # of its programs

# on PROGRAM ARGUMENT…
on() {
  local program=$1
  shift
  timeout 900 "${runner[@]}" "$folder/program/$program$suffix" "$@" < /dev/null
}

# The code that a command ends with, and what it says, however lines end there.
ends() {
  local code=0
  on research "$@" > "$folder/said" 2>&1 || code=$?
  echo "research $* -> $code" >> "$given/codes.txt"
  tr -d '\r' < "$folder/said" | head -n 3 >> "$given/codes.txt"
}

produce_features() {
  local feature
  for feature in mfcc pitch chroma onset tempo beats; do
    on research features "$feature" music.wav > "$given/$feature.csv"
  done
}

produce_codes() {
  ends features mfcc missing.wav
  ends features mfcc .
  ends features mfcc empty.wav
  ends features mfcc text.wav
  ends features no-such-feature music.wav
  ends predict missing.rmodel music.wav
}

# Two experiments through the engine and its workers, from nothing: their tables, and the names of all that they stored, which are fingerprints and digests.
produce_tables() {
  local experiment
  RESEARCH_CACHE=$folder/cache on research run Digits.Histograms Digits.Mlp > "$folder/said" 2>&1 || { tail -n 20 "$folder/said" >&2; return 1; }
  for experiment in Digits/Histograms Digits/Mlp; do
    mkdir -p "$given/tables/$experiment"
    cp "artifacts/quick/$experiment"/*.csv "$given/tables/$experiment/"
  done
  (cd "$folder/cache/results" && find fingerprints objects -type f | LC_ALL=C sort) > "$given/stored.txt"
}

# produce SYSTEM [WHAT…]
produce() {
  folder=$work/$1 given=$work/$1/given
  local parts=("${@:2}") part
  [ ${#parts[@]} -gt 0 ] || parts=(features codes recordings trainings tables)
  mkdir -p "$given"
  if [ ! -d "$work/recordings" ]; then
    mkdir "$work/recordings"
    (cd "$work/recordings" && on research data export synthetic-music all > "$folder/said" 2>&1)
    cp "$(find "$work/recordings/all" -name '*.wav' | LC_ALL=C sort | head -n 1)" "$work/recordings/music.wav"
    : > "$work/recordings/empty.wav"
    echo "no sound" > "$work/recordings/text.wav"
  fi
  for part in "${parts[@]}"; do
    case $part in
      features | codes) (cd "$work/recordings" && "produce_$part") ;;
      recordings)
        on research data export synthetic-digits-course "$folder/recordings" > "$folder/said" 2>&1
        (cd "$folder/recordings" && find . -type f -exec sha256sum {} + | LC_ALL=C sort -k 2) > "$given/recordings.txt"
        ;;
      trainings) on Research.Probe | tr -d '\r' > "$given/trainings.txt" ;;
      tables) (cd "$work/checkout" && rm -rf artifacts && produce_tables) ;;
    esac
  done
}
