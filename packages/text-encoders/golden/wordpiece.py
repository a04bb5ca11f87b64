"""BERT's tokenizer (uncased), written from https://github.com/google-research/bert/blob/master/tokenization.py.

Besides, special tokens in the text stand for themselves, and a word has at most 100 characters, as in tokenizer.json.
"""

import re
import unicodedata

SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
CJK = [(0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F),
       (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F)]


def is_punctuation(char):
    ascii_mark = 33 <= ord(char) <= 126 and not char.isalnum()
    return ascii_mark or unicodedata.category(char).startswith("P")


def clean(text):
    out = []
    for char in text:
        if char in "\t\n\r" or unicodedata.category(char) == "Zs":
            out.append(" ")
        elif ord(char) in (0, 0xFFFD) or unicodedata.category(char) in ("Cc", "Cf"):
            continue
        elif any(first <= ord(char) <= last for first, last in CJK):
            out.append(f" {char} ")
        else:
            out.append(char)
    return "".join(out)


def words(text):
    for token in clean(text).split():
        token = "".join(c for c in unicodedata.normalize("NFD", token.lower()) if unicodedata.category(c) != "Mn")
        spaced = "".join(f" {c} " if is_punctuation(c) else c for c in token)
        yield from spaced.split()


def pieces(word, vocabulary):
    if len(word) > 100:
        return ["[UNK]"]
    found, start = [], 0
    while start < len(word):
        prefix = "##" if start > 0 else ""
        ends = (end for end in range(len(word), start, -1) if prefix + word[start:end] in vocabulary)
        end = next(ends, None)
        if end is None:
            return ["[UNK]"]
        found.append(prefix + word[start:end])
        start = end
    return found


def token_ids(text, vocabulary, max_length=None):
    """[CLS], the text's pieces, [SEP]; `vocabulary` maps pieces to ids."""
    tokens = []
    for part in re.split("(" + "|".join(map(re.escape, SPECIAL)) + ")", text):
        tokens += [part] if part in SPECIAL else [p for word in words(part) for p in pieces(word, vocabulary)]
    if max_length is not None:
        tokens = tokens[: max_length - 2]
    return [vocabulary[token] for token in ["[CLS]", *tokens, "[SEP]"]]
