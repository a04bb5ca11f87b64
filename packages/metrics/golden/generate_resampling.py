"""Writes resampling.json: SciPy's tests and bootstrap intervals, and the distributions behind them.

Run in this folder with SciPy 1.10 and mpmath:  OMP_NUM_THREADS=1 python3 generate_resampling.py

The distribution functions and the studentized range come from mpmath at 30 digits; SciPy's studentized_range, within 1e-10, is checked against it here. The bootstrap's resamples are drawn by the generator of seededWords.ts, written a
second time below, and handed to SciPy, so that the intervals must agree to the last digits.
"""

import json
import warnings

import mpmath
import numpy as np
import scipy
from scipy import stats

warnings.simplefilter("ignore", UserWarning)  # "sample size too small for normal approximation"
mpmath.mp.dps = 30
random = np.random.RandomState(20260801)
MASK = (1 << 32) - 1


def split_mix_64(seed, n):
    mask = (1 << 64) - 1
    z = (seed + n * 0x9E3779B97F4A7C15) & mask
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & mask
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
    return z ^ (z >> 31)


def rotate_left(x, bits):
    return ((x << bits) | (x >> (32 - bits))) & MASK


def seeded_words(seed):
    first, second = split_mix_64(seed, 1), split_mix_64(seed, 2)
    s = [first & MASK, first >> 32, second & MASK, second >> 32]
    while True:
        yield (rotate_left((s[1] * 5) & MASK, 7) * 9) & MASK
        t = (s[1] << 9) & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotate_left(s[3], 11)


def words(seed, n):
    generator = seeded_words(seed)
    return [next(generator) for _ in range(n)]


def normal_cdf(z):
    return mpmath.erfc(-z / mpmath.sqrt(2)) / 2


def range_tail(q, k):
    """k ∫ φ(z) {Φ(z)^(k−1) − [Φ(z) − Φ(z−q)]^(k−1)} dz"""
    q = mpmath.mpf(q)
    # The difference of the powers, without its cancellation.
    share = lambda z: -mpmath.expm1((k - 1) * mpmath.log1p(-normal_cdf(z - q) / normal_cdf(z)))
    integrand = lambda z: mpmath.npdf(z) * normal_cdf(z) ** (k - 1) * share(z)
    scale = integrand(q / 2)  # quad stops at an absolute error
    value = k * scale * mpmath.quad(lambda z: integrand(z) / scale, mpmath.linspace(-12, q + 12, 25))
    scipys = stats.studentized_range.sf(float(q), k, np.inf)
    assert abs(value - scipys) < 1e-10, (q, k, value, scipys)
    return float(value)


def range_quantile(p, k):
    return float(stats.studentized_range.isf(p, k, np.inf))


def differences(n, ties, zeros):
    a = random.randint(0, 9, n) / 8 if ties else random.rand(n)
    b = random.randint(0, 9, n) / 8 if ties else random.rand(n) * 0.9
    if zeros:
        b[::4] = a[::4]
    else:
        b[a == b] += 1 / 8
    return a, b


def signed_rank_p(a, b, alternative):
    """SciPy 1.10's exact p is that without ties and zeros; with them all choices of signs are tried."""
    d = (a - b)[a != b]
    ranks = np.sign(d) * stats.rankdata(np.abs(d))
    if len(ranks) == len(a) == len(set(np.abs(ranks))):
        return stats.wilcoxon(a, b, alternative=alternative, method="exact").pvalue
    return stats.permutation_test(
        (ranks,), lambda x, axis: np.sum(x, axis=axis), permutation_type="samples", vectorized=True,
        n_resamples=np.inf, batch=10_000, alternative=alternative).pvalue


def wilcoxon(n, ties=False, zeros=False):
    a, b = differences(n, ties, zeros)
    exact = n <= 50
    results = []
    for alternative in ("two-sided", "greater", "less"):
        approx = stats.wilcoxon(a, b, zero_method="wilcox", alternative=alternative, method="approx")
        results.append({
            "alternative": alternative,
            "statistic": float(approx.statistic),
            "p": float(signed_rank_p(a, b, alternative) if exact else approx.pvalue),
            "z": float(approx.zstatistic),
            "approxP": float(approx.pvalue),
        })
    return {
        "name": f"{n} pairs{', ties' if ties else ''}{', zeros' if zeros else ''}",
        "a": a.tolist(), "b": b.tolist(), "exact": exact, "results": results,
    }


def permutation(n, ties=False, zeros=False):
    a, b = differences(n, ties, zeros)
    return {
        "a": a.tolist(),
        "b": b.tolist(),
        "p": {
            alternative: float(stats.permutation_test(
                (a, b), lambda x, y, axis: np.mean(x - y, axis=axis), permutation_type="samples",
                vectorized=True, n_resamples=np.inf, alternative=alternative).pvalue)
            for alternative in ("two-sided", "greater", "less")
        },
    }


def friedman(name, scores):
    scores = np.array(scores)
    n, k = scores.shape
    chi, p = stats.friedmanchisquare(*scores.T)
    f = (n - 1) * chi / (n * (k - 1) - chi)
    mean_ranks = stats.rankdata(-scores, axis=1).mean(axis=0)
    q = np.abs(mean_ranks[:, None] - mean_ranks) / np.sqrt(k * (k + 1) / (12 * n))
    return {
        "name": name,
        "scores": scores.tolist(),
        "meanRanks": mean_ranks.tolist(),
        "chiSquare": float(chi),
        "p": float(p),
        "f": float(f),
        "fP": float(stats.f.sf(f, k - 1, (k - 1) * (n - 1))),
        "criticalDifference": float(range_quantile(0.05, k) * np.sqrt(k * (k + 1) / (12 * n))),
        "nemenyi": [[1.0 if i == j else range_tail(q[i, j], k) for j in range(k)] for i in range(k)],
    }


