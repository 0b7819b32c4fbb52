"""Makes resnet18_onnx.json: what the ONNX model of ResNet-18 in a NuGet package gives for a picture, by a walk through the model's own graph.

Own reader of the file; operations by PyTorch 1.13 (Debian 12, python3-torch) in float64, with the graph's asymmetric padding.
Picture: plane c, row y, column x = 60*sin(0.05*(c+1)*x + 0.03*y) + 10*c, as float32.
Run: /usr/bin/python3 make_resnet18_onnx.py ~/.nuget/packages/microsoft.ml.dnnimagefeaturizer.resnet18/0.23.1/tools/DnnImageModels/ResNet18Onnx/ResNet18.onnx
"""
import json
import struct
import sys
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

data = open(sys.argv[1], "rb").read()


def varint(p):
    value = shift = 0
    while True:
        byte = data[p]
        p, value, shift = p + 1, value | (byte & 127) << shift, shift + 7
        if byte < 128:
            return value, p


def fields(p, end):
    while p < end:
        tag, p = varint(p)
        if tag & 7 == 0:
            value, p = varint(p)
            yield tag >> 3, value
        elif tag & 7 == 2:
            size, p = varint(p)
            yield tag >> 3, (p, p + size)
            p += size
        else:
            size = 8 if tag & 7 == 1 else 4
            yield tag >> 3, data[p:p + size]
            p += size


def text(part):
    return data[part[0]:part[1]].decode()


def attribute(part):
    name, values = "", []
    for number, value in fields(*part):
        if number == 1:
            name = text(value)
        elif number in (3, 8):
            values += [value] if isinstance(value, int) else [v for v in packed(value)]
    return name, values


def packed(part):
    p, out = part[0], []
    while p < part[1]:
        value, p = varint(p)
        out.append(value)
    return out


graph = next(part for number, part in fields(0, len(data)) if number == 7)
tensors, nodes, last = {}, [], None
for number, part in fields(*graph):
    if number == 5:
        dims, name, floats = [], "", None
        for n, value in fields(*part):
            if n == 1:
                dims += [value] if isinstance(value, int) else packed(value)
            elif n == 4:
                floats = np.frombuffer(data, "<f4", (value[1] - value[0]) // 4, value[0])
            elif n == 8:
                name = text(value)
        tensors[name] = torch.from_numpy(floats.astype(np.float64)).reshape(dims)
    elif number == 1:
        ins = [text(v) for n, v in fields(*part) if n == 1]
        outs = [text(v) for n, v in fields(*part) if n == 2]
        op = next(text(v) for n, v in fields(*part) if n == 4)
        nodes.append((op, ins, outs, dict(attribute(v) for n, v in fields(*part) if n == 5)))

c, y, x = np.meshgrid(np.arange(3), np.arange(224), np.arange(224), indexing="ij")
values = {"Input247": torch.from_numpy((60 * np.sin(0.05 * (c + 1) * x + 0.03 * y) + 10 * c).astype(np.float32).astype(np.float64))[None]}
for op, ins, outs, attributes in nodes:
    a = [values[name] if name in values else tensors[name] for name in ins]
    if op == "Conv":
        top, left, bottom, right = attributes["pads"]
        result = F.conv2d(F.pad(a[0], (left, right, top, bottom)), a[1], stride=attributes["strides"])
    elif op == "BatchNormalization":
        result = F.batch_norm(a[0], a[3], a[4], a[1], a[2], eps=1e-5)
    elif op == "Relu":
        result = a[0].relu()
    elif op == "MaxPool":
        top, left, bottom, right = attributes["pads"]
        result = F.max_pool2d(F.pad(a[0], (left, right, top, bottom), value=-np.inf), attributes["kernel_shape"], attributes["strides"])
    elif op == "AveragePool":
        result = F.avg_pool2d(a[0], attributes["kernel_shape"], attributes["strides"])
    elif op == "Add":
        result = a[0] + a[1]
    else:
        raise SystemExit(op)
    values[outs[0]] = last = result
Path(__file__).with_name("resnet18_onnx.json").write_text(json.dumps({"torch": torch.__version__, "features": [float("%.9g" % v) for v in last.flatten().tolist()]}) + "\n")
