"""Feeds the readers damaged files of every format.

    python -m fuzz.files FOLDER [--runs N] [--seed N]

The samples of ``tests/formats`` are cut short, flipped in bytes, doubled in parts, and glued to one
another; inside a DOCX file the XML is damaged too, and packed again. A reader gives a source or one
of the errors of the package, and the source keeps its promises; every hundredth is parsed as well.
FOLDER receives the figures and an input of each fault; the exit code is 1 where there was any.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import sys
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from tests.formats.places import MADE
from tests.promises import broken

from fuzz.ledger import Ledger, raised
from minutesparse.errors import MinutesparseError
from minutesparse.pipeline import parse
from minutesparse.read import read_bytes
from minutesparse.text import Source

RUNS = 2_000
PARSED_EVERY = 100
MOST_CHARACTERS = 20_000  # of a text that is parsed as well


def samples() -> list[tuple[str, bytes]]:
    """Return the names and the contents of the samples."""
    return [(path.name, path.read_bytes()) for path in sorted(MADE.iterdir())]


def damaged(content: bytes, other: bytes, chance: random.Random) -> bytes:
    """Return a file with one to four kinds of damage."""
    if content[:2] == b"PK" and chance.random() < 0.5:
        return _damaged_inside(content, chance)
    for _ in range(chance.randint(1, 4)):
        content = chance.choice(_DAMAGE)(content, other, chance)
    return content


def _damaged_inside(content: bytes, chance: random.Random) -> bytes:
    """Damage one part of a zip file, and pack it again."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    name = chance.choice(sorted(parts))
    parts[name] = chance.choice(_DAMAGE)(parts[name], parts[name], chance)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for part, inner in parts.items():
            file.writestr(part, inner)
    return packed.getvalue()


def _cut(content: bytes, _: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _flipped(content: bytes, _: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _turn in range(chance.randint(1, 30) if changed else 0):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _doubled(content: bytes, _: bytes, chance: random.Random) -> bytes:
    first, last = sorted(chance.randrange(len(content) + 1) for _ in range(2))
    return content[:last] + content[first:last][:5_000] + content[last:]


def _glued(content: bytes, other: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content) + 1)] + other[chance.randrange(len(other) + 1) :]


def _missing(content: bytes, _: bytes, chance: random.Random) -> bytes:
    first, last = sorted(chance.randrange(len(content) + 1) for _ in range(2))
    return content[:first] + content[last:]


_DAMAGE = (_cut, _flipped, _doubled, _glued, _missing)


def wrong(source: Source) -> Iterator[str]:
    """Yield what a source breaks of what every source promises."""
    if not source.text.strip():
        yield "text: there is none"
    for start, end in source.furniture:
        if not 0 <= start < end <= len(source.text):
            yield f"furniture: {start} to {end} of {len(source.text)}"
    if source.pages:
        whole = source.pages[0].start == 0 and source.pages[-1].end == len(source.text)
        if not whole or any(one.end != two.start for one, two in pairwise(source.pages)):
            yield f"pages: they do not cover the text: {source.pages}"


def tried(name: str, content: bytes, ledger: Ledger) -> None:
    """Read a file, and note what comes of it."""
    faults: list[str] = []
    try:
        source = read_bytes(content, name=name)
        faults += wrong(source)
        if ledger.tried % PARSED_EVERY == 0 and len(source.text) <= MOST_CHARACTERS:
            faults += broken(source.text, parse(source))
        outcome = "read"
    except MinutesparseError as error:
        outcome = f"refused: {type(error).__name__}"
    except Exception as error:
        fault, told = raised(error)
        ledger.fault(fault, told, content)
        outcome = "raised"
    for told in faults:
        ledger.fault(told.partition(":")[0], told, content)
    suffix = name.rpartition(".")[2]
    ledger.count(f"{suffix} {outcome}", len(content))


def main() -> int:
    """Damage files and read them; return the exit code."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("folder", type=Path)
    options.add_argument("--runs", type=int, default=RUNS, help=f"files to try ({RUNS})")
    options.add_argument("--seed", type=int, default=1, help="another seed, other damage (1)")
    given = options.parse_args()
    os.environ["PATH"] = ""  # without LibreOffice, which is not ours to try
    ledger = Ledger(given.folder)
    files = samples()
    for number in range(given.runs):
        chance = random.Random(f"{given.seed} {number}")  # noqa: S311 - not for secrets
        name, content = chance.choice(files)
        tried(name, damaged(content, chance.choice(files)[1], chance), ledger)
    ledger.write()
    print(f"{ledger.tried} files, {len(ledger.faults)} distinct faults: {dict(ledger.faults)}")
    return 1 if ledger.faults else 0


if __name__ == "__main__":
    sys.exit(main())
