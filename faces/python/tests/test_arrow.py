"""Tables: pyarrow, polars and pandas take them, and nested rows are whole records."""

from __future__ import annotations

import json
from typing import Any

import pandas
import polars
import pyarrow
import pytest

import saydo

TEXTS: list[saydo.Text] = [
    {"id": "a", "text": "Moscow said its troops had left Belarus.", "published": "2022-02-16"},
    {"id": "b", "text": "NATO said that Russia had not withdrawn its troops. Rebels shelled a school in Kyiv."},
    {"id": "c", "text": "Es ist nichts geschehen, und die Soldaten sind noch dort, wo sie gestern waren, sagte der Minister. " * 3},
    {"id": "d", "text": None},
    {"id": "e", "text": "The sky was blue."},
]


def test_nested_rows_are_the_records_byte_for_byte() -> None:
    rows = pyarrow.table(saydo.code_arrow(TEXTS, shape="nested", explain=True, predicates=True)).to_pylist()
    records = saydo.code_many(TEXTS, explain=True, predicates=True)
    assert [saydo.Record.from_dict(row).to_json() for row in rows] == [record.to_json() for record in records]


def test_flat_rows_are_events_and_troubled_reports() -> None:
    table = pyarrow.table(saydo.code_arrow(TEXTS))
    rows = table.to_pylist()
    assert [(row["report"], row["plover"], row["standing"], row["negated"]) for row in rows] == [
        ("a", "RETREAT", "announced", False),
        ("b", "RETREAT", "claimed", True),
        ("b", "ASSAULT", "reported", False),
        ("c", None, None, None),
        ("d", None, None, None),
    ]
    assert str(rows[0]["published_day"]) == "2022-02-16"
    assert rows[3]["problems"][0].startswith("language: ")
    assert rows[4]["problems"] == ["empty: The report holds no text."]


def test_polars_and_pandas_take_tables() -> None:
    table = saydo.code_arrow(TEXTS)
    frame = polars.DataFrame(table)
    assert frame.height == len(table) == 5
    assert frame["event"].to_list()[0] == "v1"
    assert pandas.DataFrame.from_arrow(table).shape == (5, frame.width)
    assert polars.DataFrame(saydo.code_arrow(TEXTS, shape="nested"))["events"].list.len().to_list()[0] == 1


def test_strings_are_not_copied_on_the_way() -> None:
    table = saydo.code_arrow(TEXTS)
    first, second = pyarrow.table(table), pyarrow.table(table)
    addresses = [t["sentence"].chunk(0).buffers()[2].address for t in (first, second)]
    assert addresses[0] == addresses[1]


@pytest.mark.parametrize("shape", ["flat", "nested"])
def test_a_table_without_rows_tells_its_schema(shape: saydo.Shape) -> None:
    empty = pyarrow.table(saydo.code_arrow([], shape=shape))
    assert empty.num_rows == 0
    assert empty.schema == pyarrow.schema(saydo.schema(shape)) == pyarrow.table(saydo.code_arrow(TEXTS, shape=shape)).schema


def test_tables_of_texts_come_in_from_anywhere() -> None:
    columns = {"id": ["a", "b"], "text": ["Troops left Kyiv.", None], "other": [1, 2]}
    wanted = [json.loads(r.to_json()) for r in saydo.code_many([{"id": "a", "text": "Troops left Kyiv."}, {"id": "b", "text": None}])]
    tables: list[Any] = [
        pyarrow.table(columns),
        pyarrow.table(columns).to_batches()[0],
        polars.DataFrame(columns),
        pandas.DataFrame(columns),
    ]
    for table in tables:
        rows = pyarrow.table(saydo.code_arrow(table, shape="nested")).to_pylist()
        assert [row["report"]["sha256"] for row in rows] == [record["report"]["sha256"] for record in wanted]
    with pytest.raises(ValueError, match="no-column"):
        saydo.code_arrow(pyarrow.table({"body": ["a"]}))
