"""Every way to fail: what is typed, in a folder of which files, by the name of its row.

The rows are those of ``docs/errors.md``. Commands run in the folder, with nothing on the path but
the folder itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.read.pdffile import Put, pdf
from tests.read.wordfile import docx, paragraph, zipped

from minutesparse.lexicons import Lexicon, default_lexicon
from minutesparse.lexicons.wordings import wording

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RTF = rb"{\rtf1\ansi Minutes of the meeting}"
PAGE = [Put(72, 700, "The meeting was held.")]
WORD = docx(paragraph("The meeting was held."))
LOCK = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(" + b"o" * 32 + b")/U(" + b"u" * 32 + b")>>"


@dataclass(frozen=True)
class Failure:
    """One way to fail.

    Attributes:
        row: First cell of its row.
        command: What is typed after ``minutesparse``.
        files: What lies in the folder; None for a folder, a script for "soffice".
        call: What to call instead, where the command line cannot fail in this way.
        defect: The parser has a defect that shows.
    """

    row: str
    command: str = ""
    files: Mapping[str, bytes | None] = field(default_factory=dict)
    call: Callable[[], object] | None = None
    defect: bool = False


def reading(row: str, name: str, content: bytes, limit: str = "", script: bytes = b"") -> Failure:
    """Return the failure of reading a file."""
    option = f" --limit {limit}" if limit else ""
    files = {name: content, **({"soffice": b"#!/bin/sh\n" + script} if script else {})}
    return Failure(row, f"read {name}{option}", files)


def packed(**parts: str) -> bytes:
    return zipped({f"word/{name}.xml": content for name, content in parts.items()})


def under_a_password(content: bytes) -> bytes:
    """Return a zip archive with the flags of its first part saying that it is encrypted."""
    local, central = content.index(b"PK\x03\x04") + 6, content.index(b"PK\x01\x02") + 8
    changed = bytearray(content)
    changed[local] |= 1
    changed[central] |= 1
    return bytes(changed)


def garbled(content: bytes) -> bytes:
    """Return a zip archive with the bytes of its first part overwritten."""
    name = content.index(b"word/document.xml") + len(b"word/document.xml")
    return content[:name] + b"\xff" * 20 + content[name + 20 :]


def overlaid(content: str) -> Callable[[], object]:
    """Return what lays an overlay over the lexicons."""

    def call() -> Lexicon:
        Path("words.yaml").write_text(content, encoding="utf-8")
        return default_lexicon().overlaid(Path("words.yaml"))

    return call


COMMAND_LINE = (
    Failure("no file is named", "parse"),
    Failure("there is no such command", "frobnicate"),
    Failure("there is no such option", "parse --frobnicate minutes.txt"),
    Failure("an option has a value that it does not take", "parse --format xml minutes.txt"),
    Failure("there is no such limit", "read --limit pages=3 minutes.txt"),
    Failure("a limit is no number above 0", "read --limit max_pages=many minutes.txt"),
    Failure(
        "there are several meetings and one place for them",
        "export a.txt b.txt --to popolo",
        {"a.txt": b"Bins", "b.txt": b"Salt"},
    ),
    Failure(
        "a folder cannot be written to", "export a.txt --to oparl --out a.txt/x", {"a.txt": b"Bins"}
    ),
    Failure("a country is no code", "export a.txt --to akoma-ntoso --country gbr"),
    Failure("an address is none", "export a.txt --to oparl --base example.org"),
    Failure("there is no such time zone", "export a.txt --to popolo --time-zone Mars/Base"),
    Failure("there is no such measure", "evaluate gold --min bins=0.5"),
    Failure("a floor is no number", "evaluate gold --min items=high"),
    Failure(
        "a measure lies below its floor",
        "evaluate gold --min items=0.5",
        {"gold/blank.gold.xml": b"<minutes/>"},
    ),
    Failure(
        "the parser fails on a document",
        "evaluate gold",
        {"gold/bins.gold.xml": b"<minutes>Bins</minutes>"},
        defect=True,
    ),
)
FILES = (
    Failure("there is no such file", "read minutes.txt"),
    Failure("the file is a directory", "read minutes", {"minutes": None}),
    Failure("the file may not be read", "read minutes.txt/part", {"minutes.txt": b"Minutes"}),
    reading("the file is empty", "minutes.txt", b""),
    reading("there is nothing but white space", "minutes.txt", b" \n"),
    reading("there are no words in the document", "minutes.docx", docx(paragraph())),
    reading("the format is not known", "minutes.bin", bytes(range(256))),
    reading("the file is an image", "scan.png", b"\x89PNG\r\n\x1a\n"),
    reading("the file is packed", "minutes.gz", b"\x1f\x8b\x08\x00\x00"),
    reading("the file is an archive", "minutes.zip", zipped({"a.txt": "Minutes"})),
    reading("the file is a spreadsheet", "votes.xlsx", zipped({"xl/workbook.xml": "<x/>"})),
    reading("the file is a presentation", "slides.pptx", zipped({"ppt/slides.xml": "<x/>"})),
    reading("the file is PostScript", "minutes.ps", b"%!PS-Adobe-3.0\n"),
    reading("the file is other XML", "minutes.xml", b"<?xml version='1.0'?><feed/>"),
)
PRINTED = (
    reading("the PDF is a scan", "minutes.pdf", pdf([], [], picture=True)),
    reading(
        "the text layer holds no text",
        "minutes.pdf",
        pdf([Put(72, 700 - 20 * at, "\xa4\xa6\xac\xb6 \xa7\xa9\xae\xb5") for at in range(5)]),
    ),
    reading(
        "the PDF has a password",
        "minutes.pdf",
        pdf(PAGE).replace(b"trailer<<", b"trailer<</ID[<00><00>]" + LOCK),
    ),
    reading("the PDF is damaged", "minutes.pdf", b"%PDF-1.4\nnothing more"),
)
TYPED = (
    reading("the end of a DOCX file is missing", "minutes.docx", WORD[: len(WORD) // 2]),
    reading("a part of a DOCX file is damaged", "minutes.docx", garbled(WORD)),
    reading("a part of a DOCX file is not XML", "minutes.docx", packed(document="<w:p")),
    reading(
        "a part of a DOCX file declares entities",
        "minutes.docx",
        packed(document='<!DOCTYPE x [<!ENTITY a "a">]><x/>'),
    ),
    reading("there is no document in the DOCX file", "minutes.docx", packed(settings="<x/>")),
    reading("a part of a DOCX file has a password", "minutes.docx", under_a_password(WORD)),
    reading(
        "the DOCX file has a password",
        "minutes.docx",
        OLE + "EncryptedPackage".encode("utf-16-le"),
    ),
    reading("an old Office file holds no document", "minutes.doc", OLE),
    reading("LibreOffice is not installed", "minutes.rtf", RTF),
    reading("LibreOffice cannot read the file", "minutes.rtf", RTF, script=b"echo not loaded"),
)
LIMITS = (
    reading("max_bytes", "minutes.txt", b"Minutes of the meeting", "max_bytes=10"),
    reading("max_markup_bytes", "page.html", b"<p>Minutes</p>", "max_markup_bytes=10"),
    reading("max_unpacked_bytes", "minutes.docx", WORD, "max_unpacked_bytes=10"),
    reading("max_parts", "minutes.docx", WORD, "max_parts=1"),
    reading("max_pages", "minutes.pdf", pdf(PAGE, PAGE), "max_pages=1"),
    reading("max_page_chars", "minutes.pdf", pdf(PAGE), "max_page_chars=10"),
    reading("max_chars", "minutes.txt", b"Minutes of the meeting", "max_chars=10"),
    reading("max_depth", "page.html", b"<div><div><p>Minutes", "max_depth=2"),
    reading(
        "convert_seconds",
        "minutes.rtf",
        RTF,
        "convert_seconds=0.1",
        script=b"exec /bin/sleep 60",
    ),
)
OTHERS = (
    Failure("a folder holds no gold", "evaluate gold", {"gold": None}),
    Failure("a gold file is not XML", "evaluate gold", {"gold/bins.gold.xml": b"<minutes>"}),
    Failure("an overlay is not YAML", call=overlaid("a: [")),
    Failure("an overlay is no table", call=overlaid("- a")),
    Failure("an overlay names no lexicon", call=overlaid("colours: {red: ['x']}")),
    Failure("an overlay has no list of phrases", call=overlaid("verbs: {ask: {plain: 3}}")),
    Failure("an overlay has another form", call=overlaid("furniture: {page_lines: {a: ['x']}}")),
    Failure(
        "a section is read as a list",
        call=lambda: Lexicon({"a": {"b": {"c": ("x",)}}}).phrases("a", "b"),
    ),
    Failure(
        "a wording is not in the notation",
        call=lambda: wording(Lexicon({"wordings": {"b": ("x~",)}}), "b"),
    ),
    Failure(
        "a section is read as a table", call=lambda: Lexicon({"a": {"b": ("x",)}}).table("a", "b")
    ),
)
FAILURES = (*COMMAND_LINE, *FILES, *PRINTED, *TYPED, *LIMITS, *OTHERS)
