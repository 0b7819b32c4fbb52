"""Oracle of the 132 prosodic values: three synthetic utterances, their pitch, and the values, all by numpy and scipy.

Run: OMP_NUM_THREADS=1 python3 make_prosody.py (numpy 1.24, scipy 1.10). Writes prosody.json beside it.

Written from the definitions, with numpy's and scipy's own means (percentile, std, polyfit, corrcoef, rfft, dct, filters
of ndimage): nothing is taken over from the C#. The pitch track (frame times, hertz, strength) is that of
tests/Golden/oracles/pitch.py, which gives Praat's pitch on recordings (make_voice.py); it is stored beside the values.

The file: {"names": [132], "utterances": [{name, rate, samples_base64, pitch, values}]}. Samples are little-endian int16,
to be divided by 32768. Each signal's mean is a whole number of int16 steps, so that taking it away leaves int16 samples
and a WAV file holds exactly what the C# looks at. A pitch of null is an unvoiced frame.
"""

import base64
import itertools
import json
import os
import sys

import numpy as np
from scipy import fft, ndimage, signal

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../../Golden/oracles"))

import pitch  # noqa: E402

RATE = 16000
STEP = 0.01  # seconds between frames
WINDOW = 400  # samples of a frame, 25 ms
POINTS = 1024  # of a frame's transform
SILENCE = 30  # decibels below the loud frames

BALANCE = [
    "alpha", "hammarberg", "slope_0_500", "slope_500_1500", "slope_1500_5000", "below_500", "below_1000",
    "centroid_log", "bandwidth_log", "rolloff_log", "flatness_log", "flux", "crossings_log",
]  # fmt: skip


# --- The signals ---------------------------------------------------------------------------------------------------


def noise(count, seed):
    """White, -1 to 1: the high bits of Knuth's linear congruential generator of 64 bits."""
    state, values = seed, np.empty(count)
    for n in range(count):
        state = (6364136223846793005 * state + 1442695040888963407) % 2**64
        values[n] = (state >> 32) / 2**31 - 1
    return values


def at(points, t):
    """Straight lines through (seconds, value)."""
    return np.interp(t, *zip(*points))


def formant_gain(hertz, formants):
    """Gain of a few resonances side by side."""
    return sum(g / np.sqrt(1 + ((hertz - f) / b) ** 2) for f, b, g in formants)


def voice(t, f0, formants, roughness):
    """Harmonics of a moving pitch, up to 5 kHz, weaker by 6 dB an octave, through resonances; the period trembles."""
    f0 = f0 * (1 + roughness * np.sin(2 * np.pi * 31 * t) + roughness * np.sin(2 * np.pi * 47.3 * t + 1))
    phase = 2 * np.pi * np.cumsum(f0) / RATE
    sound = np.zeros(len(t))
    for k in range(1, 41):
        sound += np.where(k * f0 < 5000, formant_gain(k * f0, formants) / k, 0) * np.cos(k * phase + 0.3 * k * k)
    return sound


def syllables(t, places):
    """An envelope: for each (from, to, height) a raised cosine to the power of one half."""
    envelope = np.zeros(len(t))
    for start, end, height in places:
        inside = (t > start) & (t < end)
        envelope[inside] += height * np.sin(np.pi * (t[inside] - start) / (end - start))
    return envelope


def whole(sound, peak, offset):
    """Int16 samples with that peak, whose mean is exactly offset."""
    steps = np.round(sound / np.abs(sound).max() * peak).astype(int)
    excess = int(steps.sum())
    spread = np.zeros(len(steps), int) + excess // len(steps)
    spread[: excess % len(steps)] += 1
    steps = steps - spread + offset
    assert steps.sum() == offset * len(steps) and np.abs(steps).max() < 32768
    return steps.astype("<i2")


