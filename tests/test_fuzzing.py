"""A short run of the fuzzers; docs/reliability.md has the long ones."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.places import ROOT

pytestmark = pytest.mark.skipif(
    not (ROOT / "fuzz").is_dir(), reason="the fuzzers are not in this distribution"
)
guided = pytest.mark.skipif(
    importlib.util.find_spec("atheris") is None, reason="needs the extra 'fuzz'"
)


def _run(fuzzer: str, folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", fuzzer, str(folder), *options],
        cwd=ROOT,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def test_damaged_files_are_read_or_refused(tmp_path: Path) -> None:
    finished = _run("fuzz.files", tmp_path, "--runs", "1000")
    assert finished.returncode == 0, finished.stdout
    figures = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))
    assert figures["inputs"] == 1000
    assert {"pdf read", "docx read", "html read"} <= set(figures["outcomes"])


@guided
def test_any_text_gives_a_record(tmp_path: Path) -> None:
    finished = _run("fuzz.texts", tmp_path, "--runs", "1500", "--length", "120")
    assert finished.returncode == 0, finished.stdout + finished.stderr[-2000:]
    figures = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))
    assert figures["outcomes"] == {"kept": 1500}
