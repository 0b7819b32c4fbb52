"""Makes portable_math.csv: correctly rounded results of elementary functions at hard points.

Made with Python 3.11.2 and mpmath 1.2.1 at 60 digits; each value is computed again at 120
digits and the script stops unless both give the same nearest double and remainder.
Deterministic (fixed seed).  Run: /usr/bin/python3 make_portable_math.py
"""
import math
import random
import struct
from pathlib import Path

from mpmath import mp, mpf

RNG = random.Random(20240601)
PER_FUNCTION = 300
TINY, MIN_NORMAL, HUGE = 5e-324, 2.0 ** -1022, 1.7976931348623157e308
SPECIAL_SMALL = [0.0, TINY, 2 * TINY, 1e-310, MIN_NORMAL, 1e-300, 1e-160, 1e-20, 2.0 ** -54, 2.0 ** -53,
                 2.0 ** -52, 2.0 ** -27, 2.0 ** -26, 1e-8, 1e-5, 1e-3]


def bits(v):
    return struct.pack('>d', v).hex()


def next_up(v, n=1):
    for _ in range(abs(n)):
        v = math.nextafter(v, math.inf if n > 0 else -math.inf)
    return v


def around(values, steps=(-2, -1, 0, 1, 2)):
    return [next_up(v, n) for v in values for n in steps]


def both(values):
    return [s * v for v in values for s in (1.0, -1.0)]


def uniform(a, b, n):
    return [RNG.uniform(a, b) for _ in range(n)]


def log_uniform(lo, hi, n, signed=True):
    """Magnitudes 10^lo .. 10^hi, exponent uniform."""
    out = []
    while len(out) < n:
        e = RNG.uniform(lo, hi)
        v = 10.0 ** e if e > -307 else RNG.uniform(1, 10) * 1e-300 * 10.0 ** (e + 300)
        if 0 < v < math.inf:
            out.append(-v if signed and RNG.random() < 0.5 else v)
    return out


def near_half_pi(n):
    """Doubles nearest to k*pi/2, k small and large, and one step to each side."""
    ks = list(range(1, 13)) + [int(10 ** RNG.uniform(1.1, 15)) for _ in range(n)]
    with mp.workdps(60):
        mult = [float(k * mp.pi / 2) for k in ks]
        quarter = [float(k * mp.pi / 4) for k in (1, 3, 5, 7, 9, 101)]
    worst = [6381956970095103.0 * 2.0 ** 797, 5.319372648326541e255, 6411027962775774.0 * 2.0 ** -48]
    return mult + around(mult[:8] + quarter, (-1, 0, 1)) + both(worst)


# ---- rounding -----------------------------------------------------------------------------

def round_to_double(t):
    """(nearest double of the mpf t or None on overflow, remainder in ulp of the result)."""
    if t == 0:
        return 0.0, mpf(0)
    sign, man, exp, bc = t._mpf_
    man = int(man)
    unit = max(exp + bc - 53, -1074)              # exponent of the last kept bit
    shift = unit - exp
    if shift <= 0:
        q = man << -shift
    else:
        q, rest = man >> shift, man & ((1 << shift) - 1)
        half = 1 << (shift - 1)
        if rest > half or (rest == half and q & 1):
            q += 1
    if q.bit_length() + unit > 1024:
        return None, None
    near = math.ldexp(q, unit)                     # exact: q has at most 53 bits (or is 2^53)
    if sign:
        near = -near
    rem = (t - mpf(near)) / mpf(2) ** (math.frexp(math.ulp(near))[1] - 1)
    return near, rem


def signed_zero(f, x, y, near):
    """mpmath has no -0: give zero results the sign IEEE 754 asks for."""
    if near != 0:
        return near
    if f in ('sin', 'tan', 'tanh', 'log1p', 'atan2'):
        return math.copysign(0.0, x)
    if f == 'pow':
        odd = y == math.floor(y) and abs(y) < 2 ** 53 and int(y) % 2 == 1
        return math.copysign(0.0, x) if odd else 0.0
    return 0.0


# ---- functions ----------------------------------------------------------------------------

def atan2(y, x):
    if y == 0:
        return (mpf(0) if math.copysign(1, x) > 0 else mp.pi) * math.copysign(1, y)
    if x == 0:
        return mp.pi / 2 * math.copysign(1, y)
    a = mp.atan(abs(mpf(y)) / abs(mpf(x)))
    return (a if x > 0 else mp.pi - a) * math.copysign(1, y)


def power(x, y):
    if y == 0 or x == 1:
        return mpf(1)
    if x == 0:
        return mpf(0) if y > 0 else None
    if x < 0 and y != math.floor(y):
        return None
    if y == math.floor(y) and abs(y) <= 64:
        return mpf(x) ** int(y)
    s = -1 if x < 0 and int(y) % 2 else 1
    e = mpf(y) * mp.log(abs(mpf(x)))
    if abs(e) > 2000:
        return None
    return s * mp.exp(e)


