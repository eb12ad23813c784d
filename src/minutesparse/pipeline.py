"""The stages in order, and nothing else."""

from __future__ import annotations

from hashlib import sha256

from minutesparse.records import Meeting, Page, Residue, SourceInfo, Span
from minutesparse.text import Source


class Parser:
    """Parses any number of documents with one set of options.

    Args:
        extract: Whether to look for figures and the like inside the contributions.
    """

    def __init__(self, *, extract: bool = True) -> None:
        self.extract = extract

    def parse(self, text: str | Source) -> Meeting:
        """Return the first meeting of a document."""
        source = text if isinstance(text, Source) else Source(text)
        whole = Span(start=0, end=len(source.text))
        blank = not source.text.strip()
        return Meeting(
            span=whole,
            rule="meeting.whole",
            source=_info(source),
            unparsed=() if blank else (Residue(span=whole, reason="unclassified"),),
            text=source.text,
        )

    def parse_all(self, text: str | Source) -> tuple[Meeting, ...]:
        """Return every meeting of a document."""
        return (self.parse(text),)


def parse(text: str | Source, *, extract: bool = True) -> Meeting:
    """Return the first meeting of a document."""
    return Parser(extract=extract).parse(text)


def parse_all(text: str | Source, *, extract: bool = True) -> tuple[Meeting, ...]:
    """Return every meeting of a document."""
    return Parser(extract=extract).parse_all(text)


def _info(source: Source) -> SourceInfo:
    content = source.text.encode("utf-8", "surrogatepass")
    return SourceInfo(
        uri=source.uri,
        media_type=source.media_type,
        sha256=source.sha256 or sha256(content).hexdigest(),
        length=len(source.text),
        pages=tuple(
            Page(number=mark.number, start=mark.start, end=mark.end) for mark in source.pages
        ),
    )
