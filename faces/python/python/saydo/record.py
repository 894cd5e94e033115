"""The record of a report: what was read in it, as objects that are built when they are first asked for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from typing import Any, TypeVar

from ._saydo import Record as _Inner
from .parts import (
    Actor,
    Count,
    Cue,
    Entity,
    Event,
    Force,
    Mention,
    Participant,
    Party,
    Piece,
    Place,
    Predicate,
    Problem,
    Report,
    Sentence,
    Statement,
    Time,
    Triple,
    Words,
)

_T = TypeVar("_T")


def _many(of: type[_T], rows: list[dict[str, Any]]) -> list[_T]:
    return [of(**row) for row in rows]


def _maybe(of: type[_T], row: dict[str, Any] | None) -> _T | None:
    return None if row is None else of(**row)


def _mention(row: dict[str, Any]) -> Mention:
    return Mention(**{**row, "place": _maybe(Place, row.get("place"))})


def _entity(row: dict[str, Any]) -> Entity:
    return Entity(**{**row, "actor": _maybe(Actor, row["actor"])})


def _statement(row: dict[str, Any]) -> Statement:
    return Statement(
        **{
            **row,
            "source": _maybe(Party, row["source"]),
            "cue": _maybe(Cue, row["cue"]),
            "content": _many(Piece, row["content"]),
            "addressee": _maybe(Party, row["addressee"]),
        }
    )


def _event(row: dict[str, Any]) -> Event:
    triples = row.get("petrarch")
    made = {
        **row,
        "from_": row.get("from"),
        "trigger": Words(**row["trigger"]),
        "actors": _many(Participant, row["actors"]),
        "recipients": _many(Participant, row["recipients"]),
        "force": _many(Force, row["force"]),
        "count": _maybe(Count, row.get("count")),
        "petrarch": None if triples is None else _many(Triple, triples),
    }
    made.pop("from", None)
    return Event(**made)


def _predicate(row: dict[str, Any]) -> Predicate:
    return Predicate(**{**row, "trigger": Words(**row["trigger"])})


class Record:
    """Everything that was read in one report.

    It is kept as it was made; objects are built when they are first asked for.

    >>> import saydo
    >>> record = saydo.code("Kyiv denied that its army had shelled the town.")
    >>> record.statements[0].cue.act
    'deny'
    >>> record
    <saydo.Record line-1: 1 sentence, 1 statement, 2 events>
    >>> saydo.Record.from_json(record.to_json()) == record
    True
    """

    def __init__(self, inner: _Inner) -> None:
        self._inner = inner

    @classmethod
    def from_json(cls, line: str) -> Record:
        """The record that a line of JSON holds, as `to_json` or `saydo code` wrote it."""
        return cls(_Inner.from_json(line))

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> Record:
        """The record that dictionaries hold: what `to_dict` gave, or a row of a nested table.

        >>> import saydo, pyarrow
        >>> texts = [{"id": "a", "text": "Moscow said its troops had left Belarus."}]
        >>> row = pyarrow.table(saydo.code_arrow(texts, shape="nested")).to_pylist()[0]
        >>> saydo.Record.from_dict(row) == next(saydo.code_many(texts))
        True
        """
        return cls.from_json(json.dumps(row))

    def to_json(self) -> str:
        """The record as one line of JSON, byte for byte what `saydo code` prints, without the line's end."""
        return self._inner.to_json()

    def to_dict(self) -> dict[str, Any]:
        """The record as dictionaries and lists, with the keys of its JSON."""
        made: dict[str, Any] = json.loads(self.to_json())
        return made

    @cached_property
    def _dict(self) -> dict[str, Any]:
        return self.to_dict()

    @property
    def schema(self) -> str:
        """The name and number of this form."""
        made: str = self._dict["schema"]
        return made

    @cached_property
    def report(self) -> Report:
        """Which report."""
        return Report(**self._dict["report"])

    @property
    def text(self) -> str:
        """The text that all offsets point into."""
        made: str = self._dict["text"]
        return made

    @cached_property
    def sentences(self) -> list[Sentence]:
        """Its sentences, in order."""
        return _many(Sentence, self._dict["sentences"])

    @cached_property
    def mentions(self) -> list[Mention]:
        """Who and what is mentioned, in the order of the text."""
        return [_mention(row) for row in self._dict["mentions"]]

    @cached_property
    def entities(self) -> list[Entity]:
        """Whom and what the mentions mean."""
        return [_entity(row) for row in self._dict["entities"]]

    @cached_property
    def times(self) -> list[Time]:
        """Dates, times, durations and sets, in the order of the text."""
        return _many(Time, self._dict["times"])

    @cached_property
    def statements(self) -> list[Statement]:
        """Who said what, in the order of the text."""
        return [_statement(row) for row in self._dict["statements"]]

    @cached_property
    def events(self) -> list[Event]:
        """Who did what, the report's main event first."""
        return [_event(row) for row in self._dict["events"]]

    @cached_property
    def predicates(self) -> list[Predicate] | None:
        """Every clause's head with its standing, where asked for."""
        rows = self._dict.get("predicates")
        return None if rows is None else [_predicate(row) for row in rows]

    @cached_property
    def problems(self) -> list[Problem]:
        """What could not be read as it should."""
        return _many(Problem, self._dict["problems"])

    def __eq__(self, other: object) -> bool:
        return self._inner == other._inner if isinstance(other, Record) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __reduce__(self) -> tuple[Any, ...]:
        return Record.from_json, (self.to_json(),)

    def __repr__(self) -> str:
        counts = zip(self._inner.counts(), ("sentence", "statement", "event"))
        told = ", ".join(f"{n} {name}{'' if n == 1 else 's'}" for n, name in counts)
        return f"<saydo.Record {self.report.id}: {told}>"
