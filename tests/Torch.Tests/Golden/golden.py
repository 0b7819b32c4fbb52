"""What the make_*.py scripts share: seeds, the tensors' JSON, and running a case in float32 and in float64.

Inputs and parameters are float32 values; what is written of a result is the float64 run's, after the float32 run was
found to agree with it (integers and booleans exactly, floats within the tolerance below).
"""
import json
import math
import zlib
from pathlib import Path

import torch

torch.set_num_threads(1)
torch.use_deterministic_algorithms(True)

HERE = Path(__file__).parent
NAMES = {torch.float32: 'float32', torch.float64: 'float32', torch.int64: 'int64', torch.bool: 'bool'}
worst = {}


def seed(*key):
    """Each case has a seed of its own, so that a new case moves no other."""
    torch.manual_seed(zlib.crc32('/'.join(map(str, key)).encode()))


def number(value, digits=9):
    assert math.isfinite(value), value
    return float(f'{value:.{digits}g}')


def tensor(t):
    """A float64 tensor is written as float32, which is what it stands for."""
    if t is None:
        return None
    if torch._is_zerotensor(t):     # what the derivative of sign gives: zeros without storage
        t = torch.zeros(t.shape, dtype=t.dtype)
    data = t.detach().contiguous().flatten().tolist()
    return {'shape': list(t.shape), 'dtype': NAMES[t.dtype], 'data': [number(v) for v in data] if t.is_floating_point() else data}


def tensors(items):
    return [tensor(t) for t in items]


def named(items):
    return {name: tensor(t) for name, t in items.items()}


def plain(value):
    """Settings and arguments: tuples become lists, tensors the tensors' form, infinity the string "inf"."""
    if isinstance(value, torch.Tensor):
        return tensor(value)
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    return 'inf' if value == math.inf else value


