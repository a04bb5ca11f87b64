"""Writes tiny-distilbert/, a DistilBERT of random weights, and transformer.json, what PyTorch gives for it.

python3 -B golden/generate_transformer.py [VOCAB]     (PyTorch 1.13, Python 3.11)

VOCAB: vocab.txt of distilbert-base-uncased; with it, tokenIds.json is written too.
"""

import json
import string
import sys
from pathlib import Path

import torch
from distilbert import DistilBert, export
from wordpiece import SPECIAL, token_ids

HERE = Path(__file__).parent
WORDS = ("the of and to in a is that for with as we are by on this be from it an at or not which was has have can "
         "cell cells tumour cancer growth gene protein dna death patient study method model network learning data "
         "loss label labels multi class score result results show our new large small high low more than between "
         "using based paper propose problem algorithm deep neural graph image text language quantum energy field").split()
ENDINGS = "s es ed ing er est ly al ion ation ment ness ity ous ive able less ful ology ogen ic ism ist ing".split()
ALPHABET = string.ascii_lowercase + string.digits + "äéßαβγ日本" + string.punctuation

TEXTS = [
    "",
    "Cell death",
    "The growth of a tumour is a problem of the cell: deep learning shows it.",
    "Multi-label classification of abstracts, with a new loss!",
    "日本 β-catenin naïve façade 3.14 x²",
    "unknown: ж [MASK] ok",
    "quantum energy field " * 40,
    "a",
    "We propose an algorithm for large graphs and small networks; results show less loss than neural models.",
    "\u200b\ufeff \u0007\n",
]

AWKWARD = [
    "",
    "   \t\r\n\u00a0\u2003\u3000 ",
    "The quick brown fox jumps over the lazy dog.",
    "Déjà vu: naïve façades, Ångström & Zürich — “quoted” ‘text’…",
    "cafe\u0301 CAFE\u0301 n\u0303 \u0301alone",
    "İstanbul'da ışık, Straße, ĲSSEL, ŉ",
    "深層学習は機械学習の一種です。東京タワー",
    "안녕하세요 세계",
    "Привет, мир! Ёлка й",
    "مرحبا بالعالم שלום עולם",
    "हिन्दी में कितने शब्द हैं",
    "nul\u0000bell\u0007esc\u001b\u007fdel\u0085nel\u00adsoft\u200bzero\u200djoin\ufeffbom\ufffdend",
    "line\u2028separator\u2029paragraph\u000bvertical\u000cform",
    "emoji 😀👩\u200d👩\u200d👧🇳🇱 and 𝔘𝔫𝔦 𝒳 \U00010400 𠮷野家",
    "[CLS] literal [MASK] and [SEP] [sep] [PAD]x[UNK]",
    "a" * 10_000,
    "sigmoid F1 for multilabel classification, " * 238,
    "pneumonoultramicroscopicsilicovolcanoconiosis " + "é" * 100 + " " + "b" * 101,
    "p<0.05; 1,234.56 €5 £6 ¥7 x²+y₂=½ ∑∫√∞ 10°C µm µg ﬁne ﬂow Ⅷ",
    "don't re-use state-of-the-art U.S.A. e_mail@x.org http://a.b/c?d=e#f {json: [1,2]} `code` ^~|\\",
]


def tokenizer(vocabulary):
    special = [dict(id=vocabulary[token], content=token, single_word=False, lstrip=False, rstrip=False,
                    normalized=False, special=True) for token in SPECIAL]
    first, last = ({"SpecialToken": dict(id=token, type_id=0)} for token in ("[CLS]", "[SEP]"))
    text, pair = ({"Sequence": dict(id=name, type_id=i)} for i, name in enumerate("AB"))
    ids = {token: dict(id=token, ids=[vocabulary[token]], tokens=[token]) for token in ("[CLS]", "[SEP]")}
    return dict(
        version="1.0", truncation=None, padding=None, added_tokens=special,
        normalizer=dict(type="BertNormalizer", clean_text=True, handle_chinese_chars=True, strip_accents=None,
                        lowercase=True),
        pre_tokenizer=dict(type="BertPreTokenizer"),
        post_processor=dict(type="TemplateProcessing", single=[first, text, last],
                            pair=[first, text, last, pair, {"SpecialToken": dict(id="[SEP]", type_id=1)}],
                            special_tokens=ids),
        decoder=dict(type="WordPiece", prefix="##", cleanup=True),
        model=dict(type="WordPiece", unk_token="[UNK]", continuing_subword_prefix="##", max_input_chars_per_word=100,
                   vocab=vocabulary))


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf8")


tokens = [*SPECIAL, *ALPHABET, *WORDS, *(f"##{c}" for c in ALPHABET), *(f"##{ending}" for ending in ENDINGS)]
vocabulary = {token: i for i, token in enumerate(dict.fromkeys(tokens))}
config = dict(model_type="distilbert", architectures=["DistilBertModel"], activation="gelu", dim=32, hidden_dim=64,
              n_heads=4, n_layers=2, max_position_embeddings=64, vocab_size=len(vocabulary), pad_token_id=0)
torch.manual_seed(0)
# Weights of a spread that makes attention uneven: with the usual one, tokens hardly look at each other.
model = DistilBert(config, spread=0.3)

folder = HERE / "tiny-distilbert"
write(folder / "config.json", config)
write(folder / "tokenizer.json", tokenizer(vocabulary))
write(folder / "tokenizer_config.json", dict(tokenizer_class="DistilBertTokenizer", model_max_length=64,
      do_lower_case=True, **{f"{name.strip('[]').lower()}_token": name for name in SPECIAL}))
(folder / "onnx").mkdir(exist_ok=True)
export(model, folder / "onnx" / "model.onnx")

rows = []
for text in TEXTS:
    ids = token_ids(text, vocabulary, config["max_position_embeddings"])
    with torch.no_grad():  # each text alone: no padding, no neighbours
        hidden = model(torch.tensor([ids]), torch.ones(1, len(ids)))[0]
    pooled = dict(cls=hidden[0], mean=hidden.mean(0), max=hidden.max(0).values)
    rows.append(dict(text=text, ids=ids, **{name: [round(v, 6) for v in vector.tolist()] for name, vector in pooled.items()}))
write(HERE / "transformer.json", rows)

if len(sys.argv) > 1:
    lines = Path(sys.argv[1]).read_text(encoding="utf8").split("\n")
    published = {token: i for i, token in enumerate(lines) if token}
    write(HERE / "tokenIds.json", [dict(text=text, ids=token_ids(text, published)) for text in AWKWARD])
