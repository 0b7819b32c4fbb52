"""Makes statistics.json: reference values of distributions, intervals, tests and class metrics.

Made with Python 3.11.2, numpy 1.24.2, scipy 1.10.1, scikit-learn 1.2.1 and mpmath 1.2.1; 15 significant digits.
scipy 1.10.1's t.ppf is only good to about 3e-9, so `value` is the root found by mpmath at 40 digits and `scipy`
is scipy's answer.  Incomplete beta, log-gamma and normal quantiles are scipy's, checked against mpmath to 1e-13.
The Wilson intervals come from the formula and are checked against scipy's binomtest.
Deterministic (fixed seed).  Run: /usr/bin/python3 make_statistics.py
"""
import json
from pathlib import Path

import numpy as np
from mpmath import mp, mpf
from scipy import special, stats
from sklearn import metrics


def num(v):
    return float(f'{float(v):.15g}')


def t_quantile(p, df):
    half = mpf(1) / 2

    def excess(q):
        return 1 - half * mp.betainc(half * df, half, 0, df / (df + q * q), regularized=True) - mpf(str(p))
    with mp.workdps(40):
        q = float(mp.findroot(excess, stats.t.ppf(p, df)))
    assert np.isclose(q, stats.t.ppf(p, df), rtol=1e-8)
    return q


def t_quantiles():
    return [{'p': p, 'df': df, 'value': num(t_quantile(p, df)), 'scipy': num(stats.t.ppf(p, df))}
            for p in (0.9, 0.95, 0.975, 0.995) for df in (1, 2, 4, 9, 29, 99)]


def checked(value, exact):
    with mp.workdps(40):
        assert abs(value - exact()) <= mpf(10) ** -13 * max(1, abs(value)), value
    return num(value)


def incomplete_beta():
    triples = [(0.5, 0.5, 0.1), (0.5, 0.5, 0.75), (1, 1, 0.3), (2, 3, 0.4), (2, 3, 0.95), (5, 0.5, 0.9), (0.5, 5, 0.02),
               (10, 10, 0.5), (30, 20, 0.7), (100, 150, 0.35), (0.01, 2, 1e-6), (4.5, 0.5, 0.999)]
    return [{'a': a, 'b': b, 'x': x,
             'value': checked(special.betainc(a, b, x), lambda: mp.betainc(a, b, 0, x, regularized=True))} for a, b, x in triples]


def log_gamma():
    return [{'x': x, 'value': checked(special.gammaln(x), lambda: mp.loggamma(x))}
            for x in (1e-8, 0.01, 0.5, 0.9, 1.0, 1.5, 2.0, 2.5, 7.0, 30.25, 171.6, 1e6)]


def normal_quantiles():
    return [{'p': p, 'value': checked(stats.norm.ppf(p), lambda: mp.sqrt(2) * mp.erfinv(2 * mpf(str(p)) - 1))}
            for p in (1e-10, 0.001, 0.025, 0.2, 0.5, 0.9, 0.975, 0.9999)]


def wilson(k, n, level=0.95):
    z = stats.norm.ppf(0.5 + level / 2)
    p = k / n
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * np.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    low, high = max(0.0, centre - half), min(1.0, centre + half)
    if k == 0:
        low = 0.0
    if k == n:
        high = 1.0
    ref = stats.binomtest(k, n).proportion_ci(level, method='wilson')
    assert abs(low - ref.low) < 1e-13 and abs(high - ref.high) < 1e-13, (k, n, low, high, ref)
    return {'k': k, 'n': n, 'level': level, 'low': num(low), 'high': num(high)}


def mean_interval(sample, level=0.95):
    a = np.array(sample)
    half = t_quantile(0.5 + level / 2, len(a) - 1) * a.std(ddof=1) / np.sqrt(len(a))
    ref = stats.t.interval(level, len(a) - 1, loc=a.mean(), scale=stats.sem(a))
    assert np.allclose([a.mean() - half, a.mean() + half], ref, rtol=1e-13)
    return {'sample': sample, 'level': level, 'mean': num(a.mean()), 'sd': num(a.std(ddof=1)),
            'low': num(a.mean() - half), 'high': num(a.mean() + half)}


def mcnemar(b, c):
    p = 1.0 if b + c == 0 else stats.binomtest(min(b, c), b + c, 0.5).pvalue
    return {'b': b, 'c': c, 'p': num(p)}


def spearman(x, y):
    r = stats.spearmanr(x, y)
    return {'x': x, 'y': y, 'rho': num(r[0]), 'p': num(r[1])}


def spearman_cases():
    rng = np.random.default_rng(11)
    x1 = np.round(rng.normal(size=12), 6)
    y1 = np.round(0.8 * x1 + 0.6 * rng.normal(size=12), 6)
    x2 = np.round(rng.normal(size=25), 6)
    y2 = np.round(-0.3 * x2 + rng.normal(size=25), 6)
    return [dict(spearman(x1.tolist(), y1.tolist()), ties=False),
            dict(spearman(x2.tolist(), y2.tolist()), ties=False),
            dict(spearman([1, 2, 2, 3, 4, 4, 4, 5, 6, 7], [2, 1, 3, 3, 5, 4, 4, 8, 8, 6]), ties=True)]


def classification():
    rng = np.random.default_rng(12)
    truth = rng.integers(0, 4, 60)
    guess = np.where(rng.random(60) < 0.6, truth, rng.integers(0, 4, 60))
    guess = np.where(guess == 3, rng.integers(0, 3, 60), guess)      # class 3 is never predicted
    out = {'labels': [0, 1, 2, 3], 'truth': truth.tolist(), 'predicted': guess.tolist(),
           'confusion_rows_truth': metrics.confusion_matrix(truth, guess, labels=range(4)).tolist(),
           'accuracy': num(metrics.accuracy_score(truth, guess)),
           'unweighted_average_recall': num(metrics.balanced_accuracy_score(truth, guess))}
    for name, average in (('per_class', None), ('macro', 'macro'), ('micro', 'micro'), ('weighted', 'weighted')):
        p, r, f, s = metrics.precision_recall_fscore_support(truth, guess, labels=range(4), average=average, zero_division=0)
        if average is None:
            out[name] = [{'label': i, 'precision': num(p[i]), 'recall': num(r[i]), 'f1': num(f[i]), 'support': int(s[i])}
                         for i in range(4)]
        else:
            out[name] = {'precision': num(p), 'recall': num(r), 'f1': num(f)}
    assert 3 not in guess and set(truth) == {0, 1, 2, 3}
    return out


def main():
    data = {
        't_quantiles': t_quantiles(),
        'incomplete_beta': incomplete_beta(),
        'log_gamma': log_gamma(),
        'normal_quantiles': normal_quantiles(),
        'wilson': [wilson(k, n) for k, n in ((0, 10), (10, 10), (3, 10), (297, 300), (150, 300))],
        'mean_intervals': [mean_interval(s) for s in ([0.71, 0.74, 0.69, 0.8, 0.73], [12.5, -3.25, 7.0, 0.5, 4.75],
                                                      [0.9912, 0.9915, 0.9909, 0.9911, 0.992])],
        'mcnemar': [mcnemar(b, c) for b, c in ((0, 0), (1, 9), (5, 5), (12, 3), (40, 20))],
        'spearman': spearman_cases(),
        'classification': classification(),
    }
    Path(__file__).with_name('statistics.json').write_text(json.dumps(data, indent=1) + '\n')


if __name__ == '__main__':
    main()
