"""The list of a decision's clauses, block by block as far as it goes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from minutesparse.extract.decisions.clauses import Part, block_parts
from minutesparse.extract.decisions.endings import ends_decision, is_between
from minutesparse.extract.decisions.numbering import Outline, follows
from minutesparse.extract.decisions.script import Script
from minutesparse.text import Block

_BROKEN_OFF = re.compile(r"(?:[a-z,(–-]|\b(?:and|or|of|the))$")
_ANNOUNCES = (":", "–", "-")
_LETTERED = re.compile(r"[A-H]\s+(?=[A-Z])")
_NUMBERED = re.compile(
    r"\d(?:\s{3,}(?=[A-Z])|\s+(?=(?:the|[a-z]+s|"
    r"(?i:that|to|note|approve|agree|receive|support|endorse|delegate|authorise|ask|request))\b))"
)
_GOES_ON = re.compile(r"\d\s+(?=[A-Za-z])")
_STOPS = frozenset(".;:,")
_FAR = 10
_LONGEST_NAME = 120
_SHORTEST_WRAPPED = 30


class ListReader:
    """Gathers the parts of a list, each with its depth.

    Args:
        script: The item's blocks.
        is_sibling: Whether a block only carries on the numbering of the paragraph that decides.
        steps: Whether each part says by its own verb what was decided ("NOTED the plan").

    Attributes:
        placed: The parts gathered so far, each with its depth.
    """

    def __init__(
        self, script: Script, is_sibling: Callable[[Block], bool], *, steps: bool = False
    ) -> None:
        self._steps = steps
        self._script = script
        self._lexicon = script.lexicon
        self._is_sibling = is_sibling
        self._outline = Outline()
        self._filling = False
        self.placed: list[tuple[int, Part]] = []

    def read(self, parts: Sequence[Part], index: int) -> int:
        """Gather parts and the blocks below that go on with them; return the last block's index."""
        if parts:
            self._add(parts, opens=True)
        while index + 1 < len(self._script.blocks) and self._script.minuted(index + 1):
            block = self._script.blocks[index + 1]
            if self._parts_list(block, index + 1):
                index += 1
                continue
            if block.speech or not self._takes(block, index + 1):
                break
            index += 1
        return index

    @property
    def _last(self) -> Part:
        return self.placed[-1][1]

    def _add(self, parts: Sequence[Part], *, opens: bool) -> bool:
        """Add a block's parts if the first belongs here; tell whether it does."""
        self._filling = False
        for index, part in enumerate(parts):
            calls = opens if index == 0 else True
            depth = self._outline.place(part.label or "", part.style, part.depth, opens=calls)
            if depth is None:
                return index > 0
            self.placed.append((depth, part))
        return True

    def _extend(self, block: Block) -> None:
        """Let a paragraph without a number go on with the last part."""
        depth, part = self.placed[-1]
        self.placed[-1] = (depth, replace(part, end=block.end, text=f"{part.text} {block.text}"))

    def _takes(self, block: Block, index: int) -> bool:
        """Take the block at an index into the list; tell whether it belongs there."""
        if block.marker is None:
            return self._continues(block, index)
        own = bool(self.placed) and self.placed[0][1].style == block.marker.style
        if self._is_sibling(block) and not own:
            return False
        if not self._steps and ends_decision(block, self._lexicon):
            return False
        opens = not self.placed or _open_ended(self._last.text) or block.depth > self._last.depth
        return self._add(block_parts(block, self._lexicon), opens=opens)

    def _continues(self, block: Block, index: int) -> bool:
        """Let a paragraph without a number go on with the last clause; tell whether it does."""
        if not self.placed or ends_decision(block, self._lexicon):
            return False
        if is_between(block, self._lexicon):
            return False
        if not (self._fills(block, index) or self._is_broken_off(block)):
            return False
        self._extend(block)
        return True

    def _parts_list(self, block: Block, index: int) -> bool:
        """Tell whether a line only heads the further points of a list ("Capital", then "d.")."""
        if block.marker is not None or not self.placed or len(block.text) > _LONGEST_NAME:
            return False
        if index + 1 >= len(self._script.blocks) or block.text.rstrip()[-1:] in _STOPS:
            return False
        below = self._script.blocks[index + 1].marker
        label = self._last.label or ""
        if below is None or not below.label or below.style != self._last.style:
            return False
        return follows(label, below.label) and not ends_decision(block, self._lexicon)

    def _fills(self, block: Block, index: int) -> bool:
        """Tell whether lines without numbers fill a clause, as names do, and the list goes on."""
        if len(block.text) > _LONGEST_NAME:
            return False
        if not self._filling and not self._last.text.rstrip().endswith(_ANNOUNCES):
            return False
        label, style = self._last.label or "", self._last.style
        ahead = self._script.blocks[index + 1 : index + 1 + _FAR]
        self._filling = any(
            other.marker is not None
            and other.marker.style == style
            and follows(label, other.marker.label)
            for other in ahead
        )
        return self._filling

    def _is_broken_off(self, block: Block) -> bool:
        """Tell whether a line broke in mid-sentence and a block goes on with it."""
        last = self._last.text.rstrip()
        if _BROKEN_OFF.search(last) is None:
            return False
        wrapped = block.gap == 0 and len(last) >= _SHORTEST_WRAPPED and last[-1].islower()
        return block.text[:1].islower() or last.endswith(",") or wrapped


def parts_in_turn(script: Script, index: int) -> list[Part]:
    """Return the paragraphs from a block on that begin with bare letters or numbers in turn."""
    return _in_turn("ABCDEFGH", "A", script, index) or _in_turn("123456789", "1", script, index)


def _in_turn(labels: str, style: str, script: Script, index: int) -> list[Part]:
    """Return the paragraphs that begin with labels in turn ("A The plan", "1  that")."""
    opens = _LETTERED if style == "A" else _NUMBERED
    parts: list[Part] = []
    for label, place in zip(labels, range(index, len(script.blocks)), strict=False):
        block = script.blocks[place]
        if not script.minuted(place) or block.marker is not None or block.text[:1] != label:
            break
        found = opens.match(block.text) or (_GOES_ON.match(block.text) if len(parts) > 1 else None)
        if found is None:
            break
        text = block.text[found.end() :]
        start = block.start + found.end()
        parts.append(Part(start, block.end, text, label, style, block.depth, "clause.numbered"))
    return parts


def _open_ended(text: str) -> bool:
    """Tell whether words call for a list: a colon, a dash, or no stop at all."""
    bare = text.rstrip()
    return not bare.endswith((".", ";")) or bare.endswith(("etc.", "follows.", "following."))
