"""Saydo on Spark: a DataFrame of texts in, a DataFrame of records out; each worker reads on its own.

The records are those of one machine, byte for byte, whatever the number of workers and partitions. A text that is null, in
another language or broken, and a date that is none, give a row with problems and never a failed job.

    import saydo.spark
    reports = spark.read.json("news/*.jsonl")
    events = saydo.spark.code(reports, text="text", published="published", id="id")
    events.groupBy("actor", "plover", "standing").count().show()

The package `saydo` must be installed where the workers run; nothing else is fetched or shared.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pyarrow
from pyspark.sql import types

from .coding import Shape, _threads, code_arrow
from .coding import schema as _schema
from .errors import InputError, InputTypeError

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

_SLICE = 256
"""So many rows are read together: they, and not Spark's batch, bound what a worker holds of its results."""

_WORDS = (types.StringType, types.IntegralType)
_GIVEN = {"text": (types.StringType, types.BinaryType), "published": (*_WORDS, types.DateType, types.TimestampType)}

_TYPES: dict[pyarrow.DataType, types.DataType] = {
    pyarrow.string(): types.StringType(),
    pyarrow.bool_(): types.BooleanType(),
    pyarrow.int8(): types.ByteType(),
    pyarrow.int64(): types.LongType(),
    pyarrow.float32(): types.FloatType(),
    pyarrow.float64(): types.DoubleType(),
    pyarrow.date32(): types.DateType(),
}


def code(
    df: DataFrame,
    text: str = "text",
    published: str | None = None,
    id: str | None = None,
    title: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    *,
    shape: Shape = "flat",
    threads: int = 1,
    explain: bool = False,
    predicates: bool = False,
) -> DataFrame:
    """Reads the texts of a DataFrame; the result has one row an event (`flat`) or one row a report (`nested`).

    The other arguments name columns. Dates become ISO 8601, times too, in UTC. A report without an id is named by the
    SHA-256 of its text, so that its name does not depend on the partition in which it lies. `threads` is for each task;
    leave it at 1 where Spark gives each task a core.
    """
    columns = {"text": text, "id": id, "title": title, "url": url, "publisher": publisher, "published": published}
    named = {name: column for name, column in columns.items() if column is not None}
    for name, column in named.items():
        _check(df, name, column)
    chosen = df.select(*[df[_quoted(column)].alias(name) for name, column in named.items()])
    return chosen.mapInArrow(reader(shape, threads, explain, predicates), schema(shape))


def schema(shape: Shape = "flat") -> types.StructType:
    """The columns of the result, as Spark names their types; `schema("flat").simpleString()` has them as DDL."""
    return types.StructType([_field(field) for field in pyarrow.schema(_schema(shape))])


def reader(
    shape: Shape, threads: int = 1, explain: bool = False, predicates: bool = False
) -> Callable[[Iterator[pyarrow.RecordBatch]], Iterator[pyarrow.RecordBatch]]:
    """The function that `mapInArrow` calls: from batches with a column `text`, and any of `id`, `title`, `url`,
    `publisher` and `published`, to batches of this shape."""

    _threads(threads)

    def read(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        for batch in batches:
            for start in range(0, batch.num_rows, _SLICE):
                texts = _texts(batch.slice(start, _SLICE))
                table = code_arrow(texts, shape=shape, threads=threads, explain=explain, predicates=predicates)
                yield from pyarrow.RecordBatchReader.from_stream(table)

    return read


def _quoted(column: str) -> str:
    """The name of a column as Spark's own, whatever is in it."""
    return "`" + column.replace("`", "``") + "`"


def _check(df: DataFrame, name: str, column: str) -> None:
    if column not in df.columns:
        raise InputError(f"no-column: {name}={column!r} is no column of the DataFrame, which has {df.columns}")
    found = df.schema[column].dataType
    if not isinstance(found, (_GIVEN.get(name, _WORDS), types.NullType)):
        raise InputTypeError(f"bad-type: column {column} is {found.simpleString()}; cast it to string for {name}")


def _texts(batch: pyarrow.RecordBatch) -> list[dict[str, Any]]:
    """The rows of a batch; nothing in them can fail."""
    columns = {name: _words(batch.column(name)) for name in batch.schema.names}
    rows = [dict(zip(columns, values)) for values in zip(*columns.values())]
    for row in rows:
        if row.get("id") is None or not row["id"].strip():
            text = row["text"] or b""
            row["id"] = hashlib.sha256(text if isinstance(text, bytes) else text.encode()).hexdigest()
    return rows


def _words(column: pyarrow.Array) -> list[Any]:
    """A column as words: numbers and dates as they are written."""
    of = column.type
    if pyarrow.types.is_timestamp(of):
        # Arrow writes a blank where ISO 8601 has a T, and any year; Python's own times end with the year 9999.
        written = column.cast(pyarrow.string()).to_pylist()
        return [time and time.replace(" ", "T").replace(".000000", "") for time in written]
    if pyarrow.types.is_binary(of) or pyarrow.types.is_large_binary(of) or pyarrow.types.is_string(of):
        return list(column.to_pylist())
    return list(column.cast(pyarrow.string()).to_pylist())


def _field(field: pyarrow.Field) -> types.StructField:
    return types.StructField(field.name, _type(field.type), True)


def _type(of: pyarrow.DataType) -> types.DataType:
    if pyarrow.types.is_struct(of):
        return types.StructType([_field(of.field(n)) for n in range(of.num_fields)])
    if pyarrow.types.is_list(of):
        return types.ArrayType(_type(of.value_type), True)
    return _TYPES[of]
