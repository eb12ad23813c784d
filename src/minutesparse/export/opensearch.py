"""An archive's search rows for OpenSearch and Elasticsearch: bulk files and a mapping."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from minutesparse.export.files import replacing, write_whole
from minutesparse.export.opening import opened

INDEX = "minutes"
MAPPING = "mapping.json"

_MOST_BYTES = 8_000_000  # of one file; servers refuse requests above some 10 to 100 MB
_QUERY = """
SELECT passages.id, passages.kind, passages.text, passages.beside, passages.heading,
       passages.speaker, passages.exchange, passages.meeting, meetings.council,
       coalesce(meetings.body, meetings.title) AS body, meetings.date, meetings.uri,
       places.page, places.span_start, places.span_end
FROM passages
JOIN meetings ON meetings.id = passages.meeting
JOIN (
    SELECT id, page, span_start, span_end FROM contributions
    UNION ALL SELECT id, page, span_start, span_end FROM resolutions
    UNION ALL SELECT id, page, span_start, span_end FROM statistics
) AS places ON places.id = passages.id
ORDER BY passages.passage
"""
_WORDS = {"type": "text", "analyzer": INDEX}
_NAME = {**_WORDS, "fields": {"exact": {"type": "keyword", "ignore_above": 512}}}
_KEY = {"type": "keyword"}
_NUMBER = {"type": "integer"}
_FIELDS: dict[str, dict[str, Any]] = {
    "id": _KEY,
    "kind": _KEY,
    "text": _WORDS,
    "beside": _WORDS,
    "heading": _WORDS,
    "speaker": _NAME,
    "exchange": _KEY,
    "meeting": _KEY,
    "council": _NAME,
    "body": _NAME,
    "date": {"type": "date", "format": "strict_date"},
    "uri": _KEY,
    "page": _NUMBER,
    "span_start": _NUMBER,
    "span_end": _NUMBER,
}
_ANALYZER = {"tokenizer": "standard", "filter": ["lowercase", "asciifolding", "porter_stem"]}


def write_opensearch(path: str | Path, folder: str | Path) -> int:
    """Write what the search finds as bulk requests, with the index's mapping.

    Args:
        path: The database that ``convert --to sqlite`` makes.
        folder: Where ``mapping.json`` and ``bulk-0001.ndjson`` and so on go.

    Returns:
        The number of documents.

    Raises:
        ArchiveError: The database is none.
    """
    home = Path(folder)
    with closing(opened(Path(path))) as base:
        home.mkdir(parents=True, exist_ok=True)
        write_whole(home / MAPPING, mapping_text().encode())
        number = files = 0
        for files, part in enumerate(_parts(_lines(base)), 1):
            number += len(part)
            with replacing(_part_of(home, files)) as file:
                file.write_bytes(b"".join(part))
    files += 1
    while _part_of(home, files).exists():
        _part_of(home, files).unlink()
        files += 1
    return number


def mapping_text() -> str:
    """Return the settings and the mapping that the index is made with."""
    mapping = {
        "settings": {"analysis": {"analyzer": {INDEX: _ANALYZER}}},
        "mappings": {"dynamic": "strict", "properties": _FIELDS},
    }
    return json.dumps(mapping, indent=2) + "\n"


def _part_of(home: Path, number: int) -> Path:
    return home / f"bulk-{number:04}.ndjson"


def _lines(base: sqlite3.Connection) -> Iterator[bytes]:
    """Yield the two lines of each document: where it goes, and what it is."""
    for row in base.execute(_QUERY):
        document = dict(zip(_FIELDS, row, strict=True))
        action = {"index": {"_index": INDEX, "_id": document["id"]}}
        yield f"{_json(action)}\n{_json(document)}\n".encode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _parts(lines: Iterator[bytes]) -> Iterator[list[bytes]]:
    """Yield documents in groups that one request can hold."""
    part: list[bytes] = []
    size = 0
    for line in lines:
        if part and size + len(line) > _MOST_BYTES:
            yield part
            part, size = [], 0
        part.append(line)
        size += len(line)
    if part:
        yield part
