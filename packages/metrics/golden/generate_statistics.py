"""Writes statistics.json: SciPy's intervals and tests, and mpmath's distribution functions.

Run in this folder with SciPy and mpmath:  OMP_NUM_THREADS=1 python3 generate_statistics.py

The distribution functions come from mpmath at 30 digits because SciPy 1.10's t.ppf is right to 9 digits only
(t.cdf(t.ppf(.9, 30), 30) misses .9 by 5e-10).
"""

import json

import mpmath
import numpy as np
import scipy
from scipy import stats

random = np.random.RandomState(20260801)
mpmath.mp.dps = 30
DF = (1, 2, 4, 9, 30, 1000)


def beta(a, b, x):
    return mpmath.betainc(a, b, 0, x, regularized=True)


def cdf(t, df):
    t, df = mpmath.mpf(t), mpmath.mpf(df)
    tail = beta(df / 2, mpmath.mpf(1) / 2, df / (df + t * t)) / 2
    return 1 - tail if t > 0 else tail


def quantile(p, df):
    return mpmath.findroot(lambda t: cdf(t, df) - mpmath.mpf(p), float(stats.t.ppf(p, df)))


def paired(n):
    a, b = random.rand(n), random.rand(n)
    test = stats.ttest_rel(a, b)
    return {"a": a.tolist(), "b": b.tolist(), "t": float(test.statistic), "p": float(test.pvalue)}


def corrected(n, ratio):
    """Nadeau & Bengio (2003): the variance of the mean difference is (1/n + ratio) s²."""
    a, b = random.rand(n), random.rand(n)
    difference = a - b
    t = difference.mean() / np.sqrt((1 / n + ratio) * difference.var(ddof=1))
    p = 2 * stats.t.sf(abs(t), n - 1)
    return {"a": a.tolist(), "b": b.tolist(), "testTrainRatio": ratio, "t": float(t), "p": float(p)}


def interval(n, level):
    values = random.rand(n)
    low, high = stats.t.interval(level, n - 1, loc=values.mean(), scale=stats.sem(values))
    return {"values": values.tolist(), "level": level, "low": float(low), "high": float(high)}


golden = {
    "versions": {"scipy": scipy.__version__, "mpmath": mpmath.__version__},
    "logGamma": [{"x": x, "value": float(mpmath.loggamma(x))} for x in (0.1, 0.5, 1, 1.5, 2, 5, 33.3, 500, 5000)],
    "beta": [
        {"a": a, "b": b, "x": x, "value": float(beta(a, b, x))}
        for a in (0.5, 1, 2.5, 40, 500)
        for b in (0.5, 1, 7)
        for x in (0, 1e-6, 0.2, 0.5, 0.9, 0.999999, 1)
    ],
    "cdf": [
        {"t": t, "df": df, "value": float(cdf(t, df))}
        for df in DF
        for t in (-40, -3, -1, -1e-3, 0, 0.5, 2, 12.706)
    ],
    "quantile": [
        {"p": p, "df": df, "value": float(quantile(p, df))}
        for df in DF
        for p in (1e-6, 0.005, 0.025, 0.3, 0.5, 0.9, 0.975, 0.999)
    ],
    "paired": [paired(n) for n in (2, 5, 30)],
    "corrected": [corrected(5, 0.25), corrected(10, 2 / 7)],
    "interval": [interval(2, 0.95), interval(5, 0.95), interval(5, 0.5), interval(30, 0.99)],
}

with open("statistics.json", "w") as file:
    lines = ",\n".join(f"{json.dumps(key)}: {json.dumps(value)}" for key, value in golden.items())
    file.write(f"{{\n{lines}\n}}\n")
