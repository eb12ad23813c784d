"""How much a reader takes on before it says no."""

from __future__ import annotations

from dataclasses import dataclass

from minutesparse.errors import LimitExceededError


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what is read; raise one with ``Limits(max_pages=20_000)``.

    The defaults hold every set of minutes and nearly every agenda pack; they keep a hostile file
    to about a gigabyte of memory and well under a minute.

    Attributes:
        max_bytes: Size of the file, in bytes.
        max_markup_bytes: Size of an HTML page, in bytes.
        max_unpacked_bytes: Size of the parts of a word-processor file once unpacked, in bytes,
            all parts together.
        max_parts: Number of parts in a word-processor file.
        max_pages: Pages of a PDF.
        max_page_chars: Characters on one page of a PDF.
        max_chars: Characters of text that come out.
        max_depth: Elements of an HTML page that are open at once, and attributes of one tag.
        convert_seconds: Time that LibreOffice gets for one file, in seconds.
    """

    max_bytes: int = 200_000_000
    max_markup_bytes: int = 20_000_000
    max_unpacked_bytes: int = 60_000_000
    max_parts: int = 5_000
    max_pages: int = 5_000
    max_page_chars: int = 100_000
    max_chars: int = 20_000_000
    max_depth: int = 1_000
    convert_seconds: float = 120.0


def within(limits: Limits, option: str, found: int, what: str) -> None:
    """Check a number against the limit of that name.

    Args:
        limits: The limits in force.
        option: Name of the field of :class:`Limits`.
        found: What was counted.
        what: What was counted, in words that open the message ("report.pdf: 9000 pages").

    Raises:
        LimitExceededError: The number is above the limit.
    """
    allowed = getattr(limits, option)
    if found > allowed:
        raise LimitExceededError(
            f"{what}: {found:,} is above the limit of {allowed:,}. "
            f"If the file is meant to be this large, raise it: Limits({option}=...)."
        )
