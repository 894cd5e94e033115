"""The parts of a record: each class is the object of the same name in the JSON record.

Every field has the name and the meaning that it has there. Offsets count code points of the record's text, as Python's own
strings do, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Report:
    """Which report."""

    id: str
    """Its id."""
    title: str | None
    """Its headline, where it is given apart from the text."""
    url: str | None
    """Where it was published."""
    publisher: str | None
    """Who published it."""
    published: str | None
    """When, as the input says it."""
    language: str | None
    """Its language, as ISO 639."""
    sha256: str
    """SHA-256 of its text in UTF-8, in hexadecimal digits."""


@dataclass(frozen=True)
class Sentence:
    """A sentence."""

    start: int
    end: int
    zone: str
    """`headline`, `dateline`, `body`, `subheading` or `caption`."""


@dataclass(frozen=True)
class Place:
    """Where a mention is."""

    name: str
    """Its main name."""
    country: str | None
    """ISO 3166 alpha-3; a sea or a continent has none."""
    admin1: str | None
    """The name of its first-level division."""
    lat: float
    """Degrees north of the equator."""
    lon: float
    """Degrees east of Greenwich."""
    geonameid: int | None
    """Its number in GeoNames."""
    resolution: str
    """`point`, `city`, `district`, `region`, `country` or `larger`."""
    shape: str | None = None
    """How the text keeps it vague: `near`, `in_and_around`, `north_of`, …"""


@dataclass(frozen=True)
class Mention:
    """A span that names or points to somebody or something."""

    id: str
    start: int
    end: int
    text: str
    kind: str
    """`place`, `person`, `organisation`, `group`, `role`, `demonym` or `pronoun`."""
    entity: str | None
    """The id of the entity it means."""
    unresolved: str | None = None
    """Why it has no entity."""
    place: Place | None = None
    """The place it names."""


@dataclass(frozen=True)
class Actor:
    """Who acts, as PLOVER and CAMEO code it."""

    code: str
    """Country and sector together, such as `RUSGOV`, or an organisation's code, such as `IGONAT`."""
    country: str | None
    """ISO 3166 alpha-3."""
    sector: str | None
    """PLOVER's sector."""


@dataclass(frozen=True)
class Entity:
    """Whom or what mentions mean."""

    id: str
    name: str
    kind: str
    """`person`, `country`, `organisation`, `place`, `group` or `role`."""
    actor: Actor | None
    """Its actor code."""


@dataclass(frozen=True)
class Time:
    """A date, a time of day, a duration or a set."""

    id: str
    start: int
    end: int
    text: str
    kind: str
    """`date`, `time`, `duration` or `set`."""
    value: str | None
    """Its value as in TIMEX3; none where the text does not settle it."""
    unresolved: str | None = None
    """Why it has no value."""
    problem: str | None = None
    """What is wrong with a date that cannot be."""


@dataclass(frozen=True)
class Party:
    """Somebody who speaks or is spoken to."""

    start: int
    end: int
    text: str
    entity: str | None
    """The id of the entity it means."""
    unresolved: str | None = None
    """Why it has no entity."""


@dataclass(frozen=True)
class Cue:
    """The words that report a statement."""

    start: int
    end: int
    text: str
    act: str
    """`say`, `announce`, `claim`, `deny`, `demand`, `promise`, `warn`, `ask`, `think` or `see`."""
    negated: bool
    """Whether the words are negated: "did not say"."""


@dataclass(frozen=True)
class Piece:
    """A piece of the text."""

    start: int
    end: int


@dataclass(frozen=True)
class Statement:
    """Somebody is reported to have said, written, asked, denied or thought something."""

    id: str
    kind: str
    """`direct`, `indirect` or `mixed`."""
    source: Party | None
    """Who; none where the text hides it."""
    cue: Cue | None
    """By which words; none for a quotation that goes on from before."""
    content: list[Piece]
    """What, in one or more pieces."""
    addressee: Party | None
    """To whom."""
    said: str | None
    """When it was said, as TIMEX3, where the text tells."""
    within: str | None
    """The id of the statement in whose content this one stands."""
    because: str | None = None
    """What led to it, where asked for."""


