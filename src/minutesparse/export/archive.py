"""What an export sees of an archive: documents in a fixed order, and the records of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from minutesparse.export.rows import Rows


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of an archive.

    Attributes:
        document: Its key, which the keys of its rows begin with.
        uri: Its place.
        mark: A word that changes whenever its records may have.
    """

    document: str
    uri: str
    mark: str


class Archive(Protocol):
    """Documents that became records."""

    def entries(self) -> Iterator[Entry]:
        """Yield the documents in the order of their uris."""

    def meetings(self, entry: Entry) -> list[str]:
        """Return the meetings of a document, each as one line of JSON."""

    def rows(self, entry: Entry) -> Rows:
        """Return the rows of a document in plain form, by table."""

    def roster(self) -> Rows:
        """Return the rows of the roster, which belong to no document, by table."""


def every_row(archive: Archive) -> Iterator[Rows]:
    """Yield the rows of an archive: those of the roster, then those of each document."""
    yield archive.roster()
    for entry in archive.entries():
        yield archive.rows(entry)
