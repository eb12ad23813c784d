"""PDF files for tests: words at places, in the fonts that every reader has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

REGULAR, BOLD, SYMBOL = "F1", "F2", "F3"
LOST = "F4"  # shows an N for the code of a slash, and says that it means a slash
_FONTS = {REGULAR: "Helvetica", BOLD: "Helvetica-Bold", SYMBOL: "Symbol"}
_LOST_MAP = (
    "begincmap 1 begincodespacerange <00><ff> endcodespacerange "
    "1 beginbfchar <2f><002f> endbfchar endcmap"
)
LINE = 14.0  # points from line to line


@dataclass(frozen=True)
class Put:
    """Text at a place, in points from the left and the bottom edge of an A4 page."""

    x: float
    y: float
    text: str
    font: str = REGULAR
    size: float = 11.0
    angle: str = "1 0 0 1"


def column(x: float, top: float, *lines: str, font: str = REGULAR) -> list[Put]:
    """Return lines below each other."""
    return [Put(x, top - at * LINE, line, font) for at, line in enumerate(lines) if line]


def row(y: float, **cells: str) -> list[Put]:
    """Return cells beside each other, by where they begin: ``row(700, x72="Cllr Ash")``."""
    return [Put(float(x.removeprefix("x")), y, text) for x, text in cells.items()]


def pdf(*pages: Sequence[Put], turn: int = 0, picture: bool = False) -> bytes:
    """Return a PDF file.

    Args:
        pages: The text of each page.
        turn: Degrees by which the pages are turned for reading.
        picture: Show a picture on every page.
    """
    objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
    fonts = []
    for name, base in _FONTS.items():
        objects.append(f"<</Type/Font/Subtype/Type1/BaseFont/{base}{_encoding(base)}>>")
        fonts.append(f"/{name} {len(objects)} 0 R")
    objects.append(_stream(_LOST_MAP))
    objects.append(
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding<</Type/Encoding"
        f"/BaseEncoding/WinAnsiEncoding/Differences[47/N]>>/ToUnicode {len(objects)} 0 R>>"
    )
    fonts.append(f"/{LOST} {len(objects)} 0 R")
    objects.append(
        _stream(
            "\x00",
            "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8",
        )
    )
    resources = f"<</Font<<{''.join(fonts)}>>/XObject<</I {len(objects)} 0 R>>>>"
    kids = []
    for page in pages:
        shown = "".join(map(_shown, page)) + ("q 500 0 0 700 40 40 cm /I Do Q " if picture else "")
        objects.append(_stream(shown))
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate {turn}"
            f"/Resources{resources}/Contents {len(objects)} 0 R>>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>"
    return _file(objects)


def _encoding(base: str) -> str:
    return "" if base == "Symbol" else "/Encoding/WinAnsiEncoding"


def _shown(put: Put) -> str:
    escaped = put.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{put.font} {put.size} Tf {put.angle} {put.x} {put.y} Tm ({escaped}) Tj ET\n"


def _stream(content: str, entries: str = "") -> str:
    length = len(content.encode("cp1252"))
    return f"<<{entries}/Length {length}>>stream\n{content}\nendstream"


def _file(objects: list[str]) -> bytes:
    written, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(written)}\n%%EOF"
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    return written + (head + table + trailer).encode("ascii")
