"""What each worker of Spark does, without Spark's own machinery: any batch in, and no batch fails."""

from __future__ import annotations

import datetime
import hashlib
from typing import Any

import pyarrow
import pytest

import saydo

pytest.importorskip("pyspark")
spark: Any = pytest.importorskip("saydo.spark")


def read(shape: str, **columns: Any) -> list[dict[str, Any]]:
    batch = pyarrow.RecordBatch.from_pydict(columns)
    return [row for made in spark.reader(shape)(iter([batch])) for row in made.to_pylist()]


def test_rows_are_the_records_of_one_machine() -> None:
    texts = [f"Rebels shelled town {n}." for n in range(600)]
    rows = read("nested", text=texts, id=[str(n) for n in range(600)])
    records = saydo.code_many({"id": str(n), "text": text} for n, text in enumerate(texts))
    assert [saydo.Record.from_dict(row).to_json() for row in rows] == [record.to_json() for record in records]


def test_nulls_bytes_and_bad_dates_are_rows_with_problems() -> None:
    rows = read("nested", text=[None, "Troops left Kyiv.", "a"], published=["x", "32 Foo", None], url=[None] * 3)
    assert [[p["code"] for p in row["problems"]] for row in rows] == [["empty"], [], []]
    assert rows[1]["report"]["published"] == "32 Foo"
    assert read("flat", text=[b"\xff\xfeT\0r\0", None])[-1]["problems"] == ["empty: The report holds no text."]
    assert read("flat", text=pyarrow.array([], pyarrow.string())) == []


def test_a_report_without_an_id_is_named_by_its_text() -> None:
    names = [row["report"]["id"] for row in read("nested", text=["a", "b", None], id=["x", " ", None])]
    assert names == ["x", hashlib.sha256(b"b").hexdigest(), hashlib.sha256(b"").hexdigest()]


def test_dates_times_and_numbers_are_written_as_words() -> None:
    day, moment = datetime.date(2022, 2, 16), datetime.datetime(2022, 2, 16, 9, 30, tzinfo=datetime.timezone.utc)
    for given, written in [(day, "2022-02-16"), (moment, "2022-02-16T09:30:00Z"), (20220216, "20220216")]:
        row = read("nested", text=["Troops left Kyiv."], published=[given], id=[7])[0]["report"]
        assert (row["published"], row["id"]) == (written, "7")
    beyond = pyarrow.array([2**62], pyarrow.timestamp("us", "UTC"))
    assert len(read("nested", text=["Troops left Kyiv."], published=beyond)) == 1


@pytest.mark.parametrize("shape", ["flat", "nested"])
def test_sparks_columns_are_those_of_arrow(shape: saydo.Shape) -> None:
    assert spark.schema(shape).names == pyarrow.schema(saydo.schema(shape)).names
    told = spark.schema(shape).simpleString()
    wanted = "sentence_start:bigint" if shape == "flat" else "sentences:array<struct<start:bigint,end:bigint,zone:string>>"
    assert wanted in told
