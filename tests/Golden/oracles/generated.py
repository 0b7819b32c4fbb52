"""Utterances that Python and C# make to the same sample (tests/Features.Tests/Utterances.cs is the twin).

Pulses and noise of a linear congruential generator, in whole numbers, through resonators whose coefficients are 4096ths:
only additions and multiplications of doubles, in a stated order, so every bit is the same everywhere.
"""

import hashlib

import numpy as np

# Rate, noise seed, resonators (each y[n] = x[n] + b/4096·y[n−1] + c/4096·y[n−2]), stretches.
# A stretch: samples, first and last period of the pulses (0: none), what the noise is divided by (0: none).
UTTERANCES = {
    "rising": {
        "rate": 8000,
        "seed": 1,
        "resonators": [(7087, -3862), (4132, -3816), (-2991, -3728), (-6559, -3612)],
        "stretches": [(400, 0, 0, 4000), (2200, 72, 52, 2000), (900, 0, 0, 40), (1600, 50, 66, 2000), (300, 0, 0, 4000)],
    },
    "low": {
        "rate": 8000,
        "seed": 2,
        "resonators": [(7734, -3907), (-618, -3787), (-4067, -3698), (-6932, -3556)],
        "stretches": [(500, 0, 0, 0), (1500, 84, 92, 300), (400, 0, 0, 30), (200, 0, 0, 0), (1400, 90, 101, 800)],
    },
    "wideband": {
        "rate": 16000,
        "seed": 3,
        "resonators": [(7917, -3977), (6679, -3938), (4428, -3877), (1543, -3816), (-2415, -3728)],
        "stretches": [(800, 0, 0, 3000), (4000, 110, 76, 1500), (1700, 0, 0, 60), (3600, 82, 124, 700), (2300, 0, 0, 3000), (3700, 96, 88, 2500)],
    },
}  # fmt: skip


def source(stretches, seed):
    values, state, rest = [], seed, 0
    for count, first, last, divisor in stretches:
        for n in range(count):
            state = (1103515245 * state + 12345) % 2**31
            value = ((state >> 15) - 32768) / divisor if divisor else 0.0
            if first:
                rest -= 1
                if rest <= 0:
                    rest = first + (last - first) * n // count
                    value += 1000.0
            values.append(value)
        rest = 0
    return values


def resonate(values, b, c):
    b, c, before, earlier, result = b / 4096, c / 4096, 0.0, 0.0, []
    for value in values:
        before, earlier = (value + b * before) + c * earlier, before
        result.append(before)
    return result


def utterance(name):
    """The rate, and int16 samples whose peak is 20000."""
    made = UTTERANCES[name]
    values = source(made["stretches"], made["seed"])
    for b, c in made["resonators"]:
        values = resonate(values, b, c)
    peak = max(abs(value) for value in values)
    return made["rate"], np.array([round(20000 * (value / peak)) for value in values], "<i2")


def digest(samples):
    """SHA-256 of the little-endian samples: what the twin is held to."""
    return hashlib.sha256(samples.astype("<i2").tobytes()).hexdigest()
