"""The fold: frames in document order become contributions with kind, speaker and reply links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from minutesparse.attribute import rules
from minutesparse.attribute.drafts import Draft, Kind, Lead, State, person_key, same_speaker
from minutesparse.attribute.frames import Frame, FrameReader
from minutesparse.attribute.leads import is_lead_in, lead_of
from minutesparse.attribute.parties import Parties, Roster
from minutesparse.lexicons import Lexicon
from minutesparse.naming import Mention
from minutesparse.text import Block, Sentence

_SPEAKING_ZONES = ("minutes", "decision")


class Discourse:
    """Attributes the blocks of one agenda item after another."""

    def __init__(self, lexicon: Lexicon, roster: Roster) -> None:
        self._frames = FrameReader(lexicon)
        self._parties = Parties(lexicon, roster)

    def attribute(self, blocks: Sequence[Block], claimed: Iterable[tuple[int, int]]) -> list[Draft]:
        """Return an item's contributions.

        Args:
            blocks: The item's blocks, in order.
            claimed: Stretches that are records of another sort (resolutions, votes ...), sorted.
        """
        state = State()
        taken = sorted(claimed)
        for index, block in enumerate(blocks):
            if block.kind == "label":
                self._label(block, state)
                continue
            if block.zone not in _SPEAKING_ZONES:
                continue
            following = next((b for b in blocks[index + 1 :] if b.kind != "label"), None)
            self._block(index, block, following, state, taken)
        return state.drafts

    # ------------------------------------------------------------ blocks

    def _label(self, block: Block, state: State) -> None:
        if block.speech == "question" and "supp" not in block.text.lower():
            state.open = state.last = None
        state.lead = None
        state.by_depth.clear()

    def _block(
        self,
        index: int,
        block: Block,
        following: Block | None,
        state: State,
        taken: Sequence[tuple[int, int]],
    ) -> None:
        self._enter(block, state)
        sentences = [piece for sentence in block.sentences for piece in _unclaimed(sentence, taken)]
        first_of_block = len(state.drafts)
        for place, sentence in enumerate(sentences):
            frames = self._frames.read(sentence)
            for number, frame in enumerate(frames):
                closing = place == len(sentences) - 1 and number == len(frames) - 1
                lead = is_lead_in(frame, closing, _is_point(block, following))
                fresh = len(state.drafts) == first_of_block
                self._frame(index, block, frame, state, fresh, lead, following)
        if len(state.drafts) > first_of_block:
            state.by_depth[self._level(block)] = state.drafts[first_of_block]
            for depth in [d for d in state.by_depth if d > self._level(block)]:
                del state.by_depth[depth]

    def _level(self, block: Block) -> int:
        return block.depth if block.kind == "bullet" else -1

    def _enter(self, block: Block, state: State) -> None:
        """Leave the list that a lead-in opened when its points have ended."""
        if state.lead is not None and block.kind == "paragraph" and block.depth == 0 and not block.speech:
            state.lead = None
        if block.kind != "bullet":
            state.by_depth.clear()

    # ------------------------------------------------------------ frames

    def _frame(
        self,
        index: int,
        block: Block,
        frame: Frame,
        state: State,
        fresh: bool,
        lead: bool,
        following: Block | None,
    ) -> None:
        frame = self._known(frame, fresh, state)
        if frame.embedded is not None and (frame.embedded.asker is not None or frame.embedded.matter):
            self._embedded(index, frame, state)
            return
        parent = self._parent(block, state) if block.kind == "bullet" else None
        draft = self._verdict(index, block, frame, state, fresh, parent)
        if draft is None:
            return
        if lead and following is not None:
            self._lead(frame, draft, state, following)
        self._add(draft, frame, state)

    def _known(self, frame: Frame, fresh: bool, state: State) -> Frame:
        """Drop bare capitals that are nobody here; take a known name that lacks a verb."""
        mention = frame.mention
        if mention is not None and mention.name == mention.label and len(mention.label) <= 3:
            if not self._parties.known_initials(mention):
                return replace(frame, mention=None, act=None, voice="none")
        if mention is None and frame.leading is not None and fresh and frame.leading.type == "person":
            seen = state.askers | state.responders
            if person_key(frame.leading) in seen and frame.leading.end < frame.end - 3:
                return replace(frame, mention=frame.leading, voice="active")
        return frame

    def _parent(self, block: Block, state: State) -> Draft | None:
        """Return the contribution of the bullet that this one hangs under."""
        depths = [depth for depth in state.by_depth if 0 <= depth < block.depth]
        if not depths or block.depth == 0:
            return None
        parent = state.by_depth[max(depths)]
        return self._opener(parent)

    def _opener(self, draft: Draft) -> Draft:
        """Return the question or comment that opened the exchange a reply belongs to."""
        while draft.kind == "answer" and draft.reply_to is not None:
            draft = draft.reply_to
        return draft

    def _embedded(self, index: int, frame: Frame, state: State) -> None:
        """Make the question that a sentence mentions, and its answer around it."""
        assert frame.embedded is not None  # noqa: S101 - the caller looked
        inner = frame.embedded
        asker = inner.asker
        if asker is not None and asker.type == "pronoun":
            asker = state.open.speaker if state.open else None
        question = Draft(
            inner.start, inner.end, "question", asker, False, None, "question.embedded", index
        )
        speaker = frame.mention
        inherited = False
        if speaker is not None and speaker.type == "pronoun":
            speaker, inherited = self._pronoun(frame, state, asker), True
        if speaker is None and frame.voice in ("impersonal", "none"):
            speaker = None
        answer = Draft(
            frame.start, frame.end, "answer", speaker, inherited and speaker is not None, question,
            "answer.in_response", index,
        )  # fmt: skip
        state.drafts += [question, answer]
        state.open, state.last = question, answer
        self._remember(question, state)
        self._remember(answer, state)

    def _verdict(
        self, index: int, block: Block, frame: Frame, state: State, fresh: bool, parent: Draft | None
    ) -> Draft | None:
        speaker, inherited = self._speaker(frame, state, fresh, parent)
        context = _Context(index, block, frame, state, fresh, parent, speaker, inherited)
        for rule in RULES:
            found = rule(self, context)
            if found is not None:
                kind, reply_to, name = found
                if kind == "skip":
                    return None
                return Draft(
                    frame.start, frame.end, kind, context.speaker, context.inherited, reply_to, name, index,
                    frame.supplementary,
                )  # fmt: skip
        return None

    def _speaker(
        self, frame: Frame, state: State, fresh: bool, parent: Draft | None
    ) -> tuple[Mention | None, bool]:
        mention = frame.mention
        if mention is None or frame.voice == "passive":
            return None, False
        if mention.type == "pronoun":
            found = self._pronoun(frame, state, None)
            return found, found is not None
        return mention, False

    def _pronoun(self, frame: Frame, state: State, asker: Mention | None) -> Mention | None:
        """Return whom "he", "she" or "they" points back at.

        A reply is never the asker's own, so a pronoun that replies looks past the asker.
        """
        replying = frame.act == "answer" or frame.replying
        for draft in reversed(state.drafts):
            if draft.speaker is None or draft.speaker.type == "group":
                continue
            if replying and state.open is not None and same_speaker(draft.speaker, state.open.speaker):
                if draft is state.open or asker is not None:
                    continue
            return draft.speaker
        return None

    # ------------------------------------------------------------ after a verdict

    def _lead(self, frame: Frame, draft: Draft, state: State, following: Block) -> None:
        presenting = draft.kind == "presentation"
        lead = lead_of(frame, draft.speaker, following.depth, presenting)
        if draft.kind in ("comment", "question", "answer") and not presenting:
            draft.kind = "procedural"
            draft.reply_to = None
            draft.rule = "procedural.lead_in"
        state.lead = lead

    def _add(self, draft: Draft, frame: Frame, state: State) -> None:
        last = state.drafts[-1] if state.drafts else None
        if last is not None and self._extends(last, draft, frame):
            last.end = draft.end
            return
        state.drafts.append(draft)
        if draft.kind in ("question", "comment") and draft.reply_to is None:
            state.open = draft
        elif draft.kind == "question":
            state.open = draft
        elif draft.kind in ("presentation", "procedural") and draft.block != (last.block if last else -1):
            state.open = None if draft.kind == "presentation" else state.open
        self._remember(draft, state)
        state.last = draft

    def _extends(self, last: Draft, draft: Draft, frame: Frame) -> bool:
        """Tell whether a clause goes on with the contribution before it."""
        if last.block != draft.block or last.kind != draft.kind:
            return False
        if last.kind == "answer" and last.reply_to is not draft.reply_to:
            return False
        if draft.speaker is None:
            return last.speaker is None or frame.voice == "none"
        return same_speaker(last.speaker, draft.speaker)

    def _remember(self, draft: Draft, state: State) -> None:
        if draft.speaker is None or draft.inherited:
            return
        key = person_key(draft.speaker)
        if draft.kind == "question":
            state.askers.add(key)
        elif draft.kind == "answer":
            state.responders.add(key)
        elif draft.kind == "presentation":
            state.responders.add(key)
            state.presenter = draft.speaker


class _Context:
    """Everything a rule may look at; rules set the speaker where they inherit one."""

    def __init__(
        self,
        index: int,
        block: Block,
        frame: Frame,
        state: State,
        fresh: bool,
        parent: Draft | None,
        speaker: Mention | None,
        inherited: bool,
    ) -> None:
        self.index = index
        self.block = block
        self.frame = frame
        self.state = state
        self.fresh = fresh
        self.parent = parent
        self.speaker = speaker
        self.inherited = inherited

    def inherit(self, speaker: Mention | None) -> None:
        """Take over a speaker from further up."""
        self.speaker = speaker
        self.inherited = speaker is not None


Verdict = tuple[Kind | str, Draft | None, str]


def nothing_to_report(fold: Discourse, seen: _Context) -> Verdict | None:
    """"There were none": the running of the meeting, unless it answers a question."""
    if not rules.says_nothing(seen.frame):
        return None
    if seen.parent is not None or seen.block.speech == "answer":
        return None
    return "procedural", None, "procedural.nothing"


def question_to_answer(fold: Discourse, seen: _Context) -> Verdict | None:
    """A clause in question form, or with an asking verb, is a question."""
    frame = seen.frame
    asks = frame.act == "ask" or frame.interrogative
    if not asks and seen.block.speech != "question":
        return None
    if seen.block.speech == "answer" and not frame.act:
        return None
    if not asks and (not seen.fresh or _from_to(frame)):
        return ("skip", None, "") if _from_to(frame) else None
    if rules.invites_questions(frame):
        return "procedural", None, "procedural.invites_questions"
    if frame.act == "ask" and rules.only_requests(frame):
        return None
    if frame.interrogative and seen.speaker is None and not frame.act:
        _inherit_asker(seen)
    return "question", None, "question.reporting_verb" if frame.act == "ask" else "question.form"


def meeting_business(fold: Discourse, seen: _Context) -> Verdict | None:
    """The chair's running of the meeting; comings and goings."""
    frame = seen.frame
    chair = fold._parties.is_chair(seen.speaker)
    if rules.gives_thanks(frame) and (chair or rules.only_thanks(frame)) and seen.fresh:
        if chair or (seen.speaker is not None and seen.speaker.type == "group"):
            return "procedural", None, "procedural.thanks"
    if frame.act == "ask" or seen.parent is not None:
        return None
    if rules.runs_meeting(frame) and (chair or frame.act == "procedural" or seen.speaker is None or seen.speaker.type == "group"):
        if _in_presentation(seen) and seen.speaker is None:
            return None
        return "procedural", None, "procedural.business"
    return None


