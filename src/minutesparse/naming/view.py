"""The tokens of one text, and what single words in them can be."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesparse.naming.particles import is_mutated, is_particle
from minutesparse.naming.standing import rank_opens_office
from minutesparse.naming.tokens import Token
from minutesparse.naming.words import NameWords

_NEVER_NAMES = frozenset("lost carried resolved agreed noted supporting additional minutes".split())
_NARROWS_TITLE = frozenset(
    "services support development relations engagement liaison training questions queries".split()
)
_NO_BODY = frozenset(
    "however therefore thereafter also then when while whilst as other those these fellow".split()
)
_LONGEST_NAME = 7
_MOST_INITIALS = 6  # tokens, full stops among them
_WITH_MAC = re.compile(r"[A-Z]{1,2}Ma?c[A-Z]")


class TokenView:
    """Looks words of one text up: titles, names, offices, capitals.

    Args:
        text: The text that the tokens were read from.
        tokens: Its tokens.
        words: The speaker lexicon.
    """

    def __init__(self, text: str, tokens: Sequence[Token], words: NameWords) -> None:
        self.text = text
        self.tokens = tokens
        self.words = words
        self.lowers = [token.lower for token in tokens]
        self._capitals = [(c := token.text[0]).isupper() and c.isalpha() for token in tokens]
        self._size = len(self.lowers)

    def __len__(self) -> int:
        return self._size

    def lower(self, index: int) -> str:
        """Return the token at a place in lower case, or "" outside the text."""
        return self.lowers[index] if 0 <= index < self._size else ""

    def is_capital(self, index: int) -> bool:
        """Tell whether a word with a capital stands at a place."""
        return 0 <= index < self._size and self._capitals[index]

    def slice(self, start: int, end: int) -> str:
        """Return the words from one token to before another, white space folded."""
        return " ".join(self.text[self.tokens[start].start : self.tokens[end - 1].end].split())

    def title_width(self, index: int) -> int:
        """Return how many tokens at a place are a title, 0 for none ("D/Cllr" has three)."""
        if self.lower(index + 1) == "/" and self.is_capital(index) and len(self.lower(index)) < 2:
            inner = self._plain_title(index + 2)
            return inner and inner + 2
        return self._plain_title(index)

    def _plain_title(self, index: int) -> int:
        if self.lower(index) not in self.words.title_openers or not self.is_capital(index):
            return 0
        for width in (3, 2, 1):
            words = tuple(self.lowers[index : index + width])
            titled = words in self.words.titles or words in self.words.ranks
            if len(words) == width and titled:
                narrowed = self.lower(index + width) in _NARROWS_TITLE
                return 0 if narrowed or self._opens_office(index, width) else width
        return 0

    def _opens_office(self, index: int, width: int) -> bool:
        """Tell whether a rank only opens an office here ("Chief Finance Officer")."""
        following = range(index + width, len(self))
        parts = ((self.is_capital(place), self.is_head(place)) for place in following)
        return rank_opens_office(self.lower(index + width - 1), parts)

    def opens_full_name(self, index: int) -> bool:
        """Tell whether a first name with a surname behind it stands at a place."""
        if self.lower(index) not in self.words.given_names or not self.is_capital(index):
            return False
        if self.lower(index - 1) in ("st", "saint", "."):
            return False
        place = index + 1
        while place < len(self.tokens) and (
            self.tokens[place].initials or (place > index + 1 and self.lower(place) == ".")
        ):
            place += 1
        following = self.tokens[place] if place < len(self.tokens) else None
        return (
            following is not None
            and self.is_capital(place)
            and following.text not in self.words.not_names
            and not following.text.isupper()
            and not self.is_head(place)
            and self.lower(place + 1) != "'s"
        )

    def is_plural_title(self, index: int) -> bool:
        """Tell whether a title stands for several ("Councillors A and B")."""
        return self.lower(index) in self.words.plural_titles

    def is_head(self, index: int) -> bool:
        """Tell whether a noun that an office's name turns on stands at a place."""
        lower = self.lower(index)
        heads = self.words.role_heads
        return lower in heads or ("-" in lower and lower.rsplit("-", 1)[-1] in heads)

    def is_group_word(self, index: int) -> bool:
        """Tell whether a single word for several speakers stands at a place."""
        return (self.lower(index),) in self.words.groups

    def is_people(self, index: int, place: int) -> bool:
        """Tell whether a word in small letters says whose people speak ("Trust colleagues")."""
        lower = self.lower(index)
        if index <= place or not self.is_capital(index - 1) or self.lower(place) in _NO_BODY:
            return False
        people = lower.endswith("s") or lower == "team"
        return people and self.is_group_word(index) and not self.title_width(index - 1)

    def is_couple(self, place: int) -> bool:
        """Tell whether "Mr and Mrs" share a name."""
        last = place - 2 if self.lower(place - 1) == "." else place - 1
        titles = (self.lower(last), self.lower(place + 1))
        return titles in (("mr", "mrs"), ("mr", "ms"), ("dr", "mrs"), ("mrs", "mr"))

    def name_end(self, index: int) -> int:
        """Return where a personal name that begins at a token ends; the index for none."""
        end = index
        surname = False
        while end < len(self.tokens) and end - index < _LONGEST_NAME:
            step = self._name_step(index, end, surname)
            if step is None:
                break
            surname = surname or step
            end += 1
        return end - 1 if end > index and self.tokens[end - 1].text == "." else end

    def _name_step(self, first: int, place: int, surname: bool) -> bool | None:
        """Return whether the token adds a surname word, or None where the name has ended."""
        token = self.tokens[place]
        if token.text == ".":
            return False if place > first and self.tokens[place - 1].initials else None
        if token.text in self.words.post_nominals and place > first:
            return False
        if token.initials and (not surname or self._is_middle_initial(first, place)):
            return False
        if is_particle(self.tokens, place, self.words.particles):
            return False
        if not (token.word and token.capital) or token.text in self.words.not_names:
            return True if place > first and is_mutated(self.tokens, place) else None
        if len(token.text) == 1 or token.text[-1].isdigit():
            return None
        if surname and self.is_head(place):
            return None
        if surname and self._breaks_name(place):
            return None
        return True

    def _is_middle_initial(self, first: int, place: int) -> bool:
        """Tell whether an initial stands between first name and surname ("Jane M. Doe")."""
        if place != first + 1 or len(self.tokens[place].text) != 1:
            return False
        after = place + 2 if self.lower(place + 1) == "." else place + 1
        return self.is_capital(after) and self.tokens[after].text not in self.words.not_names

    def _breaks_name(self, place: int) -> bool:
        """Tell whether a word after a surname begins something else: a title, or capitals."""
        token, before = self.tokens[place], self.tokens[place - 1]
        titled = self.title_width(place) > 0 and len(token.text) > 4
        return titled or (token.text.isupper() and not before.text.isupper())

    def is_plausible_name(self, start: int, end: int) -> bool:
        """Tell whether two to five capitalised words can be somebody's name."""
        words = [index for index in range(start, end) if self.tokens[index].word]
        if not 2 <= len(words) <= 5:
            return False
        texts = [self.tokens[index].text for index in words]
        if all(text.isupper() for text in texts):
            return False
        return not any(
            (len(self.tokens[index].text) > 1 and self.tokens[index].text in self.words.not_names)
            or self.tokens[index].lower in ("and", "of", "for", "the")
            or self.is_head(index)
            or self.tokens[index].lower in _NEVER_NAMES
            or self.lower(index + 1) == "'s"
            for index in words
        )

    def is_lone_initials(self, index: int) -> bool:
        """Tell whether two or three capitals stand for a person, as in "MH opened", "DMcP"."""
        text = self.tokens[index].text
        return (
            2 <= len(text) <= 4
            and text.isalpha()
            and text[0].isupper()
            and (text.isupper() or (len(text) == 3 and text[:2].isupper()))
        ) or _WITH_MAC.fullmatch(text) is not None

    def initials_end(self, index: int) -> int:
        """Return where two or three initials with full stops end ("D.M. said"), else the index."""
        end = index
        if index > 1 and self._is_initial(index - 2):
            return index
        while end - index < _MOST_INITIALS and self._is_initial(end):
            end += 2
        goes_on = end < len(self.tokens) and not self.is_capital(end)
        return end if end - index > 2 and goes_on else index

    def _is_initial(self, index: int) -> bool:
        """Tell whether a token is one capital with a full stop right behind it."""
        letter, stop = self.tokens[index : index + 1], self.tokens[index + 1 : index + 2]
        if not letter or not stop or len(letter[0].text) != 1 or not letter[0].capital:
            return False
        return stop[0].text == "." and stop[0].start == letter[0].end

    def capitals_end(self, index: int) -> int:
        """Return where a run of capitalised words ends, small words inside it included."""
        end = index
        while end < len(self.tokens) and end - index < 8:
            inside = end > index
            capital = self.is_capital(end) and not (
                inside and (self.title_width(end) or self.opens_full_name(end))
            )
            if capital or (inside and self._joins_capitals(end)):
                end += 1
            else:
                break
        return end

    def _joins_capitals(self, index: int) -> bool:
        lower = self.lower(index)
        if lower == "'s":
            return self.is_capital(index + 1) or self.lower(index - 2) in ("st", "saint")
        if lower == "'":
            return self.lower(index - 1).endswith("s") and self.is_capital(index + 1)
        if lower in ("and", "&", "of", "for", "/"):
            return self.is_capital(index + 1) and not self.title_width(index + 1)
        return False
