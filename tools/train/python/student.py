"""Trains the student: the small network that ships and that `crates/parse` runs.

Word features come from the reading code itself (`saydo-train features`). Layers: word embedding and hashed affixes,
one projection per word, a window of three words, bidirectional quasi-recurrent layers (Bradbury et al. 2017; Lei et
al. 2018), then one tagger over joint tags, one arc scorer and one relation scorer (after Dozat and Manning 2017). It
learns from the treebanks' own trees and from the teacher's distributions over free raw news (`teacher.py label`).

    python student.py --train A.conllu B.conllu --raw labels.pt --dev C.conllu D.conllu --out student.safetensors
"""

import argparse
import json
import pathlib
import subprocess
import time

import numpy as np
import torch
import torch.nn.functional as F
from safetensors import safe_open
from safetensors.torch import load_file, save_file
from torch import nn

import treebank

SLOTS, BUCKETS, DISTANCES = 8, 1 << 15, 33


class Features:
    """Vocabulary keys and hashed features of word forms, computed by the reader's own code."""

    def __init__(self, program):
        self.program, self.rows = program, {}

    def add(self, forms):
        new = sorted({f for f in forms if f not in self.rows})
        text = "\n".join(f.replace("\n", " ").replace("\r", " ") for f in new) + "\n"
        out = subprocess.run([self.program, "features"], input=text.encode(), stdout=subprocess.PIPE, check=True).stdout
        width = 8 + 4 * SLOTS
        assert len(out) == width * len(new), (len(out), width, len(new))
        for i, form in enumerate(new):
            row = out[i * width : (i + 1) * width]
            self.rows[form] = (int.from_bytes(row[:8], "little"), np.frombuffer(row[8:], "<u4").astype(np.int64))


class Recurrence(torch.autograd.Function):
    """c[t] = f[t] * c[t-1] + i[t] over the first axis, with its hand-written gradient."""

    @staticmethod
    def forward(ctx, f, i):
        c = torch.empty_like(i)
        c[0] = i[0]
        for t in range(1, len(i)):
            torch.addcmul(i[t], f[t], c[t - 1], out=c[t])
        ctx.save_for_backward(f, c)
        return c

    @staticmethod
    def backward(ctx, dc):
        f, c = ctx.saved_tensors
        g = dc.clone()
        for t in range(len(g) - 2, -1, -1):
            g[t].addcmul_(f[t + 1], g[t + 1])
        df = torch.zeros_like(f)
        torch.mul(g[1:], c[:-1], out=df[1:])
        return df, g


class Layer(nn.Module):
    """A quasi-recurrent layer: half of the units read forwards, half backwards, with a highway past them."""

    def __init__(self, width):
        super().__init__()
        self.gates = nn.Linear(width, 3 * width)  # candidate, forget, output
        nn.init.normal_(self.gates.weight, std=width**-0.5)
        nn.init.zeros_(self.gates.bias)

    def forward(self, x, mask, drop):
        half = x.shape[-1] // 2
        z, f, o = self.gates(x).float().chunk(3, -1)
        f, o = torch.sigmoid(f), torch.sigmoid(o)
        i = (1 - f) * z * mask
        time_first = lambda v: v.transpose(0, 1).contiguous()
        ahead = Recurrence.apply(time_first(f[..., :half]), time_first(i[..., :half]))
        back = Recurrence.apply(time_first(f[..., half:].flip(1)), time_first(i[..., half:].flip(1))).flip(0)
        c = torch.cat([ahead, back], -1).transpose(0, 1)
        h = o * torch.tanh(c) + (1 - o) * x
        if not self.training or drop == 0:
            return h
        keep = torch.bernoulli(torch.full((h.shape[0], 1, h.shape[2]), 1 - drop)) / (1 - drop)
        return h * keep


