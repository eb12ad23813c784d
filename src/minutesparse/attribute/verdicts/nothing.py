"""What a clause says of the meeting itself: nothing to report, absences, dissent, discussion."""

from __future__ import annotations

import re

from minutesparse.attribute.context import Context
from minutesparse.attribute.verdicts.model import SKIP, Verdict
from minutesparse.naming import Mention

_FRONTED = re.compile(r"(?:In|To|With|On|For|As|Regarding|Concerning|Following)\s")
_REPORT_SENT = re.compile(
    r"\b(?:(?:sent|submitted|provided|supplied|left|e-?mailed)\s+(?:in\s+)?(?:a|his|her|their|the)\s+(?:\w+\s+)?report|"
    r"report\s+(?:was|had\s+been)\s+(?:sent|submitted|provided|received|circulated|supplied))\b"
)
_VIEWED = re.compile(
    r"\band\s+(?:also\s+|then\s+)?(?:felt|asked|suggested|expressed|raised|commented|noted|agreed|said|requested)\b"
)


def no_record(seen: Context) -> Verdict | None:
    """Results of votes, comings and goings, next meetings: no contribution."""
    if seen.parent is not None or seen.block.speech is not None:
        return None
    asked = seen.last_here is not None and seen.last_here.kind == "question"
    if asked and seen.wording.affirms(seen.frame):
        return None
    if seen.wording.is_payment(seen.frame):
        return SKIP
    return SKIP if seen.wording.makes_no_record(seen.frame) else None


def nothing_to_report(seen: Context) -> Verdict | None:
    """Words such as "There were none" run the meeting, unless they answer a question."""
    if seen.parent is not None or seen.block.speech == "answer":
        return None
    if seen.frame.lemma == "have nothing" and seen.wording.says_instead(seen.frame):
        return "presentation", None, "presentation.deed"
    if not seen.wording.says_nothing(seen.frame):
        return None
    last = seen.last_here
    tells = last is not None and last.kind in ("presentation", "comment", "answer")
    if tells and not seen.wording.of_meeting(seen.frame):
        return None
    if seen.state.lead is not None and not seen.wording.of_meeting(seen.frame):
        return None
    waits = seen.waiting_question is not None and not seen.wording.of_meeting(seen.frame)
    if waits and "," in seen.frame.text:
        return None
    return "procedural", None, "procedural.nothing"


def absence(seen: Context) -> Verdict | None:
    """That somebody is not there is nobody's speech."""
    acts = seen.frame.act not in (None, "procedural")
    stayed_away = seen.frame.lemma.startswith("attend") and "did not attend" in seen.frame.text
    if (acts and not stayed_away) or not seen.wording.tells_absence(seen.frame):
        return None
    who = seen.frame.mention or seen.frame.leading
    if who is not None and who.type != "group" and _REPORT_SENT.search(seen.frame.text):
        seen.speaker, seen.inherited = who, False
        return "presentation", None, "presentation.sent"
    seen.speaker = None
    return "procedural", None, "procedural.absent"


def report_noted(seen: Context) -> Verdict | None:
    """Words such as "The report was noted" are said in passing."""
    if seen.speaker is not None or not seen.wording.notes_report(seen.frame):
        return None
    return "procedural", None, "procedural.noted"


def dissent(seen: Context) -> Verdict | None:
    """A vote or dissent that is to be recorded."""
    if not seen.wording.records_dissent(seen.frame):
        return None
    return "procedural", None, "procedural.dissent"


def questions_elsewhere(seen: Context) -> Verdict | None:
    """Questions were put, and stand below or in an annex."""
    if seen.parent is not None or not seen.wording.announces_questions(seen.frame):
        return None
    if seen.frame.mention is None or seen.frame.mention.start != seen.frame.start:
        seen.speaker = None
    return "procedural", None, "procedural.questions_follow"


def questions_taken(seen: Context) -> Verdict | None:
    """Somebody answered questions, and neither they nor the answers are given."""
    if seen.announces or seen.parent is not None or seen.waiting_question is not None:
        return None
    if seen.frame.embedded is not None or not seen.wording.takes_questions(seen.frame):
        return None
    return "procedural", None, "procedural.questions_taken"


