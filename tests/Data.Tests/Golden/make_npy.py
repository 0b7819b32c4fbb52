"""Files that NumPy writes, with the numbers in them: the oracle of NpyReader and NpyWriter.

Run: python3 make_npy.py (numpy 1.24). Writes npy.json beside it.
"""

import base64
import gzip
import io
import json
import os

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
TYPES = ["|b1", "|u1", "|i1"] + [order + kind for kind in ("u2", "i2", "u4", "i4", "u8", "i8", "f2", "f4", "f8") for order in "<>"]


def numbers(dtype, shape):
    n = int(np.prod(shape))
    kind = dtype[1]
    if kind == "b":
        values = np.arange(n) % 2
    elif kind == "u":
        values = np.arange(n) * 7
    elif kind == "i":
        values = np.arange(n) * 7 - 20
    else:
        values = (np.arange(n) - 3) / 7
    return values.astype(dtype).reshape(shape)


def case(name, array, zipped=False, version=None):
    file = io.BytesIO()
    np.lib.format.write_array(file, array, version=version)
    data = file.getvalue()
    data = gzip.compress(data, mtime=0) if zipped else data
    rows = array.reshape(1, -1) if array.ndim == 1 else array
    return {"name": name, "file": base64.b64encode(data).decode(), "rows": [[float(x) for x in row] for row in rows]}


cases = [case(dtype, numbers(dtype, (2, 3))) for dtype in TYPES]
cases.append(case("by columns", np.asfortranarray(numbers("<f8", (3, 4)))))
cases.append(case("one dimension", numbers("<f4", (5,))))
cases.append(case("one value", numbers("<f8", (1, 1))))
cases.append(case("version 2", numbers("<f8", (2, 2)), version=(2, 0)))
cases.append(case("version 3", numbers("<f8", (2, 2)), version=(3, 0)))
cases.append(case("gzipped", numbers("<f4", (3, 3)), zipped=True))
with open(os.path.join(HERE, "npy.json"), "w") as out:
    json.dump(cases, out, indent=0)
    out.write("\n")
