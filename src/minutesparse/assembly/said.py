"""What was said under an item: contributions nested by reply, and the figures in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from minutesparse.assembly.anchors import Anchors
from minutesparse.assembly.parts import ItemParts
from minutesparse.assembly.persons import Persons
from minutesparse.attribute.drafts import Draft
from minutesparse.extract.quantities import Quantity
from minutesparse.text import Stretches


class Said:
    """The contributions and figures of one item.

    Args:
        item: What was found under it.
        anchors: The way back to the source.
        persons: The people of the page.

    Attributes:
        contributions: The contributions, replies within what they reply to.
        statistics: The figures.
    """

    def __init__(self, item: ItemParts, anchors: Anchors, persons: Persons) -> None:
        self._item = item
        self._anchors = anchors
        self._persons = persons
        self._ids: dict[int, str] = {}
        self._drafts = Stretches(item.drafts)
        self.contributions = self._nested()
        self.statistics = self._figures()

    def issues(self) -> Iterator[dict[str, Any]]:
        """Yield an issue for each contribution that several speakers may have made."""
        for draft in _ordered(self._item.drafts):
            if len(draft.ambiguous) > 1:
                yield {
                    "code": "speaker.ambiguous",
                    "severity": "warning",
                    "span": self._anchors.span(draft.start, draft.end),
                    "message": "The speaker may be any of: " + "; ".join(draft.ambiguous) + ".",
                }

    def _nested(self) -> list[dict[str, Any]]:
        made: dict[int, dict[str, Any]] = {}
        top: list[dict[str, Any]] = []
        ordered = _ordered(self._item.drafts)
        for draft in ordered:
            self._ids[id(draft)] = self._anchors.next_id("contribution")
            made[id(draft)] = self._contribution(draft)
        for draft in ordered:
            parent = made.get(id(draft.reply_to))
            (top if parent is None else parent["answers"]).append(made[id(draft)])
            if draft.follows is not None and id(draft.follows) in self._ids:
                made[id(draft)]["supplementary_to"] = self._ids[id(draft.follows)]
        return top

    def _contribution(self, draft: Draft) -> dict[str, Any]:
        return {
            "span": self._anchors.leaf(draft.start, draft.end),
            "rule": draft.rule,
            "id": self._ids[id(draft)],
            "kind": draft.kind,
            "speaker": self._persons.speaker(draft.speaker, draft.inherited),
            "text": self._anchors.words(draft.start, draft.end),
            "answers": [],
        }

    def _figures(self) -> list[dict[str, Any]]:
        ids = [self._anchors.next_id("statistic") for _ in self._item.quantities]
        return [self._figure(place, ids) for place in range(len(ids))]

    def _figure(self, place: int, ids: Sequence[str]) -> dict[str, Any]:
        offset, quantity = self._item.quantities[place]
        start, end = offset + quantity.start, offset + quantity.end
        return {
            "span": self._anchors.leaf(start, end),
            "rule": quantity.rule,
            "id": ids[place],
            "text": self._anchors.words(start, end),
            "kind": quantity.kind,
            "value": quantity.value,
            "low": quantity.low,
            "high": quantity.high,
            "unit": quantity.unit,
            "subject": quantity.subject,
            "qualifier": quantity.qualifier,
            "period": _period(quantity),
            "comparison": self._comparison(place, ids),
            "direction": quantity.direction,
            "status": quantity.status,
            "contribution": self._saying(start, end),
        }

    def _comparison(self, place: int, ids: Sequence[str]) -> dict[str, str] | None:
        quantities = self._item.quantities
        offset, quantity = quantities[place]
        if quantity.comparison is None:
            return None
        relation, other = quantity.comparison
        first = place
        while first and quantities[first - 1][0] == offset:
            first -= 1
        return {"relation": relation, "statistic": ids[first + other]}

    def _saying(self, start: int, end: int) -> str | None:
        """Return the id of the smallest contribution that a stretch stands in."""
        over = self._drafts.over(start, end)
        around = [one for one in over if one.start <= start and end <= one.end]
        smallest = min(around, key=lambda draft: draft.end - draft.start, default=None)
        return self._ids[id(smallest)] if smallest is not None else None


def _ordered(drafts: Sequence[Draft]) -> list[Draft]:
    return sorted(drafts, key=lambda draft: (draft.start, -draft.end))


def _period(quantity: Quantity) -> dict[str, Any] | None:
    period = quantity.period
    if period is None:
        return None
    return {"start": period.start, "end": period.end, "text": period.text}
