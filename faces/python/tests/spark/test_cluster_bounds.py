"""Memory is bounded by the batch and not by the partition, and the work is shared."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from cluster import Cluster, Daemon, children
from reports import reports

pytest.importorskip("pyspark", reason="PySpark is not installed; `bash faces/python/spark.sh` installs it")

import saydo.spark

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

BATCH = "spark.sql.execution.arrow.maxRecordsPerBatch"
FOREIGN = "Nichts ist geschehen, sagte der Minister am Dienstag in Berlin, und niemand hat etwas gesehen. "
LENGTH = 250_000
"""Characters of one text; in another language, so that it is read fast and held all the same."""


@pytest.fixture
def small_batches(spark: SparkSession) -> Iterator[SparkSession]:
    """A driver that sends eight rows at once."""
    before = spark.conf.get(BATCH)
    spark.conf.set(BATCH, "8")
    yield spark
    spark.conf.set(BATCH, before)


def python(cluster: Cluster) -> list[Path]:
    """The Python processes of the workers."""
    processes = [Path(f"/proc/{pid}") for worker in cluster.alive() for pid in children(worker.process.pid)]
    return [process for process in processes if "python" in (process / "comm").read_text()]


def peak(cluster: Cluster, work: Callable[[], None]) -> int:
    """MiB that the largest Python process held at most during some work."""
    for process in python(cluster):
        (process / "clear_refs").write_text("5")
    work()
    lines = [line for process in python(cluster) for line in (process / "status").read_text().splitlines()]
    return max(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) // 1024


def test_memory_does_not_grow_with_the_partition(cluster: Cluster, small_batches: SparkSession) -> None:
    def read(rows: int) -> None:
        made = f"repeat('{FOREIGN}', {LENGTH // len(FOREIGN)}) as text"
        frame = small_batches.range(rows).coalesce(1).selectExpr("cast(id as string) as id", made)
        saydo.spark.code(frame, id="id", shape="nested").write.format("noop").mode("overwrite").save()

    few, many = peak(cluster, lambda: read(16)), peak(cluster, lambda: read(480))
    texts = 480 * LENGTH >> 20
    assert many - few < texts / 3, f"{few} MiB for 16 texts, {many} MiB for 480 of {texts} MiB together"


def test_both_workers_have_their_share(
    cluster: Cluster, spark: SparkSession, frame: Callable[..., DataFrame]
) -> None:
    """How much faster two are depends on what else the machine does (`measure.py` tells); who did the work does not."""
    rows = reports(320, words=300)
    texts = frame(rows, 16).cache()
    texts.count()
    before = [processor(worker) for worker in cluster.alive()]
    coded = saydo.spark.code(texts, **{name: name for name in rows[0]})
    coded.write.format("noop").mode("overwrite").save()
    seconds = [processor(worker) - past for worker, past in zip(cluster.alive(), before, strict=True)]
    assert min(seconds) > sum(seconds) / 5, f"{seconds} core-seconds"


def processor(worker: Daemon) -> float:
    """Core-seconds of a worker's Python processes."""
    ticks = 0
    for pid in children(worker.process.pid):
        process = Path(f"/proc/{pid}")
        if "python" in (process / "comm").read_text():
            ticks += sum(map(int, (process / "stat").read_text().rpartition(")")[2].split()[11:13]))
    return ticks / os.sysconf("SC_CLK_TCK")
