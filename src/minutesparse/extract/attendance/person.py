"""Readings of a list's segments as names, or as parts of one."""

from __future__ import annotations

from collections.abc import Sequence

from minutesparse.extract.attendance.asides import abbreviates, is_late, status_word, with_times
from minutesparse.extract.attendance.draft import Draft
from minutesparse.extract.attendance.entry import office
from minutesparse.extract.attendance.kinds import has_verb, is_common, is_harmless, is_verb
from minutesparse.extract.attendance.name import Name
from minutesparse.extract.attendance.names import NameReader
from minutesparse.extract.attendance.segments import BREAK
from minutesparse.extract.attendance.spot import Spot
from minutesparse.extract.attendance.words import AttendanceWords
from minutesparse.naming import Token

_COMPANIES = frozenset({"inc", "llc", "llp", "ltd", "pllc"})
_FEWEST_TOLD = 2
_AREAS = frozenset({"ward", "wards", "division"})


class PersonReader:
    """Reads names.

    Args:
        draft: The list as read so far.
        words: The attendance lexicon.
        bare: Whether a single word without a title is a name here.
        grouped: Whether semicolons part the names, so that commas do not.
        trailing: Whether an office before a name is that of the name before it.
    """

    def __init__(
        self,
        draft: Draft,
        words: AttendanceWords,
        *,
        bare: bool,
        grouped: bool,
        trailing: bool = False,
    ) -> None:
        self._draft = draft
        self._words = words
        self._bare = bare
        self._grouped = grouped
        self._trailing = trailing

    # ------------------------------------------------------------ parts of a name

    def post_nominals(self, spot: Spot) -> bool:
        """Take the letters after a name and a comma."""
        letters = "".join(token.text for token in spot.tokens if token.word)
        known = letters in self._words.post_nominals
        if not self._draft.entries or spot.mark != "," or not known:
            return False
        self._draft.lengthen(spot.segment)
        return True

    def initials(self, spot: Spot) -> bool:
        """Take initials in a column beside a name, or behind a shared title ("Cllrs RT & GS")."""
        tokens = [token for token in spot.tokens[spot.start :] if token.text != "."]
        if len(tokens) != 1 or not tokens[0].word or not 1 < len(tokens[0].text) <= 4:
            return False
        letters = tokens[0].text
        if spot.mark in (BREAK, ",", "-", "") and self._fits(letters):
            self._draft.change(initials=letters)
            return True
        if (self._draft.shared or spot.start) and letters.isupper() and len(letters) < 4:
            self._draft.put(tokens[0], tokens[0], titled=False)
            self._draft.asides(spot.segment)
            return True
        return False

    def _fits(self, letters: str) -> bool:
        """Tell whether letters are the initials of the last name."""
        if not self._draft.entries or self._draft.last.initials:
            return False
        name = self._draft.last.name
        if (letters.lower(),) in self._words.none:
            return False
        if abbreviates(letters, name):
            return True
        known = letters in self._words.post_nominals
        return letters[:2].isupper() and letters[0] == name[0] and not known

    def stand_in(self, spot: Spot) -> bool:
        """Take "- substitute Cllr Orr" and ", substituting for Cllr Dar" after a name."""
        if not self._draft.entries or spot.tokens[0].lower not in self._words.standing_in:
            return False
        if spot.tokens[0].lower == "vice" and spot.reader.is_office(0):
            return False
        return self._draft.aside(spot.tokens)

    def half_of_name(self, spot: Spot) -> bool:
        """Take "Hale, J;" and "K" before "and P Tonks", names whose parts stand apart."""
        tokens = [token for token in spot.tokens[spot.start :] if token.text != "."]
        if not tokens or any(len(token.text) > 1 or not token.word for token in tokens):
            return False
        following = spot.following()
        if spot.mark == "," and self._draft.entries and self._closes_pair(following):
            self._draft.lengthen(spot.segment)
            return True
        if following is None or following.mark != "and" or not (self._draft.shared or spot.start):
            return False
        return self._shared_surname(tokens, following)

    def _closes_pair(self, following: Spot | None) -> bool:
        parted = following is None or following.mark in (";", BREAK, "and", "-")
        return parted and " " not in self._draft.last.name

    def _shared_surname(self, tokens: Sequence[Token], following: Spot) -> bool:
        name = following.reader.read(0, bare=True)
        if name is None or name.titled:
            return False
        surname = following.tokens[name.end - 1].text
        self._draft.put(tokens[0], tokens[-1], titled=False, suffix=" " + surname)
        return True

    # ------------------------------------------------------------ a name

    def name(self, spot: Spot) -> bool:
        """Take a name, with what follows it in its segment."""
        start = self._after_slash(spot) or self._after_initials(spot)
        name = spot.reader.read(start, bare=self._bare_here(spot))
        if name is None or self._is_body(spot, name) or self._is_office(spot, name, start):
            return False
        if self._goes_on(spot, name):
            return False
        self.take(spot, name)
        return True

    def _goes_on(self, spot: Spot, name: Name) -> bool:
        """Tell whether "and" goes on with an office behind a dash, and no first name follows."""
        if spot.mark != "and" or name.titled or self._given(spot, name.start):
            return False
        return (self._draft.dashed and self._draft.extends) or self._ends_office(spot, name)

    def _ends_office(self, spot: Spot, name: Name) -> bool:
        """Tell whether "and" goes on with an office whose first words were taken for a body."""
        draft = self._draft
        behind = name.end < len(spot.tokens) and spot.reader.is_office(name.end)
        if not behind or not draft.open or draft.last.role or not draft.last.organisation:
            return False
        draft.change(role=draft.last.organisation, organisation=None)
        draft.extends = True
        return True

    def _given(self, spot: Spot, place: int) -> bool:
        return spot.tokens[place].lower in self._words.names.given_names

    def take(self, spot: Spot, name: Name) -> None:
        """Take a name and, one after the other, those that run on behind it without a mark."""
        following: Name | None = name
        while following is not None:
            self._put(spot, following)
            following = self._rest(spot, following.end)

    def _bare_here(self, spot: Spot) -> bool:
        shared = self._bare or self._draft.shared or bool(spot.start)
        return shared or self._office_beside(spot) or self._surname_first(spot)

    def _office_beside(self, spot: Spot) -> bool:
        """Tell whether a bracket after a single word gives an office."""
        inner = spot.segment.asides[0] if spot.segment.asides else ()
        if not inner or len(spot.tokens) != 1 or is_common(spot.tokens[0], self._words):
            return False
        return NameReader(inner, self._words).is_office(0, lower=True)

    def _surname_first(self, spot: Spot) -> bool:
        """Tell whether a single word is a surname that its initials follow ("Hale, J;")."""
        following = spot.following()
        if following is None or following.mark != "," or len(spot.tokens) > 2:
            return False
        return all(len(t.text) == 1 for t in following.tokens) and following.tokens[0].word

    def _after_slash(self, spot: Spot) -> int:
        """Return where a title stands in the second language of a pair ("Cyng / Cllr M Rees")."""
        for place, token in enumerate(spot.tokens[spot.start :], spot.start):
            if token.text == "/" and place > spot.start and self._foreign(spot.tokens[place - 1]):
                name = spot.reader.read(place + 1, bare=True)
                return place + 1 if name is not None and name.titled else spot.start
        return spot.start

    def _foreign(self, token: Token) -> bool:
        """Tell whether the word before a slash is neither an office nor a letter ("D/Cllr")."""
        return len(token.text) > 1 and token.lower not in self._words.office_parts

    def _is_office(self, spot: Spot, name: Name, start: int) -> bool:
        """Tell whether capital words that look like a name are an office or a body."""
        if name.titled:
            return False
        if self._is_place(spot, name) or spot.tokens[-1].lower in _COMPANIES:
            return True
        body = spot.reader.is_body(name.end) and not spot.reader.is_office(name.end)
        if body and spot.tokens[name.end].capital and not spot.reader.apart(name.end):
            return True
        settled = not self._draft.open or self._draft.last.role
        if spot.mark == "," and name.end == name.start + 1 and not settled:
            return spot.reader.is_head(spot.tokens[-1]) and spot.reader.is_office(start)
        return not (spot.mark or settled) and spot.reader.is_office(start)

    def _is_place(self, spot: Spot, name: Name) -> bool:
        """Tell whether capital words are the place that the member named behind them sits for."""
        first = spot.tokens[name.start]
        known = len(first.text) == 1 or first.lower in self._words.names.given_names
        named = name.end + 1 < len(spot.tokens)
        return not known and named and spot.reader.member_title(name.end)

    def _is_body(self, spot: Spot, name: Name) -> bool:
        """Tell whether two capital words after a person are the body that they speak for."""
        if name.titled or not self._draft.open:
            return False
        if self._draft.shared:
            return spot.mark == "-" and self._is_area(spot)
        if spot.mark == "-" and name.office is None:
            return self._draft.pending is None
        if spot.mark not in (",", "-") or self._draft.pending:
            return False
        if self._given(spot, name.start):
            return self._told_by_initials(spot)
        told = self._told_by_initials(spot) or self._titled_throughout(spot)
        return self._grouped or told or self._offices_beside(spot)

    def _offices_beside(self, spot: Spot) -> bool:
        """Tell whether a comma parts each name from its office, and capital words end the line."""
        told = [entry for entry in self._draft.entries[:-1] if entry.role or entry.organisation]
        following = spot.following()
        ends = not spot.segment.asides and (following is None or following.mark == BREAK)
        parted = len(told) - spot.brackets_before()  # what a bracket tells, no comma parts
        return ends and parted >= _FEWEST_TOLD and len(told) == len(self._draft.entries) - 1

    def _is_area(self, spot: Spot) -> bool:
        """Tell whether a segment is the area that a member sits for ("Moss Ward")."""
        return spot.tokens[-1].lower in _AREAS and not self._given(spot, 0)

    def _told_by_initials(self, spot: Spot) -> bool:
        """Tell whether the initials behind a segment are those of the name before it."""
        inner = spot.segment.asides[0] if spot.segment.asides else ()
        letters = inner[0].text if len(inner) == 1 else ""
        words = " ".join(token.text for token in spot.tokens)
        own = abbreviates(letters, words) if letters.isupper() else True
        return not own and abbreviates(letters, self._draft.last.name)

    def _titled_throughout(self, spot: Spot) -> bool:
        """Tell whether the names around a segment all have titles of their own."""
        last, following = self._draft.last, spot.following()
        told = last.role is not None or last.organisation is not None
        if following is None or not last.titled or told:
            return False
        untitled = any(not entry.titled for entry in self._draft.entries)
        return not untitled and following.reader.title_end(0) > 0

    # ------------------------------------------------------------ around a name

    def _put(self, spot: Spot, name: Name) -> None:
        before = None if spot.mark == "and" else self._draft.pending
        if name.office is not None:
            first, last = name.office
            before = office(self._draft.words(spot.tokens[:last], first))
            apart = name.start >= last  # and no title as in "City Forester Hale"
            if apart and spot.mark in (",", "-") and self._lacks_office(name, spot.mark):
                self._draft.change(role=before)
                before = None
        words = spot.tokens[name.start : name.end]
        own = len(words) == 3 and words[2].text == words[0].text[0] + words[1].text[0]
        self._draft.put(words[0], words[1 if own else -1], titled=name.titled)
        if own:
            self._draft.change(initials=words[2].text)
        if before:
            self._draft.change(role=before)
        self._draft.pending = None
        if name.end == len(spot.tokens):
            self._draft.asides(spot.segment)

    def _lacks_office(self, name: Name, mark: str) -> bool:
        """Tell whether an office before a name is that of the one before the comma or dash."""
        if not self._draft.open or self._draft.last.role is not None:
            return False
        return self._trailing or (mark == "," and name.titled and self._draft.last.titled)

    def _rest(self, spot: Spot, place: int) -> Name | None:
        """Read what follows a name within its segment; return the next name where one runs on."""
        tokens = spot.tokens
        if place == len(tokens) or self._initials_behind(tokens[place:]):
            return None
        if tokens[place].text == "be":
            self._draft.stopped, self._draft.clean = True, False
        elif is_verb(tokens[place], self._words) and tokens[place].text not in self._words.coming:
            self._draft.stop(subject=True)
        elif tokens[place].text in self._words.relative:
            self._told(spot, place)
        else:
            following = self._run_on(spot, place) or self._behind_office(spot, place)
            if following is None:
                self._beside(spot, place)
            return following
        return None

    def _initials_behind(self, tokens: Sequence[Token]) -> bool:
        """Take the initials straight behind a name, by which the page goes on to call it."""
        letters = tokens[0].text
        own = letters.isupper() and len(letters) > 1 and abbreviates(letters, self._draft.last.name)
        if len(tokens) > 1 or not own or self._draft.last.initials:
            return False
        self._draft.change(initials=letters)
        return True

    def _run_on(self, spot: Spot, place: int) -> Name | None:
        """Return a name that begins straight behind another."""
        place = self._initials_within(spot, place)
        name = spot.reader.read(place) if place < len(spot.tokens) else None
        if name is None or (not name.titled and spot.reader.is_office(place)):
            return None
        if spot.reader.apart(place) and not (name.titled or self._given(spot, place)):
            return None
        return name if name.titled or spot.reader.title_end(place) == place else None

    def _behind_office(self, spot: Spot, place: int) -> Name | None:
        """Take the last name's office where the next name runs on behind it."""
        if self._draft.last.role is not None or not spot.reader.is_office(place):
            return None
        name = spot.reader.name_behind(place)
        if name is not None:
            self._draft.change(role=office(self._draft.words(spot.tokens[: name.start], place)))
        return name

    def _after_initials(self, spot: Spot) -> int:
        """Return where a name stands behind a bracket and the initials of the name before it."""
        behind = not spot.mark and spot.start == 0 and self._draft.entries and len(spot.tokens) > 2
        return self._initials_within(spot, 0) if behind else spot.start

    def _initials_within(self, spot: Spot, place: int) -> int:
        """Take the last name's initials where the next name runs on behind them."""
        letters = spot.tokens[place].text
        if letters == self._draft.last.initials:
            return place + 1
        alone = letters[:2].isupper() and 1 < len(letters) <= 4 and self._fits(letters)
        if not alone:
            return place
        self._draft.change(initials=letters)
        return place + 1

    def _beside(self, spot: Spot, place: int) -> None:
        """Take an office straight behind a name, or leave what cannot be read."""
        draft, tokens = self._draft, spot.tokens
        place = self._initials_within(spot, place)
        if place == len(tokens):
            draft.asides(spot.segment)
            return
        if (status := status_word(draft.words(tokens, place), self._words)) is not None:
            draft.change(status=status)
            return
        if spot.reader.is_office(place) and spot.leads_on(held=bool(draft.last.role)):
            draft.pending, draft.open = office(draft.words(tokens, place)), False
        elif spot.reader.is_office(place):
            draft.add_office(tokens, place)
        elif self._speaks_for(spot, place):
            told = draft.words(tokens, place)
            draft.change(organisation=draft.last.organisation or told)
        elif has_verb(tokens[place:], self._words):
            draft.stop(subject=True)
            return
        elif not is_harmless(tokens[place:]):
            draft.clean = False
        draft.asides(spot.segment)

    def _speaks_for(self, spot: Spot, place: int) -> bool:
        """Tell whether the letters of a body end a segment behind a name ("John Adams DWP")."""
        first = spot.tokens[place]
        letters = place + 1 == len(spot.tokens) and len(first.text) > 1 and first.text[-1].isupper()
        words = [token for token in spot.tokens[place:] if token.word]
        return letters or (spot.reader.apart(place) and all(token.capital for token in words))

    def _told(self, spot: Spot, place: int) -> None:
        """Read words about a name that end no list: "from item 231", "for Cllr Orr"."""
        tokens = spot.tokens
        if not self._opens_clause(tokens, place) and has_verb(tokens[place:], self._words):
            self._draft.stop(subject=True)
            return
        told = self._draft.words(tokens, place)
        self._draft.entries[-1] = with_times(self._draft.last, told)
        if is_late(told):
            self._draft.change(late=True)
        if tokens[place].lower == "for" and place + 1 < len(tokens) and tokens[place + 1].capital:
            self._draft.change(substitute_for=self._draft.words(tokens, place + 1))
        self._draft.asides(spot.segment)

    def _opens_clause(self, tokens: Sequence[Token], place: int) -> bool:
        """Tell whether words about a name may have a verb: "who had left", "until she left"."""
        following = tokens[place + 1].lower if place + 1 < len(tokens) else ""
        if tokens[place].text in self._words.coming or following in ("he", "she", "they"):
            return True
        return tokens[place].lower in ("who", "whose", "whom")
