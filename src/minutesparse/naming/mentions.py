"""Who is named: a small descent over tokens that reads one mention from its first word.

A mention is a titled person, a bare personal name, an office, a group, a pronoun, or several of
these joined by "and". What stands beside a name is read with it (see ``asides.py``) but kept
apart: it says the role, not the label.
"""

from __future__ import annotations

from collections.abc import Sequence

from minutesparse.lexicons import Lexicon
from minutesparse.naming.aliases import Aliases
from minutesparse.naming.groups import BETWEEN, group_end
from minutesparse.naming.mention import Mention, MentionType
from minutesparse.naming.offices import complement_end, fields_end, office_end, office_head
from minutesparse.naming.openers import DETERMINERS, POSSESSOR, may_begin
from minutesparse.naming.tokens import Token
from minutesparse.naming.view import TokenView
from minutesparse.naming.words import name_words

_SEVERAL = frozenset("two three four five six both some several many all".split())
_BEFORE_TITLES = frozenset(
    "county district borough parish town city ward shire unitary state fellow".split()
)
_OPENS_OFFICE_ALONE = frozenset({"member", "chief", "assistant", "lead", "partner", "head"})
_UNNAMED = frozenset("others another some someone somebody".split())
_ASKING = frozenset("people several many".split())
_ORDINALS = frozenset({"second", "third", "fourth"})
_MATTERS = frozenset("about regarding concerning on as in relating around over".split())
_LEAVE = frozenset("invitation permission agreement consent discretion request leave".split())
_ONE = frozenset({"another", "someone", "somebody"})


