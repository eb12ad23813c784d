"""Pages of a PDF file, one at a time, through PDFium."""

from __future__ import annotations

import ctypes
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from minutesparse.errors import UnreadableFileError
from minutesparse.read.limits import Limits, within
from minutesparse.read.pdf.words import Line, Page, Word, grouped
from minutesparse.read.symbols import drawn

_ALONE = threading.Lock()  # PDFium may be in use by one thread at a time
_BROKEN = "\x02\ufffe"  # a hyphen at the end of a line, after which the word goes on
_WORD = re.compile(rf"[^\s{_BROKEN}]+[{_BROKEN}]?|[{_BROKEN}]")
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-", "\u00ad": "-", "\x00": " "})
_SYMBOL_FONTS = re.compile(r"symbol|wingdings|dingbats|webdings", re.I)
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_STRAIGHT = 0.05  # radians by which an upright word may lean
_FONT_NAME = 80
_LETTER_SHAPE = (0.8, 1.25)  # width of a capital N to its height; that of a slash is about 0.4
_PASSWORD_ERRORS = (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY)


def pages_of(content: bytes, *, where: str, limits: Limits) -> list[Page]:
    """Return the words and lines of every page; no more than one page is held open at once.

    Args:
        content: The bytes of the file.
        where: The file's name for messages.
        limits: What to refuse.

    Raises:
        UnreadableFileError: The file is damaged or has a password.
        LimitExceededError: It has more pages, or a page more characters, than the limits allow.
    """
    with _ALONE:
        document = _opened(content, where)
        try:
            within(limits, "max_pages", len(document), f"{where}: pages")
            pages: list[Page] = []
            characters = 0
            for at in range(len(document)):
                pages.append(_page(document, at, where, limits))
                characters += sum(len(line.text) for line in pages[-1].lines)
                within(limits, "max_chars", characters, f"{where}: characters of text")
            return pages
        finally:
            document.close()


def has_pictures(content: bytes) -> bool:
    """Tell whether the first pages of a PDF file show pictures."""
    with _ALONE:
        document = pdfium.PdfDocument(content)
        try:
            return any(
                next(document[index].get_objects([pdfium_c.FPDF_PAGEOBJ_IMAGE]), None) is not None
                for index in range(min(3, len(document)))
            )
        except pdfium.PdfiumError:
            return False
        finally:
            document.close()


def _opened(content: bytes, where: str) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) in _PASSWORD_ERRORS:
            raise UnreadableFileError(
                f"{where}: the PDF is protected by a password. Remove it first, for example with "
                "qpdf --decrypt --password=... in.pdf out.pdf."
            ) from error
        raise UnreadableFileError(
            f"{where}: the PDF is damaged and cannot be opened ({error}). Download it again; "
            "qpdf in.pdf out.pdf may repair it."
        ) from error


def _page(document: pdfium.PdfDocument, index: int, where: str, limits: Limits) -> Page:
    try:
        page = document[index]
    except pdfium.PdfiumError:
        return Page(index + 1, 0.0, 0.0)  # a page that PDFium cannot load holds no text for us
    try:
        sheet = page.get_textpage()
        count = sheet.count_chars()
        within(limits, "max_page_chars", count, f"{where}: characters on page {index + 1}")
        return _read_page(page, _Sheet(sheet.raw, count, _Turn.of(page)), index + 1)
    except pdfium.PdfiumError:
        return Page(index + 1, *page.get_size())
    finally:
        page.close()


def _read_page(page: pdfium.PdfPage, sheet: _Sheet, number: int) -> Page:
    words: list[_Placed] = list(sheet.words())
    upright = [placed for placed in words if placed.upright]
    places = {id(placed.word): placed.index for placed in upright}
    lines = tuple(
        _line(sheet, group, [places[id(word)] for word in group], number)
        for group in grouped([placed.word for placed in upright])
    )
    aslant = " ".join(placed.word.text for placed in words if not placed.upright)
    width, height = page.get_size()
    return Page(number, width, height, lines, aslant)


def _line(sheet: _Sheet, words: list[Word], places: list[int], number: int) -> Line:
    first = sheet.font(places[0])
    marked = len(words) > 1 and len(words[0].text) < 8 and not words[0].text.isalpha()
    opening = sheet.font(places[1]) if marked else first
    font = opening if opening == sheet.font(places[-1]) else ""
    symbol = len(words[0].text) == 1 and bool(_SYMBOL_FONTS.search(first))
    return Line(tuple(words), number, font, symbol)


