"""The 34 short-term features of pyAudioAnalysis, from their definitions, with the program's conventions.

Giannakopoulos (2015), PLOS ONE 10(12). The conventions that are its own: bins counted from one (centroid, pitch classes), filters that read
bin k at k·rate/bins, a pitch-class table in which the last write stays and indices below zero count from the end.
"""

import numpy as np
from scipy import fft

EPS = np.finfo(float).eps


def frames_of(samples, window, step):
    x = np.asarray(samples, float) / 2**15
    x = x - x.mean()
    x = x / (np.abs(x).max() + 1e-10)
    return np.lib.stride_tricks.sliding_window_view(x, window)[::step]


def block_entropy(rows):
    length = rows.shape[1] // 10
    blocks = np.square(rows[:, : 10 * length]).reshape(len(rows), 10, length).sum(axis=2)
    share = blocks / (np.square(rows).sum(axis=1, keepdims=True) + EPS)
    return -(share * np.log2(share + EPS)).sum(axis=1)


def centroid_and_spread(magnitudes, rate):
    bins = magnitudes.shape[1]
    hertz = np.arange(1, bins + 1) * rate / (2 * bins)
    top = magnitudes.max(axis=1, keepdims=True)
    weights = magnitudes / np.where(top == 0, EPS, top)
    whole = weights.sum(axis=1) + EPS
    centre = weights @ hertz / whole
    spread = np.sqrt((weights * (hertz - centre[:, None]) ** 2).sum(axis=1) / whole)
    return centre / (rate / 2), spread / (rate / 2)


def flux(magnitudes):
    shares = magnitudes / (magnitudes + EPS).sum(axis=1, keepdims=True)
    return np.square(np.diff(shares, axis=0, prepend=shares[:1])).sum(axis=1)


def rolloff(magnitudes, share):
    power = np.square(magnitudes)
    above = np.cumsum(power, axis=1) + EPS > share * power.sum(axis=1, keepdims=True)
    return np.where(above.any(axis=1), above.argmax(axis=1) / magnitudes.shape[1], 0)


def filters(rate, bins):
    """Slaney's forty triangles: 13 centres every 200/3 Hz, then 27 in a ratio; unit area; on bins at k·rate/bins."""
    even = 133.33 + np.arange(13) * 200 / 3
    edges = np.concatenate([even, even[-1] * 1.0711703 ** np.arange(1, 30)])
    hertz = np.arange(bins) * rate / bins
    low, centre, high = edges[:-2, None], edges[1:-1, None], edges[2:, None]
    rising, falling = (hertz - low) / (centre - low), (high - hertz) / (high - centre)
    return np.maximum(0, np.minimum(rising, falling)) * 2 / (high - low)


def cepstra(magnitudes, rate):
    logs = np.log10(magnitudes @ filters(rate, magnitudes.shape[1]).T + EPS)
    return fft.dct(logs, type=2, norm="ortho", axis=1)[:, :13]


def pitch_classes(magnitudes, rate):
    bins = magnitudes.shape[1]
    semitone = np.round(12 * np.log2(np.arange(1, bins + 1) * rate / (2 * bins) / 27.5)).astype(int)
    assert semitone.max() < bins, "the program fails on so few bins"
    sharing = (semitone[:, None] == semitone).sum(axis=1)
    power = np.square(magnitudes)
    classes = np.zeros((len(magnitudes), 12))
    for t, row in enumerate(power):
        table = np.zeros(-(-bins // 12) * 12)
        inside = np.zeros(bins)
        inside[semitone] = row  # numpy: the last write stays
        table[:bins] = inside / sharing[semitone]
        classes[t] = table.reshape(-1, 12).sum(axis=0)
    whole = power.sum(axis=1, keepdims=True)
    return classes / np.where(whole == 0, EPS, whole)


def features(samples, rate, window, step):
    """Shape [frames, 34]."""
    x = frames_of(samples, window, step)
    magnitudes = np.abs(np.fft.fft(x, axis=1))[:, : window // 2] / (window // 2)
    crossings = np.abs(np.diff(np.sign(x), axis=1)).sum(axis=1) / 2 / (window - 1)
    classes = pitch_classes(magnitudes, rate)
    return np.column_stack(
        [
            crossings,
            np.square(x).mean(axis=1),
            block_entropy(x),
            *centroid_and_spread(magnitudes, rate),
            block_entropy(magnitudes),
            flux(magnitudes),
            rolloff(magnitudes, 0.90),
            cepstra(magnitudes, rate),
            classes,
            classes.std(axis=1),
        ]
    )


def with_changes(rows):
    """Shape [frames, 68]: beside each value its change since the frame before, 0 in the first."""
    return np.hstack([rows, np.diff(rows, axis=0, prepend=rows[:1])])


def statistics(rows):
    """All means, then all population deviations."""
    return np.concatenate([rows.mean(axis=0), rows.std(axis=0)])


def mid_term(rows, rate, window, step, seconds=1.0):
    """One row a second of short-term rows."""
    samples = seconds * rate
    length, hop = round((samples - (window - step)) / step), round(samples / step)
    return np.array([statistics(rows[start : start + length]) for start in range(0, len(rows), hop)])
