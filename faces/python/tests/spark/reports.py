"""Reports to read, made of a few sentences in ever new order: the same for the same numbers, and no two alike."""

from __future__ import annotations

import random

Row = dict[str, str | None]

WHO = ["Moscow", "Kyiv", "NATO", "The defence ministry in Minsk", "Rebels", "The president of Kazakhstan", "Ireland"]
SAID = ["said", "announced", "denied", "claimed", "warned", "promised"]
DID = [
    "troops had left Belarus",
    "a school in Kharkiv was shelled on Tuesday",
    "at least 12 soldiers were killed near Donetsk",
    "two battalions would return to their bases by 16 February",
    "the talks in Geneva had failed",
    "its ambassador had been recalled",
    "the ceasefire had been broken 48 times overnight",
    "the exercise off the coast would be moved",
]
PLAIN = [
    "Police arrested 30 protesters in Almaty.",
    "Ukraine asked its neighbours for helmets and medicine.",
    "The prime minister met the foreign minister of Germany in Berlin on Monday.",
    "Satellite images showed tanks and artillery on a field east of the town.",
    "“We see no sign of that,” a spokesman for the alliance told reporters.",
    "It was the third such statement within a week, and the weather was cold.",
]


def sentence(dice: random.Random) -> str:
    """One sentence, with or without somebody who says it."""
    if dice.random() < 0.4:
        return dice.choice(PLAIN)
    when = dice.choice(["", " on Wednesday", " late on 14 February"])
    return f"{dice.choice(WHO)} {dice.choice(SAID)}{when} that {dice.choice(DID)}."


def report(number: int, words: int) -> Row:
    """One report of about so many words."""
    dice = random.Random(number)
    paragraphs: list[str] = []
    while sum(len(p.split()) for p in paragraphs) < words:
        paragraphs.append(" ".join(sentence(dice) for _ in range(dice.randint(1, 3))))
    return {
        "id": f"r{number:05}",
        "text": "\n\n".join(paragraphs),
        "title": f"Report {number}" if number % 3 else None,
        "url": f"https://wire.example/{number}",
        "publisher": "The Example Wire",
        "published": f"2022-02-{1 + number % 28:02}",
    }


def reports(count: int, words: int) -> list[Row]:
    """Many of them."""
    return [report(number, words) for number in range(count)]
