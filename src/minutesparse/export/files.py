"""Files that are there whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


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
