"""Times PyTorch on the same work as the tensor engine, one case a process, and prints one line of JSON.

Run: python3 torch_peers.py CASE --threads N --repeats R [--lengths FILE] [--data FOLDER] [--core NAME]
with an interpreter that has torch (Debian: python3-torch and libopenblas0-pthread). Where OpenBLAS is found, the script
executes itself again with LD_PRELOAD naming it, and says so on the standard error. OpenBLAS chooses its kernels by the
processor: an OPENBLAS_CORETYPE of the surroundings is dropped, for older kernels halve its speed (--core forces some).
The LSTM cases run with OMP_WAIT_POLICY=passive unless it is set: torch's threads and OpenBLAS's, both spinning between
many small steps, otherwise take the processors from each other (three times slower on two).
One warm-up precedes the timed repeats.

Cases:
  lstm-1x60, lstm-3x60, bilstm-1x60   one training epoch of LSTM -> Linear over 2,160 utterances of 13 features, in
                                      batches of 64 in a fixed order; padding is done before the clock starts, packing
                                      within it. The lengths: --lengths FILE (an integer a line), else FOLDER/lengths.txt,
                                      else drawn (mean near 29, from 9 to 153).
  cnn-step                            one training step (SGD) of four blocks Conv2d, BatchNorm2d, ReLU (in place),
                                      MaxPool2d and a Linear on [16, 1, 1291, 128]
  resnext-block, depthwise            forward and backward (to input, weight, bias) of a grouped 3x3 convolution of 256
                                      channels on [8, 256, 28, 28]; 32 and 256 groups
  gemm                                a 768x768x768 product of floats; "gflops" is of the fastest repeat
A repeat of the short cases is many steps (STEPS), so that threads find their processors; its seconds are of one step.

Keys: seconds and cpu_seconds (of all threads) for each repeat, the least and the median seconds, peak_mb (VmHWM, MiB),
base_mb (the same before the case: interpreter, torch, BLAS), blas (the libraries mapped), core (OpenBLAS's kernels), aten
(torch's own kernels), wait (OMP_WAIT_POLICY), loss (of the last
step; for convolutions the mean output), frames (the utterances' total length).
"""
import argparse
import ctypes
import glob
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import time

try:
    import torch
    from torch import nn
except ImportError:
    sys.exit(f"{sys.executable} has no torch: on Debian, install python3-torch and run with Debian's own python3.")

SEED = 1
UTTERANCES, FEATURES, HIDDEN, CLASSES, BATCH = 2160, 13, 60, 10, 64
LSTM_CASES = {"lstm-1x60": (1, False), "lstm-3x60": (3, False), "bilstm-1x60": (1, True)}
GROUPS = {"resnext-block": 32, "depthwise": 256}
CASES = [*LSTM_CASES, "cnn-step", *GROUPS, "gemm"]
STEPS = {**dict.fromkeys(GROUPS, 10), "gemm": 50}
GEMM_SIZE = 768
DROPPED = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")
EXECUTED_AGAIN = "TORCH_PEERS_EXECUTED_AGAIN"


def parse():
    parser = argparse.ArgumentParser(description="Times PyTorch on one case.")
    parser.add_argument("case", choices=CASES)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--lengths", help="a text file, one length a line")
    parser.add_argument("--data", help="a folder; its lengths.txt is read where --lengths is not given")
    parser.add_argument("--core", help="OpenBLAS's kernels, as OPENBLAS_CORETYPE names them")
    return parser.parse_args()


# OpenBLAS


def find_openblas():
    """The path of libopenblas.so.0 as the loader knows it, else from the usual library folders; None where absent."""
    ldconfig = shutil.which("ldconfig", path=os.environ.get("PATH", "") + ":/sbin:/usr/sbin")
    if ldconfig:
        listed = subprocess.run([ldconfig, "-p"], capture_output=True, text=True, check=False).stdout
        known = re.findall(r"libopenblas\.so\.0 .*=> (\S+)", listed)
        if known:
            return known[0]
    folders = ["/usr/lib", "/usr/lib/*", "/usr/lib/*/openblas-*", "/usr/lib64", "/usr/local/lib"]
    found = [name for folder in folders for name in sorted(glob.glob(folder + "/libopenblas.so.0"))]
    return found[0] if found else None


