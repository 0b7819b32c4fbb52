"""MusiCNN (Pons and Serra, 2019) by numpy in float64, after the layers that the dataset's SOURCE and Essentia's model state: a small net of filled weights, and the real one.

Run: python3 make_musicnn.py FOLDER (numpy 1.24; FOLDER holds musicnn_msd.f32 and .json, head_deam.*). Writes musicnn.json beside it, and into the Golden folders of Features.Tests and Evaluation.Tests.
"""

import json
import os
import sys

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
RATE, FRAME, HOP, BANDS, FRAMES = 16000, 512, 256, 96, 187


def windows(x, length):
    return np.lib.stride_tricks.sliding_window_view(x, length, axis=0)  # [t, ..., length]


def norm(w, name, x, eps=1e-3):
    n = {k: w[f"{name}/{k}"] for k in ("gamma", "beta", "moving_mean", "moving_variance")}
    return (x - n["moving_mean"]) / np.sqrt(n["moving_variance"] + eps) * n["gamma"] + n["beta"]


def relu(x):
    return np.maximum(x, 0)


def timbral(w, conv, bn, x):  # [t, bands] -> [t, filters]; time padded by three, the kernel slid over frequency
    k = w[f"{conv}/kernel"][:, :, 0, :]
    x = np.pad(x, ((3, 3), (0, 0)))
    high, wide, _ = k.shape
    patches = np.lib.stride_tricks.sliding_window_view(x, (high, wide))  # [t, f, high, wide]
    y = np.einsum("tfhw,hwo->tfo", patches, k, optimize=True) + w[f"{conv}/bias"]
    return norm(w, bn, relu(y)).max(axis=1)


def temporal(w, conv, bn, x):  # kernels one band wide, SAME in time
    k = w[f"{conv}/kernel"][:, 0, 0, :]
    before = (len(k) - 1) // 2
    x = np.pad(x, ((before, len(k) - 1 - before), (0, 0)))
    y = np.einsum("tfh,ho->tfo", windows(x, len(k)), k, optimize=True) + w[f"{conv}/bias"]
    return norm(w, bn, relu(y)).max(axis=1)


def middle(w, conv, bn, x):  # [t, columns] -> [t, filters]; all columns at once
    k = w[f"{conv}/kernel"][:, :, 0, :]
    x = np.pad(x, ((3, 3), (0, 0)))
    y = np.einsum("tch,hco->to", windows(x, len(k)), k, optimize=True) + w[f"{conv}/bias"]
    return norm(w, bn, relu(y))


def forward(w, patch):
    x = norm(w, "batch_normalization", patch)
    front = [timbral(w, "conv2d", "batch_normalization_1", x), timbral(w, "conv2d_1", "batch_normalization_2", x)]
    front += [temporal(w, f"conv2d_{k}", f"batch_normalization_{k + 1}", x) for k in (2, 3, 4)]
    front = np.concatenate(front, axis=1)
    one = middle(w, "conv2d_5", "batch_normalization_6", front)
    two = one + middle(w, "conv2d_6", "batch_normalization_7", one)
    three = two + middle(w, "conv2d_7", "batch_normalization_8", two)
    all_ = np.concatenate([front, one, two, three], axis=1)
    pooled = np.stack([all_.max(axis=0), all_.mean(axis=0)], axis=1).reshape(-1)
    embedding = norm(w, "batch_normalization_9", pooled) @ w["dense/kernel"] + w["dense/bias"]
    logits = norm(w, "batch_normalization_10", relu(embedding)) @ w["dense_1/kernel"] + w["dense_1/bias"]
    return embedding, 1 / (1 + np.exp(-logits))


def head(w, embedding):
    return ((embedding - w["mean"]) / np.sqrt(w["var"] + 1e-6) * w["scale"] + w["bias"]) @ w["dense_out/kernel"] + w["dense_out/bias"]


