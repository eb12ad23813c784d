"""How long it takes to read a file into text, by file and by format.

    python benchmarks/reading.py [FILE ...]

Without files: the test pages, the corpus, and the real minutes next to the checkout, if there
are any. Each file is read once to warm up and then several times; the table gives the median.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from minutesparse.read import read_bytes

ROOT = Path(__file__).resolve().parent.parent
RUNS = 5
SUFFIXES = {".txt", ".html", ".pdf", ".docx"}
ROW = "{:<44} {:>9} {:>6} {:>9} {:>9} {:>9}"


@dataclass(frozen=True)
class Timing:
    """One file: its format, its size, what came out, and the median time in seconds."""

    name: str
    suffix: str
    size: int
    pages: int
    characters: int
    seconds: float

    def row(self) -> str:
        """Return the timing as a row of the table."""
        rate = self.characters / self.seconds / 1e6
        return ROW.format(
            self.name[:44],
            f"{self.size / 1000:,.0f}",
            self.pages or "",
            f"{self.characters:,}",
            f"{1000 * self.seconds:,.1f}",
            f"{rate:,.2f}",
        )


def timed(path: Path) -> Timing:
    """Read a file several times and return the median."""
    content = path.read_bytes()
    source = read_bytes(content, name=path.name)
    times = []
    for _ in range(RUNS):
        start = perf_counter()
        read_bytes(content, name=path.name)
        times.append(perf_counter() - start)
    characters = len(source.text)
    size, pages = len(content), len(source.pages)
    return Timing(path.name, path.suffix, size, pages, characters, median(times))


def default_files() -> list[Path]:
    """Return the files that a checkout has for a try."""
    folders = (ROOT / "tests" / "read" / "html_pages", ROOT / "corpus", ROOT.parent / "shared/real")
    found = (path for folder in folders if folder.is_dir() for path in sorted(folder.iterdir()))
    return [path for path in found if path.suffix in SUFFIXES]


def totals(timings: Iterable[Timing]) -> list[Timing]:
    """Return one timing a format, its files taken together."""
    formats: dict[str, list[Timing]] = defaultdict(list)
    for timing in timings:
        formats[timing.suffix].append(timing)
    return [
        Timing(
            f"all {len(group)} {suffix}",
            suffix,
            sum(timing.size for timing in group),
            sum(timing.pages for timing in group),
            sum(timing.characters for timing in group),
            sum(timing.seconds for timing in group),
        )
        for suffix, group in formats.items()
    ]


def main() -> None:
    """Print the table."""
    files = [Path(argument) for argument in sys.argv[1:]] or default_files()
    timings = [timed(path) for path in files]
    print(ROW.format("file", "KB", "pages", "chars", "ms", "Mchar/s"))
    for timing in [*timings, *totals(timings)]:
        print(timing.row())


if __name__ == "__main__":
    main()
