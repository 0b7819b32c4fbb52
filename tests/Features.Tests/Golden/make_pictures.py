"""Makes pictures.json: pictures resized by Pillow, colours of matplotlib.

Made on Debian 12 with Python 3.11.2, python3-pil 9.4.0, python3-matplotlib 3.6.3, numpy 1.24.2.  Byte i of a picture is (i*i*7 + i*31 + i//5) mod 256.
Deterministic.  Run: /usr/bin/python3 make_pictures.py
"""
import hashlib
import json
from pathlib import Path

import matplotlib
import matplotlib.cm
import numpy as np
import PIL
from PIL import Image


def picture(height, width):
    i = np.arange(height * width * 3, dtype=np.int64)
    return ((i * i * 7 + i * 31 + i // 5) % 256).astype(np.uint8).reshape(height, width, 3)


cases = []
for (h, w), (oh, ow) in [((5, 7), (9, 11)), ((9, 11), (4, 3)), ((6, 6), (6, 13)), ((128, 157), (224, 224)), ((128, 157), (299, 299)), ((128, 157), (64, 64)), ((1, 1), (3, 2))]:
    out = np.asarray(Image.fromarray(picture(h, w)).resize((ow, oh), Image.BILINEAR))
    cases.append({"from": [h, w], "to": [oh, ow], "first": out.ravel()[:12].tolist(), "last": out.ravel()[-6:].tolist(),
                  "sha256": hashlib.sha256(out.tobytes()).hexdigest()})
magma = np.floor(np.array(matplotlib.cm.get_cmap("magma", 256).colors)[:, :3] * 255 + 0.5).astype(int)
Path(__file__).with_name("pictures.json").write_text(json.dumps(
    {"pillow": PIL.__version__, "matplotlib": matplotlib.__version__, "resized": cases, "magma": magma[::15].tolist(),
     "magma_sha256": hashlib.sha256(magma.astype(np.uint8).tobytes()).hexdigest()}, indent=1) + "\n")
