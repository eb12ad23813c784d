"""Forty meetings of a council whose members come, go, change their names and are misspelt.

    python -m tests.across.meetings_of_members FOLDER

Two members bear one surname at one time, others at different times; one marries, one leaves and
returns, two have surnames a letter apart. Officers, residents and visitors bear members' surnames.
Some names have a slip of one letter. The same seed gives the same bytes.
"""

from __future__ import annotations

import datetime
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

MEETINGS = 40
SEED = 4
ROSTER = """\
id,name,party,ward,start_date,end_date,aliases
1,Cllr Ann Marsh,Independent,Abbey,2010-05-06,,
2,Councillor Peter Marsh,Unity,Quay,2010-05-06,2018-05-03,
3,Cllr Lena Birch,Unity,Castle,2010-05-06,2014-09-30,
3,Cllr Lena Castleton,Unity,Castle,2014-10-01,,
4,Cllr David Birch,Green,Abbey,2016-05-05,,
5,Cllr Tom Garrick,Unity,Moor,2010-05-06,2013-05-01,
5,Cllr Tom Garrick,Independent,Moor,2017-05-04,,
6,Cllr Stella Calder,Green,Hill,2010-05-06,,
7,Cllr Rupert Calver,Unity,Hill,2010-05-06,2016-05-04,
8,Cllr Jane Hollis,Unity,Park,2010-05-06,2014-05-21,
9,Cllr Martin Hollis,Green,Park,2014-05-22,,
10,Dr Pieter van der Meer,Green,Quay,2012-05-03,,
11,"O'Hare, Niamh",Independent,Dock,2010-05-06,,
12,Cllr Robert Tilling MBE,Unity,Dock,2010-05-06,,Bob Tilling
13,Cllr Joyce Haydn-Price,Unity,Vale,2010-05-06,,
14,Cllr Winifred Ashcombe,Green,Vale,2010-05-06,,
15,Cllr Graham Pettifer,Unity,Cross,2010-05-06,,
"""
_NAMES = {
    "1": "Ann Marsh",
    "2": "Peter Marsh",
    "3": "Lena Birch",
    "4": "David Birch",
    "5": "Tom Garrick",
    "6": "Stella Calder",
    "7": "Rupert Calver",
    "8": "Jane Hollis",
    "9": "Martin Hollis",
    "10": "Pieter van der Meer",
    "11": "Niamh O'Hare",
    "12": "Robert Tilling",
    "13": "Joyce Haydn-Price",
    "14": "Winifred Ashcombe",
    "15": "Graham Pettifer",
}
_MARRIED = datetime.date(2014, 10, 1)
_SLIPS = 0.08  # share of names with a slip
_LONG_ENOUGH = 6  # letters of a surname that is misspelt
_SAYINGS = (
    "{who} asked when the footpath would be mended. The Clerk said that it would be in spring.",
    "{who} asked why the bins had been late.",
    "{who} reported that the hall roof was leaking.",
    "{who} queried the cost of the new signs.",
)
_OTHERS = (
    ("Mr Garrick", "Mr Garrick, a resident, asked about the hedge in Mill Lane."),
    ("Sarah Calder", "Sarah Calder, Head of Finance, presented the accounts."),
    ("Councillor Dunmore", "Councillor Dunmore reported on the work of the County Council."),
    ("Mrs Hollis", "Mrs Hollis asked whether the library would close."),
)
_NOBODY = ""


@dataclass(frozen=True)
class Named:
    """Words that name somebody in a document.

    Attributes:
        document: The document.
        label: The words as they stand there.
        who: The roster's id; empty for somebody who is not on it; several ids, with "|" between,
            where nobody can tell.
    """

    document: str
    label: str
    who: str


def make(folder: Path, *, meetings: int = MEETINGS, seed: int = SEED) -> list[Named]:
    """Write the meetings and ``roster.csv`` to a folder; return who is named in them."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    (folder / "roster.csv").write_text(ROSTER, encoding="utf-8")
    named: list[Named] = []
    for number in range(meetings):
        day = datetime.date(2010 + number // 4, 3 + 3 * (number % 4), 2 + number % 26)
        named += _write(folder / f"{day.isoformat()}.txt", day, chance)
    return named


def _write(path: Path, day: datetime.date, chance: random.Random) -> list[Named]:
    there = [who for who in _serving(day) if chance.random() < 0.8]
    style = chance.choice((_full, _initial, _surname))
    listed = style is not _surname and chance.random() < 0.8
    named: list[Named] = []
    lines = ["MARLEY TOWN COUNCIL", f"Minutes of the meeting held on {day.day} {day:%B %Y}"]
    if listed:
        labels = [f"Councillor {_with_slip(style(_name(who, day)), chance)}" for who in there]
        named += [Named(path.name, label, who) for label, who in zip(labels, there, strict=True)]
        lines.append(f"Present: {', '.join(labels)}")
    lines.append("1. Matters arising")
    for who in chance.sample(there, min(6, len(there))):
        form = _surname if listed or style is _surname else style
        label = form(_name(who, day))
        meant = _meant(label, who, day, there if listed else _serving(day))
        label = f"Councillor {_with_slip(label, chance)}"
        named.append(Named(path.name, label, meant))
        lines.append(chance.choice(_SAYINGS).format(who=label))
    for other, sentence in chance.sample(_OTHERS, 2):
        named.append(Named(path.name, other, _NOBODY))
        lines.append(sentence)
    path.write_text("\n\n".join([*lines, "RESOLVED: That the reports be noted.", ""]), "utf-8")
    return named


def _serving(day: datetime.date) -> list[str]:
    """Return the ids of those who serve on a day, by the roster's own lines."""
    found: dict[str, None] = {}
    for line in ROSTER.splitlines()[1:]:
        start, end = line.split(",")[-3:-1]
        if start <= day.isoformat() and (not end or day.isoformat() <= end):
            found[line.partition(",")[0]] = None
    return list(found)


def _name(who: str, day: datetime.date) -> str:
    return "Lena Castleton" if who == "3" and day >= _MARRIED else _NAMES[who]


def _full(name: str) -> str:
    return name


def _initial(name: str) -> str:
    return f"{name[0]} {_surname(name)}"


def _surname(name: str) -> str:
    return name.partition(" ")[2]


def _meant(label: str, who: str, day: datetime.date, there: Sequence[str]) -> str:
    """Return all whom a surname may mean, or whom any longer label does."""
    if label != _surname(_name(who, day)):
        return who
    return "|".join(other for other in there if _surname(_name(other, day)) == label)


def _with_slip(label: str, chance: random.Random) -> str:
    """Return a label, at times with two letters of a long surname swapped, or one too few."""
    first, _, last = label.rpartition(" ")
    if len(last) < _LONG_ENOUGH or not last.isalpha() or chance.random() >= _SLIPS:
        return label
    at = chance.randrange(2, len(last) - 1)
    swapped = last[:at] + last[at + 1] + last[at] + last[at + 2 :]
    wrong = chance.choice((swapped, last[:at] + last[at + 1 :]))
    return f"{first} {wrong}".strip()


if __name__ == "__main__":
    [place] = map(Path, sys.argv[1:])
    place.mkdir(parents=True, exist_ok=True)
    for one in make(place):
        print(one.document, one.label, one.who or "-", sep="\t")
