"""Which parser made a record: the release, and a digest of its rules and words."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import minutesparse

_NO_PART_OF_IT = frozenset({"cli", "evaluate", "batch", "across", "spark.py"})


@cache
def parser_version() -> str:
    """Return the version of the parser; a changed rule or lexicon changes it too."""
    home = Path(minutesparse.__file__).parent
    digest = hashlib.sha256()
    for path in sorted(home.rglob("*")):
        inside = path.relative_to(home)
        if path.suffix in {".py", ".yaml"} and inside.parts[0] not in _NO_PART_OF_IT:
            digest.update(inside.as_posix().encode() + b"\0" + path.read_bytes())
    return f"{minutesparse.__version__}+{digest.hexdigest()[:12]}"
