"""How long it takes to read a file into text, held against how long it takes to parse the text.

    python benchmarks/reading.py [--check] [--markdown] [FILE ...]

Without files: the same minutes in every format, the test pages, the corpus, and the real minutes
next to the checkout, if there are any. Each file is read and parsed once to warm up and then
several times in turn; the table gives the medians. With --check the exit code is 1 where reading
a file costs a larger share of parsing it than is promised; with --markdown only the sums are
printed.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from minutesparse import parse
from minutesparse.read import read_bytes

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (
    ROOT / "tests" / "formats" / "made",
    ROOT / "tests" / "read" / "html_pages",
    ROOT / "corpus",
    ROOT.parent / "shared" / "real",
)
RUNS = 5
# What is promised: the largest share of the time for parsing that reading may take, by format.
MOST = {".txt": 1.0, ".html": 1.0, ".docx": 1.0, ".pdf": 1.0}
ROW = "{:<48} {:>7} {:>6} {:>9} {:>9} {:>9} {:>6}"
HEAD = ("file", "KB", "pages", "chars", "read ms", "parse ms", "share")


@dataclass(frozen=True)
class Timing:
    """One file, or several together.

    Attributes:
        name: Its name.
        suffix: Its format.
        size: Its bytes.
        pages: Its pages, 0 where it has none.
        characters: Characters of text that come out.
        reading: Median time to read it, in seconds.
        parsing: Median time to parse the text that comes out.
    """

    name: str
    suffix: str
    size: int
    pages: int
    characters: int
    reading: float
    parsing: float

    @property
    def share(self) -> float:
        """Time for reading as a share of that for parsing."""
        return self.reading / self.parsing

    @property
    def fault(self) -> str | None:
        """What is wrong, where reading costs more than is promised."""
        most = MOST[self.suffix]
        return f"{self.name}: {self.share:.2f} is above {most}" if self.share > most else None

    def row(self) -> str:
        """Return the timing as a row of the table."""
        return ROW.format(
            self.name[:48],
            f"{self.size / 1000:,.0f}",
            self.pages or "",
            f"{self.characters:,}",
            f"{1000 * self.reading:,.1f}",
            f"{1000 * self.parsing:,.1f}",
            f"{self.share:.2f}",
        )


def timed(path: Path) -> Timing:
    """Read and parse a file several times in turn and return the medians."""
    content = path.read_bytes()
    source = read_bytes(content, name=path.name)
    parse(source)
    reading: list[float] = []
    parsing: list[float] = []
    for _ in range(RUNS):
        reading.append(_seconds(lambda: read_bytes(content, name=path.name)))
        parsing.append(_seconds(lambda: parse(source)))
    return Timing(
        path.name,
        path.suffix,
        len(content),
        len(source.pages),
        len(source.text),
        median(reading),
        median(parsing),
    )


def _seconds(call: Callable[[], object]) -> float:
    start = perf_counter()
    call()
    return perf_counter() - start


def default_files() -> list[Path]:
    """Return the files that a checkout has for a try."""
    found = (path for folder in FOLDERS if folder.is_dir() for path in sorted(folder.iterdir()))
    return [path for path in found if path.suffix in MOST]


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
            sum(timing.reading for timing in group),
            sum(timing.parsing for timing in group),
        )
        for suffix, group in formats.items()
    ]


def markdown(timings: Sequence[Timing]) -> str:
    """Return the sums by format as a Markdown table, each with its least favourable file."""
    rows = [
        "| format | files | characters | read, ms | parse, ms | share | largest share of a file |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for total in totals(timings):
        group = [timing for timing in timings if timing.suffix == total.suffix]
        rows.append(
            f"| {total.suffix[1:]} | {len(group)} | {total.characters:,} "
            f"| {1000 * total.reading:,.0f} | {1000 * total.parsing:,.0f} | {total.share:.2f} "
            f"| {max(timing.share for timing in group):.2f} |"
        )
    return "\n".join(rows)


def main() -> int:
    """Print the table; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--check", action="store_true", help="fail where reading costs too much")
    parser.add_argument("--markdown", action="store_true", help="print only the sums")
    given = parser.parse_args()
    timings = [timed(path) for path in given.files or default_files()]
    if given.markdown:
        print(markdown(timings))
    else:
        print(ROW.format(*HEAD))
        print(*(timing.row() for timing in [*timings, *totals(timings)]), sep="\n")
    faults = [timing.fault for timing in timings if timing.fault]
    print(*faults, sep="\n", end="\n" if faults else "", file=sys.stderr)
    return 1 if given.check and faults else 0


if __name__ == "__main__":
    sys.exit(main())
