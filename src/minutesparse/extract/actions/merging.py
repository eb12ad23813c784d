"""One action where several rules found the same."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from minutesparse.extract.findings import ActionFinding

_RANK = (
    "action.marked",
    "action.label",
    "action.row",
    "action.instruction",
    "action.listed",
    "action.to_be_done",
    "action.undertaking",
    "action.promise",
    "action.asked",
    "action.requested",
    "action.clause",
    "action.done_by",
    "action.passive",
    "action.to_come",
    "action.reply",
    "action.outside_meeting",
    "action.is_to",
    "action.margin",
    "action.unowned",
)


def merged(actions: Iterable[ActionFinding]) -> list[ActionFinding]:
    """Return actions in document order, of overlapping ones the one by the surer rule."""
    kept: list[ActionFinding] = []
    for action in sorted(actions, key=lambda action: (_rank(action), action.start)):
        # What is kept never overlaps: only the last that begins before the end can do so.
        place = bisect_left(kept, action.end, key=_start)
        if not place or kept[place - 1].end <= action.start:
            kept.insert(place, action)
    return kept


def _start(action: ActionFinding) -> int:
    return action.start


def _rank(action: ActionFinding) -> int:
    return _RANK.index(action.rule) if action.rule in _RANK else len(_RANK)
