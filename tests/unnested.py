"""Nested rows back to the records that they were made of, to hold them against a local run."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from minutesparse import Meeting

OWN_KIND = {"contributions": "answers", "clauses": "clauses"}
"""The field that each flattened list is folded back into."""


Outcome = list[Meeting] | tuple[str, str]
"""The meetings of a document, or the kind of fault and the reason."""


def outcomes(rows: Iterable[Mapping[str, Any]]) -> dict[str, Outcome]:
    """Return what became of each document, by its place; no place may come twice."""
    found: dict[str, Outcome] = {}
    for row in rows:
        assert row["uri"] not in found
        fault = (row["code"], row["reason"])
        found[row["uri"]] = fault if row["code"] else [unnested(one) for one in row["meetings"]]
    return found


def local_outcomes(archive: Path) -> dict[str, Outcome]:
    """Return the same of an archive that worker processes made on this machine."""
    found: dict[str, Outcome] = {}
    for line in (archive / "meetings.jsonl").read_text(encoding="utf-8").splitlines():
        meeting = Meeting.model_validate_json(line)
        meetings = found.setdefault(str(meeting.source.uri), [])
        assert isinstance(meetings, list)
        meetings.append(meeting)
    report = json.loads((archive / "report.json").read_text(encoding="utf-8"))
    return found | {one["uri"]: (one["code"], one["reason"]) for one in report["failed"]}


def unnested(row: Mapping[str, Any]) -> Meeting:
    """Return the meeting of a nested row."""
    return Meeting.model_validate(_folded(row))


def _folded(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {
            name: _tree(inner, OWN_KIND[name]) if name in OWN_KIND else _folded(inner)
            for name, inner in value.items()
        }
    return [_folded(one) for one in value] if isinstance(value, list) else value


def _tree(rows: list[Mapping[str, Any]], inner: str) -> list[dict[str, Any]]:
    """Return the outermost records of a list, with those that belong to them inside."""
    outermost: list[dict[str, Any]] = []
    records: list[dict[str, Any]] = []
    for row in rows:
        record = {**_folded({name: row[name] for name in row if name != "parent"}), inner: []}
        parent = row["parent"]
        (outermost if parent is None else records[parent][inner]).append(record)
        records.append(record)
    return outermost
