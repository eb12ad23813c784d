"""The files that go with an archive: a roster and a list of dates, kept beside its ledger.

What was given once counts until another file is given, so that the next run, which may bring one
new document, makes the same of the others.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from minutesparse.across.dates import Dates, read_dates
from minutesparse.across.roster import Roster
from minutesparse.across.roster_files import read_roster
from minutesparse.export.files import write_whole

_HOME = ".minutesparse"

_T = TypeVar("_T")


def kept_roster(home: Path, given: str | Path | None) -> Roster | None:
    """Return the roster that is given, else the one that the archive keeps, if any.

    Args:
        home: Folder of the archive.
        given: The file; the archive keeps a copy of it.

    Raises:
        ListingError: It is of no form that is understood.
        UnreadableFileError: It is not there.
    """
    return _kept(home / _HOME / "roster", given, read_roster)


def kept_dates(home: Path, given: str | Path | None) -> Dates | None:
    """Return the dates that are given, else those that the archive keeps, if any.

    Args:
        home: Folder of the archive.
        given: The file; the archive keeps a copy of it.

    Raises:
        ListingError: It is of no form that is understood.
        UnreadableFileError: It is not there.
    """
    return _kept(home / _HOME / "dates", given, read_dates)


def _kept(copy: Path, given: str | Path | None, read: Callable[[str | Path], _T]) -> _T | None:
    if given is not None:
        found = read(given)
        write_whole(copy, Path(given).read_bytes())
        return found
    return read(copy) if copy.exists() else None
