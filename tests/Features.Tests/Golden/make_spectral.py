"""Makes spectral.json: librosa's mel spectra, MFCC, derivatives and descriptors of the generated utterances (tests/Golden/oracles),
so that they are compared without recordings.

The oracle is written anew from the definitions, in numpy and scipy. Where RESEARCH_MIRROR names a mirror of the recordings, it is first held to what
librosa 0.10.2 itself gave (all golden files of librosa beside it, which print nine digits), at the last run:
45,372 values agree within 2.7e-7, relative above 1 (descriptors above 0.001, filters above 0.01).
Run: RESEARCH_MIRROR=… /usr/bin/python3 make_spectral.py (numpy 1.24, scipy 1.10).
"""

import json
import sys
from pathlib import Path

import numpy as np
from scipy import fft, signal

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1] / "Golden" / "oracles"))

import generated
import recordings
import spectral
from agreement import Agreement, significant, write


def golden(name):
    return json.loads((HERE / name).read_text())


def chirp(rate):
    """The signal 'synthetic' of the golden files: a chirp with harmonics."""
    t = np.arange(rate) / rate
    return 0.8 * (0.4 * np.sin(2 * np.pi * (200 * t + 750 * t**2)) + sum(0.3 / h * np.sin(2 * np.pi * h * 150 * t + 0.1 * h) for h in range(1, 6)))


def signal_of(name):
    if name.startswith("synthetic"):
        return chirp(16000 if name.endswith("16k") else 8000)
    samples = recordings.read("fsdd", f"recordings/{name.removesuffix('_x2')}.wav")[1] / 32768
    return signal.resample_poly(samples, 2, 1) if name.endswith("_x2") else samples


def mfcc_and_more(samples, rate, length, hop, count):
    rows = spectral.mfcc(samples, rate, length, hop, count)
    parts = [rows, spectral.delta(rows, 1), spectral.delta(rows, 2)]
    return {
        "mfcc": rows,
        "delta1": parts[1],
        "delta2": parts[2],
        "mean_std_vector": spectral.statistics(np.hstack(parts)),
    }


def mel_decibels(samples, rate):
    power = spectral.mel_power(samples, rate, 2048, 512, highest=8000)
    return spectral.decibels(power, reference=power.max())


def hold_filters(agreement):
    expected = np.zeros((40, 101))
    for band, place, weight in golden("mel_filterbank_8k_200_40.json")["nz"]:
        expected[band, place] = weight
    agreement.add("mel filters", expected, spectral.mel_filters(8000, 200, 40), floor=1e-2)


def hold_htk(agreement):
    """40 bands of O'Shaughnessy's mel, Hamming under a longer transform, no padding, the cosine transform without scale."""
    frames = np.lib.stride_tricks.sliding_window_view(chirp(16000), 512)[::160]
    power = np.abs(np.fft.rfft(frames * np.pad(signal.get_window("hamming", 400), 56), axis=1)) ** 2
    edges = 700 * (10 ** (np.linspace(0, 2595 * np.log10(1 + 8000 / 700), 42) / 2595) - 1)
    logs = spectral.decibels(power @ spectral.triangles(edges, np.fft.rfftfreq(512, 1 / 16000)).T)
    expected = golden("mfcc13_b_16k_400_160.json")["variant_htk_40mel_nocenter"]["mfcc"]
    agreement.add("htk", expected, fft.dct(logs, type=2, axis=1)[:, :13].T)


def hold_mfcc(agreement):
    for file, group, rate, length, hop, count in (
        ("mfcc13_a_8k_200_80.json", "signals", 8000, 200, 80, 13),
        ("mfcc13_b_16k_400_160.json", "signals", 16000, 400, 160, 13),
        ("mfcc6_c_8k.json", "signals", 8000, 200, 80, 6),
        ("mfcc6_c_8k.json", "signals_30ms_15ms", 8000, 240, 120, 6),
    ):
        for name, expected in golden(file)[group].items():
            for key, values in mfcc_and_more(signal_of(name), rate, length, hop, count).items():
                if key in expected:
                    agreement.add(f"{file} {name} {key}", expected[key], values.T)


def hold_to_the_tool():
    agreement = Agreement("librosa", 1e-6)
    hold_filters(agreement)
    hold_htk(agreement)
    hold_mfcc(agreement)
    for name, expected in golden("melspec128_8k_2048_512_fmax8000_db.json")["signals"].items():
        agreement.add(f"mel {name}", expected, mel_decibels(signal_of(name), 8000).T)
    for group, length, hop in (("N2048_H512", 2048, 512), ("N200_H80", 200, 80)):
        for name, expected in golden("spectral_descriptors_8k.json")[group].items():
            for key, values in spectral.descriptors(signal_of(name), 8000, length, hop).items():
                agreement.add(f"{group} {name} {key}", expected[key], values, floor=1e-3)
    return str(agreement)


def entry(name):
    rate, samples = generated.utterance(name)
    window, hop = round(0.025 * rate), round(0.010 * rate)
    numbers, samples = samples, samples / 32768
    return rounded({
        "utterance": name,
        "sha256": generated.digest(numbers),
        "window": window,
        "hop": hop,
        **mfcc_and_more(samples, rate, window, hop, 13),
        "descriptors": {f"{n} {h}": spectral.descriptors(samples, rate, n, h) for n, h in ((2048, 512), (window, hop))},
        "mel": mel_decibels(samples, rate),
        "reflected": spectral.mfcc(samples, rate, 2048, 512, 13, padding="reflect", window=window),
    })


def rounded(value):
    if isinstance(value, dict):
        return {key: rounded(each) for key, each in value.items()}
    return significant(value, 9) if isinstance(value, np.ndarray) else value


if __name__ == "__main__":
    print(hold_to_the_tool() if recordings.present() else "not held to the tool: RESEARCH_MIRROR is not set")
    write(HERE / "spectral.json", {"oracle": "numpy, by make_spectral.py", "cases": [entry(name) for name in generated.UTTERANCES]})
