"""Texts in: one, many, or a table of them; records and Arrow out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Literal, Protocol

from . import _saydo
from .record import Record
from .table import Table, rows

Text = str | bytes | Mapping[str, Any] | None
"""A text, or a dictionary with the keys `text`, `id`, `title`, `url`, `publisher` and `published`, of which only `text`
must be there. `None` is a report without text: its record says so."""


class ArrowTable(Protocol):
    """A table of any library that speaks Arrow's PyCapsule interface."""

    def __arrow_c_stream__(self, requested_schema: Any | None = None, /) -> Any:
        """The rows."""


Shape = Literal["flat", "nested"]
"""What a row stands for: an event, or a report."""


def code(
    text: str | bytes,
    *,
    published: str | date | None = None,
    title: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    id: str | int | None = None,
    explain: bool = False,
    predicates: bool = False,
) -> Record:
    """Reads one text.

    `published` lets relative dates be told ("on Tuesday"); without it they stay open. Bytes are decoded as their encoding
    seems to be. `explain` adds what led to each statement and event, `predicates` every clause's head. Nothing that is
    wrong with a text is an error: it lies in `problems` of the record.

    >>> import saydo
    >>> record = saydo.code("NATO said that Russia had not withdrawn its troops.", published="2022-02-16")
    >>> event = record.events[0]
    >>> event.plover, event.standing, event.negated
    ('RETREAT', 'claimed', True)
    >>> saydo.code("").problems[0].code
    'empty'
    """
    return Record(
        _saydo.code(
            text,
            published=published,
            title=title,
            url=url,
            publisher=publisher,
            id=id,
            explain=explain,
            predicates=predicates,
        )
    )


def code_many(
    texts: Iterable[Text] | ArrowTable, *, threads: int = 0, explain: bool = False, predicates: bool = False
) -> Iterator[Record]:
    """Reads many texts on several threads, and gives their records in order, as they are done.

    `threads` is how many read, 0 for one on each core. The interpreter is free meanwhile. Texts are taken from the
    iterable in batches and one batch ahead, so that there may be more of them than memory holds. A text without an id is
    called `line-1`, `line-2` and so on, by its place.

    >>> import saydo
    >>> texts = ["Talks went on.", {"id": "b", "text": "Troops left.", "published": "2022-02-16"}]
    >>> [record.report.id for record in saydo.code_many(texts)]
    ['line-1', 'b']
    """
    return map(Record, _saydo.Many(rows(texts), _threads(threads), explain, predicates))


def code_arrow(
    texts: Iterable[Text] | ArrowTable,
    *,
    shape: Shape = "flat",
    threads: int = 0,
    explain: bool = False,
    predicates: bool = False,
) -> Table:
    """Reads many texts into a table of Arrow: one row an event (`flat`) or one row a report (`nested`).

    `texts` is what `code_many` takes, or a table with a column `text` and any of `id`, `title`, `url`, `publisher` and
    `published`: a pyarrow Table or RecordBatch, or (with pyarrow installed) whatever gives an Arrow stream, such as a
    frame of polars or pandas. The table goes into pyarrow, polars and pandas without a copy.

    >>> import saydo, pyarrow
    >>> table = pyarrow.table(saydo.code_arrow(["Rebels shelled Kyiv. Talks failed."]))
    >>> table.select(["plover", "actor", "trigger", "sentence_number"]).to_pylist()[0]
    {'plover': 'ASSAULT', 'actor': 'REB', 'trigger': 'shelled', 'sentence_number': 1}
    """
    return Table(_saydo.code_arrow(rows(texts), shape, _threads(threads), explain, predicates))


def schema(shape: Shape = "flat") -> Table:
    """A table of this shape without rows, for its schema: `pyarrow.schema(saydo.schema("flat"))`."""
    return Table(_saydo.schema(shape))


def _threads(threads: int) -> int:
    if not 0 <= threads <= 1024:
        from .errors import InputError

        raise InputError(f"no-threads: {threads} threads cannot be; give 0 for one on each core, or up to 1024")
    return threads
