"""The lock file pins what the project asks for, and nothing without a hash."""

from __future__ import annotations

import re
import tomllib

import pytest
from tests.places import ROOT

LOCK = ROOT / "requirements.lock"
pytestmark = pytest.mark.skipif(
    not LOCK.is_file(), reason="the lock file is not in this distribution"
)
_NAME = re.compile(r"[A-Za-z0-9._-]+")


def _pins() -> dict[str, str]:
    """Return what is said of each pinned package."""
    entries = re.split(r"\n(?=[a-z0-9])", LOCK.read_text(encoding="utf-8"))
    return {entry.partition("==")[0]: entry for entry in entries if "==" in entry.split("\n")[0]}


def test_every_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {_NAME.findall(one)[0] for one in project["dependencies"]}
    assert wanted <= set(_pins())


def test_every_pin_has_a_hash() -> None:
    assert [name for name, entry in _pins().items() if "--hash=sha256:" not in entry] == []
