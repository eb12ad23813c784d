"""What a verdict may look at: one clause, where it stands, and what came before it."""

from __future__ import annotations

from dataclasses import dataclass

from minutesparse.attribute.drafts import Draft, State
from minutesparse.attribute.frame import Frame
from minutesparse.attribute.parties import Parties
from minutesparse.attribute.wording import Wordings
from minutesparse.naming import Mention
from minutesparse.text import Block


@dataclass(slots=True)
class Context:
    """One clause in its place.

    Attributes:
        index: Index of its block.
        block: The block.
        frame: What the clause reports, read on its own.
        state: What the fold remembers.
        parties: What is known of the speakers' parts.
        wording: Tests of turns of phrase.
        fresh: True while nothing in the block has become a contribution.
        parent: The contribution of the bullet that this one hangs under.
        announces: True where a list of points follows that the clause announces.
        speaker: Who speaks; verdicts set it where they inherit one.
        inherited: True where the speaker is carried over.
        debated: True after a motion of the same item.
        public: True in an item at which the public speaks.
        reporting: True in an item of reports and announcements.
        declaring: True in an item at which interests are declared.
        poses: True where some sentence of the block is in question form.
        before: The clause before it in its block.
        behind: The clause behind it, in its block or one further down.
        behind_here: True where that stands in its block.
    """

    index: int
    block: Block
    frame: Frame
    state: State
    parties: Parties
    wording: Wordings
    fresh: bool
    parent: Draft | None
    announces: bool
    speaker: Mention | None
    inherited: bool
    debated: bool = False
    public: bool = False
    reporting: bool = False
    declaring: bool = False
    poses: bool = False
    before: Frame | None = None
    behind: Frame | None = None
    behind_here: bool = False

    def inherit(self, speaker: Mention | None) -> None:
        """Take over a speaker from further up."""
        self.speaker = speaker
        self.inherited = speaker is not None

    @property
    def last_here(self) -> Draft | None:
        """The contribution before this clause in the same block, or None."""
        last = self.state.last
        return last if last is not None and not self.fresh and last.block == self.index else None

    @property
    def waiting_question(self) -> Draft | None:
        """The question made last, which nothing has replied to yet, or None."""
        last = self.state.last
        waits = last is not None and last.kind == "question" and last is self.state.open
        return last if waits else None

    @property
    def chaired(self) -> bool:
        """True where the chair speaks."""
        return self.parties.is_chair(self.speaker)

    @property
    def collective(self) -> bool:
        """True where a group speaks."""
        return self.speaker is not None and self.speaker.type == "group"
