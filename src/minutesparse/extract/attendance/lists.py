"""Lists of names: who is named, and what stands beside each name.

A list is read segment by segment. A segment is a head count, a name, an office, a body, an aside
about the name before it, or the end of the list: a verb that begins to tell what somebody did.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from minutesparse.extract.attendance.asides import Aside, abbreviates, with_aside, with_times
from minutesparse.extract.attendance.entry import Entry, chair_role, office
from minutesparse.extract.attendance.names import Name, NameReader
from minutesparse.extract.attendance.segments import BREAK, Segment, split_segments
from minutesparse.extract.attendance.words import AttendanceWords
from minutesparse.naming import Token

_NUMBERS = frozenset(
    "a an no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty several some many approximately about around "
    "circa over".split()
)
_STANDING_IN = frozenset(
    "substitute substituting substituted sub deputising replacing replaced vice represented".split()
)
_PARTICIPLES = frozenset(
    "elected co-opted coopted nominated appointed retired registered qualified invited named "
    "accredited designated presided deceased".split()
)
_SMALL = frozenset("a of for the and to in &".split())
_COMING = frozenset({"arrived", "arriving", "joined", "joining", "left", "leaving", "departed"})
_LONGEST_ASIDE = 400


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list was read as.

    Attributes:
        entries: The names, in order.
        clean: True where nothing in it was left unread.
        subject: The name of which a verb then tells something; it ends the list and is no part
            of it.
        office: An office that waits for a name after the list's end.
        before: The names between the last full stop and the verb, the subject among them.
    """

    entries: tuple[Entry, ...] = ()
    clean: bool = True
    subject: Entry | None = None
    office: str | None = None
    before: tuple[Entry, ...] = ()


def read_list(
    text: str, offset: int, words: AttendanceWords, *, bare: bool = False, shared: bool = False
) -> Listing:
    """Return the names of a list.

    Args:
        text: One or more lines, or the part of a sentence, that lists names.
        offset: Where it stands in the normalised text.
        words: Titles, offices and the like.
        bare: Whether a single word without a title is a name here.
        shared: Whether a title before the text is shared by its names.
    """
    return _Reader(text, offset, words, bare, shared).read()


