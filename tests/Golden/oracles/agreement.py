"""How far an oracle is from the real tool's stored values."""

import json

import numpy as np


class Agreement:
    """Collects differences, relative to the larger of a value and a floor; refuses those above what is allowed."""

    def __init__(self, tool, allowed):
        self.tool, self.allowed, self.worst, self.count = tool, allowed, 0.0, 0

    def add(self, what, expected, actual, floor=1.0):
        expected, actual = np.asarray(expected, float), np.asarray(actual, float)
        assert expected.shape == actual.shape, (what, expected.shape, actual.shape)
        assert (np.isnan(expected) == np.isnan(actual)).all(), f"{what}: undefined in one, a number in the other"
        known = ~np.isnan(expected)
        differences = np.abs(expected - actual)[known] / np.maximum(np.abs(expected[known]), floor)
        worst = float(differences.max(initial=0))
        assert worst <= self.allowed, f"{what}: differs by {worst:.3g}, allowed are {self.allowed:g}"
        self.worst, self.count = max(self.worst, worst), self.count + int(known.sum())

    def __str__(self):
        return f"{self.count} values of {self.tool} agree within {self.worst:.1e}"


def significant(values, digits=12):
    """Lists, to that many digits; not a number becomes null."""
    if isinstance(values, (list, tuple, np.ndarray)):
        return [significant(value, digits) for value in values]
    return None if np.isnan(values) else float(f"{float(values):.{digits}g}")


def write(path, value):
    """One line a top-level entry's entry: a changed value is a changed line."""
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace('},"', '},\n"') + "\n", encoding="utf-8")
