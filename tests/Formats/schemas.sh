#!/usr/bin/env bash
# Shapes and schemas that lie in repositories of their own: tests/Formats/schemas.sh TOOLS EXPORT SCHEMAS; check.sh calls it and says what SCHEMAS holds.
set -uo pipefail
tools=$1 folder=$2 schemas=$3
here=$(cd "$(dirname "$0")" && pwd)
failed=0

node "$here/shapes.mjs" "$tools" "$folder" "$schemas/rocrate-validator/rocrate_validator/profiles" || failed=1
node "$here/schemas.mjs" "$tools" "$folder/CITATION.cff" "$schemas/citation-file-format/schema.json" || failed=1
node "$here/schemas.mjs" "$tools" "$folder/.zenodo.json" "$schemas/metadata-schema-zenodo/schema.json" || failed=1
if python3 -c 'import rdflib, pandas, networkx, jsonpath_rw, absl, etils' 2> /dev/null; then
  PYTHONPATH=$schemas/croissant/python/mlcroissant${PYTHONPATH:+:$PYTHONPATH} python3 "$here/croissant.py" "$folder/croissant" || failed=1
else
  echo "skipped: mlcroissant (python3 lacks one of rdflib, pandas, networkx, jsonpath_rw, absl, etils)"
fi
exit $failed