def reply_in_sub_bullet(fold: Discourse, seen: _Context) -> Verdict | None:
    """A bullet under a question or a comment replies to it."""
    parent = seen.parent
    if parent is None or parent.kind not in ("question", "comment"):
        return None
    if same_speaker(seen.speaker, parent.speaker) and not seen.inherited:
        return None
    if seen.speaker is None and not seen.fresh and seen.state.last is not None:
        seen.inherit(seen.state.last.speaker)
        seen.inherited = seen.state.last.inherited or seen.inherited
    target = seen.state.open if seen.state.open and _under(seen.state.open, parent, seen) else parent
    return "answer", target, "answer.sub_bullet"


def labelled_speech(fold: Discourse, seen: _Context) -> Verdict | None:
    """A label says what the speech is ("Response:")."""
    speech = seen.block.speech
    if speech == "answer":
        if seen.speaker is None and not seen.fresh and seen.state.last is not None:
            seen.inherit(seen.state.last.speaker)
        return "answer", seen.state.open, "answer.label"
    if speech == "comment":
        return "comment", None, "comment.label"
    if speech == "question" and not seen.fresh and seen.speaker is None:
        return "question", None, "question.label"
    return None


def presents_report(fold: Discourse, seen: _Context) -> Verdict | None:
    """A presenting verb brings a report before the meeting."""
    if seen.frame.act != "present" or seen.frame.voice == "passive":
        return None
    if seen.speaker is None:
        return None
    if seen.speaker.type == "group" and seen.frame.lemma != "bring":
        return None
    if fold._parties.is_member(seen.speaker) and seen.state.open is not None and seen.frame.lemma in ("draw the", "circulate"):
        return None
    return "presentation", None, "presentation.verb"