@dataclass(frozen=True)
class Words:
    """Words of the text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Participant:
    """Somebody or something that takes part in an event."""

    entity: str | None
    """The id of the entity it means."""
    start: int
    end: int
    country: str | None
    """ISO 3166 alpha-3."""
    sector: str | None
    """PLOVER's sector."""
    code: str | None = None
    """Country and sector together, or an organisation's code."""
    implied: bool = False
    """Whether the text names it only near the event and not in its clause."""


@dataclass(frozen=True)
class Force:
    """A force element of an event."""

    element: str
    """`troops`, `battlegroups`, `armour`, `artillery`, `air_defence`, `missiles`, `aircraft`, `ships`, `logistics`,
    `equipment` or `forces`."""
    movement: str
    """`in`, `out`, `stay` or `around`."""
    extent: str | None
    """How much of it, in words."""
    low: int | None
    """The least number that the text allows."""
    high: int | None
    """The greatest."""


@dataclass(frozen=True)
class Count:
    """How many, as a range."""

    low: int | None
    high: int | None


@dataclass(frozen=True)
class Triple:
    """What PETRARCH would write."""

    source: str
    target: str
    code: str


@dataclass(frozen=True)
class Event:
    """Somebody did something, or is said to have done, to do or not to do it."""

    id: str
    trigger: Words
    """The words that tell it."""
    plover: str | None
    """PLOVER's category, in capitals."""
    mode: str | None
    """PLOVER's mode."""
    contexts: list[str]
    """PLOVER's contexts."""
    cameo: str | None
    """CAMEO's code."""
    quad: int | None
    """1 verbal co-operation, 2 material co-operation, 3 verbal conflict, 4 material conflict."""
    goldstein: float | None
    """The code's score on Goldstein's scale, -10 to 10."""
    standing: str
    """`reported`, `announced`, `claimed`, `intended`, `demanded` or `possible`."""
    negated: bool
    """Whether the text says that it is not so."""
    statement: str | None
    """The id of the innermost statement that carries it; none where the publisher itself tells it."""
    actors: list[Participant]
    """Who acts."""
    recipients: list[Participant]
    """Whom it is done to or with."""
    force: list[Force]
    """What forces move or stay."""
    places: list[str]
    """Where, as ids of mentions."""
    time: str | None
    """When it happened, as TIMEX3, where the text tells; never the day of publication."""
    by: str | None
    """By when it is due, as TIMEX3."""
    confidence: float
    """How sure the reading is, from 0 to 1."""
    lemma: str = ""
    """The lemmas of the trigger."""
    kind: str | None = None
    """What it is where neither PLOVER nor CAMEO has a code."""
    hedged: bool = False
    """Whether it is only a possibility."""
    count: Count | None = None
    """How many of what the trigger names."""
    time_words: str | None = None
    """The id of the words that tell when."""
    by_words: str | None = None
    """The id of the words that tell by when."""
    from_: str | None = None
    """From when on it holds or is to happen, as TIMEX3; `from` in JSON."""
    from_words: str | None = None
    """The id of the words that tell from when on."""
    petrarch: list[Triple] | None = None
    """What PETRARCH's dictionaries make of it."""
    factuality: float | None = None
    """From -3, not so, to 3, so, where predicates were asked for."""
    because: str | None = None
    """What led to it, where asked for."""


@dataclass(frozen=True)
class Predicate:
    """A clause's head, where predicates were asked for."""

    trigger: Words
    standing: str
    negated: bool
    statement: str | None
    factuality: float | None


@dataclass(frozen=True)
class Problem:
    """Something that could not be read as it should."""

    code: str
    """Its permanent, searchable name."""
    detail: str
    """What was found and what was done about it."""
    start: int | None = None
    end: int | None = None
