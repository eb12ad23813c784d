"""Counts by name: "Ayes: A, B and C", "A, B and C voted for", "A, yes; B, no"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from minutesparse.extract.decisions.votes.names import names_before, names_in
from minutesparse.extract.decisions.votes.tally import Tally
from minutesparse.extract.decisions.votes.words import vote_words
from minutesparse.extract.findings import Option
from minutesparse.lexicons import Lexicon, alternation

_LIST_ENDS = re.compile(
    r";|(?<!\bCllr)(?<!\bCllrs)(?<!\bCr)(?<!\bCrs)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)"
    r"(?<!\b[A-Z])\.(?=\s|$)|\s{3,}(?=[A-Z]{4})"
)
_LIST_STARTS = re.compile(
    r"(?<=[a-z)\d])[.;:]\s+(?:and\s+)?|\)\s*[,;]?\s*(?:and\s+)?(?=(?:the\s+)?[A-Z])|,?\s+(?:while|whilst|but|with)\s+"
)
_PRINTED = re.compile(
    r"\s*(?:\((?:total\s*:?\s*)?(?P<n>\d{1,3})\)|[–=-]\s*(?:total\s*:?\s*)?(?P<m>\d{1,3}))\s*$",
    re.I,
)
_UNMARKED = re.compile(
    r"\b(?P<side>For|FOR|Against|AGAINST)\s+(?=(?:Crs?|Cllrs?|Councillors?)\b\.?\s+[A-Z])"
)
_TOTALS = re.compile(r"\d{1,2}\s*(?:yes|no|aye|nay)s?\b[\s,;]*", re.I)
_NUMBER_FIRST = re.compile(r"\b\d{1,3}\s+(?:votes?\s+)?$")  # "3 in favor - 1 opposed"
_EACH = re.compile(r"\s+(?:all|each|both|had|having)$")
_FARTHEST = 1200


@dataclass(frozen=True, eq=False)
class _Patterns:
    """Patterns of named votes.

    Attributes:
        label: A side as a label before a figure or names.
        figure: A figure right behind a label, in brackets or not.
        cast: "voted for", with a printed number behind it.
        behind: A side, more words, a colon and names.
        call: One name and what it answered.
        side_line: A side with a colon and a title of several at the beginning.
    """

    label: re.Pattern[str]
    figure: re.Pattern[str]
    cast: re.Pattern[str]
    behind: re.Pattern[str]
    call: re.Pattern[str]
    side_line: re.Pattern[str]


def rolls(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a line holds nothing but names and what they answered."""
    pattern = _patterns(lexicon).call
    if pattern.search(text) is None:
        return False
    return len(_TOTALS.sub("", pattern.sub("", text)).strip(" ,;.()")) < 4


def call_width(text: str, lexicon: Lexicon) -> int:
    """Return how wide the name and answer are that a line opens with ("Vane Aye"), or 0."""
    found = _patterns(lexicon).call.match(text)
    return found.end() if found is not None else 0


