"""Writes the samples in every format into ``tests/formats/made``.

    python -m tests.formats.make

Needs LibreOffice and ReportLab. The PDF of LibreOffice, which differs from run to run, is written
only where the Word file that it is made of has changed.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.formats.make.as_html import as_html, as_modern_gov
from tests.formats.make.as_print import as_office_pdf, as_reportlab_pdf
from tests.formats.make.as_text import as_text
from tests.formats.make.as_word import as_word
from tests.formats.make.sample import Sample, read_sample
from tests.formats.places import MADE, SAMPLES


def main() -> None:
    """Write the files that are missing or have changed."""
    MADE.mkdir(exist_ok=True)
    for path in sorted(SAMPLES.glob("*.sample")):
        sample = read_sample(path)
        word = MADE / f"{sample.name}.docx"
        printed = MADE / f"{sample.name}.libreoffice.pdf"
        before = word.read_bytes() if word.exists() else b""
        for suffix, content in _files(sample):
            (MADE / f"{sample.name}.{suffix}").write_bytes(content)
        if word.read_bytes() != before or not printed.exists():
            printed.write_bytes(as_office_pdf(word.read_bytes()))


def _files(sample: Sample) -> Iterator[tuple[str, bytes]]:
    yield "txt", as_text(sample).encode()
    yield "html", as_html(sample).encode()
    yield "modern-gov.html", as_modern_gov(sample).encode()
    yield "docx", as_word(sample)
    yield "reportlab.pdf", as_reportlab_pdf(sample)


if __name__ == "__main__":
    main()
