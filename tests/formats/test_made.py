"""What is committed is what the script makes of the samples."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from tests.formats.make.as_html import as_html, as_modern_gov
from tests.formats.make.as_text import as_text
from tests.formats.make.as_word import as_word
from tests.formats.make.sample import Sample, read_sample
from tests.formats.places import FORMATS, MADE, SAMPLES
from tests.places import CORPUS

from minutesparse import Source, read_file
from minutesparse.read import read_bytes

SAMPLE_FILES = sorted(SAMPLES.glob("*.sample"))
LARGEST = 50_000  # bytes of one file
MAKE_AGAIN = "run: python -m tests.formats.make"


@pytest.fixture(params=SAMPLE_FILES, ids=lambda path: path.stem)
def sample(request: pytest.FixtureRequest) -> Sample:
    return read_sample(request.param)


def made(sample: Sample, form: str) -> Path:
    return MADE / f"{sample.name}.{form}"


def words_of(source: Source) -> list[str]:
    """Return the words of a source without its furniture, in order of the alphabet."""
    kept = list(source.text)
    for start, end in source.furniture:
        kept[start:end] = " " * (end - start)
    return sorted(re.findall(r"\w+", "".join(kept)))


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_texts_and_pages_are_up_to_date(sample: Sample) -> None:
    for form, expected in (
        ("txt", as_text(sample)),
        ("html", as_html(sample)),
        ("modern-gov.html", as_modern_gov(sample)),
    ):
        assert made(sample, form).read_bytes().decode("utf-8") == expected, MAKE_AGAIN


def test_word_files_are_up_to_date(sample: Sample) -> None:
    assert parts(made(sample, "docx").read_bytes()) == parts(as_word(sample)), MAKE_AGAIN


def test_word_files_hold_no_typed_numbers(sample: Sample) -> None:
    body = parts(made(sample, "docx").read_bytes())["word/document.xml"].decode("utf-8")
    typed = re.findall(r"<w:t [^>]*>\s*(?:\(?\w{1,4}[.)]|•)\s", body)
    assert typed == []


@pytest.mark.parametrize("form", ["libreoffice.pdf", "reportlab.pdf"])
def test_printed_pages_have_the_words_of_the_word_file(sample: Sample, form: str) -> None:
    printed, typed = read_file(made(sample, form)), read_file(made(sample, "docx"))
    assert words_of(printed) == words_of(typed), MAKE_AGAIN


def test_pages_by_reportlab_are_up_to_date(sample: Sample) -> None:
    pytest.importorskip("reportlab", reason="ReportLab is not installed")
    from tests.formats.make.as_print import as_reportlab_pdf  # noqa: PLC0415 - needs ReportLab

    pages = read_bytes(as_reportlab_pdf(sample))
    assert read_file(made(sample, "reportlab.pdf")).text == pages.text, MAKE_AGAIN


def test_files_are_small_and_all_there() -> None:
    names = {f"{path.stem}.{form}" for path in SAMPLE_FILES for form in FORMATS}
    assert {path.name for path in MADE.iterdir()} == names
    assert max(path.stat().st_size for path in MADE.iterdir()) < LARGEST


def test_a_sample_names_the_document_that_it_is_taken_from() -> None:
    for path in SAMPLE_FILES:
        head = path.read_text(encoding="utf-8").partition("\n---\n")[0]
        name = re.search(r"^from: (.+)$", head, flags=re.MULTILINE)
        assert name is not None
        assert (CORPUS / f"{name[1]}.gold.xml").exists()
