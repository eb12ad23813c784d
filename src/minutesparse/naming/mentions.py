"""Who is named: a small descent over tokens that reads one mention from its first word.

A mention is a titled person, a bare personal name, an office, a group, a pronoun, or several of
these joined by "and". What stands beside a name ("the Executive Member for Finance", a bracket,
"who had given notice") is read with it but kept apart: it says the role, not the label.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from minutesparse.lexicons import Lexicon
from minutesparse.naming.tokens import Token
from minutesparse.naming.words import NameWords, name_words

MentionType = Literal["person", "role", "group", "pronoun"]

_DETERMINERS = frozenset("the a an our their his her its one another some several all many two three four other both each every no".split())
_SINGULAR_DETERMINERS = frozenset("a an one another".split())
_ORDINALS = frozenset("first second third fourth fifth other local further".split())
_COMPLEMENT_PREPOSITIONS = frozenset("of for to from at with in on".split())
_JOINERS = frozenset({",", "-", "–", "&", "and", "/", ":", "'"})
_MAX_TOKENS = 18


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a speaker.

    Attributes:
        start: Offset of the label's first character.
        end: Offset after the label's last character.
        label: The words that name the speaker, white space folded.
        type: Person, role, group or pronoun.
        name: The personal name within the label.
        title: The title within the label.
        role: The office, within the label or beside it.
        plural: True for several speakers.
        titled: True where a title or an office makes the reading certain; false for two or
            more capitalised words that may be something else.
        after: Index of the first token that belongs neither to the label nor to what stands
            beside it.
        others: The further mentions of a joint label.
    """

    start: int
    end: int
    label: str
    type: MentionType
    name: str | None = None
    title: str | None = None
    role: str | None = None
    plural: bool = False
    titled: bool = True
    after: int = 0
    others: tuple[Mention, ...] = ()

    def shifted(self, offset: int) -> Mention:
        """Return the mention with its offsets counted from further up."""
        others = tuple(other.shifted(offset) for other in self.others)
        return replace(self, start=self.start + offset, end=self.end + offset, others=others)


