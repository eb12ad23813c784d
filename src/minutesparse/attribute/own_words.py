"""Reports in their authors' own words: "We met twice and I asked the Provost for a list"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesparse.text import Block

_FIRST_PERSON = re.compile(r"(?<![\w'’.])(?:I(?=\s+[a-z]|['’][a-z])|[Ww]e|[Oo]ur|[Mm]y)(?![\w.])")
_QUOTED = re.compile(r"[\"“][^\"“”]{1,600}[\"”]")
_FEWEST = 3


def in_own_words(blocks: Sequence[Block]) -> bool:
    """Tell whether paragraphs are in the first person, so that nobody reports what they say.

    Args:
        blocks: The blocks of one item.
    """
    texts = (_QUOTED.sub("", block.text) for block in blocks)
    return sum(_FIRST_PERSON.search(text) is not None for text in texts) >= _FEWEST