def point_under_lead(fold: Discourse, seen: _Context) -> Verdict | None:
    """A point under a lead-in is what the lead-in says, unless it says otherwise itself."""
    lead = seen.state.lead
    if lead is None or seen.block.kind not in ("bullet", "numbered") and not seen.block.speech:
        return None
    if seen.speaker is not None and not seen.inherited:
        return None
    if not seen.fresh:
        return None
    if lead.kind in ("presentation", "question") or (lead.kind == "answer" and lead.speaker is not None):
        seen.inherit(lead.speaker)
    return lead.kind, None, f"{lead.kind}.under_lead_in"


def reply_to_open(fold: Discourse, seen: _Context) -> Verdict | None:
    """Who may answer, speaking while a question or comment is open, replies to it."""
    state, frame = seen.state, seen.frame
    if state.open is None or (seen.speaker is None and not _unnamed_reply(seen)):
        return None
    if seen.speaker is None:
        _inherit_answerer(seen)
        return "answer", state.open, "answer.unnamed"
    if same_speaker(seen.speaker, state.open.speaker):
        return None
    if frame.act in ("procedural", "propose"):
        return None
    replying = frame.act == "answer" or frame.replying
    same_block = state.last is not None and state.last.block == seen.index
    if fold._parties.may_answer(seen.speaker, state) or replying:
        return "answer", state.open, "answer.follows_question"
    unanswered = not any(draft.reply_to is state.open for draft in state.drafts)
    if frame.act == "state" and unanswered and state.open.kind == "question":
        if not fold._parties.is_chair(seen.speaker) or same_block:
            return "answer", state.open, "answer.follows_question"
    return None


