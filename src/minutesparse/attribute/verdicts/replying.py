"""Replies: by label, by place under a question, by who speaks after it, by wording."""

from __future__ import annotations

import re

from minutesparse.attribute.context import Context
from minutesparse.attribute.drafts import Draft, person_key, same_speaker
from minutesparse.attribute.verdicts.exchange import numbered_question
from minutesparse.attribute.verdicts.model import OPENING, Verdict, tells_deed
from minutesparse.naming import Mention

_REPLY_TO = re.compile(
    r"(?:and\s+)?(?:In\s+(?:response|reply|answer)\s+to|Responding\s+to|Replying\s+to)\s+"
    r"(?P<who>(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr)\.?\s[^,]{2,40}?)(?:,|['’]s?\s|\sthe\s)",
    re.I,
)
_INSTANCE = re.compile(r"(?:For\s+(?:example|instance)|In\s+particular|By\s+contrast)\b")
_ELSEWHERE = re.compile(
    r"(?:On|Under|In|At|Regarding|With\s+regard\s+to)\s+(?:items?|pages?|minutes?|paragraphs?)\s+(?:numbers?\s+)?\d|"
    r"(?:Reference|Mention)\s+was\s+(?:also\s+|then\s+)?made\b"
)
"""Words that turn to another place of what is talked about."""
_AGREEING = frozenset({"agree", "disagree", "concur"})
_GRANTING = frozenset(
    {"undertake", "agree to", "be content with this", "be content with that", "accept"}
)
_REPLYING = frozenset({"reply", "respond", "answer"})
_REPLIED = frozenset({"replied", "responded", "answered"})
_ADDING = frozenset({"point out"}) | frozenset(
    "add note mention say state highlight stress reiterate echo emphasise repeat reinforce".split()
)
_NOTED_VIEWS = frozenset({"note", "consider", "feel", "disagree", "be", "comment", "agree"})
_REPORTING = frozenset({"advise", "inform", "report", "explain", "state", "confirm", "highlight"})
_SUPPOSING = frozenset(
    {"think", "believe", "understand", "suspect", "doubt", "be not sure", "be unsure"}
)


def labelled_speech(seen: Context) -> Verdict | None:
    """A label says what the speech is ("Response:")."""
    speech = seen.block.speech
    if speech == "answer":
        if seen.speaker is None:
            seen.inherit(seen.last_here.speaker if seen.last_here else _replier(seen))
        target = seen.last_here.reply_to if seen.last_here else numbered_question(seen)
        return "answer", target or seen.state.open, "answer.label"
    if speech == "comment":
        if seen.speaker is None and seen.last_here is not None:
            seen.inherit(seen.last_here.speaker)
        return "comment", None, "comment.label"
    if speech == "question" and seen.last_here is not None and seen.speaker is None:
        if seen.wording.says_yes_or_no(seen.frame):
            return None
        seen.inherit(seen.last_here.speaker)
        return "question", None, "question.label"
    return None


def _replier(seen: Context) -> Mention | None:
    """Return who has the floor below a reply's label: never who asked."""
    floor, opened = seen.state.floor, seen.state.open
    if opened is not None and same_speaker(floor, opened.speaker):
        return seen.state.addressed
    return floor


def sub_bullet_reply(seen: Context) -> Verdict | None:
    """A bullet under a question or a comment replies to it."""
    parent = seen.parent
    if parent is None or parent.kind not in ("question", "comment"):
        return None
    if not seen.inherited and same_speaker(seen.speaker, parent.speaker):
        return None
    opened = seen.state.open
    if seen.speaker is None and seen.last_here is not None:
        seen.inherit(seen.last_here.speaker)
    elif seen.speaker is None and opened is parent and parent.kind == "question":
        lead = seen.state.lead
        seen.inherit(_named(seen.state.addressed) or (lead.asked if lead is not None else None))
    later = opened is not None and opened.kind == "question" and opened.start > parent.start
    return "answer", opened if later else parent, "answer.sub_bullet"


def _named(mention: Mention | None) -> Mention | None:
    return None if mention is None or mention.type == "pronoun" else mention


