"""Who judges a clause: the rules alone, or the rules weighed with everything else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol

from minutesparse.attribute.context import Context
from minutesparse.attribute.drafts import Draft, Kind, same_speaker
from minutesparse.attribute.verdicts import RULES
from minutesparse.attribute.weighing.facts import facts_of
from minutesparse.attribute.weighing.labels import LABELS, Label
from minutesparse.attribute.weighing.prospects import (
    Odds,
    Prospects,
    odds_of,
    outlooks,
    shipped_prospects,
)
from minutesparse.naming import Mention
from minutesparse.weights import Weights, shipped

_LISTED = ("bullet", "numbered")
_BELOW_NAME = "speaker_line"
"""The rule by which words below a name are that person's."""
_SETTLED = frozenset({"own_report", "reported"})
"""Rules by the form of the page, against which words have no weight."""


class Ruling(NamedTuple):
    """What the first rule that knows something of a clause says.

    Attributes:
        kind: The kind of contribution; ``skip`` for none, also where no rule knows anything.
        reply_to: What it replies to.
        name: The rule's name in records.
        rule: The name of the function that said so; ``none`` where no rule knows anything.
    """

    kind: Kind
    reply_to: Draft | None
    name: str
    rule: str

    @property
    def label(self) -> Label:
        """The ruling as a label."""
        return Label(self.kind, replies=self.reply_to is not None)


Verdict = Callable[[Context], Draft | None]
"""Makes a contribution of one clause, or none."""
Hearing = Callable[[Verdict], list[Draft]]
"""Goes over the clauses of one item with a verdict on each; can be held again."""


class Judge(Protocol):
    """Makes contributions of an item's clauses."""

    def __call__(self, hear: Hearing) -> list[Draft]:
        """Return the contributions of an item that can be heard."""
        ...


class RuleJudge:
    """Takes the rules at their word."""

    def __call__(self, hear: Hearing) -> list[Draft]:
        """Return the contributions that the rules make of an item."""
        return hear(ruled)


class WeighingJudge:
    """Takes what all the facts about a clause weigh most for, what follows it among them.

    An item is heard once, for how likely each clause is to be what. What is likely of the clauses
    behind one then tells of it as well; where that changes a verdict, the item is heard again.

    Args:
        weights: What each fact weighs for each label, the verdict of the rules among the facts;
            those of the package by default.
        prospects: What the clauses behind one weigh for it; those of the package by default, none
            beside weights of one's own.
    """

    def __init__(self, weights: Weights | None = None, prospects: Prospects | None = None) -> None:
        self._weights = weights or shipped(__package__)
        self._prospects = prospects or (shipped_prospects() if weights is None else None)

    def __call__(self, hear: Hearing) -> list[Draft]:
        """Return the contributions that weigh most."""
        sight = Sight(self._weights)
        drafts = hear(sight)
        if self._prospects is None:
            return drafts
        foresight = Foresight(self._weights, self._prospects, sight.seen)
        return drafts if foresight.changes is None else hear(foresight)


class Sight:
    """A verdict on each clause as it comes, which is kept.

    Args:
        weights: What each fact weighs for each label.

    Attributes:
        seen: How likely each clause is to be what, by the offset at which it starts.
    """

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self.seen: dict[int, Odds] = {}

    def __call__(self, seen: Context) -> Draft | None:
        """Return the contribution that weighs most, or None."""
        ruling = ruling_on(seen)
        sums = self._weights.sums(facts_of(seen, ruling.label, ruling.rule))
        self.seen[seen.frame.start] = odds_of(sums)
        return draft_of(seen, ruling, _judged(ruling, self._weights, sums.index(max(sums))))


class Foresight:
    """A verdict on each clause that knows what the clauses behind it are likely to be.

    Args:
        weights: What each fact weighs for each label.
        prospects: What the clauses behind one weigh for it.
        seen: How likely each clause seemed to be what, by its start, in order.

    Attributes:
        changes: Where the first clause starts on which what is behind it changes the verdict; None
            where it changes none.
    """

    def __init__(self, weights: Weights, prospects: Prospects, seen: Mapping[int, Odds]) -> None:
        self._weights = weights
        self._prospects = prospects
        self._seen = seen
        self._behind = dict(zip(seen, outlooks(list(seen.values())), strict=True))
        self.changes = next(
            (
                start
                for start, odds in seen.items()
                if prospects.best(odds, self._behind[start]) != odds.index(max(odds))
            ),
            None,
        )

    def __call__(self, seen: Context) -> Draft | None:
        """Return the contribution that weighs most, or None."""
        ruling, start = ruling_on(seen), seen.frame.start
        # Up to the first change everything is as it was, and so are the facts.
        odds = self._seen.get(start) if start <= (self.changes or 0) else None
        if odds is None:
            odds = odds_of(self._weights.sums(facts_of(seen, ruling.label, ruling.rule)))
        best = self._prospects.best(odds, self._behind.get(start))
        return draft_of(seen, ruling, _judged(ruling, self._weights, best))


