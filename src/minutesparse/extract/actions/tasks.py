"""Patterns of tasks, made from the lexicon: "would circulate", "would be sent", "agreed to ask"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from minutesparse.lexicons import Lexicon, alternation

_ADVERBS = (
    r"(?:(?:also|then|therefore|now|certainly|gladly|happily|be\s+happy\s+to|be\s+able\s+to|try\s+to|"
    r"be\s+pleased\s+to|look\s+to|aim\s+to|still|always|however|personally|further)\s+){0,2}"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DUE = re.compile(
    r"\b(?:by\s+(?:the\s+end\s+of\s+\w+(?:\s+\w+)?|(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:"
    + _MONTHS
    + r")(?:\s+\d{4})?|"
    r"next\s+\w+|the\s+next\s+meeting|\w+day)|(?:for|before|at|to)\s+the\s+(?:next|following|"
    + _MONTHS
    + r")\s+meeting|"
    r"within\s+[\w-]+\s+(?:working\s+)?(?:days?|weeks?|months?)(?:['’]\s+time)?|as\s+soon\s+as\s+possible|in\s+due\s+course)\b",
    re.I,
)


@dataclass(frozen=True, eq=False)
class TaskPatterns:
    """What tasks look like.

    Attributes:
        modal: "would", "will" or "'ll" with a task behind it.
        informing: The same with a task of passing something on.
        undertaking: "agreed to", "undertook to" with any verb behind it.
        passive: "would be" with a participle of a task.
        asked: "was asked to" with a task behind it.
        subjunctive: A task in its base form, as in "that the Clerk write".
        to_be_done: "to be" with a participle of a task.
        label: The label of an action line.
    """

    modal: re.Pattern[str]
    informing: re.Pattern[str]
    undertaking: re.Pattern[str]
    passive: re.Pattern[str]
    asked: re.Pattern[str]
    subjunctive: re.Pattern[str]
    to_be_done: re.Pattern[str]
    label: re.Pattern[str]


@cache
def task_patterns(lexicon: Lexicon) -> TaskPatterns:
    """Return the patterns of a lexicon, made once."""
    tasks, ing = _tasks(lexicon), _progressive(lexicon)
    informing = alternation(lexicon.phrases("actions", "informing"))
    done = alternation(lexicon.phrases("actions", "done_tasks"))
    verbs = alternation(lexicon.phrases("actions", "undertakings"))
    labels = alternation(lexicon.phrases("actions", "labels"))
    would = r"(?P<modal>\b(?:would|will|shall|could)\b(?!\s+not)|['’]ll\b)\s+"
    return TaskPatterns(
        modal=re.compile(rf"{would}{_ADVERBS}(?P<task>(?:{tasks})\b|be\s+(?:{ing})\b)", re.I),
        informing=re.compile(
            rf"{would}{_ADVERBS}(?P<task>(?:{informing})\b|be\s+(?:{ing})\b)", re.I
        ),
        undertaking=re.compile(
            rf"\b(?P<verb>(?:(?i:{verbs}))\s+to)\s+(?:also\s+|then\s+)?"
            r"(?P<task>(?!(?:differ|disagree|second|support|note|the|a|be|this|that|defer|adjourn)\b)[a-z]+)\b"
        ),
        passive=re.compile(
            rf"\b(?:would|will)\s+(?:also\s+|then\s+|therefore\s+)?be\s+(?P<task>(?:{done})\b)",
            re.I,
        ),
        asked=re.compile(
            rf"\b(?:was|were|be)\s+(?:then\s+|also\s+)?(?:asked|requested|instructed|tasked|delegated)\s+to\s+(?P<task>(?:{tasks})\b)",
            re.I,
        ),
        subjunctive=re.compile(rf"\s+(?:to\s+)?(?P<task>(?:{tasks})\b)"),
        to_be_done=re.compile(
            rf"(?P<what>[A-Z][^.;:]{{2,90}}?)\s+(?:is\s+|are\s+)?(?:still\s+)?to\s+(?:be\s+(?:{done}|signed|installed|ordered|purchased|published|invited|replaced|repaired|erected|removed|cleared|displayed|advertised|placed|booked|paid|asked)\b|go\b|appear\b)"
        ),
        label=re.compile(
            rf"(?:{labels})(?P<number>\s+(?:no\.?\s*)?[\d/.-]+)?\s*(?:[:–-]+\s*|$)", re.I
        ),
    )


def _tasks(lexicon: Lexicon) -> str:
    """Return an alternation of verbs, those that need certain words with these behind them."""
    light = [
        rf"{verb}(?=\s+(?:{alternation(words)})\b)"
        for verb, words in lexicon.table("actions", "light_tasks").items()
    ]
    return "|".join([alternation(lexicon.phrases("actions", "tasks")), *light])


def _progressive(lexicon: Lexicon) -> str:
    verbs = [
        *(phrase for phrase in lexicon.phrases("actions", "tasks") if " " not in phrase),
        *(verb for verb in lexicon.table("actions", "light_tasks") if verb not in ("have", "give")),
        "speak",
    ]
    return alternation(_ing(verb) for verb in verbs)


def _ing(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + "ing"
    if verb in ("get", "put", "let", "refer", "submit"):
        return verb + verb[-1] + "ing"
    return verb + "ing"


def due_of(text: str) -> str | None:
    """Return by when something is to be done, as written, or None."""
    found = DUE.search(text)
    return " ".join(found[0].split()) if found else None
