"""Meetings as JSON: a file for each, or a line for each in one file."""

from __future__ import annotations

import re
from pathlib import Path

from minutesparse.export.archive import Archive
from minutesparse.export.files import meeting_file, replacing, write_whole

FOLDER = "meetings"
LINES = "meetings.jsonl"

_OURS = re.compile(r"-([0-9a-f]{16}-[0-9]+)\.json")


def write_json(archive: Archive, folder: Path) -> None:
    """Write each meeting to a file of its own, and remove those of meetings that are gone.

    Args:
        archive: The archive.
        folder: Where ``meetings/`` is; the files are called after the document and the key.
    """
    home = folder / FOLDER
    home.mkdir(parents=True, exist_ok=True)
    kept: set[str] = set()
    for entry in archive.entries():
        for number, meeting in enumerate(archive.meetings(entry), 1):
            key = f"{entry.document}-{number}"
            kept.add(key)
            write_whole(home / meeting_file(entry.uri, key, "json"), f"{meeting}\n".encode())
    for path in home.iterdir():
        ours = _OURS.search(path.name)
        if ours and ours[1] not in kept:
            path.unlink()


def write_jsonl(archive: Archive, folder: Path) -> None:
    """Write all meetings to ``meetings.jsonl``, a line each, in the order of their documents."""
    with replacing(folder / LINES) as part, part.open("wb") as lines:
        for entry in archive.entries():
            for meeting in archive.meetings(entry):
                lines.write(f"{meeting}\n".encode())
