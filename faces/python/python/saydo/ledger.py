"""A ledger that the program wrote, read: reports, statements, events, records, and the picture of a watch."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal, TypeVar

from . import _saydo
from .errors import InputError
from .record import Record
from .table import Table

_T = TypeVar("_T")

Path_ = str | os.PathLike[str]
"""The name of a file."""


@dataclass(frozen=True)
class LedgerReport:
    """A report of a ledger, without its text. Days are `YYYY-MM-DD`."""

    number: int
    id: str
    title: str | None
    url: str | None
    publisher: str | None
    family: str
    """As whose voice it counts."""
    published: str | None
    added: str
    language: str | None
    copy_of: int | None
    """The number of the report that it copies."""
    statements: int
    events: int
    revision_of: int | None
    """The number of the revision that it replaced."""


@dataclass(frozen=True)
class LedgerStatement:
    """A statement of a ledger, with its words."""

    id: str
    """The number of its report and its own there: `r12.s3`."""
    report: int
    kind: str
    act: str | None
    negated: bool
    speaker: str | None
    """Who says so, as the report has it."""
    speaker_code: str | None
    speaker_name: str | None
    addressee: str | None
    content: list[str]
    quoted: bool
    said: str | None
    day: str | None
    within: str | None
    sentence: str
    start: int
    end: int
    published: str | None
    publisher: str | None
    family: str
    title: str | None
    url: str | None


@dataclass(frozen=True)
class LedgerEvent:
    """An event of a ledger, with its sentence."""

    id: str
    """The number of its report and its own there: `r12.v3`."""
    report: int
    day: str
    """The last day of its time, unless that lies after publication, else the day of publication."""
    published: str
    first: str | None
    """The first day on which it happened or is to happen, where the text tells."""
    last: str | None
    by: str | None
    plover: str | None
    mode: str | None
    contexts: list[str]
    cameo: str | None
    kind: str | None
    quad: int | None
    goldstein: float | None
    standing: str
    negated: bool
    deed: bool
    """Whether it counts as a deed: reported or claimed, and not negated."""
    actors: list[str]
    actor_names: list[str]
    recipients: list[str]
    recipient_names: list[str]
    speaker: str | None
    speaker_name: str | None
    statement: str | None
    place: str | None
    place_country: str | None
    lat: float | None
    lon: float | None
    confidence: float
    lemma: str
    sentence: str | None
    start: int | None
    end: int | None
    publisher: str | None
    family: str | None
    title: str | None
    url: str | None
    sha256: str | None


class Picture:
    """The picture of a watch as of a day: what is announced against what is observed, each finding with its sentences."""

    def __init__(self, line: str) -> None:
        self._line = line
        self._dict: dict[str, Any] = json.loads(line)

    @property
    def as_of(self) -> str:
        """The day of the picture."""
        return str(self._dict["as_of"])

    @property
    def headline(self) -> str:
        """The one sentence."""
        return str(self._dict["headline"]["sentence"])

    @property
    def verdict(self) -> str:
        """`building_up`, `said_not_seen`, `easing`, `unchanged`, `mixed` or `too_little`."""
        return str(self._dict["headline"]["verdict"])

    @property
    def words(self) -> list[dict[str, Any]]:
        """Words under test, the newest first: who said what, its state, the evidence for and against."""
        found: list[dict[str, Any]] = self._dict["words"]
        return found

    @property
    def citations(self) -> dict[str, dict[str, Any]]:
        """The sentences of all events that are named, by the event's id."""
        found: dict[str, dict[str, Any]] = self._dict["citations"]
        return found

    def __getitem__(self, key: str) -> Any:
        """A part of the document, by its key: `posture`, `warning`, `diplomacy`, `indicators`, `measures` and so on."""
        return self._dict[key]

    def to_dict(self) -> dict[str, Any]:
        """The whole document, as `docs/picture.md` describes it."""
        made: dict[str, Any] = json.loads(self._line)
        return made

    def to_json(self) -> str:
        """The whole document as one line of JSON."""
        return self._line

    def __repr__(self) -> str:
        return f"<saydo.Picture {self._dict['watch']} as of {self.as_of}: {self.headline}>"


