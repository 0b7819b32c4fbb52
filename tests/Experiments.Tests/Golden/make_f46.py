"""The 46 features of the study's part 2: holds golden_f46_emodb.json, which librosa 0.10.2 gave, to an independent implementation
(tests/Golden/oracles/spectral.py) on the recordings, and makes f46.json, the same features of a generated utterance.

At the last run: 460 values agree within 6.0e-6, relative above 1 (librosa's are of single precision, seven digits).
Run: RESEARCH_MIRROR=… /usr/bin/python3 make_f46.py (numpy 1.24, scipy 1.10).
"""

import json
import sys
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1] / "Golden" / "oracles"))

import generated
import recordings
import spectral
from agreement import Agreement, significant, write

RATE, LENGTH, HOP, SECONDS = 16000, 2048, 512, 5


def features(samples):
    """Five seconds, zeros in front. Centroid, contrast of the lowest band, bandwidth, roll-off, zero crossings, level, 20 MFCC, their derivatives."""
    x = np.concatenate([np.zeros(SECONDS * RATE - len(samples)), samples / 32768])
    spectrum, hertz = spectral.magnitudes(x, LENGTH, HOP), np.fft.rfftfreq(LENGTH, 1 / RATE)
    mfcc = spectral.mfcc(x, RATE, LENGTH, HOP, 20)
    return np.column_stack(
        [
            spectral.centroid(spectrum, hertz),
            spectral.contrast(spectrum, hertz, 6)[:, 0],
            spectral.bandwidth(spectrum, hertz),
            spectral.rolloff(spectrum, hertz),
            spectral.zero_crossings(x, LENGTH, HOP),
            spectral.level(spectrum),
            mfcc,
            spectral.delta(mfcc),
        ]
    )


def hold_to_the_tool():
    golden, agreement = json.loads((HERE / "golden_f46_emodb.json").read_text()), Agreement("librosa", 1e-5)
    for name, expected in zip(golden["names"], golden["f46_prepad"]):
        rate, samples = recordings.read("emodb-4", f"wav/{name}.wav")
        assert rate == RATE
        agreement.add(name, expected, features(samples)[golden["frames"]])
    return str(agreement)


if __name__ == "__main__":
    print(hold_to_the_tool() if recordings.present() else "not held to the tool: RESEARCH_MIRROR is not set")
    rate, samples = generated.utterance("wideband")
    frames = [0, 100, 126, 127, 130, 134, 138, 142, 146, 150, 154, 156]
    write(HERE / "f46.json", {"oracle": "numpy, by make_f46.py", "utterance": "wideband", "frames": frames, "values": significant(features(samples)[frames], 10)})