def interval(theta, samples, statistic, method, level):
    result = stats._resampling.BootstrapResult(None, theta, None)
    found = stats.bootstrap(
        samples, statistic, n_resamples=0, vectorized=False, method=method, confidence_level=level,
        bootstrap_result=result)
    low, high = found.confidence_interval
    return {"method": method.lower(), "level": level, "low": float(low), "high": float(high),
            "standardError": float(found.standard_error)}


def bootstrap(name, values, strata, statistic, resamples, seed):
    """Resamples as bootstrapInterval draws them: stratum after stratum in the order of their first examples."""
    values = np.array(values)
    order = list(dict.fromkeys(strata))
    groups = [[i for i, s in enumerate(strata) if s == stratum] for stratum in order]
    generator = seeded_words(seed)
    theta = np.array([
        statistic(*[values[[g[int(next(generator) * (len(g) / 2**32))] for _ in g]] for g in groups])
        for _ in range(resamples)
    ])
    samples = tuple(values[g] for g in groups)
    return {
        "name": name, "values": values.tolist(), "strata": strata, "resamples": resamples, "seed": seed,
        "estimate": float(statistic(*samples)),
        "intervals": [interval(theta, samples, statistic, m, level) for m in ("percentile", "BCa") for level in (0.95, 0.8)],
    }


def mean(*samples):
    return np.mean(np.concatenate(samples))


def ratio(*samples):
    """Skew: the mean square over the squared mean."""
    joined = np.concatenate(samples)
    return np.mean(joined**2) / np.mean(joined) ** 2


# Table 6 of Demšar, JMLR 7 (2006). The two .975 of the last but one row are told apart, as the mean ranks printed there need.
DEMSAR = [
    [0.763, 0.768, 0.771, 0.798], [0.599, 0.591, 0.590, 0.569], [0.954, 0.971, 0.968, 0.967],
    [0.628, 0.661, 0.654, 0.657], [0.882, 0.888, 0.886, 0.898], [0.936, 0.931, 0.916, 0.931],
    [0.661, 0.668, 0.609, 0.685], [0.583, 0.583, 0.563, 0.625], [0.775, 0.838, 0.866, 0.875],
    [1.000, 1.000, 1.000, 1.000], [0.940, 0.962, 0.965, 0.962], [0.619, 0.666, 0.614, 0.669],
    [0.972, 0.981, 0.975, 0.9749], [0.957, 0.978, 0.946, 0.970],
]

exponential = np.round(random.exponential(size=40), 4).tolist()

golden = {
    "versions": {"scipy": scipy.__version__, "mpmath": mpmath.__version__},
    "words": [{"seed": seed, "words": words(seed, 6)} for seed in (0, 1, -1, 2**53 - 1)],
    "gammaTail": [
        {"a": a, "x": x, "value": float(mpmath.gammainc(a, x, mpmath.inf, regularized=True))}
        for a in (0.5, 1, 2.5, 40, 500)
        for x in (1e-9, 0.1, 1, 3.5, 38, 60, 480, 560)
    ],
    "fTail": [
        {"x": x, "df1": d1, "df2": d2,
         "value": float(mpmath.betainc(mpmath.mpf(d2) / 2, mpmath.mpf(d1) / 2, 0, d2 / (d2 + d1 * mpmath.mpf(x)), regularized=True))}
        for d1, d2 in ((1, 1), (3, 39), (10, 4), (200, 300))
        for x in (1e-6, 0.5, 1, 4, 100)
    ],
    "normalCdf": [{"z": z, "value": float(normal_cdf(mpmath.mpf(z)))} for z in (-37.5, -8, -1.96, -1e-3, 0, 0.5, 3, 9)],
    "normalQuantile": [
        {"p": p, "value": float(mpmath.findroot(lambda z: normal_cdf(z) - mpmath.mpf(p), float(stats.norm.ppf(p))))}
        for p in (1e-300, 1e-10, 0.025, 0.3, 0.5, 0.975, 0.999)
    ],
    "rangeTail": [
        {"q": q, "k": k, "value": range_tail(q, k)}
        for k in (2, 3, 10, 50, 200)
        for q in (1e-3, 0.5, 2, 3.5, 6, 12, 20)
    ],
    "wilcoxon": [
        wilcoxon(1), wilcoxon(5), wilcoxon(14), wilcoxon(25), wilcoxon(50), wilcoxon(51), wilcoxon(200),
        wilcoxon(12, ties=True), wilcoxon(12, zeros=True), wilcoxon(30, ties=True, zeros=True),
        wilcoxon(200, ties=True, zeros=True),
    ],
    "permutation": [permutation(2), permutation(7), permutation(12), permutation(12, ties=True),
                    permutation(12, zeros=True)],
    "friedman": [
        friedman("Demšar's table 6", DEMSAR),
        friedman("ten methods", random.rand(7, 10)),
        friedman("many ties", random.randint(0, 3, (9, 4)) / 2),
        friedman("three methods on two data sets", random.rand(2, 3)),
    ],
    "bootstrap": [
        bootstrap("a mean", exponential, [0] * 40, mean, 400, 0),
        bootstrap("a ratio", exponential, [0] * 40, ratio, 400, 7),
        bootstrap("a ratio over unequal strata", exponential, ([0, 1, 1, 2] * 10), ratio, 400, 11),
        bootstrap("a mean over strata", exponential[:12], [2] + [1, 2] * 5 + [1], mean, 300, 2),
    ],
}

with open("resampling.json", "w") as file:
    lines = ",\n".join(f"{json.dumps(key)}: {json.dumps(value)}" for key, value in golden.items())
    file.write(f"{{\n{lines}\n}}\n")
