"""Measures what archives cost: speed, memory, kills and restarts, search.

    python benchmarks/measure_archive.py FOLDER [speed] [memory] [kills] [search]

FOLDER is an archive that ``benchmarks/make_archive.py`` made; without further words everything is
measured. The results stand in ``docs/archives.md``. Linux only: memory is read from ``/proc``.
"""

from __future__ import annotations

import hashlib
import os
import platform
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

from minutesparse.export.search import search

ROUNDS = 3
QUIET = 0.05  # share of the processors that others may use before a run is timed
KILLS = 20
FEW = 100
SEED = 20
FORMATS = ("json", "jsonl", "csv", "parquet", "sqlite")
QUERIES = (
    "rent arrears",
    "dog bin",
    "salt bin",
    "plasterers",
    "school transport",
    "stock condition surveys",
    "recycling contamination",
    "police numbers",
    "budget gap",
    "tree planting",
)


def main(arguments: list[str]) -> int:
    """Measure what the arguments ask for."""
    if not arguments or set(arguments[1:]) - set(MEASURES):
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(arguments[0]).absolute()
    print(f"{platform.python_version()}, {os.cpu_count()} processors, {_files(folder):,} files")
    for name in arguments[1:] or MEASURES:
        print(f"\n{name}")
        with tempfile.TemporaryDirectory() as work:
            MEASURES[name](folder, Path(work))
    return 0


def measure_speed(folder: Path, work: Path) -> None:
    """One worker against two, to one database: seconds, and whether the bytes are the same."""
    seconds: dict[int, list[float]] = {1: [], 2: []}
    digests = set()
    for _ in range(ROUNDS):
        for workers, times in seconds.items():
            out = work / "out"
            shutil.rmtree(out, ignore_errors=True)
            while (others := _busy(5.0)) > QUIET:
                print(f"waiting: others use {others:.0%} of the machine", flush=True)
            start = perf_counter()
            _run(folder, out, workers, ["sqlite"])
            times.append(perf_counter() - start)
            digests.add(digest(out))
            print(f"workers {workers}: {times[-1]:.1f} s", flush=True)
    # The best of several rounds is the one that others disturbed least.
    print(f"speed-up, best against best: {min(seconds[1]) / min(seconds[2]):.2f}")
    print(f"the same bytes: {len(digests) == 1}")


def measure_memory(folder: Path, work: Path) -> None:
    """Peak memory of the parent for a few files and for all."""
    few = work / "few"
    for path in _first(folder, FEW):
        there = few / path.relative_to(folder)
        there.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, there)
    for formats in (["jsonl"], ["sqlite"], list(FORMATS)):
        peaks = []
        for number, given in enumerate((few, folder)):
            process = _started(given, work / f"{'-'.join(formats)}-{number}", 2, formats)
            peaks.append(_peak(process))
        small, large = peaks
        print(
            f"{' '.join(formats)}: {small:.1f} MB for {FEW} files, {large:.1f} MB for all "
            f"({large / small - 1:+.0%})"
        )


def measure_kills(folder: Path, work: Path) -> None:
    """Kill a run at random moments, start it again, and compare the bytes at the end."""
    whole, killed = work / "whole", work / "killed"
    start = perf_counter()
    _run(folder, whole, 2, FORMATS)
    usual = perf_counter() - start
    chance = random.Random(SEED)  # noqa: S311 - not for secrets
    done = 0
    while done < KILLS:
        # Early kills hit the conversion, late ones the writing of the products.
        longest = usual / 10 if done < KILLS * 2 // 3 else usual / 4
        process = _started(folder, killed, 2, FORMATS)
        sleep(chance.uniform(0.1, longest))
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
            process.wait()
            done += 1
            print(f"kill {done} after {perf_counter() - start:.0f} s: {_standing(killed)}")
    _run(folder, killed, 2, FORMATS)
    print(f"{KILLS} kills; the same bytes: {digest(whole) == digest(killed)}")


def measure_search(folder: Path, work: Path) -> None:
    """Time the ten best hits of some queries on the database of the archive."""
    _run(folder, work / "out", 2, ["sqlite"])
    database = work / "out" / "minutes.db"
    print(f"database: {database.stat().st_size / 1e6:.0f} MB")
    for query in QUERIES:
        hits = search(database, query)
        times = []
        for _ in range(9):
            start = perf_counter()
            search(database, query)
            times.append(perf_counter() - start)
        print(f"{query:<26} {len(hits):>3} hits {1000 * median(times):6.1f} ms")


MEASURES: dict[str, Callable[[Path, Path], None]] = {
    "speed": measure_speed,
    "memory": measure_memory,
    "kills": measure_kills,
    "search": measure_search,
}


def digest(folder: Path) -> str:
    """Return a digest of all products of an archive, their names included."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and ".minutesparse" not in path.parts:
            total.update(f"{path.relative_to(folder)}\0".encode() + path.read_bytes())
    return total.hexdigest()


def _started(
    folder: Path, out: Path, workers: int, formats: Sequence[str]
) -> subprocess.Popen[bytes]:
    wanted = [word for name in formats for word in ("--to", name)]
    command = [sys.executable, "-m", "minutesparse", "convert", ".", "--out", str(out)]
    return subprocess.Popen(  # noqa: S603 - our own command
        [*command, "--workers", str(workers), *wanted],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _run(folder: Path, out: Path, workers: int, formats: Sequence[str]) -> None:
    _started(folder, out, workers, formats).wait()


def _peak(process: subprocess.Popen[bytes]) -> float:
    """Wait for a process; return its peak memory in MB, without its workers."""
    peak = 0
    while process.poll() is None:
        try:
            status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
        except OSError:
            break
        marks = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:")]
        peak = max(peak, *map(int, marks)) if marks else peak
        sleep(0.02)
    process.wait()
    return peak / 1000


def _standing(out: Path) -> str:
    products = sorted(path.name for path in out.glob("*") if not path.name.startswith("."))
    ledger = out / ".minutesparse" / "ledger.db-wal"
    kept = ledger.stat().st_size / 1e6 if ledger.exists() else 0.0
    return f"{', '.join(products) or 'no product yet'} (ledger's log {kept:.1f} MB)"


def _files(folder: Path) -> int:
    return sum(1 for _ in _first(folder, sys.maxsize))


def _busy(seconds: float) -> float:
    """Return the share of the processors that is in use during some seconds."""
    before = _ticks()
    sleep(seconds)
    idle, total = (after - one for one, after in zip(before, _ticks(), strict=True))
    return 1 - idle / total


def _ticks() -> tuple[int, int]:
    """Return the ticks that the processors were idle, and all."""
    ticks = [int(one) for one in Path("/proc/stat").read_text("ascii").split("\n")[0].split()[1:]]
    return ticks[3] + ticks[4], sum(ticks)


def _first(folder: Path, most: int) -> Iterator[Path]:
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return (path for _, path in zip(range(most), paths, strict=False))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
