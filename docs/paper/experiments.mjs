const arxiv = {
  classes: 145,
  rows: {
    "binary-cross-entropy": [0.088, 0.105, 0.073],
    focal: [0.009, 0.011, 0.008],
    "soft-f1": [0.087, 0.088, 0.077],
    "sigmoid-f1-published": [0.106, 0.106, 0.093],
  },
};

/**
 * The experiments of the study, `paper/<name>` of the program, in the order of the page.
 *
 * `needs` is what an experiment takes that is not everywhere. `published` has what was published on the same dataset:
 * `rows`, figures of losses [weighted, micro, macro F1] by a fixed threshold, and `systems`, exampleF1 of others; `apart`
 * says what keeps them from being compared with ours. Sources: Bénédict et al., "sigmoidF1" (TMLR 2022), and Du et al.,
 * "ML-Net" (JAMIA 2019).
 */
export const experiments = [
  {
    name: "cancer-hallmarks",
    title: "Hallmarks of cancer",
    published: {
      systems: {
        "SVM on tf-idf": 0.714,
        "ML-Net with a threshold": 0.805,
        "ML-Net with a count network": 0.829,
      },
      apart: "another split (70/10/20 at random), and for ML-Net another encoder",
    },
  },
  {
    name: "chemical-exposure",
    title: "Chemical exposure",
    published: {
      systems: {
        "SVM on tf-idf": 0.724,
        "ML-Net with a threshold": 0.745,
        "ML-Net with a count network": 0.753,
      },
      apart: "another split (70/10/20 at random), and for ML-Net another encoder",
    },
  },
  {
    name: "movie-posters",
    title: "Movie posters",
    needs: "the posters and MobileNetV2's weights",
    published: {
      classes: 14,
      rows: {
        "binary-cross-entropy": [0.149, 0.186, 0.051],
        focal: [0.154, 0.192, 0.055],
        "soft-f1": [0.243, 0.207, 0.136],
        "sigmoid-f1-published": [0.3, 0.224, 0.158],
      },
      apart: "37,632 posters of other genres, those of at least 1,000 posters",
    },
  },
  {
    name: "arxiv",
    title: "arXiv (tf-idf)",
    needs: "Kaggle's snapshot or an extract of it",
    published: {
      ...arxiv,
      apart: "26,558 papers of 2020 in 145 categories, and DistilBERT in place of tf-idf",
    },
  },
  {
    name: "arxiv-distilbert",
    title: "arXiv (DistilBERT)",
    needs: "Kaggle's snapshot or an extract of it, and DistilBERT's weights",
    published: {
      ...arxiv,
      apart: "26,558 papers of 2020 in 145 categories",
    },
  },
  { name: "emotions", title: "Emotions of songs", needs: "MULAN's files" },
  { name: "yeast", title: "Genes of yeast", needs: "MULAN's files" },
  {
    name: "diagnosis-codes",
    title: "Diagnosis codes",
    needs: "files that credentialed users alone may read",
  },
];
