"""Sentences of a block, for text full of abbreviations, initials and figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import overload

from minutesparse.text import Sentence

_ABBREVIATIONS = frozenset(
    """cllr cllrs clr clir cr mr mrs ms miss dr prof rev revd fr sr jr st sgt insp supt ch cons col
    capt cpl lt lieut maj gen hon no nos para paras art sec prop app appx ref refs fig approx est
    inc ltd plc co dept govt min mins max vol pp p cf etc eg ie e.g i.e viz vs v tel
    ext ave rd ste bldg mt ft int
    jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun a.m p.m
    am pm ald sel supv comr cmsr sen pres det cmdr messrs esq atty q.c k.c o.b.e m.b.e
    coun cnclr aldr chmn chm mgr treas secy dir crs clrs dep asst
    ex exec snr jnr eng engr admin""".split()
)
_AMBIGUOUS_ENDS = frozenset(
    {
        "etc",
        "am",
        "pm",
        "a.m",
        "p.m",
        "ltd",
        "plc",
        "inc",
        "co",
        "esq",
        "min",
        "mins",
        "no",
        "max",
        "sat",
        "sun",
        "may",
    }
)
_BOUNDARY = re.compile(
    r"[.!?…](?:(?<![.!?…][.!?…])[.!?…]*+[\"')\]]*(?=\s+[\"'(\[]?[^\sa-z])|"
    r"(?<!…)[\"')\]]*(?=[A-Z][a-z]+\s+[a-z]))"
)
_ASKER = re.compile(
    r"(?<=\?)\s+(?:(?:\([A-Z][^()?]{1,50}\)|–\s+[A-Z][^.?]{2,50})\W{0,2}$|\([A-Z]{2,3}\)(?=\s+[A-Z]))"
)
_SPACED = re.compile(r"[.?!]  [A-Z]")
_LOST_STOP = re.compile(
    r"[a-z]{2}\)?(?=  (?:The|It|He|She|They|This|There|In|Councillor|Cllr|Mr|Mrs|Ms|Members|"
    r"Officers)\s)"
)
_MARK_WORDS = 2
_CELL = re.compile(r"\s\|(?=\s)")
_WORD_BEFORE = re.compile(r"(?:^|[\s(\"'\[/-])([^\s(\"'\[/]{0,30})$")
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Cllrs?|Councillors?|Cr|Rev|Prof|Hon|Commissioner|Supervisor|Alderman|"
    r"MR|MRS|MS|DR|CLLRS?|COUNCILLORS?|CR|REV|ALDERMAN|COMMISSIONER|DEPUTY|MAYOR|REEVE)\.?\s+$"
)
_INITIALS = 5  # characters of "A.B.C"
_LISTED_NAME = re.compile(r"\s+(?:[A-Z][a-z]+['’-])?[A-Z][A-Za-z]+(?:\s*[,;.(]|\s+and\b)")
_NAME_AFTER = re.compile(r"\s*(?:[A-ZÀ-Þ]\.?\s{0,3}){0,8}[A-ZÀ-Þ][a-zß-ÿ'-]+")


class Sentences(Sequence[Sentence]):
    """The sentences of a block's text, cut when first asked for: items alone need next to none.

    Args:
        text: The block's text, line ends as spaces.
        offset: Where the text stands in the normalised text.
    """

    def __init__(self, text: str, offset: int) -> None:
        self._text = text
        self._offset = offset

    @cached_property
    def _cut(self) -> tuple[Sentence, ...]:
        return split_sentences(self._text, self._offset)

    @overload
    def __getitem__(self, place: int) -> Sentence: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Sentence, ...]: ...

    def __getitem__(self, place: int | slice) -> Sentence | tuple[Sentence, ...]:
        """Return a sentence by its place, or some of them."""
        return self._cut[place]

    def __len__(self) -> int:
        """Return how many sentences there are."""
        return len(self._cut)

    def __iter__(self) -> Iterator[Sentence]:
        """Yield the sentences in order."""
        return iter(self._cut)


def split_sentences(text: str, offset: int) -> tuple[Sentence, ...]:
    """Return the sentences of a block's text.

    Args:
        text: The block's text, line ends as spaces.
        offset: Where the text stands in the normalised text.
    """
    if not text.strip():
        return ()
    ends = [
        _behind_asker(text, found.end())
        for found in _BOUNDARY.finditer(text)
        if _ends_sentence(text, found)
    ]
    if " | " in text:
        ends = sorted({*ends, *(found.end() for found in _CELL.finditer(text))})
    if "  " in text and _SPACED.search(text):
        ends = sorted({*ends, *(found.end() for found in _LOST_STOP.finditer(text))})
    sentences = []
    start = 0
    for end in [*ends, len(text)]:
        piece = text[start:end]
        inner = piece.strip(" |\n")
        if inner and not (start and text[start - 1] == "|" and _is_mark(inner)):
            first = start + piece.index(inner)
            sentences.append(Sentence(offset + first, offset + first + len(inner), inner))
        start = end
    return tuple(sentences)


def _behind_asker(text: str, end: int) -> int:
    """Return where a question ends: behind who asked it, if brackets or a dash say so there."""
    asker = _ASKER.match(text, end)
    return asker.end() if asker else end


def _is_mark(cell: str) -> bool:
    """Tell whether a row's further cell is no sentence ("Noted", "HLES")."""
    return len(cell.split()) <= _MARK_WORDS and cell[-1] not in ".?!:;"