def written_reply(seen: Context) -> Verdict | None:
    """A written reply that is promised answers the question that waits."""
    if not seen.wording.promises_reply(seen.frame):
        return None
    opened = seen.state.open
    target = opened if opened is not None and opened.kind == "question" else None
    seen.speaker = None if seen.wording.tells_absence(seen.frame) else seen.speaker
    return "answer", target, "answer.promised"


def addressed_reply(seen: Context) -> Verdict | None:
    """Whoever was asked by name replies, whatever the verb."""
    opened, addressed = seen.state.open, seen.state.addressed
    if opened is None or opened.kind != "question" or seen.speaker is None:
        return None
    if seen.frame.act in ("ask", "procedural", "propose") or addressed is None:
        return None
    if not same_speaker(addressed, seen.speaker) or same_speaker(opened.speaker, seen.speaker):
        return None
    return "answer", opened, "answer.addressed"


def undertaking(seen: Context) -> Verdict | None:
    """Promising to do something, after a question, replies to it."""
    opened = seen.state.open
    if seen.frame.act != "undertake" or opened is None or opened.kind != "question":
        return None
    if seen.speaker is None or seen.collective or same_speaker(seen.speaker, opened.speaker):
        return None
    return "answer", opened, "answer.undertaking"


def unnamed_reply(seen: Context) -> Verdict | None:
    """An impersonal report after a question ("It was confirmed that ...") answers it."""
    frame, opened = seen.frame, seen.state.open
    if seen.speaker is not None or opened is None or frame.act not in ("state", "answer"):
        return None
    if frame.voice not in ("passive", "impersonal") or not _may_be_unnamed(seen, opened):
        return None
    last = seen.state.last
    if last is not None and last.kind == "answer" and last.reply_to is opened:
        seen.inherit(last.speaker)
    elif frame.lemma == "reply":
        seen.inherit(_asked(seen, opened))
    return "answer", opened, "answer.impersonal"


def _asked(seen: Context, opened: Draft) -> Mention | None:
    """Return who was asked, where "and replied" follows "she was asked"."""
    addressed = seen.state.addressed
    if addressed is None or addressed.type != "pronoun":
        return addressed
    before = (d.speaker for d in reversed(seen.state.drafts) if d is not opened and d.speaker)
    pronoun = addressed.label.lower()
    return next((one for one in before if seen.parties.may_be(pronoun, one)), None)


def _may_be_unnamed(seen: Context, opened: Draft) -> bool:
    """Tell whether "it was said" here replies, and is no note of the meeting."""
    lemma, last = seen.frame.lemma, seen.last_here
    if last is opened and _INSTANCE.match(seen.frame.text):
        return False
    if last is opened and opened.kind == "comment" and same_speaker(seen.state.floor, last.speaker):
        return False
    if seen.fresh and _ELSEWHERE.match(seen.frame.text):
        return False
    if lemma == "hear" and last is None:
        return False
    answered = last is not None and last.kind == "answer"
    if lemma == "point out" and answered:
        return False
    if lemma == "note" and (opened.kind == "comment" or (last and last.kind == "answer")):
        return False
    return seen.frame.voice == "passive" or opened.kind == "question" or last is not None


def reply(seen: Context) -> Verdict | None:
    """Who may answer, speaking while a question or comment is open, replies to it."""
    opened, frame = seen.state.open, seen.frame
    if opened is None or frame.act in ("procedural", "propose") or seen.speaker is None:
        return None
    if same_speaker(seen.speaker, opened.speaker):
        return None
    if frame.embedded is not None and seen.fresh and id(opened) in seen.state.replied:
        return None
    agrees = _agrees(seen, opened)
    if _speaks_beside(seen, opened) and not agrees:
        return None
    answers = seen.parties.may_answer(seen.speaker) or frame.act == "answer" or frame.replying
    answers = (
        answers or _supposes(seen, opened) or (seen.chaired and seen.wording.says_besides(frame))
    )
    agrees = agrees or _stands_by_report(seen, opened)
    if agrees or answers or _explains(seen) or _says_first(seen, opened):
        return "answer", _named_target(seen, opened), "answer.follows_question"
    return None