def surroundings(options, library):
    """The environment with the number of threads, OpenBLAS, and nothing that holds OpenBLAS back."""
    count = str(options.threads)
    kept = {name: value for name, value in os.environ.items() if name not in DROPPED}
    settings = {EXECUTED_AGAIN: "1", "OPENBLAS_NUM_THREADS": count, "OMP_NUM_THREADS": count}
    if library:
        settings["LD_PRELOAD"] = " ".join(filter(None, [library, os.environ.get("LD_PRELOAD")]))
    if options.case in LSTM_CASES:
        settings["OMP_WAIT_POLICY"] = os.environ.get("OMP_WAIT_POLICY", "passive")
    if options.core:
        settings["OPENBLAS_CORETYPE"] = options.core
    return {**kept, **settings}


def execute_again(options):
    """Starts this script anew, in this process, in the surroundings that it needs."""
    if EXECUTED_AGAIN in os.environ:
        return
    library = find_openblas()
    print(f"BLAS: {library or 'no OpenBLAS found; what torch is linked with'}", file=sys.stderr, flush=True)
    os.execve(sys.executable, [sys.executable, *sys.argv], surroundings(options, library))


def blas_loaded():
    """The names of the BLAS libraries mapped into this process."""
    with open("/proc/self/maps") as maps:
        return sorted(set(re.findall(r"/([^/\s]*blas[^/\s]*\.so[^/\s]*)", maps.read())))


def openblas_core():
    """The kernels that OpenBLAS chose for this processor; None without OpenBLAS."""
    try:
        core = ctypes.CDLL(None).openblas_get_corename
    except AttributeError:
        return None
    core.restype = ctypes.c_char_p
    return core().decode()


def aten_kernels():
    """The instruction set of torch's own kernels (ATEN_CPU_CAPABILITY=avx512 asks for the widest)."""
    found = re.search(r"CPU capability usage: (\S+)", torch.__config__.show())
    return found[1] if found else None


# Utterances


def drawn_lengths():
    """Log-normal lengths with a mean near 29, from 9 to 153."""
    generator = torch.Generator().manual_seed(SEED)
    normal = torch.randn(UTTERANCES, generator=generator)
    lengths = (26.7 * torch.exp(0.4 * normal)).round().clamp(9, 153).long()
    lengths[lengths.argmin()], lengths[lengths.argmax()] = 9, 153
    return lengths.tolist()


def lengths_of(options):
    in_folder = os.path.join(options.data, "lengths.txt") if options.data else None
    name = options.lengths or (in_folder if in_folder and os.path.exists(in_folder) else None)
    if name is None:
        return drawn_lengths()
    with open(name) as lines:
        return [int(line) for line in lines if line.strip()]


def padded_batches(lengths):
    """(padded features, lengths, labels) of each batch in its order; the longest comes first within a batch."""
    batches = []
    for start in range(0, len(lengths), BATCH):
        own = sorted(lengths[start : start + BATCH], reverse=True)
        features = [torch.randn(length, FEATURES) for length in own]
        padded = nn.utils.rnn.pad_sequence(features, batch_first=True)
        batches.append((padded, torch.tensor(own), torch.randint(CLASSES, (len(own),))))
    return batches


# Cases: each returns the body to time, whose result is the loss (or the output) of one step, and the frames it covers


class Utterances(nn.Module):
    """LSTM -> last valid output (of both directions, each at its own end) -> Linear."""

    def __init__(self, layers, both):
        super().__init__()
        self.lstm = nn.LSTM(FEATURES, HIDDEN, layers, batch_first=True, bidirectional=both)
        self.directions = 2 if both else 1
        self.linear = nn.Linear(HIDDEN * self.directions, CLASSES)

    def forward(self, padded, lengths):
        packed = nn.utils.rnn.pack_padded_sequence(padded, lengths, batch_first=True, enforce_sorted=True)
        final = self.lstm(packed)[1][0]
        return self.linear(torch.cat(list(final[-self.directions :]), dim=1))


