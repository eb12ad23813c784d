"""Everything else that is said: reports, points, speeches under a name, views, narrative."""

from __future__ import annotations

import re

from minutesparse.attribute.context import Context
from minutesparse.attribute.drafts import Draft, Lead, same_speaker
from minutesparse.attribute.verdicts.model import (
    OPENING,
    SKIP,
    Verdict,
    speaks_for_party,
    takes_side,
    tells_deed,
)
from minutesparse.naming import Mention

_ANNOUNCING = frozenset({"report", "announce", "inform", "update", "advise"})
_BRINGS = frozenset(
    {"introduce", "present", "bring", "give", "give a presentation", "table", "submit"}
)
_POINTS_BACK = frozenset({"this", "these", "they", "it", "that"})
_IN_PASSING = frozenset({"procedural.in_passing"})
_ABOUT_PAPERS = frozenset({"procedural.deliberation", "procedural.noted"})
_TOLD = frozenset({"passive", "impersonal"})
_REMARKED = frozenset({"note", "highlight", "emphasise", "stress", "point out", "observe"})
_NOBODYS = frozenset({"note", "raise", "express", "mention", "agree", "highlight"})
_SPEECH = frozenset("said says stated asked added felt thanked noted reported advised".split())
_SHORT_SPEECH = 75
_PRESENTING = frozenset({"report", "report back", "announce", "inform", "update", "advise"})
_TELLING_FACTS = _PRESENTING | {"explain", "confirm", "highlight", "read out"}


def presents(seen: Context) -> Verdict | None:
    """A presenting verb brings a report before the meeting."""
    frame = seen.frame
    if frame.act != "present" or frame.voice != "active" or seen.speaker is None:
        return None
    if seen.collective and frame.lemma != "bring":
        return None
    waiting = seen.waiting_question
    asked = waiting is not None and not same_speaker(waiting.speaker, seen.speaker)
    if (asked and frame.lemma not in _BRINGS) or _points_out(seen):
        return None
    own = seen.parties.is_member(seen.speaker) and seen.wording.states_own_case(frame)
    if own or takes_side(seen):
        return "comment", None, "comment.own_case"
    return "presentation", None, "presentation.verb"


def _told_of(seen: Context) -> bool:
    """Tell whether the clause says what was done with somebody, who says nothing in it."""
    if seen.frame.act is not None or not seen.frame.words.isdisjoint(_SPEECH):
        return False
    return seen.wording.tells_of(seen.frame)


def _points_out(seen: Context) -> bool:
    """Tell whether a member who reports nothing draws attention to something."""
    if not seen.frame.lemma.startswith("draw") or not seen.parties.is_member(seen.speaker):
        return False
    holder = seen.parties.is_executive(seen.speaker) or seen.chaired
    return not holder and not same_speaker(seen.speaker, seen.state.presenter)


def point_under_lead(seen: Context) -> Verdict | None:
    """A point under a lead-in is what the lead-in says, unless it names its own speaker."""
    lead = seen.state.lead
    if _told_of(seen):
        seen.speaker = None
    if lead is None or not seen.fresh or (seen.speaker is not None and not seen.inherited):
        return None
    if seen.block.kind not in ("bullet", "numbered") or seen.block.speech:
        return None
    if seen.frame.voice == "impersonal" and seen.frame.act == "comment":
        return "comment", None, "comment.impersonal"
    doer = seen.frame.leading
    if _heads_speech(seen, lead):
        return SKIP
    if seen.speaker is None and lead.kind == "comment" and doer is not None and _acts(seen, doer):
        seen.speaker = doer
    elif _follows_up(seen, lead):
        return "answer", seen.state.open, "answer.under_lead_in"
    if seen.speaker is None:
        seen.inherit(lead.speaker)
    if lead.kind in ("question", "comment") and seen.frame.tail is not None:
        seen.speaker, seen.inherited = seen.frame.tail, False
    return lead.kind, lead.target, f"{lead.kind}.under_lead_in"


