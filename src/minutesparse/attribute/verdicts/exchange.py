"""Which question of an exchange a reply belongs to."""

from __future__ import annotations

from minutesparse.attribute.context import Context
from minutesparse.attribute.drafts import Draft


def numbered_question(seen: Context) -> Draft | None:
    """Return the question whose number a reply's label names, or which comes next unanswered."""
    number = seen.block.speech_number
    if number is not None and number in seen.state.numbered:
        return seen.state.numbered[number]
    asked, answered = seen.state.numbered.values(), seen.state.answered
    return next((draft for draft in asked if id(draft) not in answered), None)
