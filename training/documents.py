"""The marked minutes that weights are learned from, and what the rules made of them when new."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from minutesparse.evaluate.gold import SUFFIX, Gold, read_gold

ROOT = Path(__file__).resolve().parent
GOLD = (ROOT.parent / "corpus", ROOT / "gold")
READINGS = ROOT / "readings"
BATCHES = ROOT / "batches.toml"
"""Which documents were new together: none of a batch taught the rules before all were read."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the rules made of one clause on the day its document was new.

    Attributes:
        start: Offset of its first character in the raw text.
        end: Offset after its last character.
        label: The kind of contribution, with ``>`` for a reply; ``skip`` for none.
        rule: The rule that said so; ``none`` where no rule knew anything.
    """

    start: int
    end: int
    label: str
    rule: str

    def row(self) -> str:
        """Return the reading as a line of its file."""
        return "\t".join((str(self.start), str(self.end), self.label, self.rule))


@dataclass(frozen=True, slots=True)
class Document:
    """A document with its marks, its batch, and the readings of its clauses where they are known.

    A document that the rules were written with in view has no readings: how far the rules are to
    be trusted cannot be learned from it, only what words mean.
    """

    gold: Gold
    batch: str
    readings: tuple[Reading, ...]


def documents() -> Iterator[Document]:
    """Yield every document to learn from, by name."""
    batch_of = {
        name: batch
        for batch, names in tomllib.loads(BATCHES.read_text(encoding="utf-8")).items()
        for name in names
    }
    for path in sorted((path for folder in GOLD for path in folder.glob("*" + SUFFIX)), key=_name):
        name = _name(path)
        yield Document(read_gold(path), batch_of.get(name, "first"), readings_of(name))


def readings_of(name: str) -> tuple[Reading, ...]:
    """Return the readings of a document; none where there is no file of them."""
    path = READINGS / f"{name}.tsv"
    if not path.exists():
        return ()
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return tuple(Reading(int(start), int(end), *told) for start, end, *told in rows)


def _name(path: Path) -> str:
    return path.name.removesuffix(SUFFIX)
