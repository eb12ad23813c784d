"""Clauses of a decision: numbered blocks, numbers within a line, and how they nest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from minutesparse.extract.decisions.numbering import Outline, follows, is_first
from minutesparse.extract.findings import ClauseFinding
from minutesparse.lexicons import Lexicon, alternation
from minutesparse.lexicons.patterns import source, values
from minutesparse.text import Block

_NUMBER = re.compile(
    r"(?:(?<=\s)|(?<=[:;–-])|^)(?P<open>\(?)"
    r"(?P<label>\d{1,2}(?:\.\d{1,2}){0,2}|[ivx]{1,5}|[IVX]{1,5}|[a-zA-Z])"
    r"(?P<close>[.)]{1,2}(?!\d)|(?<=\.\d)(?=\s)|(?<=\.\d\d)(?=\s))\s*(?=\S)"
)
_NAMED_BEFORE = re.compile(r"\b(?:clause|paragraph|section|para|minute|item|condition)s?\s*$", re.I)
_JOINED_BEFORE = re.compile(r"[;:]\s*(?:and|or)\s*$")
_ENDED_BEFORE = re.compile(r"(?:;|;\s+and|\.)\s+$")
_MENTIONED_BEHIND = ("above", "below", "to (", "and (", "of ")
_DELEGATED = re.compile(
    r"\b(?:delegat\w*\s+(?:authority\s+)?(?:(?:be\s+)?(?:given|granted|delegated)\s+)?to|"
    r"authority\s+(?:be|is|was)\s+(?:given|granted|delegated)\s+to|authoris\w+)\s+"
    r"(?P<who>(?:the\s+)?[A-Z][^,;.]{3,90}?)(?=,|;|\.|\s+to\s+[a-z]|\s+in\s+consultation|$)"
)


@dataclass(frozen=True, slots=True)
class Part:
    """One stretch of a decision that is a clause or the beginning of one.

    Attributes:
        start: Offset of its first character, after any number.
        end: Offset after its last character.
        text: Its words.
        label: Its number; empty for a bullet, None without either.
        style: What the numbers of one list share.
        depth: The depth that the layout gives it.
        rule: Name of the rule that makes it a clause.
    """

    start: int
    end: int
    text: str
    label: str | None
    style: str
    depth: int
    rule: str


def block_parts(block: Block, lexicon: Lexicon) -> list[Part]:
    """Return what a block gives a list: itself, and the numbered parts within its line."""
    marker = block.marker
    label = marker.label if marker is not None else None
    rule = "clause.paragraph" if label is None else "clause.numbered" if label else "clause.bullet"
    whole = Part(
        block.start, block.end, block.text, label, marker.style if marker else "", block.depth, rule
    )
    parts = split_numbers(whole, lexicon)
    return parts if len(parts) > 1 or not label else _run_on(whole)


def _run_on(part: Part) -> list[Part]:
    """Split a numbered block in whose line the next numbers follow ("... ; (2) that")."""
    run: list[re.Match[str]] = []
    for found in _NUMBER.finditer(part.text):
        before = run[-1]["label"] if run else part.label or ""
        same = _shape(found) == part.style and follows(before, found["label"])
        if same and _ENDED_BEFORE.search(part.text, 0, found.start()) is not None:
            run.append(found)
    cuts = [found.start() for found in run] + [len(part.text)]
    parts = [_sliced(part, 0, cuts[0])]
    for found, end in zip(run, cuts[1:], strict=True):
        parts.append(replace(_sliced(part, found.end(), end), label=found["label"]))
    return parts


def unquoted(part: Part) -> Part:
    """Take a closing quotation mark off a part that does not open one."""
    if part.text.startswith(('"', "“")):
        text = part.text[1:].lstrip()
        part = replace(part, start=part.end - len(text), text=text)
    if part.text.endswith(('"', "”")) and part.text.count(part.text[-1]) % 2 == 1:
        text = part.text[:-1].rstrip()
        return replace(part, end=part.start + len(text), text=text)
    return part


def whole_part(block: Block) -> Part:
    """Return a block as one part."""
    return Part(block.start, block.end, block.text, None, "", block.depth, "clause.paragraph")


_STEM = re.compile(r"That\s+the\s+[^.;:]{3,60}:\s*$")


def split_numbers(part: Part, lexicon: Lexicon, below: str = "") -> list[Part]:
    """Split "... (a) this; and (b) that" into what stands before the numbers and the parts.

    Args:
        part: The words.
        lexicon: Words after which a number is only mentioned.
        below: The number of the block below; a lone "(a)" is split off where "(b)" stands there.
    """
    run = _numbers(part.text, lexicon)
    goes_on = len(run) == 1 and below != "" and follows(run[0]["label"], below)
    if len(run) < 2 and not (goes_on or _stem_before(part.text, run)):
        return [part]
    cuts = [found.start() for found in run] + [len(part.text)]
    parts = [_sliced(part, 0, cuts[0])] if part.text[: cuts[0]].strip() else []
    for found, end in zip(run, cuts[1:], strict=True):
        inner = _sliced(part, found.end(), end)
        shape = _shape(found)
        parts.append(
            replace(
                inner, label=found["label"], style=shape, depth=part.depth + 1, rule="clause.inline"
            )
        )
    return parts


def _stem_before(text: str, run: Sequence[re.Match[str]]) -> bool:
    """Tell whether a lone "a)" stands behind a stem's colon ("That the Board: a) note it")."""
    return (
        len(run) == 1
        and is_first(run[0]["label"])
        and _STEM.match(text[: run[0].start()]) is not None
    )


