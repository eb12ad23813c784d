"""Meetings whose records lie in each other and across each other in every way, for property tests.

No parser makes such meetings; what an export promises must hold for them all the same.
"""

from __future__ import annotations

from hypothesis import strategies as st
from tests.hostile import minutes, texts
from tests.meetings import MEETING

from minutesparse import Meeting

Fields = dict[str, object]

EXTRAS: dict[str, Fields] = {
    "attendance": {"name": "Cllr Orr", "status": "present", "role": "Chair"},
    "contributions": {"kind": "question", "speaker": {"label": "A \x01", "type": "role"}},
    "statistics": {"kind": "count", "unit": "bin", "low": "1", "high": "2"},
    "motions": {"kind": "amendment", "mover": {"label": "Members", "type": "group"}},
    "votes": {"in_favour": 3, "votes": [{"voter": "Cllr Orr", "option": "for"}]},
    "resolutions": {"verb": "agreed"},
    "actions": {"task": "write"},
}
NUMBERS = (None, "4", "4 (a)", "§", "\x01")


@st.composite
def meetings(draw: st.DrawFn) -> Meeting:
    """Draw a text, and records of every kind between a few places of it."""
    text = draw(st.one_of(texts, minutes, st.just(MEETING.text))) or "-"
    inner = draw(st.lists(st.integers(0, len(text)), max_size=4))
    places = sorted({0, len(text), *inner})
    drawn: dict[str, list[Fields]] = {kind: [] for kind in EXTRAS}
    for number in range(draw(st.integers(0, 8))):
        kind = draw(st.sampled_from(sorted(EXTRAS)))
        drawn[kind].append(_record(draw, text, places, kind, number))
    for resolution in drawn["resolutions"]:
        clause = {**_place(draw, text, places), "number": draw(st.sampled_from(NUMBERS))}
        nested = {**_place(draw, text, places), "number": "1"}
        resolution["clauses"] = [{**clause, "clauses": [nested]}, _place(draw, text, places)]
    item = {
        **{kind: found for kind, found in drawn.items() if kind != "attendance"},
        "span": {"start": draw(st.sampled_from(places)), "end": len(text)},
        "rule": "test.drawn",
        "id": "item-1",
        "order": 1,
        "number": draw(st.sampled_from(NUMBERS)),
    }
    changes: Fields = {
        "text": text,
        "span": {"start": 0, "end": len(text)},
        "attendance": drawn["attendance"],
        "items": [item],
        "unparsed": [{"span": _span(draw, places), "reason": "heading"} for _ in range(2)],
    }
    return Meeting.model_validate({**MEETING.model_dump(), **changes})


def _record(draw: st.DrawFn, text: str, places: list[int], kind: str, number: int) -> Fields:
    place = _place(draw, text, places)
    if kind == "attendance":
        place.pop("text")
        return {**place, **EXTRAS[kind]}
    return {**place, **EXTRAS[kind], "id": f"{kind}-{number}"}


def _place(draw: st.DrawFn, text: str, places: list[int]) -> Fields:
    span = _span(draw, places)
    return {"span": span, "rule": "test.drawn", "text": text[span["start"] : span["end"]]}


def _span(draw: st.DrawFn, places: list[int]) -> dict[str, int]:
    first = draw(st.integers(0, len(places) - 2))
    last = draw(st.integers(first + 1, len(places) - 1))
    return {"start": places[first], "end": places[last]}
