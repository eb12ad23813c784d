"""What several tests look at, parsed once."""

from functools import cache

from tests.places import gold_documents

from minutesparse import Meeting, parse, parse_all
from minutesparse.evaluate import read_gold
from minutesparse.text import Source


@cache
def parsed(text: str) -> Meeting:
    """Return the record of a text, parsed for all tests that only look at it."""
    return parse(text)


@cache
def every_meeting() -> tuple[tuple[int, Meeting], ...]:
    """Return the meetings of all gold documents, each with its number in its document."""
    return tuple(
        (number, meeting)
        for path in gold_documents()
        for number, meeting in enumerate(
            parse_all(Source(read_gold(path).text, uri=f"https://example.org/{path.stem}")), 1
        )
    )
