"""A meeting in a form that other software for councils and parliaments reads."""

from __future__ import annotations

import datetime
import json
from typing import Literal

from minutesparse.export.akoma_ntoso import to_akoma_ntoso
from minutesparse.export.akoma_ntoso.document import UNKNOWN_COUNTRY
from minutesparse.export.oparl import NOWHERE, to_oparl
from minutesparse.export.popolo import to_popolo
from minutesparse.records import Meeting

Standard = Literal["akoma-ntoso", "popolo", "oparl"]
ENDINGS: dict[Standard, str] = {"akoma-ntoso": "xml", "popolo": "json", "oparl": "json"}


def standard_text(
    meeting: Meeting,
    standard: Standard,
    *,
    number: int = 1,
    country: str = UNKNOWN_COUNTRY,
    base: str = NOWHERE,
    time_zone: datetime.tzinfo | None = None,
) -> str:
    """Return a meeting as the text of a file.

    Args:
        meeting: The meeting.
        standard: The standard.
        number: Its place in its document, counted from 1, where that holds several.
        country: Code of the jurisdiction, for Akoma Ntoso.
        base: Address that identifiers begin with, for OParl.
        time_zone: Where the meeting's clock stood, for Popolo and OParl.
    """
    if standard == "akoma-ntoso":
        return to_akoma_ntoso(meeting, number=number, country=country)
    if standard == "popolo":
        made = to_popolo(meeting, number=number, time_zone=time_zone)
    else:
        made = to_oparl(meeting, number=number, base=base, time_zone=time_zone)
    return f"{json.dumps(made, ensure_ascii=False, indent=2)}\n"
