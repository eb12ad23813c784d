"""What a clause is: one small rule for each fact about minutes, in order of trust.

A verdict gives the kind, the contribution that is replied to, and the rule's name; the kind
``skip`` makes no contribution. A rule that knows nothing of a clause returns None.
"""

from __future__ import annotations

from collections.abc import Callable

from minutesparse.attribute import wording
from minutesparse.attribute.context import Context
from minutesparse.attribute.drafts import Draft, Kind, same_speaker
from minutesparse.attribute.leads import answers_list, opens_discussion

Verdict = tuple[Kind, Draft | None, str]
Rule = Callable[[Context], Verdict | None]
SKIP: Verdict = ("skip", None, "")
_ANNOUNCING = frozenset({"report", "announce", "inform", "update", "advise"})
_SHORT_SPEECH = 75
_PRESENTING = frozenset({"report", "announce", "inform", "update", "advise"})


def no_record(seen: Context) -> Verdict | None:
    """Results of votes, comings and goings, next meetings: no contribution."""
    if seen.parent is None and seen.block.speech is None and wording.makes_no_record(seen.frame):
        return SKIP
    return None


def nothing_to_report(seen: Context) -> Verdict | None:
    """Words such as "There were none" run the meeting, unless they answer a question."""
    if seen.parent is None and seen.block.speech != "answer" and wording.says_nothing(seen.frame):
        return "procedural", None, "procedural.nothing"
    if wording.tells_absence(seen.frame):
        seen.speaker = None
        return "procedural", None, "procedural.absent"
    if seen.speaker is None and wording.notes_report(seen.frame):
        return "procedural", None, "procedural.noted"
    if wording.records_dissent(seen.frame):
        return "procedural", None, "procedural.dissent"
    if seen.speaker is None and wording.announces_rows(seen.frame) and not seen.announces:
        return "procedural", None, "procedural.rows"
    if wording.declines_supplementary(seen.frame):
        return "procedural", None, "procedural.no_supplementary"
    bids = wording.tells_of_discussion(seen.frame) or wording.bids_somebody(seen.frame)
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
        return "procedural", None, "procedural.lead_in"
    if frame.act in ("comment", "ask") and seen.speaker is not None:
        if not seen.public and not seen.parties.is_member(seen.speaker) and frame.act == "comment":
            return "presentation", None, "presentation.lead_in"
        return "procedural", None, "procedural.lead_in"
    if opens_discussion(frame) or seen.collective:
        if seen.speaker is not None and not seen.collective and not seen.chaired:
            return None
        return "procedural", None, "procedural.lead_in"
    return None


def question(seen: Context) -> Verdict | None:
    """A clause in question form, or with an asking verb, is a question."""
    frame = seen.frame
    asks = frame.act == "ask" or frame.interrogative or wording.asks_while_saying(frame)
    if not asks and frame.opens_wh and seen.speaker is None and seen.fresh:
        asks = seen.state.lead is not None and seen.block.kind in ("bullet", "numbered")
    if not asks:
        if seen.block.speech == "question" and seen.fresh and not wording.runs_meeting(frame):
            if seen.speaker is None and seen.state.floor is not None:
                seen.inherit(seen.state.floor)
            return "question", None, "question.label"
        return None
    if wording.invites_questions(frame):
        return "procedural", None, "procedural.invites_questions"
    if frame.act == "ask" and frame.voice != "impersonal" and wording.only_requests(frame):
        return ("procedural", None, "procedural.request") if seen.chaired else None
    if frame.voice == "passive":
        seen.speaker = None
    elif frame.act != "ask" and seen.speaker is None:
        _inherit_asker(seen)
    return "question", None, "question.reporting_verb" if frame.act == "ask" else "question.form"


def labelled_speech(seen: Context) -> Verdict | None:
    """A label says what the speech is ("Response:")."""
    speech = seen.block.speech
    if speech == "answer":
        if seen.speaker is None:
            seen.inherit(seen.last_here.speaker if seen.last_here else seen.state.floor)
        target = seen.last_here.reply_to if seen.last_here else _numbered_question(seen)
        return "answer", target or seen.state.open, "answer.label"
    if speech == "comment":
        if seen.speaker is None and seen.last_here is not None:
            seen.inherit(seen.last_here.speaker)
        return "comment", None, "comment.label"
    if speech == "question" and seen.last_here is not None and seen.speaker is None:
        seen.inherit(seen.last_here.speaker)
        return "question", None, "question.label"
    return None


