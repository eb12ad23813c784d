"""Counts what a fuzzer tries, and keeps one input of every distinct fault."""

from __future__ import annotations

import hashlib
import json
import traceback
from collections import Counter
from pathlib import Path
from time import process_time


class Ledger:
    """What was tried and what was found, written to a folder as the run goes on.

    A fault is known by where in the code it was raised, or by the promise that it breaks; of each
    the shortest input is kept.

    Args:
        folder: Where the inputs of faults and ``figures.json`` go.
        every: After how many inputs the figures are written.
    """

    def __init__(self, folder: Path, *, every: int = 1000) -> None:
        self.folder = folder
        self.every = every
        self.tried = 0
        self.characters = 0
        self.outcomes: Counter[str] = Counter()
        self.faults: Counter[str] = Counter()
        self._shortest: dict[str, int] = {}
        folder.mkdir(parents=True, exist_ok=True)

    def count(self, outcome: str, length: int) -> None:
        """Count an input with what came of it."""
        self.tried += 1
        self.characters += length
        self.outcomes[outcome] += 1
        if self.tried % self.every == 0:
            self.write()

    def fault(self, name: str, told: str, content: bytes) -> None:
        """Keep an input that a fault came of."""
        self.faults[name] += 1
        if len(content) < self._shortest.get(name, len(content) + 1):
            self._shortest[name] = len(content)
            stem = hashlib.sha256(name.encode()).hexdigest()[:12]
            (self.folder / f"{stem}.input").write_bytes(content)
            (self.folder / f"{stem}.txt").write_text(f"{name}\n\n{told}\n", encoding="utf-8")
        self.write()

    def write(self) -> None:
        """Write the figures."""
        figures = {
            "inputs": self.tried,
            "characters": self.characters,
            "processor seconds": round(process_time()),
            "outcomes": dict(self.outcomes.most_common()),
            "faults": dict(self.faults.most_common()),
        }
        text = json.dumps(figures, indent=2, ensure_ascii=False)
        (self.folder / "figures.json").write_text(text + "\n", encoding="utf-8")


def raised(error: BaseException) -> tuple[str, str]:
    """Return the name of a fault that was raised, and the whole of it."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "minutesparse" in frame.filename] or frames
    place = f"{Path(ours[-1].filename).name}:{ours[-1].name}" if ours else "nowhere"
    return f"{type(error).__name__} in {place}", "".join(traceback.format_exception(error))
