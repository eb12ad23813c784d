"""How time and memory grow with the text, for plain minutes and for hostile shapes.

    python benchmarks/growth.py [--sizes N ...] [--large N] [SHAPE ...]

Plain minutes are measured at every size, and every other shape at the first size and at --large.
Each text is parsed in a process of its own; processor time is given, and memory above that of
parsing a line. The last column holds the time for a character against that of plain minutes of the
same length.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.shapes import CROWDED, PLAIN, SHAPES  # noqa: E402 - found through the line above

SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
LARGE = 100_000
ROW = "| {:<22} | {:>10} | {:>9} | {:>11} | {:>8} | {:>8} |"
HEAD = ("shape", "characters", "seconds", "µs/character", "memory, B/character", "of plain")
PROBE = """
import json, resource, sys
from time import process_time
from minutesparse.pipeline import parse
from tests.shapes import CROWDED, SHAPES

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024

text = {**CROWDED, **SHAPES}[sys.argv[1]](int(sys.argv[2]))
parse("Councillor Orr asked how many of the 40 bins had been missed on 4 May 2022.")
before, start = peak(), process_time()
parse(text)
print(json.dumps([len(text), process_time() - start, peak() - before]))
"""


def measured(shape: str, size: int) -> tuple[int, float, int]:
    """Return length, seconds and bytes of memory for one text, measured in a fresh process."""
    finished = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", PROBE, shape, str(size)],
        cwd=ROOT,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    length, seconds, memory = json.loads(finished.stdout)
    return length, seconds, memory


def row(shape: str, size: int, plain: float) -> tuple[str, float]:
    """Return a row of the table, and the seconds for a character."""
    length, seconds, memory = measured(shape, size)
    each = seconds / length
    cells = (
        shape,
        f"{length:,}",
        f"{seconds:.2f}",
        f"{1e6 * each:.1f}",
        f"{memory / length:.0f}",
        f"{each / (plain or each):.2f}",
    )
    return ROW.format(*cells), each


def main() -> int:
    """Print the table."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("shapes", nargs="*", metavar="SHAPE")
    options.add_argument("--sizes", nargs="+", type=int, default=SIZES)
    options.add_argument("--large", type=int, default=LARGE)
    given = options.parse_args()
    print(ROW.format(*HEAD), "| --- | ---: | ---: | ---: | ---: | ---: |", sep="\n")
    plain: dict[int, float] = {}
    for size in sorted({*given.sizes, given.large}):
        line, plain[size] = row(PLAIN, size, 0.0)
        print(line, flush=True)
    for shape in given.shapes or (name for name in {**SHAPES, **CROWDED} if name != PLAIN):
        for size in (given.sizes[0], given.large):
            print(row(shape, size, plain[size])[0], flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
