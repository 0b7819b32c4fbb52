"""Makes regressors.json: scikit-learn results on a stored synthetic regression set.

Made with Python 3.11.2, numpy 1.24.2 and scikit-learn 1.2.1; 15 significant digits.  No scaling is applied before any
regressor.  Deterministic (fixed seeds).
Run: /usr/bin/python3 make_regressors.py
"""
import json
from pathlib import Path

import numpy as np
from sklearn.ensemble import ExtraTreesRegressor, RandomForestRegressor
from sklearn.linear_model import Ridge
from sklearn.svm import SVR
from sklearn.tree import DecisionTreeRegressor

FEATURES = 4


def rounded(a):
    a = np.asarray(a)
    if a.ndim:
        return [rounded(v) for v in a]
    return int(a) if a.dtype.kind in 'iu' else float(f'{float(a):.15g}')


def make_set():
    rng = np.random.default_rng(17)

    def draw(rows):
        x = rng.normal(0, 1, (rows, FEATURES)) * [1, 2, 0.5, 1] + [0, 3, -1, 0.5]
        y = 2 + np.sin(x[:, 0]) + 0.5 * x[:, 1] - x[:, 2] ** 2 + 0.3 * x[:, 0] * x[:, 3] + rng.normal(0, 0.2, rows)
        return np.round(x, 6), np.round(y, 6)
    return (*draw(90), *draw(40))


def ridge(x, y, xt, penalty):
    model = Ridge(alpha=penalty, solver='cholesky').fit(x, y)
    return {'penalty': penalty, 'coef': rounded(model.coef_), 'intercept': rounded(model.intercept_), 'predictions': rounded(model.predict(xt))}


def wide_ridge(penalty):
    """More features than rows; by the normal equations of centred data, checked against scikit-learn."""
    rng = np.random.default_rng(18)
    x, y, xt = np.round(rng.normal(2, 1, (8, 20)), 6), np.round(rng.normal(5, 1, 8), 6), np.round(rng.normal(2, 1, (5, 20)), 6)
    centred = x - x.mean(axis=0)
    w = np.linalg.solve(centred.T @ centred + penalty * np.eye(20), centred.T @ (y - y.mean()))
    model = Ridge(alpha=penalty, solver='svd').fit(x, y)
    assert np.allclose(w, model.coef_, atol=1e-10)
    return {'x': x.tolist(), 'y': y.tolist(), 'test': xt.tolist(), **ridge(x, y, xt, penalty)}


def svr(x, y, xt, kernel, c, epsilon):
    model = SVR(kernel=kernel, gamma='scale', C=c, epsilon=epsilon, tol=1e-7).fit(x, y)
    finer = SVR(kernel=kernel, gamma='scale', C=c, epsilon=epsilon, tol=1e-9).fit(x, y)
    predictions = model.predict(xt)
    return {'kernel': kernel, 'C': c, 'epsilon': epsilon, 'gamma': rounded(1 / (FEATURES * x.var())), 'predictions': rounded(predictions),
            'support_vectors': rounded(model.n_support_[0]), 'moves_with_tolerance': rounded(np.abs(predictions - finer.predict(xt)).max())}


def gain(y, left):
    return y[left].sum() ** 2 / left.sum() + y[~left].sum() ** 2 / (~left).sum()


def has_unique_splits(x, y, tree):
    """Every inner node's best split must beat every other (feature, threshold) clearly."""
    members = tree.decision_path(x.astype(np.float32)).toarray().astype(bool)
    for node in np.flatnonzero(tree.children_left >= 0):
        xs, ys = x[members[:, node]], y[members[:, node]]
        ys = ys - ys.mean()
        scores = []
        for f in range(x.shape[1]):
            v = np.unique(xs[:, f])
            scores += [(gain(ys, xs[:, f] <= t), f, t) for t in (v[1:] + v[:-1]) / 2]
        scores.sort(reverse=True)
        if len(scores) > 1 and scores[0][0] - scores[1][0] < 1e-3:
            return False
        assert scores[0][1:] == (tree.feature[node], tree.threshold[node]), node
    return True


def small_tree():
    """Searches seeds for 14 rows of two features whose tree has only unique best splits."""
    for seed in range(100000):
        rng = np.random.default_rng(seed)
        x = rng.integers(0, 6, (14, 2))
        y = np.round(x[:, 0] * 1.5 - np.abs(x[:, 1] - 2) + rng.normal(0, 1, 14), 3)
        if len(np.unique(x, axis=0)) < 14:
            continue
        model = DecisionTreeRegressor(random_state=0).fit(x, y)
        if has_unique_splits(x, y, model.tree_):
            break
    else:
        raise SystemExit('no suitable rows found')
    t = model.tree_
    leaf = t.children_left < 0
    grid = [[a, b] for a in range(6) for b in range(6)]
    return {'x': x.tolist(), 'y': y.tolist(), 'feature': rounded(np.where(leaf, -1, t.feature)),
            'threshold': rounded(np.where(leaf, 0, t.threshold)), 'value': rounded(np.where(leaf, t.value[:, 0, 0], 0)),
            'grid': grid, 'grid_predictions': rounded(model.predict(grid)),
            'grid_predictions_3_a_leaf': rounded(DecisionTreeRegressor(min_samples_leaf=3, random_state=0).fit(x, y).predict(grid)),
            'note': 'nodes in depth-first order, root first; x[feature] <= threshold goes left; feature -1 is a leaf'}


def forest(kind, x, y, xt, yt):
    scores = [kind(100, random_state=s).fit(x, y).score(xt, yt) for s in range(20)]
    return {'trees': 100, 'r2_mean_of_20_seeds': rounded(np.mean(scores)), 'r2_deviation': rounded(np.std(scores, ddof=1))}


def main():
    x, y, xt, yt = make_set()
    data = {
        'train': {'x': x.tolist(), 'y': y.tolist()},
        'test': {'x': xt.tolist(), 'y': yt.tolist()},
        'ridge_1': ridge(x, y, xt, 1), 'ridge_100': ridge(x, y, xt, 100), 'ridge_wide': wide_ridge(0.5),
        'svr_rbf': svr(x, y, xt, 'rbf', 1, 0.1), 'svr_rbf_c10': svr(x, y, xt, 'rbf', 10, 0.2), 'svr_linear': svr(x, y, xt, 'linear', 1, 0.1),
        'tree': small_tree(),
        'random_forest': forest(RandomForestRegressor, x, y, xt, yt),
        'extra_trees': forest(ExtraTreesRegressor, x, y, xt, yt),
    }
    Path(__file__).with_name('regressors.json').write_text(json.dumps(data) + '\n')


if __name__ == '__main__':
    main()
