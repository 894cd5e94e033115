"""Teaches the encoder of teacher.py to find names, lets it label free text, and asks it what single words look like.

    python names_teacher.py train --teacher teacher.pt --train A.iob2 --dev B.iob2 --out namer.pt
    python names_teacher.py label --teacher namer.pt --raw raw.txt --out raw.iob2
    python names_teacher.py classes --teacher namer.pt --words words.txt --out classes.tsv

Nothing of this model ships except what `saydo-train names` learns from its labels and classes.
"""

import argparse
import time

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import teacher
import treebank

KINDS = ["PER", "LOC", "ORG", "OTH"]
LABELS = ["O"] + [f"{p}-{k}" for k in KINDS for p in "BIES"]
CASES = [([], []), (["We", "saw"], ["in", "the", "news", "."]), (["It", "is"], ["'s", "."])]


def opens(y):
    return y == 0 or (y - 1) % 4 in (0, 3)


def closes(y):
    return y == 0 or (y - 1) % 4 in (2, 3)


def may_precede(y, z):
    if closes(y):
        return opens(z)
    return z > 0 and not opens(z) and (y - 1) // 4 == (z - 1) // 4


NEVER = -1e4
PAIRS = np.array([[0 if may_precede(y, z) else NEVER for z in range(17)] for y in range(17)], np.float32)
FIRST = np.array([0 if opens(y) else NEVER for y in range(17)], np.float32)
LAST = np.array([0 if closes(y) else NEVER for y in range(17)], np.float32)


def read(path):
    """Words and labels of each sentence of a file in IOB2."""
    out, words, tags = [], [], []
    with open(path, encoding="utf-8") as lines:
        for line in [*lines, "\n"]:
            columns = line.rstrip("\n").split("\t")
            if len(columns) > 2:
                words.append(columns[1])
                tags.append(columns[2])
            elif not line.strip() and words:
                out.append((words, labels(tags)))
                words, tags = [], []
    return out


def labels(tags):
    """IOB2 tags as indices of `LABELS`; unknown kinds are outside."""
    out, i = [0] * len(tags), 0
    while i < len(tags):
        j = i + 1
        if tags[i][:2] == "B-" and tags[i][2:] in KINDS:
            while j < len(tags) and tags[j].startswith("I-"):
                j += 1
            first = 1 + 4 * KINDS.index(tags[i][2:])
            out[i:j] = [first + 3] if j == i + 1 else [first] + [first + 1] * (j - i - 2) + [first + 2]
        i = j
    return out


