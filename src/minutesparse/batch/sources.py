"""Finds the documents of an archive: in folders, globs, zip files and lists of names.

A document's ``uri`` is its path as seen from the base folder, with ``/`` between its parts, so that
an archive gets the same keys wherever its folder lies; a member of a zip file follows ``!/``.
"""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from minutesparse.batch.packed import FAULTS, MEMBER, bounded, damage, members, unpacked
from minutesparse.errors import UnreadableFileError
from minutesparse.read import Limits

SUFFIXES = frozenset(
    ".txt .text .md .markdown .html .htm .xhtml .aspx .asp .php .pdf .docx .doc .odt .rtf".split()
)
"""Endings of the names that are taken from folders and zip files."""
ZIP = ".zip"
"""The ending of files that hold documents."""


@dataclass(frozen=True, slots=True)
class Found:
    """A document that was found, not yet opened.

    Attributes:
        uri: Its place, as the records give it.
        path: The file that holds it.
        member: Its name in that file, where the file is a zip; else empty.
        fault: What is wrong with it, where that is known already; else empty.
    """

    uri: str
    path: str
    member: str = ""
    fault: str = ""


@dataclass(slots=True)
class Search:
    """One search for documents; it counts what it passes over.

    Attributes:
        base: The folder that the uris are seen from.
        out: The archive's own folder, which is not looked into.
        passed_over: Number of files in folders and zip files with an ending that no reader
            takes, by ending.
    """

    base: Path
    out: Path | None = None
    passed_over: Counter[str] = field(default_factory=Counter)

    def find(self, names: Iterable[str]) -> Iterator[Found]:
        """Yield the documents that names stand for, folders in the order of their names.

        Args:
            names: Files, folders, zip files, or patterns with ``*``, ``?`` or ``[]`` (``**`` for
                any number of folders). A name that stands for nothing is yielded as a file, so
                that it is reported when it cannot be read.
        """
        for name in names:
            path = Path(name)
            if path.exists() or not glob.has_magic(name):
                yield from self._at(path, named=True)
                continue
            matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - takes any pattern
            for match in matches or [name]:
                yield from self._at(Path(match), named=not Path(match).is_dir())

    def _at(self, path: Path, *, named: bool) -> Iterator[Found]:
        """Yield what a path holds; a file that was named is taken whatever its ending."""
        if path.is_dir():
            yield from self._within(path)
        elif path.suffix.lower() == ZIP:
            yield from self._packed(path)
        elif named or path.suffix.lower() in SUFFIXES:
            yield Found(self._uri(path), str(path))
        else:
            self.passed_over[path.suffix.lower() or path.name] += 1

    def _within(self, folder: Path) -> Iterator[Found]:
        """Yield the documents of a folder; hidden ones, and folders behind links, stay out."""
        try:
            names = sorted(path.name for path in folder.iterdir())
        except OSError as error:
            yield Found(self._uri(folder), str(folder), fault=f"cannot be listed: {error.strerror}")
            return
        for name in names:
            path = folder / name
            if not (name.startswith(".") or self._is_barred(path)):
                yield from self._at(path, named=False)

    def _is_barred(self, path: Path) -> bool:
        return path.is_dir() and (path.is_symlink() or unrolled(path) == self.out)

    def _packed(self, path: Path) -> Iterator[Found]:
        try:
            names = members(str(path))
        except FileNotFoundError:
            yield Found(self._uri(path), str(path))
            return
        except FAULTS as error:
            yield Found(self._uri(path), str(path), fault=damage(error))
            return
        for member in names:
            suffix = Path(member).suffix.lower()
            if suffix in SUFFIXES:
                yield Found(f"{self._uri(path)}{MEMBER}{member}", str(path), member)
            else:
                self.passed_over[suffix or Path(member).name] += 1

    def _uri(self, path: Path) -> str:
        whole = unrolled(path)
        seen = whole.relative_to(self.base) if whole.is_relative_to(self.base) else whole
        return os.fsencode(seen.as_posix()).decode("utf-8", "replace")


def unrolled(path: Path) -> Path:
    """Return a path from the root, without ``..``, and with its links as they were named."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - `resolve` follows links


def content_of(found: Found, limits: Limits) -> bytes:
    """Return the bytes of a document.

    Args:
        found: The document.
        limits: ``max_bytes`` bounds what is read, of a packed file what comes out.

    Raises:
        UnreadableFileError: There is no such file, or it may not be read, or is damaged.
        LimitExceededError: It is larger than the limits allow.
    """
    if found.fault:
        raise UnreadableFileError(f"{found.uri}: {found.fault}.")
    try:
        if found.member:
            return unpacked(found.path, found.member, found.uri, limits)
        with Path(found.path).open("rb") as file:
            content = file.read(limits.max_bytes + 1)
    except FileNotFoundError as error:
        raise UnreadableFileError(f"{found.uri}: there is no such file or folder.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UnreadableFileError(f"{found.uri}: cannot be read: {reason}.") from error
    return bounded(content, found.uri, limits)
