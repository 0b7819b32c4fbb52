"""Makes the small files of weights beside it, and weights.json with what they hold.

*.pth by PyTorch itself (Debian 12, python3-torch 1.13.1+dfsg, reports 1.13.0a0; torch.save), and hostile ones by hand with pickle opcodes;
*.safetensors and *.onnx written here byte by byte from the formats' descriptions, without their libraries.
Value i of tensor t is (7*t + 3*i) mod 11 - 5, exact in every type.  Deterministic but for the storage keys of legacy.pth (addresses).
Run: /usr/bin/python3 make_weights.py
"""
import collections
import io
import json
import struct
import zipfile
from pathlib import Path

import torch

HERE = Path(__file__).parent


def values(t, count):
    return [float((7 * t + 3 * i) % 11 - 5) for i in range(count)]


def tensor(t, shape, dtype=torch.float32):
    count = 1
    for size in shape:
        count *= size
    return torch.tensor(values(t, count)).reshape(shape).to(dtype)


state = collections.OrderedDict()
state["features.0.weight"] = tensor(1, (2, 3, 2, 2))
state["features.0.bias"] = tensor(2, (2,))
state["features.1.running_var"] = tensor(3, (2,), torch.float64)
state["features.1.num_batches_tracked"] = tensor(4, (), torch.int64)
state["half"] = tensor(5, (3, 2), torch.float16)
state["brain"] = tensor(6, (3,), torch.bfloat16)
whole = tensor(7, (4, 3))
state["turned"] = whole.t()      # strides 1, 3
state["part"] = whole[1:3]       # offset 3
expected = {name: {"shape": list(own.shape), "values": own.to(torch.float64).flatten().tolist()} for name, own in state.items()}

module = torch.nn.Sequential(torch.nn.Conv2d(1, 1, 1), torch.nn.BatchNorm2d(1))
torch.save(state, HERE / "zip.pth")
torch.save(state, HERE / "legacy.pth", _use_new_zipfile_serialization=False)
torch.save({"epoch": 3, "state_dict": state, "note": "x"}, HERE / "checkpoint.pth")
torch.save(module.state_dict(), HERE / "module.pth")                     # with _metadata
torch.save(collections.OrderedDict(p=torch.nn.Parameter(tensor(1, (2,)))), HERE / "parameter.pth", _use_new_zipfile_serialization=False)

# One tensor of two numbers, with a pickle of our own.
GOOD_HEAD = b"\x80\x02ccollections\nOrderedDict\n)R"
STORAGE = b"(X\x07\x00\x00\x00storagectorch\nFloatStorage\nX\x01\x00\x00\x000X\x03\x00\x00\x00cpuK%ctQ"
VIEW = b"ctorch._utils\n_rebuild_tensor_v2\n("


def one(count=2, offset=0, sizes=b"K\x02\x85", strides=b"K\x01\x85", rest=b""):
    body = STORAGE.replace(b"%c", bytes([count]))
    return (GOOD_HEAD + b"X\x01\x00\x00\x00w" + VIEW + body + b"K" + bytes([offset]) + sizes + strides + b"\x89)tRs" + rest + b".")


def archive(name, pickle, method=zipfile.ZIP_STORED, data=None, extra=()):
    info = {"a/data.pkl": pickle, "a/data/0": data if data is not None else struct.pack("<2f", 1, 2), "a/version": b"3\n", **dict(extra)}
    with zipfile.ZipFile(HERE / name, "w") as out:
        for entry, content in info.items():
            member = zipfile.ZipInfo(entry, date_time=(1980, 1, 1, 0, 0, 0))
            member.compress_type = method
            out.writestr(member, content)


