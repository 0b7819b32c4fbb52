"""Makes classifiers.json: scikit-learn results on a stored synthetic four-class set.

Made with Python 3.11.2, numpy 1.24.2 and scikit-learn 1.2.1; 15 significant digits.  No scaling is applied
before any classifier.  scikit-learn's lbfgs stops early (scipy's default ftol, whatever tol says), so each
logistic model also holds `optimum`: the same objective minimised here by Newton's method to rounding level and
checked against solver='newton-cg'.  Deterministic (fixed seeds).
Run: /usr/bin/python3 make_classifiers.py
"""
import json
import warnings
from pathlib import Path

import numpy as np
from sklearn.decomposition import PCA
from sklearn.ensemble import ExtraTreesClassifier, RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import GaussianNB
from sklearn.neural_network import MLPClassifier
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier

CLASSES, FEATURES = 4, 5


def rounded(a):
    a = np.asarray(a)
    if a.ndim:
        return [rounded(v) for v in a]
    return int(a) if a.dtype.kind in 'iu' else float(f'{float(a):.15g}')


def make_set():
    rng = np.random.default_rng(41)
    means = rng.normal(0, 1.2, (CLASSES, FEATURES))
    mixers = [rng.normal(0, 0.5, (FEATURES, FEATURES)) + np.diag(rng.uniform(0.4, 1.2, FEATURES)) for _ in range(CLASSES)]
    stretch, shift = np.array([1, 2, 0.5, 1.5, 1]), np.array([0, 3, -1, 0.5, 10])

    def draw(per_class):
        y = rng.permutation(np.repeat(np.arange(CLASSES), per_class))
        x = np.array([means[k] + mixers[k] @ rng.normal(size=FEATURES) for k in y])
        return np.round(x * stretch + shift, 6), y
    x, y = draw([20, 26, 16, 18])
    return (x, y, *draw([10, 10, 10, 10]))


# ---- logistic regression ------------------------------------------------------------------