def _heads_speech(seen: Context, lead: Lead) -> bool:
    """Tell whether a numbered line only names who of the group announced speaks below it."""
    who = seen.frame.leading
    several = lead.speaker is not None and lead.speaker.type == "group"
    if who is None or not several or seen.block.kind != "numbered":
        return False
    titled = who.type == "person" and who.titled
    return titled and seen.wording.lacks_verb(seen.frame) and not seen.frame.text.endswith(".")


def _follows_up(seen: Context, lead: Lead) -> bool:
    """Tell whether a point that names nobody replies to the question of the point before it."""
    opened, last = seen.state.open, seen.state.last
    if lead.kind != "comment" or lead.speaker is not None:
        return False
    if seen.speaker is not None or seen.frame.act is not None:
        return False
    if opened is None or opened.kind != "question" or last is None or opened.block == seen.index:
        return False
    first = seen.frame.text.split(None, 1)[0].lower()
    goes_on = last.kind == "answer" and last.reply_to is opened and first in _POINTS_BACK
    stated = goes_on or (last is opened and not seen.frame.text.endswith(";"))
    return stated and opened.speaker is not None and not seen.wording.lacks_verb(seen.frame)


def _acts(seen: Context, doer: Mention) -> bool:
    """Tell whether a point says what a group of members did ("Councillors chased the reply")."""
    following = seen.frame.text[doer.end - seen.frame.start :].split()[:1]
    past = bool(following) and following[0].isalpha() and following[0].endswith("ed")
    return past and doer.type == "group" and seen.parties.is_member(doer)


def spoken_under_label(seen: Context) -> Verdict | None:
    """A speech after "Cllr X:" is a question, a reply to the question before it, or a remark."""
    if not seen.frame.labelled or seen.speaker is None or seen.parent is not None:
        return None
    seen.state.floor = seen.speaker
    opened = seen.state.open
    affirms = opened is not None and seen.wording.affirms(seen.frame)
    replies = seen.waiting_question is not None and _dashed(seen)
    if seen.chaired and len(seen.frame.text) < _SHORT_SPEECH and not (affirms or replies):
        return "procedural", None, "procedural.label"
    if opened is not None and opened.kind == "question" and _may_reply(seen):
        return "answer", opened, "answer.speaker_label"
    if seen.poses and not seen.chaired:
        return "question", None, "question.speech"
    if seen.block.kind == "bullet" and not seen.parties.has_spoken(seen.speaker):
        return None
    if seen.reporting and seen.state.open is None:
        return "presentation", None, "presentation.report_item"
    if seen.frame.text.startswith("("):
        return "presentation", None, "presentation.bracketed"
    return "comment", None, "comment.speaker_label"


def _dashed(seen: Context) -> bool:
    """Tell whether a dash, and no colon, stands behind who speaks: notes of talk, not a script."""
    mention = seen.frame.mention
    return mention is not None and ":" not in seen.frame.text[: mention.end - seen.frame.start + 2]


def _may_reply(seen: Context) -> bool:
    """Tell whether who speaks under a label may reply: the one asked, or an officer."""
    opened, addressed = seen.state.open, seen.state.addressed
    if opened is None or same_speaker(seen.speaker, opened.speaker):
        return False
    if addressed is None:
        last = seen.state.last
        told = last is not None and last.kind == "answer" and last.reply_to is opened
        asks_on = told and seen.fresh and seen.parties.is_member(seen.speaker)
        return not (asks_on and not seen.parties.may_answer(seen.speaker))
    if same_speaker(seen.speaker, addressed):
        return True
    return seen.chaired or not seen.parties.is_member(seen.speaker)


def more_of_the_same(seen: Context) -> Verdict | None:
    """A clause that names nobody, or only "he", goes on with what stands before it."""
    last = seen.last_here
    if last is None:
        return None
    if seen.speaker is not None:
        return _speaks_on(seen, last)
    frame = seen.frame
    if last.rule in _ABOUT_PAPERS and frame.act == "state" and frame.voice in _TOLD:
        return None
    if frame.voice == "impersonal" and frame.lemma != "hope":
        said = frame.act == "comment" and last.kind in ("answer", "procedural")
        apart = last.kind == "comment" and last.speaker is not None and frame.lemma in _NOBODYS
        if said or apart:
            return "comment", None, "comment.impersonal"
    if last.kind == "question" and _answers_it(seen):
        return "answer", last, "answer.after_question"
    if last.rule in _IN_PASSING and frame.voice == "none" and frame.act is None:
        return None
    seen.inherit(last.speaker)
    return last.kind, last.reply_to, last.rule


