"""Declarations of interest: one record a member, with kind, item and withdrawal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from minutesparse.extract.findings import DeclarationFinding
from minutesparse.lexicons import Lexicon
from minutesparse.naming import Mention, MentionReader, tokenise
from minutesparse.text import Block, ItemLayout, Sentence

_DECLARES = re.compile(
    r"\b(?:(?:also\s+)?(?:declared?|disclosed?|registered|noted|advised\s+of|stated|recorded|expressed)\s+"
    r"(?:(?:an?|their|his|her|that|any|the|both)\s+)?(?:[\w(),/-]+\s+){0,9}?interests?\b|"
    r"interests?\s+(?:was|were)\s+(?:declared|disclosed)\s+by|declaration\s+of\s+interest\s+(?:was\s+)?(?:made\s+)?(?:by|from))",
    re.I,
)
_NONE = re.compile(r"\b(?:no|none|not|any\s+Members?|should|must|asked|invited|reminded|were\s+requested|to\s+declare)\b", re.I)
_ITEM = re.compile(
    r"\b(?:(?:agenda\s+)?items?\s+(?:no\.?\s*|number\s+)?(?P<item>\d[\w./]*(?:\s*(?:,|and|&)\s*\d[\w./]*)*)|minute\s+(?:no\.?\s*)?(?P<minute>\d[\w/]*)|"
    r"application\s+(?:no\.?\s*)?(?P<application>[\w/]*\d[\w/]*)|question\s+(?P<question>\d+))",
    re.I,
)
_WITHDREW = re.compile(r"\b(?:withdrew|left\s+the\s+(?:room|meeting|chamber)|took\s+no\s+(?:further\s+)?part|did\s+not\s+(?:take\s+part|participate|vote))\b", re.I)
_TITLE = re.compile(r"\b(?:declar|disclos|interests?\b)", re.I)
_LISTED = re.compile(r"^(?P<name>[^–:-]{3,60}?)\s*[–:-]\s+(?P<rest>.{6,})$", re.S)
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("non-pecuniary", re.compile(r"\bnon[- ]?(?:disclosable\s+)?pecuniary|\bnon[- ]prejudicial|\bnon-financial", re.I)),
    ("pecuniary", re.compile(r"\bpecuniary|\bDPI\b|\bfinancial\b", re.I)),
    ("personal", re.compile(r"\bpersonal\b", re.I)),
)


def find_declarations(item: ItemLayout, lexicon: Lexicon) -> list[DeclarationFinding]:
    """Return the declarations made in an item; joint ones give one record a member."""
    found: list[DeclarationFinding] = []
    titled = item.title is not None and _TITLE.search(item.title) is not None
    for block in item.blocks:
        if block.zone not in ("minutes", "decision"):
            continue
        before = len(found)
        for sentence in block.sentences:
            found += _in_sentence(sentence, lexicon)
        if titled and len(found) == before:
            found += _listed(block, lexicon)
    return found


def _in_sentence(sentence: Sentence, lexicon: Lexicon) -> list[DeclarationFinding]:
    declares = _DECLARES.search(sentence.text)
    if declares is None or _NONE.search(sentence.text[: declares.end()]):
        return []
    if re.search(r"\b(?:had|having|previously)\s+(?:also\s+|previously\s+)?$", sentence.text[: declares.start()]):
        return []
    speakers = list(_declarers(sentence.text, declares, lexicon))
    return [
        _finding(sentence.start, sentence.end, sentence.text, name, "declaration.sentence")
        for mention in speakers
        for name in _separate(mention)
    ]


def _declarers(text: str, declares: re.Match[str], lexicon: Lexicon) -> Iterator[Mention]:
    tokens = tokenise(text)
    reader = MentionReader(text, tokens, lexicon)
    if declares[0].lower().endswith((" by", " from")):
        place = next((i for i, t in enumerate(tokens) if t.start >= declares.end()), None)
        mention = reader.read(place) if place is not None else None
        if mention is not None:
            yield mention
        return
    for index, token in enumerate(tokens):
        if token.start >= declares.start():
            return
        if index and tokens[index - 1].text not in (",", "(", ":", ".", "–", "-", ";"):
            continue
        mention = reader.read(index)
        if mention is not None and mention.type in ("person", "role") and tokens[min(mention.after, len(tokens) - 1)].start <= declares.start() + 1:
            yield mention
            return


def _separate(mention: Mention) -> list[str]:
    """Return the names of a joint declaration, without the title that they share."""
    if not mention.others:
        return [mention.name or mention.label] if mention.plural and mention.type == "person" else [mention.label]
    surname = (mention.others[-1].name or mention.others[-1].label).split()[-1]
    names = []
    for one in (mention, *mention.others):
        name = one.name or one.label
        if mention.plural and one is mention and _only_first(name):
            name = f"{name} {surname}"
        own_title = one is not mention and one.label != one.name or not _plural_title(mention)
        names.append(one.label if own_title and one is not mention else name if _plural_title(mention) else _own_label(one, mention))
    return names


def _own_label(one: Mention, mention: Mention) -> str:
    if one is not mention:
        return one.label
    return f"{one.title} {one.name}" if one.title and one.name else one.name or one.label


def _plural_title(mention: Mention) -> bool:
    return bool(mention.title) and (mention.title or "").lower().rstrip(".").endswith("s") and (mention.title or "").lower() not in ("miss", "ms", "mrs")


def _only_first(name: str) -> bool:
    return len(name) <= 2


def _finding(start: int, end: int, text: str, name: str, rule: str) -> DeclarationFinding:
    item = _ITEM.search(text)
    which = next((group for group in item.groups() if group), None) if item else None
    return DeclarationFinding(start, end, name, interest_kind(text), which, _WITHDREW.search(text) is not None, rule)


def interest_kind(text: str) -> Literal["pecuniary", "non-pecuniary", "personal", "other"]:
    """Return the kind of interest that words name."""
    for kind, pattern in _KINDS:
        if pattern.search(text):
            return kind  # type: ignore[return-value] # the kinds are those of the record
    return "other"


def _listed(block: Block, lexicon: Lexicon) -> list[DeclarationFinding]:
    """Read "Name - Interest" under a declarations heading."""
    found = _LISTED.match(block.text)
    if found is None:
        return []
    tokens = tokenise(found["name"])
    mention = MentionReader(found["name"], tokens, lexicon).read(0) if tokens else None
    if mention is None or mention.type != "person" or mention.after < len(tokens):
        return []
    return [_finding(block.start, block.end, block.text, mention.label, "declaration.listed")]


def declaration_claims(findings: Sequence[DeclarationFinding]) -> list[tuple[int, int]]:
    """Return the stretches that declarations take from the discussion."""
    return [(finding.start, finding.end) for finding in findings]
