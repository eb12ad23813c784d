"""What a mention of a speaker is."""

from __future__ import annotations

from typing import Literal, NamedTuple

MentionType = Literal["person", "role", "group", "pronoun"]


class Mention(NamedTuple):
    """One mention of a speaker.

    Attributes:
        start: Offset of the label's first character.
        end: Offset after the label's last character.
        label: The words that name the speaker, white space folded.
        type: Person, role, group or pronoun.
        name: The personal name within the label.
        title: The title within the label.
        role: The office, within the label or beside it.
        plural: True for several speakers.
        titled: True where a title or an office makes the reading certain; false for two or
            more capitalised words that may be something else.
        after: Index of the first token that belongs neither to the label nor to what stands
            beside it.
        others: The further mentions of a joint label.
    """

    start: int
    end: int
    label: str
    type: MentionType
    name: str | None = None
    title: str | None = None
    role: str | None = None
    plural: bool = False
    titled: bool = True
    after: int = 0
    others: tuple[Mention, ...] = ()

    def shifted(self, offset: int) -> Mention:
        """Return the mention with its offsets counted from further up."""
        others = tuple(other.shifted(offset) for other in self.others)
        return self._replace(start=self.start + offset, end=self.end + offset, others=others)
