"""Who says what, and in reply to what: pieces of minutes with the contributions they hold.

The cases are those of the rules, which hold every one of them. What weighs the rules against all
else holds nearly all; which ones it does not moves with every weight.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from tests.casefiles import Case, cases_in, page_cases

from minutesparse.attribute.weighing import Judge, RuleJudge, WeighingJudge
from minutesparse.evaluate.compare import same_speaker
from minutesparse.pipeline import Parser
from minutesparse.records import Contribution

_PAGE = "Agenda item\n\n{title}\n\nMinutes:\n\n{text}\n\nSupporting documents:\n"
_TITLE = "Grounds maintenance"
_NOBODY = "-"
_LEAST_HELD = 0.94


@dataclass(frozen=True, slots=True)
class Said:
    """One contribution in the words of a case file."""

    kind: str
    speaker: str
    inherited: bool
    replies_to: int | None
    follows_up: int | None
    words: str


@pytest.mark.parametrize("case", page_cases("attribution"))
def test_contributions(case: Case) -> None:
    expected = [_read(line) for line in case.expected]
    assert _shown(case, expected, RuleJudge()) == expected


def test_weighing_holds_nearly_all_that_the_rules_know() -> None:
    judge = WeighingJudge()
    cases = [case for case in cases_in("attribution") if "xfail" not in case.settings]
    expected = [[_read(line) for line in case.expected] for case in cases]
    pairs = zip(cases, expected, strict=True)
    held = [case for case, right in pairs if _shown(case, right, judge) == right]
    assert len(held) >= _LEAST_HELD * len(cases)


def _shown(case: Case, expected: Sequence[Said], judge: Judge) -> list[Said]:
    """Return what a judge makes of a case, written as the case does where it is the same."""
    found = _found(list(Parser(judge=judge).parse(page_of(case)).contributions))
    shown = [_as_expected(*pair) for pair in zip(found, expected, strict=False)]
    return [*shown, *found[len(expected) :]]


def page_of(case: Case) -> str:
    if "page" in case.settings:
        return case.text
    return _PAGE.format(title=case.settings.get("item", _TITLE), text=case.text)


def _read(line: str) -> Said:
    """Read ``kind | speaker | inherited | -> 1 | first words ... last words``."""
    kind, speaker, *between, words = (cell.strip() for cell in line.split(" | "))
    links = {cell.split()[0]: int(cell.split()[1]) for cell in between if " " in cell}
    unknown = set(between) - {"inherited"} - {f"{word} {number}" for word, number in links.items()}
    assert not unknown | (set(links) - {"->", "follows"}), f"not understood: {unknown or links}"
    return Said(kind, speaker, "inherited" in between, links.get("->"), links.get("follows"), words)


def _found(said: Sequence[Contribution]) -> list[Said]:
    places = {one.id: place for place, one in enumerate(said, 1)}
    parents = {reply.id: places[one.id] for one in said for reply in one.answers}
    return [
        Said(
            one.kind,
            one.speaker.label if one.speaker else _NOBODY,
            one.speaker is not None and one.speaker.attribution == "inherited",
            None if one.kind == "question" else parents.get(one.id),
            places[one.supplementary_to] if one.supplementary_to else None,
            " ".join(one.text.split()),
        )
        for one in said
    ]


def _as_expected(found: Said, expected: Said) -> Said:
    """Write a contribution as the case does, as far as it is the same."""
    speaker = expected.speaker if same_speaker(found.speaker, expected.speaker) else found.speaker
    words = expected.words if _quoted(found.words, expected.words) else found.words
    followed = found.follows_up if expected.follows_up is not None else None
    return Said(found.kind, speaker, found.inherited, found.replies_to, followed, words)


def _quoted(text: str, words: str) -> bool:
    """Tell whether a text begins with the words and, after three dots, ends with the rest."""
    first, _, last = words.partition(" ... ")
    return text.startswith(first) and re.sub(r"\W+$", "", text).endswith(re.sub(r"\W+$", "", last))
