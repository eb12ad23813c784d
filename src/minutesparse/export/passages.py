"""What can be searched of a meeting: contributions, decisions and figures, each with its company.

A passage is found by its own words, and with less weight by what belongs to it: "recruitment" in an
answer finds the question about foster carers that it answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from minutesparse.records import AgendaItem, Contribution, Meeting, Statistic

Passage = tuple[str, str, str, str, str, str | None, str, str, str]
"""The columns of :data:`~minutesparse.export.tables.PASSAGES`."""

_MOST_BESIDE = 1_000
_MOST_CONTEXT = 300
_SENTENCE_ENDS = (". ", "? ", "! ", "\n")


def passages(meeting: Meeting, key: str) -> Iterator[Passage]:
    """Yield the passages of a meeting, item by item.

    Args:
        meeting: The meeting.
        key: Its key; the keys of its records begin with it.
    """
    for item in meeting.items:
        openers: dict[str, str] = {}
        for said in item.contributions:
            openers |= dict.fromkeys(_within(said), said.id)
            yield from _contributions(meeting, key, item, said, None, said.id)
        for one in item.resolutions:
            mover = one.mover.label if one.mover else None
            words = (meeting.quote(one), "", item.title or "")
            yield _passage(key, item, one.id, "decision", one.id, mover, words)
        yield from _figures(meeting, key, item, openers)


def _within(said: Contribution) -> Iterator[str]:
    """Yield the ids of a contribution and of all replies below it."""
    yield said.id
    for reply in said.answers:
        yield from _within(reply)


def _figures(
    meeting: Meeting, key: str, item: AgendaItem, openers: Mapping[str, str]
) -> Iterator[Passage]:
    for figure in item.statistics:
        first = openers.get(figure.contribution or "", figure.id)
        around = sentence_around(meeting, figure)
        words = (figure.subject or figure.text, around, item.title or "")
        yield _passage(key, item, figure.id, "figure", first, None, words)


def _contributions(
    meeting: Meeting,
    key: str,
    item: AgendaItem,
    said: Contribution,
    before: Contribution | None,
    first: str,
) -> Iterator[Passage]:
    """Yield a contribution and the replies to it."""
    company = [before] if before else said.answers
    beside = "\n".join(meeting.quote(one) for one in company)[:_MOST_BESIDE]
    speaker = said.speaker.label if said.speaker else None
    words = (meeting.quote(said), beside, item.title or "")
    yield _passage(key, item, said.id, said.kind, first, speaker, words)
    for reply in said.answers:
        yield from _contributions(meeting, key, item, reply, said, first)


def _passage(
    key: str,
    item: AgendaItem,
    record: str,
    kind: str,
    first: str,
    speaker: str | None,
    words: tuple[str, str, str],
) -> Passage:
    return (
        f"{key}-{record}",
        key,
        f"{key}-{item.id}",
        kind,
        f"{key}-{first}",
        speaker,
        *words,
    )


def sentence_around(meeting: Meeting, figure: Statistic) -> str:
    """Return the sentence that a figure stands in, cut where it is very long."""
    text, first, last = meeting.text, figure.span.start, figure.span.end
    before = text[max(0, first - _MOST_CONTEXT) : first]
    after = text[last : last + _MOST_CONTEXT]
    starts = (before.rfind(end) + len(end) for end in _SENTENCE_ENDS if end in before)
    ends = (after.find(end) + 1 for end in _SENTENCE_ENDS if end in after)
    start, stop = max(starts, default=0), min(ends, default=len(after))
    return (before[start:] + text[first:last] + after[:stop]).strip()
