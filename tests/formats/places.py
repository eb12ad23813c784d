"""Where the samples and what is made of them lie."""

from tests.places import ROOT

HERE = ROOT / "tests" / "formats"
SAMPLES = HERE / "samples"
MADE = HERE / "made"
FORMATS = ("txt", "html", "modern-gov.html", "docx", "libreoffice.pdf", "reportlab.pdf")
