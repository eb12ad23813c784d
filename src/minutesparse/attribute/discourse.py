"""The fold: frames in document order become contributions with kind, speaker and reply links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from minutesparse.attribute.context import Context
from minutesparse.attribute.drafts import Draft, State, same_speaker
from minutesparse.attribute.frames import Frame, FrameReader
from minutesparse.attribute.labels import floor_line
from minutesparse.attribute.leads import announces_list, lead_of
from minutesparse.attribute.parties import Parties, Roster
from minutesparse.attribute.verdicts import RULES
from minutesparse.lexicons import Lexicon
from minutesparse.naming import Mention
from minutesparse.text import Block, Sentence

_PUBLIC = re.compile(
    r"\b(?:public\s+(?:participation|forum|comments?|speaking|questions?|session|hearing|address)|"
    r"comments?\s+from\s+the\s+public|deputations?|petitions?|open\s+forum|democratic\s+time|"
    r"oral\s+communications?|citizens?\s+comments?|visitors?|delegations?)\b",
    re.I,
)
_REPORTING = re.compile(
    r"\b(?:reports|announcements)\s*$|\b(?:member|councillor|council|mayor|chair\w*)'?s?'?\s+reports?\b",
    re.I,
)
_LONGEST_LABEL = 140
_SPEAKING_ZONES = ("minutes", "decision")
Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ReadBlock:
    """A block with the frames of what it says and no other record has claimed."""

    block: Block
    frames: tuple[Frame, ...]


def attribute(
    items: Sequence[Sequence[Block]],
    claimed: Sequence[Sequence[Stretch]],
    debates: Sequence[int | None],
    titles: Sequence[str],
    roster: Roster,
    lexicon: Lexicon,
) -> list[list[Draft]]:
    """Return the contributions of each item of a page.

    Every clause is read on its own first, over the whole page, so that what a speaker does in
    one item tells their part in another; then one fold an item makes contributions.

    Args:
        items: The blocks of each item.
        claimed: For each item, the stretches that are records of another sort.
        debates: For each item, the offset of its first motion, from which on it is a debate.
        titles: The title of each item: some tell who speaks at it.
        roster: What attendance tells of people.
        lexicon: Names, offices and verbs.
    """
    reader = FrameReader(lexicon)
    read = [
        [_read(block, sorted(claims), reader) for block in blocks]
        for blocks, claims in zip(items, claimed, strict=True)
    ]
    frames = (frame for blocks in read for one in blocks for frame in one.frames)
    parties = Parties(lexicon, roster, frames)
    return [
        _Fold(parties, debate, title, lexicon).fold(blocks)
        for blocks, debate, title in zip(read, debates, titles, strict=True)
    ]


def _read(block: Block, claims: Sequence[Stretch], reader: FrameReader) -> ReadBlock:
    if block.kind == "label" or block.zone not in _SPEAKING_ZONES:
        return ReadBlock(block, ())
    pieces = (piece for sentence in block.sentences for piece in _unclaimed(sentence, claims))
    return ReadBlock(block, tuple(frame for piece in pieces for frame in reader.read(piece)))


class _Fold:
    """Carries the state of one item over its blocks."""

    def __init__(self, parties: Parties, debate: int | None, title: str, lexicon: Lexicon) -> None:
        self._parties = parties
        self._debate = debate
        self._public = _PUBLIC.search(title) is not None
        self._reporting = _REPORTING.search(title) is not None
        self._lexicon = lexicon
        self._blocks: Sequence[ReadBlock] = ()
        self._state = State()

    def fold(self, blocks: Sequence[ReadBlock]) -> list[Draft]:
        """Return the contributions of an item."""
        self._blocks = blocks
        for index, read in enumerate(blocks):
            if read.block.kind == "label":
                self._label(read.block)
            elif read.frames:
                following = next(
                    (b.block for b in blocks[index + 1 :] if b.block.kind != "label"), None
                )
                self._block(index, read, following)
        pair_lists(self._state.drafts)
        return self._state.drafts

    # ------------------------------------------------------------ blocks

    def _label(self, block: Block) -> None:
        state = self._state
        if block.speech == "question" and "supp" not in block.text.lower():
            self._new_exchange()
        state.lead = None
        if block.speech is None:
            state.floor = None
        state.by_depth.clear()

    def _new_exchange(self) -> None:
        state = self._state
        state.open = state.last = None
        state.numbered.clear()
        state.asking = False

    def _block(self, index: int, read: ReadBlock, following: Block | None) -> None:
        block, state = read.block, self._state
        self._enter(block)
        if self._gives_floor(read) or self._is_speaker_line(read):
            return
        count = len(state.drafts)
        for place, frame in enumerate(read.frames):
            closes = place == len(read.frames) - 1
            fresh = len(state.drafts) == count
            self._clause(index, block, frame, fresh, closes, following)
        if len(state.drafts) > count:
            level = block.depth if block.kind == "bullet" else -1
            state.by_depth[level] = state.drafts[count]
            for depth in [depth for depth in state.by_depth if depth > level]:
                del state.by_depth[depth]

    def _enter(self, block: Block) -> None:
        """Leave a list when its points have ended, and a speaker's line where a label stands."""
        state = self._state
        if block.kind == "paragraph" and block.depth == 0 and not block.speech:
            state.lead = None
        if block.kind != "bullet":
            state.by_depth.clear()
        if block.speech and not state.announced:
            state.floor = None

    def _gives_floor(self, read: ReadBlock) -> bool:
        """Take a line that announces a question or a reply as who speaks below it."""
        line = floor_line(read.block, self._lexicon)
        if line is None:
            return False
        if line.kind == "question":
            self._new_exchange()
            self._state.addressed = line.addressed
        self._state.floor, self._state.announced = line.speaker, True
        return True

    def _is_speaker_line(self, read: ReadBlock) -> bool:
        """Take a line that is nothing but a name (and office) as who speaks below it."""
        frame = read.frames[0]
        label = (
            frame.labelled
            and frame.text.rstrip().endswith(":")
            and len(frame.text) < _LONGEST_LABEL
        )
        mention = frame.mention if label else frame.leading
        if len(read.frames) != 1 or mention is None or frame.act is not None or read.block.marker:
            return False
        if read.block.text.startswith("("):
            return False
        named = frame.only_names or label
        if mention.type not in ("person", "role") or not named or len(frame.text) > _LONGEST_LABEL:
            return False
        self._state.floor, self._state.announced = mention, False
        return True

    # ------------------------------------------------------------ clauses

    def _clause(
        self,
        index: int,
        block: Block,
        frame: Frame,
        fresh: bool,
        closes: bool,
        following: Block | None,
    ) -> None:
        announces = announces_list(frame, closes, block, following)
        frame = self._settled(frame, fresh, announces)
        inner = frame.embedded
        if inner is not None and (inner.asker is not None or inner.matter):
            self._embedded(index, frame)
            return
        parent = self._parent(block)
        speaker, inherited = self._speaker(frame)
        if speaker is not None and not inherited and not frame.labelled:
            self._state.floor = None
        seen = Context(
            index, block, frame, self._state, self._parties, fresh, parent, announces, speaker,
            inherited, self._debate is not None and frame.start > self._debate, self._public,
            self._reporting,
        )  # fmt: skip
        draft = self._judged(seen)
        if draft is None:
            return
        if announces and following is not None:
            self._state.lead = lead_of(frame, draft.speaker, following.depth, draft.kind)
        self._add(draft, frame)

    def _settled(self, frame: Frame, fresh: bool, announces: bool) -> Frame:
        """Drop what only looks like a speaker; take a known name that lacks a verb."""
        mention = frame.mention
        if mention is not None and not self._is_somebody(frame, mention):
            return replace(frame, mention=None, act=None, voice="none")
        if mention is not None and frame.act is None and not announces:
            spoken = mention.type == "role" and self._parties.has_spoken(mention)
            weak = mention.type in ("group", "pronoun") or (not fresh and mention.type == "role")
            if weak and not spoken:
                return replace(frame, mention=None, voice="none")
        if mention is not None and not mention.titled:
            frame = self._parties.trimmed(frame)
        leading = frame.leading
        if mention is not None or leading is None or leading.type != "person":
            return frame
        if fresh and not frame.only_names and self._parties.has_spoken(leading):
            return replace(frame, mention=leading, voice="active")
        return frame

    def _is_somebody(self, frame: Frame, mention: Mention) -> bool:
        """Tell whether bare capitals stand for a person here and not for a body."""
        if mention.name != mention.label or len(mention.label) > 3:
            return True
        return self._parties.known_initials(mention, reporting=frame.act is not None)

    def _parent(self, block: Block) -> Draft | None:
        """Return the question or comment of the bullet that this one hangs under."""
        if block.kind != "bullet" or block.depth == 0:
            return None
        depths = [depth for depth in self._state.by_depth if 0 <= depth < block.depth]
        if not depths:
            return None
        parent = self._state.by_depth[max(depths)]
        while parent.kind == "answer" and parent.reply_to is not None:
            parent = parent.reply_to
        return parent

    def _embedded(self, index: int, frame: Frame) -> None:
        """Make the question that a sentence mentions, and its answer around it."""
        assert frame.embedded is not None  # noqa: S101 - the caller looked
        inner, state = frame.embedded, self._state
        asker = inner.asker
        if asker is not None and asker.type == "pronoun":
            asker = state.open.speaker if state.open else None
        question = Draft(
            inner.start, inner.end, "question", asker, False, None, "question.embedded", index
        )
        speaker, inherited = frame.mention, False
        if speaker is not None and speaker.type == "pronoun":
            speaker = self._antecedent(frame, asker)
            inherited = speaker is not None
        if frame.voice == "passive":
            speaker = None
        answer = Draft(
            frame.start,
            frame.end,
            "answer",
            speaker,
            inherited,
            question,
            "answer.in_response",
            index,
        )
        state.drafts += [question, answer]
        state.open, state.last = question, answer

    def _judged(self, seen: Context) -> Draft | None:
        """Return the contribution that the first knowing rule makes of a clause."""
        for rule in RULES:
            found = rule(seen)
            if found is None:
                continue
            kind, reply_to, name = found
            if kind == "skip":
                return None
            frame = seen.frame
            return Draft(
                frame.start, frame.end, kind, seen.speaker, seen.inherited, reply_to, name,
                seen.index, frame.supplementary,
            )  # fmt: skip
        return None

    def _speaker(self, frame: Frame) -> tuple[Mention | None, bool]:
        mention = frame.mention
        if mention is None or frame.voice == "passive":
            return None, False
        if mention.type == "pronoun":
            found = self._antecedent(frame, None)
            return found, found is not None
        return mention, False

    def _antecedent(self, frame: Frame, asker: Mention | None) -> Mention | None:
        """Return whom "he", "she" or "they" points back at.

        A reply is never the asker's own, so a pronoun that replies looks past the asker; one that
        asks, in an exchange that somebody opened, is who opened it.
        """
        state = self._state
        replying = frame.act == "answer" or frame.replying or asker is not None
        opener = state.open.speaker if state.open is not None else None
        if frame.act == "ask" and opener is not None and opener.type != "group":
            return opener
        waiting = state.open if state.open is state.last else None
        if waiting is not None and waiting.kind == "question" and frame.act == "state":
            replying = True
        for draft in reversed(state.drafts):
            if draft.speaker is None or draft.speaker.type == "group":
                continue
            if replying and same_speaker(draft.speaker, opener):
                continue
            return draft.speaker
        return None

    # ------------------------------------------------------------ after a verdict

    def _add(self, draft: Draft, frame: Frame) -> None:
        state = self._state
        last = state.drafts[-1] if state.drafts else None
        if last is not None and self._extends(last, draft, frame):
            last.end = draft.end
            if last.speaker is None:
                last.speaker, last.inherited = draft.speaker, draft.inherited
            return
        state.drafts.append(draft)
        self._number(draft, frame)
        if draft.kind == "question" or (draft.kind == "comment" and draft.reply_to is None):
            state.open = draft
        elif self._closes_exchange(draft, last):
            state.open = None
        if draft.kind == "presentation" and draft.speaker is not None and not draft.inherited:
            state.presenter = draft.speaker
        state.last = draft

    def _closes_exchange(self, draft: Draft, last: Draft | None) -> bool:
        """Tell whether a contribution ends the exchange that was open before it."""
        if draft.kind == "presentation":
            return last is not None and draft.block != last.block
        return draft.kind == "procedural" and draft.rule != "procedural.label"

    def _number(self, draft: Draft, frame: Frame) -> None:
        """Remember a question by its printed number, and whether more of them follow."""
        block = self._blocks[draft.block].block
        state = self._state
        if draft.kind == "question":
            state.asking = state.asking or frame.text.rstrip().endswith(":")
            number = block.speech_number or (block.marker.label if block.marker else None)
            if number is not None and (block.speech == "question" or state.asking):
                state.numbered[number] = draft
        elif draft.kind == "answer":
            state.asking = False

    def _extends(self, last: Draft, draft: Draft, frame: Frame) -> bool:
        """Tell whether a clause goes on with the contribution before it."""
        if last.block != draft.block or last.kind != draft.kind:
            return False
        if last.kind == "answer" and last.reply_to is not draft.reply_to:
            return False
        if draft.speaker is None:
            return last.speaker is None or frame.voice == "none"
        if last.speaker is None:
            return draft.inherited and last.kind in ("answer", "presentation")
        return same_speaker(last.speaker, draft.speaker)


