"""A reporting verb with its subject."""

from __future__ import annotations

from typing import Literal, NamedTuple

from minutesparse.attribute.verbs import ReportingVerb
from minutesparse.naming import Mention

Voice = Literal["active", "passive", "impersonal", "none"]


class Report(NamedTuple):
    """A reporting verb with its subject, in tokens of the sentence.

    Attributes:
        verb: The verb.
        first: Index of the subject's first token.
        mention: The subject, where it names somebody.
        voice: Active, passive with a recipient, or impersonal.
        impersonal: True where nobody is the subject ("It was", "A question was").
        passive: Who was asked, where the verb is passive and "by" names who asked.
    """

    verb: ReportingVerb
    first: int
    mention: Mention | None
    voice: Voice
    impersonal: bool = False
    passive: Mention | None = None