def _answers_it(seen: Context) -> bool:
    """Tell whether words without a speaker behind a question are the reply to it."""
    if seen.wording.says_yes_or_no(seen.frame):
        return True
    alone = seen.state.floor is None and seen.block.speech is None
    return alone and not seen.wording.gives_reason(seen.frame)


def _speaks_on(seen: Context, last: Draft) -> Verdict | None:
    """Judge a clause of somebody named: of who has just spoken, it goes on with that speech."""
    act = seen.frame.act
    if not same_speaker(last.speaker, seen.speaker):
        return None
    if last.kind == "presentation" and seen.inherited and act not in ("ask", "procedural"):
        return "presentation", None, last.rule
    if last.kind == "presentation" and act == "comment" and seen.frame.lemma != "thank":
        return "presentation", None, last.rule
    if last.kind in ("answer", "presentation") and act in (None, "state", "answer", "undertake"):
        return last.kind, last.reply_to, last.rule
    if last.kind == "comment" and seen.inherited and act in (None, "state", "comment"):
        return "comment", None, last.rule
    return None


def officer_presents(seen: Context) -> Verdict | None:
    """Whoever reports unasked presents: officers, portfolio holders, the presenter again."""
    speaker, frame = seen.speaker, seen.frame
    opens = frame.lemma in OPENING and _opens_matter(seen)
    told = seen.state.open is None and (frame.lemma in _ANNOUNCING or frame.act is None)
    pleased = frame.act == "comment" and frame.lemma.startswith("be ")
    announces = (
        seen.reporting
        and seen.state.open is None
        and (frame.act in ("state", "present") or pleased)
    )
    if seen.chaired and (opens or told or announces):
        return "presentation", None, "presentation.chair"
    if speaker is None or seen.chaired or (seen.collective and seen.parties.is_member(speaker)):
        return None
    member = seen.parties.is_member(speaker)
    if frame.noted and frame.lemma == "note":
        return None
    if frame.act == "undertake" or seen.wording.debates(frame):
        return None
    presenter = seen.state.presenter
    others = presenter is not None and not same_speaker(presenter, speaker)
    debating = others and frame.lemma not in _PRESENTING
    remarks = frame.lemma == "remark"
    if seen.reporting and frame.act in ("state", "present") and not (debating or remarks):
        return "presentation", None, "presentation.report_item"
    if not (_member_reports(seen, speaker) if member else _officer_reports(seen, speaker)):
        return None
    speaks = frame.lemma in ("speak about", "speak on", "talk about", "speak of")
    debates = seen.debated and not (opens or _takes_up(seen))
    if (debates or (frame.act == "comment" and not speaks)) and frame.act != "present":
        return None
    return "presentation", None, "presentation.officer"


def _member_reports(seen: Context, speaker: Mention) -> bool:
    """Tell whether a member reports, or states what they answer for."""
    frame, presenter = seen.frame, seen.state.presenter
    if seen.parties.holds_public_role(speaker):
        return False
    holder = seen.parties.is_executive(speaker) or same_speaker(speaker, presenter)
    if frame.lemma == "add" and presenter is not None and not same_speaker(speaker, presenter):
        return False
    if frame.lemma in _PRESENTING and seen.state.open is None:
        return True
    if _opens_matter(seen) and frame.lemma in OPENING:
        return True
    holder = holder or seen.parties.leads_group(speaker)
    return holder and frame.act in ("state", "present")