def pair_lists(drafts: Sequence[Draft]) -> None:
    """Pair a list of replies with the list of questions before it, where they are as many."""
    questions = [d for d in drafts if d.kind == "question" and d.reply_to is None]
    replies = [d for d in drafts if d.rule == "answer.under_lead_in" and d.reply_to is None]
    answered = {id(d.reply_to) for d in drafts if d.reply_to is not None}
    waiting = [
        d for d in questions if id(d) not in answered and replies and d.start < replies[0].start
    ]
    if replies and len(waiting) == len(replies):
        for question, reply in zip(waiting, replies, strict=True):
            reply.reply_to = question


def _unclaimed(sentence: Sentence, claims: Iterable[Stretch]) -> list[Sentence]:
    """Return the parts of a sentence that no other record has claimed."""
    pieces = [(sentence.start, sentence.end)]
    for start, end in claims:
        if start >= sentence.end:
            break
        if end > sentence.start:
            pieces = [part for piece in pieces for part in _without(piece, start, end)]
    whole = len(pieces) == 1 and pieces[0] == (sentence.start, sentence.end)
    return [made for piece in pieces if (made := _trimmed(sentence, piece, 1 if whole else 3))]


def _without(piece: Stretch, start: int, end: int) -> list[Stretch]:
    first, last = piece
    parts = ((first, min(last, start)), (max(first, end), last))
    return [part for part in parts if part[0] < part[1]]


def _trimmed(sentence: Sentence, piece: Stretch, letters: int) -> Sentence | None:
    start, end = piece
    raw = sentence.text[start - sentence.start : end - sentence.start]
    inner = raw.strip(" ,;(")
    if sum(map(str.isalpha, inner)) < letters and not any(map(str.isdigit, inner)):
        return None
    first = start + raw.index(inner)
    return Sentence(first, first + len(inner), inner)
