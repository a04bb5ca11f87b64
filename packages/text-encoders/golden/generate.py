"""Writes tfidf.json: what scikit-learn gives for awkward texts.

OMP_NUM_THREADS=1 python3 golden/generate.py     (scikit-learn 1.2.1, Python 3.11)
"""

import json
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.feature_selection import SelectKBest, chi2
from sklearn.preprocessing import normalize

TRAIN = [
    "The quick brown fox jumps over the lazy dog; the dog sleeps.",
    "Straße, STRASSE und GROẞE Straße: das ß bleibt ein ß.",
    "İstanbul'da ışık ve IŞIK; İİ is two letters with dots.",
    "ΟΔΥΣΣΕΥΣ και ΣΑΣ, Σ. ΑΣ' ΣΑ\u0301Σ ὈΔΥΣΣΕΎΣ",
    "cafe\u0301 café CAFE\u0301 e\u0301e\u0301 nai\u0308ve naïve",
    "深層学習 は 機械学習 の 一種 です。 深層学習",
    "हिन्दी में कितने शब्द हैं किताब",
    "snake_case __init__ _ a_ 3.14 42 x1 1x 007 v2_0 ½½ x² Ⅷ ⅷⅧ ٣٤ ๑๒",
    "",
    "   \t\n\u00a0\u2003 ",
    "the and of to a in",
    "dog dog dog dog dog dog dog fox",
    "a b c d e f g",
    "word" * 300 + " tail",
    "😀😀 👩\u200d👩\u200d👧 ok 😀ok😀 𝔘𝔫𝔦 𝒳𝒴 \U00010400\U00010401 𠮷野家",
    "ﬁne ﬁsh ﬂow ﬃ fine \ue000\ue000 Ａｂｃ ＡＢＣ",
    "don't can't re-use e-mail co-operate state-of-the-art U.S.A. A.B.",
    "soft\u00adhyphen zero\u200bwidth zero\u200djoin line\u2028break\u0085next",
    "ǅungla Ǆungla ǆungla ŉ ȺȾ ⱥⱦ K\u212a Å\u212b Ω\u2126",
    "Привет МИР привет ЁЖ ёж; მთა ᲛᲗᲐ; ՀԱՅ հայ; שלום עולם; مَرْحَبًا بالعالم",
    "fox and dog, dog and fox, quick fox, lazy dog",
    "The fox is quick. The dog is lazy. Both sleep.",
]
UNSEEN = [
    "An unseen quick dog and an unseen fox",
    "nothing known hereabouts",
    "",
    "STRASSE straße ΣΑΣ 😀ok😀",
]
LABELS = [[int(i % 3 == 0), int(i % 4 == 1), int("fox" in t or "dog" in t), 0] for i, t in enumerate(TRAIN)]


def best_chi2(X, Y):
    """The largest chi2 over the labels that some but not all examples have."""
    return np.max([chi2(X, y)[0] for y in np.asarray(Y).T if 0 < y.sum() < len(y)], axis=0)


def document_frequency(X, Y):
    return np.asarray((X > 0).sum(axis=0)).ravel().astype(float)


SKLEARN = dict(ngram_range=(1, 1), min_df=1, max_df=1.0, sublinear_tf=False)
CASES = {
    "scikit-learn's defaults": {},
    "sublinear 1-2-grams": dict(sublinear_tf=True, ngram_range=(1, 2)),
    "2-3-grams": dict(ngram_range=(2, 3)),
    "case kept": dict(lowercase=False),
    "min_df as a count": dict(min_df=2, ngram_range=(1, 2)),
    "min_df as a share": dict(min_df=0.1),
    "max_df as a count": dict(max_df=3, min_df=2),
    "max_df as a share": dict(max_df=0.2, ngram_range=(1, 3), min_df=2),
    "no smoothing": dict(smooth_idf=False, sublinear_tf=True),
    "no norm": dict(norm=None, sublinear_tf=True),
    "English stop words": dict(stop_words="english", ngram_range=(1, 2)),
    "own stop words": dict(stop_words=["dog", "the", "straße"], ngram_range=(1, 2)),
    "chi2 selection": dict(ngram_range=(1, 2), sublinear_tf=True, select=(best_chi2, "chi2", 20)),
    "chi2 selection without norm": dict(norm=None, select=(best_chi2, "chi2", 9)),
    "document-frequency selection": dict(select=(document_frequency, "document-frequency", 7)),
    "more features asked for than there are": dict(min_df=3, select=(best_chi2, "chi2", 10_000)),
}
CAMEL = dict(ngram_range="ngramRange", min_df="minDf", max_df="maxDf", sublinear_tf="sublinearTf",
             smooth_idf="smoothIdf", norm="norm", lowercase="lowercase", stop_words="stopWords")

cases = []
for name, given in CASES.items():
    arguments = {**SKLEARN, **given}
    select = arguments.pop("select", None)
    options = {CAMEL[key]: value for key, value in arguments.items()}
    vectorizer = TfidfVectorizer(**arguments).fit(TRAIN)
    X, terms = vectorizer.transform(TRAIN + UNSEEN), vectorizer.get_feature_names_out()
    if select is not None:
        score, selection, k = select
        options |= dict(maxFeatures=k, selection=selection)
        selector = SelectKBest(lambda X, Y: score(X, Y), k=min(k, len(terms)))
        selector.fit(X[: len(TRAIN)], LABELS)
        X, terms = selector.transform(X), terms[selector.get_support()]
        if arguments.get("norm", "l2") is not None:
            X = normalize(X)
    rows = [[[int(j), float(v)] for j, v in sorted(zip(row.indices, row.data))] for row in X]
    cases.append(dict(name=name, options=options, terms=list(terms), rows=rows))

content = dict(train=TRAIN, unseen=UNSEEN, labels=LABELS, cases=cases)
path = Path(__file__).parent / "tfidf.json"
path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf8")
