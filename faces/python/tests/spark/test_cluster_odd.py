"""Tables that are not as they should be: an error before any work is sent out, or a row that says what is wrong."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import pytest
from reports import report

pytest.importorskip("pyspark", reason="PySpark is not installed; `bash faces/python/spark.sh` installs it")

import saydo
import saydo.spark

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

TEXT = "Rebels shelled a school in Kyiv on Tuesday."
GOOD = report(1, words=40)


def problems(spark: SparkSession, rows: list[Any], schema: str, **names: str) -> dict[str, list[str]]:
    """What each report's nested row says is wrong."""
    frame = spark.createDataFrame(rows, schema).repartition(2)
    coded = saydo.spark.code(frame, id="id", shape="nested", **names).collect()
    return {row["report"]["id"]: [problem["code"] for problem in row["problems"]] for row in coded}


def test_a_report_without_text_or_in_another_language_is_a_row_with_problems(spark: SparkSession) -> None:
    texts: dict[str, str | None] = {
        "null": None,
        "empty": "",
        "blank": " \n\t",
        "german": "Nichts ist geschehen, sagte der Minister am Dienstag in Berlin, und niemand hat etwas gesehen." * 3,
        "zeros": "\0" * 300,
        "long": "a" * 200_000,
        "good": GOOD["text"],
    }
    found = problems(spark, list(texts.items()), "id string, text string")
    assert set(found) == set(texts)
    assert found["null"] == found["empty"] == ["empty"]
    assert found["german"] == ["language"]
    assert found["good"] == []


def test_flat_rows_tell_of_reports_that_could_not_be_read(spark: SparkSession) -> None:
    frame = spark.createDataFrame([("a", None), ("b", TEXT)], "id string, text string")
    rows = saydo.spark.code(frame, id="id").select("report", "event", "problems").sort("report").collect()
    assert [(row["report"], row["event"] is None) for row in rows] == [("a", True), ("b", False)]
    assert rows[0]["problems"][0].startswith("empty")


def test_dates_that_are_none_are_kept_and_settle_nothing(spark: SparkSession) -> None:
    dates = ["2022-02-16", "31 February", "2022-13-45", "", None, "yesterday" * 1000]
    frame = spark.createDataFrame([(str(n), TEXT, date) for n, date in enumerate(dates)], "id string, text string, day string")
    rows = saydo.spark.code(frame, id="id", published="day", shape="nested").collect()
    times = {dates[int(row["report"]["id"])]: row["events"][0]["time"] for row in rows}
    assert len(rows) == len(dates)
    assert times.pop("2022-02-16") == "2022-02-15"
    assert "2022-02-15" not in times.values()


def test_dates_and_times_of_sql_are_dates(spark: SparkSession) -> None:
    noon = datetime.datetime(2022, 2, 16, 12, tzinfo=datetime.timezone.utc)
    rows = [("a", TEXT, noon.date(), noon, 20220216)]
    frame = spark.createDataFrame(rows, "id string, text string, day date, time timestamp, number int")
    for column in ("day", "time", "number"):
        row = saydo.spark.code(frame, id="id", published=column).collect()[0]
        assert (column, row["time"]) == (column, "2022-02-15")


def test_bytes_are_decoded_as_on_one_machine(spark: SparkSession) -> None:
    rows = [("a", TEXT.encode()), ("b", "The café in Zürich was shelled, police said.".encode("latin-1")), ("c", b"\xff\xfe\x00")]
    frame = spark.createDataFrame(rows, "id string, text binary").repartition(2)
    found = {row["report"]["id"]: row["text"] for row in saydo.spark.code(frame, id="id", shape="nested").collect()}
    assert found == {id: saydo.code(text, id=id).text for id, text in rows}


def test_reports_without_an_id_are_named_by_their_text_and_not_by_their_place(spark: SparkSession) -> None:
    texts = [(TEXT + " " * n,) for n in range(12)]
    names = []
    for partitions in (1, 5):
        frame = spark.createDataFrame(texts, "text string").repartition(partitions)
        names.append(sorted(row["report"] for row in saydo.spark.code(frame).collect()))
    assert names[0] == names[1]
    assert len(set(names[0])) == 12


def test_a_table_without_rows_gives_one_without_rows(spark: SparkSession) -> None:
    frame = spark.createDataFrame([], "text string")
    for shape in ("flat", "nested"):
        assert saydo.spark.code(frame, shape=shape).toArrow().num_rows == 0


def test_columns_may_have_any_name(spark: SparkSession) -> None:
    frame = spark.createDataFrame([(TEXT, "a")], "`the.body` string, `odd``one` string")
    assert saydo.spark.code(frame, text="the.body", id="odd`one").collect()[0]["report"] == "a"


@pytest.mark.parametrize(
    ("names", "kind", "code"),
    [
        ({"text": "body"}, ValueError, "no-column"),
        ({"published": "when"}, ValueError, "no-column"),
        ({"text": "number"}, TypeError, "bad-type"),
        ({"text": "many"}, TypeError, "bad-type"),
        ({"published": "share"}, TypeError, "bad-type"),
        ({"title": "flag"}, TypeError, "bad-type"),
        ({"shape": "round"}, ValueError, "no-shape"),
        ({"threads": -1}, ValueError, "no-threads"),
    ],
)
def test_columns_that_cannot_be_are_told_before_any_work(
    spark: SparkSession, names: dict[str, Any], kind: type[Exception], code: str
) -> None:
    schema = "text string, number int, many array<string>, share double, flag boolean"
    with pytest.raises(kind) as raised:
        saydo.spark.code(spark.createDataFrame([], schema), **names)
    assert isinstance(raised.value, saydo.Error) and raised.value.code == code
