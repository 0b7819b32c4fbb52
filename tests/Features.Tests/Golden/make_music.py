"""Makes music.json: librosa's chroma, onset strength, tempogram, tempo and beats of generated utterances and pulses, so that they are compared
without recordings.

The oracle is written anew from the definitions, in numpy and scipy (tests/Golden/oracles/music.py). It is first held to what librosa 0.10.2 itself gave
(chroma_stft_8k_2048_512.json and beat_track.json beside it; chroma of recordings and the beats of one where RESEARCH_MIRROR names a mirror), at the last run:
1,711 values agree within 3.0e-07, relative above 1; the beats and tempos are the same.
Run: RESEARCH_MIRROR=… /usr/bin/python3 make_music.py (numpy 1.24, scipy 1.10).
"""

import sys
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1] / "Golden" / "oracles"))

import generated
import music
import recordings
from agreement import Agreement, write
from make_spectral import chirp, golden, rounded

# Name: rate, seconds, period of the bar, hits (share of the bar, hertz, level).
PULSES = {
    "four in a bar": (22050, 14, 2.0, [(0, 90, 0.6), (0.25, 700, 0.3), (0.5, 90, 0.5), (0.75, 700, 0.3)]),
    "eighths, slow": (22050, 14, 2.6, [(k / 8, 2000 if k % 2 else 300, 0.15 if k % 2 else 0.5) for k in range(8)]),
    "three in a bar": (16000, 12, 1.5, [(0, 120, 0.6), (1 / 3, 900, 0.2), (2 / 3, 900, 0.2)]),
    "swung": (8000, 12, 1.8, [(0, 150, 0.5), (0.25, 1500, 0.2), (0.415, 1500, 0.1), (0.5, 150, 0.4), (0.75, 1500, 0.2), (0.915, 1500, 0.1)]),
}


def recording(name):
    return recordings.read("fsdd", f"recordings/{name}.wav")[1] / 32768


def tracked(samples, rate):
    onset = music.onset_strength(samples, rate, over_bands=np.median)
    tempo = music.tempo(onset, rate)
    return tempo, music.beats(onset, tempo, rate)


def hold_beats(agreement, expected, samples, rate):
    tempo, beats = tracked(samples, rate)
    agreement.add("tempo", expected["tempo"], [tempo])
    agreement.add("beats", expected["beats"], beats)


def hold_to_the_tool():
    agreement, stored = Agreement("librosa", 1e-6), golden("beat_track.json")
    click = music.pulses(8000, 12, 0.5, [(0, 1000, 0.9)])
    onset = music.onset_strength(click, 8000)
    agreement.add("onset strength", stored["onset_strength"], onset)
    agreement.add("tempo", stored["tempo_feature"], [music.tempo(onset, 8000)])
    hold_beats(agreement, stored, click, 8000)
    hold_beats(agreement, stored["sr22050_90bpm"], music.pulses(22050, 20, 60 / 90, [(0, 1000, 0.9)]), 22050)
    for name, expected in golden("chroma_stft_8k_2048_512.json")["signals"].items():
        if name == "synthetic" or recordings.present():
            samples = chirp(8000) if name == "synthetic" else recording(name)
            tuning, rows = music.chroma(samples, 8000)
            agreement.add(f"tuning {name}", [expected["tuning"]], [tuning])
            agreement.add(f"chroma {name}", expected["default"], rows.T)
            agreement.add(f"untuned chroma {name}", expected["tuning0"], music.chroma(samples, 8000, tuning_=0.0)[1].T)
    if recordings.present():
        hold_beats(agreement, stored["0_jackson_0"], recording("0_jackson_0"), 8000)
    return str(agreement)


def utterance(name):
    rate, samples = generated.utterance(name)
    tuning, rows = music.chroma(samples / 32768, rate)
    return rounded({"utterance": name, "sha256": generated.digest(samples), "tuning": float(f"{tuning:.2g}"), "chroma": rows})


def pulses(name):
    rate, seconds, period, hits = PULSES[name]
    samples = music.pulses(rate, seconds, period, hits)
    mean = music.onset_strength(samples, rate)
    tempo, beats = tracked(samples, rate)
    middle = len(mean) // 2
    return rounded({
        "pulses": name,
        "rate": rate,
        "seconds": seconds,
        "period": period,
        "hits": [list(hit) for hit in hits],
        "mean": mean,
        "median": music.onset_strength(samples, rate, over_bands=np.median),
        "window": int(8 * rate) // 512,
        "tempogram": {str(t): music.tempogram(mean, int(8 * rate) // 512)[t] for t in (0, middle)},
        "mean tempo": music.tempo(mean, rate),
        "local tempos": music.tempo(mean, rate, local=True),
        "tempo": tempo,
        "beats": beats.tolist(),
    })


if __name__ == "__main__":
    print(hold_to_the_tool())
    write(HERE / "music.json", {
        "oracle": "numpy and scipy, by make_music.py",
        "cases": [utterance(name) for name in generated.UTTERANCES],
        "tracked": [pulses(name) for name in PULSES],
    })
