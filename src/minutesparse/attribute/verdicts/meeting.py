"""The running of the meeting: results, comings and goings, lead-ins, thanks, order."""

from __future__ import annotations

from minutesparse.attribute.context import Context
from minutesparse.attribute.drafts import same_speaker
from minutesparse.attribute.leads import answers_list, opens_discussion
from minutesparse.attribute.verdicts.model import SKIP, Verdict


def no_record(seen: Context) -> Verdict | None:
    """Results of votes, comings and goings, next meetings: no contribution."""
    if (
        seen.parent is None
        and seen.block.speech is None
        and seen.wording.makes_no_record(seen.frame)
    ):
        return SKIP
    return None


def nothing_to_report(seen: Context) -> Verdict | None:
    """Words such as "There were none" run the meeting, unless they answer a question."""
    if (
        seen.parent is None
        and seen.block.speech != "answer"
        and seen.wording.says_nothing(seen.frame)
    ):
        return "procedural", None, "procedural.nothing"
    if seen.wording.tells_absence(seen.frame):
        seen.speaker = None
        return "procedural", None, "procedural.absent"
    if seen.speaker is None and seen.wording.notes_report(seen.frame):
        return "procedural", None, "procedural.noted"
    if seen.wording.records_dissent(seen.frame):
        return "procedural", None, "procedural.dissent"
    if seen.wording.announces_questions(seen.frame) and seen.parent is None:
        return "procedural", None, "procedural.questions_follow"
    if seen.wording.has_nothing_to_declare(seen.frame) and seen.state.open is None:
        return "procedural", None, "procedural.nothing_to_declare"
    if seen.speaker is None and seen.wording.announces_rows(seen.frame) and not seen.announces:
        return "procedural", None, "procedural.rows"
    if seen.wording.declines_supplementary(seen.frame):
        return "procedural", None, "procedural.no_supplementary"
    bids = seen.wording.tells_of_discussion(seen.frame) or seen.wording.bids_somebody(seen.frame)
    if bids and not seen.announces and seen.parent is None:
        seen.speaker = None
        return "procedural", None, "procedural.discussion"
    return None


def lead_in(seen: Context) -> Verdict | None:
    """What announces a list: the presenter's is presentation, any other is procedural."""
    if not seen.announces or seen.parent is not None:
        return None
    frame = seen.frame
    if frame.act == "present" and seen.speaker is not None and not seen.collective:
        return None
    if seen.speaker is None and frame.voice == "none" and seen.last_here is not None:
        return None
    if answers_list(frame):
        return None if _replies_alone(seen) else ("procedural", None, "procedural.lead_in")
    if frame.act in ("comment", "ask") and seen.speaker is not None:
        if not seen.public and not seen.parties.is_member(seen.speaker) and frame.act == "comment":
            return "presentation", None, "presentation.lead_in"
        return "procedural", None, "procedural.lead_in"
    if opens_discussion(frame) or seen.collective:
        if seen.speaker is not None and not seen.collective and not seen.chaired:
            return None
        return "procedural", None, "procedural.lead_in"
    return None


def _replies_alone(seen: Context) -> bool:
    """Tell whether a list replies to one question, asked right before it."""
    opened = seen.state.open
    if opened is None or opened.kind != "question" or opened is not seen.state.last:
        return False
    if seen.speaker is None or seen.frame.embedded is not None or opened.inherited:
        return False
    before = [draft for draft in seen.state.drafts if draft is not opened]
    return not before or before[-1].kind != "question"


def interjection(seen: Context) -> Verdict | None:
    """A word or two under a speaker's label ("I do.", "Supplementary.") say nothing yet."""
    labelled = seen.frame.labelled or (seen.state.floor is not None and seen.speaker is None)
    if not labelled or not seen.wording.is_interjection(seen.frame):
        return None
    opened, speaker = seen.state.open, seen.speaker or seen.state.floor
    waits = opened is not None and opened is seen.state.last and opened.kind == "question"
    if (
        waits
        and not same_speaker(opened.speaker if opened else None, speaker)
        and seen.wording.affirms(seen.frame)
    ):
        return None
    if seen.speaker is not None:
        seen.state.floor = seen.speaker
    return SKIP


def chairs_meeting(seen: Context) -> Verdict | None:
    """The chair's thanks, welcomes and announcements of order."""
    frame = seen.frame
    if seen.parent is not None or frame.act == "ask":
        return None
    if (
        seen.wording.gives_thanks(frame)
        and seen.speaker is None
        and seen.last_here is None
        and seen.state.floor is None
    ):
        return "procedural", None, "procedural.thanks"
    if seen.wording.only_names_in_thanks(frame):
        return "procedural", None, "procedural.thanks"
    if seen.wording.gives_thanks(frame) and (
        seen.chaired or (seen.collective and seen.wording.only_thanks(frame))
    ):
        return "procedural", None, "procedural.thanks"
    if seen.wording.keeps_house(frame) and seen.state.open is None and seen.speaker is not None:
        return "procedural", None, "procedural.housekeeping"
    if not seen.wording.runs_meeting(frame) and not (seen.chaired and frame.lemma == "welcome"):
        return None
    if seen.chaired or seen.collective or frame.act == "procedural":
        return "procedural", None, "procedural.business"
    if seen.speaker is None and seen.state.floor is not None and not seen.state.announced:
        seen.inherit(seen.state.floor)
        return "procedural", None, "procedural.business"
    if seen.speaker is None and (seen.last_here is None or seen.last_here.kind == "procedural"):
        return "procedural", None, "procedural.business"
    return None


def undertaking_alone(seen: Context) -> Verdict | None:
    """What somebody agrees to do, who stands in the action column, is an action and no speech."""
    if seen.frame.act == "undertake" and seen.state.open is None and seen.block.margin:
        return SKIP
    return None