class Student(nn.Module):
    def __init__(self, vocabulary, tags, rels, a):
        super().__init__()
        self.a = a
        parts = sorted({t.split("|")[0] for t in tags})
        self.upos = torch.tensor([parts.index(t.split("|")[0]) for t in tags])
        self.words = nn.Embedding(vocabulary + 1, a.word)  # row 0 is every unknown word
        self.affixes = nn.EmbeddingBag(BUCKETS, a.affix, mode="sum")
        nn.init.normal_(self.words.weight, std=0.5)
        nn.init.normal_(self.affixes.weight, std=0.5 / SLOTS**0.5)
        self.word = nn.Linear(a.word + a.affix, a.project)
        self.window = nn.Linear(3 * a.project, a.width)
        self.layers = nn.ModuleList(Layer(a.width) for _ in range(a.layers))
        self.heads = nn.Linear(a.width, 2 * a.arc + 2 * a.rel + a.tag)
        self.tags = nn.Linear(a.tag, len(tags))
        self.rels = nn.Linear(a.rel, len(rels))
        self.root_arc = nn.Parameter(torch.zeros(a.arc))
        self.root_rel = nn.Parameter(torch.zeros(a.rel))
        self.near_arc = nn.Parameter(torch.zeros(DISTANCES))
        self.near_rel = nn.Parameter(torch.zeros(DISTANCES, a.rel))
        for linear, gain in ((self.word, 2.0), (self.window, 2.0), (self.heads, 2.0), (self.tags, 1.0), (self.rels, 1.0)):
            nn.init.normal_(linear.weight, std=(gain / linear.in_features) ** 0.5)
            nn.init.zeros_(linear.bias)

    def forward(self, words, affixes, mask):
        """Tag logits (B,T,tags), arc logits (B,T,1+T) with the root first, and what `relations` needs."""
        a, (b, t) = self.a, words.shape
        drop = a.drop if self.training else 0.0
        bag = self.affixes(affixes.view(b * t, SLOTS)).view(b, t, -1)
        x = F.relu(self.word(torch.cat([self.words(words), bag], -1))).float() * mask
        x = F.dropout(x, drop, self.training)
        x = F.relu(self.window(torch.cat([F.pad(x[:, :-1], (0, 0, 1, 0)), x, F.pad(x[:, 1:], (0, 0, 0, 1))], -1))).float()
        for layer in self.layers:
            x = layer(x, mask, drop)
        dep, head, rel_dep, rel_head, tag = self.heads(x).float().split([a.arc, a.arc, a.rel, a.rel, a.tag], -1)
        dep, head = F.dropout(F.relu(dep), drop, self.training), F.dropout(F.relu(head), drop, self.training)
        tags = self.tags(F.dropout(F.relu(tag), drop, self.training))
        head = torch.cat([self.root_arc.expand(b, 1, -1), head], 1)
        rel_head = torch.cat([self.root_rel.expand(b, 1, -1), rel_head], 1)
        near = distance(t)
        arcs = (dep @ head.transpose(1, 2)).float() + self.near_arc[near]
        there = F.pad(mask[..., 0].bool(), (1, 0), value=True)
        return tags.float(), arcs.masked_fill(~there[:, None, :], -1e4), (rel_dep, rel_head, near)

    def by_part_of_speech(self, tags):
        """Log-probabilities of the parts of speech: those of their joint tags, summed."""
        groups = [tags[..., self.upos == u].logsumexp(-1) for u in range(int(self.upos.max()) + 1)]
        return torch.stack(groups, -1)

    def relations(self, parts, heads):
        dep, head, near = parts
        b, t = heads.shape
        head = torch.gather(head, 1, heads[..., None].expand(-1, -1, head.shape[-1]))
        near = self.near_rel[torch.gather(near.expand(b, -1, -1), 2, heads[..., None])[..., 0]]
        x = F.dropout(F.relu(dep + head + near), self.a.drop if self.training else 0.0, self.training)
        return self.rels(x).float()


def distance(t):
    """Rows of the distance tables: 0 for the root, else how far the head lies after the dependent, cut at 15."""
    i, j = torch.arange(t)[:, None], torch.arange(t)[None, :]
    return F.pad((j - i).clamp(-15, 15) + 17, (1, 0), value=0)


class Data:
    """Sentences as arrays: gold ones with hard labels, raw ones with the teacher's distributions."""

    def __init__(self, a):
        self.features = Features(a.features)
        self.gold = [s for p in a.train for s in treebank.read(p) if len(s.words) <= 150]
        labelled = [torch.load(p, weights_only=False) for p in a.raw]
        self.raw = [r for l in labelled for r in l["sentences"]]
        if labelled:
            self.tags, self.rels = labelled[0]["tags"], labelled[0]["rels"]
        else:
            self.tags, self.rels = treebank.inventory(self.gold, "tags", 3), treebank.inventory(self.gold, "rels", 1)
        self.tag_ids = {v: i for i, v in enumerate(self.tags)}
        self.rel_ids = {v: i for i, v in enumerate(self.rels)}
        pretrained = [l["words"] for l in labelled if l["words"]]
        self.build_vocabulary(pretrained[-1] if pretrained else {}, a.start)

    def build_vocabulary(self, pretrained, start):
        counts = {}
        for words in [s.words for s in self.gold] + [r["words"] for r in self.raw]:
            for w in words:
                counts[w] = counts.get(w, 0) + 1
        self.features.add(list(counts) + list(pretrained))
        self.seen = {}
        for w, n in counts.items():
            key = self.features.rows[w][0]
            self.seen[key] = self.seen.get(key, 0) + n
        keys = {k for k, n in self.seen.items() if n >= 2} | {self.features.rows[w][0] for w in pretrained}
        self.old = []
        if start:
            with safe_open(start, "pt") as file:
                self.old = np.frombuffer(bytes.fromhex(file.metadata()["keys"]), np.uint64).tolist()
        keys |= set(self.old)
        self.ids = {k: i + 1 for i, k in enumerate(sorted(keys))}
        self.vectors = {}
        for w, v in pretrained.items():
            self.vectors.setdefault(self.ids.get(self.features.rows[w][0], 0), v)

    def encode(self, words):
        rows = [self.features.rows[w] for w in words]
        return np.array([self.ids.get(k, 0) for k, _ in rows]), np.stack([h for _, h in rows])

    def labels(self, s):
        return (
            np.array([treebank.nearest(t, self.tag_ids) for t in s.tags]),
            np.array(s.heads),
            np.array([self.rel_ids.get(r, -100) for r in s.rels]),
        )


