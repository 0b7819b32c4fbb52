"""Oracles that scipy and numpy give: a change of sample rate, and pyAudioAnalysis's harmonic ratio.

Run: python3 make_sampling.py (numpy 1.24, scipy 1.10). Writes rate_change.json and harmonic_ratio.json beside it.
"""

import json
import math
import os

import numpy as np
from scipy import signal

HERE = os.path.dirname(os.path.abspath(__file__))


def tone(rate, seconds):
    t = np.arange(int(rate * seconds)) / rate
    return 0.5 * np.sin(2 * np.pi * 440 * t) + 0.2 * np.sin(2 * np.pi * 3100 * t + 0.3) + 0.1 * np.cos(2 * np.pi * 90 * t * (1 + t))


def rate_change(old, new):
    common = math.gcd(old, new)
    up, down = new // common, old // common
    widest = max(up, down)
    half = 64 * widest
    window = signal.firwin(2 * half + 1, 0.9475937167399596 / widest, window=("kaiser", 14.769656459379492))
    x = tone(old, 0.05)
    y = signal.resample_poly(x, up, down, window=window)
    return {"from": old, "to": new, "samples": len(x), "y": y.tolist()}


def harmonic(frame, rate):
    """The definition of Giannakopoulos and Pikrakis with the program's index conventions, written out anew."""
    eps = np.finfo(float).eps
    longest = int(np.round(0.016 * rate)) - 1
    full = np.correlate(frame, frame, mode="full")
    energy = full[len(frame) - 1]
    r = full[len(frame):-1]
    changes = np.nonzero(np.diff(np.sign(r)))[0]
    first = len(r) - 1 if len(changes) == 0 else changes[0]
    if longest > len(r):
        longest = len(r) - 1
    gamma = np.zeros(longest)
    cumulative = np.cumsum(frame**2)
    gamma[first:longest] = r[first:longest] / (np.sqrt(energy * cumulative[longest:first:-1]) + eps)
    crossings = np.sum(np.abs(np.diff(np.sign(gamma)))) / 2 / (len(gamma) - 1)
    if crossings > 0.15:
        return 0.0, 0.0
    ratio, lag = float(np.max(gamma)), int(np.argmax(gamma))
    hertz = rate / (lag + eps)
    return ratio, 0.0 if hertz > 5000 or ratio < 0.1 else float(hertz)


def frames():
    rate, n = 16000, 400
    t = np.arange(n) / rate
    rng = np.random.RandomState(3)
    yield "tone 210 Hz", rate, np.sin(2 * np.pi * 210 * t)
    yield "harmonics of 137 Hz", rate, sum(np.sin(2 * np.pi * 137 * k * t + k) / k for k in range(1, 9))
    yield "noise", rate, rng.randn(n)
    yield "tone in noise", rate, np.sin(2 * np.pi * 180 * t) + 0.3 * rng.randn(n)
    yield "silence", rate, np.zeros(n)
    yield "short frame", 8000, np.sin(2 * np.pi * 300 * np.arange(100) / 8000)


def write(name, value):
    with open(os.path.join(HERE, name), "w", encoding="utf-8") as file:
        json.dump(value, file)
        file.write("\n")


write("rate_change.json", [rate_change(24000, 16000), rate_change(44100, 16000), rate_change(8000, 16000), rate_change(16000, 8000)])
write(
    "harmonic_ratio.json",
    [
        {"name": name, "rate": rate, "frame": frame.tolist(), "ratio": harmonic(frame, rate)[0], "hertz": harmonic(frame, rate)[1]}
        for name, rate, frame in frames()
    ],
)