def read(path):
    data = np.fromfile(path + ".f32", "<f4").astype(float)
    return {t["name"]: data[t["offset"] // 4 :][: int(np.prod(t["shape"]))].reshape(t["shape"]) for t in json.load(open(path + ".json"))}


def small_shapes():
    norms = {"": 1, "_1": 4, "_2": 4, "_3": 3, "_4": 3, "_5": 3, "_6": 6, "_7": 6, "_8": 6, "_9": 70, "_10": 5}
    kernels = [(7, 5, 1, 4), (7, 8, 1, 4), (9, 1, 1, 3), (5, 1, 1, 3), (4, 1, 1, 3), (7, 17, 1, 6), (7, 6, 1, 6), (7, 6, 1, 6)]
    shapes = {}
    for name, size in norms.items():
        shapes.update({f"batch_normalization{name}/{k}": (size,) for k in ("gamma", "beta", "moving_mean", "moving_variance")})
    for k, shape in enumerate(kernels):
        name = "conv2d" + (f"_{k}" if k else "")
        shapes.update({f"{name}/kernel": shape, f"{name}/bias": shape[-1:]})
    return {**shapes, "dense/kernel": (70, 5), "dense/bias": (5,), "dense_1/kernel": (5, 3), "dense_1/bias": (3,)}


def fill(shapes):  # tensor t's value i: ((7919 t + 40503 i + 12345) mod 65536) / 65536 - 0.5; variances one more
    w = {}
    for t, (name, shape) in enumerate(shapes.items()):
        i = np.arange(int(np.prod(shape)))
        w[name] = (((7919 * t + 40503 * i + 12345) % 65536) / 65536 - 0.5 + (1 if name.endswith("variance") else 0)).reshape(shape)
    return w


def mel_bank():
    def mel(f):
        return np.where(f < 1000, f / (200 / 3), 15 + np.log(np.maximum(f, 1) / 1000) / (np.log(6.4) / 27))

    def hertz(m):
        return np.where(m < 15, m * 200 / 3, 1000 * np.exp((m - 15) * np.log(6.4) / 27))

    edges = hertz(np.linspace(mel(np.array(0.0)), mel(np.array(RATE / 2)), BANDS + 2))
    f = np.arange(FRAME // 2 + 1) * RATE / FRAME
    low, middle_, high = edges[:-2, None], edges[1:-1, None], edges[2:, None]
    return np.maximum(0, np.minimum((f - low) / (middle_ - low), (high - f) / (high - middle_))) * 2 / (high - low)


def signal(samples):
    t = np.arange(samples) / RATE
    return 0.3 * np.sin(2 * np.pi * 220 * t) + 0.2 * np.sin(2 * np.pi * 554 * t) * (1 + np.sin(2 * np.pi * 3 * t)) / 2 + 0.1 * np.sin(2 * np.pi * 3000 * t * t)


def patch_of(wave):
    hann = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(FRAME) / FRAME)
    frames = np.lib.stride_tricks.sliding_window_view(wave, FRAME)[::HOP] * hann
    return np.log10(1 + 10000 * (np.abs(np.fft.rfft(frames)) ** 2 @ mel_bank().T))


def rounded(values, digits=7):
    return [float(f"{v:.{digits}g}") for v in np.ravel(values)]


def main():
    weights = fill(small_shapes())
    patch = ((np.arange(11 * 12) * 40503 + 777) % 65536 / 65536 * 4).reshape(11, 12)
    embedding, tags = forward(weights, patch)
    wave = signal(FRAME + (FRAMES - 1) * HOP)
    real = patch_of(wave)
    real_embedding, real_tags = forward(read(os.path.join(sys.argv[1], "musicnn_msd")), real)
    deam = head(read(os.path.join(sys.argv[1], "head_deam")), real_embedding)
    write("Models", {"shapes": {k: list(v) for k, v in small_shapes().items()}, "embedding": rounded(embedding), "tags": rounded(tags)})
    write("Features", {"frames": FRAMES, "first": rounded(real[0]), "last": rounded(real[-1])})
    write("Evaluation", {"embedding": rounded(real_embedding), "tags": rounded(real_tags), "deam_arousal_valence": rounded(deam)})


def write(project, values):
    with open(os.path.join(HERE, "..", "..", f"{project}.Tests", "Golden", "musicnn.json"), "w") as file:
        json.dump(values, file)
        file.write("\n")


main()