def chairs_meeting(seen: Context) -> Verdict | None:
    """The chair's thanks, welcomes and announcements of order."""
    frame = seen.frame
    if seen.parent is not None or frame.act == "ask":
        return None
    if (
        wording.gives_thanks(frame)
        and seen.speaker is None
        and seen.last_here is None
        and seen.state.floor is None
    ):
        return "procedural", None, "procedural.thanks"
    if wording.gives_thanks(frame) and (
        seen.chaired or (seen.collective and wording.only_thanks(frame))
    ):
        return "procedural", None, "procedural.thanks"
    if not wording.runs_meeting(frame) and not (seen.chaired and frame.lemma == "welcome"):
        return None
    if seen.chaired or seen.collective or frame.act == "procedural":
        return "procedural", None, "procedural.business"
    if seen.speaker is None and seen.state.floor is not None and not seen.state.announced:
        seen.inherit(seen.state.floor)
        return "procedural", None, "procedural.business"
    if seen.speaker is None and (seen.last_here is None or seen.last_here.kind == "procedural"):
        return "procedural", None, "procedural.business"
    return None


def sub_bullet_reply(seen: Context) -> Verdict | None:
    """A bullet under a question or a comment replies to it."""
    parent = seen.parent
    if parent is None or parent.kind not in ("question", "comment"):
        return None
    if not seen.inherited and same_speaker(seen.speaker, parent.speaker):
        return None
    if seen.speaker is None and seen.last_here is not None:
        seen.inherit(seen.last_here.speaker)
    opened = seen.state.open
    later = opened is not None and opened.kind == "question" and opened.start > parent.start
    return "answer", opened if later else parent, "answer.sub_bullet"


def presents(seen: Context) -> Verdict | None:
    """A presenting verb brings a report before the meeting."""
    frame = seen.frame
    if frame.act != "present" or frame.voice != "active" or seen.speaker is None:
        return None
    if seen.collective and frame.lemma != "bring":
        return None
    return "presentation", None, "presentation.verb"


def point_under_lead(seen: Context) -> Verdict | None:
    """A point under a lead-in is what the lead-in says, unless it names its own speaker."""
    lead = seen.state.lead
    if lead is None or not seen.fresh or (seen.speaker is not None and not seen.inherited):
        return None
    if seen.block.kind not in ("bullet", "numbered") or seen.block.speech:
        return None
    if seen.frame.voice == "impersonal" and seen.frame.act == "comment":
        return "comment", None, "comment.impersonal"
    if seen.speaker is None:
        seen.inherit(lead.speaker)
    if lead.kind in ("question", "comment") and seen.frame.tail is not None:
        seen.speaker, seen.inherited = seen.frame.tail, False
    return lead.kind, None, f"{lead.kind}.under_lead_in"


def speaker_line(seen: Context) -> Verdict | None:
    """A name alone on a line speaks what follows it."""
    floor, opened = seen.state.floor, seen.state.open
    if floor is None or seen.speaker is not None:
        return None
    if seen.fresh and wording.lacks_verb(seen.frame) and wording.is_row(seen.frame):
        return SKIP if seen.block.marker is None else None
    seen.inherit(floor)
    if seen.state.asking and seen.block.kind == "numbered":
        return "question", None, "question.speaker_line"
    if seen.state.asking and seen.state.addressed is not None:
        seen.inherit(seen.state.addressed)
        seen.state.floor, seen.state.asking = seen.state.addressed, False
        floor = seen.state.addressed
    if wording.gives_thanks(seen.frame) and len(seen.frame.text) < _SHORT_SPEECH:
        return "procedural", None, "procedural.thanks"
    if opened is not None and not same_speaker(floor, opened.speaker):
        return "answer", _numbered_question(seen) or opened, "answer.speaker_line"
    reports = seen.frame.act in ("present", "state") and seen.frame.voice == "none"
    if reports and not seen.frame.labelled:
        return "presentation", None, "presentation.speaker_line"
    member = seen.parties.is_member(floor)
    return (
        ("comment", None, "comment.speaker_line")
        if member
        else ("presentation", None, "presentation.speaker_line")
    )