archive("own.pth", one())
archive("hostile-call.pth", b"\x80\x02cos\nsystem\nX\x02\x00\x00\x00id\x85R.")
archive("hostile-stack-global.pth", b"\x80\x04\x8c\x08builtins\x8c\x04eval\x93X\x01\x00\x00\x001\x85R.")
archive("hostile-object.pth", b"\x80\x02ccollections\nOrderedDict\n)\x81.")
archive("hostile-cycle.pth", b"\x80\x02}q\x00X\x01\x00\x00\x00wh\x00s.")
archive("hostile-shape.pth", one(sizes=b"J\xff\xff\xff\x7fJ\xff\xff\xff\x7f\x86", strides=b"K\x00K\x00\x86"))
archive("hostile-stride.pth", one(strides=b"K\x09\x85"))
archive("hostile-count.pth", one(count=200))
archive("hostile-bomb.pth", one(count=2), zipfile.ZIP_DEFLATED, data=b"\0" * 100000)
archive("hostile-missing.pth", one().replace(b"X\x01\x00\x00\x000X", b"X\x01\x00\x00\x009X"))
archive("hostile-list.pth", b"\x80\x02].")
archive("big-endian.pth", one(), extra=[("a/byteorder", b"big")])


def safetensors(name, entries, data, header=None):
    text = header if header is not None else json.dumps(entries).encode()
    (HERE / name).write_bytes(struct.pack("<Q", len(text)) + text + data)


plain = [("a.weight", (2, 3), 1), ("a.bias", (2,), 2)]
entries, data = {"__metadata__": {"format": "pt"}}, b""
for name, shape, t in plain:
    count = 6 if len(shape) == 2 else 2
    packed = struct.pack(f"<{count}f", *values(t, count))
    entries[name] = {"dtype": "F32", "shape": list(shape), "data_offsets": [len(data), len(data) + len(packed)]}
    data += packed
safetensors("plain.safetensors", entries, data)
safetensors("hostile-offsets.safetensors", {"w": {"dtype": "F32", "shape": [2], "data_offsets": [4, 12]}}, b"\0" * 8)
safetensors("hostile-type.safetensors", {"w": {"dtype": "F4", "shape": [2], "data_offsets": [0, 8]}}, b"\0" * 8)
safetensors("hostile-shape.safetensors", {"w": {"dtype": "F32", "shape": [1 << 40, 1 << 40], "data_offsets": [0, 8]}}, b"\0" * 8)
safetensors("hostile-twice.safetensors", {}, b"\0" * 4, b'{"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}')


def varint(value):
    out = b""
    while value >= 0x80:
        out, value = out + bytes([value & 0x7F | 0x80]), value >> 7
    return out + bytes([value])


def field(number, content):
    return varint(number << 3 | 2) + varint(len(content)) + content


def number(n, value):
    return varint(n << 3) + varint(value)


def initializer(name, shape, t, raw, packed_dims=False):
    count = 6 if len(shape) == 2 else 2
    numbers = struct.pack(f"<{count}f", *values(t, count))
    dims = field(1, b"".join(varint(s) for s in shape)) if packed_dims else b"".join(number(1, s) for s in shape)
    return field(5, dims + number(2, 1) + field(9 if raw else 4, numbers) + field(8, name.encode()))


def onnx(name, graph):
    node = field(1, field(1, b"x") + field(2, b"y") + field(4, b"Relu"))
    (HERE / name).write_bytes(number(1, 3) + field(2, b"by hand") + field(7, node + graph))


onnx("plain.onnx", initializer("a.weight", (2, 3), 1, True) + initializer("a.bias", (2,), 2, False, True))
onnx("hostile-shape.onnx", field(5, number(1, 1 << 40) + number(1, 1 << 40) + number(2, 1) + field(8, b"w")))
onnx("hostile-length.onnx", field(5, number(1, 3) + number(2, 1) + field(8, b"w") + field(9, b"\0" * 8)))
onnx("hostile-external.onnx", field(5, number(1, 3) + number(2, 1) + field(8, b"w") + field(13, field(1, b"location"))))
(HERE / "hostile-end.onnx").write_bytes(number(1, 3) + varint(7 << 3 | 2) + varint(1 << 40) + b"\0")
simple = {name: {"shape": list(shape), "values": values(t, 6 if len(shape) == 2 else 2)} for name, shape, t in plain}
(HERE / "weights.json").write_text(json.dumps({"torch": torch.__version__, "state": expected, "plain": simple}, indent=1) + "\n")
