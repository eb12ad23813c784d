"""Words above a list: a stem that every clause continues, or a clause that the list fills."""

from __future__ import annotations

import re
from functools import cache

from minutesparse.lexicons import Lexicon, alternation

_CALLS = re.compile(
    r"(?:[:–-]|\b(?:that|to|by|as\s+follows|following|the\s+following\s+\w+))\s*[.:;,–-]*$|"
    r"\b(?:following|these)\s+(?:\w+\s+){0,3}"
    r"(?:conditions?|reasons?|grounds?|informatives?|terms|amendments?|changes)\b[^.;,]{0,60}[.:;–-]*$",
    re.I,
)
_OWN_VERB = re.compile(
    r"\bbe\s+(?:(?:and\s+(?:is|are)\s+hereby|hereby|not|now|also|unanimously)\s+)?(?P<done>\w+)\b(?P<rest>.*)",
    re.I | re.S,
)
_HANDED_ON = re.compile(
    r"(?:recommended|asked|requested|invited|advised|urged|resolved|agreed)\b", re.I
)
_LEADS_ON = re.compile(
    r"(?:\s*\b(?:unanimously|hereby|formally|that|to|as|follows|the|following|full|council|cabinet|it)\b)*[\s,:;–-]*",
    re.I,
)
_INFINITIVE = re.compile(r"(?:unanimously\s+)?to\s+(?P<verb>\w+)(?P<rest>.*)", re.I | re.S)
_FOLLOWING = re.compile(
    r"(?:to\s+)?(?:make|submit|forward|convey|put|pass|send)\s+(?:\w+\s+){0,3}following\b[^.;]{0,120}$|"
    r"\b(?:the\s+)?following(?:\s+\w+){0,3}\s+be\s+(?:agreed|approved|noted|adopted|made|recommended)\b|"
    r"\brecommendations?\b[^.;]{0,60}\bbe\s+(?:agreed|approved|adopted)\b",
    re.I,
)


def calls_for_list(words: str) -> bool:
    """Tell whether words end so that a list must follow ("that Cabinet:", "for these reasons")."""
    return _CALLS.search(words.rstrip()[-160:]) is not None


def is_stem(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words before a list only say who decides and that it does."""
    bare = words.strip(" :;–-.,\"'")
    if not bare or _FOLLOWING.search(bare) is not None:
        return True
    own = _OWN_VERB.search(bare)
    if own is not None:
        handed = _HANDED_ON.match(own["done"]) is not None
        return handed and _LEADS_ON.fullmatch(own["rest"]) is not None
    infinitive = _INFINITIVE.match(bare)
    if infinitive is not None:
        return _LEADS_ON.fullmatch(infinitive["rest"]) is not None
    return all(
        _LEADS_ON.fullmatch(bare, found.end()) for found in _operative(lexicon).finditer(bare)
    )


@cache
def _operative(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for words that act upon something ("approves Option B")."""
    table = lexicon.table("decisions", "operative")
    words = {word for verb, listed in table.items() for word in listed if verb != "exclude"}
    return re.compile(rf"\b(?:{alternation(words - {'authority'})})\b", re.I)
