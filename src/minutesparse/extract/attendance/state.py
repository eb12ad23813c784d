"""What the labels of a page say of the next name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class State:
    """What the labels so far say of the next name."""

    status: str | None = None
    role: str | None = None
    main: str | None = None
    alone: bool = False
    direct: bool = False
    under: bool = False
    offices_first: bool = False
    reverts: bool = False
    rule: str = "attendance.roll"
    quiet: int = 0
    single: bool = False
    organisation: str | None = None
    shared: bool = False
    members: bool = False
