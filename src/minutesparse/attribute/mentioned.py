"""Questions that a sentence only mentions become contributions, the sentence their answer."""

from __future__ import annotations

from minutesparse.attribute.antecedents import Antecedents
from minutesparse.attribute.drafts import Draft, Kind, State, same_speaker
from minutesparse.attribute.embedded import Embedded
from minutesparse.attribute.frame import Frame
from minutesparse.naming import Mention

_SAME_MEMBER = frozenset({"the member", "the councillor", "the same member", "the same councillor"})


class MentionedQuestions:
    """Makes two contributions of one sentence: what was asked, and the answer.

    Args:
        state: What the fold remembers.
        antecedents: Finds whom a pronoun points back at.
    """

    def __init__(self, state: State, antecedents: Antecedents) -> None:
        self._state = state
        self._antecedents = antecedents

    def take(self, index: int, frame: Frame) -> Draft:
        """Make the question that a sentence mentions, and return its answer around it."""
        assert frame.embedded is not None  # noqa: S101 - the caller looked
        inner, state = frame.embedded, self._state
        asker = inner.asker
        if asker is not None and asker.type == "pronoun":
            asker = state.open.speaker if state.open else None
        if asker is not None and asker.label.lower() in _SAME_MEMBER:
            asker = self._last_asker() or asker
        voiced = self._voiced(inner, asker)
        kind: Kind = "question" if inner.asks else "comment"
        question = voiced or Draft(
            inner.start, inner.end, kind, asker, False, None, f"{kind}.embedded", index
        )
        speaker, inherited = frame.mention, False
        if speaker is not None and speaker.type == "pronoun" and frame.act == "ask":
            speaker = None
        elif speaker is not None and speaker.type == "pronoun":
            speaker = self._antecedents.antecedent(frame, asker)
            inherited = speaker is not None
        if frame.voice == "passive":
            speaker = None
        if speaker is None and frame.voice == "none" and _is_alone(frame, inner):
            if inner.asks and voiced is None:
                state.take(question)
                state.open = state.last = question
            return question
        answer = Draft(
            _answer_start(frame, inner),
            frame.end,
            "answer",
            speaker,
            inherited,
            question,
            "answer.in_response",
            index,
        )
        state.take(*([answer] if voiced is not None else [question, answer]))
        state.open, state.last = question, answer
        return answer

    def _last_asker(self) -> Mention | None:
        """Return who asked last: "a further query from the Member" is theirs."""
        asked = (d.speaker for d in reversed(self._state.drafts) if d.kind == "question")
        return next((speaker for speaker in asked if speaker is not None), None)

    def _voiced(self, inner: Embedded, asker: Mention | None) -> Draft | None:
        """Return the comment that "concerns raised by X" points back at, where X made one."""
        if asker is None or inner.asks:
            return None
        for draft in reversed(self._state.drafts):
            if draft.kind in ("comment", "question") and same_speaker(draft.speaker, asker):
                return draft
        return None


def _is_alone(frame: Frame, inner: Embedded) -> bool:
    """Tell whether a decision has claimed what follows "After a question from Councillor A"."""
    return not frame.text[inner.end - frame.start :].strip(" ,.;")


def _answer_start(frame: Frame, inner: Embedded) -> int:
    """Return where the answer begins: with the sentence, or behind a clause that asks."""
    if not inner.apart:
        return frame.start
    rest = frame.text[inner.end - frame.start :]
    return frame.end - len(rest.lstrip(" ,;"))
