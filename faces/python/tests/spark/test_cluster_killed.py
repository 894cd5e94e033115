"""Processes that die in the middle: their work is done again, and the output is whole."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow
import pyarrow.parquet
import pytest
from cluster import Cluster, Daemon, children, kill, wait
from reports import Row, reports

pytest.importorskip("pyspark", reason="PySpark is not installed; `bash faces/python/spark.sh` installs it")

import saydo
import saydo.spark

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

PARTITIONS = 24


@pytest.fixture(scope="module")
def many() -> list[Row]:
    """Enough to be busy with for some seconds."""
    return reports(480, words=300)


@pytest.fixture(scope="module")
def wanted(many: list[Row]) -> list[str]:
    """The records that one machine makes of them."""
    return sorted(record.to_json() for record in saydo.code_many(many))


def python(worker: Daemon) -> None:
    """The Python processes below a worker."""
    kill([pid for pid in children(worker.process.pid) if b"pyspark" in command(pid) and b"java" not in command(pid)])


def executor(worker: Daemon) -> None:
    """The executor below a worker, which the worker starts again."""
    kill([pid for pid in children(worker.process.pid) if b"CoarseGrainedExecutorBackend" in command(pid)])


def everything(worker: Daemon) -> None:
    """The worker and all that it started, as when a machine loses its power."""
    below = children(worker.process.pid)
    worker.kill()
    kill(below)


def command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


@pytest.mark.parametrize("victim", [python, executor, everything])
def test_what_dies_is_done_again_and_nothing_is_lost_or_double(
    cluster: Cluster,
    spark: SparkSession,
    frame: Callable[..., DataFrame],
    many: list[Row],
    wanted: list[str],
    folder: str,
    victim: Callable[[Daemon], None],
) -> None:
    names = {name: name for name in many[0]}
    coded = saydo.spark.code(frame(many, PARTITIONS), **names, shape="nested")
    before = set(spark.sparkContext.statusTracker().getJobIdsForGroup())
    with ThreadPoolExecutor() as pool:
        job = pool.submit(coded.repartition(3).write.parquet, folder)
        assert wait(lambda: in_the_middle(spark), "tasks that are done, and tasks that run") < PARTITIONS
        victim(cluster.alive()[0])
        job.result()
    assert again(spark, before) > 0, "nothing had to be done again"
    found = pyarrow.parquet.read_table(folder).to_pylist()
    assert sorted(saydo.Record.from_dict(row).to_json() for row in found) == wanted


def in_the_middle(spark: SparkSession) -> int | None:
    """How many tasks of the stage that reads are done, when some are, and two run."""
    status = spark.sparkContext.statusTracker()
    for stage in (status.getStageInfo(id) for id in status.getActiveStageIds()):
        if stage and stage.numTasks == PARTITIONS and stage.numCompletedTasks >= 4 and stage.numActiveTasks >= 2:
            return int(stage.numCompletedTasks)
    return None


def again(spark: SparkSession, before: set[int]) -> int:
    """Tasks that failed, and stages that were done again, in the jobs that were not there before."""
    status = spark.sparkContext.statusTracker()
    jobs = [status.getJobInfo(job) for job in set(status.getJobIdsForGroup()) - before]
    stages = [status.getStageInfo(id) for job in jobs if job for id in job.stageIds]
    return sum(stage.numFailedTasks + stage.currentAttemptId for stage in stages if stage)
