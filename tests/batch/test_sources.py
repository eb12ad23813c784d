"""Which documents are found, and what they are called."""

import os
import sys
import zipfile
from pathlib import Path

import pytest
from tests.read.wordfile import zipped

from minutesparse.batch.sources import Found, Search, content_of
from minutesparse.errors import LimitExceededError, UnreadableFileError
from minutesparse.read import Limits

LIMITS = Limits()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.PDF", "2022/c.html", "2022/May/d.docx", ".hidden.txt", ".git/e.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    (tmp_path / "photo.jpg").touch()
    (tmp_path / "Makefile").touch()
    (tmp_path / "old.zip").write_bytes(
        zipped({"x/f.txt": "six", "x/": "", "x/g.png": "", "__MACOSX/x/f.txt": "", "x/.h.txt": ""})
    )
    return tmp_path


def uris(base: Path, *names: str | Path) -> list[str]:
    return [found.uri for found in Search(base).find(map(str, names))]


def test_a_folder_is_walked_in_the_order_of_names(folder: Path) -> None:
    assert uris(folder, folder) == [
        "2022/May/d.docx",
        "2022/c.html",
        "a.PDF",
        "b.txt",
        "old.zip!/x/f.txt",
    ]


def test_what_no_reader_takes_is_counted(folder: Path) -> None:
    search = Search(folder)
    list(search.find([str(folder)]))
    assert search.passed_over == {".jpg": 1, "Makefile": 1, ".png": 1}


def test_a_file_that_is_named_is_taken_whatever_its_ending(folder: Path) -> None:
    assert uris(folder, folder / "Makefile") == ["Makefile"]


def test_patterns_find_files_at_any_depth(folder: Path) -> None:
    assert uris(folder, folder / "**" / "*.[dh]*") == ["2022/May/d.docx", "2022/c.html"]


def test_a_name_that_looks_like_a_pattern_is_a_name_first(tmp_path: Path) -> None:
    (tmp_path / "minutes [draft].txt").touch()
    assert uris(tmp_path, tmp_path / "minutes [draft].txt") == ["minutes [draft].txt"]


@pytest.mark.parametrize("name", ["missing.txt", "missing/*.txt"])
def test_a_name_for_nothing_becomes_a_document_that_fails(name: str, tmp_path: Path) -> None:
    [found] = Search(tmp_path).find([str(tmp_path / name)])
    assert found.uri == name
    with pytest.raises(UnreadableFileError, match="no such file"):
        content_of(found, LIMITS)


def test_uris_do_not_depend_on_how_a_path_is_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder / "2022")
    written = ["../2022/c.html", "c.html", "./c.html", str(folder / "2022" / "c.html")]
    assert uris(folder / "2022", *written) == ["c.html"] * 4
    assert uris(folder, "../b.txt") == ["b.txt"]
    assert uris(folder / "2022", "../b.txt") == [(folder / "b.txt").as_posix()]


def test_links_to_folders_are_not_followed(folder: Path) -> None:
    (folder / "2022" / "again").symlink_to(folder, target_is_directory=True)
    assert len(uris(folder, folder)) == 5


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_is_no_text_can_be_read(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / name).write_bytes(b"RESOLVED")
    [found] = Search(tmp_path).find([str(tmp_path)])
    assert found.uri == "caf\ufffd.txt"
    assert content_of(found, LIMITS) == b"RESOLVED"


def test_the_member_of_a_zip_is_read(folder: Path) -> None:
    [found] = Search(folder).find([str(folder / "old.zip")])
    assert (found.uri, content_of(found, LIMITS)) == ("old.zip!/x/f.txt", b"six")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no zip at all"])
def test_a_damaged_zip_is_one_document_that_fails(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "cut.zip").write_bytes(content)
    [found] = Search(tmp_path).find([str(tmp_path)])
    with pytest.raises(UnreadableFileError, match=r"cut\.zip: the zip file is damaged"):
        content_of(found, LIMITS)


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_that_is_damaged_inside_costs_the_member(method: int, tmp_path: Path) -> None:
    path = tmp_path / "bad.zip"
    with zipfile.ZipFile(path, "w", method) as packed:
        packed.writestr("a.txt", " ".join(map(str, range(300))))
    content = bytearray(path.read_bytes())
    content[80:100] = b"\xff" * 20
    path.write_bytes(content)
    [found] = Search(tmp_path).find([str(tmp_path)])
    with pytest.raises(UnreadableFileError, match="damaged"):
        content_of(found, LIMITS)


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bomb.zip").write_bytes(zipped({"a.txt": b"0" * 1_000_000}))
    [found] = Search(tmp_path).find([str(tmp_path)])
    with pytest.raises(LimitExceededError, match=r"bomb\.zip!/a\.txt"):
        content_of(found, Limits(max_bytes=1_000))


def test_a_member_cannot_lead_out_of_its_zip(tmp_path: Path) -> None:
    (tmp_path / "sly.zip").write_bytes(zipped({"../../etc/passwd.txt": "x"}))
    [found] = Search(tmp_path).find([str(tmp_path)])
    assert found == Found(
        "sly.zip!/../../etc/passwd.txt", str(tmp_path / "sly.zip"), "../../etc/passwd.txt"
    )
    assert content_of(found, LIMITS) == b"x"
