"""Files in, :class:`~minutesparse.text.Source` out: one reader a format, one dispatch."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, Protocol

from minutesparse.errors import EmptyDocumentError, UnreadableFileError
from minutesparse.read.limits import Limits, within
from minutesparse.read.sniff import Format, sniff
from minutesparse.text import Source

__all__ = ["Format", "Limits", "read", "read_bytes"]

_DEFAULT = Limits()
_MODULES: Mapping[Format, str] = {
    Format.PLAIN: "plain",
    Format.MARKDOWN: "plain",
    Format.HTML: "html",
    Format.PDF: "pdf",
    Format.DOCX: "docx",
    Format.DOC: "convert",
    Format.ODT: "convert",
    Format.RTF: "convert",
}


class _Reader(Protocol):
    def __call__(self, content: bytes, *, where: str, limits: Limits) -> Source: ...


def read(path: str | Path, *, limits: Limits = _DEFAULT) -> Source:
    """Read a file of minutes.

    Args:
        path: The file, or ``-`` for standard input.
        limits: What to refuse.

    Raises:
        UnreadableFileError: There is no such file, it is a directory, it is damaged, it has a
            password, or it may not be read.
        UnsupportedFormatError: No reader takes its format, or one needs a program that is not
            installed.
        EmptyDocumentError: It holds no text; for a scan, the message says so.
        LimitExceededError: It is larger than the limits allow.
    """
    if str(path) == "-":
        return read_bytes(_bounded(sys.stdin.buffer, "standard input", limits), limits=limits)
    return read_bytes(_content(Path(path), limits), name=str(path), limits=limits)


def read_bytes(content: bytes, *, name: str | None = None, limits: Limits = _DEFAULT) -> Source:
    """Read minutes from the bytes of a file.

    Args:
        content: The whole file.
        name: Its name, path or address; it becomes the source's ``uri``, and its suffix decides
            where the content leaves the format open.
        limits: What to refuse.

    Raises:
        MinutesparseError: As for :func:`read`.
    """
    where = name or "the content"
    within(limits, "max_bytes", len(content), f"{where}: bytes")
    if not content or content.isspace():
        raise EmptyDocumentError(f"{where}: the file is empty. Check that the download finished.")
    found = sniff(content, name)
    source = _reader(found)(content, where=where, limits=limits)
    within(limits, "max_chars", len(source.text), f"{where}: characters of text")
    if not source.text.strip():
        raise EmptyDocumentError(f"{where}: there is no text in it.")
    return replace(
        source, uri=name, media_type=found.value, sha256=hashlib.sha256(content).hexdigest()
    )


def _reader(found: Format) -> _Reader:
    """Return the reader of a format; no other reader, and no library of one, is imported."""
    reader: _Reader = import_module(f"{__name__}.{_MODULES[found]}").read_source
    return reader


def _content(path: Path, limits: Limits) -> bytes:
    try:
        if path.is_dir():
            raise UnreadableFileError(f"{path}: a directory. Give the files in it one by one.")
        with path.open("rb") as file:
            return _bounded(file, str(path), limits)
    except FileNotFoundError as error:
        raise UnreadableFileError(f"{path}: there is no such file.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UnreadableFileError(f"{path}: cannot be read: {reason}.") from error


def _bounded(file: BinaryIO, where: str, limits: Limits) -> bytes:
    content = file.read(limits.max_bytes + 1)
    within(limits, "max_bytes", len(content), f"{where}: bytes read so far")
    return content
