"""Labels resolved to persons within one meeting; who cannot be told apart stays apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from rapidfuzz.distance import OSA

Match = Literal["exact", "alias", "fuzzy", "ambiguous"]
Standing = Literal["member", "officer", "courtesy"]
_RANK: dict[str, int] = {"exact": 0, "alias": 1, "fuzzy": 2, "ambiguous": 3}
_WORD = re.compile(r"[^\W\d_][\w'-]*")


class Label(NamedTuple):
    """Words that name somebody, with what the words say.

    Attributes:
        text: The words as written.
        name: The personal name within them; None for an office alone.
        title: The title within them.
        role: The office within or beside them.
        initials: Initials that the document gives for the name.
        start: Offset of the words.
        end: Offset after them.
        standing: What title, office and attendance tell: a member of the body, its officer, or
            somebody with no title but "Mr" or "Mrs".
        listed: Whether the words stand in the attendance list.
    """

    text: str
    name: str | None
    title: str | None
    role: str | None
    start: int
    end: int
    initials: str | None = None
    standing: Standing | None = None
    listed: bool = False


@dataclass(slots=True)
class PersonDraft:
    """A person in the making."""

    id: str
    name: str
    title: str | None
    role: str | None
    start: int
    end: int
    mentions: list[str] = field(default_factory=list)
    match: Match = "exact"
    initials: set[str] = field(default_factory=set)
    standing: Standing | None = None
    titles: set[str] = field(default_factory=set)
    listed: bool = False
    words: list[str] = field(default_factory=list)

    @property
    def surname(self) -> str:
        """The last word of the name in lower case; empty for a name without words."""
        return self.words[-1].lower() if self.words else ""


@dataclass(slots=True)
class People:
    """The persons of a meeting and what each label came to.

    A label looks up whom it may name instead of asking everybody, so that a page with many
    thousands of names takes no longer a name than one with ten.
    """

    persons: list[PersonDraft] = field(default_factory=list)
    resolved: dict[str, str] = field(default_factory=dict)
    ambiguous: list[Label] = field(default_factory=list)
    _known: defaultdict[tuple[str, str], dict[str, PersonDraft]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    _unslipped: list[PersonDraft] = field(default_factory=list)

    def under(self, kind: str, word: str) -> list[PersonDraft]:
        """Return the persons known under a word of a kind, each once."""
        return list(self._known.get((kind, word), {}).values())

    def near(self, surname: str) -> list[PersonDraft]:
        """Return the persons whose surname may be a slip away, each once."""
        # Few pages ask, and a surname has as many slips as letters: they are made when asked for.
        for person in self._unslipped:
            for slip in _slips(person.surname):
                self._known["slip", slip][person.id] = person
        self._unslipped.clear()
        shared = (self._known.get(("slip", slip), {}) for slip in _slips(surname))
        return list({person.id: person for found in shared for person in found.values()}.values())

    def note(self, person: PersonDraft) -> None:
        """Make a person known under what is now known of them."""
        keys = {("surname", person.surname), *(("initials", one) for one in person.initials)}
        if person.role:
            keys.add(("office", _office(person.role)))
        for key in keys:
            self._known[key][person.id] = person
        self._unslipped.append(person)


def resolve_people(labels: Iterable[Label]) -> People:
    """Resolve labels, in document order, to the persons of the meeting.

    A label is matched exactly (full name, or a surname that only one person bears), as an alias
    (initials; an office that the document gives to a person), or fuzzily (one slip in a surname
    that nobody else bears; two names on the attendance list are two). Two persons of one surname
    are never merged on the surname alone; such a label is ambiguous and resolves to nobody.
    """
    people = People()
    ordered = sorted(labels, key=lambda label: label.start)
    worded = [(label, name_words_of(label.name or "")) for label in ordered]
    for label, words in worded:
        if len(words) > 1:
            _take(people, label, words)
    for label, words in worded:
        _take(people, label, words)
    return people


def name_words_of(name: str) -> list[str]:
    """Return the words of a personal name with bare capitals split into initials."""
    words: list[str] = []
    for word in _WORD.findall(name.replace(".", " ").replace("’", "'")):
        words += list(word) if word.isupper() and len(word) <= 3 else [word]
    return words


def _take(people: People, label: Label, words: list[str]) -> None:
    if label.text in people.resolved:
        return
    candidates, match = _candidates(people, label, words)
    if len(candidates) == 1:
        _join(people, candidates[0], label, words, match)
    elif len(candidates) > 1:
        people.ambiguous.append(label)
    elif label.name:
        _new(people, label, words)


def _candidates(
    people: People, label: Label, words: Sequence[str]
) -> tuple[list[PersonDraft], Match]:
    if label.name is None:
        return people.under("office", _office(label.role or label.text)), "alias"
    if not words:
        return [], "exact"
    if label.name.isupper() and len(label.name) <= 4 and not label.title:
        return people.under("initials", label.name), "alias"
    namesakes = people.under("surname", words[-1].lower())
    namesakes = [person for person in namesakes if not _clash(person, label, words)]
    exact = [person for person in namesakes if _compatible(person.words, words)]
    if exact:
        narrowed = [person for person in exact if person.words == words]
        return narrowed or exact, "exact"
    near = _near(people, label, words) if len(words) > 1 and len(words[-1]) >= 5 else []
    return (near, "fuzzy") if len(near) == 1 else ([], "exact")


def _near(people: People, label: Label, words: Sequence[str]) -> list[PersonDraft]:
    """Return the persons whose surname is one slip away."""
    surname = words[-1]
    return [
        person
        for person in people.near(surname.lower())
        if person.words
        and person.words[-1][0] == surname[0]
        and OSA.distance(person.words[-1].lower(), surname.lower(), score_cutoff=1) == 1
        and _given_compatible(person.words[:-1], words[:-1])
        and len(words) > 1
        and not (person.listed and label.listed)
        and not _clash(person, label, words)
    ]


def _slips(surname: str) -> Iterator[str]:
    """Yield a surname and what lost letters make of it; names a slip apart have one in common."""
    yield surname
    for place in range(len(surname)):
        yield surname[:place] + surname[place + 1 :]


def _compatible(known: Sequence[str], words: Sequence[str]) -> bool:
    """Tell whether two names can be one person's: same surname, given names that do not clash."""
    if not known or known[-1].lower() != words[-1].lower():
        return False
    return _given_compatible(known[:-1], words[:-1])


