"""The files that go with an archive: a roster and a list of dates, kept beside its ledger.

What was given once counts until another file is given, so that the next run, which may bring one
new document, makes the same of the others.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from minutesparse.across.archive import Informed
from minutesparse.across.dates import read_dates
from minutesparse.across.roster_files import read_roster
from minutesparse.export.archive import Archive
from minutesparse.export.files import write_whole

_HOME = ".minutesparse"

_T = TypeVar("_T")


class Companions:
    """The roster and the dates of one archive: those that are given, else those that it keeps.

    Args:
        home: Folder of the archive.
        roster: File with the councillors.
        dates: File with days of meetings.

    Raises:
        ListingError: One of them is of no form that is understood.
        UnreadableFileError: One of them is not there.
    """

    def __init__(self, home: Path, roster: str | Path | None, dates: str | Path | None) -> None:
        self._copies: list[tuple[Path, bytes]] = []
        self._roster = self._read(home / _HOME / "roster", roster, read_roster)
        self._dates = self._read(home / _HOME / "dates", dates, read_dates)

    def keep(self) -> None:
        """Copy the files that are given to the archive's folder."""
        for copy, content in self._copies:
            write_whole(copy, content)

    def informed(self, archive: Archive) -> Informed | None:
        """Return an archive that knows them, or None where there are none."""
        if self._roster is None and self._dates is None:
            return None
        return Informed(archive, self._roster, self._dates)

    def _read(
        self, copy: Path, given: str | Path | None, read: Callable[[str | Path], _T]
    ) -> _T | None:
        if given is not None:
            found = read(given)
            self._copies.append((copy, Path(given).read_bytes()))
            return found
        return read(copy) if copy.exists() else None
