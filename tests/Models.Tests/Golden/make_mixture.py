"""Makes mixture.json: three EM steps of a two-component Gaussian mixture in two dimensions.

Made with Python 3.11.2 and numpy 1.24.2, an independent EM written here; every case is checked against
scikit-learn 1.2.1 (GaussianMixture with reg_covar = floor).  15 significant digits.
Each M-step ADDS the floor to the variances (diagonal) or the covariance diagonal (full).
log_likelihood holds the total over all points (natural log) before iterations 1, 2, 3 and after the third.
Deterministic (fixed seed).  Run: /usr/bin/python3 make_mixture.py
"""
import json
import warnings
from pathlib import Path

import numpy as np
from sklearn.mixture import GaussianMixture

ITERATIONS = 3
FLOOR = 0.01


def rounded(a):
    a = np.asarray(a, dtype=float)
    return [rounded(v) for v in a] if a.ndim else float(f'{float(a):.15g}')


def log_joint(x, weights, means, covs):
    """log(weight) + log density, one column per component; covs are full matrices."""
    columns = []
    for w, m, c in zip(weights, means, covs):
        d = x - m
        maha = np.sum(d * np.linalg.solve(c, d.T).T, axis=1)
        columns.append(np.log(w) - 0.5 * (x.shape[1] * np.log(2 * np.pi) + np.log(np.linalg.det(c)) + maha))
    return np.stack(columns, axis=1)


def log_sum(a):
    top = a.max(axis=1)
    return top + np.log(np.exp(a - top[:, None]).sum(axis=1))


def em(x, weights, means, covs, diagonal, floor):
    eye = np.eye(x.shape[1])
    history = []
    for _ in range(ITERATIONS):
        joint = log_joint(x, weights, means, covs)
        total = log_sum(joint)
        history.append(total.sum())
        resp = np.exp(joint - total[:, None])
        mass = resp.sum(axis=0)
        weights = mass / len(x)
        means = resp.T @ x / mass[:, None]
        covs = []
        for k in range(len(mass)):
            d = x - means[k]
            c = (resp[:, k, None] * d).T @ d / mass[k]
            covs.append((c * eye if diagonal else c) + floor * eye)
        covs = np.array(covs)
    history.append(log_sum(log_joint(x, weights, means, covs)).sum())
    return weights, means, covs, history


def main():
    rng = np.random.default_rng(21)
    x = np.concatenate([rng.multivariate_normal([0, 0], [[1, 0.6], [0.6, 1.5]], 35),
                        rng.multivariate_normal([2.5, 1.5], [[0.5, -0.2], [-0.2, 0.4]], 25)])
    x = np.round(rng.permutation(x), 6)
    weights, means = np.array([0.5, 0.5]), np.array([[-0.5, 0.5], [2.0, 1.0]])
    diag = np.array([[1.0, 1.5], [0.8, 1.2]])
    full = np.array([[[1.0, 0.2], [0.2, 1.5]], [[0.8, -0.1], [-0.1, 1.2]]])
    data = {'points': x.tolist(), 'iterations': ITERATIONS,
            'initial': {'weights': weights.tolist(), 'means': means.tolist(), 'variances': diag.tolist(), 'covariances': full.tolist()}}
    for name, covs, diagonal, floor in (('diagonal', np.array([np.diag(v) for v in diag]), True, FLOOR),
                                        ('full', full, False, FLOOR), ('full_no_floor', full, False, 0.0)):
        w, m, c, history = em(x, weights, means, covs, diagonal, floor)
        out = {'floor': floor, 'weights': rounded(w), 'means': rounded(m)}
        if diagonal:
            out['variances'] = rounded([np.diag(v) for v in c])
        else:
            out['covariances'] = rounded(c)
        out['log_likelihood'] = rounded(history)
        data[name] = out
        model = GaussianMixture(2, covariance_type='diag' if diagonal else 'full', reg_covar=floor, tol=0, max_iter=ITERATIONS,
                                weights_init=weights, means_init=means,
                                precisions_init=1 / diag if diagonal else np.linalg.inv(full))
        with warnings.catch_warnings():
            warnings.simplefilter('ignore')        # three steps do not converge
            model.fit(x)
        ref = np.array([np.diag(v) for v in model.covariances_]) if diagonal else model.covariances_
        assert np.allclose(w, model.weights_, rtol=1e-10) and np.allclose(m, model.means_, rtol=1e-10)
        assert np.allclose(c, ref, rtol=1e-10) and np.isclose(history[-1], model.score_samples(x).sum(), rtol=1e-12)
    Path(__file__).with_name('mixture.json').write_text(json.dumps(data, indent=1) + '\n')


if __name__ == '__main__':
    main()