def names_side(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a line opens with a side and members' names ("For: Councillors A and B")."""
    return _patterns(lexicon).side_line.match(text) is not None


def called_roll(text: str, tally: Tally, lexicon: Lexicon) -> None:
    """Read "Racine, yes; Dement, yes; Fay, no": every name with what it answered."""
    found = _patterns(lexicon).call.finditer(text)
    calls = [call for call in found if call["name"].lower() not in _crowds(lexicon)]
    if len(calls) < 2:
        return
    words = vote_words(lexicon)
    for call in calls:
        tally.name(words.side_of(call["side"]), [" ".join(call["name"].split())])
    sides: tuple[Option, ...] = ("for", "against", "abstain")
    for side in sides:
        if tally.named(side):
            tally.count(side, tally.named(side))


def casting_voters(text: str, tally: Tally, lexicon: Lexicon) -> None:
    """Read "Councillors A, B and C voted for the motion (3)"."""
    done = 0
    words = vote_words(lexicon)
    for found in _patterns(lexicon).cast.finditer(text):
        side: Option = words.side_of(found["side"]) if found["side"] else "abstain"
        before = text[max(done, found.start() - _FARTHEST) : found.start()].rstrip(" ,\t")
        names = names_before(_LIST_STARTS.split(_EACH.sub("", before))[-1], lexicon)
        done = found.end()
        if names:
            number = found["n"] or found["m"]
            tally.count(side, int(number) if number else len(names))
            tally.name(side, names)


def labelled_sides(text: str, tally: Tally, lexicon: Lexicon) -> None:
    """Read "For: 6, Against: 3", "AYES: Smith, Jones and Lee"."""
    labels = list(_patterns(lexicon).label.finditer(text))
    if labels and _NUMBER_FIRST.search(text, 0, labels[0].start()) is not None:
        return
    if not any(label["side"].lower() == "yes" for label in labels):
        labels = [label for label in labels if label["side"].lower() != "no"]
    for place, label in enumerate(labels):
        stop = labels[place + 1].start() if place + 1 < len(labels) else len(text)
        whole = text[label.end() : stop].strip(" ,;/|")
        stretch = whole if label["m"] else _LIST_ENDS.split(whole, maxsplit=1)[0].strip(" ,/|")
        _take(tally, _side(label, tally, lexicon), stretch, label["m"], lexicon)
    if tally.unanimous and not any(tally.counts.values()):
        tally.counts.clear()  # "Ayes: All Noes: None" counts nobody


def unmarked_sides(text: str, tally: Tally, lexicon: Lexicon) -> None:
    """Read "For Crs A and B Against Cr C": both sides, each before a title."""
    sides = [] if tally.counts else list(_UNMARKED.finditer(text))
    if len({found["side"].lower() for found in sides}) < 2:
        return
    for place, found in enumerate(sides):
        stop = sides[place + 1].start() if place + 1 < len(sides) else len(text)
        stretch = _LIST_ENDS.split(text[found.end() : stop].strip(" ,;"), maxsplit=1)[0]
        _take(tally, vote_words(lexicon).side_of(found["side"]), stretch, None, lexicon)


def names_behind(text: str, tally: Tally, lexicon: Lexicon) -> None:
    """Read "14 Councillors voted for the amendment: Councillors A, B and C."."""
    for found in _patterns(lexicon).behind.finditer(text):
        side = vote_words(lexicon).side_of(found["side"])
        if not tally.named(side):
            tally.name(side, names_in(found["names"], lexicon))


def _side(label: re.Match[str], tally: Tally, lexicon: Lexicon) -> Option:
    """Return the side of a label; who is for the rival amendment is against the motion."""
    side = vote_words(lexicon).side_of(label["side"])
    rival = side == "for" and "amendment" in label[0].lower() and "for" in tally.counts
    return "against" if rival else side


def _take(tally: Tally, side: Option, stretch: str, printed: str | None, lexicon: Lexicon) -> None:
    """Add what stands behind the label of a side: a figure, "none", "all" or names."""
    if re.match(r"all\b", stretch, re.I):
        tally.unanimous = True
        return
    figure = _patterns(lexicon).figure.match(stretch)
    if figure is not None:
        tally.count(side, vote_words(lexicon).number_of(figure["n"]) or 0)
        behind = re.match(r"\s*[-–:]\s*", stretch[figure.end() :])
        if behind is not None:
            tally.name(side, names_in(stretch[figure.end() + behind.end() :], lexicon))
        return
    names = names_in(_PRINTED.sub("", stretch), lexicon)
    last = _PRINTED.search(stretch)
    number = printed or (last["n"] or last["m"] if last else None)
    if names or number:
        tally.count(side, int(number) if number else len(names))
        tally.name(side, names)


@cache
def _crowds(lexicon: Lexicon) -> frozenset[str]:
    """Return the words for those who vote that are no names."""
    return frozenset(lexicon.phrases("votes", "voters") + lexicon.phrases("votes", "groups"))


@cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    words = vote_words(lexicon)
    answers = alternation(
        word for listed in lexicon.table("votes", "answers").values() for word in listed
    )
    titles = alternation(lexicon.phrases("votes", "shared") + lexicon.phrases("speakers", "titles"))
    name = r"[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*){0,4}"
    return _Patterns(
        label=re.compile(
            rf"(?:^|(?<=[\s(\[,;/|.:]))(?P<side>{words.label})(?:\s+{words.motion}|\s+from\s+voting)?"
            rf"(?:\s+by\s+(?:the\s+)?{name})?"
            r"\s*(?:\((?P<m>\d{1,3})\)\s*(?::\s*[-–]?|[-–=]|(?=[A-Z])|\.?$)|(?:\s*(?:were|was|are))?\s*:\s*[-–]?|[-–=]|"
            r"(?:\s*(?:were|was)\s+)(?=(?:Nil|None)\b|(?-i:[A-Z]))|\bby\s+(?-i:(?=[A-Z])))\s*",
            re.I,
        ),
        figure=re.compile(rf"\(?(?P<n>{words.number})\)?", re.I),
        cast=re.compile(
            rf"\b(?:(?:voted|voting)\s+(?P<side>{words.side}|{answers})\b"
            rf"(?:\s+(?:{words.motion}|it|this))?(?:\s*\((?P<n>\d{{1,3}})\))?|"
            r"abstain(?:ed|ing)\b(?:\s+from\s+voting)?(?:\s*\((?P<m>\d{1,3})\))?)",
            re.I,
        ),
        behind=re.compile(
            rf"\b(?P<side>{words.side})\b[^.:;]{{0,40}}:\s*(?P<names>[A-Z][^.;:]{{2,900}}?)"
            r"(?=\.(?:\s|$)|;|$)",
            re.I,
        ),
        call=re.compile(
            rf"(?<![\w.])(?P<name>{name})\s*[,:–|-]*\s*[\"“']?(?P<side>(?i:{answers}))\b[\"”']?(?!\.?\s*\d)"
            r"(?=\s*(?:[,;.)|]|$|and\b|[A-Z]))"
        ),
        side_line=re.compile(
            rf"\W*(?:{words.label})(?:\s+{words.motion})?\s*(?:\(\d{{1,3}}\)\s*)?[:–-]\s*"
            rf"(?:{titles})\b",
            re.I,
        ),
    )
