"""Bulk files that a server of the kind takes, and a mapping for every field."""

import json
import threading
import urllib.request
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from tests.checked_questions import CHECKED

import minutesparse.export.opensearch
from minutesparse.export.opensearch import mapping_text, write_opensearch


@pytest.fixture(scope="module")
def folder(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("opensearch")
    write_opensearch(archive / "minutes.db", out)
    return out


def documents(folder: Path) -> list[dict[str, Any]]:
    found = []
    for path in sorted(folder.glob("bulk-*.ndjson")):
        content = path.read_text(encoding="utf-8")
        assert content.endswith("\n")
        lines = [json.loads(line) for line in content.split("\n")[:-1]]
        assert len(lines) % 2 == 0
        for action, document in zip(lines[::2], lines[1::2], strict=True):
            assert action == {"index": {"_index": "minutes", "_id": document["id"]}}
            found.append(document)
    return found


def test_there_is_a_document_for_every_passage(folder: Path, archive: Path) -> None:
    found = documents(folder)
    assert len({one["id"] for one in found}) == len(found) > 300
    question = next(one for one in found if CHECKED[0].question in one["text"])
    assert question["kind"] == "question"
    assert CHECKED[0].answer in question["beside"]
    assert question["uri"] == "castlegate-housing-scrutiny-kpi.txt"
    assert question["span_start"] < question["span_end"]


def test_every_field_is_mapped(folder: Path) -> None:
    mapping = json.loads((folder / "mapping.json").read_text(encoding="utf-8"))
    properties = mapping["mappings"]["properties"]
    assert mapping["mappings"]["dynamic"] == "strict"
    assert all(set(one) == set(properties) for one in documents(folder))
    analyzers = {one["analyzer"] for one in properties.values() if "analyzer" in one}
    assert analyzers == set(mapping["settings"]["analysis"]["analyzer"])
    assert mapping_text().endswith("}\n")


def test_files_stay_small_enough_for_one_request(
    archive: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(minutesparse.export.opensearch, "_MOST_BYTES", 50_000)
    write_opensearch(archive / "minutes.db", tmp_path)
    files = sorted(tmp_path.glob("bulk-*.ndjson"))
    assert len(files) > 3
    assert all(path.stat().st_size <= 50_000 for path in files)
    assert documents(tmp_path) == documents(folder)
    monkeypatch.undo()
    write_opensearch(archive / "minutes.db", tmp_path)
    assert len(list(tmp_path.glob("bulk-*.ndjson"))) == 1


class _Server(BaseHTTPRequestHandler):
    """Takes bulk requests as the servers do, and counts the documents."""

    taken = 0

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        good = self.path == "/_bulk" and self.headers["Content-Type"] == "application/x-ndjson"
        good = good and body.endswith(b"\n")
        type(self).taken += body.count(b'{"index":{"_index":"minutes","_id":')
        self.send_response(200 if good else 400)
        self.end_headers()
        self.wfile.write(b'{"errors":false}')

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


def test_a_server_takes_the_files_as_they_are(folder: Path) -> None:
    with HTTPServer(("127.0.0.1", 0), _Server) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for path in folder.glob("bulk-*.ndjson"):
            request = urllib.request.Request(
                f"http://127.0.0.1:{server.server_port}/_bulk",
                data=path.read_bytes(),
                headers={"Content-Type": "application/x-ndjson"},
            )
            with urllib.request.urlopen(request) as answer:  # noqa: S310 - our own server
                assert answer.status == 200
        server.shutdown()
    assert _Server.taken == len(documents(folder))
