"""Clauses that say by a verb of their own what was done ("(i) NOTED the plan")."""

from __future__ import annotations

import re
from dataclasses import replace

from minutesparse.extract.decisions.clauses import Part
from minutesparse.extract.decisions.phrases import phrases
from minutesparse.lexicons import Lexicon

_STEP = re.compile(r"(?!RESOLVED|RECOMMENDED)[A-Z]{2,}ED\b\s*(?=\w)")


def is_step(text: str) -> bool:
    """Tell whether a point opens with what was done, in capitals, and goes on with the thing."""
    return _STEP.match(text) is not None


def after_step(part: Part, lexicon: Lexicon) -> Part:
    """Take "The Committee agreed" off words below a head that say once more that it decided."""
    first = next(phrases(part.text, lexicon), None)
    if first is None or first.subject != "body" or first.begin > 0 or not first.tail.opener:
        return part
    text = part.text[first.tail.clause :]
    return replace(part, start=part.end - len(text), text=text)
