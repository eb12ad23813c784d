"""Who asks and who answers where any name meets any place: the forms are known, their meeting not.

Each place is tried with every second asker and answerer. A share must come out right, for some
names are read otherwise in some places; it is a floor that a later change cannot lose unseen.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from minutesparse import Parser
from minutesparse.evaluate.compare import same_speaker
from minutesparse.records import Contribution

FILE = Path(__file__).parents[1] / "cases" / "crossings" / "exchanges.txt"
PAGE = "Agenda item\n\nHousing Update\n\nMinutes:\n\nThe report was taken as read.\n\n"
LEAST = 0.9
LOWER = {
    "In response to questions from": 0.83,
    "{Asker} suggested": 0.8,
    "{Asker} requested": 0.87,
    "{Asker}: Have": 0.72,
    "{Asker} – asked": 0.83,
    "{Asker}\n\nHave": 0.72,
    "Question from {asker}\n": 0.77,
    "Question from {asker} to": 0.57,
    "{Asker} asked {answerer} the following": 0.78,
    "{Asker} asked the following": 0.79,
    "Following {asker}’s": 0.74,
    "The Committee received": 0.87,
    "Members received": 0.86,
}
"""Places where groups and offices in small letters are no label."""


class Place(NamedTuple):
    """A text with slots for two speakers, and what it makes."""

    text: str
    makes: list[list[str]]


def sections() -> Iterator[tuple[str, str]]:
    """Yield the sections of the file, each with its name."""
    for section in FILE.read_text(encoding="utf-8").split("\n=== ")[1:]:
        name, _, body = section.partition("\n")
        yield name, body.strip("\n")


def names(section: str) -> list[tuple[str, str]]:
    """Return the names of a section, each with how the record has it."""
    rows = dict(sections())[section].splitlines()
    return [(one.partition(" = ")[0], one.partition(" = ")[2] or one.strip(",")) for one in rows]


def places() -> list[Place]:
    """Return the places of the file."""
    halves = (body.partition("\n---\n") for name, body in sections() if name == "Place")
    return [
        Place(text, [row.split(" | ") for row in rows.splitlines()]) for text, _, rows in halves
    ]


def said(text: str) -> list[tuple[str, str | None, bool]]:
    """Return what a text makes: kind, speaker, and whether it is a reply."""
    found = [
        (contribution, False)
        for item in Parser(extract=False).parse(PAGE + text).items
        for contribution in item.contributions
    ]
    found += [(answer, True) for one, _ in list(found) for answer in one.answers]
    own = [pair for pair in found if pair[0].span.start >= len(PAGE)]
    return [(one.kind, label(one), reply) for one, reply in own]


def label(contribution: Contribution) -> str | None:
    """Return who speaks, as the record names them."""
    return contribution.speaker.label if contribution.speaker is not None else None


def is_right(place: Place, asker: tuple[str, str], answerer: tuple[str, str]) -> bool:
    """Tell whether everybody whom a place names comes out as the speaker of what is theirs."""
    written = {"asker": asker[0], "answerer": answerer[0]}
    capital = {name.capitalize(): who[0].upper() + who[1:] for name, who in written.items()}
    text = place.text.format(**written, **capital)
    for mark in ".:,\n":
        text = text.replace("," + mark, mark)
    named = {"{asker}": asker[1], "{answerer}": answerer[1], "-": None}
    right = [(kind, named[who]) for kind, who, *_ in place.makes]
    found = [(kind, who) for kind, who, _ in said(text)]
    speakers = [who for _, who in found]
    return len(found) == len(right) and all(
        any(is_same(who, one) for one in speakers) for _, who in right
    )


def is_same(one: str | None, other: str | None) -> bool:
    """Tell whether two labels name the same, or neither names anybody."""
    return one is other or (one is not None and other is not None and same_speaker(one, other))


@pytest.mark.parametrize("place", places(), ids=lambda place: place.text.split("\n")[0][:50])
def test_whoever_speaks_is_named_in_every_place(place: Place) -> None:
    askers, answerers = names("Askers"), names("Answerers")
    most = max(len(askers), len(answerers))
    crossed = zip(itertools.cycle(askers), itertools.cycle(answerers), strict=False)
    pairs = list(itertools.islice(crossed, len(place.text) % 2, most, 2))
    right = [is_right(place, *pair) for pair in pairs]
    wrong = [pair for pair, good in zip(pairs, right, strict=True) if not good]
    least = next((low for start, low in LOWER.items() if place.text.startswith(start)), LEAST)
    assert sum(right) >= least * len(pairs), wrong[:12]
