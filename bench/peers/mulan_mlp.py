"""scikit-learn's MLPClassifier with 100 hidden units on standardised features, thresholds tuned on validation parts.

python3 bench/peers/mulan_mlp.py FILE …    (FILE: a split of one seed each, in the order of the seeds from 0)

The files are written by bench/dist/writeSplit.js. Prints as JSON the means over the files for each number of epochs and
each alpha, and the setting and rule with the best mean of micro and macro F1 on validation parts.
"""

import json
import sys
import warnings

from held_out import evaluate, mean_figures, read_split
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier
from sklearn.preprocessing import StandardScaler

SETTINGS = [(epochs, alpha) for epochs in (10, 20, 50, 200) for alpha in (1e-4, 1e-1, 1.0)]

# Training for few epochs is one of the choices here.
warnings.simplefilter("ignore", ConvergenceWarning)
runs = {setting: [] for setting in SETTINGS}
for seed, path in enumerate(sys.argv[1:]):
    parts = read_split(path)
    scaler = StandardScaler().fit(parts["train"][0])
    features = {part: scaler.transform(inputs) for part, (inputs, _) in parts.items()}
    for epochs, alpha in SETTINGS:
        mlp = MLPClassifier((100,), max_iter=epochs, alpha=alpha, random_state=seed)
        mlp.fit(features["train"], parts["train"][1])
        scored = {part: (mlp.predict_proba(features[part]), parts[part][1]) for part in ("validation", "test")}
        runs[epochs, alpha].append(evaluate(**scored))


def validation_figure(choice):
    setting, rule = choice
    figures = means[setting][rule]["validation"]
    return figures["microF1"] + figures["macroF1"]


means = {setting: mean_figures(seeds) for setting, seeds in runs.items()}
choices = [(setting, rule) for setting in SETTINGS for rule in means[setting]]
(epochs, alpha), rule = max(choices, key=validation_figure)
print(
    json.dumps(
        {
            "chosen": {"epochs": epochs, "alpha": alpha, "rule": rule, **means[epochs, alpha]},
            "all": [{"epochs": e, "alpha": a, **figures} for (e, a), figures in means.items()],
        },
        indent=1,
    )
)
