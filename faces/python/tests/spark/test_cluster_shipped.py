"""The package need not be installed where the workers run: the wheel travels with the job, as `docs/spark.md` says."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pyarrow
import pytest
from cluster import Cluster

pytest.importorskip("pyspark", reason="PySpark is not installed; `bash faces/python/spark.sh` installs it")

import saydo
import saydo.spark


def test_a_wheel_sent_as_an_archive_is_what_workers_import(cluster: Cluster, tmp_path: Path) -> None:
    package = Path(saydo.__file__).parent
    wheel = shutil.make_archive(str(tmp_path / "saydo"), "zip", package.parent, package.name)
    reader = saydo.spark.reader("flat")

    def where(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        import sys

        rows = sum(batch.num_rows for batch in reader(batches))
        yield pyarrow.record_batch({"path": [sys.modules["saydo"].__file__], "rows": [rows]})

    settings = {"spark.archives": f"{wheel}#shipped", "spark.executorEnv.PYTHONPATH": "shipped"}
    spark = cluster.session(**settings)
    try:
        texts = spark.createDataFrame([("Rebels shelled Kyiv.",)] * 4, "text string").repartition(2)
        found = texts.mapInArrow(where, "path string, rows long").collect()
    finally:
        spark.stop()
    assert sum(row["rows"] for row in found) == 4
    for row in found:
        path = Path(row["path"])
        assert path.parts[-3:-1] == ("shipped", "saydo")
        assert package not in path.parents and cluster.folder in path.parents