def undertaking_alone(seen: Context) -> Verdict | None:
    """What somebody agrees to do, who stands in the action column, is an action and no speech."""
    if seen.frame.act == "undertake" and seen.state.open is None and seen.block.margin:
        return SKIP
    return None


def spoken_under_label(seen: Context) -> Verdict | None:
    """A speech after "Cllr X:" is a question, a reply to the question before it, or a remark."""
    if not seen.frame.labelled or seen.speaker is None or seen.parent is not None:
        return None
    seen.state.floor = seen.speaker
    opened = seen.state.open
    if seen.chaired and len(seen.frame.text) < _SHORT_SPEECH:
        return "procedural", None, "procedural.label"
    if opened is not None and opened.kind == "question" and _may_reply(seen):
        return "answer", opened, "answer.speaker_label"
    if seen.block.kind == "bullet" and not seen.parties.has_spoken(seen.speaker):
        return None
    return "comment", None, "comment.speaker_label"


def _may_reply(seen: Context) -> bool:
    """Tell whether who speaks under a label may reply: the one asked, or an officer."""
    opened, addressed = seen.state.open, seen.state.addressed
    if opened is None or same_speaker(seen.speaker, opened.speaker):
        return False
    if addressed is None or same_speaker(seen.speaker, addressed):
        return True
    return seen.chaired or not seen.parties.is_member(seen.speaker)


def reply(seen: Context) -> Verdict | None:
    """Who may answer, speaking while a question or comment is open, replies to it."""
    opened, frame = seen.state.open, seen.frame
    if opened is None or frame.act in ("procedural", "propose"):
        return None
    if seen.speaker is None:
        return _unnamed_reply(seen)
    if same_speaker(seen.speaker, opened.speaker):
        return None
    if frame.act is None and seen.last_here is not None and seen.last_here.kind == "answer":
        return None
    view_only = frame.act == "comment" and seen.speaker.type == "person" and not frame.replying
    if (
        view_only
        and not seen.parties.has_answered(seen.speaker)
        and not seen.parties.is_executive(seen.speaker)
    ):
        return None
    if seen.parties.may_answer(seen.speaker) or frame.act == "answer" or frame.replying:
        return "answer", opened, "answer.follows_question"
    unanswered = not any(draft.reply_to is opened for draft in seen.state.drafts)
    someone = not seen.collective and (not seen.chaired or seen.last_here is not None)
    if frame.act == "state" and unanswered and opened.kind == "question" and someone:
        return "answer", opened, "answer.follows_question"
    return None


def request(seen: Context) -> Verdict | None:
    """Asking that the report include something is a remark, not a question."""
    return ("comment", None, "comment.request") if seen.frame.act == "ask" else None


def more_of_the_same(seen: Context) -> Verdict | None:
    """A clause that names nobody, or only "he", goes on with what stands before it."""
    last = seen.last_here
    presenting = last is not None and last.kind == "presentation" and seen.inherited
    if last is not None and presenting and seen.frame.act not in ("ask", "procedural"):
        return (
            ("presentation", None, last.rule) if same_speaker(last.speaker, seen.speaker) else None
        )
    if seen.speaker is not None or last is None:
        return None
    if seen.frame.voice == "impersonal" and seen.frame.act == "comment" and last.kind == "answer":
        return "comment", None, "comment.impersonal"
    if last.kind == "question" and seen.state.floor is None and seen.block.speech is None:
        return "answer", last, "answer.after_question"
    seen.speaker, seen.inherited = last.speaker, last.speaker is not None
    return last.kind, last.reply_to, last.rule


