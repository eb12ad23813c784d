"""What the functions behind the commands return."""

import pytest
from tests.places import CORPUS

from minutesparse import UnreadableFileError
from minutesparse.cli.read import marked
from minutesparse.cli.streams import load
from minutesparse.read import Limits
from minutesparse.text import PageMark, Source


def test_load_reads_a_file_with_its_place() -> None:
    path = CORPUS / "harlock-audit-pipes.txt"
    source = load(str(path), Limits())
    assert source.text == path.read_bytes().decode("utf-8")
    assert source.uri == str(path)


def test_load_says_what_is_wrong() -> None:
    with pytest.raises(UnreadableFileError, match=r"missing\.txt"):
        load("missing.txt", Limits())


def test_pages_follow_their_marks() -> None:
    pages = (PageMark(1, 0, 4), PageMark(2, 4, 7))
    assert marked(Source("one\ntwo", pages=pages)) == "[page 1]\none\n[page 2]\ntwo"


def test_a_text_without_pages_has_no_marks() -> None:
    assert marked(Source("one\n\ntwo\n")) == "one\n\ntwo"
