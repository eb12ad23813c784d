"""Which format a file is of: what its content says first, what its name says second."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import PurePath

from minutesparse.errors import UnreadableFileError, UnsupportedFormatError


class Format(Enum):
    """A format that can be read; its value is the media type."""

    PLAIN = "text/plain"
    MARKDOWN = "text/markdown"
    HTML = "text/html"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    DOC = "application/msword"
    ODT = "application/vnd.oasis.opendocument.text"
    RTF = "application/rtf"


TEXT_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HEAD = 4096
_TAIL = 1_000_000
_MARKUP_NAMES = frozenset({".html", ".htm", ".xhtml", ".aspx", ".asp", ".php"})
_MARKDOWN_NAMES = frozenset({".md", ".markdown", ".mdown"})

_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|title)\b", re.I)
_OPENING_TAG = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.{0,2000}?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|meta|title|link|style|script|base"
    r"|div|main|article|section|header|nav|form|table|p|ul|ol|h[1-6]|span|a)\b",
    re.I | re.S,
)
_ANY_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]{0,500})?/?>", re.I)
_XML = re.compile(r"\s*<\?xml\b", re.I)
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")

_OTHER_FORMATS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "an image; make it a searchable PDF with OCRmyPDF first"),
    (b"\xff\xd8\xff", "an image; make it a searchable PDF with OCRmyPDF first"),
    (b"GIF8", "an image; make it a searchable PDF with OCRmyPDF first"),
    (b"II*\x00", "an image; make it a searchable PDF with OCRmyPDF first"),
    (b"MM\x00*", "an image; make it a searchable PDF with OCRmyPDF first"),
    (b"BM", "an image; make it a searchable PDF with OCRmyPDF first"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"BZh", "a bzip2 archive; unpack it first"),
    (b"\xfd7zXZ", "an xz archive; unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip archive; unpack it first"),
    (b"Rar!", "a RAR archive; unpack it first"),
    (b"SQLite format 3", "an SQLite database"),
    (b"%!PS", "PostScript; make it a PDF with ps2pdf first"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_ZIP_CONTENT: tuple[tuple[bytes, Format | str], ...] = (
    (b"application/vnd.oasis.opendocument.text", Format.ODT),
    (b"word/", Format.DOCX),
    (b"xl/", "an Excel workbook; save the sheet as text or PDF"),
    (b"ppt/", "a PowerPoint presentation; save it as PDF"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file that holds no text document"),
    (b"application/epub", "an EPUB book; convert it to HTML first"),
)
_COMPOUND_CONTENT: tuple[tuple[str, Format | str], ...] = (
    ("WordDocument", Format.DOC),
    ("Workbook", "an Excel workbook; save the sheet as text or PDF"),
    ("PowerPoint Document", "a PowerPoint presentation; save it as PDF"),
    ("__properties_version1.0", "an Outlook message; save it as text or HTML"),
)


def sniff(content: bytes, name: str | None, *, where: str = "") -> Format:
    """Return the format of a file.

    Args:
        content: The whole file.
        name: Its name or path, where known; it decides only between readings that the content
            leaves open.
        where: What messages call it, where that is not its name.

    Raises:
        UnsupportedFormatError: The content is of a format that no reader takes.
        UnreadableFileError: The content is a word-processor file under a password.
    """
    where = where or name or "the content"
    if b"%PDF-" in content[:1024] and content[:1024].lstrip()[:1] != b"<":
        return Format.PDF
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(content, where)
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _compound(content, where)
    if content.startswith(b"{\\rtf"):
        return Format.RTF
    _refuse_others(content, where)
    return _text(content, name, where)


def _packed(content: bytes, where: str) -> Format:
    listed = content[:_HEAD] + content[-_TAIL:]
    for mark, found in _ZIP_CONTENT:
        if mark in listed:
            return _known(found, where)
    raise UnsupportedFormatError(
        f"{where}: a zip archive, not a document. Unpack it and read the files one by one."
    )


def _compound(content: bytes, where: str) -> Format:
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise UnreadableFileError(
            f"{where}: protected by a password. Open it in a word processor and save it without."
        )
    for stream, found in _COMPOUND_CONTENT:
        if stream.encode("utf-16-le") in content:
            return _known(found, where)
    raise UnsupportedFormatError(
        f"{where}: an old Microsoft Office file that holds no Word document. Save it as .docx."
    )


def _known(found: Format | str, where: str) -> Format:
    if isinstance(found, Format):
        return found
    raise UnsupportedFormatError(f"{where}: {found}.")


def _refuse_others(content: bytes, where: str) -> None:
    for mark, what in _OTHER_FORMATS:
        if content.startswith(mark) and (len(mark) > 3 or _BINARY.search(content[:_HEAD])):
            raise UnsupportedFormatError(f"{where}: {what}.")
    if not content.startswith(TEXT_MARKS) and b"\x00" in content[:_HEAD]:
        raise UnsupportedFormatError(
            f"{where}: binary content of no known format. Minutes can be read from text, HTML, "
            "PDF, DOCX, and with LibreOffice from DOC, ODT and RTF. UTF-16 text needs its byte "
            "order mark."
        )


def _text(content: bytes, name: str | None, where: str) -> Format:
    head = _decoded_head(content)
    suffix = PurePath(name).suffix.lower() if name else ""
    if suffix in _MARKDOWN_NAMES:
        return Format.HTML if _PAGE.match(head.lstrip()) else Format.MARKDOWN
    if _OPENING_TAG.match(head) or (suffix in _MARKUP_NAMES and _ANY_TAG.search(head)):
        return Format.HTML
    if _XML.match(head) and not _PAGE.search(head):
        raise UnsupportedFormatError(
            f"{where}: XML that is neither HTML nor a word-processor file. "
            "Save the document as .docx, HTML or text."
        )
    return Format.HTML if _XML.match(head) else Format.PLAIN


def _decoded_head(content: bytes) -> str:
    head = content[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", errors="replace").lstrip("\ufeff")
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