def log1p(x):
    if x <= -1:
        return None
    x = mpf(x)
    if 0 < abs(x) < mpf(10) ** -40:
        return x - x * x / 2 + x ** 3 / 3
    with mp.extradps(60):                          # room for the cancellation in 1 + x
        return mp.log(1 + x)


def positive(f):
    return lambda x: f(mpf(x)) if x > 0 else None


def bounded(f, limit):
    return lambda x: f(mpf(x)) if abs(x) < limit else None


FUNCTIONS = {
    'exp': bounded(mp.exp, 2000),
    'log': positive(mp.log),
    'log10': positive(lambda x: mp.log(x) / mp.log(10)),
    'log1p': log1p,
    'sin': lambda x: mp.sin(mpf(x)),
    'cos': lambda x: mp.cos(mpf(x)),
    'tan': lambda x: mp.tan(mpf(x)),
    'tanh': bounded(mp.tanh, 2000),
    'sigmoid': bounded(lambda x: 1 / (1 + mp.exp(-x)), 2000),
    'atan2': atan2,
    'pow': power,
}


# ---- points -------------------------------------------------------------------------------

def points(f):
    small = both(SPECIAL_SMALL)
    if f == 'exp':
        return (small + around(both([1.0, math.log(2), math.log(2) / 2, 10.0, 100.0, 0.5]), (-1, 0, 1))
                + around([709.782712893384, -708.3964185322641, -745.1332191019411, 709.0, -744.4400719213812])
                + uniform(-708, 709.7, 100) + uniform(-745.13, -708.4, 40) + log_uniform(-18, 2.85, 80))
    if f in ('log', 'log10'):
        tens = [10.0 ** n for n in range(1, 23)] + [1e-1, 1e-2, 1e-3, 1e-10, 1e-20, 1e100, 1e-100, 1e300, 1e-300, 1e308]
        return (around([1.0], range(-6, 7)) + [1 + s * 2.0 ** -k for k in range(3, 50, 4) for s in (1, -1)]
                + [TINY, 2 * TINY, 3 * TINY, MIN_NORMAL, next_up(MIN_NORMAL, -1), HUGE] + tens
                + [2.0 ** k for k in (-1074, -1022, -500, -10, -1, 1, 2, 3, 10, 53, 500, 1023)]
                + around([math.sqrt(2), math.sqrt(0.5), math.e, 0.75, 1.5], (-1, 0, 1))
                + log_uniform(-323, -308, 25, False) + log_uniform(-307, 308, 70, False)
                + uniform(0.5, 2, 60) + uniform(0.98, 1.02, 40) + uniform(0, 1000, 30))
    if f == 'log1p':
        return (small + around([-1.0], (1, 2, 3, 5, 8)) + [-1 + 2.0 ** -k for k in range(2, 50, 5)]
                + around([-0.5, 1.0, math.sqrt(2) - 1, math.sqrt(0.5) - 1], (-1, 0, 1)) + [2.0 ** k for k in (1, 10, 53, 54, 1000)]
                + log_uniform(-320, -17, 30) + log_uniform(-17, -0.01, 100) + uniform(-0.999, 1, 60)
                + log_uniform(0, 308, 50, False))
    if f in ('sin', 'cos', 'tan'):
        return (small + near_half_pi(40) + log_uniform(-17, 0, 30) + uniform(-10, 10, 60)
                + uniform(-1000, 1000, 30) + log_uniform(5, 300, 60) + both([1e5, 1e10, 1e22, 1e300, HUGE, 2.0 ** 53, 2.0 ** 1000]))
    if f == 'tanh':
        return (small + around(both([0.5, 1.0, 19.061547465398498, 22.0, 0.55, math.log(3) / 2]), (-1, 0, 1))
                + both([30.0, 100.0, 700.0, 750.0]) + log_uniform(-17, 0, 80) + uniform(-1, 1, 60) + uniform(-22, 22, 80))
    if f == 'sigmoid':
        return (small + around(both([1.0, 36.7368005696771, 37.42994775023705]), (-1, 0, 1)) + both([40.0, 100.0, 700.0, 709.0, 710.0])
                + around([-709.782712893384, -708.3964185322641, -745.1332191019411], (-1, 0, 1))
                + uniform(-40, 40, 90) + uniform(-708, -36, 50) + uniform(-745.1, -708.4, 30) + log_uniform(-17, 1, 70))
    if f == 'atan2':
        corners = [(a, b) for a in both([0.0, 1.0, TINY, HUGE]) for b in both([0.0, 1.0, TINY, HUGE])]
        out = list(corners)
        for n, spread in ((70, 1), (50, 16), (30, 60), (40, 300)):
            for _ in range(n):
                out.append((log_uniform(-spread, min(spread, 300), 1)[0], log_uniform(-spread, min(spread, 300), 1)[0]))
        for r in (7 / 16, 11 / 16, 19 / 16, 39 / 16, 1.0, math.tan(math.pi / 8), math.sqrt(3)):
            for q in (next_up(r, -1), r, next_up(r)):
                out += [(q, 1.0), (-q, -1.0)]
        for _ in range(15):                        # subnormal results
            x = log_uniform(0, 10, 1, False)[0]
            out.append((RNG.uniform(1, 10) * 1e-310 * x, x))
        return out
    out = [(2.0, 3.0), (3.0, 2.0), (10.0, 22.0), (10.0, -3.0), (2.0, -1074.0), (2.0, 1023.0), (2.0, -1022.0), (4.0, 0.5), (9.0, 1.5),
           (8.0, 1 / 3), (0.25, -0.5), (1.0, 1e300), (-1.0, 2.0 ** 53), (-1.0, 2.0 ** 53 - 1), (-1.0, -3.0), (5.0, 0.0), (-5.0, 0.0),
           (0.0, 0.0), (0.0, 2.5), (-0.0, 3.0), (-0.0, 2.0), (0.5, 1074.0), (-2.0, -1074.0), (-2.0, -1073.0), (TINY, 0.5),
           (TINY, 1.0), (TINY, -0.9), (3 * TINY, 0.25), (HUGE, 0.5), (HUGE, 1.0), (HUGE, -1.0), (3.0, 5e-324), (7.0, 1e-17), (0.1, 2.0)]
    out += [(float(b), float(n)) for b, n in ((3, 33), (5, 22), (7, 18), (15, 13), (10, 23), (10, 300), (10, -300), (10, -310))]
    out += [(-float(RNG.randint(1, 20)) / 4, float(RNG.randint(-60, 60))) for _ in range(30)]
    out += [(-v, float(RNG.randint(-9, 9))) for v in log_uniform(-30, 30, 15, False)]
    out += [(RNG.uniform(0, 10), RNG.uniform(-10, 10)) for _ in range(50)]
    out += [(v, RNG.uniform(-2, 2)) for v in log_uniform(-150, 150, 40, False)]
    out += [(v, RNG.uniform(-0.9, 0.9)) for v in log_uniform(-323, -308, 12, False)]

    def with_exponent(x, target):
        return x, target / math.log(x)
    for k in range(8, 53, 2):                      # x near 1, big y
        for s in (1, -1):
            out.append(with_exponent(1 + s * 2.0 ** -k, RNG.uniform(-700, 700)))
    out += [with_exponent(RNG.uniform(0.9, 1.1), RNG.uniform(-708, 709)) for _ in range(25)]
    out += [with_exponent(v, RNG.uniform(700, 709.7)) for v in log_uniform(-100, 100, 15, False)]
    out += [with_exponent(v, RNG.uniform(-745, -708.5)) for v in log_uniform(-100, 100, 30, False)]
    return out


