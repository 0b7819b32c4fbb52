# The work of SpeedCases.cs in PyTorch: fp32 without TF32, median seconds a step and the most memory that PyTorch held. Usage: peers.py RESULT.json
# Made for torch 2; the networks over pictures need torchvision, and are left out, said on standard error, where it is missing.
import json
import statistics
import sys
import time

import torch
from torch import nn

REPEATS, LONGEST = 7, 5.0

if not torch.cuda.is_available():
    sys.exit("torch has no CUDA here")
torch.backends.cuda.matmul.allow_tf32 = False
torch.backends.cudnn.allow_tf32 = False
torch.backends.cudnn.benchmark = True
device = torch.device("cuda")


def product(side):
    a, b = torch.randn(side, side, device=device), torch.randn(side, side, device=device)
    return lambda: a @ b


class Digits(nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.lstm, self.output = nn.LSTM(13, 60, layers, batch_first=True), nn.Linear(60, 10)

    def forward(self, packed):
        return self.output(self.lstm(packed)[1][0][-1])


# An epoch over 2,160 utterances as RecurrentCases.cs has them: batches of 64, longest first, copied to the GPU in each step.
def epoch(layers):
    net = Digits(layers).to(device)
    optimizer = torch.optim.Adam(net.parameters(), lr=0.01)
    clips = [torch.randn(9 + i * 37 % 42, 13) for i in range(2160)]
    classes = torch.randint(10, (2160,))

    def run():
        for start in range(0, 2160, 64):
            order = sorted(range(start, min(start + 64, 2160)), key=lambda i: -len(clips[i]))
            padded = nn.utils.rnn.pad_sequence([clips[i] for i in order], batch_first=True).to(device)
            packed = nn.utils.rnn.pack_padded_sequence(padded, [len(clips[i]) for i in order], batch_first=True)
            optimizer.zero_grad()
            nn.functional.cross_entropy(net(packed), classes[order].to(device)).backward()
            optimizer.step()

    return run


def step(net, shape, count):
    net = net.to(device).train()
    optimizer = torch.optim.SGD(net.parameters(), lr=0.01)
    x, y = torch.randn(*shape, device=device), torch.randint(count, (shape[0],), device=device)

    def run():
        optimizer.zero_grad()
        nn.functional.cross_entropy(net(x), y).backward()
        optimizer.step()

    return run


def four_blocks():
    channels, layers = [1, 32, 64, 128, 256], []
    for i in range(4):
        layers += [nn.Conv2d(channels[i], channels[i + 1], 3, padding=1), nn.BatchNorm2d(channels[i + 1]), nn.ReLU(inplace=True), nn.MaxPool2d(2)]
    return nn.Sequential(*layers, nn.Flatten(), nn.Linear(256 * 80 * 8, 10))


def pictures(name):
    import torchvision

    return step(getattr(torchvision.models, name)(weights=None), (32, 3, 224, 224), 1000)


cases = {f"sgemm-{n}": (lambda n=n: product(n), 5) for n in (512, 1024, 2048, 4096, 8192)}
cases["lstm-1x60"], cases["lstm-3x60"] = (lambda: epoch(1), 1), (lambda: epoch(3), 1)
cases["cnn-step"] = (lambda: step(four_blocks(), (16, 1, 1291, 128), 10), 1)
for name in ("squeezenet1_1", "vgg16_bn", "resnext101_32x8d"):
    cases[name] = (lambda name=name: pictures(name), 1)

result = {"torch": torch.__version__, "cudnn": torch.backends.cudnn.version(), "cases": {}}
for name, (prepare, steps) in cases.items():
    try:
        torch.cuda.empty_cache()
        torch.cuda.reset_peak_memory_stats()
        run, times, begin = prepare(), [], None
        for _ in range(3):
            run()
        begin = time.perf_counter()
        while len(times) < REPEATS and (not times or time.perf_counter() - begin < LONGEST):
            torch.cuda.synchronize()
            start = time.perf_counter()
            for _ in range(steps):
                run()
            torch.cuda.synchronize()
            times.append((time.perf_counter() - start) / steps)
        result["cases"][name] = {"seconds": statistics.median(times), "peak_bytes": torch.cuda.max_memory_reserved()}
    except (ImportError, RuntimeError) as error:
        print(f"{name}: {error}", file=sys.stderr)
    with open(sys.argv[1], "w") as file:
        json.dump(result, file)
