"""What was decided under an item, and what stands beside it: votes, interests, tasks, documents."""

from __future__ import annotations

from typing import Any

from minutesparse.assembly.anchors import Anchors
from minutesparse.assembly.parts import ItemParts
from minutesparse.assembly.persons import Persons
from minutesparse.extract.findings import (
    ActionFinding,
    ClauseFinding,
    DeclarationFinding,
    DocumentFinding,
    MotionFinding,
    ResolutionFinding,
    VoteFinding,
)


class Decided:
    """Makes the records of one item's decisions.

    Args:
        item: What was found under the item.
        anchors: The way back to the source.
        persons: The people of the page.
    """

    def __init__(self, item: ItemParts, anchors: Anchors, persons: Persons) -> None:
        self._findings = item.findings
        self._anchors = anchors
        self._persons = persons
        self._motions = {id(one): anchors.next_id("motion") for one in item.findings.motions}
        self._votes = {id(one): anchors.next_id("vote") for one in item.findings.votes}

    def records(self) -> dict[str, list[dict[str, Any]]]:
        """Return the records by the name of the item's field."""
        found = self._findings
        return {
            "motions": [self._motion(one) for one in found.motions],
            "votes": [self._vote(one) for one in found.votes],
            "resolutions": [self._resolution(one) for one in found.resolutions],
            "declarations": [self._declaration(one) for one in found.declarations],
            "actions": [self._action(one) for one in found.actions],
            "documents": [self._document(one) for one in found.documents],
        }

    def _motion(self, found: MotionFinding) -> dict[str, Any]:
        return {
            "span": self._anchors.leaf(found.start, found.end),
            "rule": found.rule,
            "id": self._motions[id(found)],
            "kind": found.kind,
            "mover": self._persons.speaker(found.mover),
            "seconder": self._persons.speaker(found.seconder),
            "text": self._anchors.words(found.start, found.end),
            "result": found.result,
        }

    def _vote(self, found: VoteFinding) -> dict[str, Any]:
        before = [one for one in self._findings.motions if one.start <= found.start]
        return {
            "span": self._anchors.leaf(found.start, found.end),
            "rule": found.rule,
            "id": self._votes[id(found)],
            "in_favour": found.in_favour,
            "against": found.against,
            "abstained": found.abstained,
            "unanimous": found.unanimous,
            "casting_vote": found.casting_vote,
            "votes": [{"voter": named.voter, "option": named.option} for named in found.votes],
            "motion": self._motions[id(before[-1])] if before else None,
            "text": self._anchors.words(found.start, found.end),
        }

    def _resolution(self, found: ResolutionFinding) -> dict[str, Any]:
        folded = self._anchors.folded
        return {
            "span": self._anchors.leaf(found.start, found.end),
            "rule": found.rule,
            "id": self._anchors.next_id("resolution"),
            "label": folded(*found.label) if found.label else None,
            "verb": found.verb,
            "mover": self._persons.speaker(found.mover),
            "seconder": self._persons.speaker(found.seconder),
            "vote": self._votes.get(id(found.vote)) if found.vote else None,
            "recommended_to": found.recommended_to,
            "stem": folded(*found.stem) if found.stem else None,
            "clauses": [self._clause(clause) for clause in found.clauses],
            "reasons": [folded(*reason) for reason in found.reasons],
            "text": self._anchors.words(found.start, found.end),
        }

    def _clause(self, found: ClauseFinding) -> dict[str, Any]:
        return {
            "span": self._anchors.span(found.start, found.end),
            "rule": found.rule,
            "number": found.number,
            "text": self._anchors.words(found.start, found.end),
            "verb": found.verb,
            "delegated_to": found.delegated_to,
            "clauses": [self._clause(inner) for inner in found.clauses],
        }

    def _declaration(self, found: DeclarationFinding) -> dict[str, Any]:
        return {
            "span": self._anchors.leaf(found.start, found.end),
            "rule": found.rule,
            "name": found.name,
            "person": self._persons.resolved(found.name),
            "interest": found.interest,
            "item": found.item,
            "withdrew": found.withdrew,
            "text": self._anchors.words(found.start, found.end),
        }

    def _action(self, found: ActionFinding) -> dict[str, Any]:
        return {
            "span": self._anchors.leaf(found.start, found.end),
            "rule": found.rule,
            "id": self._anchors.next_id("action"),
            "owner": found.owner,
            "task": self._anchors.folded(*found.task),
            "due": found.due,
            "text": self._anchors.words(found.start, found.end),
        }

    def _document(self, found: DocumentFinding) -> dict[str, Any]:
        return {
            "span": self._anchors.leaf(found.start, found.end),
            "rule": found.rule,
            "title": self._anchors.folded(found.start, found.end),
            "size": found.size,
        }
