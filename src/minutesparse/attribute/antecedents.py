"""Whom "he", "she" and "they" point back at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutesparse.attribute.drafts import Draft, State, person_key, same_speaker
from minutesparse.attribute.frame import Frame
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
        self._heard: dict[tuple[str, bool], Heard] = {}

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
        pronoun = frame.mention.label.lower() if frame.mention is not None else ""
        for reading in (
            self._of_label,
            self._introduced,
            self._announced,
            self._addressed,
            self._opener,
            self._pleased,
        ):
            found = reading(frame, asker)
            if found is not None and self._parties.may_be(pronoun, found):
                return found
        return self._latest(pronoun, past_asker=self._replies(frame, asker))

    def _of_label(self, frame: Frame, asker: Mention | None) -> Mention | None:
        """Return whose talk the paragraph notes: nobody else is "he" in it."""
        return self._state.behind_label

    def _introduced(self, frame: Frame, asker: Mention | None) -> Mention | None:
        """Return whom the clause right before names who said nothing ("Ann Orr was sworn in")."""
        told = self._state.introduced
        return told if told is not None and not told.plural else None

    def _announced(self, frame: Frame, asker: Mention | None) -> Mention | None:
        """Return who a line right above gives the floor to, where nobody has spoken since."""
        state = self._state
        return state.floor if state.announced and state.last is None else None

    def _addressed(self, frame: Frame, asker: Mention | None) -> Mention | None:
        """Return who was asked by name, where the clause replies."""
        if asker is not None or frame.act == "ask" or frame.mention is None or self._has_replied():
            return None
        replying = frame.act in ("answer", "undertake") or frame.replying
        return self._state.addressed if replying or self._waits() else None

    def _has_replied(self) -> bool:
        """Tell whether somebody named has just replied, whoever was asked."""
        last = self._state.last
        return last is not None and last.kind == "answer" and last.speaker is not None

    def _opener(self, frame: Frame, asker: Mention | None) -> Mention | None:
        """Return who opened the exchange, where the clause asks on."""
        opener = self._state.open.speaker if self._state.open is not None else None
        if self._has_joined_in():
            return None
        asks = frame.act == "ask" and opener is not None and opener.type != "group"
        return opener if asks and not _speaks_of(frame, opener) else None

    def _has_joined_in(self) -> bool:
        """Tell whether somebody has just agreed with who opened the exchange."""
        last = self._state.last
        return last is not None and last.kind == "comment" and last is not self._state.open

    def _pleased(self, frame: Frame, asker: Mention | None) -> Mention | None:
        """Return who asked, where "He was pleased to hear it" follows the answer."""
        last = self._state.last
        if last is None or last.kind != "answer" or last.reply_to is None:
            return None
        reacts = frame.act == "comment" and frame.lemma in _REACTIONS
        return last.reply_to.speaker if reacts else None

    def _replies(self, frame: Frame, asker: Mention | None) -> bool:
        """Tell whether a clause cannot be the asker's own."""
        if self._waits() and frame.act == "state":
            return frame.lemma != "add"
        return frame.act in ("answer", "undertake") or frame.replying or asker is not None

    def _waits(self) -> bool:
        last = self._state.last
        return last is not None and last is self._state.open and last.kind == "question"

    def _latest(self, pronoun: str, *, past_asker: bool) -> Mention | None:
        """Return the latest single speaker, or the latest of all for "they"."""
        opener = self._state.open.speaker if self._state.open is not None else None
        if (pronoun, past_asker) not in self._heard:
            self._heard[pronoun, past_asker] = Heard(pronoun, past_asker, self._parties)
        for speaker in self._heard[pronoun, past_asker].latest(self._state.drafts):
            if not (past_asker and same_speaker(speaker, opener)):
                return speaker
        return None


class Heard:
    """The speakers that a pronoun may mean, each once, in the order in which they spoke last.

    Args:
        pronoun: "he", "she", "they" or the like.
        saying: Whether only those count who say something to the meeting, and no procedure.
        parties: What is known of the speakers.
    """

    def __init__(self, pronoun: str, saying: bool, parties: Parties) -> None:
        self._pronoun = pronoun
        self._saying = saying
        self._parties = parties
        self._speakers: dict[tuple[object, ...], Mention] = {}
        self._read = 0

    def latest(self, drafts: Sequence[Draft]) -> Iterator[Mention]:
        """Yield the speakers of an item's contributions so far, the latest first."""
        last = max(len(drafts) - 1, 0)
        for index in range(self._read, last):
            self._hear(drafts[index])
        self._read = last
        # The last may still be given its speaker: it is looked at anew every time.
        for draft in drafts[last:]:
            if (speaker := self._meant(draft)) is not None:
                yield speaker
        yield from reversed(self._speakers.values())

    def _hear(self, draft: Draft) -> None:
        speaker = self._meant(draft)
        if speaker is not None:
            who = (speaker.type, speaker.title, speaker.name, speaker.label, speaker.role)
            key = (*who, speaker.plural)
            self._speakers.pop(key, None)
            self._speakers[key] = speaker

    def _meant(self, draft: Draft) -> Mention | None:
        """Return who speaks, if the pronoun may mean them."""
        speaker = draft.speaker
        if speaker is None or (self._saying and draft.kind == "procedural"):
            return None
        if _several(speaker) and self._pronoun != "they":
            return None
        return speaker if self._parties.may_be(self._pronoun, speaker) else None


def _speaks_of(frame: Frame, opener: Mention | None) -> bool:
    """Tell whether a clause names the opener besides its subject ("He asked if Mr Ord was")."""
    surname = person_key(opener)
    return bool(surname) and surname in frame.words


def _several(mention: Mention) -> bool:
    return mention.type == "group" or mention.plural
