"""Times the peers on the same work, side by side with tests/Benchmarks.

Run: python3 peers.py FOLDER_OF_FSDD_RECORDINGS. Uses librosa and hmmlearn where they are installed, and says so where they are not.
"""
import glob
import os
import sys
import time

os.environ.setdefault("OMP_NUM_THREADS", "1")
import numpy as np
import scipy.fft
import scipy.io.wavfile
import scipy.signal

files = sorted(glob.glob(os.path.join(sys.argv[1], "*.wav")))
signals = [scipy.io.wavfile.read(name)[1] / 32768.0 for name in files]


def best(name, body):
    body()
    seconds = []
    for _ in range(5):
        start = time.perf_counter()
        body()
        seconds.append(time.perf_counter() - start)
    print(f"{name:60} best {min(seconds):.3f} s")


try:
    import librosa

    best("librosa: 13 MFCC", lambda: [librosa.feature.mfcc(y=y, sr=8000, n_mfcc=13, n_fft=200, hop_length=80) for y in signals])
except ImportError:
    print("librosa is not installed here; its algorithm in numpy and scipy stands in:")


def mel_filters(rate=8000, n_fft=200, bands=128):
    """Slaney's filters with unit area, as librosa.filters.mel."""
    step = np.log(6.4) / 27
    to_mel = lambda f: np.where(f < 1000, f * 3 / 200, 15 + np.log(np.maximum(f, 1e-9) / 1000) / step)
    to_hertz = lambda m: np.where(m < 15, m * 200 / 3, 1000 * np.exp(step * (m - 15)))
    edges = to_hertz(np.linspace(to_mel(np.array(0.0)), to_mel(np.array(rate / 2)), bands + 2))
    bins = np.arange(n_fft // 2 + 1) * rate / n_fft
    rising = (bins[None, :] - edges[:-2, None]) / np.diff(edges)[:-1, None]
    falling = (edges[2:, None] - bins[None, :]) / np.diff(edges)[1:, None]
    return np.maximum(0, np.minimum(rising, falling)) * (2 / (edges[2:] - edges[:-2]))[:, None]


FILTERS = mel_filters().T
WINDOW = scipy.signal.get_window("hann", 200)


def mfcc(y):
    """13 coefficients a frame: zero padding, 200/80, 80 dB range, orthonormal DCT-II."""
    frames = np.lib.stride_tricks.sliding_window_view(np.pad(y, 100), 200)[::80]
    power = np.abs(scipy.fft.rfft(frames * WINDOW)) ** 2
    decibels = 10 * np.log10(np.maximum(1e-10, power @ FILTERS))
    return scipy.fft.dct(np.maximum(decibels, decibels.max() - 80), norm="ortho")[:, :13]


best("numpy and scipy: 13 MFCC", lambda: [mfcc(y) for y in signals])

try:
    from hmmlearn.hmm import GMMHMM

    rng = np.random.default_rng(0)
    frames = [rng.normal(size=(30, 6)) for _ in range(216)]

    def one():
        model = GMMHMM(n_components=4, n_mix=5, covariance_type="diag", n_iter=10, tol=1e-9, random_state=0)
        model.fit(np.concatenate(frames), [len(x) for x in frames])

    best("hmmlearn: one model of 4 states, 5 mixtures", one)
except ImportError:
    print("hmmlearn is not installed here: no peer for the hidden Markov models")