def _named_target(seen: Context, opened: Draft) -> Draft | None:
    """Return what a reply "to Councillor X" replies to: X's own words, where they are written."""
    named = _REPLY_TO.match(seen.frame.text)
    key = person_key(opened.speaker)
    if named is None or not key or key in named["who"].lower():
        return opened
    who = named["who"].lower()
    for draft in reversed(seen.state.drafts):
        said = draft.kind in ("question", "comment") and draft.speaker is not None
        if said and person_key(draft.speaker) in who:
            return draft
    return None


def granting(seen: Context) -> Verdict | None:
    """The chair grants what somebody has just asked or put forward."""
    opened, frame = seen.state.open, seen.frame
    if opened is None or opened is not seen.state.last or not seen.chaired:
        return None
    if same_speaker(seen.speaker, opened.speaker):
        return None
    allows = frame.lemma == "agree" and not {"could", "would", "should"}.isdisjoint(frame.words)
    if not allows and frame.lemma not in _GRANTING:
        return None
    return "answer", opened, "answer.granted"


def _agrees(seen: Context, opened: Draft) -> bool:
    """Tell whether somebody agrees to what has just been asked ("X asked if ... and Y agreed")."""
    asked = opened.kind == "question" and seen.last_here is opened
    apart = seen.frame.joined or not seen.parties.is_member(seen.speaker)
    return asked and apart and seen.frame.lemma in _AGREEING and not seen.collective


def _explains(seen: Context) -> bool:
    """Tell whether somebody goes on in a paragraph to explain: nobody explains a view."""
    return seen.frame.lemma == "explain" and not seen.fresh and not seen.collective


def _speaks_beside(seen: Context, opened: Draft) -> bool:
    """Tell whether somebody speaks beside the open question or remark, not to it."""
    frame = seen.frame
    if seen.collective and seen.parties.is_member(seen.speaker) and opened.kind == "comment":
        return True
    if opened.kind == "comment" and (seen.wording.debates(frame) or _reports_on(seen, opened)):
        return True
    if frame.noted and frame.lemma in _NOTED_VIEWS and not frame.replying:
        return True
    if frame.act is None and seen.last_here is not None and seen.last_here.kind == "answer":
        return True
    opens = seen.fresh and seen.waiting_question is None and not frame.replying
    if opens and (frame.lemma in OPENING or tells_deed(seen)):
        return True
    if opened.kind == "comment" and frame.lemma in _ADDING and _plain_member(seen):
        return True
    if opened.kind == "comment" and (_comes_forward(seen) or _takes_side(seen)):
        return True
    return frame.act == "comment" and not frame.replying and _is_view(seen, opened)


def _reports_on(seen: Context, opened: Draft) -> bool:
    """Tell whether somebody goes on to report where a body has only taken note of something."""
    frame = seen.frame
    reports = seen.fresh and frame.lemma in _REPORTING and not frame.replying
    return reports and id(opened) in seen.state.noted and "this" not in frame.words


def _comes_forward(seen: Context) -> bool:
    """Tell whether a further member of the public speaks where the public does."""
    speaker, frame = seen.speaker, seen.frame
    if not seen.public or not seen.fresh or speaker is None or speaker.type != "person":
        return False
    known = seen.parties.is_member(speaker) or seen.parties.is_officer(speaker)
    held = seen.chaired or seen.parties.is_executive(speaker) or seen.parties.has_answered(speaker)
    return not (known or held or frame.replying or frame.act == "answer")


def _plain_member(seen: Context) -> bool:
    """Tell whether a member speaks who brought nothing and answers for nothing."""
    speaker, parties = seen.speaker, seen.parties
    if speaker is None or seen.frame.replying or not parties.is_member(speaker):
        return False
    holds = parties.is_executive(speaker) or seen.chaired or parties.leads_group(speaker)
    return not holds and not same_speaker(speaker, seen.state.presenter)


def _takes_side(seen: Context) -> bool:
    """Tell whether whoever is listed for a side puts it."""
    answers = seen.frame.replying or seen.frame.act == "answer"
    return seen.parties.is_public(seen.speaker) and not answers


def _says_first(seen: Context, opened: Draft) -> bool:
    """Tell whether somebody states something first after a question."""
    if seen.frame.act != "state" or opened.kind != "question" or seen.collective:
        return False
    if seen.chaired and seen.last_here is None:
        return False
    return id(opened) not in seen.state.replied


