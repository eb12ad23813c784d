"""Clauses of a decision: numbered blocks, numbers within a line, or one clause without a number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from minutesparse.extract.findings import ClauseFinding
from minutesparse.lexicons import Lexicon, alternation
from minutesparse.text import Block

_INLINE = re.compile(
    r"(?:(?<=\s)|^)\(?(?P<open>\(?)(?P<label>\d{1,2}(?:\.\d{1,2})?|[a-z]|[ivx]{1,5}|[A-H])(?P<close>[.)]{1,2})\s*(?=\S)"
)
_DELEGATED = re.compile(
    r"\b(?:delegat\w*\s+(?:authority\s+)?(?:(?:be\s+)?(?:given|granted|delegated)\s+)?to|authority\s+(?:be|is|was)\s+(?:given|granted|delegated)\s+to|"
    r"authoris\w+|delegates?\s+to)\s+(?P<who>(?:the\s+)?[A-Z][^,;.]{3,90}?)(?=,|;|\.|\s+to\s+[a-z]|\s+in\s+consultation|$)"
)


def clause_of(
    start: int, end: int, text: str, number: str | None, rule: str, lexicon: Lexicon
) -> ClauseFinding:
    """Return a clause finding for a stretch whose words are given."""
    delegated = _DELEGATED.search(text)
    who = " ".join(delegated["who"].split()) if delegated else None
    return ClauseFinding(start, end, number, operative_verb(text, lexicon), who, rule)


def operative_verb(text: str, lexicon: Lexicon) -> str | None:
    """Return what a clause does (note, approve, delegate ...), by its first operative word."""
    found = _operative(lexicon).search(text)
    if found is None:
        return None
    word = " ".join(found[0].lower().split())
    table = lexicon.table("decisions", "operative")
    return next((verb for verb, words in table.items() if word in words), None)


def nest(flat: Sequence[tuple[int, ClauseFinding]]) -> tuple[ClauseFinding, ...]:
    """Hang deeper clauses under the clause before them; a parent reaches to its last child.

    Args:
        flat: Clauses in order, each with its depth.
    """
    roots: list[ClauseFinding] = []
    index = 0
    while index < len(flat):
        depth, clause = flat[index]
        after = index + 1
        while after < len(flat) and flat[after][0] > depth:
            after += 1
        children = nest(flat[index + 1 : after])
        if children:
            clause = replace(clause, end=max(clause.end, children[-1].end), clauses=children)
        roots.append(clause)
        index = after
    return tuple(roots)


def inline_clauses(text: str, offset: int, lexicon: Lexicon) -> tuple[int, list[ClauseFinding]] | None:
    """Split "(a) ...; and (b) ..." on one line into clauses.

    Returns:
        The index at which the first number stands, and the clauses; None where the text holds no
        run of at least two numbers that rise from the first.
    """
    run = _rising_run(text)
    if len(run) < 2:
        return None
    clauses = []
    for place, found in enumerate(run):
        end = run[place + 1].start() if place + 1 < len(run) else len(text)
        words = text[found.end() : end].rstrip()
        start = offset + found.end()
        clauses.append(
            clause_of(start, start + len(words), words, found["label"], "clause.inline", lexicon)
        )
    return run[0].start(), clauses


def _rising_run(text: str) -> list[re.Match[str]]:
    run: list[re.Match[str]] = []
    for found in _INLINE.finditer(text):
        if not (found[0].startswith("(") or found["close"].startswith((")", "."))):
            continue
        if not run:
            if found["label"].lower() in ("1", "a", "i", "1.1"):
                run = [found]
        elif _shape(found) == _shape(run[0]) and _follows(run[-1]["label"], found["label"]):
            run.append(found)
    return run


def _shape(found: re.Match[str]) -> str:
    return ("(" if found[0].startswith("(") else "") + found["close"]


def _follows(before: str, label: str) -> bool:
    if before.isdigit() and label.isdigit():
        return int(label) == int(before) + 1
    if before in _ROMANS and label in _ROMANS and _ROMANS.index(label) == _ROMANS.index(before) + 1:
        return True
    return len(before) == len(label) == 1 and ord(label) == ord(before) + 1


_ROMANS = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"]


def block_clauses(blocks: Sequence[Block], lexicon: Lexicon) -> tuple[ClauseFinding, ...]:
    """Return the clauses that a run of blocks makes, nested by depth."""
    flat: list[tuple[int, ClauseFinding]] = []
    for block in blocks:
        number = block.marker.label if block.marker is not None and block.marker.label else None
        rule = "clause.numbered" if number else "clause.bullet" if block.marker else "clause.paragraph"
        inner = inline_clauses(block.text, block.start, lexicon) if number is None or ":" in block.text else None
        clause = clause_of(block.start, block.end, block.text, number, rule, lexicon)
        if inner is not None and number is None:
            flat += [(block.depth, found) for found in inner[1]]
        elif inner is not None:
            flat.append((block.depth, clause))
            flat += [(block.depth + 1, found) for found in inner[1]]
        else:
            flat.append((block.depth, clause))
    return nest(flat)


@cache
def _operative(lexicon: Lexicon) -> re.Pattern[str]:
    table = lexicon.table("decisions", "operative")
    words = {word for listed in table.values() for word in listed}
    return re.compile(rf"\b(?:{alternation(words)})\b", re.I)