class MentionReader:
    """Reads mentions from the tokens of one text.

    Args:
        text: The text.
        tokens: Its tokens.
        lexicon: Titles, offices and groups.
        aliases: Short forms that the document gives itself.
    """

    def __init__(
        self,
        text: str,
        tokens: Sequence[Token],
        lexicon: Lexicon,
        aliases: Aliases = Aliases(),  # noqa: B008 - frozen
    ) -> None:
        self.aliases = aliases
        self.view = TokenView(text, tokens, name_words(lexicon))
        self._plain: dict[int, Mention | None] = {}
        self._read: dict[int, Mention | None] = {}

    def read(self, index: int) -> Mention | None:
        """Return the mention that begins at a token, with what stands beside it, or None."""
        if index not in self._read:
            first = self.read_plain(index)
            if first is not None and self.view.lower(first.after) == "'s":
                first = None
            if first is not None and first.type != "pronoun":
                from minutesparse.naming.asides import (  # noqa: PLC0415 - they read on
                    joined,
                    with_asides,
                )

                first = joined(self, with_asides(self, first))
            self._read[index] = first
        return self._read[index]

    def read_plain(self, index: int) -> Mention | None:
        """Return the mention that begins at a token, nothing beside it."""
        if index not in self._plain:
            self._plain[index] = self._first(index) if may_begin(self.view, index) else None
        return self._plain[index]

    def title_width(self, index: int) -> int:
        """Return how many tokens at a place are a title, 0 for none."""
        return self.view.title_width(index)

    def listed_name(self, index: int) -> tuple[int, int]:
        """Return the tokens of a name in a list, title and all; in a list one word is enough."""
        place = self._after_titles(index)
        end = self.view.name_end(place)
        if end == place or (end - place == 1 and place == index and not self._one_word_name(place)):
            return index, index
        if place == index and any(self.view.is_head(inner) for inner in range(place, end)):
            return index, index
        return index, end

    def office_end(self, index: int) -> int:
        """Return where an office that begins at a token ends; the same index where none does."""
        return office_end(self.view, index)

    def offices_of_fields(self) -> list[tuple[int, int]]:
        """Return where "the Policy, Risk and Audit Manager" and the like begin and end."""
        articles = (i for i, lower in enumerate(self.view.lowers) if lower == "the")
        ends = ((index, fields_end(self.view, index + 1)) for index in articles)
        return [(index, end) for index, end in ends if end]

    def person_at(self, index: int) -> Mention | None:
        """Return the titled person whose title begins at a token, or None."""
        return self._titled_person(index)

    def bare_name_at(self, index: int) -> Mention | None:
        """Return the person whose name of two or more words begins at a token, or None."""
        found = self._bare_name(index)
        return found if found is not None and " " in found.label else None

    def made(
        self,
        start: int,
        end: int,
        kind: MentionType,
        *,
        name: str | None = None,
        title: str | None = None,
        role: str | None = None,
        titled: bool = True,
        plural: bool = False,
    ) -> Mention:
        """Return a mention over a run of tokens."""
        first, last = self.view.tokens[start], self.view.tokens[end - 1]
        label = self.view.slice(start, end)
        return Mention(first.start, last.end, label, kind, name, title, role, plural, titled, end)

    # ------------------------------------------------------------ the readings

    def _first(self, index: int) -> Mention | None:
        """Return what the first reading that knows a token makes of it, in order of trust."""
        return (
            self._pronoun(index)
            or self._titled_person(index)
            or self._alias(index)
            or (self._office(index) if fields_end(self.view, index + 1) else None)
            or self._group(index)
            or self._office(index)
            or self._bare_name(index)
        )

    def _alias(self, index: int) -> Mention | None:
        place = index + 1 if self.view.lower(index) in DETERMINERS else index
        if place >= len(self.view) or self.view.is_head(place + 1):
            return None
        short = self.view.tokens[place].text
        if short in self.aliases.offices:
            return self.made(index, place + 1, "role", role=short)
        if short in self.aliases.bodies:
            return self.made(index, place + 1, "group", plural=True)
        return None

    def _pronoun(self, index: int) -> Mention | None:
        if self.view.lower(index) in self.view.words.pronouns:
            return self.made(index, index + 1, "pronoun")
        return None

    def _titled_person(self, index: int) -> Mention | None:
        view = self.view
        start = index + 1 if view.lower(index) == "the" else index
        place = self._after_titles(start)
        end = view.name_end(place) if place > start else place
        if end == place:
            place, end = self._surname_word(start, place)
        elif place > start and end - place == 1:
            end += self._has_surname_word(end)
        if end == place:
            return None
        if self._runs_into_office(start, end):
            return None
        if self._gives_leave(index, start, place):
            return self.made(index, start + 1, "role", role=view.slice(start, start + 1))
        if start > index and end - place == 1 and view.lower(place - 1) == "manager":
            return None  # "the Group Manager Repairs" holds an office
        office = view.is_head(start)
        if office and any(self._is_no_name(inner) for inner in range(place, end)):
            return None
        first = index if office else start
        name, title = view.slice(place, end), view.slice(start, place)
        plural = view.is_plural_title(start) or " and " in title or " & " in title
        return self.made(first, end, "person", name=name, title=title, plural=plural)

    def _gives_leave(self, index: int, start: int, place: int) -> bool:
        """Tell whether an office lets another speak ("By leave of the Chair Mr Orr said")."""
        lower = self.view.lower
        given = lower(index - 1) == "of" and lower(index - 2) in _LEAVE
        return given and place > start + 1

    def _runs_into_office(self, start: int, end: int) -> bool:
        """Tell whether a title only opens an office's name ("Major Projects Team Leader")."""
        view = self.view
        if view.is_head(start) or self._title_before(start + 1) in view.words.personal_titles:
            return False
        last = view.capitals_end(end)
        return last > end and view.is_head(last - 1) and not view.title_width(end)

    def _surname_word(self, start: int, place: int) -> tuple[int, int]:
        """Return a surname that is a word after titles ("Councillor Lord", "Ms Street")."""
        if place <= start:
            return place, place
        view = self.view
        title = self._title_before(place)
        if not view.is_capital(place):
            place, title = place - 1, self._title_before(place - 1)
        word = view.tokens[place].text if view.is_capital(place) else ""
        if place <= start or title not in view.words.personal_titles or len(word) < 2:
            return place, place
        plain = word.isalpha() and not word.isupper() and not view.is_capital(place + 1)
        joined = view.lower(place + 1) in ("for", "of", "'s")
        return place, place + 1 if plain and not joined else place

    def _has_surname_word(self, place: int) -> bool:
        """Tell whether a surname that is a word follows a first name ("Councillor Jane Ward")."""
        view = self.view
        if view.lower(place - 1) not in view.words.given_names or not view.is_capital(place):
            return False
        word = view.tokens[place].text
        plain = len(word) > 1 and word.isalpha() and not word.isupper()
        return plain and not view.is_capital(place + 1) and view.lower(place + 1) != "'s"

    def _title_before(self, place: int) -> str:
        """Return the word before a place, its full stop left out."""
        lower = self.view.lower
        return lower(place - 2) if lower(place - 1) == "." else lower(place - 1)

    def _is_no_name(self, index: int) -> bool:
        """Tell whether a word speaks against a name after an office ("Deputy Chief Officer")."""
        word = self.view.tokens[index].text
        return self.view.is_head(index) or (len(word) > 1 and word in self.view.words.not_names)

    def unnamed(self, index: int, verb: int, *, asks: bool = False) -> Mention | None:
        """Return "Others", "Another", "A third" right before a verb, or None."""
        word = self.view.lower(index)
        if word == "a" and verb == index + 2 and self.view.lower(index + 1) in _ORDINALS:
            return self.made(index, index + 2, "role")
        if verb != index + 1 or not (word in _UNNAMED or (asks and word in _ASKING)):
            return None
        plural = word not in _ONE
        return self.made(index, index + 1, "group" if plural else "role", plural=plural)

    def first_name(self, index: int) -> Mention | None:
        """Return who is called by a first name alone ("Ruth said"), or None."""
        if index >= len(self.view):
            return None
        view, name = self.view, self.view.tokens[index].text
        known = view.is_capital(index) and view.lower(index) in view.words.given_names
        known = known or name in self.aliases.called
        if not known or name.isupper():
            return None
        return self.made(index, index + 1, "person", name=name, titled=False)

    def surname(self, index: int) -> Mention | None:
        """Return who is called by a surname that the page gives with a title, or None."""
        token = self.view.tokens[index]
        if token.text not in self.aliases.surnames or self.view.is_head(index):
            return None
        return self.made(index, index + 1, "person", name=token.text, titled=False)

    def read_joint(self, index: int) -> Mention | None:
        """Return the mention at a token with others that "and" joins to it, or an office's name."""
        from minutesparse.naming.asides import bracket, joined  # noqa: PLC0415 - they read on

        first = self.read_plain(index)
        if first is None or first.type == "pronoun":
            return first
        office = first.type == "role" and first.label.lower().startswith("the ")
        named = (bracket(self, first) or self._called_by_name(first)) if office else None
        return joined(self, named if named is not None and named.type == "person" else first)

    def _called_by_name(self, office: Mention) -> Mention | None:
        """Read "the Chair, Councillor Orr, the Clerk ...": the name in commas is the Chair's."""
        if self.view.lower(office.after) != ",":
            return None
        person = self.read_plain(office.after + 1)
        if person is None or person.type != "person" or not person.titled:
            return None
        if self.view.lower(person.after) != ",":
            return person if self.view.lower(person.after) in _MATTERS else None
        further = self.read_plain(person.after + 1)
        return person if further is not None and self.view.lower(further.after) != "," else None

    def unlisted_office(self, index: int) -> Mention | None:
        """Return "The Chamberlain": capitals after "the" that no lexicon knows, or None."""
        view = self.view
        if view.lower(index) != "the" or not view.is_capital(index + 1):
            return None
        end = view.capitals_end(index + 1)
        if end - index > 7 or any(self._is_no_name(inner) for inner in range(index + 1, end)):
            return None
        return self.made(index, end, "role", role=view.slice(index + 1, end), titled=False)

    def _bare_name(self, index: int) -> Mention | None:
        view = self.view
        end = view.name_end(index)
        if end - index >= 2 and view.is_plausible_name(index, end):
            return self.made(index, end, "person", name=view.slice(index, end), titled=False)
        if view.is_lone_initials(index):
            name = view.tokens[index].text
            return self.made(index, index + 1, "person", name=name, titled=False)
        end = view.initials_end(index)
        if end > index:
            return self.made(index, end, "person", name=view.slice(index, end), titled=False)
        return None

    def _group(self, index: int) -> Mention | None:
        end = group_end(self.view, index)
        if not end:
            place = index + (self.view.lower(index) in DETERMINERS)
            owned = self._after_possessor(place)  # "the Council's officers"
            end = group_end(self.view, owned) if owned else 0
        return self.made(index, end, "group", plural=True) if end else None

    def _office(self, index: int) -> Mention | None:
        view = self.view
        place = index
        while view.lower(place) in DETERMINERS or (place > index and view.lower(place) in BETWEEN):
            place += 1
        head = office_head(view, place)
        if head is None or view.lower(head + 1) == "'s":
            owned = self._after_possessor(place)
            own_head = office_head(view, owned) if owned else None
            place, head = (owned, own_head) if own_head is not None else (place, head)
        if head is None:
            return None
        bare = place == index and head == index
        alone = view.lower(head) in _OPENS_OFFICE_ALONE and view.lower(head + 1) not in (
            "of",
            "for",
            "–",
            "-",
            ":",
        )
        if bare and (not view.is_capital(index) or alone):
            return None
        end = complement_end(view, head + 1)
        plural = place > index and view.lower(index) in _SEVERAL
        return self.made(index, end, "role", role=view.slice(place, end), plural=plural)

    # ------------------------------------------------------------ small steps

    def _after_possessor(self, place: int) -> int:
        """Return where an office begins behind "the applicant's", or 0."""
        view = self.view
        for index in range(place + 1, min(place + POSSESSOR, len(view))):
            if view.lower(index) == "'s":
                named = view.is_capital(place) or view.is_head(index - 1)
                return index + 1 if named else 0
            if not (view.is_capital(index) or index == place + 1):
                return 0
        return 0

    def _after_titles(self, index: int) -> int:
        """Return where the titles that begin at a token end ("Cllr Dr (Mrs)")."""
        view = self.view
        place = index
        before_title = view.is_capital(place) and (
            view.tokens[place].initials or view.lower(place) in _BEFORE_TITLES
        )
        if before_title and view.title_width(place + 1) and not view.title_width(place):
            place += 1
        while width := view.title_width(place):
            plural = view.is_plural_title(place)
            place += width
            if view.lower(place) == "." or (plural and view.lower(place) == ":"):
                place += 1
            if view.lower(place) in ("and", "&") and view.is_couple(place):
                place += 1
            if (
                view.lower(place) == "("
                and view.title_width(place + 1)
                and view.lower(place + 2) == ")"
            ):
                place += 3
        return place

    def _one_word_name(self, index: int) -> bool:
        token = self.view.tokens[index]
        return (
            token.capital
            and len(token.text) > 2
            and not token.text.isupper()
            and not self.view.is_head(index)
        )
