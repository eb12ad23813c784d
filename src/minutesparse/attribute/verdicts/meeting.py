"""Who runs the meeting and how: lead-ins, thanks, order, words between speeches."""

from __future__ import annotations

import re

from minutesparse.attribute.context import Context
from minutesparse.attribute.drafts import same_speaker
from minutesparse.attribute.embedded import lists_questions
from minutesparse.attribute.frame import Frame
from minutesparse.attribute.leads import answers_list, opens_discussion
from minutesparse.attribute.verdicts.model import SKIP, Verdict

_DEBATED = re.compile(
    r"\b(?:in|during|from|of)\s+(?:(?:the|further|ensuing|subsequent)\s+)*(?:discussions?|debate|questioning)\b"
)
_PREAMBLE = re.compile(
    r"(?:Following|After|Upon|On)\s+(?:[a-z]+\s+){0,4}(?:discussion|debate|consideration|deliberation)s?,?"
)
_TELLING = frozenset(
    {"report", "comment", "advise", "explain", "state", "inform", "note", "confirm"}
)
_SEVERAL_ASKED = frozenset({"questions", "queries", "points", "comments", "issues", "concerns"})
_SAYING = frozenset({"say", "argue", "suggest", "feel", "comment", "claim", "contend"})


def lead_in(seen: Context) -> Verdict | None:
    """What announces a list: the presenter's is presentation, any other is procedural."""
    if seen.parent is not None or _is_preamble(seen.frame):
        return None
    if not seen.announces:
        return _lead_in_over_lines(seen)
    frame, speaker = seen.frame, seen.speaker
    presents = frame.act == "present" and speaker is not None and not seen.collective
    if presents or _presenters_points(seen):
        return None
    if speaker is None and frame.voice == "none" and seen.last_here is not None:
        return ("procedural", None, "procedural.lead_in") if _sums_up(seen) else None
    listed = lists_questions(frame.text) is not None
    if listed or answers_list(frame):
        alone = not listed and _replies_alone(seen)
        return None if alone else ("procedural", None, "procedural.lead_in")
    if frame.act in ("comment", "ask") and speaker is not None:
        return _announced_by(seen)
    if frame.voice == "impersonal" and speaker is None and frame.lemma in _SAYING:
        return "procedural", None, "procedural.lead_in"
    named = speaker is not None and not seen.collective and not seen.chaired
    if (opens_discussion(frame) or seen.collective) and not named:
        return "procedural", None, "procedural.lead_in"
    return None


def _is_preamble(frame: Frame) -> bool:
    """Tell whether only the first words of a decision are left ("Following discussion,")."""
    return (
        frame.voice == "none"
        and frame.mention is None
        and _PREAMBLE.fullmatch(frame.text) is not None
    )


def _presenters_points(seen: Context) -> bool:
    """Tell whether "The following points were made:" goes right on with who has presented."""
    last = seen.last_here
    if seen.speaker is not None or last is None or last.kind != "presentation":
        return False
    return last.speaker is not None and seen.wording.heads_presentation(seen.frame)


def _lead_in_over_lines(seen: Context) -> Verdict | None:
    """Judge "Questions and comments from Members included:", over lines that are no list."""
    frame = seen.frame
    nobody = seen.speaker is None and frame.voice == "none" and frame.mention is None
    if not nobody or not seen.fresh or not frame.text.endswith(":") or "that" in frame.words:
        return None
    return ("procedural", None, "procedural.lead_in") if opens_discussion(frame) else None


def _sums_up(seen: Context) -> bool:
    """Tell whether "The key points of the debate are below:" ends somebody's paragraph."""
    last = seen.last_here
    if last is None or not opens_discussion(seen.frame):
        return False
    return last.kind == "procedural" or _DEBATED.search(seen.frame.text) is not None


def _announced_by(seen: Context) -> Verdict:
    """Judge a named speaker's lead-in: an officer's points are what the officer presents."""
    if seen.wording.states_own_case(seen.frame) and not seen.parties.is_member(seen.speaker):
        return "comment", None, "comment.own_case"
    officer = not seen.public and not seen.parties.is_member(seen.speaker)
    if officer and seen.frame.act == "comment":
        return "presentation", None, "presentation.lead_in"
    return "procedural", None, "procedural.lead_in"