def evaluate(f, args):
    results = []
    for digits in (60, 120):
        with mp.workdps(digits):
            t = FUNCTIONS[f](*args)
            if t is None:
                return None
            near, rem = round_to_double(t)
            if near is None:
                return None
            text = f'{float(rem):.4f}'
            results.append((near, '0.0000' if text == '-0.0000' else text))
    assert results[0] == results[1], (f, args, results)
    near, rem = results[0]
    near = signed_zero(f, args[0], args[1] if len(args) > 1 else None, near)
    return near, rem


def main():
    lines = ['# x, y, nearest: IEEE 754 binary64 bits, 16 hex digits, most significant first; y is empty for unary functions.',
             '# atan2: column x holds the FIRST argument (y), column y the SECOND argument (x), as in atan2(y, x). pow: x^y.',
             '# remainder_ulp = (true - nearest) / ulp(nearest), ulp being the gap from |nearest| upwards (2^-1074 for 0 and subnormals);',
             '# the error of a candidate c in ulp is |(c - nearest) / ulp - remainder_ulp|. sigmoid(x) = 1 / (1 + exp(-x)).',
             'function,x,y,nearest,remainder_ulp']
    for f in ('exp', 'log', 'log10', 'log1p', 'sin', 'cos', 'tan', 'tanh', 'sigmoid', 'pow', 'atan2'):
        seen, count = set(), 0
        pending = points(f)
        while count < PER_FUNCTION or pending:
            if not pending:                        # top up to the wanted number
                if f in ('pow', 'atan2'):
                    pending = [(RNG.uniform(0, 5), RNG.uniform(-30, 30))]
                else:
                    pending = [RNG.uniform(0 if f.startswith('log') else -20, 20)]
            p = pending.pop(0)
            args = p if isinstance(p, tuple) else (p,)
            key = tuple(bits(a) for a in args)
            if key in seen:
                continue
            seen.add(key)
            result = evaluate(f, args)
            if result is None:
                continue
            near, rem = result
            lines.append(','.join([f, key[0], key[1] if len(key) > 1 else '', bits(near), rem]))
            count += 1
    Path(__file__).with_name('portable_math.csv').write_text('\n'.join(lines) + '\n')


if __name__ == '__main__':
    main()
