"""Reads lists that go with an archive: tables in CSV, objects in JSON, a line or a list of them.

A row is a mapping of column names, folded, to what stands in the cells. What a column holds is told
by its name, from the lexicon ``roster.yaml``.
"""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from minutesparse.errors import ListingError, UnreadableFileError
from minutesparse.extract.dates import first_date

Row = dict[str, Any]

_MOST_BYTES = 100_000_000
_NO_JSON = (ValueError, RecursionError)
_SEPARATORS = ",;\t|"
_YEAR = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:[T ].*)?")
_ONE_DAY = datetime.timedelta(days=1)


def read_listing(path: Path) -> list[Row] | Mapping[str, Any]:
    """Return the rows of a list; an object with several lists in it as it is.

    Args:
        path: A file of CSV, JSON or JSON Lines.

    Raises:
        UnreadableFileError: There is no such file, or it may not be read.
        ListingError: It is neither CSV with a header nor JSON.
    """
    text = _text(path)
    if text.lstrip()[:1] in ("[", "{"):
        return _objects(path, text)
    try:
        rows = list(_table(text))
    except csv.Error as error:
        raise ListingError(f"{path}: not CSV that can be read: {error}.") from error
    if not rows:
        raise ListingError(f"{path}: no rows below a header. Give CSV with a header, or JSON.")
    return rows


def folded(name: str) -> str:
    """Return the name of a column in the form in which names are compared.

    >>> folded("raw_Division ")
    'raw division'
    """
    return " ".join(re.sub(r"[\s_-]+", " ", name).casefold().split())


def pick(row: Row, names: tuple[str, ...]) -> Any:
    """Return what the first of several columns holds that is there and not empty."""
    return next((row[name] for name in names if row.get(name) not in (None, "", [])), None)


def picked_text(row: Row, names: tuple[str, ...]) -> str | None:
    """Return what one of several columns holds as a text; of an object its name."""
    found = pick(row, names)
    if isinstance(found, Mapping):
        found = found.get("name")
    return None if found is None else " ".join(str(found).split()) or None


def day(text: str | None, where: str, *, last: bool = False) -> datetime.date | None:
    """Return the day that a cell gives, or None for an empty one.

    Args:
        text: ``2019-05-02``, ``2/5/2019``, ``2 May 2019``; a year or a month stands for its first
            day.
        where: What the message calls the place, where it is none of these.
        last: Whether a year or a month stands for its last day.

    Raises:
        ListingError: It is no date.
    """
    if not text:
        return None
    plain = _YEAR.fullmatch(text.strip())
    if plain:
        found = _plain_day(plain, last=last)
    else:
        spelt = first_date(text)
        found = spelt.value if spelt else None
    if found is None:
        raise ListingError(f"{where}: {text!r} is not a date. Write it as 2019-05-02.")
    return found


def _plain_day(found: re.Match[str], *, last: bool) -> datetime.date | None:
    year, month, number = (int(part) if part else None for part in found.groups())
    try:
        first = datetime.date(year or 0, month or 1, number or 1)
    except ValueError:
        return None
    if number or not last:
        return first
    months = 12 if month is None else 1
    after = first.month - 1 + months
    return datetime.date(first.year + after // 12, after % 12 + 1, 1) - _ONE_DAY


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES)
    except OSError as error:
        raise UnreadableFileError(f"{path}: cannot be read: {error.strerror}.") from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _table(text: str) -> Iterator[Row]:
    """Yield the rows of CSV; the sign that the header has most of stands between the cells."""
    head = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=head.count)
    for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=separator):
        yield {folded(name): value for name, value in row.items() if name}


def _objects(path: Path, text: str) -> list[Row] | Mapping[str, Any]:
    try:
        found = json.loads(text)
    except _NO_JSON:
        found = list(_lines(path, text))
    if isinstance(found, Mapping):
        lists = [one for one in found.values() if isinstance(one, list)]
        if len(lists) != 1:
            return found
        found = lists[0]
    if not all(isinstance(one, Mapping) for one in found) or not found:
        raise ListingError(
            f"{path}: JSON, but no list of objects. Give one object a person or row."
        )
    return [{folded(name): value for name, value in one.items()} for one in found]


def _lines(path: Path, text: str) -> Iterator[Any]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                yield json.loads(line)
            except _NO_JSON as error:
                raise ListingError(f"{path}: line {number} is not JSON: {error}") from error