class MentionReader:
    """Reads mentions from the tokens of one text."""

    def __init__(self, text: str, tokens: Sequence[Token], lexicon: Lexicon) -> None:
        self._text = text
        self._tokens = tokens
        self._words: NameWords = name_words(lexicon)

    def read(self, index: int) -> Mention | None:
        """Return the mention that begins at a token, with what stands beside it, or None."""
        first = self._one_with_aside(index)
        if first is None or first.type == "pronoun":
            return first
        return self._joined(first)

    def read_plain(self, index: int) -> Mention | None:
        """Return the mention that begins at a token, nothing beside it."""
        return self._one(index)

    def title_width(self, index: int) -> int:
        """Return how many tokens at a place are a title, 0 for none."""
        return self._title_width(index)

    def listed_name(self, index: int) -> tuple[int, int]:
        """Return the tokens of a name in a list, title and all; in a list one word is enough."""
        place = index
        while place < len(self._tokens) and place - index < 4 and not self._title_width(place):
            if not (self._tokens[place].initials and self._title_width(place + 1)):
                break
            place += 1
        while width := self._title_width(place):
            place += width
            if self._lower(place) in (".", ":"):
                place += 1
            place = self._skip_bracketed_title(place)
        end = self._name_end(place)
        if end == place or (end - place == 1 and place == index and not self._one_word_name(place)):
            return index, index
        if place == index and any(self._is_head(token) for token in self._tokens[place:end]):
            return index, index
        return index, end

    def office_end(self, index: int) -> int:
        """Return where an office that begins at a token ends; the same index where none does."""
        head = self._role_head(index)
        return index if head is None else self._complement_end(head + 1)

    def _one_word_name(self, index: int) -> bool:
        token = self._tokens[index]
        return token.capital and len(token.text) > 2 and not token.text.isupper() and not self._is_head(token)

    # ------------------------------------------------------------ one mention

    def _one(self, index: int) -> Mention | None:
        if index >= len(self._tokens) or not self._tokens[index].word:
            return None
        for reading in (self._pronoun, self._titled_person, self._group, self._role, self._bare_name):
            found = reading(index)
            if found is not None:
                return found
        return None

    def _pronoun(self, index: int) -> Mention | None:
        if self._tokens[index].lower in self._words.pronouns:
            return self._made(index, index + 1, "pronoun")
        return None

    def _titled_person(self, index: int) -> Mention | None:
        place = self._after_determiner(index, ("the",))
        start = place
        while width := self._title_width(place):
            place += width
            if self._lower(place) in (".", ":") and self._lower(place + 1) != "":
                place += 1
            place = self._skip_bracketed_title(place)
        if place == start:
            return None
        end = self._name_end(place)
        if end == place:
            return None
        if self._is_role_title(start) and any(
            self._is_head(token) or token.text in self._words.not_names
            for token in self._tokens[place:end]
        ):
            return None
        label_start = start if start == index or not self._is_role_title(start) else index
        title = self._slice(start, place)
        plural = self._tokens[start].lower.rstrip("'").endswith("s") and self._tokens[start].lower in (
            "councillors", "councilors", "cllrs", "clrs", "crs", "messrs", "drs", "commissioners",
            "aldermen", "councilmembers", "pcsos",
        )  # fmt: skip
        found = self._made(label_start, end, "person", name=self._slice(place, end), title=title)
        return replace(found, plural=plural)

    def _bare_name(self, index: int) -> Mention | None:
        end = self._name_end(index)
        if end - index < 2 or not self._plausible_name(index, end):
            if self._lone_initials(index):
                return self._made(index, index + 1, "person", name=self._tokens[index].text, titled=False)
            return None
        return self._made(index, end, "person", name=self._slice(index, end), titled=False)

    def _group(self, index: int) -> Mention | None:
        place = index
        while self._lower(place) in _DETERMINERS or self._lower(place) in ("of", "number", "majority"):
            place += 1
            if place - index > 5:
                return None
        for width in (4, 3, 2, 1):
            words = tuple(token.lower for token in self._tokens[place : place + width])
            if len(words) == width and words in self._words.groups:
                if self._lower(place + width) in ("of", "for") and not self._group_complement(place + width):
                    return None
                end = self._group_complement(place + width) or place + width
                if self._role_goes_on(place + width):
                    return None
                return replace(self._made(index, end, "group"), plural=True)
        return self._named_group(index, place)

    def _named_group(self, index: int, place: int) -> Mention | None:
        """Read "the Housing Scrutiny Panel", "Youth Cabinet Representatives", "local residents"."""
        end = place
        while end < len(self._tokens) and end - place < 6 and (
            self._tokens[end].capital or self._tokens[end].lower in ("and", "&", "of") or (end == place and self._tokens[end].lower in self._words.role_openers)
        ):
            if self._tokens[end].lower in _NEVER_OPEN:
                return None
            if (self._tokens[end].lower,) in self._words.groups and end > place:
                if self._is_head(self._tokens[end]):
                    return None
                following = self._lower(end + 1)
                if following == "of" or self._next_is_capital(end + 1):
                    return None
                return replace(self._made(index, end + 1, "group"), plural=True)
            end += 1
        return None

    def _role_goes_on(self, index: int) -> bool:
        """Tell whether a collective word only opens an office ("the Cabinet Member")."""
        return index < len(self._tokens) and (
            self._is_head(self._tokens[index])
            or (self._tokens[index].capital and self._tokens[index].word)
        )

    def _group_complement(self, index: int) -> int:
        """Return where "of the Committee" after a group ends, or 0."""
        if self._lower(index) not in ("of", "for"):
            return 0
        place = index + 1
        if self._lower(place) in ("the", "this"):
            place += 1
        end = place
        while end < len(self._tokens) and (
            self._tokens[end].capital or self._tokens[end].lower in ("public", "committee", "panel", "board", "council", "forum", "group", "commission", "community", "sub-committee")
        ):
            end += 1
        return end if end > place else 0

    def _role(self, index: int) -> Mention | None:
        place = index
        while self._lower(place) in _DETERMINERS or (place > index and self._lower(place) in _ORDINALS):
            place += 1
        head = self._role_head(place)
        if head is None:
            return None
        lower_head = self._tokens[head].lower
        if place == index and not self._tokens[index].capital and head == index:
            return None
        if place == index and head == index and lower_head in ("member", "chief", "assistant", "lead"):
            return None
        end = self._complement_end(head + 1)
        plural = place > index and self._tokens[index].lower in ("two", "three", "four", "both", "some", "several")
        return replace(self._made(index, end, "role", role=self._slice(place, end)), plural=plural)

    def _role_head(self, place: int) -> int | None:
        """Return the index of an office's last head noun, or None where no office begins here."""
        head: int | None = None
        index = place
        while index < len(self._tokens) and index - place < 10:
            token = self._tokens[index]
            if self._is_head(token):
                head = index
            elif not self._may_precede_head(token, index, place, head is not None):
                break
            index += 1
        return head

    def _is_head(self, token: Token) -> bool:
        bare = token.lower
        for separator in ("-",):
            bare = bare.rsplit(separator, 1)[-1] if separator in bare and bare not in self._words.role_heads else bare
        return bare in self._words.role_heads

    def _may_precede_head(self, token: Token, index: int, place: int, headed: bool) -> bool:
        if token.word and token.capital:
            return not (headed and self._title_width(index) and index > place)
        if token.lower in self._words.role_openers:
            return not headed or self._lower(index + 1) in self._words.role_heads
        if token.text in ("&", "/") or (token.lower == "and" and index > place):
            return self._next_is_capital(index) and not self._title_width(index + 1)
        return token.text.isdigit() and self._lower(index - 1) == "section"

    def _complement_end(self, index: int) -> int:
        """Return where the words that narrow an office down ("for Finance and Property") end."""
        end = index
        while True:
            further = self._complement_step(end)
            if further == end or further - index > 16:
                return end
            end = further

    def _complement_step(self, index: int) -> int:
        token = self._lower(index)
        if token in _COMPLEMENT_PREPOSITIONS:
            return self._after_preposition(index)
        if token in (",", "-", "–", "/", "&", "and", ":"):
            return self._after_joiner(index)
        if index < len(self._tokens) and self._tokens[index].capital and not self._title_width(index):
            return self._capitals_end(index)
        return index

    def _after_preposition(self, index: int) -> int:
        place = index + 1
        if self._lower(place) in ("the", "a", "our"):
            place += 1
        end = self._capitals_end(place)
        if end > place:
            return end
        if self._lower(place) in _LOWER_COMPLEMENTS and self._lower(index) in ("of", "for", "from"):
            return place + 1
        return index

    def _after_joiner(self, index: int) -> int:
        place = index + 1
        if self._lower(index) in (",", "and", "&") and self._lower(place) in ("the", "and"):
            if self._lower(place) == "the" or not self._next_is_capital(place):
                return index
            place += 1
        if self._title_width(place) or self._role_or_name_follows(index, place):
            return index
        end = self._capitals_end(place)
        if end == place:
            return index
        if self._lower(index) == "," and not self._comma_closes(end):
            return index
        return end

    def _role_or_name_follows(self, index: int, place: int) -> bool:
        """Tell whether after a comma a new office or a person begins rather than a complement."""
        if self._lower(index) not in (",", "and", "–", "-"):
            return False
        if self._lower(index) == "and":
            return False
        end = self._capitals_end(place)
        return self._plausible_name(place, end) and end - place >= 2 and not any(
            self._is_head(token) for token in self._tokens[place:end]
        )

    def _comma_closes(self, end: int) -> bool:
        """Tell whether a complement between commas is closed: by a mark, a verb or "and"."""
        return self._lower(end) in (",", "", "(", ")", ";") or not self._tokens[end].capital

    def _capitals_end(self, index: int) -> int:
        end = index
        while end < len(self._tokens) and end - index < 8:
            token = self._tokens[end]
            if token.word and token.capital and not (end > index and self._title_width(end)):
                end += 1
            elif token.lower in ("'s", "&") or (
                token.lower in ("and", "of", "the", "for") and end > index and self._next_is_capital(end)
                and not self._title_width(end + 1)
            ):
                end += 1
            else:
                break
        return end

    # ------------------------------------------------------------ beside the label

    def _one_with_aside(self, index: int) -> Mention | None:
        found = self._one(index)
        if found is None or found.type in ("pronoun",):
            return found
        for _ in range(3):
            wider = self._with_aside(found)
            if wider is found:
                return found
            found = wider
        return found

    def _with_aside(self, found: Mention) -> Mention:
        for reading in (self._bracket, self._direct_person, self._comma_aside, self._dash_role, self._from_body, self._relative):
            wider = reading(found)
            if wider is not None:
                return wider
        return found

    def _bracket(self, found: Mention) -> Mention | None:
        if self._lower(found.after) != "(":
            return None
        close = next((i for i in range(found.after, min(found.after + 20, len(self._tokens))) if self._tokens[i].text == ")"), None)
        if close is None:
            return None
        inner = self._one(found.after + 1)
        after = close + 1
        if inner and inner.after == close and found.type == "role" and inner.type == "person":
            return replace(inner, role=found.role or found.label, after=after)
        role = self._slice(found.after + 1, close)
        return replace(found, role=found.role or role, after=after) if found.type == "person" else replace(found, after=after)

    def _direct_person(self, found: Mention) -> Mention | None:
        """Read a person directly after an office: "the Clerk Mrs Hale"."""
        if found.type != "role" or found.plural or not self._title_width(found.after):
            return None
        person = self._titled_person(found.after)
        return replace(person, role=found.role) if person and not person.plural else None

    def _comma_aside(self, found: Mention) -> Mention | None:
        if self._lower(found.after) != ",":
            return None
        inner = self._one(found.after + 1)
        if inner is None or inner.type in ("pronoun", "group"):
            return None
        after = inner.after
        if found.type == "role" and inner.type == "person":
            if not inner.titled and self._lower(after) == "and":
                return None
            return replace(inner, role=found.role, after=after)
        if found.type == "person" and inner.type == "role":
            return replace(found, role=found.role or inner.role or inner.label, after=after)
        return None

    def _dash_role(self, found: Mention) -> Mention | None:
        if self._lower(found.after) not in ("-", "–") or found.type != "person":
            return None
        inner = self._role(found.after + 1)
        return replace(found, role=found.role or inner.role, after=inner.after) if inner else None

    def _from_body(self, found: Mention) -> Mention | None:
        """Read the body that a person speaks for: "from Hallam Reeve LLP", "of the Civic Trust"."""
        if found.type not in ("person", "role") or self._lower(found.after) not in ("from", "of", "representing", "for", "at"):
            return None
        place = found.after + 1
        if self._lower(place) in ("the", "our"):
            place += 1
        end = self._capitals_end(place)
        return replace(found, after=end) if end > place else None

    def _relative(self, found: Mention) -> Mention | None:
        """Read a relative clause between commas: ", who had given notice, "."""
        comma = self._lower(found.after) == ","
        if self._lower(found.after + comma) not in ("who", "whose", "as", "on", "representing", "speaking"):
            return None
        if not comma:
            return None
        for index in range(found.after + 2, min(found.after + 40, len(self._tokens))):
            if self._tokens[index].text == ",":
                return replace(found, after=index + 1)
        return None

    # ------------------------------------------------------------ several mentions

    def _joined(self, first: Mention) -> Mention:
        others: list[Mention] = []
        last = first
        while True:
            place = self._after_list_mark(last.after)
            if place is None:
                break
            following = self._next_of_list(place, first, last)
            if following is None:
                break
            others.append(following)
            last = following
        if not others or self._lower(others[-1].after) in ("(",):
            return first
        label = " ".join(self._text[first.start : last.end].split())
        kind: MentionType = "person" if first.type == "person" else first.type
        return replace(
            first, end=last.end, label=label, type=kind, plural=True, after=last.after, others=tuple(others)
        )

    def _after_list_mark(self, index: int) -> int | None:
        token = self._lower(index)
        if token in ("and", "&"):
            return index + 1
        if token == ",":
            return index + 2 if self._lower(index + 1) in ("and", "&") else index + 1
        if token == "as" and self._lower(index + 1) == "well" and self._lower(index + 2) == "as":
            return index + 3
        return None

    def _next_of_list(self, place: int, first: Mention, last: Mention) -> Mention | None:
        following = self._one_with_aside(place)
        if following is not None:
            return None if following.type == "pronoun" else following
        if not (first.plural and first.type == "person"):
            return None
        end = self._name_end(place)
        if end == place:
            return None
        return self._made(place, end, "person", name=self._slice(place, end), title=first.title)

    # ------------------------------------------------------------ words

    def _name_end(self, index: int) -> int:
        """Return where a personal name that begins at a token ends."""
        end = index
        surname = False
        while end < len(self._tokens) and end - index < 7:
            token = self._tokens[end]
            if token.text == "." and end > index and self._tokens[end - 1].initials and end + 1 < len(self._tokens):
                end += 1
            elif token.initials and not surname:
                end += 1
            elif token.text in self._words.post_nominals and end > index:
                end += 1
            elif token.word and token.capital and token.text not in self._words.not_names and (
                len(token.text) > 1 and not self._is_head(token) or not surname
            ):
                if surname and (self._title_width(end) and len(token.text) > 4 or token.text.isupper() and not self._tokens[end - 1].text.isupper()):
                    break
                surname = True
                end += 1
            elif token.lower in self._words.particles and self._next_is_capital(end):
                end += 1
            else:
                break
        if end > index and self._tokens[end - 1].text == ".":
            end -= 1
        return end

    def _plausible_name(self, index: int, end: int) -> bool:
        words = [token for token in self._tokens[index:end] if token.word]
        return 2 <= len(words) <= 5 and all(
            token.text not in self._words.not_names
            and not self._is_head(token)
            and token.lower not in _NEVER_NAMES
            and not token.lower.endswith(("'s", "s'"))
            for token in words
        ) and not all(token.text.isupper() for token in words)

    def _lone_initials(self, index: int) -> bool:
        token = self._tokens[index]
        return 2 <= len(token.text) <= 3 and token.text.isalpha() and token.text[:2].isupper() and token.text[-1].isalpha() and token.text.upper() == token.text

    def _title_width(self, index: int) -> int:
        """Return how many tokens at a place are a title, 0 for none."""
        for width in (3, 2, 1):
            words = tuple(token.lower for token in self._tokens[index : index + width])
            if len(words) == width and words in self._words.titles and self._tokens[index].capital:
                return width
        return 0

    def _is_role_title(self, index: int) -> bool:
        return self._tokens[index].lower in self._words.role_heads

    def _skip_bracketed_title(self, place: int) -> int:
        if self._lower(place) == "(" and self._title_width(place + 1) and self._lower(place + 2) == ")":
            return place + 3
        return place

    def _after_determiner(self, index: int, words: tuple[str, ...]) -> int:
        return index + 1 if self._lower(index) in words else index

    def _next_is_capital(self, index: int) -> bool:
        return index + 1 < len(self._tokens) and self._tokens[index + 1].word and self._tokens[index + 1].capital

    def _lower(self, index: int) -> str:
        return self._tokens[index].lower if 0 <= index < len(self._tokens) else ""

    def _slice(self, start: int, end: int) -> str:
        return " ".join(self._text[self._tokens[start].start : self._tokens[end - 1].end].split())

    def _made(
        self,
        start: int,
        end: int,
        kind: MentionType,
        *,
        name: str | None = None,
        title: str | None = None,
        role: str | None = None,
        titled: bool = True,
    ) -> Mention:
        first, last = self._tokens[start], self._tokens[end - 1]
        label = self._slice(start, end)
        return Mention(first.start, last.end, label, kind, name, title, role, False, titled, end)


_LOWER_COMPLEMENTS = frozenset(
    "public committee council board panel group meeting service services staff school trust finance "
    "department team division residents forum governors county district parish town ward".split()
)
_NEVER_OPEN = frozenset(
    "could would should will can do does did is are was were has have had what when where why how "
    "who whether if that following for in on at although".split()
)
_NEVER_NAMES = frozenset("lost carried resolved agreed noted supporting additional minutes".split())