def leading_number(part: Part) -> Part:
    """Take the number off a part that opens with one ("1. That ...")."""
    found = _NUMBER.match(part.text)
    if found is None or not (is_first(found["label"]) and _closed(found)):
        return part
    inner = _sliced(part, found.end(), len(part.text))
    return replace(inner, label=found["label"], style=_shape(found), rule="clause.numbered")


def _sliced(part: Part, start: int, end: int) -> Part:
    words = part.text[start:end]
    inner = words.strip()
    first = part.start + start + len(words) - len(words.lstrip())
    return replace(part, start=first, end=first + len(inner), text=inner)


def _numbers(text: str, lexicon: Lexicon) -> list[re.Match[str]]:
    """Return the numbers within a line that make lists, in order."""
    outline = Outline()
    run: list[re.Match[str]] = []
    for found in _NUMBER.finditer(text):
        if not _closed(found) or not _may_number(text, found, bool(run), lexicon):
            continue
        if not run and not is_first(found["label"]):
            continue
        opens = not run or text[: found.start()].rstrip().endswith((":", "-", "–"))
        if outline.place(found["label"], _shape(found), 0, opens=opens) is not None:
            run.append(found)
    return run


def _closed(found: re.Match[str]) -> bool:
    return found["open"] == "" or found["close"].startswith(")")


def _may_number(text: str, found: re.Match[str], within: bool, lexicon: Lexicon) -> bool:
    """Tell whether a number numbers what follows rather than being mentioned."""
    before = text[max(0, found.start() - 24) : found.start()]
    following = text[found.end() : found.end() + 8].lower()
    if following.startswith(_MENTIONED_BEHIND):
        return False
    if found["open"]:
        return within or _NAMED_BEFORE.search(before) is None
    if _list_begins(lexicon).search(before) is None:
        return False
    return _mentioned(lexicon).search(before) is None or _JOINED_BEFORE.search(before) is not None


def _shape(found: re.Match[str]) -> str:
    label = found["label"]
    kind = "1.1" if "." in label else "1" if label[0].isdigit() else "a" if label.islower() else "A"
    return found["open"] + kind + found["close"][:1]


# ---------------------------------------------------------------- findings


def clause_of(part: Part, lexicon: Lexicon) -> ClauseFinding:
    """Return the clause that a part makes."""
    delegated = _DELEGATED.search(part.text)
    who = " ".join(delegated["who"].split()) if delegated else None
    verb = operative_verb(part.text, lexicon)
    return ClauseFinding(part.start, part.end, part.label or None, verb, who, part.rule)


def nested(placed: Sequence[tuple[int, Part]], lexicon: Lexicon) -> tuple[ClauseFinding, ...]:
    """Hang deeper clauses under the clause before them; a parent reaches to its last child.

    A number that nothing stands behind or under is no clause.

    Args:
        placed: The parts in order, each with its depth.
        lexicon: Operative verbs.
    """
    return tuple(_nested(placed, 0, len(placed), lexicon))


def _nested(
    placed: Sequence[tuple[int, Part]], first: int, stop: int, lexicon: Lexicon
) -> Iterator[ClauseFinding]:
    index = first
    while index < stop:
        depth, part = placed[index]
        after = index + 1
        while after < stop and placed[after][0] > depth:
            after += 1
        children = tuple(_nested(placed, index + 1, after, lexicon))
        clause = parent_of(clause_of(part, lexicon), children)
        if clause.start < clause.end:
            yield clause
        index = after


def parent_of(clause: ClauseFinding, children: tuple[ClauseFinding, ...]) -> ClauseFinding:
    """Return a clause with children, reaching to the end of the last."""
    if not children:
        return clause
    return replace(clause, end=max(clause.end, children[-1].end), clauses=children)


def operative_verb(text: str, lexicon: Lexicon) -> str | None:
    """Return what a clause does (note, approve, delegate ...), by its first operative word."""
    found = _operative(lexicon).search(text)
    if found is None:
        return None
    return values(lexicon, "decisions", "operative")[" ".join(found[0].lower().split())]


@cache
def _operative(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternation(values(lexicon, 'decisions', 'operative'))})\b", re.I)


@cache
def _mentioned(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for words after which a number is mentioned ("clause", "Cllr", "and")."""
    words = source(lexicon, "decisions", "before_mentioned_numbers")
    return re.compile(rf"\b(?:{words})\.?\s*$", re.I)


@cache
def _list_begins(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for the end of words that a list follows ("that", "by", a mark)."""
    words = source(lexicon, "decisions", "before_lists")
    return re.compile(rf"(?:^|[:;.,–—-]|\b(?:{words}))\s*$", re.I)
