"""What the stages found on a page, ready to be made records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from minutesparse.attribute.drafts import Draft
from minutesparse.extract.findings import AttendanceFinding, ItemFindings
from minutesparse.extract.meeting import MeetingFacts
from minutesparse.extract.quantities import Quantity
from minutesparse.lexicons import Lexicon, default_lexicon
from minutesparse.text import ItemLayout, Layout, Source, Text


@dataclass(frozen=True, slots=True)
class ItemParts:
    """One item with everything found under it."""

    layout: ItemLayout
    drafts: Sequence[Draft]
    findings: ItemFindings
    quantities: Sequence[tuple[int, Quantity]] = ()
    public: bool = True


@dataclass(frozen=True, slots=True)
class MeetingParts:
    """Everything found on a page."""

    source: Source
    text: Text
    layout: Layout
    facts: MeetingFacts
    attendance: Sequence[AttendanceFinding]
    items: Sequence[ItemParts]
    issues: Sequence[dict[str, Any]] = field(default_factory=list)
    lexicon: Lexicon = field(default_factory=default_lexicon)
