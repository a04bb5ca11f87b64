"""Writes lsa.json: what scikit-learn's TruncatedSVD gives for generated texts.

OMP_NUM_THREADS=1 python3 golden/lsa.py     (scikit-learn 1.2.1, numpy 1.24, Python 3.11)
"""

import json
from pathlib import Path

import numpy as np
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer

TEXTS, TOPICS, WORDS, K = 120, 12, 300, 8
random = np.random.default_rng(0)
topics = random.dirichlet(np.full(WORDS, 0.05), TOPICS)
# Topics of falling weight, so that the singular values differ.
mixtures = random.dirichlet(0.6 ** np.arange(TOPICS), TEXTS)
texts = [
    " ".join(f"word{w}" for w in random.choice(WORDS, size=60, p=mixture @ topics)) for mixture in mixtures
]
train, unseen = texts[:100], texts[100:]
vectorizer = TfidfVectorizer(ngram_range=(1, 1), min_df=2, sublinear_tf=True).fit(train)
X = vectorizer.transform(train)
svd = TruncatedSVD(K, algorithm="randomized", n_iter=40, n_oversamples=10, random_state=0).fit(X)
exact = np.linalg.svd(X.toarray(), compute_uv=False)
features = svd.transform(vectorizer.transform(unseen))
content = dict(
    train=train,
    unseen=unseen,
    components=K,
    iterations=40,
    singularValues=svd.singular_values_.tolist(),
    exactSingularValues=exact[:K].tolist(),
    # Signs are free: what they leave as it is.
    similarities=(features @ features.T).tolist(),
)
path = Path(__file__).parent / "lsa.json"
path.write_text(json.dumps(content, separators=(",", ":")) + "\n", encoding="utf8")