def signals():
    t = np.arange(17600) / RATE
    f0 = at([(0, 150), (0.3, 235), (0.55, 180), (0.8, 260), (1.1, 140)], t)
    envelope = syllables(t, [(0.05, 0.24, 0.6), (0.22, 0.42, 1.0), (0.58, 0.72, 0.5), (0.7, 0.9, 0.7), (0.88, 1.02, 0.25)])
    hiss = syllables(t, [(0.42, 0.5, 0.05), (0.9, 0.97, 0.03)]) * np.diff(noise(len(t) + 1, 1))
    sound = envelope * voice(t, f0, [(600, 90, 1), (1300, 120, 0.5), (2600, 200, 0.3)], 0.004) / 2
    yield "rising and falling, a pause", whole(sound + hiss + 2e-4 * noise(len(t), 2), 20000, 0)

    t = np.arange(14880) / RATE
    f0 = at([(0, 118), (0.45, 96), (0.6, 104), (0.93, 84)], t)
    envelope = syllables(t, [(0.09, 0.3, 0.8), (0.36, 0.5, 0.4), (0.48, 0.66, 0.6)])
    breath = 0.03 * envelope + syllables(t, [(0.28, 0.38, 0.12), (0.72, 0.84, 0.04)])
    sound = envelope * voice(t, f0, [(350, 70, 1), (2100, 150, 0.2), (2900, 250, 0.2)], 0.012) / 2
    sound += breath * noise(len(t), 3)
    sound[t > 0.86] = 0  # digital silence, but for the offset
    yield "low, breathy, an offset", whole(sound, 5000, 300)

    t = np.arange(9600) / RATE
    envelope = syllables(t, [(0.06, 0.25, 1.0), (0.3, 0.42, 0.3), (0.41, 0.55, 0.5)])
    sound = signal.lfilter([1], [1, -1.2, 0.72], envelope * noise(len(t), 4)) + 1e-3 * noise(len(t), 5)
    yield "whispered", whole(sound, 9000, 0)


# --- The pitch -----------------------------------------------------------------------------------------------------


def pitch_of(samples):
    """Times, hertz (NaN where unvoiced) and strength of the samples without their mean."""
    times, hertz, strength, _ = pitch.pitch((samples - samples.mean()) / 32768, RATE, pitch.Settings(step=STEP, ceiling=600.0))
    return times, hertz, strength


# --- The values ----------------------------------------------------------------------------------------------------


def mean(x):
    return float(np.mean(x)) if np.size(x) else 0.0


def sd(x):
    return float(np.std(x)) if np.size(x) else 0.0


def percentile(x, q):
    return float(np.percentile(x, q)) if np.size(x) else 0.0


def slope(x, y):
    return float(np.polyfit(x, y, 1)[0]) if len(x) > 1 else 0.0


def neighbours(contour, mask):
    """Changes between frames that follow one another, both in the mask."""
    return np.diff(contour)[mask[1:] & mask[:-1]]


def quantile_shape(x):
    """80th above 20th percentile, 90th above 10th, and how far the two lie above the median more than below it."""
    p10, p20, p50, p80, p90 = np.percentile(x, [10, 20, 50, 80, 90])
    return p80 - p20, p90 - p10, p90 + p10 - 2 * p50


def db(power, least):
    return 10 * np.log10(power + least)


