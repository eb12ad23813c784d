"""Documents within zip files, on disk or in memory."""

from __future__ import annotations

import zipfile
import zlib
from lzma import LZMAError
from typing import IO

from minutesparse.errors import LimitExceededError, UnreadableFileError
from minutesparse.read import Limits

MEMBER = "!/"
"""Stands between the place of a zip file and the name of a file in it."""
FAULTS = (
    EOFError,
    KeyError,
    LZMAError,
    NotImplementedError,
    OSError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)
"""What opening a damaged zip file may raise."""

_ENCRYPTED = 0x1


def members(file: str | IO[bytes]) -> list[str]:
    """Return the names of the files in a zip file in order, without folders and hidden files.

    Args:
        file: The zip file, or its path; one that is damaged raises one of :data:`FAULTS`.
    """
    with zipfile.ZipFile(file) as packed:
        names = sorted({entry.filename for entry in packed.infolist()})
    return [name for name in names if not _is_hidden(name)]


def _is_hidden(name: str) -> bool:
    last = name.rpartition("/")[2]
    return not last or last.startswith(".") or name.startswith("__MACOSX/")


def unpacked(file: str | IO[bytes], member: str, uri: str, limits: Limits) -> bytes:
    """Return the content of a file in a zip file.

    Args:
        file: The zip file, or its path.
        member: The name of the file in it.
        uri: Its place, for messages.
        limits: ``max_bytes`` bounds what comes out.

    Raises:
        FileNotFoundError: There is no such zip file.
        UnreadableFileError: It is damaged or under a password.
        LimitExceededError: More comes out than the limits allow.
    """
    try:
        with zipfile.ZipFile(file) as packed:
            entry = packed.getinfo(member)
            if entry.flag_bits & _ENCRYPTED:
                raise UnreadableFileError(f"{uri}: under a password. Unpack it first.")
            with packed.open(entry) as opened:
                content = opened.read(limits.max_bytes + 1)
    except FileNotFoundError:
        raise
    except FAULTS as error:
        raise UnreadableFileError(f"{uri}: {damage(error)}") from error
    return bounded(content, uri, limits)


def damage(error: Exception) -> str:
    """Return what is wrong with a zip file that raised one of :data:`FAULTS`."""
    return f"the zip file is damaged: {error}"


def bounded(content: bytes, uri: str, limits: Limits) -> bytes:
    """Return a content, unless it is longer than the limits allow.

    Raises:
        LimitExceededError: It is.
    """
    if len(content) > limits.max_bytes:
        raise too_large(uri, limits)
    return content


def too_large(uri: str, limits: Limits) -> LimitExceededError:
    """Return the error for a document with more bytes than the limits allow."""
    return LimitExceededError(
        f"{uri}: more than the limit of {limits.max_bytes:,} bytes. If the file is meant "
        "to be this large, convert it alone with Limits(max_bytes=...)."
    )
