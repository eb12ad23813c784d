"""What stands beside a name: its office, its body, a relative clause, further names."""

from __future__ import annotations

import re
from collections.abc import Callable

from minutesparse.naming.mention import Mention
from minutesparse.naming.mentions import MentionReader
from minutesparse.naming.openers import DETERMINERS
from minutesparse.naming.view import TokenView

Aside = Callable[[MentionReader, Mention], Mention | None]
_BODIES = frozenset("from of representing for at on in".split())
_RELATIVE = frozenset(
    """who whose as on representing speaking in and also which from of having being attending
    referring responding noting citing recalling quoting turning with together along alongside
    accompanied supported assisted joined by when while whilst after following via under although
    though through speaking acting standing""".split()
)
_LONGEST_CLAUSE = 40
_LONGEST_APPOSITIVE = 18
_LONGEST_BODY = 4
_AUDITS = re.compile(r"\bauditors?\b", re.I)
_SHORTENED = frozenset({"mt", "st", "ft"})
_LONGEST_RESTRICTION = 14
_INDEFINITE = frozenset("a an one another".split())
_FINITE = frozenset("was were had is are has said asked that would".split())


def with_asides(reader: MentionReader, found: Mention) -> Mention:
    """Return a mention with up to three asides read beside it."""
    for _ in range(3):
        wider = next((w for aside in ASIDES if (w := aside(reader, found)) is not None), None)
        if wider is None:
            return found
        found = wider
    return found


def bracket(reader: MentionReader, found: Mention) -> Mention | None:
    """Read "(Public Protection Officer)", "(Councillor Hale)" after a name or an office."""
    view = reader.view
    if view.lower(found.after) != "(":
        return None
    last = min(found.after + 24, len(view))
    close = next((i for i in range(found.after, last) if view.lower(i) == ")"), None)
    if close is None or close == found.after + 1:
        return None
    inner = reader.read_plain(found.after + 1)
    after = close + 1
    if found.type == "role" and _AUDITS.search(found.label) and not _is_given(reader, inner):
        return found._replace(after=after)  # "The external auditor (Hale Marsh LLP)" is a firm's
    if inner and inner.after == close and found.type == "role" and inner.type == "person":
        if inner.label.isupper() and inner.label == inner.name:
            return found._replace(after=after)
        return inner._replace(role=found.role or found.label, after=after)
    words = view.slice(found.after + 1, close)
    if found.type == "role" and _narrows_office(reader, found, words):
        label = view.text[found.start : view.tokens[close].end]
        label = " ".join(label.split())
        end = view.tokens[close].end
        return found._replace(end=end, label=label, role=f"{found.role} ({words})", after=after)
    if found.type != "person":
        return found._replace(after=after)
    return found._replace(role=found.role or words, after=after, titled=True)


def _is_given(reader: MentionReader, inner: Mention | None) -> bool:
    """Tell whether a name in a bracket is a person's: with a title, or a first name that is one."""
    if inner is None or inner.type != "person":
        return False
    first = inner.label.split(maxsplit=1)[0].lower()
    return inner.title is not None or first in reader.view.words.given_names


def _narrows_office(reader: MentionReader, found: Mention, words: str) -> bool:
    """Tell whether "(Streetscene and Highways)" belongs to the office before it."""
    if words in reader.aliases.offices or words.isupper() or not words[:1].isupper():
        return False
    inner = reader.read_plain(found.after + 1)
    return inner is None and not any(map(str.isdigit, words))


def person_after_office(reader: MentionReader, found: Mention) -> Mention | None:
    """Read a person directly after an office: "the Clerk Mrs Hale", "Village Engineer Paul Ord"."""
    if found.type != "role" or found.plural:
        return None
    person = reader.person_at(found.after) if reader.title_width(found.after) else None
    if person is None and reader.view.opens_full_name(found.after):
        person = reader.bare_name_at(found.after)
    if person is None:
        person = _name_inside(reader, found)
    if person is None or person.plural:
        return None
    return person._replace(role=found.role, titled=True)


def _name_inside(reader: MentionReader, found: Mention) -> Mention | None:
    """Read a personal name that the office's capitals have run on into."""
    view = reader.view
    first = next(i for i, token in enumerate(view.tokens) if token.start >= found.start)
    for index in range(first + 1, found.after):
        narrowed = "of" in view.lowers[first:index] and not view.opens_full_name(index + 1)
        if view.is_head(index) and index + 1 < found.after and not narrowed:
            person = reader.bare_name_at(index + 1)
            if person is not None and person.after == found.after and " " in (person.name or ""):
                return person
    return None


def comma_aside(reader: MentionReader, found: Mention) -> Mention | None:
    """Read an office or a person between commas after the other."""
    if reader.view.lower(found.after) != ",":
        return None
    if reader.view.lower(found.after + 1) in ("a", "an"):
        described = appositive(reader, found)
        if described is not None:
            return described
    inner = reader.read_plain(found.after + 1)
    if inner is None or inner.type in ("pronoun", "group"):
        return _of_body(reader, found)
    if found.type == "role" and inner.type == "person":
        if not inner.titled and reader.view.lower(inner.after) == "and":
            return None
        return inner._replace(role=found.role)
    if found.type == "person" and inner.type == "role":
        role = found.role or inner.role or inner.label
        return found._replace(role=role, after=inner.after, titled=True)
    return None


