"""Makes utterance_vectors.json of Evaluation.Tests, the three forms of vectors of a generated utterance. Before, it
holds correlation.json and pca_digits.json, which librosa 0.10.2, numpy and scikit-learn 1.2 gave, to an independent implementation
(tests/Golden/oracles/spectral.py, numpy's corrcoef, scipy's singular values) on the course's recordings.

At the last run: every correlation within its four printed digits; shares within 6e-8 (their printed digits), vectors within 2.2e-6, relative above 1.
Run: RESEARCH_MIRROR=… /usr/bin/python3 make_course.py [FOLDER] (numpy 1.24, scipy 1.10); with FOLDER, the two files are written there anew.
"""

import json
import sys
from pathlib import Path

import numpy as np
from scipy import linalg

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1] / "Golden" / "oracles"))

import generated
import recordings
import spectral
from agreement import Agreement, significant, write

RATE, WINDOW, HOP, COUNT = 16000, 400, 160, 13
WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
FORMS = ["d1-26", "d2-78", "time-78"]
FRAMING = {"window": WINDOW, "padding": "reflect"}  # as librosa before 0.9


def samples_of(name):
    rate, samples = recordings.read("ntua-digits", f"digits/{name}.wav")
    assert rate == RATE
    return samples / 32768


def mean_correlation(rows):
    """Of the sizes of the correlations of different columns."""
    sizes = np.abs(np.corrcoef(rows.T))
    return sizes[~np.eye(len(sizes), dtype=bool)].mean()


def correlations(name):
    samples, entry = samples_of(name), {}
    for key, length in (("400/160", 400), ("2048w400/160", 2048)):
        bands = lambda count: spectral.mel_power(samples, RATE, length, HOP, bands=count, **FRAMING)
        entry[key] = {
            "mfcc13": mean_correlation(spectral.mfcc(samples, RATE, length, HOP, COUNT, **FRAMING)),
            "mfsc_first13of128": mean_correlation(spectral.decibels(bands(128))[:, :COUNT]),
            "mfsc_13mels_db": mean_correlation(spectral.decibels(bands(COUNT))),
            "mfsc_13mels_power": mean_correlation(bands(COUNT)),
        }
    return entry


def vector(form, samples):
    """The three forms of docs: joined along time (n_fft 2048), derivatives across the coefficients, derivatives over time."""
    rows = spectral.mfcc(samples, RATE, 2048 if form == "d1-26" else WINDOW, HOP, COUNT, **FRAMING)
    axis = 1 if form == "d2-78" else 0
    parts = [rows, spectral.delta(rows, 1, axis), spectral.delta(rows, 2, axis)]
    return spectral.statistics(np.vstack(parts) if form == "d1-26" else np.hstack(parts))


def principal(rows):
    """Shares of the variance, and how many components reach 95 %."""
    values = linalg.svdvals(rows - rows.mean(axis=0)) ** 2
    shares = values / values.sum()
    return shares[:12], int(np.searchsorted(np.cumsum(shares), 0.95) + 1)


def components(form, everyone):
    vectors = np.array([vector(form, samples) for samples in everyone.values()])
    (raw, many_raw), (standard, many_standard) = principal(vectors), principal(vectors / vectors.std(axis=0))
    return {"raw": raw, "std": standard, "n95_raw": many_raw, "n95_std": many_standard}


def made_here():
    rate, samples = generated.utterance("wideband")
    assert rate == RATE
    forms = {form: significant(vector(form, samples / 32768), 10) for form in FORMS}
    write(HERE.parents[1] / "Evaluation.Tests" / "Golden" / "utterance_vectors.json", {"oracle": "numpy, by make_course.py", "utterance": "wideband", **forms})


def main():
    golden = {name: json.loads((HERE / name).read_text()) for name in ("correlation.json", "pca_digits.json")}
    made = {name: correlations(name) for name in golden["correlation.json"]}
    agreement = Agreement("correlation.json", 5.1e-5)
    for name, keys in made.items():
        for key, values in keys.items():
            agreement.add(f"{name} {key}", list(golden["correlation.json"][name][key].values()), list(values.values()))
    print(agreement)

    known = {Path(path).stem for path in recordings.names("ntua-digits", "digits/")}
    names = [f"{word}{speaker}" for word in WORDS for speaker in range(1, 16) if f"{word}{speaker}" in known]
    everyone = {name: samples_of(name) for name in names}
    old, new = golden["pca_digits.json"], {"made_by": "make_course.py"}
    shares, vectors = Agreement("pca_digits.json (shares)", 1e-7), Agreement("pca_digits.json (vectors)", 1e-5)
    for form in FORMS:
        new[form] = components(form, everyone)
        for kind in ("raw", "std"):
            shares.add(f"{form} {kind}", old[form][kind], new[form][kind])
            assert old[form][f"n95_{kind}"] == new[form][f"n95_{kind}"], form
        for name, expected in old["vectors"][form].items():
            vectors.add(f"{form} {name}", expected, vector(form, everyone[name]))
    new["vectors"] = {form: {name: significant(vector(form, everyone[name]), 8) for name in own} for form, own in old["vectors"].items()}
    print(shares)
    print(vectors)
    if len(sys.argv) > 1:
        keep = lambda value: value.tolist() if isinstance(value, np.ndarray) else round(value, 4)
        folder = Path(sys.argv[1])
        (folder / "correlation.json").write_text(json.dumps(made, indent=0, default=keep))
        (folder / "pca_digits.json").write_text(json.dumps(new, default=keep))


if __name__ == "__main__":
    if recordings.present():
        main()
    else:
        print("not held to the tools: RESEARCH_MIRROR is not set")
    made_here()
