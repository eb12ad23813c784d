"""``minutesparse series``."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from minutesparse.cli.streams import emit, tell

if TYPE_CHECKING:
    from decimal import Decimal

    from minutesparse.across.figures import Figure
    from minutesparse.across.series import Series

_WIDTH = 96
_LONGEST = 300
_BARS = "▁▂▃▄▅▆▇█"


@click.command()
@click.argument("db", type=click.Path())
@click.argument("subject", required=False)
@click.option("--unit", metavar="UNIT", help="Only series of this unit: count, percent, GBP ...")
@click.option("--body", metavar="WORDS", help="Only figures from the body that is called so.")
@click.option(
    "--least",
    type=click.IntRange(min=1),
    metavar="N",
    help="Only figures of N meetings or more; 2 where no subject is given.",
)
@click.option("--csv", "as_csv", is_flag=True, help="Print every figure as a row of CSV.")
@click.option("--json", "as_json", is_flag=True, help="Print the series as JSON.")
def series(
    db: str,
    subject: str | None,
    unit: str | None,
    body: str | None,
    least: int | None,
    as_csv: bool,
    as_json: bool,
) -> None:
    """Follow a figure over the meetings of an archive.

    DB is the minutes.db that "convert --to sqlite" makes. SUBJECT is what is counted or measured,
    such as "looked after children"; wordings that mean the same are one subject, and each unit is a
    series of its own. Each value stands with its meeting, who gave it, and the words. Without a
    SUBJECT the series of the archive are listed.
    """
    from minutesparse.across.series import all_series, find_series
    from minutesparse.across.table import series_csv

    near: Sequence[str] = ()
    if subject is None:
        found: Sequence[Series] = all_series(db)
    else:
        asked = find_series(db, subject)
        found, near = asked.series, asked.near
    found = _narrowed(found, unit, body, least or (1 if subject else 2))
    if as_csv:
        emit(series_csv(found).removesuffix("\r\n"))
    elif as_json:
        emit(json.dumps(_objects(found), ensure_ascii=False, indent=2))
    elif found:
        emit("\n\n".join(map(_shown, found)) if subject else "\n".join(_list(found)))
    if not found:
        tell("minutesparse: nothing found.")
    if near:
        tell(f"minutesparse: not counted in: {'; '.join(near)}")
    undated = {point.uri for one in found for point in one.points if point.date is None}
    if undated:
        tell(f"minutesparse: documents without a date: {len(undated)}; convert --dates gives them.")


def _narrowed(
    found: Sequence[Series], unit: str | None, body: str | None, least: int
) -> list[Series]:
    from dataclasses import replace

    kept = []
    for one in found:
        points = tuple(point for point in one.points if _is_of(point, body))
        part = replace(one, points=points)
        if part.meetings() >= least and (unit is None or one.unit.casefold() == unit.casefold()):
            kept.append(part)
    return kept


def _is_of(point: Figure, body: str | None) -> bool:
    return body is None or body.casefold() in (point.body or "").casefold()


def _objects(found: Sequence[Series]) -> list[dict[str, object]]:
    """Return series as JSON objects, each with its figures as those of the CSV."""
    from minutesparse.across.table import SERIES, series_rows

    shared = ("series", "unit", "kind", "council")
    names = SERIES.names()
    told: list[dict[str, object]] = []
    for one in found:
        points = [dict(zip(names, row, strict=True)) for row in series_rows([one])]
        head = {name: points[0][name] for name in shared}
        rest = [
            {name: value for name, value in point.items() if name not in shared} for point in points
        ]
        told.append({**head, "points": rest})
    return told


def _list(found: Sequence[Series]) -> Iterator[str]:
    """Yield a line for each series: how many meetings, its course, and what it counts."""
    for one in found:
        first, last = one.points[0], one.points[-1]
        course = f"{_amount(first)} -> {_amount(last)}"
        where = f" | {one.council}" if one.council else ""
        yield f"{one.meetings():>4}  {course:<24}  {one.subject}, {one.unit}{where}"


def _shown(one: Series) -> str:
    return "\n".join(_lines(one))


def _lines(one: Series) -> Iterator[str]:
    """Yield a series as lines: its course, then each figure with who gave it and in which words."""
    meetings = one.meetings()
    head = f"{one.subject}, {one.unit}: {meetings} meeting{'' if meetings == 1 else 's'}"
    course = sparkline([_middle(point) for point in one.by_meeting()])
    yield "  ".join(filter(None, (" | ".join(filter(None, (one.council, head))), course)))
    width = max(len(_amount(point)) for point in one.points)
    for point in one.points:
        who = point.councillor or point.said_by or "(not stated)"
        about = ", ".join(filter(None, (who, point.body, point.period)))
        yield f"{point.date or 'no date':<10}  {_amount(point):>{width}}  {about}"
        indent = " " * (14 + width)
        yield from textwrap.wrap(
            f'"{_around(point)}"', _WIDTH, initial_indent=indent, subsequent_indent=indent
        )
        page = f" page {point.page}," if point.page else ""
        yield f"{indent}[{point.uri},{page} characters {point.start}-{point.end}]"


def _around(point: Figure) -> str:
    """Return the sentence of a figure on one line, cut around the figure where it is long."""
    sentence = " ".join(point.sentence.split())
    if len(sentence) <= _LONGEST:
        return sentence
    at = max(sentence.find(" ".join(point.words.split())), 0)
    start = max(0, min(at - _LONGEST // 2, len(sentence) - _LONGEST))
    end = start + _LONGEST
    before, after = "... " if start else "", " ..." if end < len(sentence) else ""
    return f"{before}{sentence[start:end].strip()}{after}"


def _amount(point: Figure) -> str:
    """Return the number of a figure, with what its words say of how exact it is."""
    if point.value is not None:
        number = _number(point.value)
    else:
        number = "-".join(_number(one) for one in (point.low, point.high) if one is not None)
    sign = {"about": "~", "over": ">", "under": "<", "at-least": ">=", "at-most": "<="}
    return f"{sign.get(point.qualifier or '', '')}{number}"


def _number(value: Decimal) -> str:
    return f"{value.normalize():,f}"


def _middle(point: Figure) -> Decimal:
    ends = [one for one in (point.value, point.low, point.high) if one is not None]
    return sum(ends, start=ends[0] * 0) / len(ends)


def sparkline(values: Sequence[Decimal]) -> str:
    """Return values as a row of bars, the least and the greatest as the lowest and the highest.

    >>> sparkline([300, 295, 291])
    '█▄▁'
    """
    if len(values) < 2:
        return ""
    low, high = min(values), max(values)
    if low == high:
        return _BARS[0] * len(values)
    steps = len(_BARS) - 1
    return "".join(_BARS[int((one - low) * steps / (high - low))] for one in values)
