"""Reads every Croissant file with mlcroissant, the format's own library: croissant.py FOLDER. Errors fail; warnings are counted and told once."""

import collections
import glob
import logging
import os
import re
import sys

import mlcroissant

logging.disable(logging.CRITICAL)  # it logs what its issues hold
failed = 0
warnings = collections.Counter()
files = sorted(glob.glob(os.path.join(sys.argv[1], "*.json")))
for path in files:
    try:
        issues = mlcroissant.Dataset(jsonld=path).metadata.ctx.issues
    except mlcroissant.ValidationError as error:
        failed += 1
        print(f"FAILED  Croissant: mlcroissant: {os.path.basename(path)}: {error}")
        continue
    for line in issues.report().splitlines()[1:]:
        warnings[re.sub(r"MAJOR.MINOR.PATCH: .*", "MAJOR.MINOR.PATCH", re.sub(r"\[.*?\] ", "", line.strip(" -")))] += 1
print(f"{'FAILED' if failed or not files else 'passed'}  Croissant: mlcroissant reads {len(files) - failed} of {len(files)} files")
for warning, count in warnings.items():
    print(f"told    Croissant: {count} times {warning}")
sys.exit(1 if failed or not files else 0)
