"""Tasks within the clauses of decisions: "that the Clerk write to the County"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from minutesparse.extract.actions.tasks import due_of, task_patterns
from minutesparse.extract.findings import ActionFinding
from minutesparse.lexicons import Lexicon
from minutesparse.naming import Mention, MentionReader, tokenise

_OPENS = re.compile(r"(?:^|\b(?:that|and|T\s?H\s?A\s?T)\s+)(?:that\s+)?(?=the\s+[A-Z]|[A-Z])", re.I)


def clause_actions(
    stretches: Iterable[tuple[int, int, str]], lexicon: Lexicon
) -> list[ActionFinding]:
    """Return the clauses that give a named person or post a task.

    Args:
        stretches: Start, end and words of every clause.
        lexicon: Verbs of tasks, and names.
    """
    return [action for start, _, text in stretches for action in _of_clause(start, text, lexicon)]


def _of_clause(start: int, text: str, lexicon: Lexicon) -> Iterator[ActionFinding]:
    """Yield the task of the first person or post that is to do something ("the Clerk write")."""
    for found in _OPENS.finditer(text):
        tokens = tokenise(text, found.end())
        reader = MentionReader(text, tokens, lexicon)
        # the office alone is tried first: what reads on may be a bracket or a second name
        for mention in (reader.read_plain(0), reader.read(0)) if tokens else ():
            verb = _verb_behind(text, mention, found.end(), lexicon)
            if mention is None or verb is None:
                continue
            begin, end = start + mention.start, start + len(text)
            task, due = (start + verb.start("task"), end), due_of(text, lexicon)
            yield ActionFinding(begin, end, mention.label, task, due, "action.clause")
            return


def _verb_behind(
    text: str, mention: Mention | None, opening: int, lexicon: Lexicon
) -> re.Match[str] | None:
    """Return the task right behind a person or post that opens a clause, or None."""
    if mention is None or mention.type not in ("role", "person") or mention.start != opening:
        return None
    return task_patterns(lexicon).in_clause.match(text, mention.end)
