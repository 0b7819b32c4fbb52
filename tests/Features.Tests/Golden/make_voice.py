"""Makes voice.json: Praat's pitch and formant tracks of the generated utterances (tests/Golden/oracles), so that they are compared without recordings.

The oracle is written anew from Boersma's and Burg's methods, in numpy and scipy. Where RESEARCH_MIRROR names a mirror of the recordings, it is first held
to what Praat 6.3.07 itself gave (praat_tracks.json, praat_means.json, praat_pitch_formants.json, vowel_intervals.json), at the last run, each as far as Praat's values are printed:
pitch of 10 recordings, 3,603 values, within 5.0e-7; their formants, 2,540 values, within 5.4e-7; means of 66 cases within 1.0e-6; means of 14 vowels within 2.7e-6; means over
voiced frames within 0.5 % (a formant frame just half a step outside may count or not), all relative above 1.
Run: RESEARCH_MIRROR=… /usr/bin/python3 make_voice.py (numpy 1.24, scipy 1.10; some minutes).
"""

import json
import sys
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1] / "Golden" / "oracles"))

import formants
import generated
import pitch
import recordings
from agreement import Agreement, significant, write


INTERVAL = [0.0917, 0.2468]  # seconds; ends between frames


def golden(name):
    return json.loads((HERE / name).read_text())


def optional(values):
    return np.array([np.nan if value is None else value for value in values], float)


def samples_of(path):
    dataset, path = path.split("/", 1)
    rate, samples = recordings.read(dataset, path)
    return rate, samples / 32768


def at(times, track, time):
    """On the line between two frames; the nearer frame's value where the other has none, nothing where the nearer has none."""
    place = round((time - times[0]) / (times[1] - times[0]), 9)  # half a step outside still counts, however it was rounded
    near = min(int(np.floor(place + 0.5)), len(track) - 1)
    if not -0.5 <= place <= len(track) - 0.5 or np.isnan(track[near]):
        return np.nan
    far = near - 1 if place < near else near + 1
    if not 0 <= far < len(track) or np.isnan(track[far]):
        return track[near]
    return track[near] + abs(place - near) * (track[far] - track[near])


def where_voiced(pitch_times, hertz, times, track):
    values = [at(times, track, time) for time in pitch_times[~np.isnan(hertz)]]
    return np.nanmean(values)


def mean_between(times, track, start, end):
    """Of the line through the values; the line of each half step is whole, so that its middle stands for it."""
    half = 0.5 * (times[1] - times[0])
    ends = np.clip(times[0] + half * np.arange(-1, 2 * len(times)), start, end)
    values = np.array([at(times, track, middle) for middle in 0.5 * (ends[1:] + ends[:-1])])
    lengths = np.where(np.isnan(values), 0, np.diff(ends))
    return (lengths * np.nan_to_num(values)).sum() / lengths.sum()


def hold_to_vowels():
    agreement = Agreement("Praat (means of vowels)", 1e-5)
    for vowel in golden("vowel_intervals.json"):
        rate, samples = samples_of(f"ntua-digits/onetwothree{vowel['speaker']}.wav")
        times, hertz, *_ = pitch.pitch(samples, rate)
        formant_times, tracks = formants.formants(samples, rate, vowel["ceiling"])
        found = [mean_between(formant_times, tracks[:, k], vowel["t0"], vowel["t1"]) for k in range(3)]
        agreement.add(f"{vowel['vowel']} of {vowel['word']}", [vowel[f"F{k}"] for k in (1, 2, 3)], found)
        agreement.add("pitch", vowel["mean_pitch"], mean_between(times, hertz, vowel["t0"], vowel["t1"]))
    return str(agreement)