class Frames:
    """Level, pitch and spectrum of each frame; which frames are active, and which voiced."""

    def __init__(self, samples, times, hertz, strength):
        assert len(samples) >= (3 / 75 + 0.025) * RATE  # a shorter signal would have to be lengthened first
        x = samples / 32768
        x = x - x.mean()
        centres = np.round(times * RATE).astype(int)
        padded = np.pad(x, WINDOW)
        self.x = np.array([padded[c + WINDOW - WINDOW // 2 :][:WINDOW] for c in centres])
        self.level = db(np.mean(self.x**2, axis=1), 1e-10)
        self.loud = np.percentile(self.level, 95)
        self.active = self.level > self.loud - SILENCE
        has_pitch = ~np.isnan(hertz)
        self.voiced = self.active & has_pitch
        if np.count_nonzero(self.voiced) < 5:
            self.voiced = self.active.copy()
        self.hertz = np.where(has_pitch, hertz, 100)
        self.semitones = 12 * np.log2(self.hertz / 50)
        self.strength = strength
        inside = np.flatnonzero(self.active)
        self.span = slice(inside[0], inside[-1] + 1)
        # Power density under the periodic Hann window: scipy's, except that it does not double the first and the last bin.
        window = signal.get_window("hann", WINDOW)
        _, power = signal.periodogram(self.x, RATE, window, POINTS, detrend=False, scaling="density")
        power[:, [0, -1]] *= 2
        self.power = power
        self.bins = np.fft.rfftfreq(POINTS, 1 / RATE)
        self.bin_hz = RATE / POINTS


def pitch_shape(f):
    """Semitones above 50 Hz over the voiced frames."""
    q, t = f.semitones[f.voiced], np.flatnonzero(f.voiced) * STEP
    change = neighbours(f.semitones, f.voiced) / STEP
    narrow, wide, skew = quantile_shape(q)
    third = len(q) // 3
    return {
        "pitch_mean": mean(q),
        "pitch_p10": percentile(q, 10),
        "pitch_p50": percentile(q, 50),
        "pitch_p90": percentile(q, 90),
        "pitch_sd": sd(q),
        "pitch_p80_p20": narrow,
        "pitch_p90_p10": wide,
        "pitch_skew": skew,
        "pitch_slope": slope(t, q),
        "pitch_last_first_third": mean(q[-third:]) - mean(q[:third]) if third else 0.0,
        "pitch_motion": mean(np.abs(change)),
        "pitch_rise": mean(change[change > 0]),
        "pitch_fall": mean(change[change < 0]),
    }


def level_shape(f):
    """Decibels: over the active frames; rise, fall and slope from the first of them to the last."""
    active, span = f.level[f.active], f.level[f.span]
    change = np.diff(ndimage.uniform_filter1d(span, 5, mode="nearest")) / STEP
    narrow, _, skew = quantile_shape(active)
    semitones, level = f.semitones[f.voiced], f.level[f.voiced]
    return {
        "level_sd": sd(active),
        "level_p80_p20": narrow,
        "level_peak_p50": f.level.max() - np.median(active),
        "level_skew": skew,
        "level_rise": mean(change[change > 0]),
        "level_fall": mean(change[change < 0]),
        "level_slope": slope(np.arange(len(span)) * STEP, span),
        "level_pitch_correlation": float(np.corrcoef(semitones, level)[0, 1]) if np.ptp(semitones) * np.ptp(level) > 0 else 0.0,
    }


def timing(f):
    """Between the first and the last active frame. A peak of the smoothed level is the highest within 8 frames on either side."""
    voiced, active, span = f.voiced[f.span], f.active[f.span], f.level[f.span]
    runs = [(key, STEP * len(list(group))) for key, group in itertools.groupby(voiced)]
    spoken = [length for key, length in runs if key]
    between = [length for key, length in runs if not key]
    seconds = STEP * len(span)
    hann = np.hanning(9)[1:-1]
    smooth = ndimage.convolve1d(span, hann / hann.sum(), mode="nearest")
    highest = (smooth == ndimage.maximum_filter1d(smooth, 17, mode="nearest")) & (smooth > f.loud - 20)
    inner = highest[1:-1] & (smooth[1:-1] > smooth[:-2])
    return {
        "duration_log": np.log(seconds),
        "voiced_share": np.mean(voiced),
        "pause_share": np.mean(~active),
        "voiced_runs_rate": len(spoken) / seconds,
        "voiced_run_mean": mean(spoken),
        "voiced_run_sd": sd(spoken),
        "unvoiced_run_mean": mean(between),
        "unvoiced_run_sd": sd(between),
        "peak_rate": np.count_nonzero(inner) / seconds,
    }


def voice_quality(f):
    strength = np.clip(f.strength[f.voiced], 0.001, 0.9999)
    harmonicity = 10 * np.log10(strength / (1 - strength))
    moved = neighbours(f.semitones, f.voiced)
    # A harmonic: the highest of the three bins about its place.
    highest = ndimage.maximum_filter1d(db(f.power, 1e-14), 3, axis=1)
    place = lambda number: np.clip(np.round(number * f.hertz / f.bin_hz).astype(int), 1, POINTS // 2 - 2)
    rows = np.arange(len(f.hertz))
    h1_h2 = (highest[rows, place(1)] - highest[rows, place(2)])[f.voiced]
    return {
        "harmonicity_mean": mean(harmonicity),
        "harmonicity_sd": sd(harmonicity),
        "harmonicity_p20": percentile(harmonicity, 20),
        "jitter": percentile(np.abs(moved), 50),
        "shimmer": mean(np.abs(neighbours(f.level, f.voiced))),
        "jitter_change": percentile(np.abs(np.diff(moved)), 50),
        "h1_h2_mean": mean(h1_h2),
        "h1_h2_sd": sd(h1_h2),
    }


def balance_rows(f):
    """Thirteen numbers a frame."""
    within = lambda low, high: (f.bins >= low) & (f.bins < high)
    band = lambda low, high: db(f.power[:, within(low, high)].sum(axis=1) * f.bin_hz, 1e-10)
    decibels = db(f.power, 1e-14)
    highest = lambda low, high: decibels[:, within(low, high)].max(axis=1)
    per_kilohertz = lambda low, high: np.polyfit(f.bins[within(low, high)] / 1000, decibels[:, within(low, high)].T, 1)[0]
    speech = within(50, 7600)
    hertz, weights = f.bins[speech], f.power[:, speech] + 1e-14
    centroid = np.array([np.average(hertz, weights=w) for w in weights])
    bandwidth = np.sqrt([np.average((hertz - c) ** 2, weights=w) for w, c in zip(weights, centroid)])
    cumulative = np.cumsum(weights, axis=1)
    rolloff = hertz[np.argmax(cumulative >= 0.85 * cumulative[:, -1:], axis=1)]
    flatness = np.log(weights).mean(axis=1) - np.log(weights.mean(axis=1))
    roots = np.sqrt(f.power / (f.power.sum(axis=1, keepdims=True) + 1e-14))
    flux = np.concatenate([[0], np.linalg.norm(np.diff(roots, axis=0), axis=1)])
    crossings = np.mean(np.diff(f.x < 0, axis=1), axis=1) * RATE  # of booleans: where they change
    columns = [
        band(50, 1000) - band(1000, 5000),
        highest(0, 2000) - highest(2000, 5000),
        per_kilohertz(0, 500),
        per_kilohertz(500, 1500),
        per_kilohertz(1500, 5000),
        band(50, 500) - band(50, 7600),
        band(50, 1000) - band(50, 7600),
        np.log1p(centroid),
        np.log1p(bandwidth),
        np.log1p(rolloff),
        flatness,
        flux,
        np.log1p(crossings),
    ]
    return dict(zip(BALANCE, columns))


def balance(f):
    """Voiced: mean and deviation. Active but unvoiced: mean. Voiced, from the median level up less below it: means."""
    rows = balance_rows(f)
    unvoiced = f.active & ~f.voiced
    median = np.median(f.level[f.voiced])
    loud, soft = f.voiced & (f.level >= median), f.voiced & (f.level < median)
    values = {}
    for name, row in rows.items():
        values[f"{name}_voiced_mean"], values[f"{name}_voiced_sd"] = mean(row[f.voiced]), sd(row[f.voiced])
    for name, row in rows.items():
        values[f"{name}_unvoiced_mean"] = mean(row[unvoiced])
    for name, row in rows.items():
        values[f"{name}_loud_minus_soft"] = mean(row[loud]) - mean(row[soft]) if soft.any() else 0.0
    return values


def mel_logs(f):
    """Natural logarithms of power in 26 triangles, evenly spaced in mel from 50 to 7600 Hz."""
    mel = lambda hertz: 2595 * np.log10(1 + hertz / 700)
    edges = 700 * (10 ** (np.linspace(mel(50), mel(7600), 28) / 2595) - 1)
    filters = [np.interp(f.bins, edges[i : i + 3], [0, 1, 0]) for i in range(26)]
    return np.log(f.power @ np.transpose(filters) * f.bin_hz + 1e-10)


def cepstral_spread(f, logs):
    cepstra = fft.dct(logs, type=2, norm="ortho", axis=1)[:, 1:14]
    # The regression over five frames: a correlation with -2..2 over the sum of their squares.
    derivative = ndimage.correlate1d(cepstra, np.arange(-2, 3) / 10, axis=0, mode="nearest")
    values = {f"cepstrum_{k + 1}_sd": sd(cepstra[f.voiced, k]) for k in range(13)}
    values |= {f"cepstrum_delta_{k + 1}_sd": sd(derivative[f.active, k]) for k in range(13)}
    return values


def modulation(f, logs):
    """Shares of the power at which the level of six neighbouring bands moves, as logarithms."""
    edges = [0.5, 2, 5, 10, 25]
    values = {}
    for group in range(4):
        contour = 10 / np.log(10) * logs[f.span, 6 * group : 6 * group + 6].mean(axis=1)
        contour = np.maximum(contour, contour.max() - 40)
        contour = (contour - contour.mean()) * signal.get_window("hann", len(contour))
        points = max(1024, 2 ** int(np.ceil(np.log2(len(contour)))))
        power = np.abs(np.fft.rfft(contour, points)) ** 2
        hertz = np.fft.rfftfreq(points, STEP)
        between = lambda low, high: power[(hertz >= low) & (hertz < high)].sum() + 1e-9
        for low, high in zip(edges, edges[1:]):
            values[f"modulation_{group}_{low:g}"] = np.log(between(low, high) / between(0.5, 25))
    return values


def prosody(samples, times, hertz, strength):
    f = Frames(samples, times, hertz, strength)
    logs = mel_logs(f)
    parts = [pitch_shape(f), level_shape(f), timing(f), voice_quality(f), balance(f), cepstral_spread(f, logs), modulation(f, logs)]
    values = {}
    for part in parts:
        assert not values.keys() & part.keys()
        values |= part
    assert len(values) == 132 and np.isfinite(list(values.values())).all()
    return {name: float(value) for name, value in values.items()}


def main():
    utterances, names = [], None
    for name, samples in signals():
        times, hertz, strength = pitch_of(samples)
        values = prosody(samples, times, hertz, strength)
        names = list(values)
        utterances.append(
            {
                "name": name,
                "rate": RATE,
                "samples_base64": base64.b64encode(samples.tobytes()).decode(),
                "pitch": {
                    "first_seconds": float(times[0]),
                    "step_seconds": STEP,
                    "hertz": [None if np.isnan(value) else float(value) for value in hertz],
                    "strength": strength.tolist(),
                },
                "values": list(values.values()),
            }
        )
    with open(os.path.join(HERE, "prosody.json"), "w") as file:
        json.dump({"names": names, "utterances": utterances}, file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
