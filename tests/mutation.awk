# Reads Stryker's report: the score of a project, and each change that no test noticed and docs/mutation.csv does not list as equivalent.
# Variables: project, lowest (per cent) and table (docs/mutation.csv).

function field(text, name) { # the string or number after "name":
  if (!match(text, "\"" name "\":(\"[^\"]*|[0-9]+)")) return ""
  text = substr(text, RSTART, RLENGTH)
  sub("\"" name "\":\"?", "", text)
  gsub(/\\u0022/, "\"", text)
  gsub(/\\u0026/, "\\&", text)
  gsub(/\\u0027/, "'", text)
  gsub(/\\u002B/, "+", text)
  gsub(/\\u003C/, "<", text)
  gsub(/\\u003E/, ">", text)
  gsub(/(\\r)?\\n */, " ", text)
  return text
}

function line_of(file, number,    text, i) {
  for (i = 0; i < number + 0; i++) if ((getline text < file) <= 0) break
  close(file)
  gsub(/^[ \t]+|[ \t\r]+$/, "", text)
  return text
}

function quoted(text) { gsub(/"/, "\"\"", text); return "\"" text "\"" }

BEGIN {
  while ((getline row < table) > 0) rows[++count] = row
}

{
  gsub(/\{"id":"/, "\n&")
  gsub(/"[^"]*":\{"language":/, "\n&")
  parts = split($0, part, "\n")
  for (i = 1; i <= parts; i++) {
    if (part[i] ~ /^"[^"]*":\{"language":/) {
      file = part[i]
      sub(/^"/, "", file)
      sub(/".*/, "", file)
      continue
    }
    status = field(part[i], "status")
    if (status == "Killed" || status == "Timeout") noticed++
    if (status != "Survived" && status != "NoCoverage") continue
    number = field(part[i], "line")
    start = substr(file, index(file, "/src/") + 1) "," quoted(line_of(file, number)) "," quoted(field(part[i], "mutatorName") ": " field(part[i], "replacement")) ","
    known = 0
    for (r = 1; r <= count; r++) known = known || index(rows[r], start) == 1
    if (known) { equal++; continue }
    left++
    print "  line " number (status == "NoCoverage" ? ", no test reaches it: " : ": ") start
  }
}

END {
  tried = noticed + left
  if (!tried) { print "mutation: " project ": nothing to mutate"; exit 0 }
  score = 100 * noticed / tried
  printf "mutation: %s: %d mutants, %d noticed, %d not, %d more are equivalent: %.1f %% (at least %d)\n", project, tried, noticed, left, equal, score, lowest
  exit score < lowest
}
