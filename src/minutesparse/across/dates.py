"""Days of meetings that the minutes leave out, from a list of documents and dates."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path

from minutesparse.across.listings import day, picked_text, read_listing
from minutesparse.errors import ListingError
from minutesparse.lexicons import Lexicon, default_lexicon

Dates = Mapping[str, datetime.date]
"""The day of a document's meeting, by the place of the document."""


def read_dates(path: str | Path, *, lexicon: Lexicon | None = None) -> dict[str, datetime.date]:
    """Return the dates that a file gives.

    Args:
        path: CSV with a header, JSON or JSON Lines: a row for each document with its place in the
            archive (or the end of it, such as the file's name) and the day.
        lexicon: The words that the rules know; the package's own by default.

    Raises:
        UnreadableFileError: There is no such file, or it may not be read.
        ListingError: A column is missing, or a date is none.
    """
    columns = (lexicon or default_lexicon()).table("roster", "dates")
    place = Path(path)
    listed = read_listing(place)
    if isinstance(listed, Mapping):  # {"minutes.pdf": "2019-05-02"}
        listed = [{"uri": uri, "date": given} for uri, given in listed.items()]
    dates: dict[str, datetime.date] = {}
    for number, row in enumerate(listed, 1):
        uri = picked_text(row, columns["uri"])
        found = day(picked_text(row, columns["date"]), f"{place}: row {number}")
        if uri and found:
            dates[uri.replace("\\", "/")] = found
    if not dates:
        raise ListingError(f"{place}: no dates. It needs a column 'uri' and a column 'date'.")
    return dates


def date_of(uri: str, dates: Dates) -> datetime.date | None:
    """Return the day that a list gives for a document: for its place, or the longest end of it.

    >>> date_of("2019/May/council.pdf", {"May/council.pdf": datetime.date(2019, 5, 2)})
    datetime.date(2019, 5, 2)
    """
    parts = uri.replace("!/", "/").split("/")
    ends = (uri, *("/".join(parts[at:]) for at in range(len(parts))))
    return next((dates[end] for end in ends if end in dates), None)
