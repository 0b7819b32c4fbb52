"""Fréchet distance, precision and recall of sets of vectors by numpy and scipy. Run: python3 make_generated_sets.py (numpy 1.24, scipy 1.10)."""

import json
import os

import numpy as np
from scipy.linalg import sqrtm


def rows(seed, items, dims, scale, shift):  # value i: ((7919 seed + 40503 i + 12345 + i*i*31) mod 65536)/65536 - 0.5, scaled and shifted
    i = np.arange(items * dims, dtype=np.int64)
    return (((7919 * seed + 40503 * i + 12345 + i * i * 31) % 65536) / 65536 - 0.5).reshape(items, dims) * scale + shift


def frechet(a, b):
    one, two = np.cov(a, rowvar=False), np.cov(b, rowvar=False)
    root = sqrtm(one @ two)
    return float(((a.mean(0) - b.mean(0)) ** 2).sum() + np.trace(one) + np.trace(two) - 2 * np.trace(root).real)


def inside(items, others, k):
    between = np.linalg.norm(others[:, None] - others[None], axis=2)
    radii = np.sort(between, axis=1)[:, k]  # the first is the item itself
    return float((np.linalg.norm(items[:, None] - others[None], axis=2) <= radii).any(axis=1).mean())


cases = []
for seeds, items, dims, scale, shift in [((1, 2), (60, 50), 5, 1.0, 0.0), ((3, 4), (40, 45), 8, 1.3, 0.1), ((5, 6), (30, 30), 3, 0.5, 0.2)]:
    a, b = rows(seeds[0], items[0], dims, 1.0, 0.0), rows(seeds[1], items[1], dims, scale, shift)
    cases.append({"seeds": seeds, "items": items, "dims": dims, "scale": scale, "shift": shift, "frechet": frechet(a, b), "precision": inside(b, a, 3), "recall": inside(a, b, 3)})
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "generated_sets.json"), "w") as file:
    json.dump({"cases": cases}, file)
    file.write("\n")
