"""Feeds the parser any text, guided by the code that each input reaches.

    python -m fuzz.texts FOLDER [--runs N] [--seed N] [--length N]

Every record is held to the promises of ``tests/promises.py``; ``parse`` and ``parse_all`` must give
the same bytes. FOLDER receives the figures and an input of each fault; the exit code is 1 where
there was any. Needs ``pip install -e '.[dev,fuzz]'``.
"""

from __future__ import annotations

import argparse
import atexit
import os
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import atheris
from tests.hostile import (
    BULLETS,
    DAMAGE,
    INVISIBLE,
    LABELS,
    LINE_ENDS,
    RIGHT_TO_LEFT,
    SPACES,
    SURROGATES,
    WORDS,
)
from tests.places import CORPUS, ROOT

from fuzz.ledger import Ledger, raised

# Asked by every rule, and deciding nothing themselves; following them would take a tenth longer.
TOOLS = [
    "minutesparse.lexicons",
    "minutesparse.lexicons.wordings",
    "minutesparse.naming.view",
    "minutesparse.text",
]
with atheris.instrument_imports(include=["minutesparse"], exclude=TOOLS):
    from tests.promises import broken

    from minutesparse.pipeline import parse, parse_all
    from minutesparse.records import Meeting

PIECES = (*BULLETS, *LABELS, *LINE_ENDS, *DAMAGE, *INVISIBLE, *RIGHT_TO_LEFT, *SPACES, *SURROGATES)
SEED_LINES = 5
RUNS = 20_000
LENGTH = 200
AGAIN_EVERY = 4  # parsing everything again would double the time


def decoded(content: bytes) -> str:
    """Return any bytes as a text; what is no UTF-8 becomes lone surrogates."""
    return content.decode("utf-8", "surrogateescape")


def encoded(text: str) -> bytes:
    """Return a text as bytes from which ``decoded`` makes nearly the same."""
    return text.encode("utf-8", "surrogatepass")


class Target:
    """Parses one input after another and notes what breaks.

    Args:
        ledger: Where it is noted.
    """

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    def __call__(self, content: bytes) -> None:
        """Parse an input; a fault is noted and does not end the run."""
        text = decoded(content)
        try:
            meeting = parse(text)
            faults = [*broken(text, meeting), *self._others(text, meeting)]
        except Exception as error:
            name, told = raised(error)
            self.ledger.fault(name, told, content)
            self.ledger.count("raised", len(text))
            return
        for fault in faults:
            self.ledger.fault(fault.partition(":")[0], fault, content)
        self.ledger.count("broken" if faults else "kept", len(text))

    def _others(self, text: str, meeting: Meeting) -> Iterator[str]:
        """Yield what is wrong with the records of every meeting, and with a second record."""
        if self.ledger.tried % AGAIN_EVERY == 0:
            records = parse_all(text)
            for one in records:
                yield from broken(text, one)
            again = parse(text) if _holds_meetings(meeting) else records[0]
            if again.model_dump_json() != meeting.model_dump_json():
                yield "the_same_text_gives_the_same_bytes: it does not"


class Mutator:
    """Changes texts as a clerk's tools would: lines moved and doubled, pieces put in between."""

    def __init__(self) -> None:
        self.lines = [line for text in _seeds() for line in text.split("\n")]

    def __call__(self, content: bytes, max_size: int, seed: int) -> bytes:
        """Return another input made of one."""
        chance = random.Random(seed)  # noqa: S311 - not for secrets
        if chance.random() < 0.4:
            return bytes(atheris.Mutate(content, max_size))
        lines = content.split(b"\n")
        at = chance.randrange(len(lines))
        match chance.randrange(5):
            case 0:
                lines.insert(at, encoded(chance.choice(self.lines)))
            case 1:
                lines.insert(at, lines[chance.randrange(len(lines))])
            case 2:
                del lines[at]
            case 3:
                lines[at] = _with_a_piece(lines[at], encoded(chance.choice(PIECES)), chance)
            case _:
                lines[at] = _with_a_piece(lines[at], encoded(chance.choice(WORDS)) + b" ", chance)
        return b"\n".join(lines)[:max_size]


def _holds_meetings(meeting: Meeting) -> bool:
    """Tell whether ``parse_all`` gives other records than ``parse``: one for each meeting."""
    return any(item.rule == "item.issue_meeting" for item in meeting.items)


def _with_a_piece(line: bytes, piece: bytes, chance: random.Random) -> bytes:
    words = line.split(b" ")
    at = chance.randrange(len(words) + 1)
    return b" ".join([*words[:at], piece, *words[at:]])


def _seeds() -> list[str]:
    """Return short passages: of the cases that the tests are made of, and of the corpus."""
    cases = [path.read_text(encoding="utf-8") for path in (ROOT / "tests/cases").rglob("*.txt")]
    pages = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*.txt"))]
    passages = []
    for text in [*sorted(cases), *pages]:
        lines = text.split("\n")
        passages += [
            "\n".join(lines[at : at + SEED_LINES]) for at in range(0, len(lines), SEED_LINES)
        ]
    return passages


def _write_seeds(folder: Path, length: int) -> None:
    for number, text in enumerate(_seeds()):
        (folder / f"{number:05}").write_bytes(encoded(text)[:length])


def main() -> None:
    """Fuzz; atheris ends the process, and the figures are told on the way out."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("folder", type=Path)
    options.add_argument("--runs", type=int, default=RUNS, help=f"inputs to try ({RUNS})")
    options.add_argument("--seed", type=int, default=1, help="another seed, other inputs (1)")
    options.add_argument("--length", type=int, default=LENGTH, help=f"longest input ({LENGTH})")
    given = options.parse_args()
    ledger = Ledger(given.folder)
    atexit.register(_tell, ledger)
    with tempfile.TemporaryDirectory() as seeds:
        _write_seeds(Path(seeds), given.length)
        atheris.Setup(
            [
                sys.argv[0],
                f"-atheris_runs={given.runs}",
                f"-seed={given.seed}",
                f"-max_len={given.length}",
                "-entropic=0",  # its bookkeeping takes a quarter of the time
                "-rss_limit_mb=6000",
                "-timeout=300",
                "-print_final_stats=1",
                seeds,
            ],
            Target(ledger),
            custom_mutator=Mutator(),
        )
        atheris.Fuzz()


def _tell(ledger: Ledger) -> None:
    ledger.write()
    print(f"{ledger.tried} inputs, {len(ledger.faults)} distinct faults: {dict(ledger.faults)}")
    if ledger.faults:
        sys.stdout.flush()
        os._exit(1)


if __name__ == "__main__":
    main()
