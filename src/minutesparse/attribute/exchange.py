"""Exchanges: what opens one, what replies to it, what ends it."""

from __future__ import annotations

from collections.abc import Sequence

from minutesparse.attribute.drafts import Draft, State, same_speaker
from minutesparse.attribute.frame import Frame
from minutesparse.text import Block

_PAIR = 2
_MARKS = 15  # characters: marks, numbers and joining words between two clauses
_ON_A_LINE = "answer.speaker_line"
_SECONDING = frozenset({"agree", "echo", "support", "concur", "share", "agree with", "second"})


class Exchange:
    """Takes contributions up, in order, and keeps the state of the exchange.

    Args:
        state: What the fold remembers.
    """

    def __init__(self, state: State) -> None:
        self._state = state

    def begin(self) -> None:
        """Leave the exchange that was open."""
        state = self._state
        state.open = state.last = None
        state.numbered.clear()
        state.asking = False

    def add(self, draft: Draft, frame: Frame, block: Block) -> None:
        """Take a contribution up: into the one before it, or as one of its own."""
        state = self._state
        last = state.drafts[-1] if state.drafts else None
        if last is not None and self._extends(last, draft, frame):
            last.end = draft.end
            if last.speaker is None:
                last.speaker, last.inherited = draft.speaker, draft.inherited
            return
        if draft.kind == "question" and draft.supplementary:
            draft.follows = self._followed(draft)
        state.take(draft)
        self._number(draft, frame, block)
        if self._opens(draft, frame):
            state.open = draft
            if _takes_note(draft, frame):
                state.noted.add(id(draft))
            if frame.target is not None or not state.announced:
                state.addressed = frame.target
        elif self._closes(draft, last):
            state.open = None
        if draft.kind == "presentation" and draft.speaker is not None and not draft.inherited:
            state.presenter = draft.speaker
        state.last = draft

    def _opens(self, draft: Draft, frame: Frame) -> bool:
        """Tell whether a contribution is what the next reply replies to."""
        if draft.kind == "question":
            return True
        if draft.kind != "comment" or draft.reply_to is not None:
            return False
        opened = self._state.open
        waits = opened is not None and opened is self._state.last
        return not (waits and frame.lemma in _SECONDING)

    def _closes(self, draft: Draft, last: Draft | None) -> bool:
        """Tell whether a contribution ends the exchange that was open before it."""
        if draft.kind == "presentation":
            return last is not None and draft.block != last.block
        thanks = draft.rule == "procedural.thanks" and self._state.floor is not None
        return draft.kind == "procedural" and draft.rule != "procedural.label" and not thanks

    def _followed(self, draft: Draft) -> Draft | None:
        """Return the question that a supplementary one follows up: the asker's own, or the last."""
        asked = [d for d in self._state.drafts if d.kind == "question" and d.follows is None]
        own = (d for d in reversed(asked) if same_speaker(d.speaker, draft.speaker))
        return next(own, asked[-1] if asked else None)

    def _number(self, draft: Draft, frame: Frame, block: Block) -> None:
        """Remember a question by its printed number, and whether more of them follow."""
        state = self._state
        if draft.kind == "question":
            state.asking = state.asking or frame.text.rstrip().endswith(":")
            number = block.speech_number or (block.marker.label if block.marker else None)
            if number is not None and (block.speech == "question" or state.asking):
                state.numbered[number] = draft
        elif draft.kind == "answer":
            state.asking = False

    def _extends(self, last: Draft, draft: Draft, frame: Frame) -> bool:
        """Tell whether a clause goes on with the contribution before it."""
        if last.block != draft.block or last.kind != draft.kind:
            return False
        if draft.rule == "procedural.lead_in" and draft.speaker is None:
            return False
        if last.kind == "answer" and last.reply_to is not draft.reply_to:
            return False
        if draft.start - last.end > _MARKS:
            return False  # a record of another sort stands between
        if draft.speaker is None:
            return last.speaker is None or frame.voice == "none"
        if last.speaker is None:
            return draft.inherited and last.kind in ("answer", "presentation")
        return same_speaker(last.speaker, draft.speaker)


def _takes_note(draft: Draft, frame: Frame) -> bool:
    """Tell whether a body only took note of something."""
    speaker = draft.speaker
    return frame.lemma == "note" and speaker is not None and speaker.type == "group"


def pair_lists(drafts: Sequence[Draft]) -> None:
    """Pair a list of replies with the list of questions before it, where they are as many."""
    questions = [d for d in drafts if d.kind == "question" and d.reply_to is None]
    replies = [d for d in drafts if d.rule == "answer.under_lead_in" and d.reply_to is None]
    answered = {id(d.reply_to) for d in drafts if d.reply_to is not None}
    waiting = [
        d for d in questions if id(d) not in answered and replies and d.start < replies[0].start
    ]
    if replies and len(waiting) == len(replies):
        for question, reply in zip(waiting, replies, strict=True):
            reply.reply_to = question


def pair_lines(drafts: Sequence[Draft]) -> None:
    """Pair questions on lines of their own with as many lines that one speaker replies in."""
    place = 0
    while place < len(drafts):
        asked = _lines(drafts, place, "question")
        told = _lines(drafts, place + len(asked), "answer")
        replies = told[1:] if told and told[0].rule != _ON_A_LINE else told
        said = all(reply.rule == _ON_A_LINE for reply in replies)
        if len(asked) >= _PAIR and len(asked) == len(replies) and said:
            for question, reply in zip(asked, replies, strict=True):
                reply.reply_to = question
        place += max(len(asked) + len(told), 1)


def _lines(drafts: Sequence[Draft], place: int, kind: str) -> list[Draft]:
    """Return the run of contributions of one kind from a place on, each in a block of its own."""
    run: list[Draft] = []
    for index in range(place, len(drafts)):
        draft = drafts[index]
        if draft.kind != kind or (run and draft.block == run[-1].block):
            break
        run.append(draft)
    return run


def pair_turns(drafts: Sequence[Draft]) -> None:
    """Pair questions of several askers with as many replies of several speakers, in one block."""
    for place, draft in enumerate(drafts):
        if place and drafts[place - 1].kind == "question":
            continue
        asked = _run(drafts, place, "question")
        if len(asked) < _PAIR:
            continue
        replies = _run(drafts, place + len(asked), "answer")
        told = [reply for reply in replies if reply.reply_to is asked[-1]]
        if len(told) == len(asked) and draft.block == told[-1].block:
            for question, reply in zip(asked, told, strict=True):
                reply.reply_to = question


def _run(drafts: Sequence[Draft], place: int, kind: str) -> list[Draft]:
    """Return the contributions of one kind from a place on, each by somebody else, in one block."""
    run: list[Draft] = []
    for index in range(place, len(drafts)):
        draft = drafts[index]
        named = draft.speaker is not None and not draft.inherited
        if draft.kind != kind or not named or (run and draft.block != run[0].block):
            break
        if any(same_speaker(draft.speaker, other.speaker) for other in run):
            break
        run.append(draft)
    return run
