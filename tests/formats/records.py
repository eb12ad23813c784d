"""The records of a file in a form that two formats of one document can be compared by.

Left out is what cannot be the same: offsets, pages, where the file came from, furniture, how lines
are broken, how a list marker is punctuated, and what stands beside a line in the right-hand column
of actions. The words of an item are those of what stands in it, and of its residue.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from minutesparse import parse, read_file

# The fields that hold records, with the kind of record they hold.
_KINDS = {
    "attendance": "attendance",
    "people": "person",
    "items": "item",
    "issues": "issue",
    "unparsed": "residue",
    "contributions": "contribution",
    "answers": "contribution",
    "statistics": "statistic",
    "motions": "motion",
    "votes": "vote",
    "resolutions": "resolution",
    "clauses": "clause",
    "declarations": "declaration",
    "actions": "action",
    "documents": "document",
}
_PLACES = {"span", "mention", "text", "source"}
_WORDLESS = {"meeting", "item"}
_LAYOUT = {"rule"}  # of an item: how its heading was known
_COLUMN_HEAD = re.compile(r"^.* {4,}Action *$", re.M)
_BESIDE = re.compile(r" {4,}\S(?:\S| (?=\S)){0,23} *$", re.M)
_MARKER = re.compile(r"^( *)\(?([a-z]|[ivxl]{2,5}|\d{1,3})[.)]\s+", re.M)
_BROKEN_HYPHEN = re.compile(r"(?<=\S)-\n\s*")

Record = tuple[str, str]  # kind, and all that is compared as JSON


@cache
def records_of(path: Path) -> Counter[Record]:
    """Return the records of a file, each with the name of the record that it is part of."""
    source = read_file(path)
    meeting = parse(source)
    page = _Page(meeting.text, source.furniture)
    return Counter(page.records("meeting", meeting.model_dump(mode="json"), ""))


def apart(one: Counter[Record], other: Counter[Record]) -> list[Record]:
    """Return the records that only one of two files has."""
    return sorted([*(one - other).elements(), *(other - one).elements()])


@dataclass(frozen=True)
class _Page:
    text: str
    furniture: tuple[tuple[int, int], ...]

    def records(self, kind: str, record: Mapping[str, Any], parent: str) -> Iterator[Record]:
        """Yield a record and those in it."""
        if record.get("reason") == "furniture":
            return
        shown = {"in": parent, **_without_places(record)}
        if kind == "item":
            shown = {name: value for name, value in shown.items() if name not in _LAYOUT}
        if kind not in _WORDLESS and "span" in record:
            shown["words"] = _folded(self._words(**record["span"]))
        yield kind, json.dumps(shown, sort_keys=True, ensure_ascii=False)
        own = str(record.get("id") or record.get("number") or kind)
        for name, value in record.items():
            for part in value if _holds_records(name, value) else ():
                yield from self.records(_KINDS[name], part, own)

    def _words(self, start: int, end: int) -> str:
        """Return a stretch of the text without the furniture in it."""
        kept = list(self.text[start:end])
        for first, last in self.furniture:
            for at in range(max(first, start), min(last, end)):
                kept[at - start] = " "
        words = "".join(kept)
        return _BESIDE.sub("", words) if _COLUMN_HEAD.search(self.text) else words


def _without_places(record: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: _without_places(value) if isinstance(value, dict) else _folded(value)
        for name, value in record.items()
        if name not in _PLACES and not _holds_records(name, value)
    }


def _holds_records(name: str, value: Any) -> bool:
    return name in _KINDS and isinstance(value, list) and all("span" in one for one in value)


def _folded(value: Any) -> Any:
    """Return a value with its lines joined."""
    if isinstance(value, str):
        whole = _BROKEN_HYPHEN.sub("-", _MARKER.sub(r"\1\2 ", value))
        return " ".join(whole.replace("|", " ").split())
    return [_folded(one) for one in value] if isinstance(value, list) else value
