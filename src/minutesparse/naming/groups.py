"""Groups: "Members", "the Housing Scrutiny Panel", "some members of the public"."""

from __future__ import annotations

from minutesparse.naming.offices import office_head
from minutesparse.naming.openers import DETERMINERS
from minutesparse.naming.view import TokenView

BETWEEN = frozenset(
    """first second third fourth fifth other local further of number majority district county
    borough parish town city ward individual independent opposition backbench co-opted lay fellow
    newer""".split()
)
"""Words between "the" and a group or an office."""
_NEVER_OPENS = frozenset(
    "could would should will can do does did is are was were has have had what when where why how "
    "who whether if that following for in on at although".split()
)
_GROUP_OBJECTS = frozenset(
    "public committee panel board council forum group commission community sub-committee".split()
)


def group_end(view: TokenView, index: int) -> int:
    """Return where a group that begins at a token ends, or 0 where none does."""
    place = index
    while view.lower(place) in DETERMINERS or (place > index and view.lower(place) in BETWEEN):
        place += 1
        if place - index > 5:
            return 0
    for width in (4, 3, 2, 1) if view.lower(place) in view.words.group_openers else ():
        words = tuple(view.lowers[place : place + width])
        if words == ("meeting",) and view.lower(place - 1) in ("a", "an"):
            return 0
        if len(words) == width and words in view.words.groups:
            return _whole_end(view, place + width) or _named_end(view, place)
    return _named_end(view, place)


def _whole_end(view: TokenView, end: int) -> int:
    """Return a group's end unless its words only open an office or name a part of something."""
    if view.is_head(end) or view.is_capital(end) or view.lower(end) == "'s":
        return 0
    end += view.is_people(end, end - 1)
    if _goes_on_to_office(view, end - 1):
        return 0
    return _object_end(view, end) if view.lower(end) in ("of", "for") else end


def _named_end(view: TokenView, place: int) -> int:
    """Read "the Housing Scrutiny Panel", "Youth Cabinet Representatives"."""
    end = place
    if view.is_head(place) and view.lower(place + 1) in ("of", "for"):
        return 0
    while end < len(view) and end - place < 7:
        if not (_may_open(view, end, place) or view.is_people(end, place)):
            break
        if view.lower(end) in _NEVER_OPENS or (view.is_head(end) and end > place):
            return 0
        if view.is_group_word(end) and end > place:
            last = not (view.is_capital(end + 1) or view.lower(end + 1) in ("of", "'s", "&"))
            last = last and not view.is_people(end + 1, place)
            office = view.is_head(end) or view.is_head(end + 1)
            if last and not office and not _goes_on_to_office(view, end):
                there = view.lower(end).endswith("s") and view.lower(end + 1) == "present"
                return end + 1 + there  # "the LDC Members present"
        end += 1
    return 0


def _goes_on_to_office(view: TokenView, index: int) -> bool:
    """Tell whether "and" goes on to an office ("the Police and Crime Commissioner")."""
    joined = view.lower(index + 1) in ("and", "&")
    return joined and (office_head(view, index) or 0) > index + 1


def _may_open(view: TokenView, index: int, place: int) -> bool:
    lower = view.lower(index)
    if view.is_capital(index):
        return True
    if lower in ("and", "&", "of"):
        return index > place
    return index == place and lower in view.words.role_openers


def _object_end(view: TokenView, index: int) -> int:
    """Return where "of the Committee" after a group ends, or 0."""
    place = index + 1
    if view.lower(place) in ("the", "this"):
        place += 1
    end = place
    while view.is_capital(end) or view.lower(end) in _GROUP_OBJECTS:
        end += 1
    return end if end > place else 0
