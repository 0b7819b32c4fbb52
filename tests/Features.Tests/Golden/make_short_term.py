"""Makes short_term.json: pyAudioAnalysis's features of the generated utterances (tests/Golden/oracles), so that they are compared without recordings.

The oracle is written anew from the definitions, in numpy and scipy. Where RESEARCH_MIRROR names a mirror of the recordings, it is first held to what
pyAudioAnalysis itself gave (pyaudioanalysis_34.json, golden_py136_emodb.json, which print nine and eight digits), at the last run:
3,876 values agree within 3.6e-8, relative above 1.
Run: RESEARCH_MIRROR=… /usr/bin/python3 make_short_term.py (numpy 1.24, scipy 1.10).
"""

import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1] / "Golden" / "oracles"))

import generated
import recordings
import short_term
from agreement import Agreement, significant, write


def hold_to_the_tool():
    agreement = Agreement("pyAudioAnalysis", 1e-7)
    for name, steps in json.loads((HERE / "pyaudioanalysis_34.json").read_text())["signals"].items():
        rate, samples = recordings.read("fsdd", f"recordings/{name}.wav")
        for group, expected in steps.items():
            step = int(group.removeprefix("step"))
            rows = short_term.features(samples, rate, 400, step)
            whole = short_term.statistics(rows)
            agreement.add(f"{name} {group}", expected["short"], rows.T)
            agreement.add(f"{name} {group} mean", expected["whole_mean"], whole[:34])
            agreement.add(f"{name} {group} deviation", expected["whole_std"], whole[34:])
            agreement.add(f"{name} {group} mid", expected["mid"], short_term.mid_term(short_term.with_changes(rows), rate, 400, step).T)
    golden = json.loads((HERE / "golden_py136_emodb.json").read_text())
    for name, mid, whole in zip(golden["names"], golden["mid136_a"], golden["whole136_w"]):
        rate, samples = recordings.read("emodb-4", f"wav/{name}.wav")
        both = short_term.with_changes(short_term.features(samples, rate, 800, 400))
        agreement.add(f"{name} mid", mid, short_term.mid_term(both, rate, 800, 400).mean(axis=0))
        agreement.add(f"{name} whole", whole, short_term.statistics(both))
    return str(agreement)


def entry(name, step_seconds):
    rate, samples = generated.utterance(name)
    window, step = round(0.05 * rate), round(step_seconds * rate)
    both = short_term.with_changes(short_term.features(samples, rate, window, step))
    return {
        "utterance": name,
        "stepSeconds": step_seconds,
        "short": significant(both[:, :34]),
        "mid": significant(short_term.mid_term(both, rate, window, step)),
        "whole": significant(short_term.statistics(both)),
    }


if __name__ == "__main__":
    checked = hold_to_the_tool() if recordings.present() else "not held to the tool: RESEARCH_MIRROR is not set"
    print(checked)
    cases = [("rising", 0.025), ("rising", 0.05), ("low", 0.025), ("wideband", 0.025)]
    write(HERE / "short_term.json", {"oracle": "numpy, by make_short_term.py", "cases": [entry(*case) for case in cases]})