def _replies_alone(seen: Context) -> bool:
    """Tell whether a list replies to one question, asked right before it."""
    opened = seen.state.open
    if opened is None or opened.kind != "question" or opened is not seen.state.last:
        return False
    if seen.speaker is None or seen.frame.embedded is not None or opened.inherited:
        return False
    if not seen.frame.words.isdisjoint(_SEVERAL_ASKED):
        return False
    latest = reversed(seen.state.drafts)
    before = next((draft for draft in latest if draft is not opened), None)
    return before is None or before.kind != "question"


def interjection(seen: Context) -> Verdict | None:
    """A word or two under a speaker's label ("I do.", "Supplementary.") say nothing yet."""
    labelled = seen.frame.labelled or (seen.state.floor is not None and seen.speaker is None)
    if not labelled or not seen.wording.is_interjection(seen.frame):
        return None
    waiting = seen.waiting_question
    speaker = seen.speaker or seen.state.floor
    others = waiting is not None and not same_speaker(waiting.speaker, speaker)
    if others and seen.wording.affirms(seen.frame):
        return None
    if seen.speaker is not None:
        seen.state.floor = seen.speaker
    return SKIP


def thanks(seen: Context) -> Verdict | None:
    """Thanks without substance: nobody's, the chair's, a group's for a report."""
    if seen.parent is not None or seen.frame.act == "ask":
        return None
    if seen.speaker is not None and "tribute" in seen.frame.words:
        return None
    if not seen.wording.gives_thanks(seen.frame) or seen.wording.says_besides(seen.frame):
        return None
    if seen.frame.lemma in _TELLING and not seen.chaired:
        return None
    last = seen.last_here
    if seen.inherited and last is not None and last.kind in ("presentation", "comment"):
        return None
    nobodys = seen.speaker is None and seen.last_here is None and seen.state.floor is None
    plain = seen.collective and seen.wording.only_thanks(seen.frame)
    if nobodys or plain or seen.chaired or seen.wording.only_names_in_thanks(seen.frame):
        return "procedural", None, "procedural.thanks"
    return None


def housekeeping(seen: Context) -> Verdict | None:
    """Words about the room, the recording, who may speak and who may appeal."""
    if seen.parent is not None or seen.frame.act == "ask":
        return None
    if seen.state.open is not None and (seen.waiting_question or not seen.chaired):
        return None
    if seen.speaker is None or not seen.wording.keeps_house(seen.frame):
        return None
    return "procedural", None, "procedural.housekeeping"


def chairs_meeting(seen: Context) -> Verdict | None:
    """The order of the meeting: by the chair, by everybody, by nobody named."""
    frame = seen.frame
    if seen.parent is not None or frame.act == "ask":
        return None
    if seen.waiting_question is not None and frame.act in ("state", "answer") and not seen.chaired:
        return None
    noticed = seen.chaired and (frame.lemma == "welcome" or seen.wording.gives_notice(frame))
    if not noticed and not seen.wording.runs_meeting(frame):
        return None
    presides = seen.chaired or seen.wording.presides(frame)
    if not (presides or seen.collective or frame.act == "procedural"):
        if seen.speaker is not None:
            return None
        if seen.state.floor is not None and not seen.state.announced:
            seen.inherit(seen.state.floor)
        elif seen.last_here is not None and seen.last_here.kind != "procedural":
            return None
    return "procedural", None, "procedural.business"


def advice_on_interests(seen: Context) -> Verdict | None:
    """What an officer says where interests are declared is about the rules of the meeting."""
    speaker = seen.speaker
    if not seen.declaring or speaker is None or seen.state.open is not None:
        return None
    if seen.frame.act != "state" or speaker.type == "group" or seen.parties.is_member(speaker):
        return None
    return "procedural", None, "procedural.interests"


def undertaking_alone(seen: Context) -> Verdict | None:
    """What somebody agrees to do, who stands in the action column, is an action and no speech."""
    if seen.frame.act == "undertake" and seen.state.open is None and seen.block.margin:
        return SKIP
    return None


def to_be_done(seen: Context) -> Verdict | None:
    """What somebody named will do is an action and no speech ("The Clerk will write to them")."""
    frame, mention = seen.frame, seen.frame.mention
    if mention is None or seen.inherited or frame.act is not None or seen.state.open is not None:
        return None
    if mention.type not in ("person", "role") or mention.plural or frame.labelled:
        return None
    return SKIP if seen.wording.will_do(frame, mention.end) else None