def train(model, optimizer, inputs, labels):
    """One training step; its loss."""
    loss = nn.functional.cross_entropy(model(*inputs), labels)
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
    return loss.detach()


def lstm_epoch(options):
    lengths = lengths_of(options)
    batches = padded_batches(lengths)
    model = Utterances(*LSTM_CASES[options.case])
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)

    def epoch():
        for padded, own, labels in batches:
            loss = train(model, optimizer, (padded, own), labels)
        return loss

    return epoch, sum(lengths)


def block(inputs, outputs):
    convolution = nn.Conv2d(inputs, outputs, 3, padding=1)
    return nn.Sequential(convolution, nn.BatchNorm2d(outputs), nn.ReLU(inplace=True), nn.MaxPool2d(2))


def cnn_step(options):
    blocks = [block(1, 32), block(32, 64), block(64, 128), block(128, 256)]
    model = nn.Sequential(*blocks, nn.Flatten(), nn.Linear(256 * 80 * 8, CLASSES))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
    images, labels = torch.randn(16, 1, 1291, 128), torch.randint(CLASSES, (16,))
    return lambda: train(model, optimizer, (images,), labels), None


def grouped_convolution(options):
    convolution = nn.Conv2d(256, 256, 3, padding=1, groups=GROUPS[options.case])
    images = torch.randn(8, 256, 28, 28, requires_grad=True)
    upstream = torch.randn(8, 256, 28, 28)

    def step():
        convolution.zero_grad(set_to_none=True)
        images.grad = None
        output = convolution(images)
        output.backward(upstream)
        return output.detach()

    return step, None


def gemm(options):
    a, b = torch.randn(GEMM_SIZE, GEMM_SIZE), torch.randn(GEMM_SIZE, GEMM_SIZE)
    c = torch.empty(GEMM_SIZE, GEMM_SIZE)
    return lambda: torch.mm(a, b, out=c), None


BODIES = {
    **dict.fromkeys(LSTM_CASES, lstm_epoch),
    **dict.fromkeys(GROUPS, grouped_convolution),
    "cnn-step": cnn_step,
    "gemm": gemm,
}


# Measuring


def peak_mb():
    """The largest resident size so far, in MiB."""
    with open("/proc/self/status") as status:
        return round(int(re.search(r"VmHWM:\s+(\d+)", status.read())[1]) / 1024, 1)


def timed(body, steps):
    """(wall seconds, processor seconds of all threads) of one step of many, and the last step's result."""
    wall, cpu = time.perf_counter(), time.process_time()
    for _ in range(steps):
        result = body()
    return (time.perf_counter() - wall) / steps, (time.process_time() - cpu) / steps, result


def times(body, repeats, steps):
    """The times of the repeats after one warm-up, and the last result as a number."""
    timed(body, steps)
    runs = [timed(body, steps) for _ in range(repeats)]
    seconds, cpu = [round(run[0], 6) for run in runs], [round(run[1], 6) for run in runs]
    summary = {"min": min(seconds), "median": round(statistics.median(seconds), 6)}
    return {"seconds": seconds, **summary, "cpu_seconds": cpu, "loss": float(runs[-1][2].mean())}


def measure(options):
    torch.manual_seed(SEED)
    torch.set_num_threads(options.threads)
    base = peak_mb()
    body, frames = BODIES[options.case](options)
    measured = times(body, options.repeats, STEPS.get(options.case, 1))
    if options.case == "gemm":
        measured = {**measured, "loss": None, "gflops": round(2 * GEMM_SIZE**3 / measured["min"] / 1e9, 1)}
    libraries = {"blas": blas_loaded(), "core": openblas_core(), "aten": aten_kernels(), "torch": torch.__version__}
    libraries["wait"] = os.environ.get("OMP_WAIT_POLICY")
    report = {"case": options.case, "threads": options.threads, **measured, "peak_mb": peak_mb(), "base_mb": base}
    return {**report, **libraries, "frames": frames}


def main():
    options = parse()
    execute_again(options)
    print(json.dumps(measure(options)))


if __name__ == "__main__":
    main()