def cast(value, dtype):
    """Copies floating tensors into the precision; int64 and bool stay."""
    if isinstance(value, torch.Tensor):
        return value.detach().clone().to(dtype) if value.is_floating_point() else value.clone()
    if isinstance(value, dict):
        return {k: cast(v, dtype) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(cast(v, dtype) for v in value)
    return value


def weight_like(t):
    """Multiples of 1/8 in [-1.5, 1.5] without zero; none for an output that is not floating."""
    if not t.is_floating_point():
        return None
    w = torch.randint(1, 13, t.shape).float() / 8
    return w * (torch.randint(0, 2, t.shape) * 2 - 1)


def loss_of(outputs, weights):
    terms = [(o * w.to(o.dtype)).sum() for o, w in zip(outputs, weights) if w is not None and o.requires_grad]
    return sum(terms) if terms else None


def agree(single, double, where, tolerance=2e-5):
    """Compares a result in float32 with the one in float64, with reference to the largest magnitude of the tensor."""
    assert type(single) is type(double), (where, type(single), type(double))
    if isinstance(single, dict):
        assert single.keys() == double.keys(), where
        for key in single:
            agree(single[key], double[key], f'{where} {key}', tolerance)
    elif isinstance(single, (list, tuple)):
        assert len(single) == len(double), where
        for i, pair in enumerate(zip(single, double)):
            agree(*pair, f'{where} {i}', tolerance)
    elif isinstance(single, torch.Tensor):
        assert single.shape == double.shape, where
        if not single.is_floating_point():
            assert torch.equal(single, double), f'differs in kind: {where}'
        elif single.numel():
            assert single.dtype == torch.float32 and double.dtype == torch.float64, (where, single.dtype, double.dtype)
            scale = max(1.0, double.abs().max().item())
            error = (single.double() - double).abs().max().item() / scale
            worst[where] = error
            assert error <= tolerance, f'{where}: {error}'
    else:
        assert single == double, where


def in_both(run, where, tolerance=2e-5):
    """run(dtype) gives nested dicts, lists and tensors; gives the float64 ones."""
    single, double = run(torch.float32), run(torch.float64)
    agree(single, double, where, tolerance)
    return double


def write(file, cases, **more):
    names = [(next(c[k] for k in ('module', 'function', 'scheduler', 'optimizer') if k in c), c['name']) for c in cases]
    assert len(set(names)) == len(names), [n for n in names if names.count(n) > 1]
    lines = ',\n'.join(json.dumps(case, separators=(',', ':'), allow_nan=False) for case in cases)
    tail = ''.join(f',\n"{key}":[\n' + ',\n'.join(json.dumps(c, separators=(',', ':'), allow_nan=False) for c in items) + '\n]'
                   for key, items in more.items())
    path = HERE / file
    path.write_text(f'{{"torch":{json.dumps(torch.__version__)},"cases":[\n{lines}\n]{tail}}}\n')
    json.loads(path.read_text())
    far = max(worst, key=worst.get, default=None)
    counts = ', '.join([f'{len(cases)} cases'] + [f'{len(items)} {key}' for key, items in more.items()])
    print(f'{file}: {counts}, {path.stat().st_size} bytes; furthest from float32: {far} {worst.get(far)}')


def run_module(module, name, settings, inputs, training=True, lengths=None, enforce_sorted=True, target_gradient=True):
    """One case of modules.json or losses.json.  inputs(): makes the float32 inputs, after the module was seeded and made."""
    seed(module, name)
    made = getattr(torch.nn, module)(**settings)
    norm = 'Norm' in module
    with torch.no_grad():
        for key, p in made.named_parameters():
            if norm:
                p.copy_((1 if key == 'weight' else 0) + 0.3 * torch.randn(p.shape))
        for key, b in made.named_buffers():
            if key == 'running_mean':
                b.copy_(0.5 * torch.randn(b.shape))
            elif key == 'running_var':
                b.copy_(0.5 + torch.rand(b.shape))
            elif key == 'num_batches_tracked':
                b.fill_(3)
    state = cast(dict(made.state_dict()), torch.float32)
    given = inputs()
    given = list(given) if isinstance(given, (list, tuple)) else [given]
    weights = []

    def run(dtype):
        m = getattr(torch.nn, module)(**cast(settings, dtype)).to(dtype)
        m.load_state_dict(cast(state, dtype))
        m.train(training)
        xs = cast(given, dtype)
        for i, x in enumerate(xs):
            x.requires_grad_(x.is_floating_point() and (i == 0 or target_gradient))
        call = list(xs)
        if isinstance(m, torch.nn.RNNBase):
            hx = None if len(call) == 1 else call[1] if len(call) == 2 else tuple(call[1:])
            x = call[0]
            if lengths is not None:
                x = torch.nn.utils.rnn.pack_padded_sequence(x, torch.tensor(lengths), m.batch_first, enforce_sorted)
            out, h = m(x, hx)
            if lengths is not None:
                out, after = torch.nn.utils.rnn.pad_packed_sequence(out, m.batch_first)
                assert after.tolist() == list(lengths)
            outputs = [out, *(h if isinstance(h, tuple) else (h,))]
        else:
            outputs = m(*call)
            outputs = list(outputs) if isinstance(outputs, (list, tuple)) else [outputs]
        if not weights:
            weights.extend(weight_like(o) for o in outputs)
        loss_of(outputs, weights).backward()
        return {'outputs': outputs, 'input_grads': [x.grad for x in xs],
                'parameter_grads': {k: p.grad for k, p in m.named_parameters()}, 'buffers_after': dict(m.named_buffers())}

    r = in_both(run, f'{module} {name}')
    case = {'module': module, 'name': name, 'settings': plain(settings), 'training': training, 'parameters': named(state),
            'inputs': tensors(given), 'outputs': tensors(r['outputs']), 'weights': tensors(weights),
            'input_grads': tensors(r['input_grads']), 'parameter_grads': named(r['parameter_grads']),
            'buffers_after': named(r['buffers_after'])}
    if lengths is not None:
        case.update(lengths=list(lengths), enforce_sorted=enforce_sorted)
    return case
