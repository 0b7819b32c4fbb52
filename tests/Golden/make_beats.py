"""Makes beats.json: what mir_eval gives for sequences of beats, in seconds.

Made with mir_eval 0.8.2, numpy 1.24.2 and scipy 1.10.1; 15 significant digits. Deterministic (fixed seed).
Run: PYTHONPATH=<mir_eval> /usr/bin/python3 make_beats.py
"""
import json
from pathlib import Path

import numpy as np
from mir_eval import beat


def drifting(rng, count, period):
    return np.cumsum(period * (1 + 0.03 * rng.normal(size=count))) + rng.random()


def tracked(rng, truth, kind):
    """What a tracker might give: near, another metrical level, another phase, with beats missing or too many."""
    near = truth + 0.03 * rng.normal(size=len(truth))
    middle = (truth[1:] + truth[:-1]) / 2
    return {
        'near': near,
        'far': truth + 0.09 * rng.normal(size=len(truth)),
        'double': np.concatenate([near, middle]),
        'half': near[::2],
        'half, odd': near[1::2],
        'off': middle,
        'third': near[::3],
        'some': near[rng.random(len(near)) < 0.7],
        'more': np.concatenate([near, truth[0] + rng.random(len(near) // 2) * (truth[-1] - truth[0])]),
        'slower': truth[0] + 1.04 * (truth - truth[0]),
        'one': near[:1],
        'two': near[:2],
        'none': near[:0],
    }[kind]


def case(rng, count, period, kind):
    truth = np.round(drifting(rng, count, period), 3)
    beats = np.unique(np.round(tracked(rng, truth, kind), 3))
    scores = {}
    for name, first in (('whole', 0.0), ('trimmed', 5.0)):
        pair = beat.trim_beats(truth, first), beat.trim_beats(beats, first)
        _, cmlt, _, amlt = beat.continuity(*pair)
        scores[name] = [float(f'{float(value):.15g}') for value in (beat.f_measure(*pair), cmlt, amlt)]
    return {'kind': kind, 'truth': truth.tolist(), 'tracked': beats.tolist(), **scores}


def main():
    rng = np.random.default_rng(31)
    kinds = ['near', 'far', 'double', 'half', 'half, odd', 'off', 'third', 'some', 'more', 'slower', 'one', 'two', 'none']
    cases = [case(rng, count, period, kind) for kind in kinds for count, period in ((40, 0.5), (17, 0.83), (4, 1.5))]
    lines = ',\n'.join(json.dumps(item) for item in cases)
    Path(__file__).with_name('beats.json').write_text('{"cases": [\n' + lines + '\n]}\n')


if __name__ == '__main__':
    main()