def _of_body(reader: MentionReader, found: Mention) -> Mention | None:
    """Read the body somebody comes from between commas: "Mrs Orr, Healthwatch, asked"."""
    view, first = reader.view, found.after + 1
    named = found.type == "person" and (found.titled or " " in found.label)
    end = view.capitals_end(first)
    if not named or end == first or end - first > _LONGEST_BODY or view.lower(end) != ",":
        return None
    listed = view.title_width(first) or view.opens_full_name(first) or view.is_capital(end + 1)
    if listed or view.lower(end + 1) in ("and", "&", "or"):
        return None
    return found._replace(after=end + 1, titled=True)


def appositive(reader: MentionReader, found: Mention) -> Mention | None:
    """Read ", agent for the applicant," or ", a local resident and user of the pool,"."""
    view = reader.view
    if found.type != "person" or view.lower(found.after) != ",":
        return None
    first = found.after + 1
    if view.title_width(first) or (view.is_capital(first) and not view.is_head(first)):
        return None
    for index in range(first, min(first + _LONGEST_APPOSITIVE, len(view))):
        if view.lower(index) in _FINITE or view.lower(index).endswith("ed"):
            return None
        if view.title_width(index) and not view.is_head(index):
            return None
        if view.lower(index) == ",":
            headed = any(view.is_head(inner) for inner in range(first, index))
            role = found.role or view.slice(first, index)
            return found._replace(role=role, after=index + 1, titled=True) if headed else None
    return None


def dash_office(reader: MentionReader, found: Mention) -> Mention | None:
    """Read "Yasmin Frost - Assistant Director"."""
    if found.type != "person" or reader.view.lower(found.after) not in ("-", "–"):
        return None
    end = reader.office_end(found.after + 1)
    if end == found.after + 1:
        return None
    return found._replace(role=found.role or reader.view.slice(found.after + 1, end), after=end)


def body(reader: MentionReader, found: Mention) -> Mention | None:
    """Read the body that a person speaks for: "from Hallam Reeve LLP", "of the Civic Trust"."""
    view = reader.view
    if found.type not in ("person", "role"):
        return None
    after = found.after
    aside = view.lower(after) == "," and view.lower(after + 1) == "on"
    opener = after + (aside and view.lower(after + 2) == "behalf")
    if view.lower(opener) not in _BODIES:
        return None
    place = opener + 1
    if view.lower(place) == "behalf":
        place += 2
    if view.lower(place) in ("the", "our", "this") or view.lower(place).isdigit():
        place += 1
    end = _body_end(reader, view.capitals_end(place))
    if end == place and view.lower(place) in ("meeting", "hearing", "public"):
        end = place + 1
    return found._replace(after=end) if end > place else None


def _body_end(reader: MentionReader, place: int) -> int:
    """Return where a body in small letters ends ("the tenants' group"), or the place itself."""
    view = reader.view
    for index in range(place, min(place + _LONGEST_BODY, len(view))):
        if view.lower(index) in view.words.body_nouns:
            return index + 1
        if not view.lower(index).isalpha() or view.lower(index) in _FINITE:
            break
    return place


def organisation(reader: MentionReader, found: Mention) -> Mention | None:
    """Read the body that a person belongs to between commas: ", Oakley Residents Group,"."""
    view = reader.view
    if found.type != "person" or view.lower(found.after) != ",":
        return None
    first = found.after + 1
    if view.lower(first) in _SHORTENED and view.lower(first + 1) == ".":
        first += 2
    end = view.capitals_end(first)
    if end - found.after < 3 or view.title_width(first):
        return None
    if (
        view.lower(end) in view.words.telling_verbs
        and not view.opens_full_name(first)
        and " " in found.label
    ):
        return found._replace(after=end, titled=True)
    if view.lower(end) == "(":
        end = next(
            (i + 1 for i in range(end, min(end + 6, len(view))) if view.lower(i) == ")"), end
        )
    if view.lower(end) not in (",", ""):
        return None
    return found._replace(after=min(end + 1, len(view)), titled=True)


def calling(reader: MentionReader, found: Mention) -> Mention | None:
    """Read a title of one word between commas after a name: ", Pastor,"."""
    view = reader.view
    if found.type != "person" or view.lower(found.after) != ",":
        return None
    if not view.title_width(found.after + 1) or view.lower(found.after + 2) != ",":
        return None
    role = found.role or view.slice(found.after + 1, found.after + 2)
    return found._replace(role=role, after=found.after + 2, titled=True)


def address(reader: MentionReader, found: Mention) -> Mention | None:
    """Read where a member of the public lives: ", 9 Cedar Court,"."""
    view = reader.view
    if found.type != "person" or view.lower(found.after) != ",":
        return None
    if not view.lower(found.after + 1)[:1].isdigit():
        return None
    for index in range(found.after + 2, min(found.after + 9, len(view))):
        if view.lower(index) == ",":
            return found._replace(after=index + 1, titled=True, role=found.role or "resident")
    return None


