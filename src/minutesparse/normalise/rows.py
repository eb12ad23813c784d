"""Pages of one table row an item, between pipes: rows told apart, lists set on lines."""

from __future__ import annotations

import re

from minutesparse.normalise.inline import break_lists
from minutesparse.text import ITEM_BREAK, spaces

_PIPE_HEADER = re.compile(
    r"^[ \t]*\|?[ \t]*(?:No\.?[ \t]*\|[ \t]*Item|Rhif[ \t]*\|[ \t]*eitem)\b", re.M
)
_PIPE_RULE = re.compile(r"^(?=[ \t|:]*(?:-[ \t|:]+)*--)[ \t|:-]+$", re.M)
_PIPE_ONLY = re.compile(r"^[ \t]*\|[ \t|]*$", re.M)
_PIPE_END = re.compile(r"\|[ \t]*$", re.M)
_SLASHED = re.compile(r"^[ \t]*\d{1,2}(?:\.\d{1,2})* / (?=\S)", re.M)
_SLASHED_END = re.compile(r" /(?: (?:[A-Z][A-Za-z]{1,4}|Cllr|&|and|,){1,4})?[ ]*$", re.M)
_FEWEST_SLASHED = 6
_PIPE_OPENING = re.compile(
    r"^[ ]*\|?[ ]*\d{1,4}[.)]?[ ]*\|(?=[ ]*\S)|^[ ]*\|(?=[ |]*[^ |\n])", re.M
)
_PIPED_LABEL = re.compile(
    r"(^|[ ])((?:Minutes|Decisions?|(?:Additional|Supporting|Background) documents|"
    r"Cofnodion|Penderfyniad(?:au)?|Dogfennau ychwanegol):)([ ]|$)",
    re.M,
)
_PIPED_BLURB = re.compile(
    r"(?<=[A-Za-z)])[ ](?=(?:To (?:receive|consider|confirm|approve|note|agree|appoint|"
    r"determine|report|deal|authorise|discuss|review|sign|elect|answer|inform|provide|declare|"
    r"identify|advise|update|resolve|invite|hear|adopt|enable|seek|bring|ask|request)|"
    r"Report of the|Report from)\b)"
)
_INNER_LABEL = re.compile(r"(?<=[\w).])[ ]Minutes:[ ](?=\S)")
_FEWEST_SQUEEZED = 3
_FEWEST_ENDS = 4
_FEWEST_LABELS = 2
_ATTACHED = re.compile(r"(\b(?:PDF|DOCX?|XLSX?|PPTX?|MP3)[ ]\d[\d.,]*[ ][KMG]?B)[ ](?=\S)")


def open_slashes(text: str) -> str:
    """Turn rows whose cells a slash parts ("3.2 / Text / IG") into numbered lines."""
    if len(_SLASHED.findall(text)) < _FEWEST_SLASHED:
        return text
    text = _SLASHED.sub(lambda cell: cell[0].replace("/", " "), text)
    return _SLASHED_END.sub(lambda cell: spaces(cell[0]), text)


def open_pipes(text: str) -> str:
    """Turn a page of one table row an item into lines: labels apart, rows marked by a break.

    On other pages a pipe at a line's end only closes a cell of the page's layout.
    """
    ends = sum(1 for _ in _PIPE_END.finditer(text)) if "|" in text else 0
    if not _is_piped(text, ends):
        cells = max(ends, sum(1 for _ in _PIPE_OPENING.finditer(text))) if "|" in text else 0
        return _open_labels(_without_cell_ends(text) if cells >= _FEWEST_ENDS else text)
    text = _PIPE_RULE.sub(lambda rule: spaces(rule[0]), text)
    text = _PIPE_ONLY.sub(lambda row: ITEM_BREAK.ljust(len(row[0])), text)
    text = _PIPE_END.sub(lambda end: ITEM_BREAK.ljust(len(end[0])), text)
    text = text.replace("|", " ")
    text = _PIPED_LABEL.sub(_on_its_own_line, text)
    return _break_blurbs("\n".join(map(break_lists, text.split("\n"))))


def _is_piped(text: str, ends: int) -> bool:
    """Tell whether rows are items: the header says so, or labels stand in rows."""
    if _PIPE_HEADER.search(text) is not None:
        return True
    if ends < _FEWEST_ENDS or ends * 3 < text.count("|"):
        return False
    return sum(1 for _ in _PIPED_LABEL.finditer(text)) >= _FEWEST_LABELS


def _open_labels(text: str) -> str:
    """Set labels on lines of their own where lines are items ("Bins Minutes: Noted.")."""
    if text.count(" Minutes: ") < _FEWEST_SQUEEZED:
        return text
    if sum(1 for _ in _INNER_LABEL.finditer(text)) < _FEWEST_SQUEEZED:
        return text
    lines = text.split("\n")
    for index, line in enumerate(lines):
        if _INNER_LABEL.search(line) is not None:
            lines[index] = _PIPED_LABEL.sub(_on_its_own_line, _break_blurb(line))
    return "\n".join(lines)


def _without_cell_ends(text: str) -> str:
    text = _PIPE_OPENING.sub(lambda cell: cell[0].replace("|", " "), text)
    text = _PIPE_ONLY.sub(lambda row: spaces(row[0]), text)
    return _PIPE_END.sub(lambda end: spaces(end[0]), text)


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
