"""A ledger, read: rows, tables, records, pictures, and what is wrong with files."""

from __future__ import annotations

import datetime
import threading
from pathlib import Path

import pyarrow
import pytest

import saydo

WATCH = """name = "Example"
subject = ["Russia"]
others = ["Ukraine", "NATO"]
"""


def test_rows_of_a_kept_ledger(kept: Path) -> None:
    ledger = saydo.Ledger(kept)
    reports = list(ledger.reports())
    assert [report.id for report in reports][-1] == "three"
    statements = list(ledger.statements())
    events = list(ledger.events())
    numbers = {report.number for report in reports}
    assert {s.report for s in statements} | {e.report for e in events} <= numbers
    assert sum(report.statements for report in reports) == len(statements)
    assert all(event.sentence and event.standing for event in events)
    assert list(ledger.events(since=datetime.date(2030, 1, 1))) == []
    assert len(list(ledger.reports(until="2000-01-01"))) == 1, "a report without a day counts in every span"


def test_tables_hold_the_same_rows(kept: Path) -> None:
    ledger = saydo.Ledger(kept)
    events = pyarrow.table(ledger.table("events"))
    assert events["id"].to_pylist() == [event.id for event in ledger.events()]
    assert events.schema.field("day").type == pyarrow.date32()
    assert pyarrow.table(ledger.table("reports"))["id"].to_pylist() == [r.id for r in ledger.reports()]
    assert pyarrow.table(ledger.table("statements"))["id"].to_pylist() == [s.id for s in ledger.statements()]


def test_records_are_read_again_from_their_texts(kept: Path) -> None:
    ledger = saydo.Ledger(kept)
    records = list(ledger.records())
    assert [record.report.id for record in records] == [report.id for report in ledger.reports()]
    for bad in (0, -1, 99, 1 << 40):
        with pytest.raises(ValueError, match="no-report"):
            ledger.record(bad)


def test_a_picture_of_a_text_and_of_a_file(kept: Path, tmp_path: Path) -> None:
    file = tmp_path / "watch.toml"
    file.write_text(WATCH, encoding="utf-8")
    picture = saydo.picture(kept, file)
    assert picture.as_of == "2022-02-16" and picture.headline and picture["schema"] == "saydo-picture/1"
    assert saydo.Ledger(kept).picture(WATCH, as_of=datetime.date(2022, 2, 16)).to_json() == picture.to_json()
    assert picture.headline in saydo.Ledger(kept).render(WATCH, "text", as_of="2022-02-16").lower()
    assert saydo.Ledger(kept).render(WATCH, "html").startswith("<!doctype html>")


def test_what_is_wrong_is_pythons_own_kind(tmp_path: Path, kept: Path) -> None:
    with pytest.raises(FileNotFoundError) as missing:
        saydo.Ledger(tmp_path / "none.sqlite")
    assert isinstance(missing.value, saydo.LedgerError) and missing.value.code == "no-ledger"
    other = tmp_path / "other"
    other.write_text("This is no ledger, and it is long enough to be one. " * 99, encoding="utf-8")
    with pytest.raises(OSError, match="not-a-ledger"):
        saydo.Ledger(other)
    with pytest.raises(OSError, match="cannot-open|no-ledger"):
        saydo.Ledger(tmp_path)
    ledger = saydo.Ledger(kept)
    with pytest.raises(saydo.WatchError, match="Rusia"):
        ledger.picture("name = 'a'\nsubject = ['Rusia']\n")
    with pytest.raises(ValueError, match="bad-day"):
        ledger.picture(WATCH, as_of="yesterday")
    with pytest.raises(ValueError, match="bad-day"):
        ledger.picture(WATCH, as_of="2022-02-16", since="2022-02-16")
    with pytest.raises(FileNotFoundError):
        ledger.picture(tmp_path / "none.toml")


def test_threads_may_share_a_ledger(kept: Path) -> None:
    ledger = saydo.Ledger(kept)
    wanted = [event.id for event in ledger.events()]
    found: list[list[str]] = []
    threads = [threading.Thread(target=lambda: found.append([e.id for e in ledger.events()])) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [wanted] * 8
