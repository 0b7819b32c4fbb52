"""Mel spectra, MFCC and descriptors with librosa 0.10's conventions, from their definitions.

Hann windows as long as the transform, frames centred, zeros outside (or reflection, as before librosa 0.9). Slaney (1998) for the mel scale and
the filters' unit area; Davis and Mermelstein (1980) for MFCC; Jiang et al. (2002) for contrast. Everything is double.
"""

import numpy as np
from scipy import fft, signal


def frames_of(samples, length, hop, padding="constant"):
    padded = np.pad(np.asarray(samples, float), length // 2, mode=padding)
    return np.lib.stride_tricks.sliding_window_view(padded, length)[::hop]


def magnitudes(samples, length, hop, padding="constant", window=None):
    """Shape [frames, length/2 + 1]; a window shorter than the transform stands in its middle."""
    window = window or length
    shape = np.zeros(length)
    shape[(length - window) // 2 :][:window] = signal.get_window("hann", window)
    return np.abs(np.fft.rfft(frames_of(samples, length, hop, padding) * shape, axis=1))


def mel_of(hertz):
    hertz = np.asarray(hertz, float)
    return np.where(hertz < 1000, hertz * 3 / 200, 15 + 27 * np.log(np.maximum(hertz, 1) / 1000) / np.log(6.4))


def hertz_of(mel):
    return np.where(mel < 15, mel * 200 / 3, 1000 * 6.4 ** ((mel - 15) / 27))


def triangles(edges, bins):
    """Shape [bands, bins]; of unit area, each from the edge below its own to the edge above."""
    shapes = [np.interp(bins, edges[b : b + 3], [0, 1, 0]) for b in range(len(edges) - 2)]
    return np.array(shapes) * 2 / (edges[2:] - edges[:-2])[:, None]


def mel_filters(rate, length, bands=128, highest=None):
    edges = hertz_of(np.linspace(0, mel_of(highest or rate / 2), bands + 2))
    return triangles(edges, np.fft.rfftfreq(length, 1 / rate))


def decibels(power, reference=1.0, floor=1e-10, span=80.0):
    values = 10 * np.log10(np.maximum(power, floor)) - 10 * np.log10(max(reference, floor))
    return values if span is None else np.maximum(values, values.max() - span)


def mel_power(samples, rate, length, hop, bands=128, highest=None, **framing):
    return magnitudes(samples, length, hop, **framing) ** 2 @ mel_filters(rate, length, bands, highest).T


def mfcc(samples, rate, length, hop, count, **framing):
    """Shape [frames, count]."""
    return fft.dct(decibels(mel_power(samples, rate, length, hop, **framing)), type=2, norm="ortho", axis=1)[:, :count]


def delta(rows, order=1, axis=0):
    return signal.savgol_filter(rows, 9, polyorder=order, deriv=order, axis=axis, mode="interp")


def statistics(rows):
    return np.concatenate([rows.mean(axis=0), rows.std(axis=0)])


def _shares(spectrum):
    whole = spectrum.sum(axis=1, keepdims=True)
    return np.divide(spectrum, whole, out=np.zeros_like(spectrum), where=whole > np.finfo(float).tiny)


def centroid(spectrum, hertz):
    return _shares(spectrum) @ hertz


def bandwidth(spectrum, hertz):
    distance = np.abs(hertz - centroid(spectrum, hertz)[:, None])
    return np.sqrt((_shares(spectrum) * distance**2).sum(axis=1))


def rolloff(spectrum, hertz, share=0.85):
    cumulative = spectrum.cumsum(axis=1)
    return hertz[(cumulative >= share * cumulative[:, -1:]).argmax(axis=1)]


def flatness(spectrum):
    power = np.maximum(spectrum**2, 1e-10)
    return np.exp(np.log(power).mean(axis=1)) / power.mean(axis=1)


def contrast(spectrum, hertz, octaves, lowest=200.0, quantile=0.02):
    """Shape [frames, octaves + 1]: from the mean of a band's weakest to that of its strongest bins, decibels."""
    edges = np.concatenate([[0], lowest * 2.0 ** np.arange(octaves + 1)])
    peaks, valleys = [], []
    for band in range(octaves + 1):
        inside = np.flatnonzero((hertz >= edges[band]) & (hertz <= edges[band + 1]))
        first = inside[0] - (band > 0)  # a band takes the bin below it
        last = len(hertz) - 1 if band == octaves else inside[-1]
        count = max(1, round(quantile * (last - first + 1)))
        values = np.sort(spectrum[:, first : last + (band == octaves)], axis=1)  # all bands but the highest leave their last bin out
        valleys.append(values[:, :count].mean(axis=1))
        peaks.append(values[:, -count:].mean(axis=1))
    return decibels(np.transpose(peaks)) - decibels(np.transpose(valleys))


def zero_crossings(samples, length, hop):
    """Share of a frame's samples whose sign is not that of the one before; the ends are held, what is below 1e-10 is 0."""
    rows = frames_of(np.where(np.abs(samples) <= 1e-10, 0, samples), length, hop, "edge")
    return (np.diff(rows < 0, axis=1)).sum(axis=1) / length


def root_mean_square(samples, length, hop):
    return np.sqrt((frames_of(samples, length, hop) ** 2).mean(axis=1))


def level(spectrum):
    """Root mean square of a frame, from its magnitudes (Parseval)."""
    twice = np.full(spectrum.shape[1], 2.0)
    twice[[0, -1]] = 1
    return np.sqrt(spectrum**2 @ twice) / (2 * (spectrum.shape[1] - 1))


def descriptors(samples, rate, length, hop):
    spectrum, hertz = magnitudes(samples, length, hop), np.fft.rfftfreq(length, 1 / rate)
    return {
        "centroid": centroid(spectrum, hertz),
        "bandwidth": bandwidth(spectrum, hertz),
        "rolloff": rolloff(spectrum, hertz),
        "flatness": flatness(spectrum),
        "zcr": zero_crossings(samples, length, hop),
        "rms": root_mean_square(samples, length, hop),
        "contrast": contrast(spectrum, hertz, 4).T,
    }