class _Reader:
    """Takes the segments of one list and keeps the names found so far."""

    def __init__(
        self, text: str, offset: int, words: AttendanceWords, bare: bool, shared: bool
    ) -> None:
        self._text = text
        self._offset = offset
        self._words = words
        self._segments = split_segments(text, words.office_parts)
        self._bare = bare or self._all_single()
        self._shared = shared
        self._grouped = sum(segment.mark == ";" for segment in self._segments) > 1
        self._entries: list[Entry] = []
        self._open = False
        self._extends = False
        self._dashed = False
        self._pending: str | None = None
        self._clean = True
        self._subject: Entry | None = None
        self._before: tuple[Entry, ...] = ()
        self._stopped = False
        self._group = 0

    def read(self) -> Listing:
        """Return what the segments hold, up to the first verb."""
        for place, segment in enumerate(self._segments):
            self._segment(place, segment)
            if self._stopped:
                break
        return Listing(
            tuple(self._entries), self._clean, self._subject, self._pending, self._before
        )

    # ------------------------------------------------------------ one segment

    def _segment(self, place: int, segment: Segment) -> None:
        if segment.mark in (";", BREAK, "."):
            self._extends = False
        if segment.mark in (BREAK, "."):
            self._group = len(self._entries)
        tokens = segment.tokens
        if self._crowd(tokens):
            self._open, self._pending, self._shared = False, None, self._shared and not tokens
            return
        reader = NameReader(tokens, self._words)
        start = reader.plural_end(0)
        if start:
            self._shared = True
            self._pending = None
        if start == len(tokens):
            self._leading_aside(segment)
            return
        for reading in self._readings():
            if reading(place, segment, reader, start):
                return
        self._unread(segment)

    def _readings(self) -> tuple[Callable[[int, Segment, NameReader, int], bool], ...]:
        return (
            self._post_nominals,
            self._initials,
            self._stand_in,
            self._half_of_name,
            self._name,
            self._office,
            self._aside,
            self._body,
        )

    def _post_nominals(self, place: int, segment: Segment, reader: NameReader, start: int) -> bool:
        """Take the letters after a name and a comma."""
        letters = "".join(token.text for token in segment.tokens if token.word)
        if not self._entries or segment.mark != "," or letters not in self._words.post_nominals:
            return False
        last = self._entries[-1]
        end = self._offset + segment.tokens[-1].end
        name = " ".join(self._text[last.start - self._offset : end - self._offset].split())
        self._entries[-1] = replace(last, end=end, name=name)
        self._asides(segment)
        return True

    def _initials(self, place: int, segment: Segment, reader: NameReader, start: int) -> bool:
        """Take initials in a column beside a name, or a shared title's initials ("Cllrs RT & GS")."""
        tokens = [token for token in segment.tokens[start:] if token.text != "."]
        if len(tokens) != 1 or not tokens[0].word or not 1 < len(tokens[0].text) <= 4:
            return False
        letters = tokens[0].text
        if self._entries and segment.mark in (BREAK, ",", "-", "") and self._fits(letters):
            self._entries[-1] = replace(self._entries[-1], initials=letters)
            return True
        if (self._shared or start) and letters.isupper() and len(letters) < 4:
            self._put(tokens[0], tokens[0], titled=False)
            self._asides(segment)
            return True
        return False

    def _fits(self, letters: str) -> bool:
        last = self._entries[-1]
        if last.initials or letters.lower() in self._words.none:
            return False
        column = letters[:2].isupper() and (letters,) not in self._words.none
        return abbreviates(letters, last.name) or (
            column and letters[0] == last.name[0] and letters not in self._words.post_nominals
        )

    def _stand_in(self, place: int, segment: Segment, reader: NameReader, start: int) -> bool:
        """Take "- substitute Cllr Orr" and ", substituting for Cllr Dar" after a name."""
        if not self._entries or segment.tokens[0].lower not in _STANDING_IN:
            return False
        first, last = segment.tokens[0], segment.tokens[-1]
        text = self._text[first.start : last.end]
        aside = Aside(text, self._offset + first.start, self._offset + last.end)
        entry, others = with_aside(self._entries[-1], aside, self._words)
        self._entries[-1:] = [entry, *others]
        return bool(others) or entry.status == "substitute"

    def _half_of_name(self, place: int, segment: Segment, reader: NameReader, start: int) -> bool:
        """Take "Hale, J;" and "K" before "and P Tonks", names whose parts stand apart."""
        tokens = [token for token in segment.tokens[start:] if token.text != "."]
        if not tokens or any(len(token.text) > 1 or not token.word for token in tokens):
            return False
        following = self._following(place)
        if segment.mark == "," and self._entries and self._closes_pair(following):
            return self._join_initials(segment)
        if following is None or following.mark != "and" or not (self._shared or start):
            return False
        name = NameReader(following.tokens, self._words).read(0, bare=True)
        if name is None or name.titled:
            return False
        surname = following.tokens[name.end - 1].text
        self._put(tokens[0], tokens[-1], titled=False, suffix=" " + surname)
        return True

    def _closes_pair(self, following: Segment | None) -> bool:
        last = self._entries[-1]
        return " " not in last.name and (following is None or following.mark in (";", BREAK, "and", "-"))

    def _join_initials(self, segment: Segment) -> bool:
        last = self._entries[-1]
        end = self._offset + segment.tokens[-1].end
        name = " ".join(self._text[last.start - self._offset : end - self._offset].split())
        self._entries[-1] = replace(last, end=end, name=name)
        self._asides(segment)
        return True

    def _name(self, place: int, segment: Segment, reader: NameReader, start: int) -> bool:
        bare = self._bare or self._shared or bool(start) or self._office_beside(segment)
        start = self._after_slash(segment, reader, start)
        name = reader.read(start, bare=bare or self._surname_first(place))
        if name is None or self._names_body(place, segment, name):
            return False
        if self._dashed and self._extends and segment.mark == "and" and not name.titled:
            return False
        if self._tells_office(segment, reader, name, start):
            return False
        self._take(segment, name)
        self._rest(segment, reader, name.end)
        return True

    def _office_beside(self, segment: Segment) -> bool:
        """Tell whether a bracket after a single word gives an office."""
        inner = segment.asides[0] if segment.asides else ()
        office_word = len(inner) > 0 and NameReader(inner, self._words).is_office(0, lower=True)
        return office_word and len(segment.tokens) == 1 and not self._common(segment.tokens[0])

    def _after_slash(self, segment: Segment, reader: NameReader, start: int) -> int:
        """Return where a title stands in the second language of a pair ("Cyng / Cllr M Rees")."""
        for place, token in enumerate(segment.tokens[start:], start):
            if token.text == "/" and place > start and self._other_language(segment, place):
                name = reader.read(place + 1, bare=True)
                return place + 1 if name is not None and name.titled else start
        return start

    def _other_language(self, segment: Segment, slash: int) -> bool:
        """Tell whether the word before a slash is neither an office nor a letter ("D/Cllr")."""
        before = segment.tokens[slash - 1]
        office_word = before.lower in self._words.office_parts
        return len(before.text) > 1 and not office_word

    def _tells_office(
        self, segment: Segment, reader: NameReader, name: Name, start: int
    ) -> bool:
        """Tell whether capital words straight after a bracket are the office of the name before."""
        if name.titled:
            return False
        if reader.is_body(name.end) and not reader.is_office(name.end):
            return True
        if segment.mark or not self._open or self._entries[-1].role:
            return False
        return reader.is_office(start)

    def _surname_first(self, place: int) -> bool:
        """Tell whether a single word is a surname that its initials follow ("Hale, J;")."""
        following = self._following(place)
        if following is None or following.mark != "," or len(self._segments[place].tokens) > 2:
            return False
        return all(len(token.text) == 1 for token in following.tokens) and following.tokens[0].word

    def _take(self, segment: Segment, name: Name) -> None:
        tokens = segment.tokens
        before = None if segment.mark == "and" else self._pending
        if name.office is not None:
            first, last = name.office
            before = office(self._text[tokens[first].start : tokens[last - 1].end])
            if name.titled and segment.mark == "," and self._lacks_office():
                self._entries[-1] = replace(self._entries[-1], role=before)
                before = None
        self._put(tokens[name.start], tokens[name.end - 1], titled=name.titled)
        if before:
            self._entries[-1] = replace(self._entries[-1], role=before)
        self._pending = None
        if name.end == len(tokens):
            self._asides(segment)

    def _lacks_office(self) -> bool:
        return self._open and self._entries[-1].titled and self._entries[-1].role is None

    def _put(self, first: Token, last: Token, *, titled: bool, suffix: str = "") -> None:
        name = " ".join(self._text[first.start : last.end].split()) + suffix
        self._entries.append(
            Entry(self._offset + first.start, self._offset + last.end, name, titled)
        )
        self._open, self._extends = True, False

    def _rest(self, segment: Segment, reader: NameReader, place: int) -> None:
        """Read what follows a name within its segment: an office, an aside, the next name, a verb."""
        tokens = segment.tokens
        if place == len(tokens):
            return
        if tokens[place].text == "be":
            self._stopped, self._clean = True, False
            return
        if self._is_verb(tokens[place]) and tokens[place].text not in _COMING:
            self._stop(subject=True)
            return
        if self._relative(tokens[place]):
            self._told(segment, place)
            return
        following = reader.read(place)
        if following is not None and (following.titled or reader.title_end(place) == place):
            if not reader.is_office(place) or following.titled:
                self._take(segment, following)
                self._rest(segment, reader, following.end)
                return
        if reader.is_office(place) and self._leads_on(segment):
            self._pending, self._open = office(self._slice(tokens, place)), False
        elif reader.is_office(place):
            self._add_role(tokens, place)
        elif any(self._is_verb(token) for token in tokens[place:]):
            self._stop(subject=True)
            return
        elif not self._harmless(tokens[place:]):
            self._clean = False
        self._asides(segment)

    def _told(self, segment: Segment, place: int) -> None:
        """Read words about a name that end no list: "from item 231", "who had left", "for Cllr Orr"."""
        tokens = segment.tokens
        pronoun = place + 1 < len(tokens) and tokens[place + 1].lower in ("he", "she", "they")
        whose = tokens[place].lower in ("who", "whose", "whom")
        open_clause = whose or pronoun or tokens[place].text in _COMING
        if not open_clause and self._has_verb(tokens[place:]):
            self._stop(subject=True)
            return
        last = with_times(self._entries[-1], self._slice(tokens, place))
        if tokens[place].lower == "for" and place + 1 < len(tokens) and tokens[place + 1].capital:
            last = replace(last, substitute_for=self._slice(tokens, place + 1))
        self._entries[-1] = last
        self._asides(segment)

    def _office(self, place: int, segment: Segment, reader: NameReader, start: int) -> bool:
        """Take an office: of the name before it, or of the name that follows."""
        if not reader.is_office(start) or self._has_verb(segment.tokens):
            return False
        if self._named_aside(segment, start):
            return True
        if segment.mark == "and" and not self._extends and not self._awaits_name(place, segment):
            self._open = False
            return True
        if self._awaits_name(place, segment):
            self._pending = office(self._slice(segment.tokens, start))
            self._open = False
            return True
        if self._open and self._entries[-1].role is None:
            self._add_role(segment.tokens, start)
            self._asides(segment)
            self._extends, self._dashed = True, segment.mark == "-"
        elif self._extends:
            self._extend(segment)
        elif segment.mark in (BREAK, ";"):
            self._pending = office(self._slice(segment.tokens, start))
        return True

    def _awaits_name(self, place: int, segment: Segment) -> bool:
        """Tell whether an office stands before its name rather than after the last one."""
        following = self._after_office(place)
        if following is None or segment.mark == "-":
            return False
        if self._names_in_bracket(following):
            return True
        named = NameReader(following.tokens, self._words).read(0)
        if named is None:
            return False
        if following.mark in ("-", ":"):
            return True
        if following is not self._following(place):
            return False
        if segment.tokens[0].lower == "the" and following.mark == ",":
            return True
        return not self._open and following.mark in (",", "")

    def _after_office(self, place: int) -> Segment | None:
        """Return the segment after an office, further words of the office ("and Place") skipped."""
        for segment in self._segments[place + 1 : place + 4]:
            reader = NameReader(segment.tokens, self._words)
            if segment.mark != "and" or segment.asides or reader.read(0) is not None:
                return segment
        return None

    def _leads_on(self, segment: Segment) -> bool:
        """Tell whether an office after a name is that of the next one ("- J Orr Clerk - M Hay")."""
        place = next(i for i, one in enumerate(self._segments) if one is segment)
        following = self._after_office(place)
        if following is None or NameReader(following.tokens, self._words).read(0) is None:
            return False
        return following.mark == ":" or (following.mark == "-" and bool(self._entries[-1].role))

    def _named_aside(self, segment: Segment, start: int) -> bool:
        """Take "Chief Executive (J Dixon)", "The Mayor (Grant Smith)"."""
        if not segment.asides or segment.mark == "-":
            return False
        inner = segment.asides[0]
        name = NameReader(inner, self._words).read(0)
        if name is None or name.end < len(inner) or len(inner) == 1:
            return False
        if not name.titled and NameReader(inner, self._words).is_office(0):
            return False
        role = office(self._slice(segment.tokens, 0))
        if segment.mark == "and" and self._pending:
            role = f"{self._pending} and {role}"
        self._pending = None
        self._put(inner[name.start], inner[name.end - 1], titled=name.titled)
        start = self._offset + segment.tokens[0].start
        self._entries[-1] = replace(self._entries[-1], role=role, start=start)
        self._asides(replace(segment, asides=segment.asides[1:]))
        return True

    def _names_in_bracket(self, segment: Segment | None) -> bool:
        """Tell whether a further word of an office has the holder's name in brackets."""
        if segment is None or segment.mark != "and" or not segment.asides:
            return False
        inner = segment.asides[0]
        name = NameReader(inner, self._words).read(0)
        whole = name is not None and name.end == len(inner)
        return whole and NameReader(segment.tokens, self._words).read(0) is None

    def _aside(self, place: int, segment: Segment, reader: NameReader, start: int) -> bool:
        """Take words about the name before: "from item 231", "who had another engagement"."""
        first = segment.tokens[0]
        if not (self._relative(first) or first.text[0].isdigit()):
            return False
        if not self._entries:
            return self._has_verb(segment.tokens) is False
        if first.lower in ("in", "as", "by", "for", "at") and self._has_verb(segment.tokens):
            return False
        told = self._slice(segment.tokens, 0)
        if chair_role(told) == "Chair":
            chair = replace(self._entries[-1], role="Chair", status="present")
            self._entries[-1] = chair
        else:
            self._entries[-1] = with_times(self._entries[-1], told)
        return True

    def _body(self, place: int, segment: Segment, reader: NameReader, start: int) -> bool:
        """Take the body that the person before it speaks for, or more words of an office."""
        tokens = segment.tokens
        if self._has_verb(tokens) or not tokens[0].word or self._inner_name(segment):
            return self._entries != [] and not self._has_verb(tokens) and tokens[0].word
        if self._pending and segment.mark == "and":
            if not self._named_aside(segment, start):
                self._pending += " and " + self._slice(tokens, 0)
            return True
        if tokens[0].lower in ("presided", "presiding") and self._entries:
            self._entries[-1] = replace(self._entries[-1], role="Chair")
            return True
        if self._extends:
            self._extend(segment)
            return True
        if not tokens[0].capital or not self._open:
            return False
        last = self._entries[-1]
        if segment.mark in (BREAK, ".", "and"):
            return False
        if last.role is None and self._opens_office(place):
            self._entries[-1] = replace(last, role=self._slice(tokens, 0))
            self._extends = True
            return True
        self._entries[-1] = replace(last, organisation=last.organisation or self._slice(tokens, 0))
        self._asides(segment)
        return True

    def _opens_office(self, place: int) -> bool:
        """Tell whether an office goes on behind "and" ("Police and Crime Commissioner")."""
        following = self._following(place)
        if following is None or following.mark != "and":
            return False
        reader = NameReader(following.tokens, self._words)
        return reader.is_office(0) and reader.read(0) is None

    def _unread(self, segment: Segment) -> None:
        if self._inner_name(segment):
            return
        if self._has_verb(segment.tokens):
            self._stop(subject=False)
        elif not self._harmless(segment.tokens):
            self._clean = False
        self._open = False

    def _inner_name(self, segment: Segment) -> bool:
        """Take a name with a title behind words of another kind ("Water Services Mr P Orr")."""
        reader = NameReader(segment.tokens, self._words)
        for place in range(1, len(segment.tokens)):
            before = segment.tokens[place - 1]
            if before.word and not before.capital and before.lower not in _SMALL:
                return False
            if before.lower in self._words.prose:
                return False
            if reader.title_end(place) == place:
                continue
            name = reader.read(place)
            if name is not None and name.titled and name.start == place:
                before = Segment(segment.mark, segment.tokens[:place])
                if self._extends:
                    self._extend(before)
                self._take(segment, name)
                self._rest(segment, reader, name.end)
                return True
        return False

    # ------------------------------------------------------------ what words are

    def _crowd(self, tokens: Sequence[Token]) -> bool:
        """Tell whether a segment counts heads or says that there were none."""
        lowered = tuple(token.lower for token in tokens)
        if lowered[:2] in (("there", "was"), ("there", "were")):
            return len(tokens) > 3 and self._crowd(tokens[2:])
        if lowered in self._words.none or lowered in self._words.crowd:
            return True
        first = tokens[0]
        counted = first.text[0].isdigit() or first.lower in _NUMBERS
        if not counted or self._has_verb(tokens):
            return counted and lowered[0] == "no" and not self._has_verb(tokens)
        return any(lowered[place:] in self._words.crowd for place in range(1, len(lowered))) or any(
            word in ("public", "press", "residents", "parishioners", "others", "members")
            for word in lowered
        )

    def _all_single(self) -> bool:
        """Tell whether every segment is one capital word: a list of surnames or first names."""
        words = [
            [token for token in segment.tokens if token.word]
            for segment in self._segments
            if not self._crowd(segment.tokens)
        ]
        return len(words) > 1 and all(
            len(tokens) == 1 and tokens[0].capital and not self._common(tokens[0])
            for tokens in words
        )

    def _common(self, token: Token) -> bool:
        reader = NameReader((token,), self._words)
        return (
            reader.is_head(token)
            or token.lower in self._words.bodies | self._words.offices
            or token.text.title() in self._words.names.not_names
        )

    def _names_body(self, place: int, segment: Segment, name: Name) -> bool:
        """Tell whether two capital words after a person are the body that they speak for."""
        if name.titled or self._shared or not self._open or segment.mark not in (",", "-"):
            return False
        if segment.mark == "-" and name.office is None:
            return True
        if self._grouped:
            return True
        last = self._entries[-1]
        inner = segment.asides[0] if segment.asides else ()
        letters = inner[0].text if len(inner) == 1 else ""
        words = " ".join(token.text for token in segment.tokens)
        if letters.isupper() and not abbreviates(letters, words) and abbreviates(letters, last.name):
            return True
        return last.titled and last.role is None and self._titled_throughout(place)

    def _titled_throughout(self, place: int) -> bool:
        """Tell whether the names around a place all have titles of their own."""
        following = self._following(place)
        if following is None:
            return False
        untitled = [entry for entry in self._entries if not entry.titled]
        return not untitled and NameReader(following.tokens, self._words).title_end(0) > 0

    def _is_verb(self, token: Token) -> bool:
        if token.text in self._words.prose:
            return True
        past = token.text.endswith("ed") and token.text.islower() and len(token.text) > 4
        return past and token.text not in _PARTICIPLES and token.text not in self._words.relative

    def _has_verb(self, tokens: Sequence[Token]) -> bool:
        return any(self._is_verb(token) for token in tokens)

    def _relative(self, token: Token) -> bool:
        return token.text in self._words.relative

    def _harmless(self, tokens: Sequence[Token]) -> bool:
        """Tell whether words left over are marks, letters or numbers only."""
        return all(len(token.text) < 3 or not token.word for token in tokens)

    # ------------------------------------------------------------ what stands beside a name

    def _leading_aside(self, segment: Segment) -> None:
        if segment.asides and self._entries and self._open:
            self._asides(segment)

    def _asides(self, segment: Segment) -> None:
        for inner in segment.asides:
            start, end = inner[0].start, inner[-1].end
            if not self._entries or end - start > _LONGEST_ASIDE:
                continue
            aside = Aside(self._text[start:end], self._offset + start, self._offset + end + 1)
            entry, others = with_aside(self._entries[-1], aside, self._words)
            self._entries[-1:] = [entry, *others]

    def _add_role(self, tokens: Sequence[Token], place: int) -> None:
        last = self._entries[-1]
        stop = next((i for i in range(place, len(tokens)) if self._closes_office(tokens, i)), None)
        told = tokens[:stop]
        if last.role is None and len(told) > place:
            end = max(last.end, self._offset + told[-1].end)
            self._entries[-1] = replace(last, role=office(self._slice(told, place)), end=end)

    def _closes_office(self, tokens: Sequence[Token], place: int) -> bool:
        """Tell whether an office ends before "in attendance"."""
        pair = [token.lower for token in tokens[place : place + 2]]
        return pair in (["in", "attendance"], ["also", "present"])

    def _extend(self, segment: Segment) -> None:
        last = self._entries[-1]
        if segment.mark == "," and self._two_word_body(segment):
            body = self._slice(segment.tokens, 0)
            self._entries[-1] = replace(last, organisation=last.organisation or body)
            self._asides(segment)
            return
        link = {"and": " and ", ",": ", ", "-": " - "}.get(segment.mark, " ")
        if last.role is not None:
            end = max(last.end, self._offset + segment.tokens[-1].end)
            role = last.role + link + self._slice(segment.tokens, 0)
            self._entries[-1] = replace(last, role=role, end=end)
        self._asides(segment)

    def _two_word_body(self, segment: Segment) -> bool:
        body = NameReader(segment.tokens, self._words).is_body(0)
        return body and len(segment.tokens) > 1

    def _stop(self, *, subject: bool) -> None:
        """End the list at a verb; the sentence that it belongs to is none of the list."""
        if subject and self._entries:
            self._subject = self._entries[-1]
        self._before = tuple(self._entries[self._group :])
        del self._entries[self._group :]
        self._clean, self._stopped = False, True

    def _following(self, place: int) -> Segment | None:
        return self._segments[place + 1] if place + 1 < len(self._segments) else None

    def _slice(self, tokens: Sequence[Token], place: int) -> str:
        return " ".join(self._text[tokens[place].start : tokens[-1].end].split())
