"""Makes an archive of minutes to measure with: many files of every common format.

    python benchmarks/make_archive.py FOLDER [COUNT]

The minutes of ``corpus/``, and the real ones next to the checkout where there are any, are
multiplied with other names, dates and numbers: text, HTML, Markdown, Word (by rewriting the words
of Word files and by a small writer), PDF (by a small writer), and a zip file of fifty of them. Some
files are broken on purpose. The same count gives the same bytes everywhere the sources are.
"""

from __future__ import annotations

import html
import io
import random
import re
import sys
import textwrap
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.read.pdffile import column, pdf  # noqa: E402 - found through the line above
from tests.read.wordfile import docx, paragraph  # noqa: E402 - as above

from minutesparse import read_file  # noqa: E402 - as above

REAL = ROOT.parent / "shared" / "real"
COUNT = 2_000
SEED = 2_000
PACKED_EVERY = 40
LINES_A_PAGE, LINE_WIDTH = 52, 88
NAMES = """
Abbott Aldous Bagshaw Barlow Bellamy Birkett Blakeley Bracewell Brindle Calloway Catchpole Chivers
Clegg Copley Crabtree Cudworth Dalby Denholm Dobson Dransfield Eastwood Eckersley Fairclough
Fenwick Garside Gledhill Grimshaw Haddock Hallam Hartley Hesketh Hirst Holroyd Ingham Jessop Kaye
Kershaw Lockwood Lumb Mallinson Marsden Metcalfe Naylor Nettleton Oldroyd Parkin Pickles Quarmby
Ramsden Rushworth Schofield Shackleton Sugden Sutcliffe Tattersall Thackray Uttley Varley Wadsworth
Whiteley Womersley Yardley
""".split()

_TITLED = re.compile(
    r"\b(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Dr)\.?\s+(?:[A-Z]\.?\s+)?([A-Z][a-z]{2,})"
)
_YEAR = re.compile(r"\b20[012]\d\b")
_NUMBER = re.compile(r"(?<![\d.,/:£-])[1-9]\d{1,3}(?![\d/:]|[.,]\d|(?:st|nd|rd|th)\b)(?!\.\s)")
_RUN = re.compile(r"(<w:t(?: [^>]*)?>)([^<]*)(</w:t>)")
_BULLET = re.compile(r"\s*[-•*·o]\s+(.*)")


@dataclass(frozen=True)
class Master:
    """A document to multiply: its name, its text, and the Word file it came from, if one."""

    name: str
    text: str
    word: bytes = b""


def main(arguments: list[str]) -> int:
    """Make the archive that the arguments ask for."""
    if len(arguments) not in (1, 2):
        print(__doc__, file=sys.stderr)
        return 2
    make(Path(arguments[0]), int(arguments[1]) if len(arguments) == 2 else COUNT)
    return 0


