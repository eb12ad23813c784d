"""Pages of one table row an item, between pipes: rows told apart, lists set on lines."""

from __future__ import annotations

import re

from minutesparse.normalise.inline import break_lists
from minutesparse.text import ITEM_BREAK, spaces

_PIPE_HEADER = re.compile(r"^[ \t]*\|?[ \t]*No\.?[ \t]*\|[ \t]*Item\b", re.M)
_PIPE_RULE = re.compile(r"^(?=[ \t|:]*(?:-[ \t|:]+)*--)[ \t|:-]+$", re.M)
_PIPE_ONLY = re.compile(r"^[ \t]*\|[ \t|]*$", re.M)
_PIPE_END = re.compile(r"\|[ \t]*$", re.M)
_PIPED_LABEL = re.compile(
    r"(^|[ ])((?:Minutes|Decisions?|(?:Additional|Supporting|Background) documents):)([ ]|$)", re.M
)
_PIPED_BLURB = re.compile(
    r"(?<=[A-Za-z)])[ ](?=(?:To (?:receive|consider|confirm|approve|note|agree|appoint|"
    r"determine|report|deal|authorise|discuss|review|sign|elect|answer|inform|provide|declare|"
    r"identify|advise|update|resolve)|Report of the|Report from)\b)"
)
_ATTACHED = re.compile(r"(\b(?:PDF|DOCX?|XLSX?|PPTX?|MP3)[ ]\d[\d.,]*[ ][KMG]?B)[ ](?=\S)")


def open_pipes(text: str) -> str:
    """Turn a page of one table row an item into lines: labels apart, rows marked by a break."""
    if not _is_piped(text):
        return text
    text = _PIPE_RULE.sub(lambda rule: spaces(rule[0]), text)
    text = _PIPE_ONLY.sub(lambda row: ITEM_BREAK.ljust(len(row[0])), text)
    text = _PIPE_END.sub(lambda end: ITEM_BREAK.ljust(len(end[0])), text)
    text = text.replace("|", " ")
    text = _PIPED_LABEL.sub(_on_its_own_line, text)
    return _break_blurbs("\n".join(map(break_lists, text.split("\n"))))


def _is_piped(text: str) -> bool:
    header = _PIPE_HEADER.search(text)
    if header is not None:
        return True
    ends = sum(1 for _ in _PIPE_END.finditer(text))
    return ends >= 4 and ends * 3 >= text.count("|")


def _on_its_own_line(found: re.Match[str]) -> str:
    before, label, after = found.groups()
    return before.replace(" ", "\n") + label + after.replace(" ", "\n")


def _break_blurbs(text: str) -> str:
    """Set the purpose of an item apart from its title, on the first line of each row."""
    rows = text.split(ITEM_BREAK)
    return ITEM_BREAK.join(_break_blurb(row) for row in rows)


def _break_blurb(row: str) -> str:
    start = len(row) - len(row.lstrip())
    end = row.find("\n", start)
    end = len(row) if end < 0 else end
    heading = _ATTACHED.sub(r"\1\n", row[start:end], count=1)
    return row[:start] + _PIPED_BLURB.sub("\n", heading, count=1) + row[end:]
