"""Whom "he", "she" and "they" point back at."""

from __future__ import annotations

from minutesparse.attribute.drafts import State, same_speaker
from minutesparse.attribute.frames import Frame
from minutesparse.attribute.parties import Parties
from minutesparse.naming import Mention

_REACTIONS = frozenset(
    {"be pleased", "be grateful", "be disappointed", "welcome", "thank", "express"}
)


class Antecedents:
    """Finds the speaker of a clause, through pronouns.

    Args:
        state: What the fold remembers.
        parties: What is known of the speakers.
    """

    def __init__(self, state: State, parties: Parties) -> None:
        self._state = state
        self._parties = parties

    def speaker(self, frame: Frame) -> tuple[Mention | None, bool]:
        """Return who speaks in a clause, and whether the name comes from further up."""
        mention = frame.mention
        if mention is None or frame.voice == "passive":
            return None, False
        if mention.type == "pronoun":
            found = self.antecedent(frame, None)
            return found, found is not None
        return mention, False

    def antecedent(self, frame: Frame, asker: Mention | None) -> Mention | None:
        """Return whom "he", "she" or "they" points back at.

        A reply is never the asker's own, so a pronoun that replies looks past the asker; one that
        asks, in an exchange that somebody opened, is who opened it.
        """
        state = self._state
        replying = frame.act in ("answer", "undertake") or frame.replying or asker is not None
        last = state.last
        waits = last is not None and last is state.open and last.kind == "question"
        if (
            (replying or waits)
            and frame.act != "ask"
            and asker is None
            and state.addressed is not None
            and frame.mention is not None
        ):
            if self._parties.may_be(frame.mention.label.lower(), state.addressed):
                return state.addressed
        opener = state.open.speaker if state.open is not None else None
        if frame.act == "ask" and opener is not None and opener.type != "group":
            if frame.mention is None or self._parties.may_be(frame.mention.label.lower(), opener):
                return opener
        waiting = state.open if state.open is state.last else None
        if waiting is not None and waiting.kind == "question" and frame.act == "state":
            replying = frame.lemma != "add"
        pronoun = frame.mention.label.lower() if frame.mention is not None else ""
        answered = last is not None and last.kind == "answer" and last.reply_to is not None
        if answered and frame.act == "comment" and frame.lemma in _REACTIONS:
            asker = last.reply_to.speaker if last and last.reply_to else None
            if asker is not None and self._parties.may_be(pronoun, asker):
                return asker
        for draft in reversed(state.drafts):
            several = draft.speaker is not None and (
                draft.speaker.type == "group" or draft.speaker.plural
            )
            if draft.speaker is None or (several and pronoun != "they"):
                continue
            if replying and same_speaker(draft.speaker, opener):
                continue
            if self._parties.may_be(pronoun, draft.speaker):
                return draft.speaker
        return None
