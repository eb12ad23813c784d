"""Actions: bare instructions, action lines, promises in speech, and tasks in clauses."""

from minutesparse.extract.actions.instructions import find_instructions
from minutesparse.extract.actions.marks import owner_marks
from minutesparse.extract.actions.merging import merged
from minutesparse.extract.actions.orders import clause_actions
from minutesparse.extract.actions.promises import find_promises
from minutesparse.extract.actions.takers import Utterance

__all__ = [
    "Utterance",
    "clause_actions",
    "find_instructions",
    "find_promises",
    "merged",
    "owner_marks",
]
