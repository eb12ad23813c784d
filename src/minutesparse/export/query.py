"""What a person types into a search box, as one value that every search engine here can take."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutesparse.errors import QueryError

_PART = re.compile(r'(?P<no>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>\S+))')
_SAYS_SOMETHING = re.compile(r"\w")
_WORDS = re.compile(r"[^\W_]+")
_EITHER = "OR"


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase.

    Attributes:
        words: The words, as typed.
        prefix: Whether longer words that begin so count too.
    """

    words: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for.

    Attributes:
        wanted: Groups of terms; a passage has at least one term of each group.
        unwanted: Terms that it does not have.
    """

    wanted: tuple[tuple[Term, ...], ...]
    unwanted: tuple[Term, ...] = ()


def parse_query(text: str) -> Query:
    """Return what a typed query asks for; punctuation is never an error.

    Args:
        text: Words, all of which are wanted; ``"a phrase"``, ``-unwanted``, ``one OR another``
            and ``begin*`` mean what they mean elsewhere.

    Raises:
        QueryError: It names nothing to look for.
    """
    wanted: list[list[Term]] = []
    unwanted: list[Term] = []
    either = False
    for part in _PART.finditer(_encodable(text)):
        if part[0] == _EITHER:
            either = bool(wanted)
            continue
        term = _term(part)
        if term is None:
            continue
        if part["no"]:
            unwanted.append(term)
        elif either:
            wanted[-1].append(term)
        elif part["phrase"] is None:
            wanted += [[each] for each in _each_word(term)]
        else:
            wanted.append([term])
        either = False
    if not wanted:
        raise QueryError(f"there is nothing to look for in {text!r}. Give at least one word.")
    return Query(tuple(map(tuple, wanted)), tuple(unwanted))


def _encodable(text: str) -> str:
    """Return a text without what no database takes: NUL, and halves of characters."""
    return text.replace("\0", " ").encode("utf-8", "replace").decode()


def fts5(query: Query) -> str:
    """Return a query as SQLite's full-text search takes it, with every term quoted."""
    groups = " AND ".join(f"({' OR '.join(map(_quoted, group))})" for group in query.wanted)
    if not query.unwanted:
        return groups
    return f"({groups}) NOT ({' OR '.join(map(_quoted, query.unwanted))})"


def _quoted(term: Term) -> str:
    return f'"{term.words}"{" *" if term.prefix else ""}'


def _each_word(term: Term) -> list[Term]:
    """Return the words of "looked-after" one by one; a mark at the end is the last one's."""
    words = _WORDS.findall(term.words)
    return [Term(word, term.prefix and word is words[-1]) for word in words]


def _term(part: re.Match[str]) -> Term | None:
    words = part["phrase"] if part["phrase"] is not None else part["word"].replace('"', " ")
    prefix = part["phrase"] is None and words.endswith("*")
    return Term(words.rstrip("*"), prefix) if _SAYS_SOMETHING.search(words) else None