def officer_presents(seen: Context) -> Verdict | None:
    """Whoever reports unasked presents: officers, portfolio holders, the presenter again."""
    speaker, frame = seen.speaker, seen.frame
    if (
        seen.chaired
        and seen.state.open is None
        and (frame.lemma in _ANNOUNCING or frame.act is None)
    ):
        return "presentation", None, "presentation.chair"
    if speaker is None or seen.chaired or (seen.collective and seen.parties.is_member(speaker)):
        return None
    member = seen.parties.is_member(speaker)
    if seen.reporting and frame.act in ("state", "present"):
        return "presentation", None, "presentation.report_item"
    if (
        frame.lemma == "add"
        and seen.state.presenter is not None
        and not same_speaker(speaker, seen.state.presenter)
    ):
        return None
    if member:
        reports = frame.lemma in _PRESENTING and seen.state.open is None
        holder = seen.parties.is_executive(speaker) or same_speaker(speaker, seen.state.presenter)
        if not reports and not (holder and frame.act in ("state", "present")):
            return None
    elif (seen.public and speaker.type == "person") or seen.parties.only_asks(speaker):
        return None
    if (seen.debated or frame.act == "comment") and frame.act != "present":
        return None
    return "presentation", None, "presentation.officer"


def view(seen: Context) -> Verdict | None:
    """Whoever else is named gives a view."""
    return ("comment", None, "comment.member") if seen.speaker is not None else None


def impersonal_view(seen: Context) -> Verdict | None:
    """Concern that "was expressed" is a view of nobody in particular."""
    if seen.frame.voice == "impersonal" and seen.frame.act == "comment":
        return "comment", None, "comment.impersonal"
    return None


def narrative(seen: Context) -> Verdict | None:
    """Narrative that names nobody carries on what went before, or presents."""
    state = seen.state
    if wording.in_passing(seen.frame):
        return "procedural", None, "procedural.in_passing"
    if wording.lacks_verb(seen.frame) and seen.block.topic is None and wording.is_row(seen.frame):
        return SKIP
    answered = state.last is not None and state.last.kind == "answer"
    if state.open is not None and answered and (state.presenter is None or state.announced):
        seen.inherit(state.last.speaker if state.last else None)
        return "answer", state.open, "answer.goes_on"
    if state.lead is not None:
        return state.lead.kind, None, f"{state.lead.kind}.under_lead_in"
    if seen.block.topic is None and seen.block.marker is None:
        seen.inherit(state.presenter)
    return "presentation", None, "presentation.narrative"


RULES: tuple[Rule, ...] = (
    no_record,
    nothing_to_report,
    lead_in,
    question,
    labelled_speech,
    chairs_meeting,
    sub_bullet_reply,
    presents,
    point_under_lead,
    undertaking_alone,
    spoken_under_label,
    reply,
    request,
    speaker_line,
    more_of_the_same,
    officer_presents,
    view,
    impersonal_view,
    narrative,
)
"""The rules in order of trust: the first that knows the clause decides."""


def _inherit_asker(seen: Context) -> None:
    """Give a bare question to who spoke just before it, or to whom the lead-in names."""
    last, lead = seen.last_here, seen.state.lead
    if last is not None and last.kind in ("question", "comment") and last.speaker:
        seen.inherit(last.speaker)
    elif seen.state.floor is not None and seen.block.speech is None:
        seen.inherit(seen.state.floor)
    elif lead is not None and seen.block.kind == "bullet":
        seen.inherit(lead.speaker)


def _numbered_question(seen: Context) -> Draft | None:
    """Return the question whose number a reply's label names, or which comes next unanswered."""
    number = seen.block.speech_number
    if number is not None and number in seen.state.numbered:
        return seen.state.numbered[number]
    answered = {id(draft.reply_to) for draft in seen.state.drafts if draft.kind == "answer"}
    waiting = [draft for draft in seen.state.numbered.values() if id(draft) not in answered]
    return waiting[0] if waiting else None


def _unnamed_reply(seen: Context) -> Verdict | None:
    """An impersonal report after a question ("It was confirmed that ...") answers it."""
    frame, opened, last = seen.frame, seen.state.open, seen.state.last
    informed = frame.voice == "passive" and frame.act in ("state", "answer")
    stated = frame.voice == "impersonal" and frame.act in ("state", "answer")
    if opened is None or not (informed or stated):
        return None
    if frame.lemma == "hear" and seen.last_here is None:
        return None
    if not informed and opened.kind != "question" and seen.last_here is None:
        return None
    if last is not None and last.kind == "answer" and last.reply_to is opened:
        seen.inherit(last.speaker)
    return "answer", opened, "answer.impersonal"
