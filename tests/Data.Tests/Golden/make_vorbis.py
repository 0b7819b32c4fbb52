"""Two short Ogg Vorbis files of tones of our own, of one channel and of two, and their samples as ffmpeg decodes them: what mutated files are made of, and the oracle of decoding.

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


def encoded(tones, *options):
    raw = ["-f", "f32le", "-ar", str(RATE), "-ac", str(tones.shape[1])]
    ogg = run([*raw, "-i", "-", "-c:a", "libvorbis", "-q:a", "0", "-bitexact", *options, "-f", "ogg", "-"], tones.astype("<f4").tobytes())
    frames = int.from_bytes(ogg[ogg.rindex(b"OggS") + 6 :][:8], "little")  # the last page says where the sound ends; ffmpeg 5.1 plays its last block out
    decoded = np.frombuffer(run(["-f", "ogg", "-i", "-", *raw, "-"], ogg), "<f4")[: frames * tones.shape[1]]
    return {"file": base64.b64encode(ogg).decode(), "samples": [round(float(x), 6) for x in decoded]}


def tone(hertz, frames):
    return 0.4 * np.sin(2 * np.pi * hertz * np.arange(frames) / RATE)


mono = encoded(tone(440, 800)[:, None])
stereo = encoded(np.stack([tone(440, 2500), tone(660, 2500)], axis=1), "-page_duration", "50000")
with open(os.path.join(HERE, "vorbis.json"), "w") as out:
    json.dump({"rate": RATE, **mono, "stereo": stereo}, out)
    out.write("\n")
