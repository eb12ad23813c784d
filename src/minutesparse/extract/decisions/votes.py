"""Votes: counts in words and figures, named lists, "unanimously"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutesparse.extract.findings import NamedVote, Option, VoteFinding
from minutesparse.text import Block

_NUMBER_WORDS = {
    word: value
    for value, word in enumerate(
        "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty".split()
    )
} | {"none": 0, "nil": 0, "zero": 0, "nobody": 0, "thirty": 30, "forty": 40}
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_N = (
    rf"(?:\d{{1,3}}|(?:twenty|thirty|forty|fifty)[ -](?:{_UNITS})|"
    + "|".join(sorted(_NUMBER_WORDS, key=len, reverse=True))
    + r"|nil)"
)
_FOR = r"(?:in\s+favou?r|for|FOR|IN\s+FAVOU?R|supporting|in\s+support)"
_AGAINST = r"(?:against|AGAINST|opposed|dissenting)"
_ABSTAIN = r"(?:abstain(?:ed|ing)?|abstentions?|ABSTENTIONS?|abstaining|not\s+voting)"
_VOTERS = (
    r"(?:(?:of\s+the\s+)?(?:members?|councillors?|cllrs?|votes?|people|trustees|governors|present|others?|commissioners)\s+)?"
    r"(?:\([^)]{0,200}\)\s*)?(?:(?:being|were|was|had|having|who)\s+)?(?:vot(?:ed|ing|es?)\s+|cast\s+|recorded\s+)?"
)
_COUNTED = re.compile(
    rf"\b(?P<n>{_N})\s*(?:x\s+)?{_VOTERS}(?P<side>{_FOR}|{_AGAINST}|{_ABSTAIN})\b", re.I
)
_LISTED = re.compile(
    r"(?:^|(?<=[\s(,;/|]))(?P<side>(?:voting\s+|votes?\s+)?(?:for|in\s+favou?r|against|abstain(?:ed|ing)?|abstentions?|"
    r"ayes?|yeas?|yes|noes|nays?|no|opposed|absent))(?:\s+(?:the\s+)?(?:motion|amendment|recommendation|proposal)s?)?"
    rf"\s*(?::\s*[-–]?|[-–=])\s*(?:\(?(?P<n>{_N})\b\)?|(?P<names>[A-Z][^.;:\n]{{2,400}}?)(?=$|[.;\n]|\s{{2,}}[A-Z]|\s+(?:NOES|NAYS|Nays|Noes|Against|Abstain|Absent|ABSENT|AGAINST|ABSTAIN)))",
    re.I,
)
_TO = re.compile(
    rf"\b(?:(?:by|vote\s+of|with|of)\s+)?(?P<for>{_N})\s+(?:votes?\s+)?(?:for\s+)?to\s+(?P<against>{_N})(?:\s+(?:votes?|against))?"
    rf"(?:[\s,]+(?:with|and)?\s*(?P<abstain>{_N})\s+{_ABSTAIN})?",
    re.I,
)
_TO_CUE = re.compile(r"\b(?:votes?|carried|lost|defeated|passed|majority|approved|agreed)\b", re.I)
_DASHED = re.compile(
    r"(?:\b(?:vote(?:\s+of)?|voted|carried|passed|approved|lost|agreed|failed|motion\s+carried|by)\s*[:,]?\s*\(?|\()"
    r"(?P<a>\d{1,2})\s*[-–:/]\s*(?P<b>\d{1,2})(?:\s*[-–:/]\s*(?P<c>\d{1,2}))?(?:\s*[-–:/]\s*\d{1,2})?\)?",
    re.I,
)
_NAMED = re.compile(
    r"(?P<names>(?:Councillors?|Cllrs?\.?|Crs?\.?|Members?|Messrs|Mr|Mrs|Ms|Deputy|The\s+Mayor)\s[^.;:()]{2,900}?)\s*,?\s+(?:voted|voting)\s+"
    rf"(?P<side>{_FOR}|{_AGAINST})\b(?:\s+(?:the|this)\s+\w+)?(?:\s*\((?P<n>\d{{1,3}})\))?|"
    r"(?P<abstainers>(?:Councillors?|Cllrs?\.?|Crs?\.?|Mr|Mrs|Ms)\s[^.;:()]{2,900}?)\s+abstained\b(?:\s+from\s+voting)?(?:\s*\((?P<m>\d{1,3})\))?"
)
_NONE_SIDE = re.compile(
    rf"\b(?:(?:with\s+)?no\s+(?P<side>{_ABSTAIN}|votes\s+against|one\s+(?:voted\s+)?against)|(?P<none>none)\s+(?P<side2>against|abstaining))\b",
    re.I,
)
_UNANIMOUS = re.compile(
    r"\b(?:unanimous(?:ly)?|nem\.?\s*con|without\s+dissent|all\s+(?:members\s+)?(?:were\s+|voted\s+)?in\s+favou?r|"
    r"by\s+assent|by\s+general\s+assent|no\s+member\s+voting\s+against)\b",
    re.I,
)
_CASTING = re.compile(r"\bcasting\s+vote\b", re.I)
_CUE = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|unanimous|in\s+favou?r|against|abst|ayes?|yeas|nays?|noes|nem|assent|dissent|"
    r"carried|lost|defeated|for\s*[-:–]|\d\s*[-–:/]\s*\d)",
    re.I,
)
_NAME_SEPARATOR = re.compile(r",\s*(?:and\s+)?|\s+and\s+|;\s*|\s*&\s*|\n")
_SIDES: tuple[tuple[str, Option], ...] = (
    ("abst", "abstain"), ("not vot", "abstain"), ("against", "against"), ("no", "against"), ("nay", "against"),
    ("oppos", "against"), ("dissent", "against"), ("absent", "absent"),
)  # fmt: skip


@dataclass(slots=True)
class _Tally:
    start: int
    end: int
    counts: dict[Option, int]
    names: list[NamedVote]
    unanimous: bool = False
    casting: bool = False
    block: int = 0

    @property
    def counted(self) -> bool:
        return bool(self.counts)


def find_votes(blocks: Sequence[Block]) -> list[VoteFinding]:
    """Return the votes counted in an item's blocks; pieces of one count stand together."""
    tallies: list[_Tally] = []
    for index, block in enumerate(blocks):
        if block.zone not in ("minutes", "decision") or _CUE.search(block.text) is None:
            continue
        for piece in _pieces(block):
            piece.block = index
            if tallies and _belongs(tallies[-1], piece):
                _merge(tallies[-1], piece)
            else:
                tallies.append(piece)
    return [_finding(tally) for tally in tallies if _stands(tally)]


