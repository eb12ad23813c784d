"""Readings of a list's segments as what stands beside a name: an office, a body, a time."""

from __future__ import annotations

from minutesparse.extract.attendance.asides import status_word, with_times
from minutesparse.extract.attendance.draft import Draft
from minutesparse.extract.attendance.entry import chair_role, office
from minutesparse.extract.attendance.kinds import has_verb, is_harmless
from minutesparse.extract.attendance.person import PersonReader
from minutesparse.extract.attendance.segments import BREAK, Segment
from minutesparse.extract.attendance.spot import Spot
from minutesparse.extract.attendance.words import AttendanceWords
from minutesparse.naming import Token

_SMALL = frozenset({"a", "of", "for", "the", "and", "to", "in", "&"})
_LINK = {"and": " and ", ",": ", "}
_SENTENCE_WORDS = frozenset({"in", "as", "by", "for", "at"})


class BesideReader:
    """Reads what stands beside names.

    Args:
        draft: The list as read so far.
        words: The attendance lexicon.
        person: Reads the names that stand behind such words.
        held: Whether the list names offices with their holders in brackets.
    """

    def __init__(
        self, draft: Draft, words: AttendanceWords, person: PersonReader, *, held: bool = False
    ) -> None:
        self._held = held
        self._draft = draft
        self._words = words
        self._person = person

    # ------------------------------------------------------------ offices

    def office(self, spot: Spot) -> bool:
        """Take an office: of the name before it, or of the name that follows."""
        if not spot.reader.is_office(spot.start) or has_verb(spot.tokens, self._words):
            return False
        if not self._behind_bracket(spot):
            self._office_of(spot)
        return True

    def holder(self, spot: Spot) -> bool:
        """Take an office in any words ("Pou Awa (W Teal)") in a list of offices and holders."""
        if not self._held or spot.start or spot.reader.opens_title(0):
            return False
        if not spot.tokens[0].capital or has_verb(spot.tokens, self._words):
            return False
        return self._behind_bracket(spot)

    def _office_of(self, spot: Spot) -> None:
        draft = self._draft
        if spot.awaits_name(settled=draft.open):
            draft.pending, draft.open = office(draft.words(spot.tokens, spot.start)), False
        elif draft.extends:
            draft.extend_office(spot.segment)
        elif spot.mark == "and":
            draft.open = False
        elif draft.open and draft.last.role is None:
            draft.add_office(spot.tokens, spot.start)
            draft.asides(spot.segment)
            draft.extends, draft.dashed = True, spot.mark == "-"
        elif spot.mark in (BREAK, ";"):
            draft.pending = office(draft.words(spot.tokens, spot.start))

    def _behind_bracket(self, spot: Spot) -> bool:
        """Take "Chief Executive (J Dixon)", "The Mayor (Grant Smith)"."""
        names = spot.names_in_bracket() if spot.mark != "-" else []
        if not names:
            return False
        draft, inner = self._draft, spot.segment.asides[0]
        role = office(draft.words(spot.tokens))
        if spot.mark in _LINK and draft.pending:
            role = draft.pending + _LINK[spot.mark] + role
        draft.pending = None
        for name in names:
            draft.put(inner[name.start], inner[name.end - 1], titled=name.titled)
            draft.change(role=role)
            if name is names[0]:
                draft.reach_back(spot.tokens[0])
        draft.asides(spot.segment._replace(asides=spot.segment.asides[1:]))
        return True

    # ------------------------------------------------------------ times and bodies

    def aside(self, spot: Spot) -> bool:
        """Take words about the name before: "from item 231", "who had another engagement"."""
        first = spot.tokens[0]
        verb = has_verb(spot.tokens, self._words)
        if first.text not in self._words.relative and not first.text[0].isdigit():
            return False
        if not self._draft.entries:
            return not verb
        if verb and (first.lower in _SENTENCE_WORDS or first.text[0].isdigit()):
            return False
        told = self._draft.words(spot.tokens)
        if chair_role(told) == "Chair":
            self._draft.change(role="Chair", status="present")
        else:
            self._draft.entries[-1] = with_times(self._draft.last, told)
        return True

    def more_office(self, spot: Spot) -> bool:
        """Take further words of an office: "and Place", "presided"."""
        draft, first = self._draft, spot.tokens[0]
        if has_verb(spot.tokens, self._words) or not first.word:
            return False
        if first.lower in ("presided", "presiding") and draft.entries:
            draft.change(role="Chair")
        elif draft.pending and spot.mark in ("and", ","):
            if not self._behind_bracket(spot):
                draft.pending += _LINK[spot.mark] + draft.words(spot.tokens)
        elif draft.extends:
            draft.extend_office(spot.segment)
        else:
            return False
        return True

    def body(self, spot: Spot) -> bool:
        """Take the body that the person before it speaks for, or an office begun with one."""
        draft, first = self._draft, spot.tokens[0]
        if not draft.open or spot.mark in (BREAK, ".", "and"):
            return False
        told = draft.words(spot.tokens)
        if (status := status_word(told, self._words)) is not None:
            draft.change(status=status)
            return True
        if not (first.word and first.capital) or has_verb(spot.tokens, self._words):
            return False
        if draft.last.role is None and spot.opens_office():
            draft.change(role=told)
            draft.extends = True
            return True
        draft.change(organisation=draft.last.organisation or told)
        draft.asides(spot.segment)
        return True

    # ------------------------------------------------------------ names behind other words

    def inner_name(self, spot: Spot) -> bool:
        """Take a name with a title behind words of another kind ("Water Services Mr P Orr")."""
        for place in range(1, len(spot.tokens)):
            if not self._may_precede(spot.tokens[place - 1]):
                return False
            if spot.reader.title_end(place) == place:
                continue
            name = spot.reader.read(place)
            if name is not None and name.titled and name.start == place:
                if self._draft.extends:
                    self._draft.extend_office(Segment(spot.mark, tuple(spot.tokens[:place])))
                self._person.take(spot, name)
                return True
        return False

    def _may_precede(self, token: Token) -> bool:
        if token.lower in self._words.prose:
            return False
        return not token.word or token.capital or token.lower in _SMALL

    def unread(self, spot: Spot) -> bool:
        """Leave a segment; a verb in it ends the list."""
        if has_verb(spot.tokens, self._words):
            self._draft.stop(subject=False)
        elif not is_harmless(spot.tokens):
            self._draft.clean = False
        self._draft.open = False
        return True
