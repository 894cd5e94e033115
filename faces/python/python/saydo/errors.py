"""Errors: each is also Python's own kind, and carries a permanent code that can be searched for.

>>> import saydo
>>> try:
...     saydo.code(7)
... except TypeError as error:
...     print(error.code)
bad-type
"""

from __future__ import annotations


class Error(Exception):
    """What goes wrong in Saydo. The word before the colon of the message is the code."""

    @property
    def code(self) -> str:
        """The permanent name of what went wrong: `no-ledger`, `bad-type`."""
        return str(self.args[0]).partition(":")[0] if self.args else ""


class InputError(Error, ValueError):
    """A value that nothing can be made of."""


class InputTypeError(Error, TypeError):
    """A value of a kind that nothing can be made of."""


class WatchError(Error, ValueError):
    """A watch file with something wrong in it; all of it is told at once."""


class LedgerError(Error, OSError):
    """A ledger that cannot be read."""


class LedgerNotFoundError(LedgerError, FileNotFoundError):
    """There is no ledger of this name."""


class NotALedgerError(LedgerError, ValueError):
    """A file of another kind, or a damaged one."""


class LedgerPermissionError(LedgerError, PermissionError):
    """A ledger that would have to be brought up to date and may not be written to."""