def _pieces(block: Block) -> Iterator[_Tally]:
    if not block.sentences and _LISTED.search(block.text):
        yield from _sentence_tallies(block.text, block.start)
    for sentence in block.sentences:
        if _CUE.search(sentence.text):
            yield from _sentence_tallies(sentence.text, sentence.start)


def _sentence_tallies(text: str, offset: int) -> Iterator[_Tally]:
    tally = _Tally(offset, offset + len(text), {}, [])
    for reading in (_named_lists, _to_counts, _dashed_counts, _counted_sides, _listed_sides, _empty_sides):
        reading(text, tally)
    tally.casting = _CASTING.search(text) is not None
    if tally.counts:
        yield tally
        return
    unanimous = _UNANIMOUS.search(text)
    if unanimous is not None:
        yield _Tally(offset + unanimous.start(), offset + unanimous.end(), {}, [], True)


def _named_lists(text: str, tally: _Tally) -> None:
    for found in _NAMED.finditer(text):
        side: Option = "abstain" if found["abstainers"] else _side(found["side"])
        names = _names(found["names"] or found["abstainers"])
        number = found["n"] or found["m"]
        tally.counts.setdefault(side, int(number) if number else len(names))
        tally.names += [NamedVote(name, side) for name in names]


def _to_counts(text: str, tally: _Tally) -> None:
    if tally.counts or _TO_CUE.search(text) is None:
        return
    for found in _TO.finditer(text):
        if "vote" not in found[0].lower() and not re.search(r"\bvotes?\b|\bcarried\b|\blost\b", text, re.I):
            continue
        for_, against = _number(found["for"]), _number(found["against"])
        if for_ is None or against is None:
            continue
        if re.search(r"\b(?:lost|defeated|rejected)\b", text, re.I) and for_ > against:
            for_, against = against, for_
        tally.counts.update({"for": for_, "against": against})
        if (abstained := _number(found["abstain"])) is not None:
            tally.counts["abstain"] = abstained
        return


