import hashlib
import io
import sys
from dataclasses import fields
from pathlib import Path

import pytest
from tests.places import ROOT

from minutesparse.errors import (
    EmptyDocumentError,
    LimitExceededError,
    UnreadableFileError,
)
from minutesparse.read import Limits, read, read_bytes


def test_a_file_gives_its_text_path_and_digest(tmp_path: Path) -> None:
    path = tmp_path / "march.txt"
    path.write_bytes(b"Minutes\r\n")
    source = read(path)
    assert source.text == "Minutes\r\n"
    assert source.uri == str(path)
    assert source.sha256 == hashlib.sha256(b"Minutes\r\n").hexdigest()


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Minutes")))
    source = read("-")
    assert (source.text, source.uri) == ("Minutes", None)


def test_a_missing_file_and_a_directory_are_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match=r"nowhere\.txt: there is no such file"):
        read(tmp_path / "nowhere.txt")
    with pytest.raises(UnreadableFileError, match="a directory") as caught:
        read(tmp_path)
    assert caught.value.exit_code == 3


def test_a_path_no_system_takes_is_an_error_of_ours() -> None:
    with pytest.raises(UnreadableFileError):
        read("a\0b")
    with pytest.raises(UnreadableFileError):
        read("a" * 5000)


@pytest.mark.parametrize(
    "content", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"<html><body></body></html>"]
)
def test_a_file_without_text_is_an_error(content: bytes) -> None:
    with pytest.raises(EmptyDocumentError) as caught:
        read_bytes(content)
    assert caught.value.exit_code == 5


@pytest.mark.parametrize(
    ("content", "limits", "option"),
    [
        (b"x" * 11, Limits(max_bytes=10), "max_bytes"),
        (b"x" * 11, Limits(max_chars=10), "max_chars"),
        (b"<p>" + b"x" * 11, Limits(max_markup_bytes=10), "max_markup_bytes"),
        (b"<div>" * 11, Limits(max_depth=10), "max_depth"),
        (b"<p>" + b"x" * 11, Limits(max_chars=10), "max_chars"),
    ],
)
def test_a_limit_names_the_option_that_raises_it(
    content: bytes, limits: Limits, option: str
) -> None:
    with pytest.raises(LimitExceededError, match=rf"Limits\({option}=") as caught:
        read_bytes(content, limits=limits)
    assert caught.value.exit_code == 6


def test_a_file_is_not_read_beyond_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"x" * 1000)
    with pytest.raises(LimitExceededError):
        read(path, limits=Limits(max_bytes=10))


def test_every_limit_is_documented_with_its_default() -> None:
    page = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
    for limit in fields(Limits):
        shown = f"{limit.default:,}".removesuffix(".0")
        assert f"| `{limit.name}` | {shown} |" in page