def make(folder: Path, count: int) -> None:
    """Write ``count`` documents, and a broken one for every two hundred, to a folder."""
    masters = list(_masters())
    packed: dict[str, bytes] = {}
    for number in range(count):
        master = masters[number % len(masters)]
        name, content = _copy(master, number, random.Random(f"{SEED} {number}"))  # noqa: S311 - not for secrets
        if number % PACKED_EVERY == PACKED_EVERY - 1:
            packed[name] = content
        else:
            _write(folder / name, content)
    if packed:
        _write(folder / "older.zip", _zipped(packed))
    for number in range(count // 200):
        name, content = _BROKEN[number % len(_BROKEN)]
        _write(folder / "broken" / f"{number:02}-{name}", content)


def _masters() -> list[Master]:
    """Return the documents to multiply, in the order of their names."""
    paths = sorted((ROOT / "corpus").glob("*.txt"))
    paths += sorted(path for path in REAL.glob("*") if path.suffix in (".pdf", ".docx"))
    return [_master(path) for path in paths]


def _master(path: Path) -> Master:
    word = path.read_bytes() if path.suffix == ".docx" else b""
    return Master(path.stem, read_file(path).text, word)


def _copy(master: Master, number: int, chance: random.Random) -> tuple[str, bytes]:
    """Return the name and the content of one altered copy."""
    change = _alteration(master.text, chance)
    stem = f"{2004 + number % 20}/{number:05}-{master.name}"
    if master.word:
        return f"{stem}.docx", _reworded(master.word, change)
    suffix = chance.choice(list(_WRITERS))
    return f"{stem}{suffix}", _WRITERS[suffix](change(master.text))


def _alteration(text: str, chance: random.Random) -> Callable[[str], str]:
    """Return a function that gives a text other names, years and numbers, always the same ones."""
    old = sorted(set(_TITLED.findall(text)))
    new = chance.sample(NAMES, min(len(old), len(NAMES)))
    names = dict(zip(old, new, strict=False))
    years, salt = chance.randrange(-6, 3), chance.random()

    def change(words: str) -> str:
        for before, after in names.items():
            words = re.sub(rf"\b{before}\b", after, words)
        words = _YEAR.sub(lambda found: str(int(found[0]) + years), words)
        return _NUMBER.sub(lambda found: _other(found[0], salt), words)

    return change


def _other(number: str, salt: float) -> str:
    """Return another number of as many digits; years stay."""
    if _YEAR.fullmatch(number):
        return number
    chance = random.Random(f"{number} {salt}")  # noqa: S311 - not for secrets
    return str(chance.randrange(10 ** (len(number) - 1), 10 ** len(number)))


def _reworded(word: bytes, change: Callable[[str], str]) -> bytes:
    """Return a Word file with the words of its runs changed."""
    with zipfile.ZipFile(io.BytesIO(word)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    body = parts["word/document.xml"].decode("utf-8")
    body = _RUN.sub(lambda run: run[1] + html.escape(change(html.unescape(run[2]))) + run[3], body)
    parts["word/document.xml"] = body.encode("utf-8")
    return _zipped(parts)


def _zipped(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _as_html(text: str) -> bytes:
    lines = []
    for line in filter(str.strip, text.splitlines()):
        bullet = _BULLET.fullmatch(line)
        words = html.escape(bullet[1] if bullet else line.strip())
        lines.append(f"<ul><li>{words}</li></ul>" if bullet else f"<p>{words}</p>")
    body = "\n".join(lines).replace("</ul>\n<ul>", "\n")
    page = f'<html><head><meta charset="utf-8"></head><body><div class="mgContent">{body}</div>'
    return f"<!DOCTYPE html>\n{page}</body></html>\n".encode()


def _as_word(text: str) -> bytes:
    return docx("".join(paragraph(html.escape(_without_controls(one))) for one in text.split("\n")))


def _as_pdf(text: str) -> bytes:
    printable = _without_controls(text, keep="\n").encode("cp1252", "replace").decode("cp1252")
    lines = [
        part
        for line in printable.split("\n")
        for part in textwrap.wrap(line, LINE_WIDTH, drop_whitespace=False) or [""]
    ]
    pages = [lines[at : at + LINES_A_PAGE] for at in range(0, len(lines), LINES_A_PAGE)]
    return pdf(*(column(60, 790, *page) for page in pages))


def _without_controls(text: str, keep: str = "") -> str:
    return "".join(one for one in text if one >= " " or one in keep)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


_WRITERS: dict[str, Callable[[str], bytes]] = {
    ".txt": lambda text: text.encode("utf-8", "replace"),
    ".md": lambda text: text.encode("utf-8", "replace"),
    ".html": _as_html,
    ".docx": _as_word,
    ".pdf": _as_pdf,
}
_BROKEN = (
    ("empty.txt", b""),
    ("cut.pdf", b"%PDF-1.4\n1 0 obj\n<</Type/Catalog"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(64)),
    ("cut.docx", b"PK\x03\x04 word/document.xml"),
    ("cut.zip", b"PK\x03\x04"),
)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
