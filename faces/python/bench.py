"""How fast `saydo.code` is beside the program: python bench.py PROGRAM [TEXTS] reads the same texts with both, on one core.

The texts are the project's own articles and example reports, each cut and numbered so that no two are alike. Both run
alternately, five times each; what counts is the processor's time of the best run, start included.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROUNDS = 5
ROOT = Path(__file__).resolve().parents[2]

LOOP = """
import json, sys, saydo
out = sys.stdout
for line in open(sys.argv[1], encoding="utf-8"):
    row = json.loads(line)
    out.write(saydo.code(row["text"], id=row["id"], published=row["published"]).to_json() + "\\n")
"""

MANY = """
import json, sys, saydo
out = sys.stdout
for record in saydo.code_many((json.loads(line) for line in open(sys.argv[1], encoding="utf-8")), threads=1):
    out.write(record.to_json() + "\\n")
"""


def texts(count: int) -> list[dict[str, str]]:
    """So many reports, of the paragraphs of the project's own."""
    own = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "articles").glob("*.txt"))]
    for file in ("articles/february.jsonl", "demo/reports.jsonl"):
        lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
        own += [json.loads(line)["text"] for line in lines]
    parts = [part.strip() for text in own for part in text.split("\n\n") if len(part) > 80]
    made = []
    for n in range(count):
        some = [parts[(n * 7 + k * (n // len(parts) + 1)) % len(parts)] for k in range(3)]
        made.append({"id": f"t{n}", "published": "2022-02-16", "text": f"Report {n}. " + "\n\n".join(some)})
    return made


def seconds(command: list[str], output: Path) -> float:
    """The processor's time that a command takes, in user mode."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    with output.open("wb") as out:
        subprocess.run(command, check=True, stdout=out, stderr=subprocess.DEVNULL)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def main(program: str, count: str = "10000") -> None:
    """Prints both, and whether they gave the same bytes."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "texts.jsonl"
        rows = texts(int(count))
        file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        size = sum(len(row["text"].encode()) for row in rows)
        runs = {
            "program": [program, "code", "--threads", "1", "--format", "json", str(file)],
            "saydo.code": [sys.executable, "-c", LOOP, str(file)],
            "saydo.code_many": [sys.executable, "-c", MANY, str(file)],
        }
        outputs = {name: Path(folder) / f"{n}.jsonl" for n, name in enumerate(runs)}
        best = {name: seconds(run, outputs[name]) for name, run in runs.items()}
        for _ in range(ROUNDS - 1):
            for name, run in runs.items():
                best[name] = min(best[name], seconds(run, outputs[name]))
        wanted = outputs["program"].read_bytes()
        print(f"{count} texts, {size / 1e6:.1f} MB, {os.cpu_count()} cores")
        for name, time in best.items():
            same = "same bytes" if outputs[name].read_bytes() == wanted else "OTHER BYTES"
            share = best["program"] / time
            print(f"{name:16} {time:7.2f} s  {size / time / 1e6:6.3f} MB/s  {share:6.1%} of the program  {same}")


if __name__ == "__main__":
    main(*sys.argv[1:])
