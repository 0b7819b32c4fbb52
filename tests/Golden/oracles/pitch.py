"""Pitch by autocorrelation as Boersma (1993), IFA Proceedings 17, describes it and Praat's 'To Pitch (ac)' does it, in numpy and scipy."""

from dataclasses import dataclass

import numpy as np
from scipy import optimize


@dataclass(frozen=True)
class Settings:
    """Praat's defaults."""

    step: float = 0.01
    floor: float = 75.0
    ceiling: float = 500.0
    candidates: int = 15
    silence: float = 0.03
    voicing: float = 0.45
    octave: float = 0.01
    octave_jump: float = 0.35
    voiced_unvoiced: float = 0.14


def frame_times(samples, rate, window, step):
    """As many frames as fit, about the middle; the order of the operations decides to which sample a frame between two belongs."""
    apart = 1 / rate
    duration = samples * apart
    count = int(np.floor((duration - window) / step)) + 1
    first = 0.5 * duration - 0.5 * (count * step) + 0.5 * step
    return first + np.arange(count) * step


def interpolated(r, lag, depth):
    """Band-limited interpolation of an even function of whole lags, under a raised cosine over `depth` lags on either side."""
    below = int(np.floor(np.real(lag)))
    if lag == below:
        return r[abs(below)]
    depth = min(depth, len(r) - 1 - below)
    n = np.arange(below - depth + 1, below + depth + 1)
    reach = np.where(n <= below, lag - n[0] + 1, n[-1] - lag + 1)
    return (r[np.abs(n)] * np.sinc(lag - n) * (0.5 + 0.5 * np.cos(np.pi * (lag - n) / reach))).sum()


def highest_near(r, lag, depth):
    """Place and height of the maximum within a lag of a whole lag; to the last digits, where the derivative is 0."""
    value = lambda x: interpolated(r, x, depth)
    derivative = lambda x: value(x + 1e-30j).imag  # the complex step
    found = optimize.minimize_scalar(lambda x: -value(x), bounds=(lag - 1, lag + 1), method="bounded", options={"xatol": 1e-9}).x
    around = found - 1e-5, found + 1e-5
    if derivative(around[0]) > 0 > derivative(around[1]) and np.floor(around[0]) == np.floor(around[1]):
        found = optimize.brentq(derivative, *around, xtol=1e-14)
    return found, value(found)


class Analysis:
    """The candidates of each frame: (hertz, strength), hertz 0 for unvoiced."""

    def __init__(self, samples, rate, settings):
        self.settings, self.rate = settings, rate
        x = np.asarray(samples, float)
        window = 3 / settings.floor
        self.times = frame_times(len(x), rate, window, settings.step)
        self.x, self.peak = x, np.abs(x - x.mean()).max()
        self.period = int(np.floor(rate / settings.floor))
        self.half = int(np.floor(window * rate)) // 2 - 1
        length = 2 * self.half
        self.shape = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(1, length + 1) / (length + 1))
        self.lags = length // 2  # the farthest lag that is looked at
        self.points = 1 << int(np.ceil(np.log2(length * 1.5)))
        self.own = self.autocorrelation(self.shape)
        self.longest = min(length // 3 + 2, length)

    def autocorrelation(self, frame):
        r = np.fft.irfft(np.abs(np.fft.rfft(frame, self.points)) ** 2, self.points)[: self.lags + 1]
        return r / r[0]

    def frame(self, time):
        """Intensity and candidates."""
        right = int(np.floor((time - 0.5 / self.rate) / (1 / self.rate))) + 1  # sample n lies at (n + 1/2)/rate
        around = self.x[max(0, right - self.period) : right + self.period]
        frame = (self.x[right - self.half : right + self.half] - around.mean()) * self.shape
        near = self.period // 2 + 1
        local = np.abs(frame[max(0, self.half - near) : self.half + near]).max()
        intensity = min(1.0, local / self.peak) if self.peak > 0 else 0.0
        if local == 0:
            return intensity, [(0.0, 0.0)]
        return intensity, [(0.0, 0.0), *self.voiced(self.autocorrelation(frame) / self.own)]

    def voiced(self, r):
        kept = []
        cheapness = lambda hertz, strength: strength - self.settings.octave * np.log2(self.settings.floor / hertz)
        for lag in range(2, min(self.longest, self.lags)):
            if r[lag] <= 0.5 * self.settings.voicing or not r[lag - 1] < r[lag] >= r[lag + 1]:
                continue
            place = lag + 0.5 * (r[lag + 1] - r[lag - 1]) / (2 * r[lag] - r[lag - 1] - r[lag + 1])
            strength = interpolated(r, place, 30)
            strength = 1 / strength if strength > 1 else strength
            kept.append((cheapness(self.rate / place, strength), lag))
            if len(kept) > self.settings.candidates - 1:
                kept.remove(min(kept))
        return [self.improved(r, lag) for _, lag in kept]

    def improved(self, r, lag):
        # Near the sample rate Praat interpolates more deeply.
        place, strength = highest_near(r, lag, 700 if lag < 1 / 0.3 else 70)
        return self.rate / place, 1 / strength if strength > 1 else strength


def best_path(frames, settings, ceiling, step):
    """The candidate of each frame on the path of the greatest strength less costs (Viterbi)."""
    per_step = 0.01 / step
    is_voiced = lambda hertz: (hertz > 0) & (hertz < ceiling)
    total, back, before = None, [], None
    for intensity, candidates in frames:
        hertz, strength = np.array(candidates).T
        unvoiced = settings.voicing + max(0, 2 - intensity * (1 + settings.voicing) / settings.silence)
        voiced = is_voiced(hertz)
        octaves = np.log2(ceiling / np.where(voiced, hertz, ceiling))
        own = np.where(voiced, strength - settings.octave * octaves, unvoiced)
        if total is None:
            total = own
        else:
            jump = np.abs(np.log2(np.where(voiced, hertz, 1)[:, None] / np.where(is_voiced(before), before, 1)))
            both, one = voiced[:, None] & is_voiced(before), voiced[:, None] != is_voiced(before)
            cost = np.where(both, settings.octave_jump * jump, np.where(one, settings.voiced_unvoiced, 0)) * per_step
            reached = total - cost
            back.append(reached.argmax(axis=1))
            total = reached.max(axis=1) + own
        before = hertz
    path = [int(total.argmax())]
    for choices in reversed(back):
        path.append(int(choices[path[-1]]))
    return path[::-1]


def pitch(samples, rate, settings=Settings()):
    """Times, hertz (NaN where unvoiced), strength and intensity of each frame."""
    analysis = Analysis(samples, rate, settings)
    frames = [analysis.frame(time) for time in analysis.times]
    ceiling = min(settings.ceiling, rate / 2)
    chosen = [frame[1][place] for frame, place in zip(frames, best_path(frames, settings, ceiling, settings.step))]
    hertz, strength = np.array(chosen).T
    voiced = (hertz > 0) & (hertz < ceiling)
    return analysis.times, np.where(voiced, hertz, np.nan), np.where(voiced, strength, 0), np.array([i for i, _ in frames])
