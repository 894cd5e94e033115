"""The same bytes as the program prints, and the same picture."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pyarrow

import saydo


def test_records_are_what_the_program_prints(program: Path, root: Path) -> None:
    file = root / "demo/reports.jsonl"
    items: list[Any] = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    printed = subprocess.run([program, "code", "--format", "json", file], check=True, capture_output=True)
    lines = printed.stdout.decode().splitlines()
    assert [record.to_json() for record in saydo.code_many(items)] == lines
    rows = pyarrow.table(saydo.code_arrow(items, shape="nested")).to_pylist()
    assert [saydo.Record.from_dict(row).to_json() for row in rows] == lines


def test_the_picture_is_what_the_program_prints(program: Path, root: Path, demo: Path) -> None:
    watch = root / "demo/watch.toml"
    days = ["--as-of", "2022-02-16", "--since", "2022-02-10"]
    call: list[str | Path] = [program, "picture", "--ledger", demo, "--watch", watch, *days, "--format"]
    printed = {form: subprocess.run([*call, form], check=True, capture_output=True) for form in ("json", "markdown")}
    ledger = saydo.Ledger(demo)
    picture = ledger.picture(watch, as_of="2022-02-16", since="2022-02-10")
    assert picture.to_dict() == json.loads(printed["json"].stdout)
    markdown = ledger.render(watch, "markdown", as_of="2022-02-16", since="2022-02-10")
    assert markdown == printed["markdown"].stdout.decode()
