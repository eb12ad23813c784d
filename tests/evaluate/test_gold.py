from pathlib import Path

import pytest

from minutesparse import GoldError
from minutesparse.evaluate import gold_files, read_gold

DOCUMENT = """\
<minutes body="Cabinet" date="2023-03-14">Cabinet &amp; Mayor
<item number="1"><c id="q1" kind="question">Are £<stat value="2">2</stat> bins — “full”?</c>
</item>After</minutes>
"""


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "bins.gold.xml"
    path.write_text(DOCUMENT, encoding="utf-8")
    return path


def test_the_text_is_the_document_without_its_tags(document: Path) -> None:
    gold = read_gold(document)
    assert gold.name == "bins"
    assert gold.text == "Cabinet & Mayor\nAre £2 bins — “full”?\nAfter"


def test_marks_stand_where_their_words_stand(document: Path) -> None:
    gold = read_gold(document)
    words = [(mark.tag, gold.text[mark.span.start : mark.span.end]) for mark in gold.marks]
    assert words == [
        ("minutes", gold.text),
        ("item", "Are £2 bins — “full”?\n"),
        ("c", "Are £2 bins — “full”?"),
        ("stat", "2"),
    ]
    assert gold.root.get("date") == "2023-03-14"
    assert gold.tagged("stat")[0].get("unit") is None


def test_offsets_count_code_points(tmp_path: Path) -> None:
    path = tmp_path / "wide.gold.xml"
    path.write_text("<minutes>😀é<c>é</c></minutes>", encoding="utf-8")
    assert read_gold(path).tagged("c")[0].span.start == 2


def test_depth_is_no_limit(tmp_path: Path) -> None:
    path = tmp_path / "deep.gold.xml"
    path.write_text("<c>" * 5000 + "x" + "</c>" * 5000, encoding="utf-8")
    assert len(read_gold(path).marks) == 5000


@pytest.mark.parametrize("content", [b"", b"<minutes>", b"<minutes>\xff</minutes>", b"no tags"])
def test_a_file_of_another_form_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.gold.xml"
    path.write_bytes(content)
    with pytest.raises(GoldError, match=r"broken\.gold\.xml is not a readable gold file"):
        read_gold(path)


def test_files_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.gold.xml", "a.gold.xml", "c.txt"):
        (tmp_path / name).touch()
    assert [path.name for path in gold_files(tmp_path)] == ["a.gold.xml", "b.gold.xml"]


@pytest.mark.parametrize("name", ["", "missing"])
def test_a_folder_without_gold_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(GoldError, match=r"there is no \*\.gold\.xml in"):
        gold_files(tmp_path / name)
