"""The fold over an item's blocks: each clause judged where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutesparse.attribute.antecedents import Antecedents
from minutesparse.attribute.context import Context
from minutesparse.attribute.drafts import Draft, Lead, State, same_speaker
from minutesparse.attribute.exchange import Exchange, pair_lines, pair_lists, pair_turns
from minutesparse.attribute.frame import Frame, unspoken
from minutesparse.attribute.labels import (
    addressed_line,
    asker_line,
    floor_line,
    is_reply_lead,
    reporter_behind,
    reporter_in_brackets,
    tabled_line,
)
from minutesparse.attribute.leads import announces_list, binds, lead_of
from minutesparse.attribute.mentioned import MentionedQuestions
from minutesparse.attribute.own_words import in_own_words
from minutesparse.attribute.pairing import pair_by_words
from minutesparse.attribute.parties import Parties
from minutesparse.attribute.reading import ReadBlock
from minutesparse.attribute.subheads import followers, subheads_of
from minutesparse.attribute.subjects import Subjects
from minutesparse.attribute.weighing import Verdict
from minutesparse.attribute.wording import wordings
from minutesparse.lexicons import Lexicon
from minutesparse.naming import Mention
from minutesparse.text import Block

_NAME_AND_OFFICE = re.compile(r"[^–(:]{3,60}\s[–-]\s*\([^()]{3,120}\)\.?$")
_COMES = re.compile(
    r"\b(?:(?:was|were|been)\s+(?:\w+ly\s+)?(?:sworn|introduced|recogni[sz]ed|welcomed|called|invited|present)|"
    r"came\s+(?:forward|up|to)|approached|appeared|stood)\b"
)
"""By what somebody comes to speak who says nothing yet."""
_LONGEST_LABEL = 140
_SAYS = ("answer", "state", "comment", "present", "ask")
_LOOKS_AHEAD = 3  # blocks


class Fold:
    """Carries the state of one item over its blocks.

    Args:
        parties: What is known of the speakers, over the whole page.
        debate: Offset of the item's first motion, from which on it is a debate; None without one.
        heading: The item's title: some tell who speaks at it.
        behind: What stands behind the title on its line: some name who reports there.
        lexicon: Names, offices, verbs and wordings.
        verdict: Makes a contribution of a clause, or none.
    """

    def __init__(
        self,
        parties: Parties,
        debate: int | None,
        heading: Block,
        behind: Block,
        lexicon: Lexicon,
        verdict: Verdict,
    ) -> None:
        self._parties = parties
        self._verdict = verdict
        self._debate = debate
        self._lexicon = lexicon
        self._wording = wordings(lexicon)
        self._public = self._wording.hears_public(heading.text)
        self._reporting = self._wording.brings_reports(heading.text)
        self._declaring = self._wording.declares_interests(heading.text)
        stands = heading.end > heading.start
        self._tabled = tabled_line(heading, lexicon) if stands else None
        self._blocks: list[ReadBlock] = []
        self._handed = False
        self._posing: Sequence[bool] = ()
        self._subheads: Sequence[bool] = ()
        reporter = reporter_behind(behind, lexicon) or reporter_in_brackets(heading, lexicon)
        self._state = State(reporter=reporter, floor=reporter)
        self._exchange = Exchange(self._state)
        self._subjects = Subjects(self._state, parties)
        self._antecedents = Antecedents(self._state, parties)
        self._mentioned = MentionedQuestions(self._state, self._antecedents)

    def fold(self, blocks: Sequence[ReadBlock]) -> list[Draft]:
        """Return the contributions of an item."""
        self._blocks = list(blocks)
        self._state.own_words = in_own_words([read.block for read in blocks])
        self._posing = [any(map(self._wording.poses_question, b.frames)) for b in blocks]
        self._subheads = subheads_of(blocks, self._wording, self._subjects.is_unknown)
        following = followers(blocks, self._subheads)
        for index, read in enumerate(blocks):
            if read.block.kind == "label":
                self._label(read.block)
            elif read.frames:
                self._blocks[index] = self._below_floor(read)
                self._block(index, self._blocks[index], following[index])
                self._hand_on(index, read, following[index])
        pair_by_words(self._state.drafts, self._text)
        pair_lists(self._state.drafts)
        pair_lines(self._state.drafts)
        pair_turns(self._state.drafts)
        return self._state.drafts

    def _below_floor(self, read: ReadBlock) -> ReadBlock:
        """Return a block as the reply that the line right above it announces, if one does."""
        handed, self._handed = self._handed, False
        if not handed or read.block.speech is not None:
            return read
        return read._replace(block=replace(read.block, speech="answer"))

    def _hand_on(self, index: int, read: ReadBlock, following: Block | None) -> None:
        """Hand the floor to the block below a line that only says who replies ("A replied:")."""
        state, last = self._state, self._state.last
        if last is None or last.speaker is None or last.block != index or len(read.frames) != 1:
            return
        listed = following is not None and following.kind in ("bullet", "numbered")
        several = [draft.kind for draft in state.drafts[-3:-1]] == ["question", "question"]
        if listed or several or not is_reply_lead(read.block):
            return  # of several questions the words tell which is replied to
        state.floor, state.announced = last.speaker, True
        self._handed = True

    def _text(self, draft: Draft) -> str:
        """Return the words of a contribution."""
        read = self._blocks[draft.block]
        said = (f.text for f in read.frames if draft.start <= f.start < draft.end)
        return " ".join((read.block.topic or "", *said))

    def _label(self, block: Block) -> None:
        state = self._state
        if block.speech == "question" and "supp" not in block.text.lower():
            self._exchange.begin()
        elif block.speech == "question" and state.floor is not None:
            asked = (d.speaker for d in reversed(state.drafts) if d.kind == "question")
            state.floor = next(asked, None)
        state.lead = state.headed = None
        if block.speech is None:
            state.floor = None
        elif self._tabled is not None:
            asks = block.speech == "question"
            state.floor = self._tabled.speaker if asks else self._tabled.addressed
            state.announced = state.floor is not None
        state.by_depth.clear()

    def _block(self, index: int, read: ReadBlock, following: Block | None) -> None:
        block, state = read.block, self._state
        self._enter(index, block)
        if self._gives_floor(read, following) or self._is_speaker_line(read):
            return
        if block.kind != "bullet":
            state.lined = None
        if state.headed is not None and block.kind == "paragraph" and read.frames[0].subjectless:
            state.floor = state.headed
        if self._subheads[index] and state.lead is not None:
            return
        count = len(state.drafts)
        for place, frame in enumerate(read.frames):
            closes = place == len(read.frames) - 1
            fresh = len(state.drafts) == count
            if frame.wordless and fresh and self._nobody_speaks(block):
                continue
            self._clause(index, place, frame, fresh, closes, following)
        if len(state.drafts) == count and self._heads_part(read):
            self._exchange.begin()
            if self._wording.names_application(read.frames[0]):
                state.presenter = None
        if len(state.drafts) > count:
            level = block.depth if block.kind == "bullet" else -1
            state.by_depth[level] = state.drafts[count]
            for depth in [depth for depth in state.by_depth if depth > level]:
                del state.by_depth[depth]

    def _heads_part(self, read: ReadBlock) -> bool:
        """Tell whether a block that says nothing heads a part: by a letter, or an application."""
        if len(read.frames) == 1 and self._wording.names_application(read.frames[0]):
            return True
        lettered = read.block.marker is not None and read.block.kind == "numbered"
        return lettered and len(read.frames) == 1 and self._wording.is_heading(read.frames[0])

    def _enter(self, index: int, block: Block) -> None:
        """Leave a list when its points have ended, and a speaker's line where a label stands."""
        state = self._state
        state.behind_label = state.introduced = None
        if self._subheads[index]:
            state.lead = state.parted
        elif block.kind == "paragraph" and block.depth == 0 and not block.speech:
            state.lead = None
        if block.topic is not None and block.depth == 0 and state.lead is None:
            state.open = None
            state.presenter = state.floor
        if block.kind != "bullet":
            state.by_depth.clear()
        elif state.lined is not None and not block.speech:
            state.floor = state.lined
        if block.speech and not state.announced and not self._asks_on(index, block):
            state.floor = None

    def _asks_on(self, index: int, block: Block) -> bool:
        """Tell whether a numbered question ("Q1.") goes on with who has just spoken."""
        last = self._state.last
        if block.speech != "question" or last is None or last.kind not in ("comment", "question"):
            return False
        return all(b.block.kind == "label" for b in self._blocks[last.block + 1 : index])

    def _gives_floor(self, read: ReadBlock, following: Block | None) -> bool:
        """Take a line that announces a question or a reply as who speaks below it."""
        line = asker_line(read.block, following, self._lexicon)
        line = line or floor_line(read.block, self._lexicon)
        listed = following is not None and following.kind in ("bullet", "numbered")
        whom = addressed_line(read.block, self._lexicon) if line is None else None
        if whom is not None:
            self._state.addressed = whom
            return True
        if line is None or (listed and line.sentence):
            return False
        if line.kind == "question":
            self._exchange.begin()
            self._state.addressed = line.addressed
        self._state.floor, self._state.announced = line.speaker, True
        self._handed = line.kind == "answer"
        return True

    def _is_speaker_line(self, read: ReadBlock) -> bool:
        """Take a line that is nothing but a name (and office) as who speaks below it."""
        frame = read.frames[0]
        label = (
            frame.labelled
            and frame.text.rstrip().endswith(":")
            and len(frame.text) < _LONGEST_LABEL
        )
        mention = frame.mention if frame.labelled else frame.leading
        if len(read.frames) != 1 or mention is None or frame.act is not None or read.block.marker:
            return False
        with_office = _NAME_AND_OFFICE.match(read.block.text) is not None
        if read.block.text.startswith("(") or (frame.text.endswith((".", "?")) and not with_office):
            return False
        if self._subjects.is_unknown(mention):
            return False
        named = frame.only_names or label or with_office
        if mention.type not in ("person", "role") or not named or len(frame.text) > _LONGEST_LABEL:
            return False
        self._state.floor, self._state.announced = mention, False
        if self._state.lined is not None:
            self._exchange.begin()
        self._state.lined = self._state.headed = mention
        return True

    def _clause(
        self,
        index: int,
        place: int,
        frame: Frame,
        fresh: bool,
        closes: bool,
        following: Block | None,
    ) -> None:
        block = self._blocks[index].block
        announces = announces_list(frame, closes, block, following)
        quoted = self._state.announced and self._state.floor and block.text.startswith('"')
        if quoted or self._is_bound(block, announces):
            frame = unspoken(frame)
        frame = self._subjects.settled(frame, fresh, announces)
        inner = frame.embedded
        named = inner is not None and inner.asker is not None and inner.asker.type != "group"
        listed = announces and inner is not None and not inner.matter and not named
        if inner is not None and (inner.asker is not None or inner.matter) and not listed:
            answer = self._mentioned.take(index, frame)
            if announces and following is not None:
                self._state.lead = Lead(
                    "answer", answer.speaker, following.depth, answers=True, target=answer.reply_to
                )
            return
        if self._wording.heads_points(frame):
            if announces and following is not None:
                self._state.lead = lead_of(frame, frame.mention, following.depth, "procedural")
            return
        parent = self._parent(block)
        self._leave_floor(frame, fresh)
        speaker, inherited = self._speaker(frame, announces)
        told = (frame.leading or frame.mention) if _COMES.search(frame.text) else None
        self._state.introduced = told if told is not None and told.type == "person" else None
        if speaker is not None and not inherited:
            self._state.floor = speaker if frame.labelled else None
            self._state.behind_label = speaker if frame.noted else None
        debated = self._debate is not None and frame.start > self._debate
        seen = Context(
            index, block, frame, self._state, self._parties, self._wording, fresh, parent,
            announces, speaker, inherited, debated, self._public, self._reporting,
            self._declaring, self._posing[index], *self._neighbours(index, place),
        )  # fmt: skip
        draft = self._verdict(seen)
        if draft is not None:
            self._exchange.add(draft, frame, block)
            self._leave_parts(draft, block)
        # A line that is no contribution, but a label, still tells whose words stand below it.
        says = frame.act in _SAYS and self._wording.says_below(frame)
        if says and not announces and speaker is not None:
            self._state.floor, self._state.announced = speaker, True
        if draft is not None and announces and following is not None:
            self._lead_in(index, draft, frame, following)

    def _lead_in(self, index: int, draft: Draft, frame: Frame, following: Block) -> None:
        """Take a clause that announces a list as its lead-in."""
        speaker = self._state.drafts[-1].speaker or draft.speaker
        lead = lead_of(frame, speaker, following.depth, draft.kind)
        lead = lead._replace(asked=frame.target if frame.act == "ask" else None)
        if draft.kind == "answer":
            lead = lead._replace(kind="answer", answers=True, target=draft.reply_to)
        single = speaker is not None and speaker.type != "group"
        tells = draft.kind in ("presentation", "answer") or lead.answers
        if single and tells and binds(frame):
            lead = lead._replace(bound=True)
        self._state.lead = lead
        below = index + 1
        parted = below < len(self._subheads) and self._subheads[below]
        self._state.parted = lead if parted else None

    def _leave_parts(self, draft: Draft, block: Block) -> None:
        """Leave a list in parts: talk in between ends it, save a presenter's."""
        parted = self._state.parted
        if parted is None or block.kind != "paragraph":
            return
        presents = draft.kind == "presentation"
        if parted.kind != "presentation" or (
            presents and not same_speaker(draft.speaker, parted.speaker)
        ):
            self._state.parted = None

    def _leave_floor(self, frame: Frame, fresh: bool) -> None:
        """Take the floor from who has just replied: an unlabelled question is somebody else's."""
        last = self._state.last
        asks = fresh and frame.mention is None and frame.interrogative
        if not asks or self._state.announced:
            return
        replied = last is not None and last.kind == "answer"
        if last is not None and replied and same_speaker(last.speaker, self._state.floor):
            self._state.floor = None

    def _speaker(self, frame: Frame, announces: bool) -> tuple[Mention | None, bool]:
        """Return who speaks, and whether the name comes from further up.

        Who has the floor also leads in to points: "1. Raised the following points:".
        """
        says = frame.mention is None and frame.voice == "none" and frame.act is not None
        if announces and says and self._state.announced and self._state.floor is not None:
            return self._state.floor, True
        return self._antecedents.speaker(frame)

    def _neighbours(self, index: int, place: int) -> tuple[Frame | None, Frame | None, bool]:
        """Return the clauses before and behind one, and whether the latter is of its block."""
        frames = self._blocks[index].frames
        before = frames[place - 1] if place else None
        if place + 1 < len(frames):
            return before, frames[place + 1], True
        below = self._blocks[index + 1 : index + 1 + _LOOKS_AHEAD]
        return before, next((read.frames[0] for read in below if read.frames), None), False

    def _nobody_speaks(self, block: Block) -> bool:
        """Tell whether nothing above a block makes its words anybody's."""
        state = self._state
        waits = state.lead or state.floor or state.open or state.presenter or state.by_depth
        return not waits and not block.speech

    def _is_bound(self, block: Block, announces: bool) -> bool:
        """Tell whether a block is a point of a list whose lead-in's sentence it ends."""
        lead = self._state.lead
        listed = block.kind in ("bullet", "numbered") and not block.speech and not announces
        return listed and lead is not None and lead.bound and block.depth >= lead.depth

    def _parent(self, block: Block) -> Draft | None:
        """Return the question or comment of the bullet that this one hangs under."""
        if block.kind != "bullet":
            return None
        outer = -1 if self._under_number() else 0
        depths = [depth for depth in self._state.by_depth if outer <= depth < block.depth]
        if not depths:
            return None
        parent = self._state.by_depth[max(depths)]
        while parent.kind == "answer" and parent.reply_to is not None:
            parent = parent.reply_to
        return parent

    def _under_number(self) -> bool:
        """Tell whether the bullets read now stand under a numbered point."""
        above = self._state.by_depth.get(-1)
        return above is not None and self._blocks[above.block].block.kind == "numbered"
