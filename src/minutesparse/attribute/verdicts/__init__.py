"""What a clause is: one small rule for each fact about minutes, in order of trust.

A verdict gives the kind, the contribution that is replied to, and the rule's name; the kind
``skip`` makes no contribution. A rule that knows nothing of a clause returns None.
"""

from __future__ import annotations

from minutesparse.attribute.verdicts.asking import leave_to_speak, offer, question, request
from minutesparse.attribute.verdicts.meeting import (
    advice_on_interests,
    chairs_meeting,
    housekeeping,
    interjection,
    lead_in,
    thanks,
    to_be_done,
    undertaking_alone,
)
from minutesparse.attribute.verdicts.model import Rule, Verdict
from minutesparse.attribute.verdicts.named_above import own_report, reported, speaker_line
from minutesparse.attribute.verdicts.nothing import (
    absence,
    decided_alone,
    deliberation,
    discussion,
    dissent,
    no_record,
    no_supplementary,
    nothing_to_declare,
    nothing_to_report,
    questions_elsewhere,
    questions_taken,
    report_noted,
    rows_announced,
    stands_aside,
)
from minutesparse.attribute.verdicts.parties import own_case
from minutesparse.attribute.verdicts.replying import (
    addressed_reply,
    bare_reply,
    embedded_alone,
    granting,
    labelled_speech,
    replies_to_nothing,
    reply,
    replying_alone,
    sub_bullet_reply,
    undertaking,
    unnamed_reply,
    written_reply,
)
from minutesparse.attribute.verdicts.speaking import (
    deed,
    impersonal_view,
    more_of_the_same,
    narrative,
    officer_presents,
    point_under_lead,
    presents,
    spoken_under_label,
    view,
)

RULES: tuple[Rule, ...] = (
    no_record,
    written_reply,
    nothing_to_report,
    absence,
    report_noted,
    dissent,
    questions_elsewhere,
    questions_taken,
    nothing_to_declare,
    rows_announced,
    own_report,
    no_supplementary,
    discussion,
    deliberation,
    decided_alone,
    stands_aside,
    lead_in,
    interjection,
    leave_to_speak,
    offer,
    reported,
    question,
    labelled_speech,
    thanks,
    housekeeping,
    chairs_meeting,
    advice_on_interests,
    sub_bullet_reply,
    presents,
    point_under_lead,
    undertaking_alone,
    to_be_done,
    spoken_under_label,
    addressed_reply,
    undertaking,
    unnamed_reply,
    own_case,
    granting,
    reply,
    request,
    embedded_alone,
    replying_alone,
    replies_to_nothing,
    bare_reply,
    speaker_line,
    more_of_the_same,
    deed,
    officer_presents,
    view,
    impersonal_view,
    narrative,
)
"""The rules in order of trust: the first that knows the clause decides."""

__all__ = ["RULES", "Rule", "Verdict"]
