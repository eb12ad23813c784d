"""What part a speaker plays: who asks, who answers, who runs the meeting."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from rapidfuzz.distance import OSA

from minutesparse.attribute.drafts import person_key, same_office
from minutesparse.attribute.frame import Frame
from minutesparse.lexicons import Lexicon
from minutesparse.naming import Mention, NameWords, holds_officers_post, name_words

_FEWEST_INITIALS = 3
_LONGEST_INITIALS = 4
_LONG_NAME = 6
_FURTHER = frozenset({"another", "second", "third", "fourth"})
_WORKING = ("team", " officers", " staff", " colleagues")
_HE_TITLES = frozenset("mr lord sir councilman fr".split())
_SHE_TITLES = frozenset("mrs ms miss lady dame madam baroness councilwoman".split())
_SIDES = re.compile(
    r"(?P<names>(?:Mrs?|Ms|Miss|Dr|Cllr|Councillor|Sir|Rev)\b[^()\n]{2,60}?)\s*"
    r"\((?:[Oo]bject\w*|[Ss]upport\w*|[Ii]n\s+(?:support|favour|opposition)|[Aa]gainst|[Aa]pplicant\w*|[Aa]gent\w*|"
    r"[^()\n]{3,40}\s(?:Parish|Town|Community)\s+Council)\b"
)
_ONE_WORD = re.compile(r"[\w-]+")
_SURNAME = re.compile(r"(?<![\w'-])[A-Z][\w'-]{2,30}(?=\s*(?:$|,|&|and\b))")
_MEMBER = re.compile(r"\bmember\b(?!\s+(?:services?|support|development|relations))")


_TITLED = re.compile(r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Rev|Prof|Sir|Cllr|Councillor|Cr|Clr)\b\.?\s*)+")
_LISTED_INITIALS = 4
_LONG_INITIALS = 3


@dataclass(frozen=True, slots=True)
class Roster:
    """What attendance tells of people before anybody speaks.

    Attributes:
        members: Surnames of the members of the body, absent ones too.
        officers: Surnames of those in attendance.
        initials: Initials that stand for a person in this document.
        names: Full names without titles.
        chairs: Surnames of those who are in the chair.
    """

    members: AbstractSet[str] = frozenset()
    officers: AbstractSet[str] = frozenset()
    initials: AbstractSet[str] = frozenset()
    names: AbstractSet[str] = frozenset()
    chairs: AbstractSet[str] = frozenset()

    @property
    def called(self) -> AbstractSet[str]:
        """What those who attend are called: full names, and surnames that stand alone."""
        return self.names | {name.title() for name in (*self.members, *self.officers)}


@cache
def is_given_name(word: str, known: frozenset[str]) -> bool:
    """Tell whether a lower-case word is a first name, or one with a letter doubled or lost."""
    if word in known:
        return True
    if len(word) < _LONG_NAME:
        return False
    return any(
        other[0] == word[0] and OSA.distance(word, other, score_cutoff=1) <= 1
        for other in known
        if abs(len(other) - len(word)) <= 1
    )


@lru_cache(maxsize=1024)
def _plain_office(words: str) -> str:
    return " ".join(words.lower().split()).removeprefix("the ").removeprefix("a ")


@lru_cache(maxsize=1024)
def _holds_role(office: str, roles: tuple[str, ...]) -> bool:
    """Tell whether an office is one of some roles, however it goes on."""
    return any(role in office for role in roles)


@cache
def _office_words(words: NameWords) -> frozenset[str]:
    """Return the words of titles, offices and groups: in capitals too they are no names."""
    phrases = words.titles | words.groups
    singles = words.role_heads | words.chair_roles | words.administration | words.pronouns
    return frozenset(word for phrase in phrases for word in phrase).union(
        word for phrase in singles for word in phrase.split()
    )


class Parties:
    """Tells parts by title, office and attendance, and by what a speaker does on the page."""

    def __init__(self, lexicon: Lexicon, roster: Roster, frames: Iterable[Frame]) -> None:
        words = self._words = name_words(lexicon)
        self._member_titles = words.member_titles
        self._member_roles = words.member_roles
        self._chair_roles = words.chair_roles
        self._public_roles = words.public_roles
        self._administration = words.administration
        self._feminine = words.feminine
        self._masculine = words.masculine
        self._given_names = words.given_names
        self.office_words = _office_words(words)
        self._heads = words.role_heads | words.chair_roles | {title[0] for title in words.titles}
        self._labels: Counter[str] = Counter()
        self._roster = roster
        self.askers: set[str] = set()
        self.responders: set[str] = set()
        self._speakers: set[str] = set()
        self._executives: set[str] = set()
        self._public: set[str] = set()
        self._capitals: Counter[str] = Counter()
        self._heard: Mention | None = None
        asker: Mention | None = None
        for frame in frames:
            self._learn(frame, asker)
            asker = self._learn_turn(frame, asker)

    def _learn(self, frame: Frame, asker: Mention | None) -> None:
        """Note who asks, who presents and who replies, wherever on the page."""
        for listed in _SIDES.finditer(frame.text) if "(" in frame.text else ():
            self._public |= {word.lower() for word in _SURNAME.findall(listed["names"])}
        inner = frame.embedded.asker if frame.embedded else None
        if inner is not None:
            self.askers.add(person_key(inner))
        mention = frame.mention
        if frame.act == "ask" and frame.voice == "active" and self._goes_on(mention):
            self.askers.add(person_key(self._heard))
        if mention is None or frame.voice != "active" or mention.type not in ("person", "role"):
            return
        self._heard = mention if asker is None or frame.noted else None
        self._speakers.add(person_key(mention))
        self._labels[mention.label] += 1
        letters = mention.label.replace(".", "")
        short = letters[:2].isupper() and len(letters) <= _LONGEST_INITIALS
        if mention.name == mention.label and short and frame.act is not None:
            self._capitals[mention.label] += 1
        if mention.type == "person" and self.is_executive(mention):
            self._executives.add(person_key(mention))
        if frame.act == "ask" or frame.interrogative:
            self.askers.add(person_key(mention))
        elif frame.act == "present" or frame.embedded is not None or frame.replying:
            self.responders.add(person_key(mention))

    def _goes_on(self, mention: Mention | None) -> bool:
        """Tell whether "he" or "she" goes on with who spoke unasked in the clause before."""
        single = mention is not None and mention.label.lower() in ("he", "she")
        return single and self._heard is not None and self._heard.type == "person"

    def _learn_turn(self, frame: Frame, asker: Mention | None) -> Mention | None:
        """Note who speaks first after a question, and return who asked last."""
        mention = frame.mention
        if frame.act == "ask" or frame.interrogative:
            return mention
        person = mention is not None and mention.type in ("person", "role")
        if asker is None or mention is None or not person or frame.voice != "active":
            return None
        other = person_key(mention) != person_key(asker) and not self.is_chair(mention)
        if other and frame.act in ("state", "answer", "undertake"):
            self.responders.add(person_key(mention))
        return None

    def is_chair(self, mention: Mention | None) -> bool:
        """Tell whether a mention is the chair, by office."""
        if mention is None or mention.type == "group":
            return False
        office = self._office(mention)
        if mention.type == "person" and office == "deputy":
            return False
        if mention.type == "person" and person_key(mention) in self._roster.chairs:
            return True
        role, _, body = office.rpartition(" of the ")
        headed = role in self._chair_roles and _ONE_WORD.fullmatch(body) is not None
        return headed or office in self._chair_roles

    def is_executive(self, mention: Mention | None) -> bool:
        """Tell whether a mention is an elected member who answers for a portfolio."""
        if mention is None:
            return False
        if _holds_role(self._office(mention), self._member_roles):
            return True
        return mention.type == "person" and person_key(mention) in self._executives

    def is_public(self, mention: Mention | None) -> bool:
        """Tell whether a list of speakers says on whose side a person speaks ("(objecting)")."""
        return (
            mention is not None and mention.type == "person" and person_key(mention) in self._public
        )

    def holds_public_role(self, mention: Mention | None) -> bool:
        """Tell whether a person is named with a part that the public has ("the agent")."""
        office = self._office(mention) if mention is not None else ""
        return bool(self._public_roles & set(office.split()))

    def leads_group(self, mention: Mention) -> bool:
        """Tell whether a member is named as the chair of some group ("Chairman of the Panel")."""
        office = (mention.role or "").lower()
        return " of " in office and any(office.startswith(role) for role in self._chair_roles)

    def is_member(self, mention: Mention | None) -> bool:
        """Tell whether a mention speaks as a member of the body or of the public."""
        if mention is None:
            return False
        if mention.type == "group":
            return not self._administers(mention)
        if self._member_office(self._office(mention)):
            return True
        if mention.type == "role":
            return False
        title = (mention.title or "").lower().replace(".", "").split()
        if set(title) & self._member_titles:
            return True
        return person_key(mention) in self._roster.members

    def is_officer(self, mention: Mention | None) -> bool:
        """Tell whether a person is in attendance, and no member."""
        return person_key(mention) in self._roster.officers and not self.is_member(mention)

    def holds_post(self, mention: Mention) -> bool:
        """Tell whether the page names a person with an officer's post ("Assistant Director")."""
        return holds_officers_post(mention.role, self._words) and not self.is_member(mention)

    def may_answer(self, mention: Mention | None) -> bool:
        """Tell whether a mention is one who answers questions here."""
        if mention is None:
            return False
        key = person_key(mention)
        if self.is_executive(mention) or (key in self.responders and key not in self.askers):
            return True
        if mention.type == "group":
            return self._administers(mention)
        if self.is_member(mention) or self.is_chair(mention):
            return key in self.responders
        return key not in self.askers

    def only_asks(self, mention: Mention) -> bool:
        """Tell whether a mention asks somewhere on the page and replies nowhere."""
        return person_key(mention) in self.askers - self.responders

    def has_answered(self, mention: Mention) -> bool:
        """Tell whether a mention presents or replies anywhere on the page."""
        return person_key(mention) in self.responders

    def known_initials(self, mention: Mention, *, reporting: bool) -> bool:
        """Tell whether bare capitals are a person of this document.

        Where the document gives initials, or names several speakers by capitals alone, two
        capitals that report something are a person too, and three where they do so again. So are
        the initials of a name in the attendance, where they report something, and initials with
        full stops that do so twice.
        """
        letters = mention.label.replace(".", "")
        if letters in self._roster.initials or (reporting and self.attends(letters)):
            return True
        if reporting and letters != mention.label and self._capitals[mention.label] > 1:
            return True
        if not reporting or not (self._roster.initials or self._speaks_in_initials):
            return False
        again = self._speaks_in_initials and self._capitals[mention.label] > 1
        return len(letters) == 2 or again

    def attends(self, initials: str) -> bool:
        """Tell whether capitals are the initials of somebody whom the attendance names in full."""
        return initials in self._attending

    @cached_property
    def _attending(self) -> frozenset[str]:
        """The initials of those whom the attendance names in full."""
        words = (_TITLED.sub("", name).split() for name in self._roster.names)
        return frozenset("".join(w[0] for w in one).upper() for one in words if len(one) > 1)

    def may_label(self, mention: Mention) -> bool:
        """Tell whether capitals before a colon may be a person: a page may list all initials.

        Two letters may be a guest's; three that the list does not give are a matter ("RTT: 65
        weeks"), unless they speak elsewhere too.
        """
        if len(self._roster.initials) < _LISTED_INITIALS or len(mention.label) < _LONG_INITIALS:
            return True
        known = mention.label in self._roster.initials or self.attends(mention.label)
        return known or self._capitals[mention.label] > 1

    @cached_property
    def _speaks_in_initials(self) -> bool:
        """True where speakers of this document are named by capitals alone."""
        short = [label for label in self._capitals if len(label.replace(".", "")) == 2]
        return len(short) >= _FEWEST_INITIALS

    def trimmed(self, frame: Frame) -> Frame:
        """Take topic words off that run in before a name of the attendance."""
        mention = frame.mention
        if mention is None:
            return frame
        for name in self._roster.names:
            if mention.label.endswith(" " + name) and mention.label != name:
                before = mention.label.removesuffix(name).lower().split()
                if self._heads & set(before):
                    return frame
                start = mention.end - (len(mention.label) - mention.label.rindex(name))
                own = mention._replace(start=start, label=name, name=name)
                shift = max(start - frame.start, 0)
                return frame._replace(
                    start=frame.start + shift, text=frame.text[shift:], mention=own
                )
        return frame

    def may_be(self, pronoun: str, mention: Mention) -> bool:
        """Tell whether "he" or "she" can point back at a speaker, by title or first name."""
        words = f"{mention.title or ''} {mention.name or ''}".lower().replace(".", " ").split()
        he = any(word in _HE_TITLES or word in self._masculine for word in words[:3])
        she = any(word in _SHE_TITLES or word in self._feminine for word in words[:3])
        if pronoun == "he":
            return he or not she
        if pronoun == "she":
            return she or not he
        return True

    def is_known(self, mention: Mention) -> bool:
        """Tell whether a name without title is somebody's: listed, heard before, a first name."""
        first = mention.label.split(maxsplit=1)[0].lower()
        if mention.plural or mention.others or first.upper() in self._roster.initials:
            return True
        if is_given_name(first, self._given_names) or self._labels[mention.label] > 1:
            return True
        key = person_key(mention)
        return key in self._roster.members or key in self._roster.officers

    def has_spoken(self, mention: Mention) -> bool:
        """Tell whether the name speaks anywhere on the page, or stands in the attendance."""
        key = person_key(mention)
        if mention.type == "role":
            return any(key == known or same_office(key, known) for known in self._speakers)
        return (
            key in self._speakers
            or key in self.askers
            or key in self._roster.members
            or key in self._roster.officers
        )

    def _administers(self, group: Mention) -> bool:
        """Tell whether a group answers for the administration: officers, or a team of them."""
        key = person_key(group)
        return key in self._administration or key.endswith(_WORKING)

    def _office(self, mention: Mention) -> str:
        words = mention.role or (mention.label if mention.type == "role" else "")
        if mention.type == "person" and not words:
            words = mention.title or ""
        return _plain_office(words)

    def _member_office(self, office: str) -> bool:
        if _holds_role(office, self._member_roles):
            return False
        words = office.split()
        return bool(words) and (
            _MEMBER.search(office) is not None
            or ("councillor" in words and len(words) < 4)
            or office.startswith(("vice", "deputy chair", "deputy mayor"))
            or bool(self._public_roles & set(words))
            or office in _FURTHER
        )
