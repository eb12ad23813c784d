"""What the benchmarks promise, on a few files."""

import subprocess
import sys

import pytest
from tests.formats.places import FORMATS, MADE
from tests.places import ROOT

BENCHMARK = ROOT / "benchmarks" / "reading.py"


@pytest.mark.skipif(not BENCHMARK.is_file(), reason="the benchmarks are not in this distribution")
def test_reading_costs_less_than_parsing() -> None:
    names = [f"wallbrook-motions.{form}" for form in FORMATS]
    finished = subprocess.run(
        [sys.executable, str(BENCHMARK), "--check", *(str(MADE / name) for name in names)],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert (finished.returncode, finished.stderr) == (0, ""), finished.stdout
    rows = [row.split()[0] for row in finished.stdout.splitlines()[1 : len(FORMATS) + 1]]
    assert rows == names
