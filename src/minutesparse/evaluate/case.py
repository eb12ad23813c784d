"""One document's gold beside what a parser made of it, and how both are told in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from minutesparse.evaluate.align import FoundT, Ruler, pair
from minutesparse.evaluate.gold import Gold, Mark
from minutesparse.evaluate.tally import Tally, tally
from minutesparse.records import Contribution, Meeting, Span, Speaker

_SNIPPET = 90


class Case:
    """One document's gold beside what a parser made of it."""

    def __init__(self, gold: Gold, meeting: Meeting) -> None:
        self.gold = gold
        self.meeting = meeting
        self.ruler = Ruler(gold.text)

    def near(
        self, right: Sequence[Mark], found: Sequence[FoundT], least: float
    ) -> list[tuple[Mark, FoundT]]:
        """Pair marks and records by how far their stretches overlap."""
        return pair(right, found, self.ruler.overlap, least)

    def records(self, field: str) -> list[Any]:
        """Return the records of one field of every item, item by item."""
        return [record for item in self.meeting.items for record in getattr(item, field)]

    def tally(
        self,
        right: Sequence[object],
        found: Sequence[object],
        hits: Sequence[tuple[object, object]],
        *fields: str,
    ) -> Tally:
        """Count hits; a slip is told by its fields and its words."""
        return tally(self.gold.name, right, found, hits, lambda one: self._label(one, fields))

    def _label(self, one: Any, fields: Iterable[str]) -> str:
        words = self.gold.text[one.span.start : one.span.end][:_SNIPPET]
        stated = [str(value) for field in fields if (value := told(one, field)) is not None]
        return ": ".join([*stated, " ".join(words.split())])


@dataclass(frozen=True, slots=True)
class Said:
    """A found contribution with the one that it replies to."""

    record: Contribution
    parent: Contribution | None

    @property
    def span(self) -> Span:
        """Its stretch of the text."""
        return self.record.span


@dataclass(frozen=True, slots=True)
class Detail:
    """One stated detail of the meeting itself, such as its date."""

    key: str
    value: str


def all_said(contributions: Sequence[Contribution]) -> Iterator[Said]:
    """Yield contributions, each before the replies to it."""
    waiting = [Said(one, None) for one in reversed(contributions)]
    while waiting:
        said = waiting.pop()
        yield said
        waiting.extend(Said(answer, said.record) for answer in reversed(said.record.answers))


def told(one: Any, field: str) -> Any:
    """Return what a mark or a record states in a field; a speaker is told by the label."""
    if isinstance(one, Said):
        one = one.record
    value = one.get(field) if isinstance(one, Mark) else getattr(one, field)
    return value.label if isinstance(value, Speaker) else value