def requests_deed(fold: Discourse, seen: _Context) -> Verdict | None:
    """"Asked that the report include ..." is a remark, not a question."""
    if seen.frame.act == "ask":
        return "comment", None, "comment.request"
    return None


def more_of_the_same(fold: Discourse, seen: _Context) -> Verdict | None:
    """A clause that names nobody goes on with what stands before it in its block."""
    last = seen.state.last
    if seen.speaker is not None or last is None or seen.fresh:
        return None
    if seen.frame.voice == "impersonal" and last.kind in ("question", "comment") and seen.frame.act in ("state", "answer"):
        return "answer", last if last.kind == "question" else last, "answer.impersonal"
    seen.inherit(last.speaker)
    seen.inherited = last.inherited or (last.speaker is not None)
    return last.kind, last.reply_to, last.rule


def officer_presents(fold: Discourse, seen: _Context) -> Verdict | None:
    """An officer who speaks unasked presents."""
    if seen.speaker is None or seen.frame.act in ("comment",) and fold._parties.is_member(seen.speaker):
        return None
    if fold._parties.is_chair(seen.speaker) or seen.speaker.type == "group" and fold._parties.is_member(seen.speaker):
        return None
    executive = fold._parties.is_executive(seen.speaker)
    presenter = same_speaker(seen.speaker, seen.state.presenter)
    if presenter or executive or fold._parties.is_officer(seen.speaker):
        return "presentation", None, "presentation.officer"
    return None