def is_abbreviation(word: str) -> bool:
    """Tell whether a full stop behind a word belongs to the word ("Cllr.", "Sel.")."""
    return word.lower() in _ABBREVIATIONS


def _ends_sentence(text: str, found: re.Match[str]) -> bool:
    if text[found.start()] != "." or (
        found.end() - found.start() > 1 and text[found.start() + 1] == "."
    ):
        return True
    before = _WORD_BEFORE.search(text, max(0, found.start() - 30), found.start())
    word = before[1] if before else ""
    bare = word.rstrip(".").lower()
    if word.isupper() and len(bare) <= _INITIALS and _titled(text, found.start() - len(word)):
        return False
    if bare in _AMBIGUOUS_ENDS:
        return _capital_opens_sentence(text, found.end(), bare)
    if is_abbreviation(bare):
        return False
    if len(bare) == 1 and word.isupper():
        return not _NAME_AFTER.match(text, found.end()) or _after_number(text, found)
    if "." not in word:
        return not (bare.isdigit() and _opens_point(text, found.start() - len(word)))
    if re.fullmatch(r"(?:[A-Z]\.)+[A-Z]", word) and (
        _titled(text, found.start() - len(word))
        or _listed(text, found.start() - len(word), found)
        or _begins(text, found.start() - len(word))
    ):
        return False
    if re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", word):
        return _capital_opens_sentence(text, found.end(), bare)
    return not (bare.isdigit() and found.start() - len(word) <= 1)


def _opens_point(text: str, place: int) -> bool:
    """Tell whether a number at a place heads the words behind it ("Actions: 1. The Forum ...")."""
    return place <= 1 or text[max(0, place - 3) : place].rstrip()[-1:] in (":", ".", ";", "?")


def _titled(text: str, place: int) -> bool:
    """Tell whether initials at a place follow a title ("Mrs. L.M. Orr")."""
    return _TITLED.search(text, max(0, place - 16), place) is not None


def _begins(text: str, place: int) -> bool:
    """Tell whether initials at a place open a sentence: no sentence is nothing but initials."""
    before = text[max(0, place - 4) : place].rstrip()
    return not before or before[-1] in ".!?;"


def _listed(text: str, place: int, found: re.Match[str]) -> bool:
    """Tell whether initials at a place open a name within a list (", B.C. Orr and")."""
    led = re.search(r"(?:,|\band)\s+$", text[max(0, place - 6) : place]) is not None
    return led and _LISTED_NAME.match(text, found.end()) is not None


def _after_number(text: str, found: re.Match[str]) -> bool:
    """Tell whether the single capital is a label ("Option A.", "Appendix B.")."""
    before = text[max(0, found.start() - 14) : found.start() - 1].rstrip()
    return bool(
        re.search(r"(?:Option|Appendix|Annex|Part|Band|Phase|Plan|Site|Group|Class)$", before)
    )


def _capital_opens_sentence(text: str, end: int, word: str) -> bool:
    """Tell whether what follows an abbreviation is a sentence and not its name or number."""
    following = text[end : end + 24].lstrip()
    if word == "no":
        return bool(re.match(r"[\"'(]?[A-Z][a-z]", following))
    return bool(re.match(r"[\"'(]?[A-Z]", following))
