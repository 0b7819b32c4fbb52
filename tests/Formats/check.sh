#!/usr/bin/env bash
# Runs the validators of other projects over 'research export' of both profiles: ro-crate-js, a JSON-LD processor, the CycloneDX library, ajv, Citation.js,
# Hugging Face's tasks, and the CycloneDX tool for .NET, whose packages are compared with ours. A minute or two; what it fetches goes below artifacts/formats.
#
# usage: tests/Formats/check.sh [TOOL]     the tool to check; ./research.sh where none is named
#
# With FORMAT_SCHEMAS=FOLDER it also runs what npm does not have, over clones of these repositories in that folder: crs4/rocrate-validator (the SHACL shapes
# of RO-Crate and its profiles), citation-file-format/citation-file-format and zenodraft/metadata-schema-zenodo (JSON schemas), mlcommons/croissant (mlcroissant).
#
# Needs Node.js with npm, the .NET SDK, and their registries; where one is missing it says so and exits with 77, which CI counts as skipped.
set -uo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$root/artifacts/formats
tools=$work/tools
tool=${1:-$root/research.sh}
export RESEARCH_CHECKOUT=$root

skip() { echo "skipped: formats by other projects' validators ($1)"; exit 77; }
command -v node > /dev/null && command -v npm > /dev/null || skip "Node.js is not here"
mkdir -p "$tools"
cp "$root/tests/Formats/package.json" "$tools/"
npm install --prefix "$tools" --no-audit --no-fund --ignore-scripts --loglevel=error || skip "npm cannot fetch the validators"

failed=0
for profile in paper quick; do
  rm -rf "${work:?}/$profile" "${work:?}/again"
  "$tool" export --profile "$profile" --output "$work/$profile" > /dev/null || failed=1
  "$tool" export --profile "$profile" --output "$work/again" > /dev/null || failed=1
  diff -r "$work/$profile" "$work/again" && echo "passed  profile $profile: the same bytes when made twice" || failed=1
  node "$root/tests/Formats/check.mjs" "$tools" "$work/$profile" || failed=1
  [ -z "${FORMAT_SCHEMAS:-}" ] || "$root/tests/Formats/schemas.sh" "$tools" "$work/$profile" "$FORMAT_SCHEMAS" || failed=1
done

# Another reading of the same lock files: names and versions of the packages that the tool itself needs.
if dotnet tool install CycloneDX --version 6.3.1 --tool-path "$tools/cyclonedx" > /dev/null 2>&1 || [ -x "$tools/cyclonedx/dotnet-CycloneDX" ]; then
  "$tools/cyclonedx/dotnet-CycloneDX" "$root/src/Cli/Cli.csproj" --recursive --disable-package-restore --output "$work" --filename cli.cdx.json --output-format Json > "$work/cyclonedx.log" 2>&1 \
    && node "$root/tests/Formats/packages.mjs" "$work/cli.cdx.json" "$work/paper/bom.cdx.json" || { tail -n 5 "$work/cyclonedx.log"; failed=1; }
else
  echo "skipped: the CycloneDX tool (it cannot be installed here)"
fi
[ -n "${FORMAT_SCHEMAS:-}" ] || echo "skipped: SHACL shapes of RO-Crate, schemas of CITATION.cff and .zenodo.json, mlcroissant (FORMAT_SCHEMAS names no folder)"
exit $failed
