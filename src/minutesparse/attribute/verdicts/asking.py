"""Questions, and what only looks like one."""

from __future__ import annotations

from minutesparse.attribute.context import Context
from minutesparse.attribute.verdicts.model import Verdict


def leave_to_speak(seen: Context) -> Verdict | None:
    """Words such as "Can I just say" open a remark."""
    if not seen.wording.begs_leave(seen.frame):
        return None
    if seen.speaker is None:
        seen.inherit(seen.state.floor)
    return "comment", None, "comment.begs_leave"


def offer(seen: Context) -> Verdict | None:
    """Asking for questions, for leave, or whether there is a supplementary, asks nothing."""
    if not _asks(seen):
        return None
    frame = seen.frame
    if seen.chaired and frame.labelled and seen.wording.offers_supplementary(frame):
        return "procedural", None, "procedural.supplementary"
    if seen.chaired and seen.wording.gives_floor(frame):
        return "procedural", None, "procedural.request"
    if seen.wording.invites_questions(frame) or seen.wording.asks_leave(frame):
        if frame.mention is not None and frame.text.startswith("There "):
            seen.speaker = None
        return "procedural", None, "procedural.invites_questions"
    return None


def question(seen: Context) -> Verdict | None:
    """A clause in question form, or with an asking verb, is a question."""
    frame = seen.frame
    if not _asks(seen):
        return _labelled(seen)
    if _bids(seen):
        bidding = seen.chaired and not seen.wording.requests_that(frame)
        return ("procedural", None, "procedural.request") if bidding else None
    if frame.voice == "passive":
        seen.speaker = None
    elif seen.speaker is None and frame.tail is not None:
        seen.speaker = frame.tail
    elif seen.speaker is None and (frame.act != "ask" or frame.voice == "none"):
        _inherit_asker(seen)
    return "question", None, "question.reporting_verb" if frame.act == "ask" else "question.form"


def request(seen: Context) -> Verdict | None:
    """Asking that the report include something is a remark, not a question."""
    if seen.frame.act != "ask":
        return None
    officer = seen.speaker is not None and seen.speaker.type == "role" and not seen.chaired
    if officer and not seen.parties.is_member(seen.speaker) and seen.state.open is None:
        return "presentation", None, "presentation.request"
    return "comment", None, "comment.request"


def _asks(seen: Context) -> bool:
    frame = seen.frame
    if frame.act == "ask" or frame.interrogative or seen.wording.asks_while_saying(frame):
        return True
    lead = seen.state.lead
    point = seen.block.kind in ("bullet", "numbered") and seen.fresh and seen.speaker is None
    return bool(frame.opens_wh and point and lead is not None and lead.kind != "answer")


def _bids(seen: Context) -> bool:
    """Tell whether "asked" here asks somebody to do something."""
    frame = seen.frame
    if frame.act != "ask" or frame.voice == "impersonal":
        return False
    welcomes = seen.chaired and "welcomed" in frame.words
    return welcomes or seen.wording.only_requests(frame)


def _labelled(seen: Context) -> Verdict | None:
    """Judge the first words under a label such as "Question:"."""
    if seen.block.speech != "question" or not seen.fresh:
        return None
    if seen.wording.runs_meeting(seen.frame):
        return None
    if seen.speaker is None and seen.state.floor is not None:
        seen.inherit(seen.state.floor)
    return "question", None, "question.label"


def _inherit_asker(seen: Context) -> None:
    """Give a bare question to who spoke just before it, or to whom the lead-in names."""
    last, lead = seen.last_here, seen.state.lead
    if last is not None and last.kind in ("question", "comment") and last.speaker:
        seen.inherit(last.speaker)
    elif seen.state.floor is not None and seen.block.speech in (None, "question"):
        seen.inherit(seen.state.floor)
    elif lead is not None and seen.block.kind in ("bullet", "numbered"):
        seen.inherit(lead.speaker)
