"""What Datasette is told about the database: titles, meanings, search boxes and queries."""

from __future__ import annotations

import json
from typing import Any

from minutesparse.export.database import DATABASE_TABLES, PASSAGE, VIEWS
from minutesparse.export.tables import PASSAGES, Table

METADATA = "metadata.json"

_FACETS = {
    "meetings": ["council", "body"],
    "contributions": ["kind"],
    "resolutions": ["verb"],
    "statistics": ["kind", "unit"],
    "attendance": ["status"],
    "clauses": ["verb"],
    "issues": ["code"],
    "people": ["councillor_match"],
    "passages": ["kind"],
}
_LABELS = {
    "councillors": "name",
    "meetings": "title",
    "items": "title",
    "people": "name",
    "contributions": "speaker",
}
_SEARCH = """\
SELECT passages.kind, meetings.date, meetings.body, items.title AS item, passages.speaker,
       snippet(passages_fts, 0, '[', ']', '...', 40) AS found, passages.beside,
       meetings.uri, passages.id
FROM passages_fts
JOIN passages ON passages.passage = passages_fts.rowid
JOIN meetings ON meetings.id = passages.meeting
JOIN items ON items.id = passages.item
WHERE passages_fts MATCH :words
ORDER BY bm25(passages_fts, 8, 2, 2)
LIMIT 50"""


def metadata_text() -> str:
    """Return the metadata file, which ``datasette minutes.db -m metadata.json`` takes."""
    metadata = {
        "title": "Council minutes",
        "description": "Records of council meetings, each with its words and place in the source.",
        "databases": {
            "minutes": {
                "tables": {
                    **{table.name: _table(table) for table in DATABASE_TABLES},
                    **{name: _view(*view) for name, view in VIEWS.items()},
                    "sources": {"hidden": True},
                },
                "queries": {
                    "search": {
                        "title": "Search what was asked, answered, reported and decided",
                        "sql": _SEARCH,
                    }
                },
            }
        },
    }
    return json.dumps(metadata, indent=2) + "\n"


def _table(table: Table) -> dict[str, Any]:
    told: dict[str, Any] = {
        "description": table.meaning,
        "columns": {column.name: column.meaning for column in table.columns},
    }
    if table.name in _FACETS:
        told["facets"] = _FACETS[table.name]
    if table.name in _LABELS:
        told["label_column"] = _LABELS[table.name]
    if table is PASSAGES:
        told |= _searched()
    return told


def _view(meaning: str, query: str) -> dict[str, Any]:
    searched = _searched() if f"AS {PASSAGE}" in query else {}
    return {"description": meaning, **searched}


def _searched() -> dict[str, Any]:
    return {"fts_table": "passages_fts", "fts_pk": PASSAGE}
