"""One text and many: records, errors, and what hostile texts do."""

from __future__ import annotations

import datetime
import json
import pickle
from typing import Any

import pytest

import saydo

TEXT = "Russia withdrew its troops from Belarus on Tuesday, Moscow said. Kyiv denied it."


def test_a_record_has_the_fields_of_its_json() -> None:
    record = saydo.code(TEXT, published="2022-02-16", title="Troops", url="https://wire.example/1", id="a")
    assert record.report.id == "a"
    assert record.schema == "saydo/1"
    assert [s.cue.act for s in record.statements if s.cue] == ["say", "deny"]
    event = record.events[0]
    assert (event.plover, event.standing, event.time) == ("RETREAT", "announced", "2022-02-15")
    assert record.text[event.trigger.start : event.trigger.end] == event.trigger.text == "withdrew"
    assert record.to_dict() == json.loads(record.to_json())
    assert list(record.to_dict()["report"]) == ["id", "title", "url", "publisher", "published", "language", "sha256"]


def test_every_field_of_the_json_is_one_of_an_object() -> None:
    record = saydo.code(TEXT + " At least 100 soldiers were killed near Kyiv on 31 February.", explain=True, predicates=True)
    parts: list[Any] = [record.sentences, record.mentions, record.entities, record.times]
    parts += [record.statements, record.events, record.problems, record.predicates]
    assert all(parts)


@pytest.mark.parametrize("given", [datetime.date(2022, 2, 16), datetime.datetime(2022, 2, 16, 9, 30)])
def test_dates_may_be_pythons_own(given: datetime.date) -> None:
    record = saydo.code(TEXT, published=given)
    assert record.report.published == given.isoformat()
    assert record.events[0].time == "2022-02-15"


def test_records_can_be_compared_pickled_and_made_of_json() -> None:
    record = saydo.code(TEXT)
    other = saydo.Record.from_json(record.to_json())
    assert other == record == pickle.loads(pickle.dumps(record))
    assert hash(other) == hash(record)
    assert record != saydo.code(TEXT, id="b")
    with pytest.raises(ValueError, match="bad-json") as raised:
        saydo.Record.from_json("{")
    assert isinstance(raised.value, saydo.Error) and raised.value.code == "bad-json"


def test_many_come_in_order_and_are_the_same_as_one_by_one() -> None:
    texts: list[saydo.Text] = [{"id": f"r{n}", "text": f"Troops left town {n}."} for n in range(700)]
    records = list(saydo.code_many(texts, threads=2))
    assert [record.report.id for record in records] == [f"r{n}" for n in range(700)]
    assert records[3].to_json() == saydo.code("Troops left town 3.", id="r3").to_json()
    assert next(saydo.code_many(["a"])).report.id == saydo.code("a").report.id == "line-1"


def test_what_a_source_raises_comes_after_what_it_gave() -> None:
    def texts() -> Any:
        yield "Talks went on."
        raise KeyError("gone")

    records = saydo.code_many(texts())
    assert next(records).text == "Talks went on."
    with pytest.raises(KeyError, match="gone"):
        next(records)
    with pytest.raises(StopIteration):
        next(records)


def test_missing_values_are_no_text_and_no_error() -> None:
    nan = float("nan")
    items: list[Any] = [None, nan, {"text": None, "title": nan, "published": None}, {"text": nan, "id": 7}]
    records = list(saydo.code_many(items))
    assert [[p.code for p in r.problems] for r in records] == [["empty"]] * 4
    assert records[3].report.id == "7"


@pytest.mark.parametrize(
    ("call", "kind", "code"),
    [
        (lambda: saydo.code(7), TypeError, "bad-type"),  # type: ignore[arg-type]
        (lambda: saydo.code("a", published=3.5), TypeError, "bad-type"),  # type: ignore[arg-type]
        (lambda: saydo.code("a", title=[]), TypeError, "bad-type"),  # type: ignore[arg-type]
        (lambda: list(saydo.code_many("abc")), TypeError, "bad-type"),
        (lambda: list(saydo.code_many([{"txt": "a"}])), ValueError, "bad-record"),
        (lambda: saydo.code_many([], threads=-1), ValueError, "no-threads"),
        (lambda: saydo.code_arrow([], shape="round"), ValueError, "no-shape"),  # type: ignore[arg-type]
    ],
)
def test_errors_are_pythons_own_with_codes(call: Any, kind: type[Exception], code: str) -> None:
    with pytest.raises(kind) as raised:
        call()
    assert isinstance(raised.value, saydo.Error) and raised.value.code == code


def test_null_bytes_are_text() -> None:
    record = saydo.code("Troops\0left. \0 Kyiv was shelled.\0", title="a\0b", id="\0")
    assert record.text == "Troops\0left. \0 Kyiv was shelled.\0"
    assert record.report.title == "a\0b"
    assert record.to_dict()["report"]["id"] == "\0"


def test_lone_surrogates_are_replaced_and_told_and_move_no_offset() -> None:
    text = "\ud800 Troops left Kyiv \udfff\U0001f600."
    record = saydo.code(text)
    assert len(record.text) == len(text)
    assert record.text == "\ufffd Troops left Kyiv \ufffd\U0001f600."
    assert [p.code for p in record.problems] == ["encoding"]
    assert saydo.code("a", title="\ud83d").report.title == "\ufffd"


def test_bytes_are_decoded_as_their_encoding_seems_to_be() -> None:
    assert saydo.code("Zürich".encode()).text == "Zürich"
    assert saydo.code("Die Straße in Zürich war für alle gesperrt.".encode("latin-1")).text.endswith("gesperrt.")


def test_bad_dates_are_kept_and_settle_nothing() -> None:
    for bad in ["32 Foo", "2022-13-45", "\0", "x" * 10_000]:
        record = saydo.code(TEXT, published=bad)
        assert record.report.published == bad
        assert record.events[0].time != "2022-02-15"


def test_texts_past_the_limit_are_refused() -> None:
    with pytest.raises(ValueError, match="too-long"):
        saydo.code("a" * (257 << 20))


def test_among_many_a_text_past_the_limit_is_a_record_that_says_so() -> None:
    too_long, good = saydo.code_many(["a" * (257 << 20), TEXT], threads=1)
    assert [problem.code for problem in too_long.problems] == ["bad-record", "empty"]
    assert "268435456" in too_long.problems[0].detail
    assert good.events
