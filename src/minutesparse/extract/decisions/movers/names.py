"""Names of movers: persons and offices, and in their places also bare surnames."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesparse.extract.decisions.movers.words import mover_words
from minutesparse.lexicons import Lexicon
from minutesparse.naming import Mention, MentionReader, Token, tokenise

_CLOSING = {"(": (")",), ",": (",", "and", ".", ":", ";")}
_INITIALS_STOP = re.compile(r"[A-Z]{2,3}\.\s+[A-Z][a-z]")


def whole_name(text: str, start: int, end: int, lexicon: Lexicon) -> Mention | None:
    """Return a name that fills a stretch of the text."""
    tokens = tokenise(text, start, end)
    mention = named(text, tokens, 0, lexicon)
    return mention if mention is not None and mention.end >= end - 1 else None


def named(text: str, tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Mention | None:
    """Return the person or office named at a token; a surname alone is enough here."""
    if place >= len(tokens):
        return None
    reader = MentionReader(text, tokens, lexicon)
    mention = reader.read_plain(place)
    if mention is not None and _runs_on(mention, lexicon):
        return surname(tokens[place])
    if (
        mention is not None
        and not mention.titled
        and mention.label.lower() in mover_words(lexicon).not_movers
    ):
        return None
    if mention is not None and mention.type == "person":
        mention = _cut_short(mention, text, tokens, lexicon)
    if mention is not None and mention.type in ("person", "role", "pronoun"):
        return _by_name(mention, text, tokens, lexicon) or mention
    if tokens[place].lower in mover_words(lexicon).titles:
        return _titled(text, tokens, place, lexicon)
    if mention is None and is_surname(tokens[place], lexicon):
        return surname(tokens[place])
    return None


def _runs_on(mention: Mention, lexicon: Lexicon) -> bool:
    """Tell whether a bare name of two words ends in a word that begins what is moved ("Orr Be")."""
    words = mention.label.lower().split()
    return not mention.titled and len(words) == 2 and words[1] in mover_words(lexicon).not_movers


def _cut_short(mention: Mention, text: str, tokens: Sequence[Token], lexicon: Lexicon) -> Mention:
    """Take off a name what only begins the next words ("Cllr Orr Resolved", "PP. Payments")."""
    inside = [index for index, one in enumerate(tokens) if mention.start <= one.start < mention.end]
    last = len(inside)
    if _INITIALS_STOP.match(mention.label) is not None:
        last = 1
    while last > 1 and _is_no_name(tokens[inside[last - 1]], lexicon):
        last -= 1
    if last == len(inside):
        return mention
    end = tokens[inside[last - 1]].end
    words = " ".join(text[mention.start : end].split())
    dropped = len(mention.label.split()) - len(words.split())
    name = " ".join((mention.name or "").split()[:-dropped]) or words
    return mention._replace(end=end, label=words, name=name, after=inside[last - 1] + 1)


def _is_no_name(token: Token, lexicon: Lexicon) -> bool:
    return len(token.text) > 1 and token.lower in mover_words(lexicon).not_movers


def _by_name(
    office: Mention, text: str, tokens: Sequence[Token], lexicon: Lexicon
) -> Mention | None:
    """Return the person whose name stands behind an office, in brackets or between commas."""
    mark = tokens[office.after].text if office.after < len(tokens) else ""
    if mark != "(" and not (mark == "," and office.type == "role"):
        return None
    mention = MentionReader(text, tokens, lexicon).read_plain(office.after + 1)
    if mention is None or mention.type != "person" or not mention.titled:
        return None
    closed = mention.after >= len(tokens) or tokens[mention.after].text in _CLOSING[mark]
    return mention if closed and (mark == "," or mention.after < len(tokens)) else None


def _titled(text: str, tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Mention | None:
    """Read a name behind a word that is a title only before one ("Member J Orr")."""
    first, end = MentionReader(text, tokens, lexicon).listed_name(place + 1)
    if end == first:
        return None
    name = " ".join(text[tokens[first].start : tokens[end - 1].end].split())
    title = tokens[place].text
    return Mention(
        tokens[place].start,
        tokens[end - 1].end,
        f"{title} {name}",
        "person",
        name=name,
        title=title,
    )


def is_surname(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word can be a surname beside a cue ("Orr moved")."""
    if not (token.word and token.capital and len(token.text) > 2):
        return False
    return token.lower not in mover_words(lexicon).not_movers


def surname(token: Token) -> Mention:
    """Return the mention of a person by a surname alone."""
    return Mention(token.start, token.end, token.text, "person", name=token.text, titled=False)
