"""The values of this package: what goes in, what comes out, and the tokens in between."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, NamedTuple

Kind = Literal["count", "share", "money", "duration", "age", "distance", "ratio", "rate", "other"]
Qualifier = Literal["about", "at-least", "at-most", "over", "under"]
Relation = Literal["versus", "from", "to", "target", "average"]
Direction = Literal["up", "down", "stable"]
Status = Literal["actual", "estimate", "target"]


class Told(NamedTuple):
    """A figure that an earlier passage has given; a later one may come back to it."""

    unit: str
    kind: Kind
    subject: str | None


@dataclass(frozen=True, slots=True)
class Setting:
    """What a passage takes from the page around it.

    Attributes:
        money: The currency of amounts without a sign.
        dollar: Whose dollar a bare "$" is; None where the page does not tell.
        told: The figures of earlier passages, by their value.
        ledger: Whether the passage stands among payments and balances.
    """

    money: str = "GBP"
    dollar: str | None = None
    told: Mapping[Decimal, Told] = field(default_factory=dict)
    ledger: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, bullet or clause to look for figures in.

    Attributes:
        text: The words, normalised: plain spaces and straight quotes, line breaks as spaces.
        context: The question that the passage answers, or its lead-in; a bare figure takes its
            subject from there.
        setting: What it takes from the page around it.
    """

    text: str
    context: str = ""
    setting: Setting = field(default_factory=Setting)


@dataclass(frozen=True, slots=True)
class Period:
    """The time that a figure speaks of; the ends are None where the words do not give them."""

    start: datetime.date | None
    end: datetime.date | None
    text: str


class Quantity(NamedTuple):
    """One quantity expression, and what it says.

    Attributes:
        start: First code point of the expression in the passage.
        end: First code point after it.
        kind: What sort of quantity it is.
        value: The number; None for a range.
        low: Lower end of a range.
        high: Upper end of a range.
        unit: ``count``, ``percent``, ``percentage-point``, a currency code or a singular noun.
        subject: What is counted or measured, as a reader would head a table row.
        qualifier: How exact the figure claims to be.
        period: The time that the figure speaks of.
        comparison: What another figure is to this one, and that figure's index in the result.
        direction: The movement that the text states.
        status: Reported as fact, as an estimate, or as an aim.
        rule: Stable name of the rule that found it.
    """

    start: int
    end: int
    kind: Kind
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    subject: str | None
    qualifier: Qualifier | None
    period: Period | None
    comparison: tuple[Relation, int] | None
    direction: Direction | None
    status: Status
    rule: str


TokenKind = Literal["number", "word", "sign"]


class Amount(NamedTuple):
    """A number as written, before its unit; ``start`` and ``end`` count tokens.

    Attributes:
        start: First token.
        end: First token after it.
        value: The number.
        style: How it is written.
        grouped: It has thousands separators or a multiplier, so it is no name or reference.
        decimals: Digits after the point.
    """

    start: int
    end: int
    value: Decimal
    style: Literal["digits", "words", "fraction"]
    grouped: bool = False
    decimals: int = 0


class Measure(NamedTuple):
    """An amount with its unit, or a range of two; ``start`` and ``end`` count tokens.

    Attributes:
        start: First token.
        end: First token after it.
        low: The value, or the lower end of a range.
        high: The upper end of a range.
        unit: Name of the unit; None for a bare number.
        kind: The kind of quantity that the unit makes it.
        last: The (last) amount as written.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal | None
    unit: str | None
    kind: Kind | None
    last: Amount


class Figure(NamedTuple):
    """A quantity expression that a rule has accepted; ``start`` and ``end`` count tokens."""

    start: int
    end: int
    kind: Kind
    low: Decimal
    high: Decimal | None
    unit: str
    rule: str
    qualifier: Qualifier | None = None
