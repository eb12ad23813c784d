"""Patterns of tasks, made from the lexicon: "would circulate", "would be sent", "agreed to ask"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from minutesparse.lexicons import Lexicon, alternation
from minutesparse.lexicons.patterns import source

_DOUBLED = frozenset({"get", "put", "let", "refer", "submit"})
_NEVER_PROGRESSIVE = frozenset({"have", "give"})


@dataclass(frozen=True, eq=False)
class TaskPatterns:
    """What tasks look like; ``task`` in each is the verb.

    Attributes:
        modal: "would", "will" or "'ll" with a task behind it.
        informing: The same with a task of passing something on.
        undertaking: "agreed to", "undertook to" with any verb behind it.
        passive: "would be" with a participle of a task.
        asked: "was asked to" with a task behind it; ``was`` may be missing.
        tasked: "was tasked with" with a task in "-ing" behind it.
        requested: "asked the Clerk to" with a deed behind it; ``owner`` is who is asked.
        agreed_for: "agreed for the Clerk to" with a task behind it; ``owner`` is who.
        to_come: "will be" with a participle of passing something on.
        deed: "would" with any verb of doing behind it.
        is_to: "is to" with a task behind it.
        subjunctive: A task in its base form, as in "that the Clerk write".
        in_clause: The same as clauses put it: "should write", "writes".
        done_by: A participle of a task with who is to do it; ``who`` is named behind it.
        to_be_done: "to be" with a participle of a task.
        opens: A task that opens a point of a list ("Write to the County").
        label: The label of an action line.
        due: By when something is to be done.
    """

    modal: re.Pattern[str]
    informing: re.Pattern[str]
    undertaking: re.Pattern[str]
    passive: re.Pattern[str]
    asked: re.Pattern[str]
    tasked: re.Pattern[str]
    requested: re.Pattern[str]
    agreed_for: re.Pattern[str]
    to_come: re.Pattern[str]
    deed: re.Pattern[str]
    is_to: re.Pattern[str]
    subjunctive: re.Pattern[str]
    in_clause: re.Pattern[str]
    done_by: re.Pattern[str]
    to_be_done: re.Pattern[str]
    opens: re.Pattern[str]
    label: re.Pattern[str]
    due: re.Pattern[str]


@cache
def task_patterns(lexicon: Lexicon) -> TaskPatterns:
    """Return the patterns of a lexicon, made once."""
    tasks, ing = _tasks(lexicon), _progressive(lexicon)
    adverbs = rf"(?:(?:{source(lexicon, 'actions', 'before_tasks')})\s+){{0,2}}"
    would = rf"(?P<modal>\b(?:would|will|shall|could)\b(?!\s+not)|['’](?:ll|d)\b)\s+{adverbs}"
    informing = source(lexicon, "actions", "informing")
    deeds = source(lexicon, "actions", "asking_for_deeds")
    return TaskPatterns(
        modal=re.compile(rf"{would}(?P<task>(?:{tasks})\b|be\s+(?:{ing})\b)", re.I),
        informing=re.compile(rf"{would}(?P<task>(?:{informing})\b|be\s+(?:{ing})\b)", re.I),
        undertaking=_undertaking(lexicon),
        passive=_passive(lexicon),
        asked=re.compile(
            r"(?P<was>\b(?:was|were|is|are|to\s+be)\s+(?:(?:then|also)\s+)?)?"
            rf"\b(?:{deeds})\s+to\s+(?P<task>(?:{tasks})\b)",
            re.I,
        ),
        tasked=re.compile(
            rf"(?P<was>\b(?:was|were|is|are)\s+)\btasked\s+with\s+(?P<task>(?:{ing})\b)", re.I
        ),
        requested=_requested(lexicon, tasks),
        agreed_for=re.compile(
            r"\bagreed\s+for\s+(?P<owner>(?:the\s+)?[A-Z][^,;:]{2,60}?)"
            rf"\s+to\s+(?P<task>(?:{tasks})\b)"
        ),
        to_come=re.compile(
            r"\bwill\s+(?:(?:also|then|now)\s+)?be\s+"
            rf"(?P<task>(?:{source(lexicon, 'actions', 'things_passed_on')})\b)",
            re.I,
        ),
        deed=re.compile(
            rf"(?:{would}|\b(?:was|were)\s+(?:happy|willing|pleased)\s+to\s+)"
            r"(?P<task>(?!(?:be|not|have|like|need|wish|prefer)\b)[a-z]+)\b",
            re.I,
        ),
        is_to=re.compile(
            rf"\b(?:is|are)\s+(?:(?:still|also|now)\s+)?(?:going\s+)?to\s+(?P<task>(?:{tasks})\b)",
            re.I,
        ),
        subjunctive=re.compile(rf"\s+(?:to\s+)?(?P<task>(?:{tasks})\b)"),
        in_clause=re.compile(
            rf"\s+(?:(?:to|should|shall|must)\s+)?(?:also\s+)?(?P<task>(?:{tasks})(?:\b|s\b(?!\s+that\b)))"
        ),
        done_by=_done_by(lexicon),
        to_be_done=_to_be_done(lexicon),
        opens=re.compile(rf"(?i:to\s+)?(?P<task>(?i:{tasks})\b)"),
        label=re.compile(
            rf"(?:{source(lexicon, 'actions', 'labels')})(?P<number>\s+(?:no\.?\s*)?[\d/.-]+)?"
            r"\s*(?:[:–-]+\s*|$)",
            re.I,
        ),
        due=_due(lexicon),
    )


def due_of(text: str, lexicon: Lexicon) -> str | None:
    """Return by when something is to be done, as written ("by Friday"), or None."""
    found = task_patterns(lexicon).due.search(text)
    return " ".join(found[0].split()) if found else None


def _requested(lexicon: Lexicon, tasks: str) -> re.Pattern[str]:
    """Return a pattern for a request; what may be asked and answered in the meeting is none."""
    asking, said = (
        source(lexicon, "actions", "asking_for_deeds"),
        source(lexicon, "actions", "asked_to_say"),
    )
    return re.compile(
        rf"\b(?<!was\s)(?<!were\s)(?i:{asking})\s+(?:that\s+)?(?P<owner>(?:the\s+)?[A-Z][^.,;:]{{2,60}}?|(?i:(?<=directed\s)|(?<=instructed\s)|(?<=tasked\s))(?:the\s+)?(?:officers|staff|clerk))"
        rf"\s+(?:(?:to|should)\s+)?(?:(?:{source(lexicon, 'actions', 'before_tasks')})\s+){{0,2}}"
        rf"(?P<task>(?!(?:{said})\b)(?:{tasks})\b)"
    )


def _undertaking(lexicon: Lexicon) -> re.Pattern[str]:
    verbs, no_tasks = (
        source(lexicon, "actions", "undertakings", "undertakings_in_phrases"),
        source(lexicon, "actions", "never_undertaken"),
    )
    return re.compile(
        rf"\b(?P<verb>(?:(?i:{verbs}))\s+to)\s+(?:(?:also|then)\s+)?"
        rf"(?P<task>(?!(?:{no_tasks})\b)[a-z]+)\b"
    )


def _passive(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(
        r"\b(?:would|will)\s+(?:(?:also|then|therefore)\s+)?be\s+"
        rf"(?P<task>(?:{source(lexicon, 'actions', 'done_tasks')})\b)",
        re.I,
    )


def _done_by(lexicon: Lexicon) -> re.Pattern[str]:
    done = source(lexicon, "actions", "done_tasks", "done_works")
    return re.compile(
        r"\b(?:would|will)\s+(?:(?:also|then|therefore)\s+)?be\s+"
        rf"(?P<task>(?:{done})\b)[^.;:]{{0,90}}?\s(?i:by)\s+(?P<who>(?:the\s+)?[A-Z][^,;:.]{{1,50}}?)"
        r"(?=\s+(?:before|within|in|at|on|to|for)\b|[.,;]|$)"
    )


def _to_be_done(lexicon: Lexicon) -> re.Pattern[str]:
    done = source(lexicon, "actions", "done_tasks", "done_works")
    return re.compile(
        r"(?P<what>[A-Z][^.;:]{2,90}?)\s+(?:(?:is|are)\s+)?(?:still\s+)?to\s+"
        rf"(?:be\s+(?P<done>{done})\b|go\b|appear\b)"
    )


def _due(lexicon: Lexicon) -> re.Pattern[str]:
    month = rf"(?:{source(lexicon, 'actions', 'months')})"
    return re.compile(
        r"\b(?:by\s+(?:the\s+end\s+of\s+\w+(?:\s+\w+)?|"
        rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{month}(?:\s+\d{{4}})?|"
        r"next\s+\w+|the\s+next\s+meeting|\w+day)|"
        rf"(?:for|before|at|to)\s+the\s+(?:next|following|{month})\s+meeting|"
        r"within\s+[\w-]+\s+(?:working\s+)?(?:days?|weeks?|months?)(?:['’]\s+time)?|"
        r"as\s+soon\s+as\s+possible|in\s+due\s+course)\b",
        re.I,
    )


def _tasks(lexicon: Lexicon) -> str:
    """Return an alternation of verbs, those that need certain words with these behind them."""
    light = [
        rf"{verb}(?=\s+(?:{alternation(words)})\b)"
        for verb, words in lexicon.table("actions", "light_tasks").items()
    ]
    return "|".join([source(lexicon, "actions", "tasks"), *light])


def _progressive(lexicon: Lexicon) -> str:
    """Return an alternation of the tasks' forms in "-ing" ("would be speaking to")."""
    light = set(lexicon.table("actions", "light_tasks")) - _NEVER_PROGRESSIVE
    whole = {verb for verb in lexicon.phrases("actions", "tasks") if " " not in verb}
    return alternation(_ing(verb) for verb in whole | light | {"speak"})


def _ing(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + "ing"
    return verb + (verb[-1] if verb in _DOUBLED else "") + "ing"
