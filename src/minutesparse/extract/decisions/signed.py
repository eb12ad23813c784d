"""Motions of which notice was given in writing: quoted text above "Signed: A   B"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.extract.decisions.movers.names import whole_name
from minutesparse.extract.decisions.script import Script
from minutesparse.extract.findings import MotionFinding
from minutesparse.naming import Mention

_SIGNED = re.compile(r"\b(?:Signed|SIGNED)(?:\s+by)?\s*:\s*(?=[A-Z])")
_OPENS = ('"', "“", "'", "‘")
_NAME = re.compile(r"[^,;:\"”]+?(?=\s{2,}|,|;|\s+and\s|[\"”]|$)")
_MOST_BLOCKS = 12


def signed_motions(script: Script) -> Iterator[MotionFinding]:
    """Yield the motions of an item that stand in full above those who signed them."""
    opened = None
    for index, block in enumerate(script.blocks):
        if not script.minuted(index) or (opened is not None and index - opened > _MOST_BLOCKS):
            opened = None
            continue
        if block.text.startswith(_OPENS):
            opened = index
        signed = _SIGNED.search(block.text) if opened is not None else None
        if opened is None or signed is None:
            continue
        signers = list(_signers(script, index, signed.end()))
        if signers:
            first = script.blocks[opened].start
            seconder = signers[1] if len(signers) > 1 else None
            yield MotionFinding(
                first, block.end, "motion", signers[0], seconder, None, "motion.signed"
            )
        opened = None


def _signers(script: Script, index: int, place: int) -> Iterator[Mention]:
    """Yield those named behind "Signed:", in order."""
    block = script.blocks[index]
    for found in _NAME.finditer(block.text, place):
        start = found.start() + len(found[0]) - len(found[0].lstrip())
        mention = whole_name(block.text, start, found.end(), script.lexicon)
        if mention is not None and mention.type == "person":
            yield mention.shifted(block.start)
