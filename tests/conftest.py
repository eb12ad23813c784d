"""A small archive of every common format, made once for all tests that look at one."""

import shutil
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from tests.places import CORPUS, archived
from tests.read.pdffile import column, pdf
from tests.read.wordfile import docx, paragraph, zipped

from minutesparse.batch import FORMATS, convert

MEMBER = "wallbrook-council-public-questions.txt"


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of documents: of the corpus, a page, a Word file, a PDF, a zip, what is broken."""
    folder = tmp_path_factory.mktemp("sources")
    for path in archived():
        if path.name != MEMBER:
            shutil.copy(path, folder)
    text = (CORPUS / "kestermere-housing-question-labels.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip()]
    inner = folder / "2023" / "May"
    inner.mkdir(parents=True)
    page = "".join(f"<p>{escape(line)}</p>" for line in lines)
    (inner / "page.html").write_text(f"<!DOCTYPE html><body>{page}</body>", encoding="utf-8")
    (inner / "minutes.docx").write_bytes(docx("".join(paragraph(escape(one)) for one in lines)))
    (inner / "minutes.pdf").write_bytes(
        pdf(*(column(40, 780, f"Page {n}", f"Cllr Orr asked why. {n} bins.") for n in (1, 2)))
    )
    member = (CORPUS / MEMBER).read_bytes()
    (folder / "older.zip").write_bytes(zipped({f"older/{MEMBER}": member, "photo.jpg": b"\xff"}))
    (folder / "empty.txt").touch()
    (folder / "photo.png").write_bytes(b"\x89PNG")
    return folder


@pytest.fixture(scope="session")
def archive(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of these documents with every product."""
    out = tmp_path_factory.mktemp("archive")
    convert([sources], out, to=FORMATS, workers=2, base=sources)
    return out
