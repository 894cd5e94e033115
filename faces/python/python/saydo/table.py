"""Tables: from any table to texts, and from records to any table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from . import _saydo
from .errors import InputError, InputTypeError

COLUMNS = ("text", "id", "title", "url", "publisher", "published")
"""The columns that are looked for in a table of texts."""


class Table:
    """Rows that any library can take through Arrow's PyCapsule interface, without a copy.

    `pyarrow.table(t)`, `polars.DataFrame(t)`, `pandas.DataFrame.from_arrow(t)`.

    >>> import saydo, polars
    >>> polars.DataFrame(saydo.code_arrow(["Troops left Kyiv."])).height
    1
    """

    def __init__(self, inner: _saydo.Batches) -> None:
        self._inner = inner

    def __len__(self) -> int:
        return self._inner.num_rows

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The rows, as the PyCapsule interface wants them; the consumer casts them to what it wants."""
        return self._inner.__arrow_c_stream__(requested_schema)

    def __arrow_c_schema__(self) -> object:
        """The columns, as the PyCapsule interface wants them."""
        return self._inner.__arrow_c_schema__()

    def __repr__(self) -> str:
        return f"<saydo.Table of {len(self)} row{'' if len(self) == 1 else 's'}>"


def rows(texts: Any) -> Iterable[Any]:
    """The rows of a table as dictionaries, a few at a time; anything else as it is."""
    if hasattr(texts, "__arrow_c_stream__") or hasattr(texts, "__arrow_c_array__"):
        return _dictionaries(texts)
    if isinstance(texts, (str, bytes, dict)):
        raise InputTypeError("bad-type: code_many and code_arrow take many texts; give a list, or call saydo.code")
    made: Iterable[Any] = texts
    return made


def _dictionaries(table: Any) -> Iterator[dict[str, Any]]:
    import pyarrow

    if isinstance(table, pyarrow.RecordBatch):
        batches: Iterable[Any] = [table]
    elif hasattr(table, "__arrow_c_stream__"):
        batches = pyarrow.RecordBatchReader.from_stream(table)
    else:
        batches = [pyarrow.record_batch(table)]
    for batch in batches:
        names = [name for name in COLUMNS if name in batch.schema.names]
        if "text" not in names:
            raise InputError(f"no-column: the table has no column text but {batch.schema.names}; rename one")
        batch = batch.select(names)
        for start in range(0, batch.num_rows, 256):
            yield from batch.slice(start, 256).to_pylist()
