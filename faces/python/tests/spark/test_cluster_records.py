"""Any table in, flat or nested rows out; the records are those of one machine, byte for byte."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow
import pyarrow.parquet
import pytest
from cluster import Cluster, children
from reports import Row

pytest.importorskip("pyspark", reason="PySpark is not installed; `bash faces/python/spark.sh` installs it")

import saydo
import saydo.spark

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

NAMES = {name: name for name in ("text", "id", "title", "url", "publisher", "published")}


def rows(table: pyarrow.Table) -> list[str]:
    """The rows as JSON, in order."""
    return sorted(json.dumps(row, default=str) for row in table.to_pylist())


def alone(texts: list[Row], shape: saydo.Shape) -> pyarrow.Table:
    """What one machine makes of them."""
    return pyarrow.table(saydo.code_arrow(texts, shape=shape, threads=1))


def same(found: pyarrow.Table, texts: list[Row], shape: saydo.Shape) -> None:
    wanted = alone(texts, shape)
    assert found.schema.names == wanted.schema.names
    assert rows(found) == rows(wanted)
    assert len(found) == len(wanted) > 0


def test_the_work_is_done_in_processes_of_both_workers(cluster: Cluster, frame: Any, few: list[Row]) -> None:
    reader = saydo.spark.reader("nested")

    def who(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        read = sum(batch.num_rows for batch in reader(batches))
        yield pyarrow.record_batch({"pid": [os.getpid()], "reports": [read]})

    done = frame(few, 8).mapInArrow(who, "pid long, reports long").toArrow().to_pylist()
    assert sum(row["reports"] for row in done) == len(few)
    pids = {row["pid"] for row in done}
    for worker in cluster.alive():
        assert pids & set(children(worker.process.pid)), "a worker did nothing"


@pytest.mark.parametrize("shape", ["flat", "nested"])
@pytest.mark.parametrize("partitions", [1, 7])
def test_rows_are_the_same_in_any_number_of_partitions(
    frame: Any, few: list[Row], shape: saydo.Shape, partitions: int
) -> None:
    coded = saydo.spark.code(frame(few, partitions), **NAMES, shape=shape)
    assert coded.schema == saydo.spark.schema(shape)
    same(coded.toArrow(), few, shape)


def test_json_of_nested_rows_is_what_one_machine_and_the_program_print(
    frame: Any, few: list[Row], tmp_path: Path
) -> None:
    nested = saydo.spark.code(frame(few), **NAMES, shape="nested").toArrow()
    found = sorted(saydo.Record.from_dict(row).to_json() for row in nested.to_pylist())
    assert found == sorted(record.to_json() for record in saydo.code_many(few))
    if program := os.environ.get("SAYDO"):
        lines = tmp_path / "few.jsonl"
        lines.write_text("".join(json.dumps(row) + "\n" for row in few))
        printed = subprocess.run([program, "code", lines], stdout=subprocess.PIPE, check=True, timeout=120).stdout
        assert found == sorted(printed.decode().splitlines())


def test_parquet_in_and_parquet_out(spark: SparkSession, few: list[Row], tmp_path: Path, folder: str) -> None:
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(few), tmp_path / "in.parquet", row_group_size=16)
    coded = saydo.spark.code(spark.read.parquet(str(tmp_path / "in.parquet")), **NAMES)
    coded.write.parquet(folder)
    same(pyarrow.parquet.read_table(folder), few, "flat")


def test_json_lines_in_under_other_names(spark: SparkSession, few: list[Row], tmp_path: Path) -> None:
    names = {"text": "body", "id": "key", "published": "when"}
    for part in range(3):
        lines = (json.dumps({names[key]: row[key] for key in names}) for row in few[part::3])
        (tmp_path / f"{part}.jsonl").write_text("\n".join(lines))
    coded = saydo.spark.code(spark.read.json(str(tmp_path / "*.jsonl")), **names, shape="nested")
    same(coded.toArrow(), [{key: row[key] for key in names} for row in few], "nested")


def test_a_listing_of_web_archives_whose_pages_python_reads(
    spark: SparkSession, few: list[Row], tmp_path: Path
) -> None:
    listing = [(str(archive(tmp_path / f"{part}.warc.gz", few[part::3])),) for part in range(3)]

    def pages(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        from warcio.archiveiterator import ArchiveIterator

        for path in (path for batch in batches for path in batch["path"].to_pylist()):
            with open(path, "rb") as stream:
                for record in ArchiveIterator(stream):
                    url = record.rec_headers["WARC-Target-URI"]
                    text = record.content_stream().read().decode()
                    yield pyarrow.record_batch({"url": [url], "text": [text]})

    read = spark.createDataFrame(listing, "path string").repartition(3).mapInArrow(pages, "url string, text string")
    coded = saydo.spark.code(read, id="url", url="url", shape="nested")
    same(coded.toArrow(), [{"id": row["url"], "url": row["url"], "text": row["text"]} for row in few], "nested")


def archive(path: Path, texts: list[Row]) -> Path:
    """A web archive of texts (ISO 28500): each record is compressed on its own."""
    with path.open("wb") as out:
        for row in texts:
            body = str(row["text"]).encode()
            head = f"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: {row['url']}\r\n"
            head += f"Content-Type: text/plain\r\nContent-Length: {len(body)}\r\n\r\n"
            out.write(gzip.compress(head.encode() + body + b"\r\n\r\n"))
    return path


def test_rows_can_be_counted_and_filtered_in_sql(frame: Callable[..., DataFrame], few: list[Row]) -> None:
    coded = saydo.spark.code(frame(few), **NAMES)
    deeds = coded.where("standing in ('reported', 'claimed') and not negated").groupBy("plover").count()
    wanted: dict[str, int] = {}
    for event in (event for record in saydo.code_many(few) for event in record.events):
        if event.standing in ("reported", "claimed") and not event.negated and event.plover:
            wanted[event.plover] = wanted.get(event.plover, 0) + 1
    assert {row["plover"]: row["count"] for row in deeds.collect() if row["plover"]} == wanted