def hold_to_tracks():
    hertz_of, formant_of = Agreement("Praat (pitch)", 1e-6), Agreement("Praat (formants)", 1e-6)
    for item in golden("praat_tracks.json")["recordings"]:
        rate, samples = samples_of(item["file"])
        times, hertz, _, intensity = pitch.pitch(samples, rate)
        hertz_of.add("times", item["pitch"]["t"], times)
        hertz_of.add(item["file"], item["pitch"]["f"], np.nan_to_num(hertz))
        hertz_of.add("intensity", item["pitch"]["intensity"], intensity)
        times, tracks = formants.formants(samples, rate, item["ceiling"])
        rows = np.array(item["formants"]["frame"]) - 1
        assert len(times) == item["formantFrames"]
        for k in range(4):
            formant_of.add(f"{item['file']} F{k + 1}", optional(item["formants"][f"F{k + 1}"]), tracks[rows, k])
    return f"{hertz_of}; {formant_of}"


def hold_to_means():
    agreement, voiced = Agreement("Praat (means)", 1e-5), Agreement("Praat (means over voiced frames)", 0.01)
    cases = [(item["file"], item["ceiling"], item["meanPitch"], item["meanF"], item["voicedMeanF"]) for item in golden("praat_means.json")["recordings"]]
    old = golden("praat_pitch_formants.json")
    old = {**{name: (4000, item) for name, item in old["files"].items()}, **{f"0_jackson_0{c}": (int(c[-4:]), old[f"0_jackson_0{c}"]) for c in ("_ceiling_5000", "_ceiling_5500")}}
    for name, (ceiling, item) in old.items():
        file = f"fsdd/recordings/{name.split('_ceiling')[0]}.wav"
        cases.append((file, ceiling, item["mean_pitch_hz"], *([item[f"F{k}_{kind}"] for k in (1, 2, 3)] for kind in ("all", "voiced"))))
    for file, ceiling, mean_pitch, mean, mean_voiced in cases:
        rate, samples = samples_of(file)
        pitch_times, hertz, *_ = pitch.pitch(samples, rate)
        agreement.add(file, mean_pitch, np.nanmean(hertz))
        times, tracks = formants.formants(samples, rate, ceiling)
        agreement.add(f"{file} {ceiling}", mean, np.nanmean(tracks[:, :3], axis=0))
        voiced.add(f"{file} {ceiling}", mean_voiced, [where_voiced(pitch_times, hertz, times, tracks[:, k]) for k in range(3)])
    return f"{agreement}; {voiced}"


def entry(name, ceiling):
    rate, samples = generated.utterance(name)
    samples = samples / 32768
    pitch_times, hertz, strength, intensity = pitch.pitch(samples, rate)
    times, tracks = formants.formants(samples, rate, ceiling)
    every = slice(0, len(times), 3)
    return {
        "utterance": name,
        "ceiling": ceiling,
        "pitchTimes": significant(pitch_times),
        "hertz": significant(hertz, 10),
        "strength": significant(strength, 10),
        "intensity": significant(intensity, 10),
        "formantTimes": significant(times[every]),
        "formantFrames": len(times),
        **{f"F{k + 1}": significant(tracks[every, k], 10) for k in range(4)},
        "interval": INTERVAL,
        "intervalF": significant([mean_between(times, tracks[:, k], *INTERVAL) for k in range(3)], 10),
        "intervalHertz": significant(mean_between(pitch_times, hertz, *INTERVAL), 10),
        "meanF": significant(np.nanmean(tracks[:, :3], axis=0), 10),
        "voicedMeanF": significant([where_voiced(pitch_times, hertz, times, tracks[:, k]) for k in range(3)], 10),
    }


if __name__ == "__main__":
    if recordings.present():
        print(hold_to_vowels())
        print(hold_to_tracks())
        print(hold_to_means())
    else:
        print("not held to the tool: RESEARCH_MIRROR is not set")
    cases = [("rising", 4000), ("low", 4000), ("rising", 5000), ("wideband", 5500)]
    write(HERE / "voice.json", {"oracle": "numpy, by make_voice.py", "cases": [entry(*case) for case in cases]})