def _dashed_counts(text: str, tally: _Tally) -> None:
    if tally.counts:
        return
    found = _DASHED.search(text)
    if found is None:
        return
    tally.counts.update({"for": int(found["a"]), "against": int(found["b"])})
    if found["c"] is not None:
        tally.counts["abstain"] = int(found["c"])


def _counted_sides(text: str, tally: _Tally) -> None:
    for found in _COUNTED.finditer(text):
        value = _number(found["n"])
        side = _side(found["side"])
        if value is None or (side == "for" and not _is_vote_for(text, found)):
            continue
        tally.counts.setdefault(side, value)


def _is_vote_for(text: str, found: re.Match[str]) -> bool:
    """Tell a vote "for" from any other "for" after a number ("two for the price of one")."""
    if "vot" in found[0].lower() or "favo" in found[0].lower():
        return True
    return re.search(r"\bagainst\b|\babst|\bvot", text, re.I) is not None


def _listed_sides(text: str, tally: _Tally) -> None:
    for found in _LISTED.finditer(text):
        side = _side(found["side"])
        value = _number(found["n"]) if found["n"] else None
        names = _names(found["names"]) if found["names"] else []
        if found["names"] and re.match(r"(?:none|nil|no\b)", found["names"].strip(), re.I):
            value, names = 0, []
        if value is None and not names:
            continue
        tally.counts.setdefault(side, len(names) if value is None else value)
        tally.names += [NamedVote(name, side) for name in names]


def _empty_sides(text: str, tally: _Tally) -> None:
    if not tally.counts and not re.search(r"\babst", text, re.I):
        return
    for found in _NONE_SIDE.finditer(text):
        side = _side(found["side"] or found["side2"])
        tally.counts.setdefault(side, 0)


def _side(words: str) -> Option:
    lowered = " ".join(words.lower().split())
    lowered = re.sub(r"^(?:voting|votes?)\s+", "", lowered)
    return next((option for stem, option in _SIDES if lowered.startswith(stem) or f" {stem}" in lowered), "for")


def _number(words: str | None) -> int | None:
    if not words:
        return None
    lowered = words.lower()
    if lowered.isdigit():
        return int(lowered)
    if lowered in _NUMBER_WORDS:
        return _NUMBER_WORDS[lowered]
    tens, _, unit = re.sub(r"[ -]+", " ", lowered).partition(" ")
    if tens in _TENS:
        return _TENS[tens] + _NUMBER_WORDS.get(unit, 0)
    return None


def _names(words: str) -> list[str]:
    words = re.sub(r"^(?:Councillors?|Cllrs?\.?|Crs?\.?|Members?)\s*:?\s*", "", " ".join(words.split()))
    names = [name.strip(" .") for name in _NAME_SEPARATOR.split(words)]
    return [name for name in names if name and name[0].isalpha()]


def _belongs(tally: _Tally, piece: _Tally) -> bool:
    """Tell whether a piece goes on with the count before it: another side of the same vote."""
    if tally.unanimous or piece.unanimous or piece.block - tally.block > 2:
        return False
    return not set(tally.counts) & set(piece.counts)


def _merge(tally: _Tally, piece: _Tally) -> None:
    tally.end = piece.end
    tally.counts.update(piece.counts)
    tally.names += piece.names
    tally.casting |= piece.casting
    tally.block = piece.block


def _stands(tally: _Tally) -> bool:
    if tally.unanimous:
        return True
    sides = set(tally.counts) - {"absent"}
    return len(sides) >= 2 or (bool(sides) and (bool(tally.names) or "for" in sides))


def _finding(tally: _Tally) -> VoteFinding:
    rule = "vote.unanimous" if tally.unanimous else "vote.named" if tally.names else "vote.count"
    counts = tally.counts
    return VoteFinding(
        tally.start, tally.end, counts.get("for"), counts.get("against"), counts.get("abstain"),
        tally.unanimous, tally.casting, tuple(tally.names), rule,
    )  # fmt: skip