def nothing_to_declare(seen: Context) -> Verdict | None:
    """Somebody has no interest to declare."""
    if seen.state.open is not None or not seen.wording.has_nothing_to_declare(seen.frame):
        return None
    return "procedural", None, "procedural.nothing_to_declare"


def rows_announced(seen: Context) -> Verdict | None:
    """Words such as "The following payments:" stand above rows that are no points of a list."""
    if seen.speaker is not None or seen.announces or not seen.wording.announces_rows(seen.frame):
        return None
    return "procedural", None, "procedural.rows"


def no_supplementary(seen: Context) -> Verdict | None:
    """Somebody asks no supplementary question."""
    if not seen.wording.declines_supplementary(seen.frame):
        return None
    if seen.wording.says_instead(seen.frame):
        return ("comment", None, "comment.member") if seen.speaker is not None else None
    return "procedural", None, "procedural.no_supplementary"


def _deliberates_on(seen: Context, group: Mention) -> bool:
    """Tell whether a group only talked behind a phrase: "In regard to the lane, they discussed"."""
    text = seen.frame.text
    rest = text[group.start - seen.frame.start :]
    if _FRONTED.match(text) is None or _VIEWED.search(rest) is not None:
        return False
    return seen.wording.deliberates(seen.frame._replace(text=rest))


def deliberation(seen: Context) -> Verdict | None:
    """What a group only talked about, considered or looked at is nobody's view."""
    frame = seen.frame
    group = frame.mention or frame.leading
    if group is None or group.type != "group" or seen.announces or seen.parent is not None:
        return None
    if frame.act not in (None, "comment", "procedural"):
        return None
    if not (seen.wording.deliberates(frame) or _deliberates_on(seen, group)):
        return None
    received = seen.frame.words.isdisjoint(("discussed", "considered", "debated", "discuss"))
    seen.speaker = None if received and "received" in seen.frame.words else group
    seen.inherited = False
    return "procedural", None, "procedural.deliberation"


def decided_alone(seen: Context) -> Verdict | None:
    """What one person who decides had before them ("The Cabinet Member considered a report")."""
    who = seen.speaker
    if who is None or seen.inherited or seen.announces or seen.frame.act not in (None, "comment"):
        return None
    decides = seen.chaired or seen.parties.is_executive(who)
    if not decides or not seen.wording.had_before(seen.frame):
        return None
    return "procedural", None, "procedural.deliberation"


def stands_aside(seen: Context) -> Verdict | None:
    """Taking no part in an item runs the meeting; declared with an interest it is no record."""
    frame = seen.frame
    if seen.state.open is not None or not seen.wording.stands_aside(frame):
        return None
    if seen.declaring:
        return SKIP
    if seen.speaker is None or seen.inherited or "interest" not in frame.words:
        return None
    return "procedural", None, "procedural.stands_aside"


def _somebody_says(seen: Context) -> bool:
    """Tell whether a view or a question stands behind "There was a discussion, and"."""
    frame, mention = seen.frame, seen.frame.mention
    if frame.voice == "impersonal" and frame.act == "ask" and frame.lemma == "ask":
        return True
    single = mention is not None and mention.type in ("person", "role") and not mention.plural
    return single and frame.voice == "active" and frame.act in ("comment", "state")


def _opens_on(seen: Context) -> bool:
    """Tell whether nobody is saying anything yet in the block."""
    return seen.last_here is None or seen.last_here.kind == "procedural"


def discussion(seen: Context) -> Verdict | None:
    """There was discussion, or somebody was asked or invited to speak."""
    if seen.announces or seen.parent is not None or _somebody_says(seen):
        return None
    somebody = seen.frame.mention or seen.frame.leading or seen.state.lead is None
    bids = seen.wording.tells_of_discussion(seen.frame) or (
        somebody and seen.wording.bids_somebody(seen.frame)
    )
    bids = bids or (_opens_on(seen) and seen.wording.was_bidden(seen.frame))
    if not bids:
        return None
    seen.speaker = None
    return "procedural", None, "procedural.discussion"
