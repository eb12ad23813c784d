"""Counts of votes within one sentence: figures, words, lists of names, "unanimously"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from minutesparse.extract.findings import NamedVote, Option

_WORDS = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
_VALUES = {word: value for value, word in enumerate(_WORDS)}
_VALUES |= {"none": 0, "nil": 0, "zero": 0, "nobody": 0, "thirty": 30, "forty": 40, "fifty": 50}
_TENS = ("twenty", "thirty", "forty", "fifty")
_NUMBER = (
    r"(?<![\d,.£$€#/-])(?:\d{1,3}(?![\d,.]*\d|%|\s*(?:per\s+cent|%))|(?:twenty|thirty|forty|fifty)[ -](?:"
    + "|".join(_WORDS[1:10])
    + r")|"
    + "|".join(sorted(_VALUES, key=len, reverse=True))
    + r")"
)
_FOR = r"(?:in\s+favou?r|for|supporting|in\s+support|ayes?|yeas?)"
_AGAINST = r"(?:against|opposed|dissenting|noes|naye?s?)"
_ABSTAIN = r"(?:declin(?:ed|ing)\s+to\s+vote|abstain(?:ed|ing|s)?|abstentions?|not\s+voting)"
_VOTERS = (
    r"(?:(?:of\s+the\s+)?(?:members?|councillors?|cllrs?|votes?|people|trustees|governors|present|others?|"
    r"commissioners)\s+)?(?:\([^)]{0,240}\)\s*)?(?:(?:being|were|was|had|having|who)\s+)?"
    r"(?:vot(?:ed|ing|es?)\s+|cast\s+|recorded\s+)?"
)
_COUNTED = re.compile(
    rf"(?<!\w)(?P<n>{_NUMBER})\s*(?:x\s+)?{_VOTERS}(?P<side>{_FOR}|{_AGAINST}|{_ABSTAIN})\b", re.I
)
_SIDE_LABEL = (
    r"(?:those\s+)?(?:voting\s+|votes?\s+|voted\s+)?"
    r"(?:for|in\s+favou?r|against|abstain(?:ed|ing)?|abstentions?|declin(?:ed|ing)\s+to\s+vote|not\s+voting|ayes?|yeas?|yes|noes|naye?s?|no|opposed|absent)"
)
_LABEL = re.compile(
    rf"(?:^|(?<=[\s(,;/|.:]))(?P<side>{_SIDE_LABEL})"
    r"(?:\s+(?:of\s+)?(?:the\s+)?(?:original\s+|substantive\s+)?(?:motion|amendment|recommendation|proposal|resolution)s?)?"
    r"(?:\s+by\s+(?:the\s+)?[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*){0,4})?"
    r"\s*(?:\((?P<m>\d{1,3})\)\s*(?::\s*[-–]?|[-–=]|(?=[A-Z]))|:\s*[-–]?|[-–=]|"
    r"(?:\s*(?:were|was)\s+)(?=(?:Councillors?|Cllrs?|Crs?|Nil|None)\b))\s*",
    re.I,
)
_FIGURE = re.compile(rf"\(?(?P<n>{_NUMBER})\b\)?", re.I)
_LIST_ENDS = re.compile(
    r";|(?<!\bCllr)(?<!\bCllrs)(?<!\bCr)(?<!\bCrs)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\b[A-Z])\.(?=\s|$)|\s{3,}(?=[A-Z]{4})"
)
_PAIRS = re.compile(
    rf"(?:^|(?<=[\s(,;:]))(?P<side>for|in\s+favou?r|against|abstain(?:ed|ing)?|abstentions?|ayes?|yes|noes|nays?|no)\s+(?P<n>\d{{1,3}})(?![\d/.,]*\d)\b",
    re.I,
)
_TO = re.compile(
    rf"(?<!\w)(?P<for>{_NUMBER})\s+(?:votes?\s+|members?\s+)?(?:for\s+)?to\s+(?P<against>{_NUMBER})(?!\s*(?:pm|am|p\.m|%|years?|days?|weeks?|months?|hours?|miles?))"
    rf"(?:\s+(?:votes?|against))?(?:[\s,]+(?:with|and)?\s*(?P<abstain>{_NUMBER})\s+{_ABSTAIN})?",
    re.I,
)
_LEADS_TO_PAIR = re.compile(
    r"\b(?:by|of|carried|passed|lost|defeated|failed|adopted|approved|rejected)\s*[,:(–-]?\s*$", re.I
)
_TO_CUE = re.compile(
    r"\bvotes?\b|\bvoted\b|\b(?:carried|lost|defeated|passed|adopted|approved|agreed|rejected)\b[^.]{0,40}?\bby\b|"
    r"^\W*(?:(?:the\s+)?(?:motion|amendment)\s+(?:was\s+)?)?(?:carried|lost|defeated|passed|failed)\b|\bmajority\b", re.I
)
_DASHED = re.compile(
    r"(?:\b(?:votes?(?:\s+of)?|voted|voting|carried|passed|approved|adopted|lost|agreed|failed|defeated|by|unanimous(?:ly)?)\b"
    r"(?:\s+(?:was|were|of|by|a|the|being|vote|with|at|tied)\b){0,4}[^\w\n]{0,200}?|\()"
    r"(?<![\d/.-])(?P<a>\d{1,2})\s?[-–:/]\s?(?P<b>\d{1,2})(?:\s?[-–:/]\s?(?P<c>\d{1,2}))?(?:\s?[-–:/]\s?\d{1,2})?(?![\d/.]*\d|\s*(?:am|pm|a\.m|p\.m))",
    re.I,
)
_DASH_CUE = re.compile(r"\b(?:vot\w+|carried|passed|lost|failed|defeated|motion|unanimous\w*)\b", re.I)
_CAST = re.compile(
    rf"\b(?:(?:voted|voting)\s+(?P<side>{_FOR}|{_AGAINST})\b"
    r"(?:\s+(?:the|this|of)\s+(?:the\s+)?\w+)?(?:\s*\((?P<n>\d{1,3})\))?|"
    r"abstained\b(?:\s+from\s+voting)?(?:\s*\((?P<m>\d{1,3})\))?)",
    re.I,
)
_CALL = re.compile(
    r"(?P<name>(?<![\w.])[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*){0,4})\s*[,:–-]*\s*[\"“']?"
    r"(?P<side>(?i:yes|ayes?|yea|no|nay|abstain(?:ed)?|absent))\b[\"”']?(?=\s*(?:[,;.]|$|and\b|[A-Z]))"
)
_PRINTED = re.compile(r"\s*\((?:total\s*:?\s*)?(\d{1,3})\)\s*$", re.I)
_NAMES_BEFORE = 1200
_LIST_STARTS = re.compile(r"(?<=[a-z)\d])[.;:]\s+(?:and\s+)?|\)\s*;?\s*(?:and\s+)?(?=[A-Z])|,?\s+(?:while|whilst|but|with)\s+")
_NAMES_AFTER = re.compile(
    rf"(?P<side>{_FOR}|{_AGAINST}|{_ABSTAIN})\b[^.:;]{{0,40}}:\s*(?P<names>[A-Z][^.;:]{{2,900}}?)(?=\.(?:\s|$)|;|$)", re.I
)
_NONE_SIDE = re.compile(
    rf"\b(?:(?:with\s+)?no\s+(?P<side>{_ABSTAIN}|votes\s+against|one\s+(?:voted\s+|voting\s+)?(?:against|abstaining))|"
    r"(?:none|nobody|no-one)\s+(?P<side2>against|abstaining|opposed))\b",
    re.I,
)
_UNANIMOUS = re.compile(
    r"\b(?:(?:carried\s+)?unanimous(?:ly)?(?:\s+by\s+voice\s+vote)?|unaminously|unamimously|nem\.?\s*con\b\.?|nem\.?\s*dis\b|without\s+dissent|"
    r"all\s+(?:members\s+|councillors\s+|cllrs\s+|those\s+)?(?:(?:present|at\s+the\s+meeting)\s+)?(?:were\s+|voted\s+|voting\s+)?in\s+favou?r|agreed\s+by\s+all(?:\s+present)?|"
    r"all\s+ayes?|all\s+yeas?|all\s+voted\s+(?:aye|yes)|^\W*all\s+(?:(?:were|members|councillors|present)\s+)*agreed(?=\W*$)|"
    r"by\s+(?:general\s+)?assent|by\s+common\s+consent|no\s+member\s+voting\s+against)(?!\w)",
    re.I,
)
_DECIDING = re.compile(
    r"\b(?:resolved?|resolution|agreed|approved?|carried|passed|vot(?:e|es|ed|ing)|adopted|elected|appointed|noted|recommended|granted|"
    r"refused|deferred|decided|accepted|confirmed|proposed|seconded|moved|motion|endorsed|determined|favou?r)\b",
    re.I,
)
_PRAISE = re.compile(r"\bunanimous\s+(?:in|support\s+for|view|feeling|praise)\b", re.I)
_CASTING = re.compile(r"\bcasting\s+vote\b", re.I)
_STRONG = re.compile(
    r"\bvot(?:e|es|ed|ing)\b|\bin\s+favou?r\b|\babst|\bcarried\b|\bpassed\b|\blost\b|\bdefeated\b|\bfell\b|\b(?:motion|amendment)\b|\bayes?\b|"
    r"\bnays?\b|\bnoes\b|show\s+of\s+hands|\bdivision\b|\bunanim|\bmajority\b|\bagreed\b|\bresolved\b|\brecommendation\b",
    re.I,
)
_RECEIVED = re.compile(
    rf"\bmotion\s+(?:had\s+)?received\s+(?P<for>{_NUMBER})(?:\s+votes?)?.{{0,40}}?\bamendment\s+(?:had\s+)?(?:received\s+)?(?P<against>{_NUMBER})(?:\s+votes?)?",
    re.I,
)
_RIVAL = re.compile(
    rf"(?<!\w)(?P<for>{_NUMBER})\s+(?:members?\s+)?(?:voted\s+|voting\s+)?for\s+the\s+motion\s*,?\s*(?:and|,)?\s*"
    rf"(?P<against>{_NUMBER})\s+(?:members?\s+)?(?:voted\s+|voting\s+)?for\s+the\s+amendment",
    re.I,
)
_NAME_SEPARATOR = re.compile(r",\s*(?:and\s+)?|\s+and\s+|;\s*(?:and\s+)?|\s*&\s*|\n|\s{3,}")
_SEMICOLON = re.compile(r"\s*;\s*(?:and\s+)?")
_INVERTED = re.compile(r"([A-Z][\w'’-]+),\s*((?:[A-Z]\.?\s?){1,3})(?=[,;]|\s+and\b|$)")
_ALL_INVERTED = re.compile(r"(?:[A-Z][\w'’-]+,\s*(?:[A-Z]\.?\s?){1,3}(?:[,;]\s*|\s+and\s+|\.?$))+$")
_TITLE = re.compile(
    r"^(?:(?:the\s+)?(?:councillors?|cllrs?|crs?|clrs?|members?|messrs|councilmembers?|commissioners?|aldermen|supervisors?)\b\.?\s*:?\s*)", re.I
)
_NAME = re.compile(
    r"(?:(?:the|The)\s+)?(?:[A-Z][\w'’.-]*|de|van|der|von|la|le|Mac|Ó|Uí|Ní|Mhic)(?:,?\s+(?:[A-Z(][\w'’.)-]*|de|van|der|von|la|le|of|Pro|Tem)){0,5}$"
)
_TITLE_OF_LIST = re.compile(r"^(?:and\s+)?(?=(?:Cllr|Councillor|Cr|Mr|Mrs|Ms)s?\b)")
_INITIALLED = re.compile(
    r"(?:[A-Z]\.\s?){1,3}(?:(?:de|van|von|der|la|le)\s+)*(?:[A-Z][\w'’-]+)(?:\s+[A-Z][\w'’-]+(?!\.))*"
)
_UNPARTED = re.compile(rf"(?:{_INITIALLED.pattern}\s*){{2,}}")
_SHARED_TITLE = re.compile(r"^(?:Councillors|Cllrs|Crs|Clrs|Members|Messrs)\b\.?\s+(?=[A-Z])")
_NOT_NAMES = frozenset(
    {*_VALUES, "members", "councillors", "all", "there", "it", "motion", "those", "both", "they", "others", "everyone",
     "the motion", "he", "she", "votes", "on", "a", "this", "trustees"}
)  # fmt: skip
_TIED = re.compile(rf"\b(?:tied|equal\w*)\b[^.]{{0,40}}?\b(?P<n>{_NUMBER})\s+(?:votes?\s+)?each\b", re.I)
_SIDES: tuple[tuple[str, Option], ...] = (
    ("abst", "abstain"), ("not vot", "abstain"), ("declin", "abstain"), ("against", "against"), ("no", "against"), ("nay", "against"),
    ("oppos", "against"), ("dissent", "against"), ("absent", "absent"),
)  # fmt: skip


@dataclass(slots=True)
class Tally:
    """A count as it is put together.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        counts: Votes by side.
        names: Voters with their sides.
        unanimous: True where the text says so.
        casting: True where a casting vote is mentioned.
        first: Index of the block that it was read from first.
        block: Index of the block that it was read from last.
    """

    start: int
    end: int
    counts: dict[Option, int] = field(default_factory=dict)
    names: list[NamedVote] = field(default_factory=list)
    unanimous: bool = False
    casting: bool = False
    first: int = 0
    block: int = 0


def read_counts(text: str, offset: int, *, announced: bool) -> Iterator[Tally]:
    """Yield the count that a sentence gives, or the words that say it was unanimous.

    Args:
        text: The sentence.
        offset: Where it stands in the normalised text.
        announced: Whether the words above say that votes follow.
    """
    tally = Tally(offset, offset + len(text))
    if announced or _STRONG.search(text) is not None or _only_counts(text):
        for reading in READINGS:
            reading(text, tally)
    tally.casting = _CASTING.search(text) is not None
    unanimous = _UNANIMOUS.search(text)
    unanimous = unanimous if unanimous and _is_of_vote(text) else None
    if tally.counts:
        tally.unanimous = tally.unanimous or unanimous is not None
        yield tally
    elif unanimous is not None:
        yield Tally(
            offset + unanimous.start(), offset + unanimous.end(), unanimous=True, casting=tally.casting
        )


def _only_counts(text: str) -> bool:
    """Tell whether a line holds nothing but sides and figures, or names and answers."""
    if len(_CALL.sub("", text).strip(" ,;.()")) < 4:
        return True
    return len(text) <= 60 and re.search(r"\b(?:for|against)\b", text, re.I) is not None


def _is_of_vote(text: str) -> bool:
    """Tell whether "unanimous" is said of a decision and not of praise."""
    if _PRAISE.search(text) is not None:
        return False
    return len(text) < 60 or _DECIDING.search(text) is not None


def names_in(words: str) -> list[str]:
    """Return the names of a list, without the title that they share; empty where it is no list."""
    words = _TITLE.sub("", " ".join(words.split()))
    words = _INVERTED.sub(r"\1 \2", words) if _ALL_INVERTED.match(words) else words
    if _UNPARTED.fullmatch(words) is not None:
        return [" ".join(name.split()) for name in _INITIALLED.findall(words)]
    parts = _SEMICOLON.split(words)
    inverted = len(parts) > 1 and all(part.count(",") == 1 for part in parts)
    separator = _SEMICOLON if inverted else _NAME_SEPARATOR
    names = [name.strip(" .,:") for name in separator.split(words)]
    names = [re.sub(r"^(?:all|and|but)\s+", "", name) for name in names if name and name[0].isalpha()]
    names = [_SHARED_TITLE.sub("", _TITLE_OF_LIST.sub("", name)) for name in names]
    if any(name.split()[0].lower() in _NOT_NAMES for name in names if name):
        return []
    return names if all(_NAME.match(name) and len(name) < 60 for name in names) else []


# ---------------------------------------------------------------- readings


def _named_lists(text: str, tally: Tally) -> None:
    """"Councillors A, B and C voted for the motion (3)"."""
    done = 0
    for found in _CAST.finditer(text):
        side: Option = side_of(found["side"]) if found["side"] else "abstain"
        before = text[max(done, found.start() - _NAMES_BEFORE) : found.start()].rstrip(" ,\t")
        before = re.sub(r"\s+(?:all|each|both|had|having)$", "", before)
        names = names_in(_LIST_STARTS.split(before)[-1])
        done = found.end()
        if names:
            number = found["n"] or found["m"]
            tally.counts.setdefault(side, int(number) if number else len(names))
            tally.names += [NamedVote(name, side) for name in names]


def _roll_call(text: str, tally: Tally) -> None:
    """"Racine, yes; Dement, yes; Fay, no": every name with what it answered."""
    calls = list(_CALL.finditer(text))
    if len(calls) < 2:
        return
    tally.names += [NamedVote(" ".join(call["name"].split()), side_of(call["side"])) for call in calls]
    for side in ("for", "against", "abstain"):
        number = sum(1 for named in tally.names if named.option == side)
        if number:
            tally.counts.setdefault(side, number)


def _names_behind(text: str, tally: Tally) -> None:
    """"14 Councillors voted for the amendment: Councillors A, B and C."."""
    for found in _NAMES_AFTER.finditer(text):
        names = names_in(found["names"])
        side = side_of(found["side"])
        if names and all(named.option != side for named in tally.names):
            tally.names += [NamedVote(name, side) for name in names]


def _to_counts(text: str, tally: Tally) -> None:
    """"by 6 votes to 3 with one abstention"."""
    if tally.counts or _TO_CUE.search(text) is None:
        return
    for found in _TO.finditer(text):
        for_, against = number_of(found["for"]), number_of(found["against"])
        if for_ is None or against is None:
            continue
        if "vote" not in found[0].lower() and not _LEADS_TO_PAIR.search(text[: found.start()]):
            continue
        _settle(tally, for_, against, number_of(found["abstain"]), text)
        return


def _dashed_counts(text: str, tally: Tally) -> None:
    """"CARRIED 7/0", "passed 5-2-1"."""
    if tally.counts or _DASH_CUE.search(text) is None:
        return
    found = _DASHED.search(text)
    if found is not None:
        abstained = int(found["c"]) if found["c"] is not None else None
        _settle(tally, int(found["a"]), int(found["b"]), abstained, text)


def _rivals(text: str, tally: Tally) -> None:
    """"The MOTION received 50 votes and the AMENDMENT 18": those for the amendment are against."""
    found = _RECEIVED.search(text) or _RIVAL.search(text)
    if found is None:
        return
    for_, against = number_of(found["for"]), number_of(found["against"])
    if for_ is not None and against is not None:
        tally.counts.update({"for": for_, "against": against})


def _tied(text: str, tally: Tally) -> None:
    """"The vote was tied at four votes each"."""
    found = _TIED.search(text)
    value = number_of(found["n"]) if found else None
    if not tally.counts and value is not None:
        tally.counts.update({"for": value, "against": value})


def _settle(tally: Tally, for_: int, against: int, abstained: int | None, text: str) -> None:
    """Set a pair of figures; of a motion that was lost the smaller is the one in favour."""
    if for_ > against and re.search(r"\b(?:lost|defeated|rejected|fell|failed)\b", text, re.I):
        for_, against = against, for_
    tally.counts.update({"for": for_, "against": against})
    if abstained is not None:
        tally.counts["abstain"] = abstained


def _counted_sides(text: str, tally: Tally) -> None:
    """"six in favour, three against and one abstention"."""
    for found in _COUNTED.finditer(text):
        value = number_of(found["n"])
        side = side_of(found["side"])
        if value is None or (side == "for" and not _is_vote_for(text, found)):
            continue
        tally.counts.setdefault(side, value)


def _is_vote_for(text: str, found: re.Match[str]) -> bool:
    """Tell a vote "for" from any other "for" after a number ("two for the price of one")."""
    words = found[0].lower()
    if "vot" in words or "favo" in words or "aye" in words or "yea" in words:
        return True
    after = text[found.end() :]
    return re.match(
        r"\s*(?:[,.;)]|$|and\b|with\b|-|–|\d|the\s+(?:motion|amendment|proposal|recommendation|resolution))", after, re.I
    ) is not None


def _listed_sides(text: str, tally: Tally) -> None:
    """"For: 6, Against: 3", "AYES: Smith, Jones and Lee"."""
    labels = list(_LABEL.finditer(text))
    if not any(label["side"].lower() == "yes" for label in labels):
        labels = [label for label in labels if label["side"].lower() != "no"]
    for place, label in enumerate(labels):
        stop = labels[place + 1].start() if place + 1 < len(labels) else len(text)
        whole = text[label.end() : stop].strip(" ,;/|")
        stretch = whole if label["m"] else _LIST_ENDS.split(whole, maxsplit=1)[0].strip(" ,/|")
        side = side_of(label["side"])
        if side == "for" and "amendment" in label[0].lower() and "for" in tally.counts:
            side = "against"
        _take_side(tally, side, stretch, label["m"])


def _take_side(tally: Tally, side: Option, stretch: str, printed: str | None) -> None:
    """Add what stands behind the label of a side: a figure, "none", "all" or names."""
    if re.match(r"all\b", stretch, re.I):
        tally.unanimous = True
        return
    figure = _FIGURE.match(stretch)
    if figure is not None:
        tally.counts.setdefault(side, number_of(figure["n"]) or 0)
        behind = re.match(r"\s*[-–:]\s*", stretch[figure.end() :])
        names = names_in(stretch[figure.end() + behind.end() :]) if behind else []
        tally.names += [NamedVote(name, side) for name in names]
        return
    names = names_in(_PRINTED.sub("", stretch))
    behind = _PRINTED.search(stretch)
    number = printed or (behind[1] if behind else None)
    if names or number:
        tally.counts.setdefault(side, int(number) if number else len(names))
        tally.names += [NamedVote(name, side) for name in names]


def _paired_sides(text: str, tally: Tally) -> None:
    """"For 6 Against 3"."""
    found = list(_PAIRS.finditer(text))
    if tally.counts or len({side_of(pair["side"]) for pair in found}) < 2:
        return
    if re.search(r"\d\s*(?:members?|votes?)?\s*$", text[: found[0].start()], re.I):
        return
    for pair in found:
        tally.counts.setdefault(side_of(pair["side"]), int(pair["n"]))


def _empty_sides(text: str, tally: Tally) -> None:
    """"with no abstentions", "none against"."""
    if not tally.counts and not re.search(r"\babst", text, re.I):
        return
    for found in _NONE_SIDE.finditer(text):
        tally.counts.setdefault(side_of(found["side"] or found["side2"]), 0)


READINGS: tuple[Callable[[str, Tally], None], ...] = (
    _rivals,
    _to_counts,
    _dashed_counts,
    _tied,
    _roll_call,
    _named_lists,
    _listed_sides,
    _paired_sides,
    _counted_sides,
    _empty_sides,
    _names_behind,
)
"""The ways to read a count, in order; a side that one has read stands."""


def side_of(words: str) -> Option:
    """Return the side that words name."""
    lowered = " ".join(words.lower().split())
    lowered = re.sub(r"^(?:those\s+)?(?:voting|votes?|voted)\s+", "", lowered)
    return next(
        (option for stem, option in _SIDES if lowered.startswith(stem) or f" {stem}" in lowered), "for"
    )


def number_of(words: str | None) -> int | None:
    """Return the value of a figure or number word, or None."""
    if not words:
        return None
    lowered = words.lower()
    if lowered.isdigit():
        return int(lowered)
    if lowered in _VALUES:
        return _VALUES[lowered]
    tens, _, unit = re.sub(r"[ -]+", " ", lowered).partition(" ")
    return _VALUES[tens] + _VALUES.get(unit, 0) if tens in _TENS else None
