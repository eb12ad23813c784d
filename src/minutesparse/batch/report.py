"""What came of an archive: the file ``report.json``, and the table at the end of a run."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field

from minutesparse.across.archive import Ambiguous, Standing
from minutesparse.batch.document import Failed

REPORT = "report.json"
_MOST_LISTED = 20


@dataclass(frozen=True, slots=True)
class Report:
    """What an archive holds after a run, and what the run did.

    Attributes:
        parser: Version of the parser.
        documents: Documents in the archive that became records.
        counts: Rows by table.
        failed: Documents that did not, in the order of their uris.
        duplicates: Documents with the same content, group by group.
        passed_over: Files in folders and zip files that no reader takes, by ending.
        standing: What came of the roster and the dates, where the archive has any.
        converted: Documents that this run converted.
        unchanged: Documents whose records were at hand.
        faults: Documents that failed in this run.
        pruned: Documents that this run took out of the archive.
    """

    parser: str
    documents: int
    counts: Mapping[str, int]
    failed: tuple[Failed, ...]
    duplicates: tuple[tuple[str, ...], ...]
    passed_over: Mapping[str, int]
    standing: Standing | None = None
    converted: int = field(default=0, compare=False)
    unchanged: int = field(default=0, compare=False)
    faults: int = field(default=0, compare=False)
    pruned: int = field(default=0, compare=False)

    def to_json(self) -> str:
        """Return the content of ``report.json``.

        It says how the archive stands, not how it came to: a run that was stopped and started
        again ends with the same bytes as one that was not.
        """
        told = {
            "parser": self.parser,
            "documents": self.documents,
            "failed": [
                {"uri": one.uri, "code": one.code, "reason": one.reason} for one in self.failed
            ],
            "rows": dict(self.counts),
            "duplicates": [list(group) for group in self.duplicates],
            "passed_over": dict(sorted(self.passed_over.items())),
            **({} if self.standing is None else _told(self.standing)),
        }
        return json.dumps(told, indent=2, ensure_ascii=False) + "\n"

    def table(self) -> str:
        """Return the table that closes a run, a line a row."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        numbers = {
            "converted": self.converted,
            "unchanged": self.unchanged,
            "failed": self.faults,
            "taken out": self.pruned,
            "passed over": sum(self.passed_over.values()),
        }
        told = {name: n for name, n in numbers.items() if n or name in ("converted", "failed")}
        yield from (f"{name:<12} {number:>8,}" for name, number in told.items())
        yield f"{'in archive':<12} {self.documents:>8,}"
        for name in ("meetings", "contributions", "statistics", "resolutions"):
            yield f"  {name:<14} {self.counts.get(name, 0):>4,}"
        if self.standing is not None:
            yield from _standing_lines(self.standing)
        yield from _listed([f"failed: {one.code}: {one.reason}" for one in self.failed])


def _standing_lines(standing: Standing) -> Iterator[str]:
    """Yield what came of the roster and the dates."""
    told = {kind: standing.matches.get(kind, 0) for kind in ("exact", "alias", "fuzzy")}
    if any(told.values()) or standing.ambiguous:
        yield f"{'on the roster':<16} {sum(told.values()):>4,}"
        for kind, number in {**told, "ambiguous": len(standing.ambiguous)}.items():
            yield f"  {kind:<14} {number:>4,}"
    if standing.dated:
        yield f"{'dated by the list':<16} {standing.dated:>3,}"
    if standing.undated:
        yield f"{'without a date':<16} {standing.undated:>4,}"
    yield from _listed([f"another date in the minutes: {one}" for one in standing.contradicted])
    yield from _listed([_ambiguous_line(one) for one in standing.ambiguous])


def _ambiguous_line(one: Ambiguous) -> str:
    where = ", ".join(filter(None, (one.date, one.uri)))
    return f"ambiguous: {one.name} ({where}): {' or '.join(one.candidates)}"


def _listed(lines: Sequence[str]) -> Iterator[str]:
    """Yield the first lines of a list, and how many there are besides."""
    yield from lines[:_MOST_LISTED]
    if len(lines) > _MOST_LISTED:
        yield f"and {len(lines) - _MOST_LISTED:,} more, which {REPORT} lists"


def _told(standing: Standing) -> dict[str, object]:
    """Return what ``report.json`` says of the roster and the dates."""
    return {
        "people": dict(sorted(standing.matches.items())),
        "ambiguous": [asdict(one) for one in standing.ambiguous],
        "dated_by_the_list": standing.dated,
        "without_a_date": standing.undated,
        "another_date_in_the_minutes": list(standing.contradicted),
    }
