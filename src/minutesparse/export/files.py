"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST_STEM = 80


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a path to write to, and put what was written in the place of a file at the end.

    Whoever reads the file sees the old content or the new one, also after a power cut. What is
    left behind by a kill is overwritten the next time.

    Args:
        path: The file; its folder is made where there is none.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    yield part
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(path)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file, unless it holds this content already."""
    if not path.exists() or path.stat().st_size != len(content) or path.read_bytes() != content:
        with replacing(path) as part:
            part.write_bytes(content)


def meeting_file(uri: str | None, key: str, ending: str) -> str:
    """Return the name of a meeting's file: called after the document and the key.

    Args:
        uri: Place of the document; None where it has none.
        key: The meeting's key.
        ending: What the name ends with, without the dot.
    """
    stem = _NOT_IN_NAMES.sub("_", PurePosixPath(uri or "minutes").stem)[:_LONGEST_STEM]
    return f"{stem}-{key}.{ending}"
