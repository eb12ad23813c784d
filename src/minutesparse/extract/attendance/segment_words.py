"""What the words of a segment are, one by one: titles, initials, heads of offices, letters."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property

from minutesparse.extract.attendance.words import AttendanceWords, Phrases
from minutesparse.naming import Token, rank_opens_office

_TIERS = frozenset({"b", "c", "d", "p", "t", "u", "co"})  # borough, county, district, parish ...
_RUN = 6  # words that may be names without a mark between them
_LEAST_SURNAME = 5  # letters of a surname in capitals behind two first names


@cache
def _first_words(phrases: Phrases) -> frozenset[str]:
    """Return the words with which some phrases begin."""
    return frozenset(phrase[0] for phrase in phrases)


class WordReader:
    """Tells what the tokens of one segment are."""

    def __init__(self, tokens: Sequence[Token], words: AttendanceWords) -> None:
        self._tokens = tokens
        self._words = words

    @cached_property
    def _shouted(self) -> bool:
        """True where every word is in capitals."""
        return all(token.text.isupper() for token in self._tokens if len(token.text) > 1)

    @cached_property
    def _in_pairs(self) -> bool:
        """True where a run of words without a mark is a first name and a surname in turn.

        Most of the words that would be first names must be known as such.
        """
        given, places, place = self._words.names.given_names, [], 0
        while place < len(self._tokens):
            width = self._title_width(place)
            if not width:
                token = self._tokens[place]
                if not (token.word and token.capital) or token.lower in self._words.offices:
                    return False
                places.append(token.lower)
            place += width or 1
        first = places[::2]
        known = sum(word in given for word in first)
        return len(places) >= _RUN and not len(places) % 2 and known * 2 > len(first)

    def title_end(self, place: int) -> int:
        """Return the index after the titles at a place; the same index where there are none."""
        end = place
        while width := self._title_width(end):
            end += width
            if self._lower(end) == ".":
                end += 1
            if self._lower(end) in ("&", "and") and self._title_width(end + 1):
                end += 1
        return end

    def opens_title(self, place: int) -> bool:
        """Tell whether a title stands at a place, the letters of its body left out."""
        start = self._qualified(place)
        return self.title_end(start) > start

    def is_head(self, token: Token) -> bool:
        """Tell whether an office's name can turn on a word."""
        word = token.lower.removesuffix("'s")
        if word in self._words.names.given_names and self._before_surname(token):
            return False
        return word in self._words.heads or (
            "-" in word and word.rsplit("-", 1)[-1] in self._words.heads
        )

    def _before_surname(self, token: Token) -> bool:
        """Tell whether a capital word follows, so that a first name that is an office's is none."""
        following = next((one for one in self._tokens if one.start > token.start), None)
        return following is not None and following.word and following.capital

    def is_body(self, place: int) -> bool:
        """Tell whether a word of the tokens from a place on is one that bodies are made of."""
        return any(token.lower in self._words.bodies for token in self._tokens[place:])

    def member_title(self, place: int) -> bool:
        """Tell whether a word is a title that members of councils have."""
        token = self._token(place)
        return (
            token is not None
            and token.capital
            and (
                token.lower in self._words.names.member_titles
                or (token.lower,) in self._words.plural_titles
            )
        )

    def apart(self, place: int) -> bool:
        """Tell whether a wider gap than a blank stands before a word."""
        elided = self._lower(place - 1) in ("o", "d")
        return 0 < place < len(self._tokens) and self._gap(place) > 1 + 2 * elided

    def _gap(self, place: int) -> int:
        return self._tokens[place].start - self._tokens[place - 1].end

    def _post_nominal(self, place: int) -> bool:
        token = self._token(place)
        return token is not None and (
            token.text in self._words.post_nominals
            or (
                len(token.text) == 1
                and token.capital
                and self._lower(place + 1) == "."
                and self._dotted(place)
            )
        )

    def _dotted(self, place: int) -> bool:
        """Tell whether letters with full stops to the segment's end are letters after a name."""
        rest = self._tokens[place:]
        return place > 1 and len(rest) >= 4 and all(len(token.text) == 1 for token in rest)

    def _initial(self, place: int) -> bool:
        token = self._token(place)
        return token is not None and len(token.text) == 1 and token.word and token.capital

    def _cluster(self, place: int) -> bool:
        """Tell whether capitals are initials run together ("MT Pirihi")."""
        token, after = self._token(place), self._token(place + 1)
        if token is None or not token.text.isupper() or not 2 <= len(token.text) <= 5:
            return False
        if len(token.text) > 3:
            return token.text.isalpha() and not self._shouted and self._initial(place + 1)
        if self._title_width(place) or token.text in self._words.post_nominals:
            return False
        if after is None:
            return not (self._shouted and place and len(token.text) > 2)
        if self._shouted:
            return len(token.text) == 2 and after.capital and len(after.text) > 2
        return after.capital and len(after.text) > 1 and not after.text.isupper()

    def _title_width(self, place: int) -> int:
        width = self._phrase_width(place, self._words.titles)
        return 0 if width and self._opens_office(place, width) else width

    def _opens_office(self, place: int, width: int) -> bool:
        """Tell whether a rank only opens an office here ("Major Projects Team Leader")."""
        heads = self._words.names.role_heads
        following = range(place + width, len(self._tokens))
        parts = ((self._capital(one), self._lower(one) in heads) for one in following)
        return rank_opens_office(self._lower(place + width - 1), parts)

    def _phrase_width(self, place: int, phrases: Phrases) -> int:
        """Return how many words one of some phrases has that begins at a place with a capital."""
        first = self._token(place)
        if first is None or first.lower not in _first_words(phrases):
            return 0
        for width in (3, 2, 1):
            tokens = self._tokens[place : place + width]
            phrase = tuple(token.lower for token in tokens)
            if len(phrase) == width and phrase in phrases and tokens[0].capital:
                return width
        return 0

    def _capital(self, place: int) -> bool:
        token = self._token(place)
        return token is not None and token.word and token.capital

    def _token(self, place: int) -> Token | None:
        return self._tokens[place] if 0 <= place < len(self._tokens) else None

    def _lower(self, place: int) -> str:
        token = self._token(place)
        return token.lower if token is not None else ""

    def _short_office(self, token: Token) -> bool:
        return token.lower in self._words.short_offices and token.capital

    def _letters(self, token: Token) -> bool:
        """Tell whether a word is the letters of a body or a person ("NHS", "DfID")."""
        if self._shouted or len(token.text) > 6 or not token.text[-1].isupper():
            return False
        given = self._words.names.given_names
        before = [one.lower for one in self._tokens if one.end < token.start][-2:]
        return len(token.text) < _LEAST_SURNAME or not all(word in given for word in before)

    def _tier(self, place: int) -> bool:
        """Tell whether a letter before a title says of which tier it is ("P.Cllr", "D.Cllrs")."""
        letter = self._lower(place) in _TIERS and self._capital(place)
        return letter and self._lower(place + 1) in (".", "/") and self.member_title(place + 2)

    def _paired(self, place: int) -> bool:
        """Tell whether a shared title stands behind that of another language ("Cyng. / Cllrs")."""
        marks = (self._lower(place + 1), self._lower(place + 2))
        return marks == (".", "/") and (self._lower(place + 3),) in self._words.plural_titles

    def _qualified(self, place: int) -> int:
        """Return where a title begins after "County", "BC", "Cyng/" or "P."."""
        if self._lower(place + 1) == "/" and self._title_width(place + 2):
            return place + 2
        if self._tier(place):
            return place + 2
        if self._paired(place):
            return place + 3
        token = self._token(place)
        if token is None:
            return place
        if token.lower in self._words.qualifiers and self._qualified(place + 1) > place + 1:
            return self._qualified(place + 1)
        if not self.member_title(place + 1):
            return place
        caps = token.text.isupper() and 2 <= len(token.text) <= 5 and not self._title_width(place)
        return place + 1 if caps or token.lower in self._words.qualifiers else place