def relative_clause(reader: MentionReader, found: Mention) -> Mention | None:
    """Read a clause between commas: ", who had given notice, "."""
    view = reader.view
    first = found.after + (view.lower(found.after) == ",")
    opener = view.lower(first)
    participle = opener.endswith("ing") and not view.is_capital(first)
    if view.lower(first - 1) != "," or not (opener in _RELATIVE or participle):
        return None
    for index in range(first + 1, min(found.after + _LONGEST_CLAUSE, len(view))):
        if view.lower(index) == "," and view.lower(index + 1) not in ("which", "who", "whose"):
            return found._replace(after=index + 1)
        if index > first + 1 and opener == "who" and _tells_alone(view, index):
            return found._replace(after=index)
    return None


def _tells_alone(view: TokenView, index: int) -> bool:
    """Tell whether a telling verb ends a clause without its comma ("who was in the Chair said")."""
    before = view.lower(index - 1)
    told = view.lower(index) in view.words.telling_verbs and view.lower(index + 1) == "that"
    return told and before not in view.words.auxiliaries and before not in ("who", "and", "or", ",")


def restriction(reader: MentionReader, found: Mention) -> Mention | None:
    """Read who somebody without a name is: "A resident who had objected asked whether"."""
    view = reader.view
    one = found.type == "role" and found.label.lower().split(" ")[0] in _INDEFINITE
    if view.lower(found.after) != "who" or not (one or found.type == "group"):
        return None
    for index in range(found.after + 2, min(found.after + _LONGEST_RESTRICTION, len(view))):
        if view.lower(index) in (".", ";", ":", ","):
            return None
        told = view.lower(index) in view.words.telling_verbs
        if told and view.lower(index - 1) not in view.words.auxiliaries:
            end = view.tokens[index - 1].end
            label = " ".join(view.text[found.start : end].split())
            return found._replace(end=end, label=label, after=index)
    return None


def capacity(reader: MentionReader, found: Mention) -> Mention | None:
    """Read the office somebody speaks in: "as Lead Member of the Review said"."""
    view = reader.view
    place = found.after + (view.lower(found.after) == ",")
    if found.type != "person" or view.lower(place) != "as":
        return None
    first = place + 1 + (view.lower(place + 1) in DETERMINERS)
    end = reader.office_end(first)
    if end == first:
        return None
    after = end + (view.lower(end) == ",")
    following = view.lower(after)
    says = following in view.words.telling_verbs or (
        following.endswith("ed") and following != "seconded"
    )
    if not says or view.is_capital(after):
        return None
    role = found.role or view.slice(first, end)
    return found._replace(after=after, role=role, titled=True)


ASIDES: tuple[Aside, ...] = (
    bracket,
    person_after_office,
    comma_aside,
    appositive,
    dash_office,
    body,
    calling,
    organisation,
    address,
    capacity,
    relative_clause,
    restriction,
)
"""What may stand beside a mention, tried in order."""


def joined(reader: MentionReader, first: Mention) -> Mention:
    """Return a mention with those that "and" and commas join to it."""
    others: list[Mention] = []
    last = first
    closed = 0
    while (place := _after_list_mark(reader, last.after)) is not None:
        following = _next_of_list(reader, place, first)
        if following is None:
            break
        if reader.view.lower(place - 1) != ",":
            closed = len(others) + 1
        others.append(following)
        last = following
    open_list = first.plural and first.type == "person" and not closed
    others = others[: len(others) if open_list else closed]
    if not others:
        return first
    last = others[-1]
    label = " ".join(reader.view.text[first.start : last.end].split())
    return first._replace(
        end=last.end, label=label, plural=True, after=last.after, others=tuple(others)
    )


def _after_list_mark(reader: MentionReader, index: int) -> int | None:
    lower = reader.view.lower
    mark = lower(index)
    if mark in ("and", "&"):
        return index + 1
    if mark == ",":
        return index + 2 if lower(index + 1) in ("and", "&") else index + 1
    if mark == "as" and (lower(index + 1), lower(index + 2)) == ("well", "as"):
        return index + 3
    return None


def _next_of_list(reader: MentionReader, place: int, first: Mention) -> Mention | None:
    plain = reader.read_plain(place)
    if plain is not None:
        return None if plain.type == "pronoun" else with_asides(reader, plain)
    if not (first.plural and first.type == "person"):
        return None
    end = reader.view.name_end(place)
    if end == place:
        end += _is_last_surname(reader, place)
    if end == place:
        return None
    name = reader.view.slice(place, end)
    return reader.made(place, end, "person", name=name, title=first.title)


def _is_last_surname(reader: MentionReader, place: int) -> bool:
    """Tell whether a word that is no name elsewhere ends a list of names: "Ash, Orr and Ward"."""
    view = reader.view
    word = view.tokens[place].text if view.is_capital(place) else ""
    plain = len(word) > 1 and word.isalpha() and not word.isupper()
    return plain and not (view.is_capital(place + 1) or view.is_head(place))
