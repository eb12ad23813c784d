"""What a clause is: one small rule for each fact about minutes, in order of trust.

A verdict gives the kind, the contribution that is replied to, and the rule's name; the kind
``skip`` makes no contribution. A rule that knows nothing of a clause returns None.
"""

from __future__ import annotations

from minutesparse.attribute.verdicts.asking import question, request
from minutesparse.attribute.verdicts.meeting import (
    chairs_meeting,
    interjection,
    lead_in,
    no_record,
    nothing_to_report,
    undertaking_alone,
)
from minutesparse.attribute.verdicts.model import Rule, Verdict
from minutesparse.attribute.verdicts.replying import (
    addressed_reply,
    bare_reply,
    embedded_alone,
    labelled_speech,
    reply,
    sub_bullet_reply,
    written_reply,
)
from minutesparse.attribute.verdicts.speaking import (
    impersonal_view,
    more_of_the_same,
    narrative,
    officer_presents,
    point_under_lead,
    presents,
    speaker_line,
    spoken_under_label,
    view,
)

RULES: tuple[Rule, ...] = (
    no_record,
    written_reply,
    nothing_to_report,
    lead_in,
    interjection,
    question,
    labelled_speech,
    chairs_meeting,
    sub_bullet_reply,
    presents,
    point_under_lead,
    undertaking_alone,
    spoken_under_label,
    addressed_reply,
    reply,
    request,
    embedded_alone,
    bare_reply,
    speaker_line,
    more_of_the_same,
    officer_presents,
    view,
    impersonal_view,
    narrative,
)
"""The rules in order of trust: the first that knows the clause decides."""

__all__ = ["RULES", "Rule", "Verdict"]