def continued(model, data, start):
    """Loads weights whose vocabulary was smaller. A new word's vector is what a linear map, fitted on the old words by
    ridge regression, makes of the teacher's vector."""
    state = load_file(start)
    old = sorted(data.old)
    table, rows = state["words.weight"], torch.tensor([data.ids[k] for k in old])
    common = [i for i in range(len(rows)) if int(rows[i]) in data.vectors and data.seen.get(old[i], 0) >= 5]
    x = torch.tensor(np.stack([data.vectors[int(rows[i])] for i in common]), dtype=torch.float32)
    y = table[1:][common]
    ones = lambda v: torch.cat([v, torch.ones(len(v), 1)], 1)
    fitted = torch.linalg.solve(ones(x).T @ ones(x) + 3.0 * torch.eye(x.shape[1] + 1), ones(x).T @ y)
    weight = model.words.weight.data
    weight[:] = 0
    for i, v in data.vectors.items():
        weight[i] = (ones(torch.tensor(v, dtype=torch.float32)[None]) @ fitted)[0]
    weight[0], weight[rows] = table[0], table[1:]
    model.load_state_dict(state | {"words.weight": weight})


def collate(items, dtype=np.int64, fill=0):
    t = max(len(i) for i in items)
    out = np.full((len(items), t, *items[0].shape[1:]), fill, dtype)
    for k, i in enumerate(items):
        out[k, : len(i)] = i
    return torch.from_numpy(out)


def inputs(encoded, unknown=None):
    words = collate([w for w, _ in encoded])
    if unknown is not None:
        words = torch.where(torch.rand(words.shape) < unknown[words], 0, words)
    affixes = collate([h for _, h in encoded])
    mask = collate([np.ones((len(w), 1)) for w, _ in encoded], np.float32)
    return words, affixes, mask


def hard_loss(model, batch, gold):
    """Cross-entropy with the treebank, and once more for the part of speech, which the reader decides on first."""
    tags, heads, rels = (collate([g[k] for g in gold], fill=-100) for k in range(3))
    t, arcs, parts = model(*batch)
    r = model.relations(parts, heads.clamp(min=0))
    ce = lambda x, y: F.cross_entropy(x.flatten(0, 1), y.flatten(), ignore_index=-100)
    upos = torch.where(tags < 0, tags, model.upos[tags.clamp(min=0)])
    return ce(t, tags) + model.a.upos * ce(model.by_part_of_speech(t), upos) + ce(arcs, heads) + ce(r, rels)


def soft_loss(model, batch, raw):
    """Cross-entropy with the teacher's distributions; the relation is scored at the teacher's best head."""
    mask = batch[2][..., 0]
    t, arcs, parts = model(*batch)
    n = mask.sum()
    width = arcs.shape[-1]
    wide = [np.pad(r["heads"], ((0, 0), (0, width - r["heads"].shape[1]))) for r in raw]
    p = collate(wide, np.float32)
    heads = p.argmax(-1)
    value = -(p * F.log_softmax(arcs, -1)).sum()
    r = model.relations(parts, heads)
    value -= (collate([x["rels"] for x in raw], np.float32) * F.log_softmax(r, -1)).sum()
    ids, weights = collate([x["tag_ids"] for x in raw]), collate([x["tag_weights"] for x in raw], np.float32)
    value -= (weights * torch.gather(F.log_softmax(t, -1), 2, ids)).sum()
    return value / n


@torch.no_grad()
def evaluate(model, data, encoded, sentences):
    """UPOS, UAS and LAS (greedy heads, relations without subtypes), for watching the training."""
    model.eval()
    hits, n = np.zeros(3), 0
    names = sorted({t.split("|")[0] for t in data.tags})
    for group in treebank.batches([len(w) for w, _ in encoded], 4000):
        t, arcs, parts = model(*inputs([encoded[i] for i in group]))
        heads = arcs.argmax(-1)
        r = model.relations(parts, heads).argmax(-1)
        t = model.by_part_of_speech(t).argmax(-1)
        for k, i in enumerate(group):
            m = len(sentences[i].words)
            row = lambda x: x[k, :m].tolist()
            hits += treebank.hits(sentences[i], [names[x] for x in row(t)], row(heads), [data.rels[x] for x in row(r)])
            n += m
    model.train()
    return [round(100 * float(h) / n, 2) for h in hits]


