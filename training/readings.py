"""Writes down what the rules make of documents that have taught nobody anything yet.

    python -m training.readings FILE.gold.xml ...

Each file gets its readings in ``training/readings``. Run it once, before anybody looks at a miss.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from minutesparse.attribute.context import Context
from minutesparse.attribute.drafts import Draft
from minutesparse.attribute.weighing.judges import Hearing, draft_of, ruling_on
from minutesparse.evaluate.gold import SUFFIX, Gold, read_gold
from minutesparse.normalise import normalise
from minutesparse.pipeline import Parser
from minutesparse.text import Source
from training.documents import READINGS, Reading


def main() -> None:
    """Write the readings of some files."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("files", nargs="+", type=Path)
    for path in options.parse_args().files:
        name = path.name.removesuffix(SUFFIX)
        rows = "".join(reading.row() + "\n" for reading in readings_of(read_gold(path)))
        (READINGS / f"{name}.tsv").write_text(rows, encoding="utf-8")


def readings_of(gold: Gold) -> list[Reading]:
    """Return what the rules alone make of each clause of a document."""
    clerk = Clerk(gold.text)
    Parser(extract=False, judge=clerk).parse(gold.text)
    return clerk.readings


class Clerk:
    """A judge that takes the rules at their word, and writes it down."""

    def __init__(self, text: str) -> None:
        self.readings: list[Reading] = []
        self._source = normalise(Source(text)).offsets.to_source

    def __call__(self, hear: Hearing) -> list[Draft]:
        """Hear an item once."""
        return hear(self._verdict)

    def _verdict(self, seen: Context) -> Draft | None:
        """Return the contribution that the rules make of a clause, or None."""
        ruling = ruling_on(seen)
        start, end = self._source(seen.frame.start), self._source(seen.frame.end - 1) + 1
        self.readings.append(Reading(start, end, str(ruling.label), ruling.rule))
        return draft_of(seen, ruling, ruling.label)


if __name__ == "__main__":
    main()
