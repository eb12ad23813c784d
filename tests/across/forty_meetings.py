"""Forty meetings with figures that make known series, among decoys.

    python -m tests.across.forty_meetings FOLDER

Every quarter for ten years a committee hears a report. A known figure comes in one of several
wordings and not every time; beside it stand figures of the same subject in other units, of near
subjects, of other times, targets, hopes and changes. The same seed gives the same bytes.
"""

from __future__ import annotations

import datetime
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

MEETINGS = 40
SEED = 40
_SAID = 0.75  # share of the meetings that hear of a known series
_DECOYS = 0.5  # share of the decoys that are told


@dataclass(frozen=True)
class Known:
    """A known series.

    Attributes:
        asked: What a user would ask for.
        unit: Its unit.
        first: Its first value.
        wordings: Sentences that give it; ``{n}`` is the value.
        decoys: Sentences beside it with other figures, ``{n}``, ``{m}`` and ``{p}`` (a share).
    """

    asked: str
    unit: str
    first: int
    wordings: tuple[str, ...]
    decoys: tuple[str, ...]


KNOWN = (
    Known(
        "looked after children",
        "count",
        304,
        (
            "There were {n} looked after children at the end of the quarter.",
            "Members heard that the Council currently had {n} children in care.",
            "The number of children looked after stood at {n}.",
            "It was reported that there were now {n} looked-after children, compared with {m} at "
            "the same time last year.",
            "The number of looked after children had moved from {m} to {n}.",
            "• {n} Looked After Children",
        ),
        (
            "{p}% of looked after children were placed within the borough.",
            "There were {m} unaccompanied asylum seeking children.",
            "It was expected that there would be {m} looked after children by the spring.",
            "{m} looked after children had moved school during the year.",
        ),
    ),
    Known(
        "foster carers",
        "count",
        118,
        (
            "The Council had {n} foster carers.",
            "There were {n} foster carers in total.",
            "• {n} foster carers",
            "The number of foster carers was {n}.",
        ),
        (
            "There had been {m} new foster carers since the last report.",
            "{m} foster carers had resigned.",
            "There were {m} foster carer applications under assessment.",
            "{p}% of foster carers had completed their training.",
        ),
    ),
    Known(
        "households in temporary accommodation",
        "count",
        212,
        (
            "There were {n} households in temporary accommodation.",
            "The number of households in temporary accommodation had risen to {n}.",
            "• {n} households in temporary accommodation",
            "The Housing Manager advised that {n} families in temporary accommodation were being "
            "supported.",
        ),
        (
            "There were {m} households on the waiting list.",
            "The cost of temporary accommodation was £{m},000.",
            "There had been a reduction of {m} households in temporary accommodation.",
            "The target was {m} households in temporary accommodation.",
        ),
    ),
    Known(
        "fly-tips",
        "count",
        431,
        (
            "There had been {n} fly-tips in the quarter.",
            "{n} fly-tips were reported.",
            "• {n} fly-tips",
            "The number of fly tips was {n}.",
        ),
        (
            "{m} fixed penalty notices had been issued for fly-tipping.",
            "Clearing fly-tips had cost £{m},000.",
            "{p}% of fly-tips were cleared within a day.",
        ),
    ),
    Known(
        "recycling rate",
        "percent",
        44,
        (
            "The recycling rate was {n}%.",
            "The recycling rate stood at {n}%, against a target of {p}%.",
            "• Recycling rate {n}%",
            "Members noted that the recycling rate had improved to {n}%.",
        ),
        (
            "The contamination rate was {p}%.",
            "{m} tonnes of glass had been collected.",
            "The satisfaction rate was {p}%.",
        ),
    ),
    Known(
        "average time to re-let a home",
        "day",
        28,
        (
            "The average time to re-let a home was {n} days.",
            "The average time to re-let a home had fallen to {n} days.",
            "• Average time to re-let a home: {n} days",
        ),
        (
            "The average time to complete a repair was {n} days.",
            "{m} homes had been re-let.",
            "The time to re-let a home after major works was {m} days.",
        ),
    ),
    Known(
        "rent arrears",
        "GBP",
        231,
        (
            "Rent arrears stood at £{n},000.",
            "Rent arrears were £{n},000 at the end of the quarter.",
            "• Rent arrears £{n},000",
            "The Head of Housing reported that rent arrears had increased to £{n},000.",
        ),
        (
            "Former tenant arrears were £{m},000.",
            "Rent arrears had fallen by £{m},000 since the last meeting.",
            "{m} tenants were in arrears.",
        ),
    ),
    Known(
        "missed bins",
        "count",
        96,
        (
            "There were {n} missed bins.",
            "There had been {n} missed bin collections.",
            "• {n} missed bins",
            "The contractor reported {n} missed bins.",
        ),
        (
            "There were {m} missed assisted collections.",
            "There had been {m} missed bins per 100,000 collections.",
            "{m} replacement bins had been delivered.",
        ),
    ),
    Known(
        "EHC plans",
        "count",
        1310,
        (
            "There were {n} Education, Health and Care Plans.",
            "The Council maintained {n} EHC plans.",
            "• {n} EHCPs",
            "The number of EHC plans was {n}.",
        ),
        (
            "{p}% of EHC plans were issued within 20 weeks.",
            "There were {m} requests for EHC plans.",
            "{m} EHC plans were overdue for review.",
        ),
    ),
    Known(
        "agency staff",
        "count",
        57,
        (
            "There were {n} agency staff.",
            "The number of agency staff was {n}.",
            "• {n} agency staff",
            "The department employed {n} agency staff.",
        ),
        (
            "Spend on agency staff was £{m},000.",
            "There were {m} permanent staff.",
            "{p}% of agency staff had been in post for more than a year.",
        ),
    ),
)

