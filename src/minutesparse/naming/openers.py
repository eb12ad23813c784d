"""Which words a mention can begin with: most words of a sentence cannot, and are passed over."""

from __future__ import annotations

from minutesparse.naming.view import TokenView

DETERMINERS = frozenset(
    "the a an our their his her its one another some several all many two three four five six "
    "other both each every no most".split()
)
POSSESSOR = 5  # tokens of somebody whose office follows
_OPENS_LOOSELY = frozenset({"and", "of", "section", "s"})


def may_begin(view: TokenView, index: int) -> bool:
    """Tell whether a mention can begin at a token: of small words only some open one."""
    if not 0 <= index < len(view) or not view.tokens[index].word:
        return False
    lower, words = view.lowers[index], view.words
    return (
        view.is_capital(index)
        or lower in words.openers
        or lower in DETERMINERS
        or lower in _OPENS_LOOSELY
        or view.is_head(index)
        or "'s" in view.lowers[index + 1 : index + POSSESSOR]
    )
