"""A frame: what one sentence, or one of its coordinated clauses, reports."""

from __future__ import annotations

from typing import NamedTuple

from minutesparse.attribute.embedded import Embedded
from minutesparse.attribute.reports import Voice
from minutesparse.attribute.verbs import Act
from minutesparse.naming import Mention


class Frame(NamedTuple):
    """What one sentence, or one of its coordinated clauses, reports.

    Attributes:
        start: Offset of the clause's first character.
        end: Offset after its last character.
        text: The clause.
        words: Its words in lower case.
        act: Class of the reporting verb, or None where there is none.
        lemma: The verb as the lexicon lists it.
        voice: Active; passive with a recipient ("Members were advised"); impersonal
            ("It was explained"); none where nothing is reported.
        mention: The speaker named, offsets absolute.
        target: Who is asked, where the sentence names them.
        embedded: The question that the sentence mentions.
        interrogative: True for a question in question form.
        opens_wh: True where its first word can open a question.
        replying: True where an opening phrase says that this is a reply.
        supplementary: True where it calls itself supplementary.
        joined: True for a clause that continues a sentence.
        leading: Who is named in the first words where no verb follows.
        tail: Who is named in brackets at the end.
        only_names: True where the clause is nothing but that name and what stands beside it.
        labelled: True where the name is a label before a colon or a dash.
        wordless: True for numbers, single letters and marks alone.
        noted: True where notes of talk follow such a label ("PQ: Asked if").
    """

    start: int
    end: int
    text: str
    words: frozenset[str] = frozenset()
    act: Act | None = None
    lemma: str = ""
    voice: Voice = "none"
    mention: Mention | None = None
    target: Mention | None = None
    embedded: Embedded | None = None
    interrogative: bool = False
    opens_wh: bool = False
    replying: bool = False
    supplementary: bool = False
    joined: bool = False
    leading: Mention | None = None
    tail: Mention | None = None
    only_names: bool = False
    labelled: bool = False
    wordless: bool = False
    noted: bool = False

    @property
    def subjectless(self) -> bool:
        """True where the clause says what somebody did, and not who ("Asked how many had left")."""
        return self.act is not None and self.voice == "none" and self.mention is None


def unspoken(frame: Frame) -> Frame:
    """Return a clause as words that somebody named further up says, whoever it speaks of."""
    return frame._replace(
        act=None, lemma="", voice="none", mention=None, target=None, embedded=None,
        interrogative=False, opens_wh=False, replying=False, leading=None, tail=None,
        labelled=False,
    )  # fmt: skip
