"""The cluster that these tests run on, and reports to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from cluster import Cluster, missing
from reports import Row, reports

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A master and two workers."""
    if lack := missing():
        pytest.skip(lack)
    with Cluster(tmp_path_factory.mktemp("cluster")) as cluster:
        yield cluster


@pytest.fixture(scope="module")
def session(cluster: Cluster) -> Iterator[SparkSession]:
    """A driver with both workers; each file of tests has its own, for there can be only one at a time."""
    spark = cluster.session()
    yield spark
    spark.stop()


@pytest.fixture
def spark(cluster: Cluster, session: SparkSession) -> SparkSession:
    """The driver, when both workers are there."""
    cluster.whole(session)
    return session


@pytest.fixture(scope="session")
def few() -> list[Row]:
    """Some sixty short reports."""
    return reports(60, words=80)


@pytest.fixture
def frame(spark: SparkSession) -> Callable[..., DataFrame]:
    """Makes a DataFrame of rows, in so many partitions."""

    def made(rows: list[Any], partitions: int = 4, schema: Any = SCHEMA) -> DataFrame:
        return spark.createDataFrame(rows, schema).repartition(partitions)

    return made


SCHEMA = "id string, text string, title string, url string, publisher string, published string"


@pytest.fixture
def folder(tmp_path: Path) -> str:
    """A folder that is not there yet, to write to."""
    return str(tmp_path / "out")
