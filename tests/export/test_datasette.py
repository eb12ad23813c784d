"""Datasette serves the database: tables, the search box, views, and the search query."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.checked_questions import CHECKED

from minutesparse.export.database import DATABASE_TABLES, VIEWS
from minutesparse.export.datasette import metadata_text

Get = Callable[[str], str]


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def page(address: str) -> str:
    with urllib.request.urlopen(address) as answer:  # noqa: S310 - our own server
        text: str = answer.read().decode("utf-8")
        return text


@pytest.fixture(scope="module")
def get(archive: Path) -> Iterator[Get]:
    home = f"http://127.0.0.1:{(port := free_port())}"
    files = [str(archive / "minutes.db"), "-m", str(archive / "metadata.json")]
    process = subprocess.Popen(
        [sys.executable, "-m", "datasette", *files, "-p", str(port), "-h", "127.0.0.1"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONWARNINGS": "ignore"},
    )
    try:
        for _ in range(300):
            try:
                page(f"{home}/-/versions.json")
                break
            except urllib.error.URLError:
                time.sleep(0.1)
        yield lambda path: page(f"{home}{path}")
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def rows(get: Get, path: str) -> list[dict[str, Any]]:
    found = json.loads(get(path))["rows"]
    assert isinstance(found, list)
    return found


def test_tables_and_views_are_listed(get: Get) -> None:
    index = get("/minutes")
    for name in [*(table.name for table in DATABASE_TABLES), *VIEWS]:
        assert f'href="/minutes/{name}"' in index
    assert "Council minutes" in get("/")


def test_the_search_box_finds(get: Get) -> None:
    shown = get("/minutes/passages?_search=evictions")
    assert 'name="_search"' in shown
    assert CHECKED[0].answer in shown
    found = rows(get, "/minutes/passages.json?_shape=objects&_search=eviction")
    assert any(CHECKED[0].question in row["text"] for row in found)


def test_a_view_of_no_passages_has_no_search_box(get: Get) -> None:
    """There is no roster here, so nobody is in it."""
    assert rows(get, "/minutes/members.json?_shape=objects") == []
    assert 'name="_search"' not in get("/minutes/members")


@pytest.mark.parametrize("view", sorted({*VIEWS} - {"members"}))
def test_every_view_answers_and_can_be_searched(view: str, get: Get) -> None:
    assert rows(get, f"/minutes/{view}.json?_shape=objects")
    assert 'name="_search"' in get(f"/minutes/{view}")
    everything = rows(get, f"/minutes/{view}.json?_shape=objects&_size=max")
    found = rows(get, f"/minutes/{view}.json?_shape=objects&_size=max&_search=council")
    assert 0 < len(found) < len(everything)


def test_a_question_is_found_with_its_answer(get: Get) -> None:
    [row] = rows(get, "/minutes/questions_and_answers.json?_shape=objects&_search=evictions")
    assert CHECKED[0].question in row["question"]
    assert CHECKED[0].answer in row["answer"]


def test_the_search_query_is_there(get: Get) -> None:
    found = rows(get, "/minutes/search.json?_shape=objects&words=evictions")
    assert "[evictions]" in " ".join(row["found"] for row in found)


def test_a_row_leads_to_its_meeting(get: Get) -> None:
    [row] = rows(get, "/minutes/contributions.json?_shape=objects&_size=1")
    quoted = urllib.parse.quote(row["meeting"])
    assert f'href="/minutes/meetings/{quoted}"' in get("/minutes/contributions?_size=1")
    assert row["meeting"] in get(f"/minutes/meetings/{quoted}")


def test_meanings_are_shown(get: Get) -> None:
    assert "What one speaker says within one paragraph" in get("/minutes/contributions")
    assert json.loads(metadata_text())["databases"]["minutes"]["queries"]["search"]["sql"]
