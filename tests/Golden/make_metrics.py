"""Makes metrics.json: reference values of multi-label and real-valued metrics and of their intervals.

Made with Python 3.11.2, numpy 1.24.2, scipy 1.10.1 and scikit-learn 1.2.1; 15 significant digits.
The bootstrap intervals are scipy's percentile intervals of 20,000 resamples: ours draw other samples and agree
within the noise of the draws.  Concordance and Spearman's interval are computed from their formulas.
Deterministic (fixed seed).  Run: /usr/bin/python3 make_metrics.py
"""
import json
from pathlib import Path

import numpy as np
from scipy import stats
from sklearn import metrics


def num(v):
    return float(f'{float(v):.15g}')


def bootstrap(statistic, *data):
    result = stats.bootstrap(data, statistic, paired=True, vectorized=False, n_resamples=20_000, method='percentile',
                             confidence_level=0.95, random_state=np.random.default_rng(7))
    return {'low': num(result.confidence_interval.low), 'high': num(result.confidence_interval.high)}


def over_items(statistic, truth, guess):
    return bootstrap(lambda i: statistic(truth[i.astype(int)], guess[i.astype(int)]), np.arange(len(truth)))


def f1(average):
    return lambda t, p: metrics.f1_score(t, p, average=average, zero_division=0)


def concordance(x, y):
    return 2 * np.cov(x, y, ddof=0)[0, 1] / (x.var() + y.var() + (x.mean() - y.mean()) ** 2)


def multi_label():
    rng = np.random.default_rng(21)
    truth = rng.random((40, 5)) < np.array([0.5, 0.3, 0.2, 0.1, 0.6])
    guess = np.where(rng.random((40, 5)) < 0.8, truth, rng.random((40, 5)) < 0.4)
    guess[:, 3] = False                                               # label 3 is never predicted
    out = {'truth': truth.astype(int).tolist(), 'predicted': guess.astype(int).tolist(),
           'subset_accuracy': num(metrics.accuracy_score(truth, guess)),
           'hamming_loss': num(metrics.hamming_loss(truth, guess))}
    for name, average in (('per_label', None), ('macro', 'macro'), ('micro', 'micro')):
        p, r, f, s = metrics.precision_recall_fscore_support(truth, guess, average=average, zero_division=0)
        if average is None:
            out[name] = [{'precision': num(p[i]), 'recall': num(r[i]), 'f1': num(f[i]), 'support': int(s[i])} for i in range(5)]
        else:
            out[name] = {'precision': num(p), 'recall': num(r), 'f1': num(f)}
    out['intervals'] = {'hamming_loss': over_items(metrics.hamming_loss, truth, guess),
                        'macro_f1': over_items(f1('macro'), truth, guess), 'micro_f1': over_items(f1('micro'), truth, guess)}
    assert truth[:, 3].any() and not guess[:, 3].any()
    return out


def spearman_interval(rho, n):
    half = stats.norm.ppf(0.975) * np.sqrt((1 + rho * rho / 2) / (n - 3))
    return {'low': num(np.tanh(np.arctanh(rho) - half)), 'high': num(np.tanh(np.arctanh(rho) + half))}


def regression(n, slope, noise, seed):
    rng = np.random.default_rng(seed)
    x = np.round(rng.normal(5, 2, n), 6)
    y = np.round(slope * x + noise * rng.normal(size=n), 6)
    pearson = stats.pearsonr(x, y)
    interval = pearson.confidence_interval(0.95)
    rho = stats.spearmanr(x, y)[0]
    error = metrics.mean_squared_error
    return {'truth': x.tolist(), 'predicted': y.tolist(), 'mse': num(error(x, y)),
            'rmse': num(error(x, y, squared=False)), 'mae': num(metrics.mean_absolute_error(x, y)),
            'r2': num(metrics.r2_score(x, y)), 'pearson': num(pearson[0]), 'spearman': num(rho), 'ccc': num(concordance(x, y)),
            'intervals': {'pearson': {'low': num(interval.low), 'high': num(interval.high)},
                          'spearman': spearman_interval(rho, n), 'mse': over_items(error, x, y),
                          'mae': over_items(metrics.mean_absolute_error, x, y), 'ccc': over_items(concordance, x, y)}}


def classification():
    rng = np.random.default_rng(23)
    truth = rng.integers(0, 3, 90)
    guess = np.where(rng.random(90) < 0.6, truth, rng.integers(0, 3, 90))
    return {'truth': truth.tolist(), 'predicted': guess.tolist(),
            'intervals': {'uar': over_items(metrics.balanced_accuracy_score, truth, guess),
                          'macro_f1': over_items(f1('macro'), truth, guess)}}


def main():
    data = {'multi_label': multi_label(), 'regression': [regression(60, 0.8, 1.0, 22), regression(200, -0.3, 2.5, 24)],
            'classification': classification()}
    Path(__file__).with_name('metrics.json').write_text(json.dumps(data, indent=1) + '\n')


if __name__ == '__main__':
    main()
