"""Reads CoNLL-U for training: words, joint tags, lemmas, heads and relations."""

import collections
import dataclasses

import numpy as np


@dataclasses.dataclass
class Sentence:
    words: list[str]
    tags: list[str]  # "UPOS|XPOS|FEATS", the joint tag that one softmax predicts
    heads: list[int]  # 0 is the root, otherwise 1-based
    rels: list[str]


def read(path):
    """All sentences of a CoNLL-U file, with multiword ranges and empty nodes left out."""
    out, rows = [], []
    with open(path, encoding="utf-8") as lines:
        for line in [*lines, "\n"]:
            columns = line.rstrip("\n").split("\t")
            if len(columns) == 10 and columns[0].isdigit():
                rows.append(columns)
            elif not line.strip() and rows:
                out.append(sentence(rows))
                rows = []
    return out


def sentence(rows):
    words = [r[1] for r in rows]
    tags = ["|".join((r[3], r[4], r[5])) for r in rows]
    heads = [int(r[6]) if r[6].isdigit() else 0 for r in rows]
    return Sentence(words, tags, heads, [r[7] for r in rows])


def inventory(sentences, field, least):
    """Labels seen at least `least` times, most frequent first, ties by name."""
    counts = collections.Counter(x for s in sentences for x in getattr(s, field))
    return [k for k, n in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])) if n >= least]


def nearest(tag, tags):
    """The index of `tag`, or of the most frequent tag sharing its UPOS and, if possible, its XPOS; -100 if none."""
    if tag in tags:
        return tags[tag]
    upos, xpos, _ = tag.split("|", 2)
    same = [(t, i) for t, i in tags.items() if t.startswith(upos + "|")]
    closer = [(t, i) for t, i in same if t.split("|", 2)[1] == xpos]
    return min((i for _, i in closer or same), default=-100)


def hits(s, upos, heads, rels):
    """How many words of `s` have the right part of speech, head, and head with relation (without its subtype)."""
    arcs = [h == g for h, g in zip(heads, s.heads)]
    plain = lambda r: r.split(":")[0]
    named = [a and plain(r) == plain(g) for a, r, g in zip(arcs, rels, s.rels)]
    return np.array([sum(u == t.split("|")[0] for u, t in zip(upos, s.tags)), sum(arcs), sum(named)])


def batches(lengths, budget, rng=None):
    """Groups of indices of similar length with at most about `budget` padded units each, shuffled when given an rng."""
    noise = rng.random(len(lengths)) if rng is not None else [0] * len(lengths)
    order = sorted(range(len(lengths)), key=lambda i: lengths[i] + 2 * noise[i])
    out, cur, longest = [], [], 0
    for i in order:
        longest = max(longest, lengths[i])
        if cur and longest * (len(cur) + 1) > budget:
            out.append(cur)
            cur, longest = [], lengths[i]
        cur.append(i)
    out.append(cur)
    if rng is not None:
        rng.shuffle(out)
    return out
