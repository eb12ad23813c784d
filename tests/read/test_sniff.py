import pytest

from minutesparse.errors import UnreadableFileError, UnsupportedFormatError
from minutesparse.read.sniff import Format, sniff

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (b"Minutes of a meeting", "a.txt", Format.PLAIN),
        (b"Minutes of a meeting", None, Format.PLAIN),
        (b"Minutes of a meeting", "a.pdf", Format.PLAIN),
        (b"# Minutes", "a.md", Format.MARKDOWN),
        (b"<div align=center>Minutes</div>", "a.md", Format.MARKDOWN),
        (b"<!DOCTYPE html><p>x", "a.md", Format.HTML),
        (b"%PDF-1.7\n", "a.html", Format.PDF),
        (b"junk\n%PDF-1.4\n", "a", Format.PDF),
        (b"<p>see %PDF-1.4</p>", None, Format.HTML),
        (b"<!DOCTYPE html><html>", "a.txt", Format.HTML),
        (b"\xef\xbb\xbf\n<!-- saved --><html>", None, Format.HTML),
        (b"<?xml version='1.0'?><!DOCTYPE html><html/>", None, Format.HTML),
        ("\ufeff<html><p>x".encode("utf-16-le"), None, Format.HTML),
        (b"Minutes<br>of", "a.txt", Format.PLAIN),
        (b"Minutes<br>of", "a.htm", Format.HTML),
        (b"no tags", "a.html", Format.PLAIN),
        (b"<AI1> Minutes", "a.txt", Format.PLAIN),
        (b"<ada@example.org> wrote", "a.txt", Format.PLAIN),
        (b"{\\rtf1 x}", "a.doc", Format.RTF),
        (OLE + "WordDocument".encode("utf-16-le"), "a.txt", Format.DOC),
        (b"BMINUTES of the board", "a.txt", Format.PLAIN),
        (b"MZ", "a.txt", Format.PLAIN),
    ],
)
def test_content_decides_first_and_the_name_second(
    content: bytes, name: str | None, expected: Format
) -> None:
    assert sniff(content, name) is expected


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x89PNG\r\n\x1a\n", "OCRmyPDF"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "OCRmyPDF"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"PK\x03\x04" + b"a.txt", "zip archive"),
        (b"PK\x03\x04" + b"xl/workbook.xml", "Excel"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "OpenDocument"),
        (OLE + "Workbook".encode("utf-16-le"), "Excel"),
        (OLE, "old Microsoft Office"),
        (b"text\x00\x01\x02", "binary"),
        ("Minutes".encode("utf-16-le"), "byte order mark"),
        (b"<?xml version='1.0'?><feed/>", "XML"),
    ],
)
def test_other_formats_are_refused_by_name(content: bytes, words: str) -> None:
    with pytest.raises(UnsupportedFormatError, match=words) as caught:
        sniff(content, "a.txt")
    assert str(caught.value).startswith("a.txt: ")
    assert caught.value.exit_code == 4


def test_a_word_file_under_a_password_says_so() -> None:
    with pytest.raises(UnreadableFileError, match="password") as caught:
        sniff(OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx")
    assert caught.value.exit_code == 3