def _is_view(seen: Context, opened: Draft) -> bool:
    """Tell whether a remark is a view beside the open one and no reply to it."""
    speaker = seen.speaker
    if seen.parties.is_executive(speaker) and seen.frame.lemma == "thank":
        return False
    thanks = seen.wording.gives_thanks(seen.frame) and not seen.wording.says_besides(seen.frame)
    if speaker is None or thanks:
        return True
    if seen.fresh and _was_answered(seen, opened) and seen.parties.is_member(speaker):
        return not same_speaker(speaker, seen.state.presenter)
    if seen.parties.is_executive(speaker):
        return opened.kind == "comment" and speaker.type == "person"
    if opened.kind == "comment" and seen.parties.is_member(speaker):
        return True
    if seen.parties.is_officer(speaker) or _supposes(seen, opened):
        return False
    return speaker.type == "person" and not seen.parties.has_answered(speaker)


def _was_answered(seen: Context, opened: Draft) -> bool:
    """Tell whether the open question has its answer, by somebody else."""
    last = seen.state.last
    if last is None or last.kind != "answer" or last.reply_to is not opened:
        return False
    return opened.kind == "question" and not same_speaker(last.speaker, seen.speaker)


def _stands_by_report(seen: Context, opened: Draft) -> bool:
    """Tell whether whoever has just reported states something after a remark on the report."""
    brought = seen.reporting and same_speaker(seen.speaker, seen.state.presenter)
    here = seen.last_here is opened and opened.speaker is not None
    return brought and here and seen.frame.act == "state" and not seen.inherited


def _supposes(seen: Context, opened: Draft) -> bool:
    """Tell whether somebody says what they think right after a question: that replies."""
    return (
        opened.kind == "question"
        and seen.last_here is opened
        and seen.frame.lemma in _SUPPOSING
        and not seen.collective
    )


def embedded_alone(seen: Context) -> Verdict | None:
    """Words such as "In response to questions, X stated" reply to no written question."""
    inner = seen.frame.embedded
    if inner is None or seen.announces or seen.speaker is None:
        return None
    return "answer", None, "answer.in_response"


def replying_alone(seen: Context) -> Verdict | None:
    """Words such as "Responding to Councillor X, Y said" reply to what nobody wrote down."""
    frame = seen.frame
    if seen.announces or frame.act in ("ask", "procedural", "propose"):
        return None
    if seen.speaker is None and frame.voice not in ("impersonal", "passive"):
        return None
    if not seen.wording.replies_to_somebody(frame):
        return None
    unnamed = seen.speaker is None and frame.replying
    return "answer", seen.state.open if unnamed else None, "answer.in_response"


def replies_to_nothing(seen: Context) -> Verdict | None:
    """Whoever "replied" does so, even where what it was to is no question on the page."""
    frame, opened = seen.frame, seen.state.open
    if seen.speaker is None or seen.announces or frame.voice != "active":
        return None
    if frame.lemma not in _REPLYING or frame.words.isdisjoint(_REPLIED):
        return None
    if opened is not None and same_speaker(opened.speaker, seen.speaker):
        return None
    return "answer", None, "answer.reply_verb"


def bare_reply(seen: Context) -> Verdict | None:
    """What names nobody and follows a question directly, in a paragraph of its own, answers it."""
    waiting = seen.waiting_question
    if waiting is None or not seen.fresh or seen.speaker is not None or seen.announces:
        return None
    block, state = seen.block, seen.state
    if block.topic is not None or block.speech or state.lead is not None:
        return None
    if state.addressed is not None or not _says_something(seen):
        return None
    asks_below = waiting.inherited and same_speaker(waiting.speaker, state.floor)
    if state.floor is not None and not asks_below:
        return None
    return "answer", waiting, "answer.unattributed"


def _says_something(seen: Context) -> bool:
    """Tell whether a clause without a speaker can be an answer: no heading, thanks or report."""
    frame, wording = seen.frame, seen.wording
    if frame.voice != "none" or frame.mention is not None:
        return False
    if frame.act in ("ask", "procedural", "present", "propose") or _ELSEWHERE.match(frame.text):
        return False
    return not (
        wording.gives_thanks(frame) or wording.in_passing(frame) or wording.is_heading(frame)
    )
