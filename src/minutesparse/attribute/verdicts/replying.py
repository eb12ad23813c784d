"""Replies: by label, by place under a question, by who speaks after it, by wording."""

from __future__ import annotations

from minutesparse.attribute.context import Context
from minutesparse.attribute.drafts import Draft, same_speaker
from minutesparse.attribute.verdicts.exchange import numbered_question
from minutesparse.attribute.verdicts.model import Verdict
from minutesparse.naming import Mention

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
    if seen.speaker is None and seen.last_here is not None:
        seen.inherit(seen.last_here.speaker)
    opened = seen.state.open
    later = opened is not None and opened.kind == "question" and opened.start > parent.start
    return "answer", opened if later else parent, "answer.sub_bullet"


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


def reply(seen: Context) -> Verdict | None:
    """Who may answer, speaking while a question or comment is open, replies to it."""
    opened, frame = seen.state.open, seen.frame
    if opened is None or frame.act in ("procedural", "propose"):
        return None
    if seen.speaker is None:
        return _unnamed_reply(seen)
    promises = frame.act == "undertake" and opened.kind == "question" and not seen.collective
    if promises and not same_speaker(seen.speaker, opened.speaker):
        return "answer", opened, "answer.undertaking"
    if seen.collective and seen.parties.is_member(seen.speaker) and opened.kind == "comment":
        return None
    if seen.wording.states_own_case(frame):
        return "comment", None, "comment.own_case"
    if frame.lemma == "remind" and opened.kind != "question":
        return "comment", None, "comment.reminder"
    if same_speaker(seen.speaker, opened.speaker):
        return None
    if frame.act is None and seen.last_here is not None and seen.last_here.kind == "answer":
        return None
    if frame.act == "comment" and not frame.replying and _is_view(seen, opened):
        return None
    if seen.parties.may_answer(seen.speaker) or frame.act == "answer" or frame.replying:
        return "answer", opened, "answer.follows_question"
    unanswered = not any(draft.reply_to is opened for draft in seen.state.drafts)
    someone = not seen.collective and (not seen.chaired or seen.last_here is not None)
    if frame.act == "state" and unanswered and opened.kind == "question" and someone:
        return "answer", opened, "answer.follows_question"
    return None


def _is_view(seen: Context, opened: Draft) -> bool:
    """Tell whether a remark is a view beside the open one and no reply to it."""
    speaker = seen.speaker
    if speaker is None or seen.wording.gives_thanks(seen.frame):
        return True
    if seen.parties.is_executive(speaker):
        return opened.kind == "comment" and speaker.type == "person"
    if opened.kind == "comment" and seen.parties.is_member(speaker):
        return True
    if seen.parties.is_officer(speaker) or _supposes(seen, opened):
        return False
    return speaker.type == "person" and not seen.parties.has_answered(speaker)


def _supposes(seen: Context, opened: Draft) -> bool:
    """Tell whether somebody says what they think right after a question: that replies."""
    return (
        opened.kind == "question"
        and seen.last_here is opened
        and seen.frame.lemma in _SUPPOSING
        and not seen.collective
    )


def _unnamed_reply(seen: Context) -> Verdict | None:
    """An impersonal report after a question ("It was confirmed that ...") answers it."""
    frame, opened, last = seen.frame, seen.state.open, seen.state.last
    informed = frame.voice == "passive" and frame.act in ("state", "answer")
    stated = frame.voice == "impersonal" and frame.act in ("state", "answer")
    if opened is None or not (informed or stated):
        return None
    if frame.lemma == "hear" and seen.last_here is None:
        return None
    after_answer = seen.last_here is not None and seen.last_here.kind == "answer"
    if frame.lemma == "note" and (after_answer or opened.kind == "comment"):
        return None
    if not informed and opened.kind != "question" and seen.last_here is None:
        return None
    if last is not None and last.kind == "answer" and last.reply_to is opened:
        seen.inherit(last.speaker)
    return "answer", opened, "answer.impersonal"


def embedded_alone(seen: Context) -> Verdict | None:
    """ "In response to questions, X stated" replies, though no question is written down."""
    inner = seen.frame.embedded
    if inner is None or seen.announces or seen.speaker is None:
        return None
    return "answer", None, "answer.in_response"


def bare_reply(seen: Context) -> Verdict | None:
    """What names nobody and follows a question directly, in a paragraph of its own, answers it."""
    last, frame = seen.state.last, seen.frame
    if last is None or last.kind != "question" or not seen.fresh or seen.speaker is not None:
        return None
    if last is not seen.state.open or frame.voice not in ("none",) or seen.announces:
        return None
    if seen.block.topic is not None or seen.block.speech or seen.state.lead is not None:
        return None
    if seen.state.addressed is not None or seen.wording.gives_thanks(frame):
        return None
    if frame.act in ("ask", "procedural", "present", "propose") or frame.mention is not None:
        return None
    if seen.wording.in_passing(frame) or seen.wording.is_heading(frame):
        return None
    asks_below = last.inherited and same_speaker(last.speaker, seen.state.floor)
    if seen.state.floor is not None and not asks_below:
        return None
    return "answer", last, "answer.unattributed"
