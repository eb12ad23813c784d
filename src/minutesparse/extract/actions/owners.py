"""Owners of actions: names before a task, in a bracket, on a line or in a column of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from minutesparse.extract.actions.tasks import task_patterns
from minutesparse.extract.actions.words import any_of, word_set
from minutesparse.lexicons import Lexicon
from minutesparse.naming import Mention, MentionReader, tokenise
from minutesparse.text import Block, ItemLayout, Sentence

ZONES = ("minutes", "decision")
_INITIALS = re.compile(r"[A-Z]{2,3}(?:(?:\s*[/,&+]\s*|\s+and\s+)[A-Z]{2,3})*\.?$")
_BEHIND = re.compile(r"(?P<owner>[A-Z][^.;:]{1,50}?)\s+(?:Action|ACTION)\s*\.?$")
_SHOUTED = re.compile(r"ACTIONS?(?:\s+(?:BY|FOR))?\s+(?P<owner>[A-Z][^.;:]{1,50})\s*\.?$")
_ACTION = ("Action", "ACTION")
_LONGEST_TEAM = 6
_SPLIT = re.compile(r"\s*[/,&+]\s*|\s+and\s+")
_THROUGH = re.compile(r"\s+(?:via|through|with|by|before|for)\b.*$")
_BRACKET = re.compile(
    r"[\s(\[]{0,8}(?:owner|action|lead)?\s*[:–-]?\s*"
    r"\((?i:(?:owner|lead|action(?:\s+by)?)\s*[:–-]\s*)?(?P<owner>[A-Z][^()]{1,60})\)\s*\.?\s*$"
)
_LEADING = re.compile(
    r"(?P<owner>(?:the\s+)?[A-Z][^.:;]{1,60}?)\s+(?:(?:is|are|still|also)\s+)*"
    r"(?:to|will|would)\s+[a-z]"
)
_SMALL_BRACKET = re.compile(r"\((?P<owner>[a-z][a-z &-]{1,40})\)\s*\.?\s*$")
_ADVERB = re.compile(r"\s+(?:also|then|therefore|further|kindly|subsequently)\s*$")
_HEADED = re.compile(r"(?P<owner>[A-Z][^.:;]{1,60}?)\s*(?:[:–]|\s-\s|$)")


@dataclass(frozen=True, slots=True)
class OwnerMark:
    """Words that do nothing but name the owner of what stands before them.

    Attributes:
        start: Offset of the first of them.
        end: Offset after the last.
        owner: The owner, as written.
        task: The sentence that is to be done, or None where none stands before.
        block: Index of the block in which it stands.
        joined: True where the mark is part of the action's passage ("FT Action.").
    """

    start: int
    end: int
    owner: str
    task: Sentence | None
    block: int
    joined: bool


def owner_marks(item: ItemLayout, lexicon: Lexicon) -> list[OwnerMark]:
    """Return the marks of an item: "Action: Clerk", "FT Action.", initials on a line alone."""
    return list(_marks(item, lexicon))


def _marks(item: ItemLayout, lexicon: Lexicon) -> Iterator[OwnerMark]:
    before: Sentence | None = None
    column = has_column(item)
    for index, block in enumerate(item.blocks):
        if block.zone not in ZONES or block.kind == "label":
            before = None
            continue
        for sentence in block.sentences:
            mark = _mark(sentence, before, index, column and len(block.sentences) == 1, lexicon)
            if mark is not None:
                yield mark
            else:
                before = sentence


def has_column(item: ItemLayout) -> bool:
    """Tell whether initials stand on lines of their own, as a flattened column leaves them."""
    return any(
        _INITIALS.match(block.text) is not None and block.marker is None for block in item.blocks
    )


def _mark(
    sentence: Sentence, before: Sentence | None, index: int, column: bool, lexicon: Lexicon
) -> OwnerMark | None:
    """Return the mark that a sentence is, or None.

    Args:
        sentence: The sentence.
        before: The sentence before it that is no mark.
        index: Index of its block.
        column: Whether it is a line of its own in an item with a column of owners.
        lexicon: Labels, and names.
    """
    text, start, end = sentence.text, sentence.start, sentence.end
    label = task_patterns(lexicon).label.match(text)
    if label is not None and not label["number"] and label.end() < len(text):
        owner = owner_only(text[label.end() :], lexicon)
        if owner is not None:
            return OwnerMark(start, end, owner, before, index, False)
    shouted = _SHOUTED.match(text)
    if shouted is not None and (owner := owner_only(shouted["owner"], lexicon)) is not None:
        return OwnerMark(start, end, owner, before, index, False)
    behind = _BEHIND.match(text) if text.rstrip(" .").endswith(_ACTION) else None
    if behind is not None and (owner := owner_only(behind["owner"], lexicon)) is not None:
        return OwnerMark(start, end, owner, before, index, True)
    if column and _INITIALS.match(text) is not None:
        return OwnerMark(start, end, text.rstrip("."), before, index, False)
    return None


def owner_only(words: str, lexicon: Lexicon) -> str | None:
    """Return the owner where words name one or several and say nothing else."""
    bare = " ".join(words.split()).strip(" .()")
    bare = _THROUGH.sub("", bare)
    parts = [part for part in _SPLIT.split(bare) if part]
    if not parts or len(bare) > 70 or len(parts) > 6:
        return None
    return bare if all(_is_owner(part, lexicon) for part in parts) else None


def _is_owner(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words are initials, a word for owners, a name or an office."""
    return (
        re.fullmatch(r"[A-Z]{1,3}", words) is not None
        or words.lower() in word_set(lexicon, "owner_words", "posts")
        or names_owner(words, lexicon)
    )


_WITHIN_TEAMS = frozenset("the and & of for".split())


def names_owner(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words are nothing but a name, an office or a group."""
    tokens = tokenise(words)
    if not tokens or not (tokens[0].capital or tokens[0].lower == "the"):
        return words.lower() in word_set(lexicon, "owner_words", "posts")
    if tokens[0].lower in word_set(lexicon, "not_owners"):
        return False
    if len(tokens) <= _LONGEST_TEAM and tokens[-1].lower in word_set(lexicon, "teams"):
        return all(token.capital or token.lower in _WITHIN_TEAMS for token in tokens[:-1])
    reader = MentionReader(words, tokens, lexicon)
    mention = reader.read(0)
    if mention is not None and mention.after >= len(tokens):
        return mention.type != "pronoun"
    start, end = reader.listed_name(0)
    return end >= len(tokens) > start and len(tokens) <= 3


def is_certain(words: str, lexicon: Lexicon) -> bool:
    """Tell whether an owner is plain from a title, an office or initials, and no mere capitals."""
    known = word_set(lexicon, "owner_words", "posts")
    if _INITIALS.match(words) is not None or words.lower() in known:
        return True
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
        return " ".join(bracket["owner"].split())
    leading = _LEADING.match(text)
    named = leading or _HEADED.match(text)
    if named is None or not names_owner(named["owner"], lexicon):
        return None
    return " ".join(named["owner"].split())


def _small_bracket(text: str, lexicon: Lexicon) -> re.Match[str] | None:
    """Return the bracket at the end that names a team in small letters ("(policy team)")."""
    found = _SMALL_BRACKET.search(text)
    known = found is not None and found["owner"].split()[-1] in word_set(lexicon, "teams", "posts")
    return found if known else None


def post_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for the posts that are asked to do things."""
    return any_of(lexicon, "posts")
