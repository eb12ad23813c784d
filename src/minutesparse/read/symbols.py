"""Characters of symbol fonts, as the signs that they draw."""

from __future__ import annotations

_PRIVATE = 0xF000  # Word and PDF writers lift the bytes of symbol fonts to here
_DRAWN = {
    0x6F: "☐",
    0x76: "❖",
    0xA7: "▪",
    0xA8: "☐",
    0xB7: "•",
    0xD8: "➢",
    0xE0: "→",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_LIFTED = {_PRIVATE + code: sign for code, sign in _DRAWN.items()}


def drawn(text: str) -> str:
    r"""Return text with the private characters of symbol fonts as the signs that they draw.

    >>> drawn("\uf0fc yes")
    '✓ yes'
    """
    return text if text.isascii() else text.translate(_LIFTED)


def drawn_in_wingdings(text: str) -> str:
    """Return text that is set in Wingdings as the signs that it draws.

    >>> drawn_in_wingdings("ü")
    '✓'
    """
    return drawn(text).translate(_DRAWN)
