"""Opens an archive's database to read from it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from minutesparse.errors import ArchiveError
from minutesparse.export.tables import TABLES_VERSION

DATABASE = "minutes.db"
APPLICATION = 0x6D696E75
"""Marks a file as an archive of minutes (``PRAGMA application_id``)."""


def opened(path: Path) -> sqlite3.Connection:
    """Open an archive's database, for reading only.

    Args:
        path: The file.

    Raises:
        ArchiveError: There is none, or it is something else.
    """
    if not path.is_file():
        raise ArchiveError(f'{path}: there is no such file. "convert --to sqlite" makes one.')
    base = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        application = marked(base)
        [[version]] = base.execute("PRAGMA user_version")
    except sqlite3.DatabaseError as error:
        base.close()
        raise ArchiveError(f"{path}: not a database.") from error
    if application != APPLICATION:
        base.close()
        raise ArchiveError(f"{path}: a database, but no archive of minutes.")
    if version != TABLES_VERSION:
        base.close()
        raise ArchiveError(
            f"{path}: made by another version of minutesparse, with other tables ({version}, not "
            f"{TABLES_VERSION}). Convert again."
        )
    return base


def marked(base: sqlite3.Connection) -> int:
    """Return the mark of a database."""
    [[application]] = base.execute("PRAGMA application_id")
    return int(application)
