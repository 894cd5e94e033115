"""Varies the treebanks' sentences, for the teacher to label: other words of the same joint tag, other letter case.

The student then meets many more words in the treebanks' own kinds of text (TinyBERT, Jiao et al. 2020, does the same
with a language model's suggestions).

Words that neither treebanks nor news use come from `--more`: a tag and a word a line, as `teacher.py tag` prints them.

    python augment.py --train A.conllu B.conllu --copies 2 [--more tagged.txt] > varied.txt
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


def listed(path):
    """The words of a file of tags and words, by tag."""
    words = {}
    for line in open(path, encoding="utf-8") if path else []:
        tag, word = line.rstrip("\n").split("\t")
        if tag.split("|")[0] in OPEN:
            words.setdefault(tag, []).append(word)
    return words


def varied(s, words, more, share, rng):
    """One variant: `share` of the open words drawn anew, and sometimes all in lower case, capitals or title case."""

    def draw(w, t):
        if t not in words or rng.random() >= share:
            return w
        return rng.choice(more[t] if t in more and rng.random() < 0.5 else words[t])

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
    ap.add_argument("--more", help="a tag and a word a line; half of the words drawn come from here")
    ap.add_argument("--seed", type=int, default=7)
    a = ap.parse_args()
    rng = random.Random(a.seed)
    sentences = [s for p in a.train for s in treebank.read(p) if len(s.words) <= 100]
    words, more = substitutes(sentences), listed(a.more)
    for s in sentences:
        for _ in range(a.copies):
            print("\t".join(varied(s, words, more, a.share, rng)))


if __name__ == "__main__":
    main()
