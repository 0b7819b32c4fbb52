"""Makes fft.json: real-input discrete Fourier transforms of stored random signals.

Made with Python 3.11.2 and numpy 1.24.2 (numpy.fft.rfft: X[k] = sum x[n] exp(-2 pi i k n / N), no scaling);
15 significant digits.  Each stored bin is checked against a direct sum.  Lengths above 50 keep only some bins.
energy = sum of |X[k]|^2 over the bins k = 0 .. n//2 of the rfft (not doubled).
Deterministic (fixed seed).  Run: /usr/bin/python3 make_fft.py
"""
import json
from pathlib import Path

import numpy as np

LENGTHS = (1, 2, 3, 4, 5, 7, 8, 12, 16, 30, 97, 100, 121, 200, 211, 256, 400)


def num(v):
    return float(f'{float(v):.15g}')


def main():
    rng = np.random.default_rng(31)
    cases = []
    for n in LENGTHS:
        x = np.round(rng.uniform(-1, 1, n), 6)
        spectrum = np.fft.rfft(x)
        bins = list(range(n // 2 + 1)) if n <= 50 else [0, 1, 2, n // 4, n // 3, n // 2]
        for k in bins:
            turns = (k * np.arange(n) % n) / n
            assert abs(np.sum(x * np.exp(-2j * np.pi * turns)) - spectrum[k]) < 1e-12
        cases.append({'n': n, 'signal': x.tolist(), 'bins': bins,
                      're': [num(spectrum[k].real) for k in bins], 'im': [num(spectrum[k].imag) for k in bins],
                      'energy': num(np.sum(np.abs(spectrum) ** 2))})
    Path(__file__).with_name('fft.json').write_text(json.dumps({'cases': cases}) + '\n')


if __name__ == '__main__':
    main()
