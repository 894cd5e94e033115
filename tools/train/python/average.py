"""Averages two of the student's checkpoints of one shape and vocabulary (stochastic weight averaging, Izmailov et al. 2018).

    python average.py FIRST SECOND --share 0.85 --out averaged

`--share` is the second's part.
"""

import argparse

from safetensors import safe_open
from safetensors.torch import load_file, save_file


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("first")
    ap.add_argument("second")
    ap.add_argument("--share", type=float, required=True)
    ap.add_argument("--out", required=True)
    a = ap.parse_args()
    first, second = load_file(a.first), load_file(a.second)
    with safe_open(a.second, "pt") as file:
        meta = file.metadata()
    mixed = {k: ((1 - a.share) * first[k] + a.share * second[k]).contiguous() for k in first}
    save_file(mixed, a.out, meta)


if __name__ == "__main__":
    main()