def train(a):
    torch.manual_seed(a.seed)
    rng = np.random.default_rng(a.seed)
    data = Data(a)
    devs = [(pathlib.Path(p).stem, treebank.read(p)) for p in a.dev]
    data.features.add([w for _, ss in devs for s in ss for w in s.words])
    devs = [(n, ss, [data.encode(s.words) for s in ss]) for n, ss in devs]
    model = Student(len(data.ids), data.tags, data.rels, a)
    for i, v in data.vectors.items():
        model.words.weight.data[i] = torch.as_tensor(v[: a.word], dtype=torch.float32)
    if a.start:
        continued(model, data, a.start)
    unknown = torch.zeros(len(data.ids) + 1)
    for k, i in data.ids.items():
        n = data.seen.get(k, 0)
        unknown[i] = 0.4 / (0.4 + n) if n else 0.0
    gold = [(data.encode(s.words), data.labels(s)) for s in data.gold]
    raw = [(data.encode(r["words"]), r) for r in data.raw]
    plan_epoch = lambda: [("gold", g) for _ in range(a.repeat if raw else 1) for g in treebank.batches([len(e[0]) for e, _ in gold], a.budget, rng)] + [
        ("raw", g) for g in (treebank.batches([len(e[0]) for e, _ in raw], a.budget, rng) if raw else [])
    ]
    steps = a.epochs * len(plan_epoch())
    scores = lambda: {n: evaluate(model, data, e, ss) for n, ss, e in devs}
    print("before", scores(), flush=True)
    opt = torch.optim.AdamW(model.parameters(), lr=a.rate, betas=(0.9, 0.98), weight_decay=0.003)
    shape = lambda i: min(1, i / 300) * (0.02 + 0.98 * 0.5 * (1 + np.cos(np.pi * min(1, i / steps))))
    schedule = torch.optim.lr_scheduler.LambdaLR(opt, shape)
    print(len(gold), "gold", len(raw), "raw", len(data.ids), "words", len(data.tags), "tags", steps, "steps", flush=True)
    start = time.time()
    for epoch in range(min(a.epochs, a.stop)):
        plan = plan_epoch()
        rng.shuffle(plan)
        total = 0.0
        for kind, group in plan:
            rows = [(gold if kind == "gold" else raw)[i] for i in group]
            batch = inputs([e for e, _ in rows], unknown)
            with torch.autocast("cpu", torch.bfloat16):
                value = (hard_loss if kind == "gold" else soft_loss)(model, batch, [y for _, y in rows])
            opt.zero_grad()
            value.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            opt.step()
            schedule.step()
            total += value.item()
        print(f"epoch {epoch + 1} loss {total / len(plan):.3f} {time.time() - start:.0f}s {scores()}", flush=True)
        save(model, data, a)


def save(model, data, a):
    config = {k: getattr(a, k) for k in ("word", "affix", "project", "width", "layers", "arc", "rel", "tag")}
    keys = np.array(sorted(data.ids), dtype=np.uint64).tobytes().hex()
    meta = {"config": json.dumps(config), "tags": json.dumps(data.tags), "rels": json.dumps(data.rels), "keys": keys}
    save_file({k: v.detach().float().contiguous() for k, v in model.state_dict().items()}, a.out, meta)


if __name__ == "__main__":
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--train", nargs="+", required=True)
    ap.add_argument("--raw", nargs="*", default=[], help="what the teacher labelled; the first file has the word vectors")
    ap.add_argument("--start", help="go on from these weights, which the same data must have made")
    ap.add_argument("--dev", nargs="+", required=True)
    ap.add_argument("--out", required=True)
    ap.add_argument("--features", default="target/release/saydo-train")
    ap.add_argument("--epochs", type=int, default=12, help="the length of the learning rate's plan")
    ap.add_argument("--stop", type=int, default=10**9, help="stop after this many epochs of the plan")
    ap.add_argument("--repeat", type=int, default=2)
    ap.add_argument("--budget", type=int, default=3000)
    ap.add_argument("--rate", type=float, default=2e-3)
    ap.add_argument("--drop", type=float, default=0.2)
    ap.add_argument("--upos", type=float, default=1.0, help="weight of the loss of the part of speech alone")
    ap.add_argument("--seed", type=int, default=7)
    for name, size in dict(word=128, affix=64, project=192, width=256, layers=2, arc=64, rel=64, tag=96).items():
        ap.add_argument("--" + name, type=int, default=size)
    train(ap.parse_args())
