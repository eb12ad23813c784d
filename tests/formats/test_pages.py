"""Every record of a PDF stands on the page that it is said to stand on."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from tests.formats.places import MADE
from tests.places import REAL

from minutesparse import Meeting, Source, parse, read_file
from minutesparse.export.outline import origin, outline
from minutesparse.records import Record

PRINTED = [*sorted(MADE.glob("*.pdf")), *sorted(REAL.glob("*.pdf"))]
WORD = re.compile(r"[^\W_]+")
LOST = re.compile(r"(?<=[A-Z])/|/(?=[A-Za-z])")  # may be a capital N whose code a converter lost


@cache
def source_of(path: Path) -> Source:
    return read_file(path)


def words(text: str) -> Counter[str]:
    return Counter(WORD.findall(text))


def shown(path: Path) -> list[Counter[str]]:
    """Return the words of each page as PDFium gives them, in no order."""
    document = pypdfium2.PdfDocument(path)
    try:
        texts = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return [words(text) | words(LOST.sub("N", text)) for text in texts]


def without_furniture(source: Source) -> str:
    text = source.text
    for start, end in source.furniture:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def records(meeting: Meeting) -> Iterator[Record]:
    yield from (line.record for line in outline(meeting) if isinstance(line.record, Record))


@pytest.mark.parametrize("path", PRINTED, ids=lambda path: path.stem)
def test_the_words_of_a_page_are_on_it(path: Path) -> None:
    source, text = source_of(path), without_furniture(source_of(path))
    for page, printed in zip(source.pages, shown(path), strict=True):
        missing = words(text[page.start : page.end]) - printed
        assert not missing, f"page {page.number}: {missing}"


@pytest.mark.parametrize("path", PRINTED, ids=lambda path: path.stem)
def test_every_record_has_its_page(path: Path) -> None:
    meeting = parse(source_of(path))
    found = [meeting.pages_of(record) for record in records(meeting)]
    assert found
    assert all(pages == tuple(range(pages[0], pages[-1] + 1)) for pages in found)
    assert found[-1][-1] <= len(meeting.source.pages)


def test_explaining_names_the_page() -> None:
    meeting = parse(source_of(MADE / "wallbrook-motions.libreoffice.pdf"))
    told = [text for line in outline(meeting) if (text := origin(meeting, line))]
    assert re.fullmatch(r"\S+ \d+-\d+ page 2 '.*'", told[-1])
    assert any(" page 1-2 " in text for text in told)


def test_a_source_without_pages_has_none_to_name() -> None:
    meeting = parse(read_file(MADE / "wallbrook-motions.docx"))
    assert {meeting.pages_of(record) for record in records(meeting)} == {()}
