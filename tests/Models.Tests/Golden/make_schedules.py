"""Makes schedules.json: ReduceLROnPlateau, a learning-rate range test, one cycle.

Made on Debian 12 with Python 3.11.2, python3-torch 1.13.1+dfsg (reports 1.13.0a0) and numpy 1.24.2 on one thread; computed in float64, 12
significant digits. The range test follows torch-lr-finder's definition; that package was read, not run.
Deterministic.  Run: /usr/bin/python3 make_schedules.py
"""
import json
import math
import platform
import warnings
from pathlib import Path

import numpy as np
import torch

warnings.filterwarnings("ignore")
torch.set_num_threads(1)
FORMULA = ("fmix32(x): x^=x>>16; x*=0x85EBCA6B; x^=x>>13; x*=0xC2B2AE35; x^=x>>16 (uint32 arithmetic). "
           "t(s,i) = 2*(fmix32((uint)(i*2654435761) ^ fmix32(s))/4294967296.0) - 1 (double, exact). "
           "Array element i is in row-major order.")


def fmix_int(x):
    x &= 0xFFFFFFFF
    x ^= x >> 16
    x = x * 0x85EBCA6B & 0xFFFFFFFF
    x ^= x >> 13
    x = x * 0xC2B2AE35 & 0xFFFFFFFF
    x ^= x >> 16
    return x


def hash_u32(seed, start, count):
    x = np.arange(start, start + count, dtype=np.uint64).astype(np.uint32)
    x = x * np.uint32(2654435761)
    x ^= np.uint32(fmix_int(seed))
    x ^= x >> np.uint32(16)
    x *= np.uint32(0x85EBCA6B)
    x ^= x >> np.uint32(13)
    x *= np.uint32(0xC2B2AE35)
    x ^= x >> np.uint32(16)
    return x


def t_range(seed, start, count):
    """t(seed, i) for i in [start, start+count), float64."""
    return hash_u32(seed, start, count).astype(np.float64) / 4294967296.0 * 2.0 - 1.0


def t_array(seed, shape):
    n = int(np.prod(shape)) if len(shape) else 1
    return t_range(seed, 0, n).reshape(shape)


def sig(v, d=9):
    if isinstance(v, (list, tuple)):
        return [sig(e, d) for e in v]
    if isinstance(v, np.ndarray):
        return sig(v.tolist(), d)
    if isinstance(v, float):
        return float(("%%.%dg" % d) % v)
    return v


def write(name, obj):
    # one line per top-level key: readable diffs, still compact
    parts = [json.dumps(k) + ":" + json.dumps(v, separators=(",", ":"), ensure_ascii=False) for k, v in obj.items()]
    Path(__file__).with_name(name).write_text("{\n" + ",\n".join(parts) + "\n}\n")


def versions():
    v = {"python": platform.python_version(), "numpy": np.__version__}
    v["torch"] = torch.__version__
    try:
        import torchvision
        v["torchvision"] = torchvision.__version__
    except ImportError:
        pass
    try:
        import scipy
        v["scipy"] = scipy.__version__
    except ImportError:
        pass
    return v


def opt(lr, momentum=0.9):
    return torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=lr, momentum=momentum)


# ---- ReduceLROnPlateau ----
losses = [1.0, 0.8, 0.79995, 0.79991, 0.8, 0.81, 0.7999, 0.8, 0.6, 0.61, 0.599941, 0.5999399, 0.7, 0.6, 0.61, 0.62, 0.63, 0.64, 0.65, 0.66]
plateau = {}
for tag, kw in (("patience3", dict()), ("patience3_cooldown2_minlr", dict(cooldown=2, min_lr=1e-4)), ("patience3_factor0.5", dict(factor=0.5))):
    o = opt(0.01)
    args = dict(mode="min", patience=3, factor=0.1, threshold=1e-4, threshold_mode="rel")
    args.update(kw)
    s = torch.optim.lr_scheduler.ReduceLROnPlateau(o, **args)
    rows = []
    for l in losses:
        s.step(l)
        rows.append([o.param_groups[0]["lr"], s.best, s.num_bad_epochs, s.cooldown_counter])
    plateau[tag] = {"call": "ReduceLROnPlateau(SGD(lr=0.01), %s)" % ", ".join("%s=%r" % kv for kv in args.items()),
                    "columns": ["lr after step", "best", "num_bad_epochs", "cooldown_counter"], "rows": rows}

# ---- range test ----
N, LO, HI, SM = 100, 1e-7, 10.0, 0.05


