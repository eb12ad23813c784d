"""Series as rows of a table, and as CSV that a spreadsheet reads and does not run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from minutesparse.across.figures import Figure
from minutesparse.across.series import Series
from minutesparse.export.csv_files import cells
from minutesparse.export.rows import Row
from minutesparse.export.tables import Column, Table

SERIES = Table(
    "series",
    "A figure of a series, with its meeting, who gave it, and its words.",
    (
        Column("id", "text", "Key of the figure in `statistics`.", required=True),
        Column("series", "text", "What the series counts or measures.", required=True),
        Column("unit", "text", "Its unit.", required=True),
        Column("kind", "text", "What sort of quantity it is.", required=True),
        Column("council", "text", "The authority."),
        Column("date", "date", "Day of the meeting."),
        Column("dated_by", "text", "Who gives the day: the `minutes`, or the `list`."),
        Column("body", "text", "Who met, or the title of the page."),
        Column("value", "decimal", "The number; nothing for a range."),
        Column("low", "decimal", "Lower end of a range."),
        Column("high", "decimal", "Upper end of a range."),
        Column("qualifier", "text", "How exact the figure claims to be."),
        Column("period", "text", "The time that the figure speaks of, as written."),
        Column("said_by", "text", "Who gave it, as written."),
        Column("councillor", "text", "Who that is on the roster."),
        Column("subject", "text", "What is counted, in this meeting's wording.", required=True),
        Column("quote", "text", "The words of the figure.", required=True),
        Column("sentence", "text", "The sentence that it stands in.", required=True),
        Column("meeting", "text", "Key of the meeting.", required=True),
        Column("uri", "text", "Place of the document."),
        Column("page", "integer", "Page, where the source has pages."),
        Column("span_start", "integer", "Where the words begin, in code points.", required=True),
        Column("span_end", "integer", "Where they end, not included.", required=True),
    ),
)


def series_rows(series: Iterable[Series]) -> Iterator[Row]:
    """Yield a row for every figure of some series, in plain form."""
    for one in series:
        for point in one.points:
            yield _row(one, point)


def series_csv(series: Iterable[Series]) -> str:
    """Return series as CSV with a header, a row a figure."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(SERIES.names())
    writer.writerows(cells(SERIES, series_rows(series)))
    return file.getvalue()


def _row(one: Series, point: Figure) -> Row:
    numbers = (
        None if number is None else format(number, "f")
        for number in (point.value, point.low, point.high)
    )
    return (
        point.id,
        one.subject,
        one.unit,
        one.kind,
        one.council,
        point.date,
        point.dated_by,
        point.body,
        *numbers,
        point.qualifier,
        point.period,
        point.said_by,
        point.councillor,
        point.subject,
        point.words,
        point.sentence,
        point.meeting,
        point.uri,
        point.page,
        point.start,
        point.end,
    )