def _given_compatible(known: Sequence[str], words: Sequence[str]) -> bool:
    if not known or not words:
        return True
    first, other = known[0].lower(), words[0].lower()
    if len(first) == 1 or len(other) == 1:
        return first[0] == other[0]
    return first == other


def _clash(person: PersonDraft, label: Label, words: Sequence[str]) -> bool:
    """Tell whether title or office say that a label is another person of the surname.

    An officer is no member; and where members are called "Councillor", "Mrs Orr" is not Councillor
    Orr, unless the page has given her both titles.
    """
    both = {person.standing, label.standing}
    if both == {"member", "officer"}:
        return True
    alone = len(words) == 1 or len(person.words) == 1
    return both == {"member", "courtesy"} and alone and not _title_words(label) & person.titles


def _title_words(label: Label) -> set[str]:
    return set((label.title or "").lower().replace(".", " ").split())


def _office(words: str) -> str:
    folded = " ".join(words.lower().split())
    return (
        re.sub(r"^(?:the|our|a|an)\s+", "", folded)
        .replace("chairman", "chair")
        .replace("chairperson", "chair")
    )


def _join(
    people: People, person: PersonDraft, label: Label, words: list[str], match: Match
) -> None:
    if label.text not in person.mentions:
        person.mentions.append(label.text)
    if label.name and len(words) > len(person.words):
        person.name, person.start, person.end = label.name, label.start, label.end
        person.words = words
    person.title = person.title or label.title
    person.role = person.role or label.role
    person.titles |= _title_words(label)
    person.listed = person.listed or label.listed
    if person.standing in (None, "courtesy"):
        person.standing = label.standing or person.standing
    if label.initials:
        person.initials.add(label.initials)
    if _RANK[match] > _RANK[person.match]:
        person.match = match
    people.resolved[label.text] = person.id
    people.note(person)


def _new(people: People, label: Label, words: list[str]) -> None:
    assert label.name is not None  # noqa: S101 - the caller looked
    identifier = f"person-{len(people.persons) + 1}"
    person = PersonDraft(
        identifier, label.name, label.title, label.role, label.start, label.end, [label.text],
        words=words,
    )  # fmt: skip
    person.titles |= _title_words(label)
    person.listed, person.standing = label.listed, label.standing
    if label.initials:
        person.initials.add(label.initials)
    people.persons.append(person)
    people.resolved[label.text] = identifier
    people.note(person)