@dataclass(frozen=True, slots=True)
class _Turn:
    """How a page is turned for reading: quarter turns clockwise, and its size before them."""

    quarters: int
    width: float
    height: float

    @classmethod
    def of(cls, page: pdfium.PdfPage) -> _Turn:
        quarters = page.get_rotation() // 90 % 4
        width, height = page.get_size()
        return cls(quarters, *((height, width) if quarters % 2 else (width, height)))

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the page is seen once the page is turned."""
        if self.quarters == 1:
            return y, self.width - x
        if self.quarters == 2:
            return self.width - x, self.height - y
        if self.quarters == 3:
            return self.height - y, x
        return x, y

    def upright(self, angle: float) -> bool:
        """Tell whether characters at an angle (radians) stand upright once the page is turned."""
        if not self.quarters and not angle:
            return True
        if not isfinite(angle):
            return False
        turned = (angle + self.quarters * 1.5707963) % 6.2831853
        return min(turned, 6.2831853 - turned) < _STRAIGHT


@dataclass(frozen=True, slots=True)
class _Placed:
    word: Word
    index: int
    upright: bool


class _Sheet:
    """The characters of one page, by PDFium's own numbering of them."""

    __slots__ = ("_box", "_count", "_fonts", "_raw", "_turn", "_x", "_y")

    def __init__(self, raw: object, count: int, turn: _Turn) -> None:
        self._raw = raw
        self._count = count
        self._turn = turn
        self._box = pdfium_c.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._fonts = ctypes.create_string_buffer(_FONT_NAME)

    def words(self) -> Iterator[_Placed]:
        """Yield the words of the page in the order of the file."""
        for found in _WORD.finditer(self._text()):
            text = drawn(found[0].translate(_HYPHENS))
            if "/" in text:
                text = self._with_lost_letters(text, found.start())
            yield self._placed(text, found.start(), found.end() - 1)

    def font(self, index: int) -> str:
        """Return the name of a character's font."""
        flags = ctypes.c_int()
        pdfium_c.FPDFText_GetFontInfo(self._raw, index, self._fonts, _FONT_NAME, flags)
        return _SUBSET.sub("", self._fonts.value.decode("utf-8", errors="replace"))

    def _with_lost_letters(self, text: str, first: int) -> str:
        """Return a word with its capital Ns, whose code some converters lose in bold faces.

        The text layer then says "PRESE/T" where the page shows PRESENT; no slash is that wide.
        """
        return "".join(
            "N" if char == "/" and self._shaped_as_letter(first + place) else char
            for place, char in enumerate(text)
        )

    def _shaped_as_letter(self, index: int) -> bool:
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        pdfium_c.FPDFText_GetCharBox(self._raw, index, left, right, bottom, top)
        width, height = right.value - left.value, top.value - bottom.value
        least, most = _LETTER_SHAPE
        return least * height < width < most * height

    def _text(self) -> str:
        units = (ctypes.c_ushort * (self._count + 1))()
        pdfium_c.FPDFText_GetText(self._raw, 0, self._count, units)
        text = bytes(units)[: 2 * self._count].decode("utf-16-le", errors="replace")
        if len(text) != self._count or "\ufffd" in text:
            codes = (pdfium_c.FPDFText_GetUnicode(self._raw, at) for at in range(self._count))
            text = "".join(chr(code) if code < 0x110000 else "\ufffd" for code in codes)
        return text

    def _placed(self, text: str, first: int, last: int) -> _Placed:
        box = self._box
        pdfium_c.FPDFText_GetCharOrigin(self._raw, first, self._x, self._y)
        pdfium_c.FPDFText_GetLooseCharBox(self._raw, last, box)
        angle = pdfium_c.FPDFText_GetCharAngle(self._raw, first)
        if not self._turn.quarters:
            word = Word(text, self._x.value, box.right, self._y.value, box.top - box.bottom)
        else:
            x, base = self._turn.place(self._x.value, self._y.value)
            one, two = self._turn.place(box.left, box.bottom), self._turn.place(box.right, box.top)
            word = Word(text, x, max(one[0], two[0]), base, abs(one[1] - two[1]))
        placed = isfinite(word.left + word.right + word.base + word.size)
        return _Placed(word, first, placed and self._turn.upright(angle))
