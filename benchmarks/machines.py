"""Runs the recipes of ``docs/recipes`` and the local pool on one archive, and compares the rows.

    python benchmarks/machines.py FOLDER [spark] [ray] [dask]

FOLDER is an archive that ``benchmarks/make_archive.py`` made; without further words every recipe is
run. Needs pyspark, ray and dask, and a Java for Spark. The results stand in ``docs/machines.md``.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from time import perf_counter

from pyarrow import parquet

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.java import java_home  # noqa: E402 - found through the line above
from tests.unnested import Outcome, local_outcomes, outcomes  # noqa: E402 - as above

ENGINES = ("spark", "ray", "dask")
COLUMNS = ("documents", "failed", "meetings", "contributions", "statistics", "resolutions")


def main(arguments: list[str]) -> int:
    """Run what the arguments ask for; the exit code says whether all rows are the same."""
    if not arguments or set(arguments[1:]) - set(ENGINES):
        print(__doc__, file=sys.stderr)
        return 2
    folder, same = Path(arguments[0]).absolute(), True
    os.environ["PYSPARK_PYTHON"] = sys.executable
    print(f"{'':<6}{''.join(f'{name:>14}' for name in COLUMNS)}")
    with tempfile.TemporaryDirectory() as work:
        os.environ["JAVA_HOME"] = str(java_home(Path(work)) or "")
        local = _local(folder, Path(work) / "local")
        for name in arguments[1:] or ENGINES:
            same = _of_engine(name, folder, Path(work) / name) == local and same
    print(f"the same rows: {same}")
    return 0 if same else 1


def _local(folder: Path, out: Path) -> dict[str, Outcome]:
    command = ["-m", "minutesparse", "convert", ".", "--out", str(out), "--to", "jsonl"]
    _run(command, folder)
    return _told("local", local_outcomes(out))


def _of_engine(name: str, folder: Path, out: Path) -> dict[str, Outcome]:
    _run([str(ROOT / "docs" / "recipes" / f"on_{name}.py"), str(folder), str(out)], folder)
    return _told(name, outcomes(parquet.read_table(out).to_pylist()))


def _run(arguments: list[str], folder: Path) -> None:
    started = perf_counter()
    finished = subprocess.run(  # noqa: S603 - our own programs
        [sys.executable, *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if finished.returncode not in (0, 9):  # 9: some documents could not be read, as is meant
        sys.exit(finished.stdout + finished.stderr)
    print(f"{perf_counter() - started:.0f} s", file=sys.stderr)


def _told(name: str, found: dict[str, Outcome]) -> dict[str, Outcome]:
    """Print the number of records of every kind, and return what was given."""
    counts: Counter[str] = Counter()
    for outcome in found.values():
        counts["documents" if isinstance(outcome, list) else "failed"] += 1
        for meeting in outcome if isinstance(outcome, list) else ():
            counts["meetings"] += 1
            for kind in ("contributions", "statistics", "resolutions"):
                counts[kind] += sum(1 for _ in getattr(meeting, kind))
    print(f"{name:<6}{''.join(f'{counts[kind]:>14,}' for kind in COLUMNS)}", flush=True)
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
