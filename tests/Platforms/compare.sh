# Compares what another system gave with what this machine gave. Read by check.sh.

# same_part SYSTEM NAME PATTERN: the files whose names match, all of this machine's there and the same.
same_part() {
  local folder name pattern=$3
  for folder in here "$1"; do
    rm -rf "$work/compared/$folder"
    mkdir -p "$work/compared/$folder"
    find "$work/$folder/given" -maxdepth 1 -name "$pattern" -exec cp {} "$work/compared/$folder/" \;
  done
  [ -n "$(ls "$work/compared/here")" ] || { ill "$1: $2: nothing to compare"; return; }
  same "$1: $2" "$work/compared/here" "$work/compared/$1"
}

# tables_of SYSTEM: its tables are the committed ones, and what it stored has the names that it has here: fingerprints, and digests of every output.
tables_of() {
  local experiment table
  for experiment in Digits/Histograms Digits/Mlp; do
    mkdir -p "$work/committed/$experiment"
    for table in "$work/here/given/tables/$experiment"/*.csv; do
      cp "$root/results/quick/$experiment/$(basename "$table")" "$work/committed/$experiment/"
    done
  done
  same "$1: tables of two experiments are the committed ones" "$work/committed" "$work/$1/given/tables"
  same "$1: fingerprints and digests of all that they stored" "$work/here/given/stored.txt" "$work/$1/given/stored.txt"
}
