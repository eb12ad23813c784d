"""Which question of an exchange a reply belongs to."""

from __future__ import annotations

from minutesparse.attribute.context import Context
from minutesparse.attribute.drafts import Draft


def numbered_question(seen: Context) -> Draft | None:
    """Return the question whose number a reply's label names, or which comes next unanswered."""
    number = seen.block.speech_number
    if number is not None and number in seen.state.numbered:
        return seen.state.numbered[number]
    answered = {id(draft.reply_to) for draft in seen.state.drafts if draft.kind == "answer"}
    waiting = [draft for draft in seen.state.numbered.values() if id(draft) not in answered]
    return waiting[0] if waiting else None
