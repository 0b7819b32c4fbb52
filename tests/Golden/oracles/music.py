"""Chroma, onset strength, tempogram, tempo and beats with librosa 0.10.2's conventions, from their definitions.

Chroma: Ellis (2007), "Chroma feature analysis and synthesis". Tempogram: Grosche, Müller and Kurth (2010), ICASSP.
Beats: Ellis (2007), J. New Music Research 36(1). Everything is double; frames are rows.
"""

import numpy as np
from scipy import signal

import spectral

TINY = np.finfo(float).tiny


def peaks(power):
    """Local maxima over a tenth of the frame's largest value, as (frame, bin), with the parabola's shift and its value there."""
    frame, bin_ = np.nonzero(
        (power[:, 1:-1] > power[:, :-2]) & (power[:, 1:-1] >= power[:, 2:]) & (power[:, 1:-1] > 0.1 * power.max(axis=1, keepdims=True))
    )
    bin_ = bin_ + 1
    below, here, above = (power[frame, bin_ + d] for d in (-1, 0, 1))
    slope, bend = (above - below) / 2, above + below - 2 * here
    shift = np.where(np.abs(slope) < np.abs(bend), -slope / np.where(bend == 0, 1, bend), 0)
    return frame, bin_, shift, here + 0.5 * slope * shift


def tuning(power, rate, length):
    """Deviation from A 440 in semitones, in hundredths, -0.5 to 0.49: the fullest bin of the histogram."""
    _, bin_, shift, height = peaks(power)
    hertz = bin_ * rate / length
    inside = (150 <= hertz) & (hertz < min(4000, rate / 2))
    hertz, height = ((bin_ + shift) * rate / length)[inside], height[inside]
    if not len(hertz):
        return 0.0
    octaves = np.log2(hertz[height >= np.median(height)] / 27.5)
    residual = np.mod(12 * octaves, 1.0)
    counts, edges = np.histogram(np.where(residual >= 0.5, residual - 1, residual), np.linspace(-0.5, 0.5, 101))
    return edges[np.argmax(counts)]


def chroma_filters(rate, length, tuning_):
    """Shape [12, bins], C first."""
    octaves = np.log2(np.arange(1, length) * rate / length / (440 * 2 ** (tuning_ / 12) / 16))
    place = 12 * np.concatenate([[octaves[0] - 1.5], octaves])
    width = np.append(np.maximum(np.diff(place), 1), 1)
    distance = np.mod(place - np.arange(12)[:, None] + 126, 12) - 6
    weights = np.exp(-0.5 * (2 * distance / width) ** 2)
    weights /= np.sqrt((weights**2).sum(axis=0))
    weights *= np.exp(-0.5 * ((place / 12 - 5) / 2) ** 2)
    return np.roll(weights, -3, axis=0)[:, : length // 2 + 1]


def chroma(samples, rate, length=2048, hop=512, tuning_=None):
    """The tuning, and shape [frames, 12]."""
    power = spectral.magnitudes(samples, length, hop) ** 2
    tuning_ = tuning(power, rate, length) if tuning_ is None else tuning_
    return tuning_, to_one(power @ chroma_filters(rate, length, tuning_).T)


def to_one(rows):
    largest = np.abs(rows).max(axis=1, keepdims=True)
    return rows / np.where(largest < TINY, 1, largest)


def onset_strength(samples, rate, length=2048, hop=512, over_bands=np.mean):
    decibels = spectral.decibels(spectral.mel_power(samples, rate, length, hop))
    rise = over_bands(np.maximum(0, np.diff(decibels, axis=0)), axis=1)
    return np.concatenate([np.zeros(1 + length // (2 * hop)), rise])[: len(decibels)]


def tempogram(onset, window):
    """Shape [frames, window]: one lag a column."""
    padded = np.pad(onset, window // 2, mode="linear_ramp", end_values=0)
    frames = np.lib.stride_tricks.sliding_window_view(padded, window)[: len(onset)] * signal.get_window("hann", window)
    spectrum = np.abs(np.fft.rfft(frames, 2 * window, axis=1)) ** 2
    return to_one(np.fft.irfft(spectrum, 2 * window, axis=1)[:, :window])


def tempo(onset, rate, hop=512, local=False):
    """Beats a minute: 120 as the prior's centre, an octave as its width, below 320; over eight seconds."""
    window = int(8 * rate) // hop
    lags = tempogram(onset, window)
    lags = lags[:, 1:] if local else lags[:, 1:].mean(axis=0)
    candidates = 60 * rate / (hop * np.arange(1.0, window))
    prior = np.where(candidates < 320, -0.5 * np.log2(candidates / 120) ** 2, -np.inf)
    return candidates[np.argmax(np.log1p(1e6 * lags) + prior, axis=-1)]


def local_maxima(values):
    rises = np.append(False, values[1:] > values[:-1])
    return rises & np.append(values[:-1] >= values[1:], True)


def beats(onset, tempo_, rate, hop=512, tightness=100):
    """Frames of the beats, without those before the first and after the last strong frame."""
    period = round(60 * rate / hop / tempo_)
    bump = np.exp(-0.5 * (np.arange(-period, period + 1) * 32 / period) ** 2)
    score = signal.convolve(onset / (onset.std(ddof=1) + TINY), bump, "same", method="direct")
    path = _path(score, period, tightness)
    smooth = np.convolve(score[path], np.hanning(5))[2 : len(score) + 2]
    strong = np.flatnonzero(score > 0.5 * np.sqrt((smooth**2).mean()))
    return path[(path >= strong[0]) & (path <= strong[-1])]


def _path(score, period, tightness):
    back = np.arange(int(np.round(period / 2)), 2 * period + 1)  # nearest first
    penalty = tightness * np.log(back / period) ** 2
    sums, links, begun = score.copy(), np.full(len(score), -1), False
    for t in range(len(score)):
        reached = back[back <= t]
        begun = begun or score[t] >= 0.01 * score.max()
        if len(reached):
            candidates = sums[t - reached] - penalty[: len(reached)]
            best = int(np.argmax(candidates))
            sums[t] += candidates[best]
            links[t] = t - reached[best] if begun else -1
    ends = local_maxima(sums)
    path = [int(np.flatnonzero(ends & (sums >= 0.5 * np.median(sums[ends])))[-1])]
    while links[path[-1]] >= 0:
        path.append(int(links[path[-1]]))
    return np.array(path[::-1])


def pulses(rate, seconds, period, hits):
    """Decaying sines at shares of a period: hits are (share, hertz, level)."""
    t = np.arange(int(seconds * rate)) / rate
    return sum(level * np.exp(-40 * phase) * np.sin(2 * np.pi * hertz * phase) for share, hertz, level in hits for phase in [np.mod(t - share * period, period)])
