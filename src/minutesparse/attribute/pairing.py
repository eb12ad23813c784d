"""Replies in a list, paired with what they reply to by the words that both use."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from minutesparse.attribute.drafts import Draft

_IN_LIST = "answer.under_lead_in"
_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 6
_FEWEST = 2
_FARTHEST = 60  # contributions that a list of replies looks back over
_SMALL = frozenset(
    """about after again also been before being between could does each every from have having
    here into more most much other over said same should some still such than that their them then
    there these they this those under until very were what when where which while whom with within
    would year years will only asked council councillor officers members committee many""".split()
)


def pair_by_words(drafts: Sequence[Draft], text_of: Callable[[Draft], str]) -> None:
    """Pair the replies of each list with what was asked or said before the list.

    A reply repeats a word of what it replies to. One that shares no word with a single question
    or comment is left as it is.

    Args:
        drafts: The contributions of an item, in order.
        text_of: The words of a contribution.
    """
    place = 0
    while place < len(drafts):
        replies = _run_of_replies(drafts, place)
        asked = _asked_before(drafts, place) if replies else []
        if len(asked) >= _FEWEST:
            _pair(replies, asked, text_of)
        place += max(len(replies), 1)


def _run_of_replies(drafts: Sequence[Draft], place: int) -> list[Draft]:
    """Return the points of a list of replies that begins at a place, to nothing so far."""
    run: list[Draft] = []
    for at in range(place, len(drafts)):
        if drafts[at].rule != _IN_LIST or drafts[at].reply_to is not None:
            break
        run.append(drafts[at])
    return run


def _asked_before(drafts: Sequence[Draft], place: int) -> list[Draft]:
    """Return the questions and comments since the last reply that is not of the list."""
    asked: list[Draft] = []
    for draft in reversed(drafts[max(0, place - _FARTHEST) : place]):
        if draft.kind in ("question", "comment"):
            asked.append(draft)
        elif asked or draft.kind == "presentation":
            break
    return asked[::-1]


def _pair(
    replies: Sequence[Draft], asked: Sequence[Draft], text_of: Callable[[Draft], str]
) -> None:
    """Give each reply the one question or comment whose own words it repeats most."""
    stems = [_stems(text_of(draft)) for draft in asked]
    common = Counter(stem for each in stems for stem in each)
    for reply in replies:
        own = {stem for stem in _stems(text_of(reply)) if common[stem] == 1}
        scores = [len(own & each) for each in stems]
        best = max(scores)
        if best and scores.count(best) == 1:
            reply.reply_to = asked[scores.index(best)]


def _stems(text: str) -> set[str]:
    """Return the beginnings of the words that tell what a sentence is about."""
    words = (word.lower() for word in _WORD.findall(text))
    return {word.removesuffix("s")[:_STEM] for word in words if word not in _SMALL}
