"""Owners of actions: who is named before a task, beside a label, in a bracket or at the end."""

from __future__ import annotations

import re

from minutesparse.extract.actions.tasks import task_patterns
from minutesparse.lexicons import Lexicon
from minutesparse.lexicons.patterns import any_of, values, word_set
from minutesparse.naming import Mention, MentionReader, tokenise
from minutesparse.text import Block

_LETTERS = r"(?:[A-Z]{2,3}[a-rt-z]?|(?:[A-Z]\.){2,3})"
INITIALS = re.compile(rf"{_LETTERS}(?:(?:\s*[/,&+]\s*|\s+and\s+){_LETTERS})*\.?$")
"""Initials of one or several, with full stops or without."""
SHORT_OFFICE = re.compile(r"[Tt]he\s+[A-Z]{2,6}")
"""An office that is named by its letters ("the HIA"), as the source of a whole match."""

DOTTED = r"(?:(?:Mr|Mrs|Ms|Dr|Cllr|Cllrs|Cr|Rev|Prof)\.\s*)?(?:[A-Z]\.\s*){0,3}"
"""Titles and initials with a full stop, which ends no sentence, as the source of a pattern."""

_LONGEST_TEAM = 6
_SPLIT = re.compile(r"\s*[/,&+]\s*|\s+and\s+")
_THROUGH = re.compile(r"\s+(?:via|through|with|by|before|for)\b.*$")
_TASK = re.compile(r"\s+to\s+[a-z]")
_BRACKET = re.compile(
    r"[\s(\[]{0,8}(?:owner|action|lead)?\s*[:–-]?\s*"
    r"\((?i:(?:owner|lead|action(?:\s+by)?)\s*[:–-]\s*)?(?P<owner>[A-Z][^()]{1,60})\)\s*\.?\s*$"
)
_LEADING = re.compile(
    rf"(?P<owner>(?:the\s+)?{DOTTED}[A-Z][^.:;]{{1,60}}?)\s+(?:(?:is|are|still|also)\s+)*"
    r"(?:to|will|would)\s+[a-z]"
)
_SMALL_BRACKET = re.compile(r"\((?P<owner>[a-z][a-z &-]{1,40})\)\s*\.?\s*$")
_ADVERB = re.compile(r"\s+(?:also|then|therefore|further|kindly|subsequently)\s*$")
_HEADED = re.compile(rf"(?P<owner>{DOTTED}[A-Z][^.:;]{{1,60}}?)\s*(?:[:–]|\s-\s|$)")
_LAST = re.compile(
    r"(?:\s[–-]|[.;,]?\s(?i:owner|lead|responsible|who|by)\s*[:–-])\s+"
    rf"(?P<owner>{DOTTED}[A-Z][^.:;–]{{1,50}})\.?$"
)
_WHEN = re.compile(r"\s*[,;–-]\s*(?:by|before|due|within|asap)\b.*$", re.I)
_DONE_BY = re.compile(
    r"\bto\s+be\s+[a-z]+\b[^.;:]{0,120}?\sby\s+(?P<owner>(?:the\s+)?[A-Z][^.,;:]{1,50}?)"
    r"(?=\s+(?:before|by|within|in|at|on|for)\b|[.,;]|$)"
)
_WITHIN_TEAMS = frozenset("the and & of for".split())


def owner_only(words: str, lexicon: Lexicon) -> str | None:
    """Return the owner where words name one or several and say nothing else."""
    bare = " ".join(words.split()).strip(" .()")
    if _TASK.search(bare) is None:  # "the Member for Parks to write" says more than who
        bare = _THROUGH.sub("", bare)
    parts = [part for part in _SPLIT.split(bare) if part]
    if not parts or len(bare) > 70 or len(parts) > 6 or says_nothing(bare, lexicon):
        return None
    return bare if all(_is_owner(part, lexicon) for part in parts) else None


