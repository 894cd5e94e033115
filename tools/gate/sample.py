#!/usr/bin/env python3
"""How far the events of gold/events-sample.tsv, judged by reading, are still what the program codes.

  sample.py            prints how many of the hundred are right in type, actor and standing as judged, and which of them
                       the program codes otherwise by now: these want a new look, and their rows new verdicts

The texts lie beside the scorer's data and are not copied here. Exit status: 0 done, 2 trouble.
Python 3.11, standard library only.
"""

import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "gold" / "events-sample.tsv"
DATA = ROOT / ".." / "shared" / "data"
BINARY = ROOT / "target" / "release" / "saydo"
LONGEST = 6000
COLUMNS = ("data", "report", "start", "trigger", "plover", "cameo", "standing", "negated", "type", "actor",
           "right_standing", "error")


def rows():
    """The judged events."""
    lines = SAMPLE.read_text(encoding="utf-8").splitlines()
    return [dict(zip(COLUMNS, line.split("\t"))) for line in lines if line and not line.startswith("#")]


def texts(wanted):
    """The texts of the wanted (data, report) pairs, shortened as they were when the sample was drawn."""
    found = {}
    for data in {data for data, _ in wanted}:
        with open(DATA / f"{data}.jsonl", encoding="utf-8") as file:
            for record in map(json.loads, file):
                key = (data, record.get("id") or record.get("url"))
                if key in wanted:
                    found[key] = (record.get("text") or record.get("body") or "")[:LONGEST]
    return found


def coded(found):
    """What the program codes now: {(data, report): {start: event}}."""
    keys = list(found)
    lines = "".join(json.dumps({"id": str(i), "text": found[key]}) + "\n" for i, key in enumerate(keys))
    command = [BINARY, "code", "--format", "json", "--input", "jsonl"]
    done = subprocess.run(command, input=lines, capture_output=True, encoding="utf-8", check=True)
    records = map(json.loads, done.stdout.splitlines())
    return {keys[int(r["report"]["id"])]: {e["trigger"]["start"]: e for e in r["events"]} for r in records}


def as_judged(row, event):
    """Whether an event is coded as it was when it was judged."""
    if event is None:
        return False
    kind = event["plover"] or event.get("kind") or "-"
    now = (kind, event["cameo"] or "-", event["standing"], "not" if event["negated"] else "-")
    return now == (row["plover"], row["cameo"], row["standing"], row["negated"])


def main():
    if not DATA.is_dir() or not BINARY.is_file():
        print("sample.py: the data beside the scorer and a release build are needed", file=sys.stderr)
        return 2
    sample = rows()
    now = coded(texts({(row["data"], row["report"]) for row in sample}))
    for what, column in (("type", "type"), ("actor", "actor"), ("standing", "right_standing")):
        print(f"{what:9} {sum(int(row[column]) for row in sample)} of {len(sample)} right as judged")
    changed = [row for row in sample if not as_judged(row, now.get((row["data"], row["report"]), {}).get(int(row["start"])))]
    print(f"{len(changed)} coded otherwise now")
    for row in changed:
        print(f"  {row['report']} at {row['start']}: {row['trigger']} was {row['plover']} {row['standing']}; error: {row['error']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
