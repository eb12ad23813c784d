"""Fronts that name classes of people ("Board Members: ...", "Staff: ...") and no presence."""

from __future__ import annotations

import re

from minutesparse.extract.attendance.announced import Label, classify
from minutesparse.extract.attendance.words import AttendanceWords
from minutesparse.naming import tokenise

_LABEL = re.compile(r"[^\S\n]*(?P<label>[A-Z][^:\n]{2,60}):[^\S\n]*(?P<names>[^\n]*)$", re.M)
_NAMES = re.compile(
    r"[A-Z]\w{0,30}\.?\s{1,3}(?:[A-Z]\.?\s{1,3})?[A-Z]\w|[A-Z]\w{1,30},?\s{1,3}(?:and|&|[A-Z])"
)
_FEWEST = 2  # labels


def classes_alone(front: str, words: AttendanceWords) -> bool:
    """Tell whether labels of classes list who was there, none saying that they were.

    A label of members must stand beside another of members, staff or an office; where any label
    speaks of presence or absence, that one opens the list.
    """
    if not front.strip():
        return False
    labels = [
        (classify(tokenise(found["label"]), words, strict=True), found["names"])
        for found in _LABEL.finditer(front)
    ]
    if any(label is not None and label.main for label, _ in labels):
        return False
    named = [label for label, names in labels if label is not None and _NAMES.match(names)]
    return len(named) >= _FEWEST and any(map(_of_members, named))


def _of_members(label: Label) -> bool:
    return label.status == "present" and label.role is None and label.organisation is None