def _judged(ruling: Ruling, weights: Weights, best: int) -> Label:
    """Return what a clause is: what weighs most, save where the page's form settles it."""
    return ruling.label if ruling.rule in _SETTLED else LABELS[weights.choices[best]]


def ruled(seen: Context) -> Draft | None:
    """Return the contribution that the rules make of a clause, or None."""
    ruling = ruling_on(seen)
    return draft_of(seen, ruling, ruling.label)


def ruling_on(seen: Context) -> Ruling:
    """Return what the rules say of a clause; a rule may name the speaker in passing."""
    for rule in RULES:
        found = rule(seen)
        if found is not None:
            return Ruling(*found, rule.__name__)
    return Ruling("skip", None, "", "none")


def draft_of(
    seen: Context, ruling: Ruling, label: Label, target: Draft | None = None
) -> Draft | None:
    """Return a clause as a contribution of some kind, or None.

    Args:
        seen: The clause in its place.
        ruling: What the rules say of it: what it replies to is theirs where they know it.
        label: What it is.
        target: What it replies to, where that is known otherwise.
    """
    if label.kind == "skip":
        return None
    if ruling.kind == "skip" and seen.speaker is None:
        seen.inherit(_who_goes_on(seen))
    reply_to = (target or ruling.reply_to or _opened(seen)) if label.replies else None
    name = ruling.name if label.kind == ruling.kind else f"weighed.{label.kind}"
    strays = label.kind != ruling.kind and seen.inherited
    if strays and not (_is_below_name(seen, ruling, label) or _may_go_on(seen, label, reply_to)):
        seen.inherit(_who_said_as_much(seen, label))
    return Draft(
        seen.frame.start, seen.frame.end, label.kind, seen.speaker, seen.inherited, reply_to, name,
        seen.index, seen.frame.supplementary,
    )  # fmt: skip


def _is_below_name(seen: Context, ruling: Ruling, label: Label) -> bool:
    """Tell whether a remark stands below the name of who makes it, whatever the rules take it for.

    What "it was noted" tells is nobody's, and a reply may be somebody else's.
    """
    remarks = label.kind in ("comment", "question") and seen.frame.voice != "impersonal"
    return remarks and ruling.rule == _BELOW_NAME


def _may_go_on(seen: Context, label: Label, reply_to: Draft | None) -> bool:
    """Tell whether who is inherited may speak, though the clause is no such one as the rules say.

    The rules have found the speaker for what they took the clause for. Where they are wrong in
    that, a remark is hardly ever made by who spoke before, and a reply never by who asked.
    """
    if label.kind != "answer" and _speaks_on(seen, label):
        return True
    if label.kind in ("comment", "procedural"):
        return _makes_points(seen) or (label.kind == "procedural" and seen.collective)
    if label.kind == "answer" and reply_to is not None:
        return not (seen.collective or same_speaker(seen.speaker, reply_to.speaker))
    return label.kind == "question" or not seen.collective


def _speaks_on(seen: Context, label: Label) -> bool:
    """Tell whether a clause goes on with the one before it, or says "she" or only the verb."""
    mention, last = seen.frame.mention, seen.last_here
    if seen.frame.subjectless or (mention is not None and mention.type == "pronoun"):
        return True
    if last is None or last.kind != label.kind or mention is not None:
        return False
    return same_speaker(seen.speaker, last.speaker)


def _who_said_as_much(seen: Context, label: Label) -> Mention | None:
    """Return who made the contribution of the same kind right before in the block."""
    last = seen.last_here
    return last.speaker if last is not None and last.kind == label.kind else None


def _makes_points(seen: Context) -> bool:
    """Tell whether a point stands below who makes it: "Mr Orr raised the following points:"."""
    lead = seen.state.lead
    if lead is None or lead.speaker is None or lead.speaker.type == "group" or lead.answers:
        return False
    listed = seen.block.kind in _LISTED and seen.block.depth >= lead.depth
    return listed and same_speaker(seen.speaker, lead.speaker)


def _who_goes_on(seen: Context) -> Mention | None:
    """Return whose words a clause that no rule knows goes on with, by its place alone."""
    state, last = seen.state, seen.last_here
    if last is not None and last.speaker is not None:
        return last.speaker
    if state.lead is not None and state.lead.speaker is not None and seen.block.kind in _LISTED:
        return state.lead.speaker
    return state.floor


def _opened(seen: Context) -> Draft | None:
    """Return what a reply that the rules do not know of replies to: what was opened last."""
    opened = seen.parent or seen.state.open
    if opened is not None:
        return opener_of(opened)
    asked = (draft for draft in reversed(seen.state.drafts) if draft.kind == "question")
    return next((draft for draft in asked if draft.reply_to is None), None)


def opener_of(draft: Draft) -> Draft:
    """Return the contribution that opened the exchange which another belongs to."""
    while draft.reply_to is not None:
        draft = draft.reply_to
    return draft
