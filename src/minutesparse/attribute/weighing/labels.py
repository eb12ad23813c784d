"""What a clause may turn out to be: a kind, as a reply or not."""

from __future__ import annotations

from typing import NamedTuple

from minutesparse.attribute.drafts import Kind

_REPLIES = ">"


class Label(NamedTuple):
    """What a clause is; as text the kind, with ``>`` behind it for a reply.

    Attributes:
        kind: The kind of contribution; ``skip`` for none.
        replies: True where it replies to another.
    """

    kind: Kind
    replies: bool = False

    def __str__(self) -> str:
        return self.kind + _REPLIES * self.replies


SKIP = Label("skip")
LABELS: dict[str, Label] = {
    str(label): label
    for label in (
        SKIP,
        Label("question"),
        Label("answer", replies=True),
        Label("answer"),
        Label("comment"),
        Label("presentation"),
        Label("procedural"),
    )
}
"""Every label that is weighed, by its text."""
