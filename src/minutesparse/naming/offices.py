"""Offices: the head noun that a name of an office turns on, and what narrows it down."""

from __future__ import annotations

from minutesparse.naming.view import TokenView

_PREPOSITIONS = frozenset("of for to from at with in".split())
_SMALL_BODIES = frozenset(
    "sub-group sub-committee subgroup subcommittee group panel board forum committee team".split()
)
_SECTION = frozenset({"section", "s"})
_SERVES_NOBODY = frozenset({"member", "councillor", "leader", "resident"})
_TELLS = frozenset(
    """advised replied responded confirmed reported noted added presented introduced provided
    highlighted outlined informed updated clarified gave answered agreed undertook""".split()
)
_LONGEST_OPENING = 10
_LONGEST_SHORTENED = 5
_LONGEST_BODY = 3
_LONGEST_COMPLEMENT = 18


def office_head(view: TokenView, place: int) -> int | None:
    """Return the index of an office's last head noun, or None where no office begins here."""
    head: int | None = None
    index = place
    while index < len(view) and index - place < _LONGEST_OPENING:
        if view.is_head(index):
            head = index
        elif not _may_precede_head(view, index, place, head is not None):
            break
        index += 1
    return head


def office_end(view: TokenView, index: int) -> int:
    """Return where an office that begins at a token ends; the same index where none does."""
    head = office_head(view, index)
    return index if head is None else complement_end(view, head + 1)


def complement_end(view: TokenView, index: int) -> int:
    """Return where the words that narrow an office down ("for Finance and Property") end."""
    end = index
    while end - index <= _LONGEST_COMPLEMENT:
        further = _complement_step(view, end)
        if further == end:
            break
        end = further
    return end


def _may_precede_head(view: TokenView, index: int, place: int, headed: bool) -> bool:
    lower = view.lower(index)
    if view.is_capital(index):
        named = view.title_width(index) or view.opens_full_name(index)
        return not (headed and index > place and named)
    if lower in view.words.role_openers:
        return not headed or view.is_head(index + 1)
    if lower in ("&", "/") or (lower == "and" and index > place):
        named = view.is_capital(index + 1) and not view.title_width(index + 1)
        return named or (lower == "and" and not headed and _joins_fields(view, index))
    if lower == ",":
        police = view.lower(index - 1) == "police" and view.lower(index + 1) == "fire"
        return police or (not headed and fields_end(view, place) > index)
    if not headed and view.lower(index - 1) == "and" and view.is_head(index + 1):
        return _joins_fields(view, index - 1)
    if lower == "of" and not headed and index > place:
        return view.is_capital(index - 1) and _headed_soon(view, index + 1)
    if lower in _SECTION:
        return view.lower(index + 1).isdigit()
    if lower in (".", "'"):
        goes_on = _possesses if lower == "'" else _shortens
        return index > place and not (headed and lower == ".") and goes_on(view, index)
    return lower.isdigit() and view.lower(index - 1) in _SECTION


def _possesses(view: TokenView, mark: int) -> bool:
    """Tell whether a mark makes a possessor of the word before it ("Members' Secretary")."""
    return view.lower(mark - 1).endswith("s") and view.is_capital(mark + 1)


def _shortens(view: TokenView, stop: int) -> bool:
    """Tell whether a full stop shortens a word of an office ("Sen. Ex. Engineer")."""
    short = view.is_capital(stop - 1) and len(view.lower(stop - 1)) <= _LONGEST_SHORTENED
    return short and view.is_capital(stop + 1)


def fields_end(view: TokenView, place: int) -> int:
    """Return where an office of several fields ends ("the Policy, Risk and Audit Manager"), or 0.

    Args:
        view: The tokens.
        place: The index of its first word, behind "the".
    """
    if view.lower(place - 1) != "the":
        return 0
    comma = last = 0
    for index in range(place, min(place + _LONGEST_OPENING, len(view))):
        lower = view.lower(index)
        if view.is_capital(index):
            if view.is_head(index) and lower != "member":
                return index + 1 if comma and 0 < last < index - 1 else 0
            titled = view.title_width(index) and view.is_capital(index + 1)
            if titled or view.opens_full_name(index):
                return 0
        elif lower in ("and", "&") and comma and not last:
            last = index
        elif lower == "," and index > place and not last:
            comma = index
        else:
            return 0
    return 0


def _joins_fields(view: TokenView, index: int) -> bool:
    """Tell whether "and" joins the fields of an office in small letters ("police and crime")."""
    return view.lower(index - 1) in view.words.role_openers and view.is_head(index + 2)


