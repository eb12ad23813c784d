"""A predictor that knows the gold and errs on purpose, as often as it is told to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256
from random import Random
from typing import Any, TypeVar

from minutesparse.evaluate import Gold, Mark
from minutesparse.records import Meeting

T = TypeVar("T")
Fields = dict[str, Any]
KINDS = ("question", "answer", "comment", "presentation", "procedural")
OTHER_SPEAKERS = ("Councillor Nobody", "The Chair", "Members", None)


class Predictor:
    """Makes a meeting of a gold document.

    Args:
        gold: The document.
        noise: How often each thing is done wrong, from 0 to 1.
        seed: Decides where.
    """

    def __init__(self, gold: Gold, noise: float = 0.0, seed: int = 0) -> None:
        self.gold = gold
        self.noise = noise
        self.random = Random(f"{gold.name} {seed}")  # noqa: S311 - errors need no secrecy

    def meeting(self) -> Meeting:
        """Return the meeting."""
        text = self.gold.text
        details = ("council", "body", "date", "start_time", "end_time", "venue")
        root = self.gold.root
        fields: Fields = {key: root.get(key) for key in details if not self.errs()}
        attendance = self.listed("attendee", self.attendance)
        return Meeting.model_validate(
            {
                **fields,
                "span": {"start": 0, "end": len(text)},
                "rule": "test.predicted",
                "source": {"sha256": sha256(text.encode()).hexdigest(), "length": len(text)},
                "attendance": attendance,
                "items": self.items(),
                "text": text,
            }
        )

    def errs(self) -> bool:
        """Tell whether the next thing goes wrong."""
        return self.random.random() < self.noise

    def either(self, right: T, others: Iterable[T]) -> T:
        """Return the right value, or by mistake another."""
        return self.random.choice(list(others)) if self.errs() else right

    def base(self, mark: Mark) -> Fields:
        """Return what every record has, with its stretch shifted by mistake."""
        start, end = mark.span.start, mark.span.end
        if self.errs():
            start += self.random.choice((-40, -3, 0, 4, 25, end - start))
            end += self.random.choice((-60, -4, 0, 3, 30, start - end, 10**6))
        span = {"start": max(0, start), "end": max(0, end)}
        words = self.gold.text[mark.span.start : mark.span.end]
        return {"span": span, "rule": "test.predicted", "text": words}

    def listed(
        self, tag: str, make: Callable[[Mark], Fields], within: Mark | None = None
    ) -> list[Fields]:
        """Return the records of one kind, by mistake without some and with others twice."""
        marks = [one for one in self.gold.tagged(tag) if within is None or _inside(one, within)]
        kept = [mark for mark in marks if not self.errs()]
        kept += [mark for mark in marks if self.errs()]
        return [make(mark) for mark in kept]

    def items(self) -> list[Fields]:
        """Return the agenda items; what stands outside all of them goes into the first."""
        marks = self.gold.tagged("item")
        homeless = [one for one in self.gold.marks if not any(_inside(one, mark) for mark in marks)]
        rest = Gold(self.gold.name, self.gold.text, tuple(homeless))
        items = [self.item(mark, order) for order, mark in enumerate(marks, start=1)]
        for field, records in Predictor(rest).contents(None).items():
            items[0][field] += records
        return [item for item in items if not self.errs()]

    def item(self, mark: Mark, order: int) -> Fields:
        """Return one agenda item with everything in it."""
        fields = {
            "id": f"item-{order}",
            "order": order,
            "number": self.either(mark.get("number"), ("99", None)),
            "title": self.either(mark.get("title"), ("Another title altogether", None)),
            **self.contents(mark),
        }
        return _without_text(self.base(mark)) | fields

    def contents(self, item: Mark | None) -> dict[str, list[Fields]]:
        """Return the records of an item, by field."""
        makers: dict[str, tuple[str, Callable[[Mark], Fields]]] = {
            "statistics": ("stat", self.statistic),
            "resolutions": ("resolution", self.resolution),
            "votes": ("vote", self.vote),
            "declarations": ("declaration", self.declaration),
            "actions": ("action", self.action),
            "documents": ("document", self.document),
        }
        found = {field: self.listed(tag, make, item) for field, (tag, make) in makers.items()}
        return {"contributions": self.contributions(item), **found}

    def contributions(self, item: Mark | None) -> list[Fields]:
        """Return what was said in an item, with replies below what they reply to."""
        made = {mark.get("id"): self.contribution(mark) for mark in self.gold.tagged("c")}
        top: list[Fields] = []
        for mark in self.gold.tagged("c"):
            said = made[mark.get("id")]
            target = made.get(self.either(mark.get("to"), (None, *made)))
            if self.errs() or (item is not None and not _inside(mark, item)):
                continue
            (top if target is None else target["answers"]).append(said)
        return top

    def contribution(self, mark: Mark) -> Fields:
        """Return one contribution without its replies."""
        label = self.either(mark.get("speaker"), OTHER_SPEAKERS)
        return self.base(mark) | {
            "id": mark.get("id"),
            "kind": self.either(mark.get("kind"), KINDS),
            "speaker": _speaker(label),
            "answers": [],
        }

    def attendance(self, mark: Mark) -> Fields:
        """Return one attendance."""
        return _without_text(self.base(mark)) | {
            "name": self.either(mark.get("name"), ("Nobody", f"Cllr {mark.get('name')}")),
            "status": self.either(mark.get("status"), ("present", "absent")),
        }

    def statistic(self, mark: Mark) -> Fields:
        """Return one statistic."""
        return self.base(mark) | {
            "id": f"figure-{mark.span.start}",
            "kind": "other",
            "value": self.either(mark.get("value"), ("12.50", None)),
            "low": mark.get("low"),
            "high": self.either(mark.get("high"), ("7", None)),
            "unit": self.either(mark.get("unit"), ("count", "mile")),
            "subject": self.either(mark.get("subject"), ("something else", None)),
        }

    def resolution(self, mark: Mark) -> Fields:
        """Return one resolution with its clauses."""
        clauses = [one for one in self.gold.tagged("clause") if _inside(one, mark)]
        return self.base(mark) | {
            "id": f"decision-{mark.span.start}",
            "verb": self.either(mark.get("verb"), ("noted", "refused")),
            "mover": _speaker(self.either(mark.get("mover"), OTHER_SPEAKERS)),
            "seconder": _speaker(self.either(mark.get("seconder"), OTHER_SPEAKERS)),
            "clauses": self.clauses(clauses),
        }

    def clauses(self, marks: list[Mark]) -> list[Fields]:
        """Return clauses, nested as their stretches are."""
        made: list[tuple[Mark, Fields]] = []
        top: list[Fields] = []
        for mark in marks:
            number = self.either(mark.get("number"), ("x", None))
            clause = self.base(mark) | {"number": number, "clauses": []}
            outer = [one for other, one in made if _inside(mark, other)]
            if not self.errs():
                (outer[-1]["clauses"] if outer else top).append(clause)
            made.append((mark, clause))
        return top

    def vote(self, mark: Mark) -> Fields:
        """Return one vote."""
        return self.base(mark) | {
            "id": f"vote-{mark.span.start}",
            "in_favour": self.either(mark.get("for"), ("3", None)),
            "against": self.either(mark.get("against"), ("0", None)),
            "abstained": mark.get("abstain"),
            "unanimous": self.either(mark.get("unanimous") == "true", (True, False)),
        }

    def declaration(self, mark: Mark) -> Fields:
        """Return one declaration."""
        name = self.either(mark.get("name"), ("Councillor Nobody",))
        return self.base(mark) | {"name": name, "interest": "other"}

    def action(self, mark: Mark) -> Fields:
        """Return one action."""
        owner = self.either(mark.get("owner"), ("The Clerk", None))
        return self.base(mark) | {"id": f"action-{mark.span.start}", "owner": owner, "task": "?"}

    def document(self, mark: Mark) -> Fields:
        """Return one document."""
        return _without_text(self.base(mark)) | {"title": "?"}


def _inside(mark: Mark, other: Mark) -> bool:
    starts = other.span.start <= mark.span.start
    return mark is not other and starts and mark.span.end <= other.span.end


def _speaker(label: str | None) -> Fields | None:
    return None if label is None else {"label": label, "type": "person"}


def _without_text(fields: Fields) -> Fields:
    return {name: value for name, value in fields.items() if name != "text"}
