#!/usr/bin/env python3
"""Writes data/lemmas/verbs.tsv: the inflected forms of the verbs in our own lexicons and of irregular verbs.

The lemmatiser's suffix rules come from treebanks and fail on verbs that these show rarely ("fed", "annulled").
Run it from the root of the repository after verbs were added to the lexicons. Python 3.11, standard library only.
"""

import pathlib
import re

DATA = pathlib.Path("data")
VOWEL_GROUPS = re.compile("[aeiouy]+")
# Verbs of more than one syllable that are stressed on the last one, and so double their last consonant.
STRESSED = set(
    "permit submit commit admit omit transmit emit remit prefer refer defer confer infer transfer deter occur incur recur "
    "concur abhor rebel repel expel compel propel dispel impel control patrol annul begin forget upset regret abet acquit "
    "allot rebut outfit equip kidnap handicap program format beget forbid overstep unplug".split()
)
NOT_VERBS_OF_INTEREST = {"be", "have", "do", "can", "will", "may"}


def rows(path):
    """The cells of a table's rows."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and line[0] not in "#&":
            yield line.split("\t")


def lexicon_verbs():
    """The first words of verbs in our lexicons."""
    tables = [*DATA.glob("events/*.tsv"), DATA / "cues/verbs.tsv", *DATA.glob("standing/*.tsv")]
    for table in tables:
        for cells in rows(table):
            word = cells[0].split(" ")[0]
            if len(cells) > 2 and cells[1] == "verb" and re.fullmatch("[a-z]{2,}", word):
                yield word


def doubles(verb):
    """Whether the last consonant is written twice before -ed and -ing."""
    short = len(VOWEL_GROUPS.findall(verb)) == 1 or verb in STRESSED
    return bool(short and re.search("[^aeiou][aeiou][bdgklmnprtvz]$", verb))


def third_person(verb):
    if re.search("(s|x|z|ch|sh|o)$", verb):
        return verb + "es"
    return verb[:-1] + "ies" if re.search("[^aeiou]y$", verb) else verb + "s"


def participle(verb):
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if re.search("[^eoy]e$", verb):
        return verb[:-1] + "ing"
    return verb + verb[-1] + "ing" if doubles(verb) else verb + "ing"


def past(verb):
    if verb.endswith("e"):
        return verb + "d"
    if re.search("[^aeiou]y$", verb):
        return verb[:-1] + "ied"
    return verb + verb[-1] + "ed" if doubles(verb) else verb + "ed"


def forms(verb, irregular):
    """(form, tag) of a verb; British doubling of l is there beside the American form."""
    yield third_person(verb), "VBZ"
    yield participle(verb), "VBG"
    if verb in irregular:
        yield from zip(irregular[verb], ("VBD", "VBN"))
        return
    yield from ((past(verb), tag) for tag in ("VBD", "VBN"))
    if re.search("[aeiou]l$", verb) and len(VOWEL_GROUPS.findall(verb)) > 1:
        yield from ((verb + "led", tag) for tag in ("VBD", "VBN"))
        yield verb + "ling", "VBG"


def main():
    irregular = {cells[0]: cells[1:] for cells in rows(DATA / "lemmas/irregular.tsv")}
    verbs = (set(lexicon_verbs()) | set(irregular)) - NOT_VERBS_OF_INTEREST
    lemmas = {}
    for verb in verbs:
        for key in forms(verb, irregular):
            lemmas.setdefault(key, set()).add(verb)
    with open(DATA / "lemmas/verbs.tsv", "w", encoding="utf-8") as out:
        out.write("# Inflected forms of verbs for which suffix rules may fail; what the treebanks show goes first.\n")
        out.write("#form\ttag\tlemma\n")
        for (form, tag), found in sorted(lemmas.items()):
            if len(found) == 1:
                out.write(f"{form}\t{tag}\t{found.pop()}\n")


if __name__ == "__main__":
    main()