class Ledger:
    """A ledger that is there. Several programs may use it at once; several threads may share one object."""

    def __init__(self, path: Path_) -> None:
        self._inner = _saydo.Ledger(os.fspath(path))
        self._path = os.fspath(path)

    def reports(self, *, since: str | date | None = None, until: str | date | None = None) -> Iterator[LedgerReport]:
        """Its reports, each in its valid revision, by number; those published in these days and those without a day."""
        return self._rows(LedgerReport, "reports", since, until)

    def statements(
        self, *, since: str | date | None = None, until: str | date | None = None
    ) -> Iterator[LedgerStatement]:
        """The statements of these reports."""
        return self._rows(LedgerStatement, "statements", since, until)

    def events(self, *, since: str | date | None = None, until: str | date | None = None) -> Iterator[LedgerEvent]:
        """The events of these reports; those of reports without a day take part in nothing and are left out."""
        return self._rows(LedgerEvent, "events", since, until)

    def table(
        self,
        what: Literal["reports", "statements", "events"],
        *,
        since: str | date | None = None,
        until: str | date | None = None,
    ) -> Table:
        """The same rows as Arrow, with days as dates: `polars.DataFrame(ledger.table("events"))`."""
        return Table(self._inner.rows(what, _day(since), _day(until)).batches())

    def record(self, number: int) -> Record:
        """The whole record of a report, read again from its text."""
        found = self._inner.record(number) if 0 < number < 1 << 32 else None
        if found is None:
            raise InputError(f"no-report: {self._path} has no report {number}; reports are numbered from 1")
        return Record(found)

    def records(self, *, since: str | date | None = None, until: str | date | None = None) -> Iterator[Record]:
        """The records of its reports, one after another."""
        return (self.record(report.number) for report in self.reports(since=since, until=until))

    def picture(
        self, watch: Path_, *, as_of: str | date | None = None, since: str | date | None = None
    ) -> Picture:
        """The picture of a watch (a file, or the text of one) as of a day: that of the newest report, unless given.

        With `since`, an earlier day, the picture lists what changed between the two.
        """
        return Picture(self.render(watch, "json", as_of=as_of, since=since).rstrip("\n"))

    def render(
        self,
        watch: Path_,
        form: Literal["json", "text", "markdown", "html"] = "text",
        *,
        as_of: str | date | None = None,
        since: str | date | None = None,
    ) -> str:
        """The picture of a watch as `saydo picture` prints it: to read, or to publish."""
        if form not in ("json", "text", "markdown", "html"):
            raise InputError(f"no-form: there is no form {form!r}; ask for json, text, markdown or html")
        return self._inner.picture(_watch(watch), _day(as_of), _day(since), form)

    def _rows(
        self, of: type[_T], what: str, since: str | date | None, until: str | date | None
    ) -> Iterator[_T]:
        rows = self._inner.rows(what, _day(since), _day(until))
        return (of(**row) for stretch in iter(rows.next, None) for row in json.loads(stretch))

    def __repr__(self) -> str:
        return f"<saydo.Ledger {self._path}>"


def picture(
    ledger: Path_ | Ledger, watch: Path_, *, as_of: str | date | None = None, since: str | date | None = None
) -> Picture:
    """The picture of a watch over a ledger; see `Ledger.picture`."""
    opened = ledger if isinstance(ledger, Ledger) else Ledger(ledger)
    return opened.picture(watch, as_of=as_of, since=since)


def _day(day: str | date | None) -> str | None:
    return day.isoformat()[:10] if isinstance(day, date) else day


def _watch(watch: Path_) -> str:
    """The text of a watch; a text has more than one line, and a name has one."""
    if isinstance(watch, str) and "\n" in watch:
        return watch
    return Path(watch).read_text(encoding="utf-8")