def _officer_reports(seen: Context, speaker: Mention) -> bool:
    """Tell whether somebody else speaks for the council, and for no side or themselves."""
    parties = seen.parties
    guest = seen.public and speaker.type == "person" and not parties.holds_post(speaker)
    outsider = guest or parties.is_public(speaker) or speaks_for_party(seen)
    opens = seen.frame.lemma in OPENING and _opens_matter(seen)
    tells = opens or _takes_up(seen) or not parties.only_asks(speaker)
    presenter, opened = seen.state.presenter, seen.state.open
    asked = opened is not None and same_speaker(speaker, opened.speaker)
    if asked and not same_speaker(speaker, presenter):
        return False
    return not outsider and tells


def _opens_matter(seen: Context) -> bool:
    """Tell whether a paragraph begins, and no question waits for its reply."""
    return seen.fresh and seen.waiting_question is None


def _takes_up(seen: Context) -> bool:
    """Tell whether a paragraph begins with facts that nobody has asked for."""
    unasked = seen.fresh and seen.state.open is None
    return unasked and seen.frame.lemma in _TELLING_FACTS


def deed(seen: Context) -> Verdict | None:
    """What somebody is said to have done is what they report ("JT had met the ecologist")."""
    told = seen.speaker is not None and _opens_matter(seen) and tells_deed(seen)
    return ("presentation", None, "presentation.deed") if told else None


def view(seen: Context) -> Verdict | None:
    """Whoever else is named gives a view."""
    return ("comment", None, "comment.member") if seen.speaker is not None else None


def impersonal_view(seen: Context) -> Verdict | None:
    """Concern that "was expressed" is a view of nobody in particular."""
    if seen.speaker is None and seen.wording.opines(seen.frame):
        return "comment", None, "comment.opinion"
    said = seen.frame.lemma in ("say", "claim", "allege") and seen.last_here is None
    if seen.frame.voice == "impersonal" and (seen.frame.act == "comment" or said):
        return "comment", None, "comment.impersonal"
    return None


_TOPIC = re.compile(r"(?:\d[\w/]*\s|[A-Z][\w'’/-]*\s|(?:of|and|the|for|to|at)\s){2,7}[–-]\s")
"""Words that name a matter of its own before a dash ("Castle View Houses - the sign is up")."""


def _below_presenter(seen: Context) -> bool:
    """Tell whether a bullet stands right below who "gave a presentation.", no colon behind it."""
    last, presenter = seen.state.last, seen.state.presenter
    if seen.block.kind != "bullet" or seen.block.topic or last is None or presenter is None:
        return False
    if _TOPIC.match(seen.block.text):
        return False
    presents = last.rule in ("presentation.verb", "presentation.narrative")
    return presents and last.block >= seen.index - 1 and same_speaker(last.speaker, presenter)


def narrative(seen: Context) -> Verdict | None:
    """Narrative that names nobody carries on what went before, or presents."""
    state = seen.state
    if seen.wording.in_passing(seen.frame):
        return "procedural", None, "procedural.in_passing"
    verbless = seen.wording.lacks_verb(seen.frame) and seen.block.topic is None
    if verbless and state.lead is None and seen.wording.is_row(seen.frame):
        return SKIP
    answered = state.last is not None and state.last.kind == "answer"
    if state.open is not None and answered and (state.presenter is None or state.announced):
        seen.inherit(state.last.speaker if state.last else None)
        return "answer", state.open, "answer.goes_on"
    if state.lead is not None:
        return state.lead.kind, None, f"{state.lead.kind}.under_lead_in"
    remarks = state.last is not None and state.last.rule == "comment.opinion"
    if remarks and seen.frame.voice == "impersonal" and seen.frame.lemma in _REMARKED:
        return "comment", None, "comment.opinion"
    presenting = state.last is not None and state.last.kind == "presentation"
    marker = seen.block.marker
    counted = marker is not None and not marker.bullet and "." in marker.label.strip(".")
    apart = seen.block.topic is not None or (marker is not None and not counted)
    if (not apart and (presenting or seen.frame.lemma != "hear")) or _below_presenter(seen):
        seen.inherit(state.presenter)
    return "presentation", None, "presentation.narrative"
