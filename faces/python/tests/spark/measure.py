"""What `docs/spark.md` says about speed, memory and sizes, measured: `python measure.py REPORTS.jsonl [TIMES]`.

The reports are read TIMES times over, under new ids; sizes are true only with one, as doubles compress well. Each figure
is the best of three runs; runs with one worker and with two take turns, so that whatever else the machine does slows
both. Core-seconds are the processor time of the processes themselves.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow
import pyarrow.parquet
from cluster import Cluster, children

import saydo
import saydo.spark

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

RUNS = 3
PARTITIONS = 32
NAMES = ("id", "text", "title", "url", "publisher", "published")


def main(path: Path, times: int) -> None:
    """Prints one line a figure."""
    given = [json.loads(line) for line in path.read_text().splitlines()]
    rows = [row | {"id": f"{row['id']}-{time}"} for time in range(times) for row in given]
    words = sum(len(row["text"].split()) for row in rows)
    print(f"{len(rows)} reports, {words / len(rows):.0f} words and {sum(len(r['text'].encode()) for r in rows) / len(rows):.0f} bytes each")
    alone(rows[: len(given)], words // times)
    with tempfile.TemporaryDirectory() as folder:
        source = str(Path(folder) / "in")
        columns = [{name: str(row[name]) if row.get(name) is not None else None for name in NAMES} for row in rows]
        pyarrow.parquet.write_table(pyarrow.Table.from_pylist(columns), source, row_group_size=len(rows) // PARTITIONS)
        with Cluster(Path(folder)) as cluster:
            speed(cluster, source, words)
            sizes(cluster, source, len(rows), Path(folder))


def alone(rows: list[dict[str, Any]], words: int) -> None:
    """One process, one thread, no Spark."""
    best = min(spent(lambda: sum(1 for _ in saydo.code_many(rows, threads=1))) for _ in range(RUNS))
    print(f"without Spark: {best:.2f} core-seconds, {words / best:.0f} words a core-second")


def spent(work: Any) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before


def speed(cluster: Cluster, source: str, words: int) -> None:
    """One worker and two by turns."""
    wall: dict[int, list[float]] = {1: [], 2: []}
    core: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(RUNS):
        for cores in (1, 2):
            spark = cluster.session(cores)
            frame = spark.read.parquet(source).repartition(PARTITIONS).cache()
            coded(frame.limit(2 * cores).repartition(2 * cores)).write.format("noop").mode("overwrite").save()
            frame.count()
            before, begin = processor(cluster), time.monotonic()
            coded(frame).write.format("noop").mode("overwrite").save()
            wall[cores].append(time.monotonic() - begin)
            core[cores].append(processor(cluster) - before)
            if cores == 2:
                memory(cluster)
            spark.stop()
            print(f"    {cores} worker(s): {wall[cores][-1]:.2f} s, {core[cores][-1]:.2f} core-seconds", flush=True)
    for cores in (1, 2):
        print(f"{cores} worker(s): {min(wall[cores]):.2f} s, {min(core[cores]):.2f} core-seconds, {words / min(core[cores]):.0f} words a core-second")
    turns = [one / two for one, two in zip(wall[1], wall[2], strict=True)]
    print(f"two workers are {min(wall[1]) / min(wall[2]):.2f} times one (turn by turn {[round(t, 2) for t in turns]}); load {os.getloadavg()[0]:.1f}")


def coded(frame: DataFrame, shape: saydo.Shape = "flat") -> DataFrame:
    return saydo.spark.code(frame, **{name: name for name in NAMES}, shape=shape)


def sizes(cluster: Cluster, source: str, reports: int, folder: Path) -> None:
    """Bytes of Parquet, in and out."""
    spark = cluster.session(2, **{"spark.sql.parquet.compression.codec": "zstd"})
    spark.read.parquet(source).coalesce(1).write.parquet(str(folder / "text"))
    for shape in ("flat", "nested"):
        coded(spark.read.parquet(source), shape).coalesce(1).write.parquet(str(folder / shape))
    for name in ("text", "flat", "nested"):
        size = sum(file.stat().st_size for file in (folder / name).glob("*.parquet"))
        print(f"{name}: {size / reports:.0f} bytes of Parquet (zstd) a report, {rows_of(folder / name) / reports:.2f} rows a report")
    spark.stop()


def rows_of(folder: Path) -> int:
    return sum(pyarrow.parquet.read_metadata(file).num_rows for file in folder.glob("*.parquet"))


def processor(cluster: Cluster) -> float:
    """Processor seconds of everything below the workers, and of what ended there."""
    seconds = 0.0
    for worker in cluster.alive():
        for pid in [worker.process.pid, *children(worker.process.pid)]:
            try:
                fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            seconds += sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    return seconds


def memory(cluster: Cluster) -> None:
    """The most memory that each process held."""
    for worker in cluster.alive():
        peaks = []
        for pid in children(worker.process.pid):
            try:
                status = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines())
            except OSError:
                continue
            # A process that has just ended holds nothing.
            if "VmHWM" in status:
                peaks.append(f"{status['Name'].strip()} {int(status['VmHWM'].split()[0]) // 1024} MB")
        print(f"memory at most: {', '.join(peaks)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