def range_test(raw):
    lrs, sm, best, stop = [], [], None, None
    for k in range(N):
        l = raw(k)
        lrs.append(LO * (HI / LO) ** (k / (N - 1)))
        if k == 0:
            best = l
        else:
            l = SM * l + (1 - SM) * sm[-1]
            best = min(best, l)
        sm.append(l)
        if l > 5 * best:
            stop = k
            break
    a, b = 10, len(sm) - 5
    g = np.gradient(np.array(sm[a:b]))
    j = int(g.argmin())
    return dict(lr=lrs, smoothed=sm, stopped_at=stop, recorded=len(sm), suggestion_index=a + j, suggestion_lr=lrs[a + j], gradient_min=float(g[j]))


def curve(k):
    x = -7 + 8 * k / 99.0                      # log10 lr
    return 0.3 + 1.7 / (1 + math.exp(3.0 * (x + 2.5))) + (0.0 if x < -0.5 else 40.0 * (x + 0.5) ** 2)


raw1 = [curve(k) for k in range(N)]
r1 = range_test(lambda k: raw1[k])

# a real run: softmax regression, full batch, SGD momentum 0.9, float64
X = torch.from_numpy(t_array(11, (60, 8)) * math.sqrt(3.0))
Y = torch.from_numpy((hash_u32(12, 0, 60) % 3).astype(np.int64))
W0 = t_array(13, (3, 8)) * 0.5
W = torch.nn.Parameter(torch.from_numpy(W0.copy()))
b = torch.nn.Parameter(torch.zeros(3, dtype=torch.float64))
o = torch.optim.SGD([W, b], lr=LO, momentum=0.9)
raws = []


def real(k):
    o.param_groups[0]["lr"] = LO * (HI / LO) ** (k / (N - 1))
    o.zero_grad()
    l = torch.nn.functional.cross_entropy(X @ W.t() + b, Y)
    l.backward()
    o.step()
    raws.append(l.item())
    return raws[-1]


r2 = range_test(real)

one = {}
for tag, kw in (("cos", dict(anneal_strategy="cos")), ("linear", dict(anneal_strategy="linear")), ("cos_three_phase", dict(anneal_strategy="cos", three_phase=True))):
    o = opt(0.01)
    a = dict(max_lr=0.1, total_steps=20, pct_start=0.3, div_factor=25.0, final_div_factor=1e4, base_momentum=0.85, max_momentum=0.95)
    a.update(kw)
    s = torch.optim.lr_scheduler.OneCycleLR(o, **a)
    rows = []
    for k in range(20):
        rows.append(sig([o.param_groups[0]["lr"], o.param_groups[0]["momentum"]], 12))
        o.step()
        if k < 19:
            s.step()
    one[tag] = {"call": "OneCycleLR(SGD(momentum=0.9), %s)" % ", ".join("%s=%r" % kv for kv in a.items()), "lr_momentum_per_step": rows}

write("schedules.json", {
    "versions": versions(), "formula": FORMULA,
    "plateau_losses": losses,
    "plateau_rule": "better iff loss < best*(1-1e-4); bad count + 1 otherwise; when bad > 3: lr = max(lr*0.1, min_lr) if the change exceeds eps 1e-8, bad = 0; "
                    "so the cut comes at the 4th bad epoch in a row. best moves only on a 'better' epoch. Cooldown: counter falls each step and bad is held at 0.",
    "plateau": plateau,
    "range_test_rule": "lr_k = 1e-7*(10/1e-7)^(k/99), k = 0..99; step k trains one batch with lr_k, raw L_k is the loss before that step; "
                       "s_0 = L_0, s_k = 0.05*L_k + 0.95*s_(k-1) (torch-lr-finder's sense of smooth_f = 0.05: heavy smoothing, no bias correction); "
                       "best = min s so far; stop after recording k when s_k > 5*best (diverge_th 5). Suggestion: drop the first 10 and last 5 recorded points, "
                       "g = np.gradient(s) with unit spacing by step (i.e. per log-lr step: central differences (s[i+1]-s[i-1])/2, one-sided at both ends), "
                       "first argmin of g, lr there. Fewer than 17 recorded points: error.",
    "range_test_synthetic": {"raw": "x=-7+8k/99; L=0.3+1.7/(1+exp(3(x+2.5))) + (x<-0.5 ? 0 : 40(x+0.5)^2)", "raw_values": sig(raw1, 12),
                             **{k: sig(v, 12) for k, v in r1.items()}},
    "range_test_trained": {"model": "X=t(11)[60,8]*sqrt(3); Y=fmix32((uint)(i*2654435761)^fmix32(12))%3; W=0.5*t(13)[3,8]; b=0; softmax cross-entropy mean, full batch, SGD momentum 0.9 (torch form: v=0.9v+g, p-=lr*v), float64",
                           "raw_values": sig(raws, 12), **{k: sig(v, 12) for k, v in r2.items() if k != "lr"}, "final_W": sig(W.detach().numpy(), 12)},
    "one_cycle": one,
})
