"""A short Ogg Vorbis file of a tone of our own, and its samples as ffmpeg decodes them: what mutated files are made of, and the oracle of decoding.

Run: python3 make_vorbis.py (numpy 1.24, ffmpeg 5.1 with libvorbis). Writes vorbis.json beside it.
"""

import base64
import json
import os
import subprocess

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
RATE = 8000


def run(arguments, data):
    command = ["ffmpeg", "-hide_banner", "-loglevel", "error", *arguments]
    return subprocess.run(command, input=data, stdout=subprocess.PIPE, check=True).stdout


tone = (0.4 * np.sin(2 * np.pi * 440 * np.arange(800) / RATE)).astype("<f4")
raw = ["-f", "f32le", "-ar", str(RATE), "-ac", "1"]
ogg = run([*raw, "-i", "-", "-c:a", "libvorbis", "-q:a", "0", "-bitexact", "-f", "ogg", "-"], tone.tobytes())
samples = int.from_bytes(ogg[ogg.rindex(b"OggS") + 6 :][:8], "little")  # the last page says where the sound ends; ffmpeg 5.1 plays its last block out
decoded = np.frombuffer(run(["-f", "ogg", "-i", "-", *raw, "-"], ogg), "<f4")[:samples]
with open(os.path.join(HERE, "vorbis.json"), "w") as out:
    json.dump({"rate": RATE, "file": base64.b64encode(ogg).decode(), "samples": [round(float(x), 6) for x in decoded]}, out)
    out.write("\n")
