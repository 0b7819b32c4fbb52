"""Formants by linear prediction (Burg; Childers, 1978, Modern Spectrum Analysis) with the conventions of Praat's 'To Formant (burg)'."""

import numpy as np

EDGE_HZ = 50  # closer than this to 0 or half the rate is no formant
DEPTH = 50  # samples on either side under the interpolation of a change of rate
MARGIN = 1000  # zeros on either side of the signal before its upper band is removed


def at_rate(samples, rate, new):
    """Band-limited change of rate."""
    x = np.asarray(samples, float)
    if new == rate:
        return x
    if new < rate:
        points = 1 << int(np.ceil(np.log2(len(x) + 2 * MARGIN)))
        spectrum = np.fft.rfft(np.pad(x, (MARGIN, points - MARGIN - len(x))))
        packed = np.floor(new / rate * points)  # of a list that holds bin k at 2k and 2k + 1
        k = np.arange(len(spectrum))
        spectrum.real[2 * k >= packed - 1] = 0
        spectrum.imag[2 * k + 1 >= packed - 1] = 0
        x = np.fft.irfft(spectrum, points)[MARGIN : MARGIN + len(x)]
    duration = len(x) / rate
    count = int(np.floor(duration * new + 0.5))
    times = 0.5 * duration + (np.arange(count) - 0.5 * (count - 1)) / new
    return np.array([sinc_at(x, time * rate - 0.5) for time in times])


def sinc_at(x, place):
    below = int(np.floor(place))
    if place < 0 or below >= len(x) - 1:
        return x[0 if place < 0 else -1]
    if place == below:
        return x[below]
    depth = min(DEPTH, below + 1, len(x) - 1 - below)
    if depth <= 2:
        return _few(x, place, below, depth)
    n = np.arange(below - depth + 1, below + depth + 1)
    reach = np.where(n <= below, place - n[0] + 1, n[-1] - place + 1)
    return (x[n] * np.sinc(place - n) * (0.5 + 0.5 * np.cos(np.pi * (place - n) / reach))).sum()


def _few(x, place, below, depth):
    """At the ends: a straight line, or a cubic whose slopes are the mean ones."""
    part = place - below
    line = x[below] + part * (x[below + 1] - x[below])
    if depth < 2:
        return line
    left, right = 0.5 * (x[below + 1] - x[below - 1]), 0.5 * (x[below + 2] - x[below])
    step = x[below + 1] - x[below]
    return line - part * (1 - part) * (0.5 * (right - left) + (part - 0.5) * (left + right - 2 * step))


def predictor(frame, order):
    """Coefficients a of x[n] ≈ Σ a[i]·x[n − 1 − i] that make forward and backward errors least (Burg)."""
    forward, backward = frame[1:].copy(), frame[:-1].copy()
    a = np.zeros(0)
    for _ in range(order):
        energy = (forward**2 + backward**2).sum()
        if energy <= 0:
            return np.concatenate([a, np.zeros(order - len(a))])
        reflection = 2 * (forward @ backward) / energy
        a = np.append(a - reflection * a[::-1], reflection)
        forward, backward = (forward - reflection * backward)[1:], (backward - reflection * forward)[:-1]
    return a


def resonances(a, rate):
    """Hertz of the roots of the predictor, upper half plane, brought into the unit circle; ascending."""
    roots = np.roots(np.concatenate([[1], -a]))
    roots = np.where(np.abs(roots) > 1, 1 / np.conj(roots), roots)
    hertz = np.abs(np.angle(roots[roots.imag >= 0])) * rate / (2 * np.pi)
    return np.sort(hertz[(hertz >= EDGE_HZ) & (hertz <= rate / 2 - EDGE_HZ)])


def formants(samples, rate, ceiling, count=5, window=0.025, emphasis=50.0):
    """Times, and hertz of each frame, shape [frames, count], NaN where there are fewer."""
    x = at_rate(samples, rate, 2 * ceiling)
    duration, old, rate = len(samples) / rate, rate, 2 * ceiling
    apart = 1 / rate
    x = x - np.exp(-2 * np.pi * emphasis / rate) * np.concatenate([[0], x[:-1]])
    width, step = 2 * window, window / 4
    length = int(np.floor(width / apart))
    first = 0.5 / rate if old == rate else 0.5 * (duration - (len(x) - 1) / rate)  # the time of the first sample
    if length > len(x):
        length, times = len(x), np.array([0.5 * duration])
    else:
        # A frame's middle may fall on a sample: the order of the operations decides to which side it goes.
        long = len(x) * apart
        frames = int(np.floor((long - width) / step)) + 1
        times = first + 0.5 * (long - apart - (frames - 1) * step) + np.arange(frames) * step
    n = np.arange(1, length + 1) - 0.5 * (length + 1)
    shape = (np.exp(-48 * n**2 / (length + 1) ** 2) - np.exp(-12)) / (1 - np.exp(-12))
    hertz = np.full((len(times), count), np.nan)
    for t, time in enumerate(times):
        right = int(np.floor((time - first) / apart)) + 1
        start, end = max(0, right - length // 2), min(len(x), right + length // 2)
        frame = x[start:end]
        if np.any(frame):
            found = resonances(predictor(frame * shape[: len(frame)], 2 * count), rate)[:count]
            hertz[t, : len(found)] = found
    return times, hertz
