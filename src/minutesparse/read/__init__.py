"""From files to :class:`~minutesparse.text.Source`: one reader a format."""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path

from minutesparse.errors import EmptyDocumentError, UnreadableFileError, UnsupportedFormatError
from minutesparse.text import Source


def read(path: str | Path) -> Source:
    """Read a file.

    Args:
        path: The file, or ``-`` for standard input.

    Raises:
        UnreadableFileError: The file is missing, is a directory, or may not be read.
        UnsupportedFormatError: The content is not text.
        EmptyDocumentError: The file holds no text.
    """
    if str(path) == "-":
        return read_bytes(sys.stdin.buffer.read())
    path = Path(path)
    if path.is_dir():
        raise UnreadableFileError(f"{path} is a directory; name a file in it.")
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFileError(f"there is no file {path}.") from error
    except OSError as error:
        raise UnreadableFileError(f"{path} cannot be read: {error.strerror}.") from error
    return read_bytes(content, name=str(path))


def read_bytes(content: bytes, *, name: str | None = None) -> Source:
    """Read the content of a file.

    Args:
        content: The bytes of the document.
        name: Where they came from; used in messages and records.

    Raises:
        UnsupportedFormatError: The content is not text.
        EmptyDocumentError: The content holds no text.
    """
    where = name or "the content"
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnsupportedFormatError(f"{where} is not text.") from error
    if "\0" in text:
        raise UnsupportedFormatError(f"{where} is not text.")
    if not text.strip():
        raise EmptyDocumentError(f"{where} holds no text.")
    return Source(text=text, uri=name, sha256=sha256(content).hexdigest())
