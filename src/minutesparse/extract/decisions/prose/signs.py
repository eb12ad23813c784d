"""What the rules of prose ask about a deciding word and what stands around it."""

from __future__ import annotations

import re
from functools import cache

from minutesparse.extract.decisions.outcomes import is_view, looks_forward
from minutesparse.extract.decisions.phrases import Phrase
from minutesparse.extract.decisions.script import Script, Statement
from minutesparse.lexicons import Lexicon, alternation
from minutesparse.lexicons.patterns import any_of, says, source, word_set
from minutesparse.naming import Mention, MentionReader, tokenise

STEPS = frozenset({"resolved", "agreed", "recommended"})
"""Verbs of the record after which a step follows, and no thing that they settle."""

_BY_OR_THE = re.compile(
    r"\s+(?:the|this|these|those|both|all|we|not|unanim\w*|by|(?:Cllrs?|Councillors?|Mr|Mrs|Ms)\.?)\b"
)
_NOT_OF_THINGS = frozenset({"carried", "passed", "received"})
_NEAR = 60


def continues(text: str) -> bool:
    """Tell whether a mark at the end leads to what stands below."""
    return text.rstrip().endswith((":", "–", "-"))


def leads_on(phrase: Phrase, statement: Statement) -> bool:
    """Tell whether what is decided follows: "that", "to", a mark, or a list below."""
    if phrase.tail.opener or phrase.tail.marked or phrase.shouted:
        return True
    return _BY_OR_THE.match(statement.text, phrase.end) is not None


def is_decided(phrase: Phrase, rest: str, lexicon: Lexicon) -> bool:
    """Tell whether the words after a body's deciding word are what it decided."""
    opener = phrase.tail.opener
    if opener == "to" or (phrase.tail.marked and phrase.verb != "bare"):
        return True
    if phrase.verb == "bare":
        return opener == "that"
    if phrase.verb == "recommended":
        return opener == "that" or says(lexicon, "decisions", "recommended_steps", rest) is not None
    if opener == "that":
        return phrase.verb in STEPS or looks_forward(rest, lexicon)
    return _object(lexicon).match(rest) is not None and phrase.word not in _NOT_OF_THINGS


def is_talk(rest: str, statement: Statement, script: Script) -> bool:
    """Tell whether agreement is to a view rather than to a step."""
    block = script.blocks[statement.block]
    if not statement.first and says(script.lexicon, "decisions", "passed_on", rest) is not None:
        return True
    if block.kind == "bullet" and not statement.lead:
        return is_view(rest, script.lexicon) or not looks_forward(rest, script.lexicon)
    if is_view(rest, script.lexicon):
        return not (script.closing(statement.block) and statement.alone and block.marker is None)
    if looks_forward(rest, script.lexicon):
        return False
    return not (statement.last and script.closing(statement.block))


def ends_open(phrase: Phrase, statement: Statement) -> bool:
    """Tell whether a deciding word ends its line, so that what is decided stands below."""
    rest = statement.text[phrase.tail.clause :].strip(" .;)*_")
    return not rest and (phrase.tail.marked or not statement.text.rstrip().endswith("."))


def stands_in_list(phrase: Phrase, statement: Statement, script: Script) -> bool:
    """Tell whether a numbered "The Panel notes ..." stands in a list of such clauses."""
    numbered = script.blocks[statement.block].marker is not None
    return numbered and statement.first and phrase.word.endswith("s") and phrase.subject == "body"


def is_aside(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words before a verb hold a clause of their own ("which was approved")."""
    return any_of(lexicon, "decisions", "clause_openers").search(words[-_NEAR:]) is not None


def names_speaker(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words name those who speak: "Members", "Cllr Orr", "The Chair"."""
    bare = words.strip()
    if _speakers(lexicon).match(bare) is not None:
        return True
    tokens = tokenise(bare)
    mention = MentionReader(bare, tokens, lexicon).read(0) if tokens else None
    if mention is None or mention.after < len(tokens):
        return False
    return mention.titled or _is_whole_name(mention, lexicon)


def _is_whole_name(mention: Mention, lexicon: Lexicon) -> bool:
    """Tell whether a name without a title begins with a first name or its letter ("J Orr")."""
    first, _, rest = mention.label.partition(" ")
    given = first.lower() in word_set(lexicon, "names", "masculine", "feminine", "either")
    return mention.type == "person" and bool(rest) and (given or len(first.rstrip(".")) == 1)


@cache
def _object(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for how a thing that is decided on begins ("the plan", "£300")."""
    openers, before = (
        source(lexicon, "decisions", "object_openers"),
        source(lexicon, "decisions", "before_objects"),
    )
    return re.compile(rf"\s*(?:(?:{before})\s+)?(?:{openers}|[A-Z£$€\d\"“])")


@cache
def _speakers(lexicon: Lexicon) -> re.Pattern[str]:
    titles = alternation(lexicon.phrases("speakers", "titles"))
    sections = ("deciding_groups", "deciding_members", "speaking_groups")
    groups = alternation(word for name in sections for word in lexicon.phrases("decisions", name))
    offices = source(lexicon, "decisions", "speaking_offices")
    return re.compile(
        r"(?:(?:the|all|some|other|several)\s+)*"
        rf"(?:(?:{titles})\.?\s+[A-Z]|(?:[A-Z]\w+\s+){{0,4}}(?:{groups})$|"
        rf"(?:[A-Z]\w+\s+){{0,3}}(?:{offices})$|[A-Z]{{2,3}}$)",
        re.I,
    )
