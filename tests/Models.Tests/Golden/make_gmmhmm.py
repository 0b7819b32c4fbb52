"""Holds gmmhmm_3state.json to a hidden Markov model written anew in numpy and scipy (scores, best paths, five steps of expectation and maximisation).

The committed values come from another numpy model, which was held to hmmlearn 0.3.3 (scores, 2e-13). Where RESEARCH_MIRROR names a mirror of the
recordings, the data of the file are computed from them too. At the last run:
the data within 1e-6 (their sixth decimal), scores, likelihoods and parameters within 1.4e-8, relative above 1, and the same paths.
Run: RESEARCH_MIRROR=… /usr/bin/python3 make_gmmhmm.py [OUT.json] (numpy 1.24, scipy 1.10); with OUT.json, the file is written there anew.
"""

import json
import sys
from pathlib import Path

import numpy as np
from scipy.special import logsumexp
from scipy.stats import multivariate_normal

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1] / "Golden" / "oracles"))

import recordings
import spectral
from agreement import Agreement

ADDED = 0.01  # to the variances, in each maximisation


class Model:
    def __init__(self, entry):
        self.a, self.w, self.mu = (np.array(entry[key]) for key in ("A", "w", "mu"))
        given = np.array(entry["C"])
        self.diagonal = given.ndim == 3
        self.c = np.array([[np.diag(c) for c in state] for state in given]) if self.diagonal else given

    def components(self, x):
        """Log of weight times density, shape [frames, states, mixtures]."""
        one = lambda s, m: np.log(self.w[s, m]) + multivariate_normal.logpdf(x, self.mu[s, m], self.c[s, m])
        return np.array([[one(s, m) for m in range(self.w.shape[1])] for s in range(len(self.w))]).transpose(2, 0, 1)

    def log_a(self):
        with np.errstate(divide="ignore"):
            return np.log(self.a)

    def forward(self, emission):
        alpha = np.full(emission.shape, -np.inf)
        alpha[0, 0] = emission[0, 0]  # begins in the first state
        for t in range(1, len(emission)):
            alpha[t] = emission[t] + logsumexp(alpha[t - 1][:, None] + self.log_a(), axis=0)
        return alpha

    def backward(self, emission):
        beta = np.zeros(emission.shape)
        for t in range(len(emission) - 2, -1, -1):
            beta[t] = logsumexp(self.log_a() + emission[t + 1] + beta[t + 1], axis=1)
        return beta

    def score(self, x):
        return logsumexp(self.forward(logsumexp(self.components(x), axis=2))[-1])

    def best_path(self, x):
        emission = logsumexp(self.components(x), axis=2)
        total, back = np.array([emission[0, 0], *[-np.inf] * (emission.shape[1] - 1)]), []
        for row in emission[1:]:
            reached = total[:, None] + self.log_a()
            back.append(reached.argmax(axis=0))
            total = reached.max(axis=0) + row
        path = [int(total.argmax())]
        for choices in reversed(back):
            path.append(int(choices[path[-1]]))
        return {"logprob": float(total.max()), "path": path[::-1]}

    def improve(self, sequences):
        """One step; returns the log-likelihood before it."""
        whole, moves, shares, data = 0.0, np.zeros(self.a.shape), [], np.concatenate(sequences)
        for x in sequences:
            parts = self.components(x)
            emission = logsumexp(parts, axis=2)
            alpha, beta = self.forward(emission), self.backward(emission)
            score = logsumexp(alpha[-1])
            whole += score
            shares.append(np.exp((alpha + beta - score)[:, :, None] + parts - emission[:, :, None]))
            moves += np.exp(alpha[:-1, :, None] + self.log_a() + (emission[1:] + beta[1:])[:, None, :] - score).sum(axis=0)
        self.a = moves / moves.sum(axis=1, keepdims=True)
        share = np.concatenate(shares)
        mass = share.sum(axis=0)
        self.w = mass / mass.sum(axis=1, keepdims=True)
        self.mu = np.einsum("tsm,td->smd", share, data) / mass[:, :, None]
        away = data[:, None, None, :] - self.mu
        self.c = np.einsum("tsm,tsmd,tsme->smde", share, away, away) / mass[:, :, None, None]
        identity = np.eye(data.shape[1])
        self.c = (self.c * identity if self.diagonal else self.c) + ADDED * identity
        return whole

    def entry(self):
        c = np.diagonal(self.c, axis1=2, axis2=3) if self.diagonal else self.c
        return {"A": self.a.tolist(), "w": self.w.tolist(), "mu": self.mu.tolist(), "C": c.tolist()}


def measured(golden, sequences):
    model = Model(golden["init"])
    made = {
        "init": golden["init"],
        "score_per_sequence": [float(model.score(x)) for x in sequences],
        "viterbi_first5": [model.best_path(x) for x in sequences[:5]],
    }
    history = [model.improve(sequences) for _ in range(len(golden["em_total_loglik"]) - 1)]
    made["em_total_loglik"] = [*map(float, history), float(sum(model.score(x) for x in sequences))]
    made["after5"] = model.entry()
    return made


def data_of(files):
    rows = [spectral.mfcc(recordings.read("fsdd", f"recordings/{name}.wav")[1] / 32768, 8000, 240, 120, 13)[:, :3] for name in files]
    return np.round(np.concatenate(rows) / [100, 50, 30], 6)


def main():
    golden = json.loads((HERE / "gmmhmm_3state.json").read_text())
    data = np.array(golden["data"])
    if recordings.present():
        agreement = Agreement("gmmhmm_3state.json (data)", 1.1e-6)
        agreement.add("data", data, data_of(golden["files"]))
        print(agreement)
    sequences = np.split(data, np.cumsum(golden["lengths"])[:-1])
    for kind in ("diag", "full"):
        old, new = golden[kind], measured(golden[kind], sequences)
        agreement = Agreement(f"gmmhmm_3state.json ({kind})", 1e-7)
        for key in ("score_per_sequence", "em_total_loglik"):
            agreement.add(key, old[key], new[key])
        for key, values in new["after5"].items():
            agreement.add(key, old["after5"][key], values)
        for known, found in zip(old["viterbi_first5"], new["viterbi_first5"]):
            agreement.add("logprob", known["logprob"], found["logprob"])
            assert known["path"] == found["path"]
        print(agreement)
        golden[kind] = new
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(json.dumps(golden))


if __name__ == "__main__":
    main()