_OPENINGS = (
    "The Director presented the report.",
    "The Head of Performance introduced the report and highlighted the following points:",
    "Members received an update on performance.",
)
_TALK = (
    "Councillor Pell asked how the figures were checked. The Head of Performance replied that the "
    "audit team took samples.",
    "Members thanked officers for the report.",
    "Councillor Orme was concerned about staffing and asked when the posts would be filled. The "
    "Director advised that interviews had been held.",
    "The Chair noted that the next report would come in three months.",
)


@dataclass(frozen=True)
class Told:
    """A figure of a known series that a meeting was told."""

    asked: str
    unit: str
    document: str
    value: int
    sentence: str


def make(folder: Path, *, meetings: int = MEETINGS, seed: int = SEED) -> list[Told]:
    """Write the meetings to a folder; return the figures of known series in them."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    values = {known.asked: known.first for known in KNOWN}
    told: list[Told] = []
    for number in range(meetings):
        day = datetime.date(2010 + number // 4, 2 + 3 * (number % 4), 1 + number % 27)
        name = f"{day.isoformat()}.txt"
        points: list[str] = []
        for known in KNOWN:
            values[known.asked] += chance.randint(-3, 4) if known.first < 100 else _step(chance)
            if chance.random() < _SAID:
                value = values[known.asked]
                points.append(_filled(chance.choice(known.wordings), value, chance))
                told.append(Told(known.asked, known.unit, name, value, points[-1]))
            points += _decoys(known, chance)
        chance.shuffle(points)
        (folder / name).write_text(_page(day, points, chance), encoding="utf-8")
    return told


def _step(chance: random.Random) -> int:
    return chance.choice((-9, -7, -4, 3, 5, 8, 11))


def _decoys(known: Known, chance: random.Random) -> Iterator[str]:
    for sentence in known.decoys:
        if chance.random() < _DECOYS:
            yield _filled(sentence, known.first + chance.randint(20, 60), chance)


def _filled(sentence: str, value: int, chance: random.Random) -> str:
    """Return a sentence with a value, and other numbers in the places of others."""
    return sentence.format(
        n=f"{value:,}" if value > 999 else value,
        m=chance.randint(520, 880) if value < 400 else chance.randint(30, 90),
        p=chance.randint(61, 97),
    )


def _page(day: datetime.date, points: Sequence[str], chance: random.Random) -> str:
    bullets = [point for point in points if point.startswith("•")]
    prose = [point for point in points if not point.startswith("•")]
    paragraphs = [" ".join(prose[at : at + 3]) for at in range(0, len(prose), 3)]
    return "\n\n".join(
        [
            "LOXDALE BOROUGH COUNCIL",
            "PERFORMANCE COMMITTEE",
            f"Minutes of the meeting held on {day.day} {day:%B %Y}",
            "Present: Councillors J Pell (Chair), R Orme and T Dunning",
            "1. Performance Report",
            chance.choice(_OPENINGS),
            "\n".join(bullets),
            *paragraphs,
            chance.choice(_TALK),
            "RESOLVED: That the report be noted.",
            "",
        ]
    )


if __name__ == "__main__":
    [place] = map(Path, sys.argv[1:])
    place.mkdir(parents=True, exist_ok=True)
    for one in make(place):
        print(one.document, one.asked, one.value, one.unit, sep="\t")
