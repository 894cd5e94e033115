"""Varies the treebanks' sentences, for the teacher to label: other words of the same joint tag, other letter case.

The student then meets many more words in the treebanks' own kinds of text (TinyBERT, Jiao et al. 2020, does the same
with a language model's suggestions).

    python augment.py --train A.conllu B.conllu --copies 2 > varied.txt
"""

import argparse
import random

import treebank

OPEN = {"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM", "INTJ"}


def substitutes(sentences):
    """The word types of each open joint tag; rare words are drawn as often as frequent ones, which is the point."""
    words = {}
    for s in sentences:
        for word, tag in zip(s.words, s.tags):
            if tag.split("|")[0] in OPEN:
                words.setdefault(tag, set()).add(word)
    return {tag: sorted(set_) for tag, set_ in words.items()}


def varied(s, words, share, rng):
    """One variant: `share` of the open words drawn anew, and sometimes all in lower case, capitals or title case."""
    draw = lambda w, t: rng.choice(words[t]) if t in words and rng.random() < share else w
    out = [draw(w, t) for w, t in zip(s.words, s.tags)]
    case = rng.random()
    if case < 0.10:
        return [w.lower() for w in out]
    if case < 0.13:
        return [w.upper() for w in out]
    return [w[:1].upper() + w[1:] for w in out] if case < 0.16 else out


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--train", nargs="+", required=True)
    ap.add_argument("--copies", type=int, default=2)
    ap.add_argument("--share", type=float, default=0.25)
    ap.add_argument("--seed", type=int, default=7)
    a = ap.parse_args()
    rng = random.Random(a.seed)
    sentences = [s for p in a.train for s in treebank.read(p) if len(s.words) <= 100]
    words = substitutes(sentences)
    for s in sentences:
        for _ in range(a.copies):
            print("\t".join(varied(s, words, a.share, rng)))


if __name__ == "__main__":
    main()
