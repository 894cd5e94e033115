"""Who said what and who did what in news reports, and whether the two agree.

>>> import saydo
>>> record = saydo.code("Moscow said that its troops had left Belarus.", published="2022-02-16")
>>> [(event.plover, event.standing) for event in record.events]
[('RETREAT', 'announced')]
"""

from __future__ import annotations

from .coding import Shape, Text, code, code_arrow, code_many, schema
from .errors import (
    Error,
    InputError,
    InputTypeError,
    LedgerError,
    LedgerNotFoundError,
    LedgerPermissionError,
    NotALedgerError,
    WatchError,
)
from .ledger import Ledger, Picture, picture
from .record import Record
from .table import Table

__all__ = [
    "Error",
    "InputError",
    "InputTypeError",
    "Ledger",
    "LedgerError",
    "LedgerNotFoundError",
    "LedgerPermissionError",
    "NotALedgerError",
    "Picture",
    "Record",
    "Shape",
    "Table",
    "Text",
    "WatchError",
    "code",
    "code_arrow",
    "code_many",
    "picture",
    "schema",
]
