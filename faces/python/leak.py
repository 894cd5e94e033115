"""Whether memory stays flat: python leak.py [FIRST [LAST]] reads LAST short texts, and compares what the process holds after
FIRST of them with what it holds at the end. The exit status is 1 where it grew by more than a tenth and 8 MiB."""

from __future__ import annotations

import os
import sys
import time

import saydo

TEXT = "Rebels shelled the town of {n} on Monday, the ministry said. \u201cWe saw {n} tanks,\u201d Ms Ode said in Kyiv."


def held() -> float:
    """The memory of the process in MiB."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / (1 << 20)


def main(first: int = 100_000, last: int = 1_000_000) -> int:
    """Reads them in all ways: one by one with objects, many at once, and as tables."""
    start, before = time.monotonic(), 0.0
    step = 1_000
    for n in range(0, last, step):
        texts = [TEXT.format(n=k) for k in range(n, n + step)]
        third = step // 3
        for text in texts[:third]:
            record = saydo.code(text, published="2022-02-16", id=n)
            assert record.events and record.to_dict()
        for record in saydo.code_many(texts[third : 2 * third]):
            assert record.to_json()
        assert len(saydo.code_arrow(texts[2 * third :])) and len(saydo.code_arrow(texts[:9], shape="nested"))
        if n + step == first:
            before = held()
            print(f"{first:>9} texts: {before:.1f} MiB after {time.monotonic() - start:.0f} s", flush=True)
    after = held()
    print(f"{last:>9} texts: {after:.1f} MiB after {time.monotonic() - start:.0f} s")
    return int(after > before * 1.1 + 8)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