def _headed_soon(view: TokenView, index: int) -> bool:
    """Tell whether capitals run from here to the head of an office ("Rights of Way Officer")."""
    for place in range(index, index + _LONGEST_OPENING):
        if not view.is_capital(place):
            return False
        if view.is_head(place):
            return place > index
    return False


def _complement_step(view: TokenView, index: int) -> int:
    lower = view.lower(index)
    if lower in _PREPOSITIONS:
        return _after_preposition(view, index)
    if lower in (",", "-", "–", "/", "&", "and"):
        return _after_joiner(view, index)
    if lower == ":":
        return _after_colon(view, index)
    if view.is_capital(index) and not view.title_width(index) and not view.opens_full_name(index):
        return view.capitals_end(index)
    return index


def _after_colon(view: TokenView, index: int) -> int:
    """Read "the Lead Officer: Property and Facilities (LOPF)", which its short form closes."""
    end = view.capitals_end(index + 1)
    short = view.tokens[end + 1].text if end + 2 < len(view) else ""
    bracketed = view.lower(end) == "(" and view.lower(end + 2) == ")"
    if end > index + 1 and view.lower(end) in view.words.telling_verbs | _TELLS:
        return end if _is_definite(view, index) else index  # "the Director: Place advised"
    return end if end > index + 1 and bracketed and short.isupper() else index


def _after_preposition(view: TokenView, index: int) -> int:
    place = index + 1
    if view.lower(index) == "to" and _serves_nobody(view, index - 1):
        return index  # "a question from the Chair to the Solicitor"
    if view.lower(place) in ("the", "a", "our"):
        place += 1
    end = view.capitals_end(place)
    if view.lower(end - 1) in _SECTION and view.lower(end).isdigit() and view.is_head(end + 1):
        return end + 2
    if end > place:
        return end + (view.lower(end) in _SMALL_BODIES)
    if view.lower(index) not in ("of", "for", "from"):
        return index
    if view.lower(place) in view.words.role_complements:
        return place + 1 + view.lower(place + 1).isdigit()
    return _after_body(view, place) or index


def _after_body(view: TokenView, place: int) -> int:
    """Return where a body in small letters ends ("a member of the youth council"), or 0."""
    if view.lower(place - 1) not in ("the", "a", "our"):
        return 0
    for end in range(place, place + _LONGEST_BODY):
        if view.lower(end) in view.words.body_nouns | _SMALL_BODIES:
            return 0 if view.lower(end + 1) == "'s" else end + 1
        if not view.lower(end).isalpha() or view.is_head(end):
            return 0
    return 0


def _serves_nobody(view: TokenView, head: int) -> bool:
    """Tell whether an office is nobody's: a chair is no "Clerk to the Panel"."""
    return view.lower(head) in view.words.chair_roles | _SERVES_NOBODY


def _after_joiner(view: TokenView, index: int) -> int:
    joiner, place = view.lower(index), index + 1
    if joiner == "," and view.lower(place) == "and":
        place += 1
    if view.lower(place) == "the":
        place += 1
    end = view.capitals_end(place)
    if (
        view.lower(place) in _SECTION
        and view.lower(place + 1).isdigit()
        and view.is_head(place + 2)
    ):
        return place + 3
    if end == place or view.title_width(place):
        return index
    if joiner == "," and view.is_group_word(end - 1) and view.lower(end) != ",":
        return index  # "a question from the Chair, Officers said"
    headed = any(view.is_head(inner) for inner in range(place, end))
    if view.lower(place - 1) == "the" and (joiner != "and" or headed):
        return index
    if joiner in (",", "–", "-") and view.is_plausible_name(place, end) and not headed:
        field = joiner != "," and _is_definite(view, index) and not view.opens_full_name(place)
        return end if field else index
    if (
        joiner == "and"
        and headed
        and view.lower(index - 1) not in _PREPOSITIONS
        and _closes_early(view, end)
    ):
        return end
    if joiner == "," and not _comma_closes(view, end):
        return index
    return end


def _is_definite(view: TokenView, index: int) -> bool:
    """Tell whether "the" opens the office before a place: "the Service Manager – Early Help"."""
    first = index - 1
    while first > 0 and (view.is_capital(first) or view.lower(first) in ("of", "for", "and", "&")):
        first -= 1
    return view.lower(first) == "the"


def _closes_early(view: TokenView, end: int) -> bool:
    return not view.is_capital(end)


def _comma_closes(view: TokenView, end: int) -> bool:
    """Tell whether words after a comma are closed: by a mark, a verb or "and"."""
    return view.lower(end) in (",", "", "(", ")", ";") or not view.is_capital(end)