def softmax(a):
    e = np.exp(a - a.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def gradient(w, x1, target, one_vs_rest):
    """Class scores' probabilities and gradient of sum(loss) + |coef|^2 / 2 (C = 1, intercepts not penalised);
    w has one row per class, intercept last."""
    z = x1 @ w.T
    p = 1 / (1 + np.exp(-z)) if one_vs_rest else softmax(z)
    penalised = w.copy()
    penalised[:, -1] = 0
    return p, (p - target).T @ x1 + penalised


def newton(x1, target, one_vs_rest):
    w = np.zeros((CLASSES, x1.shape[1]))
    size = x1.shape[1]
    ridge = np.diag([1.0] * (size - 1) + [0.0])
    for _ in range(100):
        p, g = gradient(w, x1, target, one_vs_rest)
        hess = np.zeros((CLASSES, size, CLASSES, size))
        for i in range(CLASSES):
            for j in range(CLASSES):
                if i == j:
                    hess[i, :, i] = (x1 * (p[:, i] * (1 - p[:, i]))[:, None]).T @ x1 + ridge
                elif not one_vs_rest:
                    hess[i, :, j] = -(x1 * (p[:, i] * p[:, j])[:, None]).T @ x1
        # smallest-norm step: keeps the free common shift of multinomial intercepts at zero
        w = w - np.linalg.lstsq(hess.reshape(w.size, -1), g.ravel(), rcond=1e-12)[0].reshape(w.shape)
    assert np.abs(gradient(w, x1, target, one_vs_rest)[1]).max() < 1e-10
    return w


def logistic(x, y, xt, mode):
    one_vs_rest = mode == 'ovr'
    target, x1 = np.eye(CLASSES)[y], np.column_stack([x, np.ones(len(x))])

    def fit(solver):
        return LogisticRegression(C=1, multi_class=mode, solver=solver, tol=1e-10, max_iter=10000).fit(x, y)

    def residual(w):
        return rounded(np.abs(gradient(w, x1, target, one_vs_rest)[1]).max())
    model = fit('lbfgs')
    w = np.column_stack([model.coef_, model.intercept_])
    best = newton(x1, target, one_vs_rest)
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')            # its line search gives up at rounding level
        other = fit('newton-cg')
    assert np.allclose(best[:, :-1], other.coef_, atol=1e-6)
    # multinomial intercepts are compared up to a common shift
    drift = best[:, -1] - other.intercept_
    assert np.allclose(drift - (0 if one_vs_rest else drift.mean()), 0, atol=1e-5)
    proba = gradient(best, np.column_stack([xt, np.ones(len(xt))]), np.zeros((len(xt), CLASSES)), one_vs_rest)[0]
    proba = proba / proba.sum(axis=1, keepdims=True)
    assert np.allclose(proba, other.predict_proba(xt), atol=1e-6)
    return {'coef': rounded(model.coef_), 'intercept': rounded(model.intercept_), 'predict_proba': rounded(model.predict_proba(xt)),
            'predictions': rounded(model.predict(xt)), 'max_abs_gradient': residual(w),
            'optimum': {'coef': rounded(best[:, :-1]), 'intercept': rounded(best[:, -1]), 'predict_proba': rounded(proba),
                        'max_abs_gradient': residual(best), 'lbfgs_coef_distance': rounded(np.abs(best - w)[:, :-1].max()),
                        'lbfgs_intercept_distance': rounded(np.abs(best - w)[:, -1].max()),
                        'lbfgs_proba_distance': rounded(np.abs(proba - model.predict_proba(xt)).max())}}


# ---- support vectors ----------------------------------------------------------------------

def svm(x, y, xt, kernel, c):
    model = SVC(kernel=kernel, gamma='scale', C=c, tol=1e-6, decision_function_shape='ovo').fit(x, y)
    out = {'kernel': kernel, 'C': c}
    if kernel == 'rbf':
        gamma = 1 / (FEATURES * x.var())           # what gamma='scale' means
        assert np.isclose(gamma, model._gamma, rtol=1e-14)
        out['gamma'] = rounded(gamma)
    pairs = [[i, j] for i in range(CLASSES) for j in range(i + 1, CLASSES)]
    decision, predictions = model.decision_function(xt), model.predict(xt)
    votes = np.zeros((len(xt), CLASSES), int)
    for column, (i, j) in enumerate(pairs):
        votes[:, i] += decision[:, column] > 0
        votes[:, j] += decision[:, column] <= 0
    assert (votes.argmax(axis=1) == predictions).all()
    assert np.abs(decision).min() > 1e-4, 'a decision value is too near zero'
    out.update(pairs=pairs, decision_function=rounded(decision), predictions=rounded(predictions),
               tied_vote_rows=[int(r) for r in np.flatnonzero((votes == votes.max(axis=1, keepdims=True)).sum(axis=1) > 1)],
               n_support=rounded(model.n_support_), intercept=rounded(model.intercept_),
               note='positive value of pair [i, j] votes for i; tied votes go to the lowest class; n_support counts per class, '
                    'rows that support any pair')
    return out


# ---- neighbours ---------------------------------------------------------------------------

def neighbours(x, y, xt, k):
    model = KNeighborsClassifier(k).fit(x, y)
    predictions, (distances, order) = model.predict(xt), model.kneighbors(xt)
    votes = np.array([np.bincount(y[row], minlength=CLASSES) for row in order])
    assert (votes.argmax(axis=1) == predictions).all()
    assert np.diff(np.sort(np.linalg.norm(xt[:, None] - x[None], axis=2))[:, :k + 1]).min() > 1e-6   # no equal distances
    tied = (votes == votes.max(axis=1, keepdims=True)).sum(axis=1) > 1
    nearest_rule = [y[row][np.isin(y[row], np.flatnonzero(v == v.max()))][0] for row, v in zip(order, votes)]
    return {'k': k, 'predictions': rounded(predictions), 'neighbours': rounded(order), 'distances': rounded(distances),
            'tied_rows': [int(r) for r in np.flatnonzero(tied)],
            'predictions_nearest_among_tied': rounded(nearest_rule)}


# ---- trees --------------------------------------------------------------------------------

def gini_sum(labels):
    return len(labels) - (np.bincount(labels) ** 2).sum() / len(labels) if len(labels) else 0.0


def check_unique_splits(x, y, tree):
    """Every inner node's best split must beat every other (feature, threshold) clearly."""
    members = tree.decision_path(x.astype(np.float32)).toarray().astype(bool)
    for node in range(tree.node_count):
        if tree.children_left[node] < 0:
            continue
        xs, ys = x[members[:, node]], y[members[:, node]]
        scores = []
        for f in range(x.shape[1]):
            v = np.unique(xs[:, f])
            for t in (v[1:] + v[:-1]) / 2:
                left = xs[:, f] <= t
                scores.append((gini_sum(ys[left]) + gini_sum(ys[~left]), f, t))
        scores.sort()
        if len(scores) > 1 and scores[1][0] - scores[0][0] < 1e-3:
            return False
        assert (scores[0][1], scores[0][2]) == (tree.feature[node], tree.threshold[node]), node
    return True


def small_tree():
    """Searches seeds for 12 rows of two features whose tree has only unique best splits."""
    for seed in range(100000):
        rng = np.random.default_rng(seed)
        x = rng.integers(0, 5, (12, 2))
        y = (x[:, 0] > 1).astype(int) + ((x[:, 1] > 2) & (x[:, 0] > 1)).astype(int)
        flip = rng.random(12) < 0.25
        y = np.where(flip, rng.integers(0, 3, 12), y)
        if len(np.unique(x, axis=0)) < 12 or len(set(y)) < 3:
            continue
        model = DecisionTreeClassifier(random_state=0).fit(x, y)
        if model.tree_.node_count >= 9 and check_unique_splits(x, y, model.tree_):
            break
    else:
        raise SystemExit('no suitable rows found')
    t = model.tree_
    nodes = []
    for n in range(t.node_count):
        leaf = t.children_left[n] < 0
        nodes.append({'leaf': bool(leaf), 'feature': None if leaf else int(t.feature[n]), 'threshold': None if leaf else float(t.threshold[n]),
                      'left': None if leaf else int(t.children_left[n]), 'right': None if leaf else int(t.children_right[n]),
                      'samples': int(t.n_node_samples[n]), 'class_counts': [int(v) for v in t.value[n][0]], 'gini': rounded(t.impurity[n])})
    for other in range(1, 20):                     # the tie-breaking seed must not matter
        o = DecisionTreeClassifier(random_state=other).fit(x, y).tree_
        assert (o.feature == t.feature).all() and (o.threshold == t.threshold).all()
    grid = [[a, b] for a in range(5) for b in range(5)]
    return {'x': x.tolist(), 'y': y.tolist(), 'nodes': nodes, 'node_count': int(t.node_count), 'depth': int(t.max_depth),
            'grid': grid, 'grid_predictions': rounded(model.predict(grid)),
            'note': 'nodes in depth-first order, root first; x[feature] <= threshold goes left'}


def forest(kind, x, y, xt, yt):
    scores = [kind(100, random_state=s).fit(x, y).score(xt, yt) for s in range(5)]
    return {'trees': 100, 'test_accuracy_mean_of_5_seeds': rounded(np.mean(scores))}


def perceptron(x, y, xt, yt):
    """Mean test accuracy of MLPClassifier((20, 20)) on standardised rows over 40 seeds, and its standard error."""
    scaler = StandardScaler().fit(x)
    accuracy = [MLPClassifier((20, 20), random_state=seed).fit(scaler.transform(x), y).score(scaler.transform(xt), yt) for seed in range(40)]
    return {'test_accuracy_mean_of_40_seeds': float(np.mean(accuracy)), 'standard_error': float(np.std(accuracy, ddof=1) / 40**0.5)}


def main():
    x, y, xt, yt = make_set()
    nb = GaussianNB().fit(x, y)
    pca = PCA().fit(x)
    scaler = StandardScaler().fit(x)
    data = {
        'train': {'x': x.tolist(), 'y': y.tolist()},
        'test': {'x': xt.tolist(), 'y': yt.tolist()},
        'gaussian_nb': {'predict_proba': rounded(nb.predict_proba(xt)), 'predictions': rounded(nb.predict(xt)),
                        'var_smoothing_added': rounded(nb.epsilon_)},
        'knn': {'note': 'Euclidean distance, uniform weights. Tied votes go to the lowest class label (mode of the neighbours), not to the '
                        'nearest neighbour; tied_rows lists the test rows where that happens. No two of the nearest k + 1 distances are equal.',
                'k3': neighbours(x, y, xt, 3), 'k5': neighbours(x, y, xt, 5)},
        'logistic_multinomial': logistic(x, y, xt, 'multinomial'),
        'logistic_ovr': logistic(x, y, xt, 'ovr'),
        'svm_rbf_c1': svm(x, y, xt, 'rbf', 1), 'svm_linear_c1': svm(x, y, xt, 'linear', 1), 'svm_rbf_c10': svm(x, y, xt, 'rbf', 10),
        'pca': {'mean': rounded(pca.mean_), 'components': rounded(pca.components_), 'explained_variance': rounded(pca.explained_variance_),
                'explained_variance_ratio': rounded(pca.explained_variance_ratio_), 'transform_test': rounded(pca.transform(xt))},
        'standard_scaler': {'mean': rounded(scaler.mean_), 'scale': rounded(scaler.scale_)},
        'mlp': perceptron(x, y, xt, yt),
        'random_forest': forest(RandomForestClassifier, x, y, xt, yt),
        'extra_trees': forest(ExtraTreesClassifier, x, y, xt, yt),
        'decision_tree': small_tree(),
    }
    Path(__file__).with_name('classifiers.json').write_text(json.dumps(data) + '\n')


if __name__ == '__main__':
    main()