def member_comments(fold: Discourse, seen: _Context) -> Verdict | None:
    """Whoever else is named gives a view."""
    if seen.speaker is None:
        return None
    return "comment", None, "comment.member"


def report_narrative(fold: Discourse, seen: _Context) -> Verdict | None:
    """Narrative that names nobody carries on the presentation."""
    state = seen.state
    if rules.in_passing(seen.frame):
        return "procedural", None, "procedural.in_passing"
    if state.open is not None and state.last is not None and state.last.kind == "answer":
        seen.inherit(state.last.speaker)
        return "answer", state.open, "answer.goes_on"
    if state.lead is not None:
        return state.lead.kind, None, "lead_in.goes_on"
    seen.inherit(state.presenter)
    return "presentation", None, "presentation.narrative"


RULES = (
    nothing_to_report,
    question_to_answer,
    labelled_speech,
    meeting_business,
    reply_in_sub_bullet,
    presents_report,
    point_under_lead,
    reply_to_open,
    requests_deed,
    more_of_the_same,
    officer_presents,
    member_comments,
    report_narrative,
)
"""What decides the kind of a clause, in order of trust."""


def _in_presentation(seen: _Context) -> bool:
    last = seen.state.last
    return last is not None and last.kind == "presentation" and not seen.fresh


def _from_to(frame: Frame) -> bool:
    """Tell whether a line only says who asks whom ("Councillor A to Councillor B")."""
    return re.fullmatch(r"[^.?]{3,90}\b(?:to|from|for)\b[^.?]{3,120}", frame.text) is not None and frame.act is None


def _inherit_asker(seen: _Context) -> None:
    """Give a bare question to who asked or spoke just before, or to whom the lead-in names."""
    last = seen.state.last
    if not seen.fresh and last is not None and last.kind in ("question", "comment") and last.speaker:
        seen.inherit(last.speaker)
    elif seen.state.lead is not None and seen.state.lead.speaker is not None and seen.block.kind == "bullet":
        seen.inherit(seen.state.lead.speaker)


def _unnamed_reply(seen: _Context) -> bool:
    """Tell whether a clause without a speaker replies: an impersonal report after a question."""
    frame, state = seen.frame, seen.state
    if frame.voice == "passive" and frame.act in ("state", "answer"):
        return True
    if frame.voice != "impersonal" or frame.act not in ("state", "answer"):
        return False
    return state.open is not None and (state.open.kind == "question" or not seen.fresh)


def _inherit_answerer(seen: _Context) -> None:
    last = seen.state.last
    if last is not None and last.kind == "answer" and last.reply_to is seen.state.open:
        seen.inherit(last.speaker)


def _under(question: Draft, parent: Draft, seen: _Context) -> bool:
    """Tell whether the open question was asked under the same parent bullet."""
    return question is not parent and question.kind == "question" and question.start > parent.start


def _is_point(block: Block, following: Block | None) -> bool:
    if following is None:
        return False
    if following.kind == "bullet":
        return block.kind != "bullet" or following.depth > block.depth
    return following.kind == "numbered" and (
        block.kind == "paragraph" or following.depth > block.depth
    )


def _unclaimed(sentence: Sentence, taken: Sequence[tuple[int, int]]) -> list[Sentence]:
    """Return the parts of a sentence that no other record has claimed."""
    pieces = [(sentence.start, sentence.end)]
    for start, end in taken:
        if start >= sentence.end:
            break
        if end <= sentence.start:
            continue
        pieces = [
            part
            for first, last in pieces
            for part in ((first, min(last, start)), (max(first, end), last))
            if part[0] < part[1]
        ]
    out = []
    for start, end in pieces:
        raw = sentence.text[start - sentence.start : end - sentence.start]
        inner = raw.strip(" ,;(")
        if sum(map(str.isalpha, inner)) < 3:
            continue
        first = start + raw.index(inner)
        out.append(Sentence(first, first + len(inner), inner))
    return out