def spans(ys):
    out, start = set(), 0
    for i, y in enumerate(ys):
        start = i if opens(y) else start
        if y and closes(y):
            out.add((start, i + 1, (y - 1) // 4))
    return out


def best(x):
    """The allowed labels with the highest sum."""
    d, back = x[0] + FIRST, []
    for row in x[1:]:
        m = d[:, None] + PAIRS
        back.append(m.argmax(0))
        d = m.max(0) + row
    ys = [int((d + LAST).argmax())]
    for b in reversed(back):
        ys.append(int(b[ys[-1]]))
    return ys[::-1]


class Namer(nn.Module):
    def __init__(self, base):
        super().__init__()
        self.base = base
        self.head = nn.Sequential(nn.Linear(384, 256), nn.LeakyReLU(0.1), nn.Dropout(0.2), nn.Linear(256, len(LABELS)))

    def forward(self, b):
        return self.head(self.base.states(b))[:, 1:]


def load(path):
    saved = torch.load(path)
    model = Namer(teacher.Teacher(saved["tags"], saved["rels"]))
    model.load_state_dict(saved["model"])
    return model.eval()


@torch.no_grad()
def label(model, sentences, cut):
    """The labels of each sentence, and how sure the model is of the least sure one."""
    model.eval()
    encoded, out = [cut.sentence(w) for w in sentences], [None] * len(sentences)
    for group in treebank.batches([len(e[0]) for e in encoded], 6000):
        with torch.autocast("cpu", torch.bfloat16):
            x = model(teacher.collate([encoded[i] for i in group]))
        x = torch.log_softmax(x.float(), -1).numpy()
        for k, i in enumerate(group):
            ys = best(x[k, : len(sentences[i])])
            out[i] = ys, float(np.exp(min(x[k, t, y] for t, y in enumerate(ys))))
    model.train()
    return out


def evaluate(model, data, cut):
    """Precision, recall and F1 of people, places and organisations."""
    gold = found = both = 0
    for (_, ys), (zs, _) in zip(data, label(model, [w for w, _ in data], cut)):
        a, b = ({s for s in spans(v) if s[2] < 3} for v in (ys, zs))
        gold, found, both = gold + len(a), found + len(b), both + len(a & b)
    return [round(100 * v, 2) for v in (both / max(1, found), both / max(1, gold), 2 * both / max(1, gold + found))]


def train(a):
    torch.manual_seed(a.seed)
    rng = np.random.default_rng(a.seed)
    data, dev = ([s for f in files for s in read(f) if len(s[0]) <= 120] for files in (a.train, a.dev))
    cut = teacher.Pieces()
    encoded = [cut.sentence(w) for w, _ in data]
    model = Namer(teacher.load(a.teacher)).train()
    body = model.base.encoder.parameters()
    groups = [{"params": body, "lr": a.rate}, {"params": model.head.parameters(), "lr": 10 * a.rate}]
    opt = torch.optim.AdamW(groups, weight_decay=0.01)
    full, bare = ([i for i, d in enumerate(data) if any(d[1]) == wanted] for wanted in (True, False))
    pick = lambda: full + [bare[i] for i in rng.permutation(len(bare))[: len(bare) // 4]]
    length = lambda ids: [len(encoded[i][0]) for i in ids]
    steps = a.epochs * len(treebank.batches(length(pick()), a.budget))
    shape = lambda i: min(1, i / (0.06 * steps)) * max(0.0, 1 - i / (steps + 20))
    plan = torch.optim.lr_scheduler.LambdaLR(opt, shape)
    start = time.time()
    for epoch in range(a.epochs):
        use = pick()
        for group in treebank.batches(length(use), a.budget, rng):
            ids = [use[i] for i in group]
            gold = teacher.pad([data[i][1] for i in ids], -100)
            with torch.autocast("cpu", torch.bfloat16):
                x = model(teacher.collate([encoded[i] for i in ids]))
            value = F.cross_entropy(x.float().flatten(0, 1), gold.flatten(), ignore_index=-100)
            opt.zero_grad()
            value.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            opt.step()
            plan.step()
        print(f"epoch {epoch + 1} {time.time() - start:.0f}s {evaluate(model, dev, cut)}", flush=True)
    torch.save({"tags": model.base.tags, "rels": model.base.rels, "model": model.state_dict()}, a.out)


def label_file(a):
    """Writes raw sentences (words separated by tabs) in IOB2, each with the model's confidence."""
    model, cut = load(a.teacher), teacher.Pieces()
    with open(a.raw, encoding="utf-8") as lines:
        raw = [w for w in (line.rstrip("\n").split("\t") for line in lines) if 3 <= len(w) <= 100]
    iob = lambda y: LABELS[y].replace("E-", "I-").replace("S-", "B-")
    if a.likely:
        raw = [w for w in raw if 6 <= len(w) <= 61 and any(x[:1].isupper() for x in w[1:])]
    with open(a.out, "w", encoding="utf-8") as out:
        for words, (ys, sure) in zip(raw, label(model, raw, cut)):
            out.write(f"# confidence = {sure:.4f}\n# text = {' '.join(words)}\n")
            out.writelines(f"{i + 1}\t{w}\t{iob(y)}\n" for i, (w, y) in enumerate(zip(words, ys)))
            out.write("\n")


@torch.no_grad()
def classes(a):
    """Writes each word with three classes: what the model takes it for by itself, and two sizes of clusters of how it
    sees it."""
    model, cut = load(a.teacher), teacher.Pieces()
    with open(a.words, encoding="utf-8") as lines:
        words = [line.strip() for line in lines]
    capital = lambda w: w[:1].upper() + w[1:]
    encoded = [cut.sentence(before + [capital(w)] + after) for w in words for before, after in CASES]
    kinds, views = np.zeros((len(words), 5), np.float32), np.zeros((len(words), 256), np.float32)
    for group in treebank.batches([len(e[0]) for e in encoded], 6000):
        with torch.autocast("cpu", torch.bfloat16):
            view = model.head[1](model.head[0](model.base.states(teacher.collate([encoded[i] for i in group]))[:, 1:]))
            p = torch.softmax(model.head[3](view).float(), -1).numpy()
        view = view.float().numpy()
        for k, i in enumerate(group):
            word, at = i // len(CASES), len(CASES[i % len(CASES)][0])
            kinds[word] += np.concatenate([p[k, at, :1], p[k, at, 1:].reshape(4, 4).sum(1)]) / len(CASES)
            views[word] += view[k, at] / len(CASES)
    medium, fine = clusters(views, 200), clusters(views, 1000)
    with open(a.out, "w", encoding="utf-8") as out:
        out.writelines(f"{w}\t{taken(kinds[i])}\t{medium[i]}\t{fine[i]}\n" for i, w in enumerate(words))


def taken(kinds):
    """The likeliest kind, how sure it is, and the next one unless it is very sure."""
    first, second = np.argsort(-kinds)[:2]
    doubt = int(np.searchsorted([-0.9, -0.7, -0.5], -kinds[first]))
    return 1 + int((first * 4 + doubt) * 5 + (second if doubt else 0))


def clusters(x, k, rounds=25, seed=1):
    """Spherical k-means; clusters count from 1."""
    x = x / (np.linalg.norm(x, axis=1, keepdims=True) + 1e-6)
    rng = np.random.default_rng(seed)
    centres = x[rng.choice(len(x), k, replace=False)]
    for _ in range(rounds):
        sums = np.zeros_like(centres)
        np.add.at(sums, (x @ centres.T).argmax(1), x)
        empty = np.linalg.norm(sums, axis=1) < 1e-6
        sums[empty] = x[rng.choice(len(x), empty.sum())]
        centres = sums / np.linalg.norm(sums, axis=1, keepdims=True)
    return (x @ centres.T).argmax(1) + 1


if __name__ == "__main__":
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("do", choices=["train", "label", "classes"])
    ap.add_argument("--teacher", required=True)
    ap.add_argument("--train", nargs="+", default=[])
    ap.add_argument("--dev", nargs="+", default=[])
    ap.add_argument("--raw")
    ap.add_argument("--likely", action="store_true", help="label only sentences that may well hold a name")
    ap.add_argument("--words")
    ap.add_argument("--out", required=True)
    ap.add_argument("--epochs", type=int, default=2)
    ap.add_argument("--budget", type=int, default=1000)
    ap.add_argument("--rate", type=float, default=1.2e-4)
    ap.add_argument("--seed", type=int, default=7)
    args = ap.parse_args()
    {"train": train, "label": label_file, "classes": classes}[args.do](args)
