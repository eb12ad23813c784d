"""What stands below who is named: in an item's title, or on a line of their own."""

from __future__ import annotations

from minutesparse.attribute.context import Context
from minutesparse.attribute.drafts import Draft, Kind, same_speaker
from minutesparse.attribute.verdicts.exchange import numbered_question
from minutesparse.attribute.verdicts.model import SKIP, Verdict
from minutesparse.naming import Mention

_SHORT_SPEECH = 75


def own_report(seen: Context) -> Verdict | None:
    """All of a report in the words of who brings it is theirs, whoever it tells of."""
    reporter = seen.state.reporter
    if reporter is None or not seen.state.own_words:
        return None
    if seen.frame.start < reporter.end:
        return SKIP  # the name itself, on the title's line
    told = seen.block.marker is not None or seen.frame.text.endswith((".", ":", "?"))
    if seen.fresh and not told and seen.wording.lacks_verb(seen.frame):
        return None
    if not same_speaker(seen.speaker, reporter):
        seen.inherit(reporter)
    return "presentation", None, "presentation.own_words"


def reported(seen: Context) -> Verdict | None:
    """What nobody else says below a title that names who reports is the report."""
    reporter = seen.state.reporter
    if reporter is None or seen.poses:
        return None
    if not seen.frame.text.endswith((".", ":", ";")) and seen.wording.lacks_verb(seen.frame):
        return None
    heard = (reporter, *(draft.speaker for draft in seen.state.drafts), seen.speaker)
    named = [mention for mention in heard if mention is not None]
    if not all(same_speaker(mention, reporter) for mention in named):
        return None
    if seen.speaker is None:
        seen.inherit(named[-1])
    return "presentation", None, "presentation.reporter"


def speaker_line(seen: Context) -> Verdict | None:
    """A name alone on a line speaks what follows it."""
    floor, opened = seen.state.floor, seen.state.open
    if floor is None or seen.speaker is not None:
        return None
    if seen.fresh and seen.wording.lacks_verb(seen.frame) and seen.wording.is_row(seen.frame):
        return SKIP if seen.block.marker is None else None
    if _replies_below(seen, floor):
        seen.inherit(seen.state.addressed)
        seen.state.floor = seen.state.addressed
        return "answer", seen.state.last, "answer.addressed"
    seen.inherit(floor)
    if seen.state.asking and seen.block.kind == "numbered":
        return "question", None, "question.speaker_line"
    if seen.state.asking and seen.state.addressed is not None:
        seen.inherit(seen.state.addressed)
        seen.state.floor, seen.state.asking = seen.state.addressed, False
        floor = seen.state.addressed
    return _below(seen, floor, opened)


def _below(seen: Context, floor: Mention, opened: Draft | None) -> Verdict:
    """Judge a clause of who stands named above it."""
    if seen.wording.gives_thanks(seen.frame) and len(seen.frame.text) < _SHORT_SPEECH:
        return "procedural", None, "procedural.thanks"
    if seen.reporting:
        return "presentation", None, "presentation.speaker_line"
    if opened is not None and not same_speaker(floor, opened.speaker):
        last = seen.last_here
        same = last.reply_to if last is not None and last.kind == "answer" else None
        return "answer", same or numbered_question(seen) or opened, "answer.speaker_line"
    reply = _replies_on(seen, floor)
    if reply is not None:
        return reply
    if seen.poses and seen.block.speech is None:
        return "question", None, "question.speech"
    return _tells_on(seen, floor)


def _replies_below(seen: Context, floor: Mention) -> bool:
    """Tell whether a paragraph below a question "from A to B" is B's reply, no label said so."""
    last, state = seen.state.last, seen.state
    if not (state.announced and seen.fresh) or seen.block.kind != "paragraph" or seen.poses:
        return False
    if last is None or last.rule != "question.form" or last.block != seen.index - 1:
        return False
    return state.addressed is not None and same_speaker(last.speaker, floor)


def _tells_on(seen: Context, floor: Mention) -> Verdict:
    """Judge what neither asks nor replies below a name: it goes on, or remarks, or presents."""
    last = seen.last_here
    if last is not None and last.kind in ("comment", "presentation") and not last.inherited:
        return last.kind, None, last.rule
    reports = seen.frame.act in ("present", "state") and seen.frame.voice == "none"
    remarks = seen.parties.is_member(floor) and (seen.frame.labelled or not reports)
    kind: Kind = "comment" if remarks else "presentation"
    return kind, None, f"{kind}.speaker_line"


def _replies_on(seen: Context, floor: Mention) -> Verdict | None:
    """Go on with a reply that stands below a line which gave the floor, to it or its asker."""
    last = seen.state.last
    if not seen.state.announced or last is None or last.kind != "answer":
        return None
    asked = last.reply_to.speaker if last.reply_to is not None else None
    if not (same_speaker(last.speaker, floor) or same_speaker(asked, floor)):
        return None
    seen.inherit(last.speaker)
    return "answer", last.reply_to, "answer.speaker_line"
