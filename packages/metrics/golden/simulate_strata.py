"""How often 95 % BCa intervals cover the true F1, with and without labelStrata.ts's strata.

Prints the figures that labelStrata.ts quotes.  Run with SciPy:  OMP_NUM_THREADS=1 python3 simulate_strata.py

Test sets of 400 examples come from a simulated population of 12 correlated classes (35 % to 0.6 %) and its predictions,
either at random or by strata: from each stratum of the population its share of 400, rounded.
"""

import numpy as np
from scipy.stats import norm

CLASSES, EXAMPLES, POPULATION, RESAMPLES, TEST_SETS, SMALLEST = 12, 400, 200_000, 1000, 600, 5
PREVALENCE = np.geomspace(0.35, 0.006, CLASSES)
random = np.random.default_rng(1)


def draw(n):
    common, own = random.standard_normal((n, 1)), random.standard_normal((n, CLASSES))
    labels = common * 0.4**0.5 + own * 0.6**0.5 < norm.ppf(PREVALENCE)
    hardness = random.standard_normal((n, 1))
    found = random.random((n, CLASSES)) < norm.cdf(0.8 - 0.6 * hardness)
    wrong = random.random((n, CLASSES)) < np.minimum(0.9, 0.4 * PREVALENCE * np.exp(0.4 * hardness))
    return labels, np.where(labels, found, wrong)


def rarest(labels):
    support = labels.sum(axis=0)
    strata = np.where(labels, support + np.arange(CLASSES) * 1e-6, np.inf).argmin(axis=1)
    strata[~labels.any(axis=1)] = CLASSES
    return strata


def label_strata(labels):
    strata = rarest(labels)
    return np.where(np.bincount(strata, minlength=CLASSES + 1)[strata] < SMALLEST, CLASSES + 1, strata)


def micro(totals):
    tp, true, predicted = np.split(totals, 3, axis=-1)
    return 2 * tp.sum(-1) / (true.sum(-1) + predicted.sum(-1))


def macro(totals):
    tp, true, predicted = np.split(totals, 3, axis=-1)
    return np.where(true + predicted > 0, 2 * tp / np.maximum(true + predicted, 1), 0).mean(-1)


def counts(labels, predicted):
    return np.hstack([labels & predicted, labels, predicted]).astype(float)


def bca(statistic, sums, strata, weights):
    theta, observed = statistic(weights @ sums), statistic(sums.sum(axis=0))
    left_out = statistic(sums.sum(axis=0) - sums)
    cubes = squares = 0
    for stratum in np.unique(strata):
        left = left_out[strata == stratum]
        deviation = (left.size - 1) / left.size * (left.mean() - left)
        cubes, squares = cubes + (deviation**3).sum(), squares + (deviation**2).sum()
    acceleration = cubes / 6 / squares**1.5
    below = ((theta < observed).mean() + (theta <= observed).mean()) / 2
    bias = norm.ppf(np.clip(below, 0.5 / RESAMPLES, 1 - 0.5 / RESAMPLES))
    shifted = bias + norm.ppf([0.025, 0.975])
    return np.quantile(theta, norm.cdf(bias + shifted / (1 - acceleration * shifted)))


def resample(strata):
    weights = np.zeros((RESAMPLES, len(strata)))
    for stratum in np.unique(strata):
        members = np.flatnonzero(strata == stratum)
        weights[:, members] = random.multinomial(len(members), np.full(len(members), 1 / len(members)), RESAMPLES)
    return weights


population = draw(POPULATION)
truth = counts(*population).sum(axis=0)
pools = [np.flatnonzero(rarest(population[0]) == s) for s in range(CLASSES + 1)]


def by_strata():
    quota = [round(EXAMPLES * len(pool) / POPULATION) for pool in pools]
    return np.concatenate([random.choice(pool, size, replace=False) for pool, size in zip(pools, quota)])


designs = {"at random": lambda: random.choice(POPULATION, EXAMPLES, replace=False), "by strata": by_strata}
for design, choose in designs.items():
    found = {}
    for _ in range(TEST_SETS):
        chosen = choose()
        labels, predicted = population[0][chosen], population[1][chosen]
        sums = counts(labels, predicted)
        for kind, strata in {"none": np.zeros(len(chosen), int), "labelStrata": label_strata(labels)}.items():
            weights = resample(strata)
            for statistic in (micro, macro):
                low, high = bca(statistic, sums, strata, weights)
                covered = low <= statistic(truth) <= high
                found.setdefault((statistic.__name__, kind), []).append((covered, high - low))
    for (name, kind), values in found.items():
        covered, width = np.mean(values, axis=0)
        print(f"sampled {design}, strata {kind}: {name} F1 covered {covered:.3f}, mean width {width:.4f}")
