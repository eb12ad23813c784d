"""convert(): find the documents, convert those that changed, write the products. In this order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from minutesparse.across.archive import Informed
from minutesparse.batch.companions import Companions
from minutesparse.batch.ledger import Ledger
from minutesparse.batch.pool import Pool, default_workers
from minutesparse.batch.report import REPORT, Report
from minutesparse.batch.sources import Search, unrolled
from minutesparse.batch.version import parser_version
from minutesparse.batch.wire import Outcome, Packed, Unchanged
from minutesparse.export.archive import Archive
from minutesparse.export.csv_files import write_csv
from minutesparse.export.files import write_whole
from minutesparse.export.json_files import write_json, write_jsonl
from minutesparse.export.parquet import write_parquet
from minutesparse.export.sqlite import write_sqlite

FORMATS: Mapping[str, Callable[[Archive, Path], None]] = {
    "json": write_json,
    "jsonl": write_jsonl,
    "csv": write_csv,
    "parquet": write_parquet,
    "sqlite": write_sqlite,
}
"""The products that an archive can have."""

LEDGER = Path(".minutesparse") / "ledger.db"
_SECONDS = 300.0


@dataclass(slots=True)
class Progress:
    """How far a run has got.

    Attributes:
        total: Documents to look at.
        done: Documents looked at so far.
        unchanged: Of these, those whose records were at hand.
        failed: Of these, those that failed.
        stage: What goes on: ``finding``, ``converting``, or ``writing`` and the format.
    """

    total: int = 0
    done: int = 0
    unchanged: int = 0
    failed: int = 0
    stage: str = "finding"

    def count(self, outcome: Outcome) -> None:
        """Count one more document."""
        self.done += 1
        self.unchanged += isinstance(outcome, Unchanged)
        self.failed += not isinstance(outcome, Packed | Unchanged)


def convert(  # noqa: PLR0913 - a keyword for each option of the command
    sources: Iterable[str | Path],
    out: str | Path,
    *,
    to: Iterable[str] = ("json",),
    workers: int | None = None,
    timeout: float = _SECONDS,
    base: str | Path | None = None,
    prune: bool = False,
    again: bool = False,
    roster: str | Path | None = None,
    dates: str | Path | None = None,
    tell: Callable[[Progress], None] | None = None,
) -> Report:
    """Convert documents into an archive, or bring an archive up to date.

    A document whose content and parser are those of its records is not converted again. Stopped and
    called again, it goes on where it was. A program that calls this guards it with
    ``if __name__ == "__main__":``, since workers import its main module.

    Args:
        sources: Files, folders, zip files and patterns.
        out: Folder of the archive; documents that it holds already stay in it.
        to: Products, of :data:`FORMATS`.
        workers: Worker processes; by default one for each processor.
        timeout: Seconds that one document may take.
        base: Folder that the uris, and so the keys, are seen from; by default the current one.
        prune: Whether to take documents out of the archive that the sources no longer hold.
        again: Whether to convert what is unchanged as well.
        roster: List of the councillors to resolve people by; kept until another is given.
        dates: List of days that minutes leave out; kept likewise.
        tell: Called with the progress whenever there is some.

    Returns:
        What the archive holds, and which documents failed, with the reasons.

    Raises:
        ArchiveError: Another process has the archive, or it cannot be used.
        ListingError: The roster or the dates are of no form that is understood.
        MissingExtraError: A product needs a library that is not installed.
    """
    formats, home = {f"writing {name}": FORMATS[name] for name in to}, Path(out)
    companions = Companions(home, roster, dates)
    search = Search(unrolled(Path(base or Path.cwd())), unrolled(home))
    progress = Progress()
    notify = tell or (lambda _progress: None)
    with Ledger(home / LEDGER, parser_version()) as ledger:
        companions.keep()
        progress.total = ledger.plan(search.find(str(source) for source in sources))
        progress.stage = "converting"
        with Pool(workers or default_workers(), timeout) as pool:
            _keep(ledger, pool.run(ledger.tasks(again=again)), progress, notify)
        pruned = ledger.prune() if prune else 0
        informed = companions.informed(ledger)
        for progress.stage, write in formats.items():
            notify(progress)
            write(informed or ledger, home)
        report = _report(ledger, search, progress, pruned, informed)
        write_whole(home / REPORT, report.to_json().encode("utf-8", "surrogatepass"))
    return report


def _keep(
    ledger: Ledger,
    outcomes: Iterable[Outcome],
    progress: Progress,
    notify: Callable[[Progress], None],
) -> None:
    """Keep each outcome as it comes, and tell how far the run has got."""
    notify(progress)
    for outcome in outcomes:
        ledger.keep(outcome)
        progress.count(outcome)
        notify(progress)


def _report(
    ledger: Ledger, search: Search, progress: Progress, pruned: int, informed: Informed | None
) -> Report:
    return Report(
        parser=parser_version(),
        documents=ledger.standing().documents,
        counts=ledger.counts(),
        failed=tuple(ledger.failures()),
        duplicates=tuple(tuple(group) for group in ledger.duplicates()),
        passed_over=search.passed_over,
        converted=progress.done - progress.unchanged - progress.failed,
        unchanged=progress.unchanged,
        faults=progress.failed,
        pruned=pruned,
        standing=informed.standing() if informed else None,
    )
