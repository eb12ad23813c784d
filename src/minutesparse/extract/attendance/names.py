"""Which words of a segment are a person's name, and which before it are an office."""

from __future__ import annotations

from minutesparse.extract.attendance.name import Name
from minutesparse.extract.attendance.segment_words import WordReader
from minutesparse.naming import is_particle

_MOST_WORDS = 4
_LONGEST_OFFICE = 12
_OFFICE_TITLES = frozenset({"officer", "member"})  # further words of an office behind one
_CIVIC = frozenset({"borough", "city", "county", "fire", "police", "town", "township", "village"})
_LINKS = frozenset({"'s", "of", "for", "to", "the", "&", "/", "-", "and", "in"})


class NameReader(WordReader):
    """Reads names from the tokens of one segment."""

    def read(self, place: int, *, bare: bool = False) -> Name | None:
        """Return the name that begins at a place, an office before it read with it, or None.

        Args:
            place: Index of the token to begin at.
            bare: Whether one word without a title is name enough.
        """
        start = place + (self._lower(place) == "the")
        for reading in (self._titled, self._addressed, self._after_office, self._untitled):
            name = reading(start)
            if name is not None and (bare or self._enough(name)):
                return name
        return None

    def plural_end(self, place: int) -> int:
        """Return the index after a title that the names after it share, or the same index."""
        start = place + (self._lower(place) == "the")
        start = self._qualified(start)
        start += self._opens_body(start)
        for width in (2, 1):
            phrase = tuple(token.lower for token in self._tokens[start : start + width])
            if len(phrase) == width and phrase in self._words.plural_titles:
                end = start + width
                after = end + (self._lower(end) == ".")
                return place if self._lower(after) in ("of", "for", "from") else after
        return place

    def _opens_body(self, place: int) -> int:
        """Return 1 where a body's letters stand before its members ("JHOSC members A and B")."""
        token = self._token(place)
        letters = token is not None and token.text.isupper() and len(token.text) > 2
        return int(letters and self._lower(place + 1) == "members")

    def is_office(self, place: int, end: int | None = None, *, lower: bool = False) -> bool:
        """Tell whether the tokens from a place on name an office.

        Args:
            place: Index of the first of them.
            end: Index after the last; the segment's end by default.
            lower: Whether the office may be written without a capital.
        """
        tokens = self._tokens[place:end]
        first = tokens[0] if tokens else None
        if first is None or not (
            lower or first.capital or first.lower in self._words.offices | {"the"}
        ):
            return False
        return any(self.is_head(token) or self._short_office(token) for token in tokens) or (
            self._title_width(place) == len(tokens)
        )

    def name_behind(self, place: int) -> Name | None:
        """Return the name that runs on behind the office at a place ("Clerk Ann Orr Planner")."""
        for start in range(place + 1, min(len(self._tokens), place + _LONGEST_OFFICE)):
            if not self._fits_office(start - 1):
                return None
            if not self.is_head(self._tokens[start - 1]) or not self.is_office(place, start):
                continue
            name = self._titled(start) if self._opens_person(start) else None
            name = name or (self._untitled(start) if self._opens_person(start) else None)
            if name is not None and self._enough(name) and not self.is_office(start, name.end):
                return name
        return None

    def _opens_person(self, place: int) -> bool:
        """Tell whether a first name, an initial or a title stands at a place."""
        given = self._lower(place) in self._words.names.given_names and self._capital(place)
        return given or self._initial(place) or self.title_end(place) > place

    # ------------------------------------------------------------ the four readings

    def _titled(self, start: int) -> Name | None:
        """Read "Cllr J Hale", "Mayor Cr P Orr", "County Cllr N Dar", "Cllrs/Cyng. M Rees"."""
        first = self._qualified(start)
        end = self.title_end(first)
        if end == first:
            return None
        if self._lower(end - 1) == "member" and not self._member_name(end):
            return None
        if (
            self._lower(end - 1) == "deputy"
            and self.is_office(end)
            and end + 1 == len(self._tokens)
        ):
            return None
        office, begin = self._office_title(start, first, end)
        after, words = self._name_end(end, titled=True)
        if after == end:
            return None
        if office is None and self._chair_title(first, end) and (words > 1 or after - end > words):
            return Name(end, after, False, (first, end), words)
        return Name(begin, after, True, office, words)

    def _addressed(self, start: int) -> Name | None:
        """Read "City Manager King": an office that stands before a surname as a title does."""
        width = self._phrase_width(start, self._words.addressed) or self._civic_width(start)
        after, words = self._name_end(start + width, titled=True) if width else (start, 0)
        if words != 1 or after != start + width + 1 or not self._first_word(start + width):
            return None
        if self._capital(after):
            return None
        return Name(start, after, True, (start, start + width), words)

    def _civic_width(self, start: int) -> int:
        """Return how many words an office of a city's or a county's has ("City Forester Hale")."""
        if self._lower(start) not in _CIVIC or not self._capital(start):
            return 0
        for width in (2, 3):
            last = self._token(start + width - 1)
            if last is not None and last.capital and self.is_head(last):
                return width
        return 0

    def _after_office(self, start: int) -> Name | None:
        """Read "Treasurer John Ferguson", "Head of Finance Ms K Boyle"."""
        if self._opens_person(start) and self.title_end(start) == start:
            return None
        for place in range(start + 1, min(len(self._tokens), start + 9)):
            if not self._fits_office(place - 1):
                return None
            if not self._office_ends(start, place) or self._lower(place) in _OFFICE_TITLES:
                continue
            titled = self.title_end(self._qualified(place))
            after, words = self._name_end(titled, titled=titled > place)
            if after > titled and (titled > place or self._whole(place, after, words)):
                return Name(place, after, titled > place, (start, place), words)
        return None

    def _untitled(self, start: int) -> Name | None:
        after, words = self._name_end(start, titled=False)
        if after == start or not self._first_word(start):
            return None
        return Name(start, after, False, None, words)

    # ------------------------------------------------------------ parts of them

    def _member_name(self, place: int) -> bool:
        """Tell whether "Member" is a title here and no part of an office ("Member Services")."""
        return (
            self._initial(place)
            or self._cluster(place)
            or (self._capital(place) and self._first_word(place))
        )

    def _office_title(self, start: int, first: int, end: int) -> tuple[tuple[int, int] | None, int]:
        """Split "Mayor Cr" into the office "Mayor" and the title "Cr"."""
        paired = self._lower(start + 1) == "/" and len(self._tokens[start].text) > 1
        begin = first if paired and first != start else start
        width = self._title_width(first)
        after = first + width + (self._lower(first + width) == ".")
        if after < end and self._is_chair_phrase(first, first + width):
            return (first, after), after
        return None, begin

    def _chair_title(self, start: int, end: int) -> bool:
        return "-".join(token.lower for token in self._tokens[start:end]) in self._words.chairs

    def _is_chair_phrase(self, start: int, end: int) -> bool:
        phrase = " ".join(token.lower for token in self._tokens[start:end])
        return phrase in self._words.names.chair_roles or phrase in ("vice mayor", "deputy chair")

    def _fits_office(self, place: int) -> bool:
        token = self._tokens[place]
        known = token.lower in _LINKS or token.lower in self._words.offices
        return token.capital or known or self.is_head(token)

    def _office_ends(self, start: int, place: int) -> bool:
        """Tell whether the tokens before a place are an office and a name may begin there."""
        before = self._tokens[place - 1]
        small = self._in_small_letters(start, place)
        if before.lower in _LINKS or not self.is_office(start, place, lower=small):
            return False
        if self.is_head(before) or self._short_office(before) or before.text == ".":
            return True
        return before.lower in self._words.offices or before.lower in self._words.bodies

    def _in_small_letters(self, start: int, place: int) -> bool:
        """Tell whether nothing but an office in small letters precedes ("treasurer Karl Moon")."""
        words = self._tokens[start:place]
        small = all(token.text.islower() and token.lower not in _LINKS for token in words)
        return small and self._opens_person(place)

    def _whole(self, start: int, end: int, words: int) -> bool:
        """Tell whether what follows an office is a full name to the end of the segment."""
        if end < len(self._tokens) or not self._first_word(start):
            return False
        return words == 2 or (words == 1 and end - start > 1)

    def _enough(self, name: Name) -> bool:
        if name.titled or name.words >= 2:
            return True
        return name.words == 1 and name.end - name.start >= 2

    def _first_word(self, place: int) -> bool:
        """Tell whether a word can open a name that has no title."""
        token = self._tokens[place]
        given = token.text in self._words.given_too
        if self._initial(place) or given or token.lower in self._words.names.given_names:
            return True
        return not (
            token.text.title() in self._words.names.not_names
            or token.lower in self._words.offices
            or token.lower in self._words.bodies
            or token.lower in self._words.label_words
            or token.lower in self._words.prose
            or self.is_head(token)
        )

    def _name_end(self, place: int, *, titled: bool) -> tuple[int, int]:
        """Return where the name at a place ends and how many words it has."""
        end, words = self._initials_end(place), 0
        led = titled or (end > place and len(self._tokens[place].text) == 1)
        while end < len(self._tokens) and words < _MOST_WORDS:
            further = self._word_end(end, words, led)
            if further == end:
                break
            words += self._counts(further - 1)
            end = further
        if not words and end > place and not (titled and end - place >= 1):
            return place, 0
        end = self._surname_first(place, end, words)
        if end > place and self._tokens[end - 1].text == "." and words:
            end -= 1
        return self._post_nominals_end(end), words

    def _counts(self, place: int) -> bool:
        token = self._tokens[place]
        particle = token.lower in self._words.names.particles or not token.capital
        return token.word and not particle and not self._post_nominal(place)

    def _initials_end(self, place: int) -> int:
        end = place
        while self._initial(end) or self._cluster(end):
            end += 1
            if self._lower(end) == ".":
                end += 1
        return end

    def _word_end(self, place: int, words: int, led: bool) -> int:
        """Return the index after one more word of a name, or the same index."""
        token = self._tokens[place]
        shouts = token.text.isupper() and not self._shouted
        if not shouts and is_particle(self._tokens, place, self._words.names.particles):
            return (
                place + 1 if not (words and token.capital and self._title_width(place)) else place
            )
        if words and self._broken_hyphen(place):
            return place + 2
        if not (token.word and token.capital) or token.lower in _LINKS:
            return place
        if len(token.text) == 1 or (words and self._post_nominal(place)):
            return self._middle_initial(place, words)
        if not self._can_be_word(place, words, led):
            return place
        return place + 1

    def _broken_hyphen(self, place: int) -> bool:
        """Tell whether a double surname goes on behind a hyphen at a line's end ("Hale- Orr")."""
        hyphen, after = self._tokens[place], self._token(place + 1)
        if hyphen.text != "-" or hyphen.start > self._tokens[place - 1].end or after is None:
            return False
        return after.word and after.capital and after.start > hyphen.end

    def _can_be_word(self, place: int, words: int, led: bool) -> bool:
        token = self._tokens[place]
        last = place + 1 >= len(self._tokens)
        if token.lower in self._words.bodies and not (led and not words and last):
            return False
        ends = last and (words < 2 or token.lower in self._words.surnames_too)
        if words and (self._opens_new(place, ends) or self._own(place, words)):
            return False
        if words == 1 and not last and self._abbreviated(place):
            return False
        if words >= 2 and (self._letters(token) or self._runs_on(place) or self.apart(place)):
            return False
        if words == 2 and self._in_pairs:
            return False
        head = self.is_head(token) or (words > 0 and self._short_office(token))
        if head and token.lower not in self._words.surnames_too:
            return not words and led and last
        if head or token.lower in self._words.offices:
            return (not words and (led or last)) or (words == 1 and not led and last)
        return True

    def _abbreviated(self, place: int) -> bool:
        """Tell whether the letters of an office stand behind initials and a surname."""
        surname = self._tokens[place - 1].text
        led = self._initial(place - 2) or self._lower(place - 2) == "."
        return led and not surname.isupper() and self._tokens[place].text.isupper()

    def _runs_on(self, place: int) -> bool:
        """Tell whether a first name and a surname follow a surname ("Ann Orr Mark Hale")."""
        given, after = self._words.names.given_names, self._token(place + 1)
        pair = after is not None and after.word and after.capital and len(after.text) > 2
        return pair and self._lower(place) in given and self._lower(place - 1) not in given

    def _opens_new(self, place: int, last: bool) -> bool:
        """Tell whether a title within a run of words opens the next name."""
        return bool(self._title_width(place)) and not last

    def _own(self, place: int, words: int) -> bool:
        """Tell whether a word is the initials of those before it ("John Slater JS")."""
        heads = "".join(token.text[0] for token in self._tokens[place - words : place]).upper()
        text = self._tokens[place].text
        begun = len(heads) > 1 and len(text) == len(heads) + 1 and text[-1].islower()
        told = text == heads or (begun and text.startswith(heads))
        return words > 1 and not self._shouted and told

    def _opens_given(self, place: int) -> bool:
        """Tell whether a word of a name stands at a place, and no initial or title."""
        token = self._token(place)
        return token is not None and token.word and token.capital and len(token.text) > 1

    def _middle_initial(self, place: int, words: int) -> int:
        """Read "John F Kennedy": an initial between a first name and a surname."""
        if words != 1 or len(self._tokens[place].text) > 1:
            return place
        after = place + 1 + (self._lower(place + 1) == ".")
        token = self._token(after)
        first = self._tokens[place - 1]
        if token is None or not token.capital or len(token.text) < 2 or first.text.isupper():
            return place
        led = self._initial(place - 1) or self._initial(place - 2)
        given = first.lower in self._words.names.given_names
        return place if led or (place > 2 and not given) else after

    def _surname_first(self, place: int, end: int, words: int) -> int:
        """Read "Hale J" to the end of the segment."""
        if words != 1 or end - place != 1 or end >= len(self._tokens):
            return end
        after = self._initials_end(end)
        return after if after > end and after == len(self._tokens) else end

    def _post_nominals_end(self, place: int) -> int:
        end = place
        while end < len(self._tokens) and end > 0 and self._post_nominal(end):
            if self._own(end, 2) and self._opens_given(end - 2):
                break
            end += 1
            while self._lower(end) == "." or (self._lower(end - 1) == "." and self._initial(end)):
                end += 1
        return end