def says_nothing(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words behind "Action" say that there is none ("None", "No action")."""
    told = words.lower().strip(" .()*").removeprefix("unanimously ")
    taken = any(map(told.startswith, values(lexicon, "decisions", "actions_taken")))
    moved = told.startswith(("moved by ", "on a motion ", "on motion ", "motion by "))
    return taken or moved or told in word_set(lexicon, "actions", "no_actions")


def _is_owner(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words are initials, a word for owners, a name or an office."""
    return (
        re.fullmatch(r"[A-Z]{1,3}", words) is not None
        or words.lower() in word_set(lexicon, "actions", "owner_words", "posts")
        or names_owner(words, lexicon)
    )


def names_owner(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words are nothing but a name, an office or a group, or several of them."""
    known = word_set(lexicon, "actions", "owner_words", "posts")
    if INITIALS.match(words) is not None or words.lower() in known:
        return True
    if words.lower() in word_set(lexicon, "actions", "tasks"):
        return False  # "Liaise" is a verb, with capitals or not
    parts = _SPLIT.split(words)
    one = _names_one(words, lexicon)
    return one or (len(parts) > 1 and all(_is_one_of_several(part, lexicon) for part in parts))


def _is_one_of_several(part: str, lexicon: Lexicon) -> bool:
    return INITIALS.match(part) is not None or _names_one(part, lexicon)


def _names_one(words: str, lexicon: Lexicon) -> bool:
    tokens = tokenise(words)
    if not tokens or not (tokens[0].capital or tokens[0].lower == "the"):
        return words.lower() in word_set(lexicon, "actions", "owner_words", "posts")
    if tokens[0].lower in word_set(lexicon, "actions", "not_owners"):
        return False
    if SHORT_OFFICE.fullmatch(words) is not None:
        return True
    if len(tokens) <= _LONGEST_TEAM and tokens[-1].lower in word_set(lexicon, "actions", "teams"):
        return all(token.capital or token.lower in _WITHIN_TEAMS for token in tokens[:-1])
    reader = MentionReader(words, tokens, lexicon)
    mention = reader.read(0)
    if mention is not None and mention.after >= len(tokens):
        return mention.type != "pronoun"
    start, end = reader.listed_name(0)
    return end >= len(tokens) > start and len(tokens) <= 3


def is_certain(words: str, lexicon: Lexicon) -> bool:
    """Tell whether an owner is plain from a title, an office or initials, and no mere capitals."""
    known = word_set(lexicon, "actions", "owner_words", "posts")
    if INITIALS.match(words) is not None or words.lower() in known:
        return True
    if SHORT_OFFICE.fullmatch(words) is not None:
        return True
    parts = _SPLIT.split(words)
    if len(parts) > 1 and INITIALS.match(parts[0]) is not None:
        return all(is_certain(part, lexicon) for part in parts)
    mention = MentionReader(words, tokenise(words), lexicon).read(0)
    return mention is not None and mention.titled and mention.type != "group"


def subject_of(words: str, lexicon: Lexicon) -> Mention | None:
    """Return the mention that the words before a verb are, adverbs left out."""
    bare = _ADVERB.sub("", words.strip())
    tokens = tokenise(bare)
    if not tokens:
        return None
    mention = MentionReader(bare, tokens, lexicon).read(0)
    return mention if mention is not None and mention.after >= len(tokens) else None


def labelled_owner(text: str, block: Block, lexicon: Lexicon) -> str | None:
    """Return the owner of a labelled action: beside it, in a bracket, or before its verb."""
    if block.margin:
        return block.margin
    bracket = _BRACKET.search(text) or _small_bracket(text, lexicon)
    if bracket is not None:
        return " ".join(_WHEN.sub("", bracket["owner"]).split())
    last = owner_at_end(text, lexicon)
    if last is not None:
        return last
    doer = doer_named(text, lexicon)
    if doer is not None:
        return doer
    leading = _LEADING.match(text)
    if leading is not None and _is_told_of(leading, lexicon):
        return " ".join(leading["owner"].split())
    for named in (leading, _HEADED.match(text)):
        if named is not None and names_owner(named["owner"], lexicon):
            return " ".join(named["owner"].split())
    return None


def doer_named(text: str, lexicon: Lexicon) -> str | None:
    """Return who is named behind "to be done ... by", or None."""
    doer = _DONE_BY.search(text)
    certain = doer is not None and is_certain(doer["owner"], lexicon)
    return " ".join(doer["owner"].split()) if doer is not None and certain else None


def _is_told_of(leading: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether words before "to" and a task are somebody, told by their form alone."""
    task = task_patterns(lexicon).subjunctive.match(leading.string, leading.end("owner"))
    words = leading["owner"].split()
    if task is None or len(words) > _LONGEST_TEAM:
        return False
    team = words[-1].lower() in word_set(lexicon, "actions", "teams")
    return team or all(word[0].isupper() or word in _WITHIN_TEAMS for word in words)


def owner_at_end(text: str, lexicon: Lexicon) -> str | None:
    """Return the owner behind a dash or a label at the end ("Circulate it – Head of Parks")."""
    found = _LAST.search(text)
    return owner_only(found["owner"], lexicon) if found is not None else None


def owner_behind(text: str, lexicon: Lexicon) -> str | None:
    """Return the owner in a bracket or behind a dash at the end, where words name nobody else."""
    bracket = _BRACKET.search(text)
    if bracket is not None:
        return owner_only(bracket["owner"], lexicon)
    return owner_at_end(text, lexicon)


def _small_bracket(text: str, lexicon: Lexicon) -> re.Match[str] | None:
    """Return the bracket at the end that names a team in small letters ("(policy team)")."""
    found = _SMALL_BRACKET.search(text)
    known = found is not None and found["owner"].split()[-1] in word_set(
        lexicon, "actions", "teams", "posts"
    )
    return found if known else None


def post_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for the posts that are asked to do things."""
    return any_of(lexicon, "actions", "posts")
