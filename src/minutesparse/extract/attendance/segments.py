"""A list of names cut at its commas, colons, columns and lines.

"J Hale (JH), Clerk; M Orr" is three segments: "J Hale" with the aside "JH", then ", Clerk", then
"; M Orr". A bracket is kept with what it follows. What a segment is, a name or an office, is told
by those who read it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import NamedTuple

from minutesparse.extract.attendance.words import AttendanceWords
from minutesparse.naming import Token, tokenise

BREAK = "\n"
_GAP = re.compile(r"[^\S\n]{3,}|[^\S\n]*\|[^\S\n]*|\t|[^\S\n]*[·•▪●][^\S\n]*|\n[^\S\n]*")
_SURNAME = re.compile(r"[A-Z][\w'-]+(?=\s*(?:[,;.(]|$))")
_PIECE_END = re.compile(r"[,;(]|\s(?:and|&)\s")
_OPEN_END = re.compile(
    r"(?:[,;&/(–-]|\b(?:and|of|for|the|to|with|from|in)|(?:^|[\s.])[A-Z]\.?|"
    r"\b(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Rev|Cr|Crs)\.?)$"
)
ALSO = "also"
"""The mark of those whom a list adds to its members."""
_JOINERS = frozenset({"and", "&", "+", "plus"})
_WITH = (("together", "with"), ("along", "with"))
_DASHES = frozenset({"-", "–", "—", "―"})
_OPENERS = frozenset(
    {
        "The",
        "There",
        "It",
        "This",
        "These",
        "They",
        "With",
        "As",
        "At",
        "After",
        "Following",
        "When",
    }
)
_COUPLE = frozenset({"mr", "mrs", "ms", "miss", "dr", "rev"})
_NUMBERED = re.compile(r"\(?\d{1,3}[.)]\s")
_NAME_ENDS = frozenset(
    {"Jr", "JR", "Sr", "SR", "Jnr", "Snr", "II", "III", "Esq", "Inc", "LLC", "LLP", "Ltd", "PLLC"}
)
_CLOSERS = {"(": ")", "[": "]"}
_ENTRY = re.compile(
    r"(?:[A-Z]\.?\s|(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Rev|Cr|Crs|Ald|Aldermen|Mayor)\b)"
)
_RANK = re.compile(
    r"(?:(?:Chief|Detective|Acting|Assistant)\s+)*(?:Superintendent|Inspector|Sergeant|Constable|Officer)\s+[A-Z]\.?\s"
)
_LETTERS = re.compile(r"\s+(?:M[SL]P|MP|TD|[MO]BE|JP|AM|MS|CBE)$")
_PROSE_WIDTH = 50
_LONGEST_ASIDE = 60
_LONGEST_SEGMENT = 60


class Segment(NamedTuple):
    """What stands between two marks of a list.

    Attributes:
        mark: The mark before it: a comma, semicolon, colon, full stop, "and", "-", a line break,
            or nothing where it follows a bracket.
        tokens: Its words, brackets left out.
        asides: The words within each bracket after it.
    """

    mark: str
    tokens: tuple[Token, ...]
    asides: tuple[tuple[Token, ...], ...] = ()


def split_segments(text: str, words: AttendanceWords) -> list[Segment]:
    """Return the segments of a list; a line's end parts names unless the line runs on.

    Args:
        text: The list.
        words: The attendance lexicon; an office runs on over a line's end where the list is
            written as prose.
    """
    builder = _Builder(words)
    tokens = _tokens(text, words)
    place = 0
    while place < len(tokens):
        place = builder.take(tokens, place)
    builder.close("")
    return builder.segments


class _Builder:
    """Takes tokens one by one and closes a segment at each mark."""

    def __init__(self, words: AttendanceWords) -> None:
        self._words = words
        self.segments: list[Segment] = []
        self._mark = BREAK
        self._tokens: list[Token] = []
        self._asides: list[tuple[Token, ...]] = []

    def take(self, tokens: Sequence[Token], place: int) -> int:
        """Take the token at a place; return the place of the next."""
        token = tokens[place]
        if token.text in _CLOSERS:
            return self._bracket(tokens, place)
        if _goes_on_from(tokens, place):
            return place + 1
        if _goes_on_with(tokens, place):
            self.close("and")
            return place + 2
        if self._adds_guests(tokens, place):
            self._mark = ALSO
            return place + 1
        if token.text in (")", "]"):
            if self._tokens:
                self._asides.append((self._tokens.pop(),))
            return place + 1
        mark = "" if _ends_name(tokens, place) else self._mark_at(tokens, place)
        if self._opens_sentence(tokens, place):
            self.close(".")
        if mark:
            self.close(mark)
        elif token.text not in ("'", '"', "*", ","):
            if self._asides or len(self._tokens) >= _LONGEST_SEGMENT:
                self.close("")
            self._tokens.append(token)
        return place + 1

    def _adds_guests(self, tokens: Sequence[Token], place: int) -> bool:
        """Tell whether "; also" goes on with those who are no members."""
        if tokens[place].lower != ALSO or self._tokens or self._mark not in (";", ",", "and"):
            return False
        return place + 1 < len(tokens) and tokens[place + 1].capital

    def close(self, mark: str) -> None:
        """End the segment that is open; a mark waits for the next one."""
        if self._tokens or self._asides:
            self._put(Segment(self._mark, tuple(self._tokens), tuple(self._asides)))
            self._tokens, self._asides, self._mark = [], [], mark
        elif mark and self._mark != BREAK:
            self._mark = mark

    def _put(self, segment: Segment) -> None:
        """A bracket after a comma belongs to what stands before the comma."""
        if not segment.tokens and self.segments:
            last = self.segments[-1]
            segment = Segment(last.mark, last.tokens, last.asides + segment.asides)
            self.segments[-1] = segment
        elif segment.tokens:
            self.segments.append(segment)

    def _mark_at(self, tokens: Sequence[Token], place: int) -> str:
        token = tokens[place]
        if token.text in (",", ";", ":", BREAK):
            return token.text
        if token.lower in _JOINERS:
            return "" if _couple(tokens, place) else "and"
        if token.text == "/" and self._parts_names(tokens, place):
            return ";"
        if token.text in _DASHES:
            return "-" if _stands_apart(tokens, place) else ""
        return "." if token.text == "." and self._ends_sentence(tokens, place) else ""

    def _opens_sentence(self, tokens: Sequence[Token], place: int) -> bool:
        """Tell whether a sentence begins where the full stop before it is lost."""
        before = tokens[place - 1] if place else None
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        denies = tokens[place].text == "No" and after is not None and after.text.islower()
        if before is None or not (denies or tokens[place].text in _OPENERS):
            return False
        return before.text in (")", "]") or (before.capital and len(before.text) > 1)

    def _ends_sentence(self, tokens: Sequence[Token], place: int) -> bool:
        """Tell whether a full stop ends a sentence and no initial or abbreviation."""
        before = tokens[place - 1] if place else None
        if before is None or place + 1 >= len(tokens):
            return before is None or before.lower not in self._words.abbreviations
        if (len(before.text) == 1 and before.word) or before.lower in self._words.abbreviations:
            return False
        after = tokens[place + 1]
        return after.start > tokens[place].end and not (after.word and not after.capital)

    def _parts_names(self, tokens: Sequence[Token], place: int) -> bool:
        """Tell whether a stroke parts two persons, as cells that were run together are."""
        if not 0 < place < len(tokens) - 1 or not _stands_apart(tokens, place):
            return False
        before, after = tokens[place - 1], tokens[place + 1]
        full = len(before.text) > 2 and before.capital and (before.lower,) not in self._words.titles
        return full and after.lower in self._words.names.given_names and after.capital

    def _bracket(self, tokens: Sequence[Token], place: int) -> int:
        end = _closing(tokens, place)
        inner = tuple(token for token in tokens[place + 1 : end] if token.text != BREAK)
        if inner:
            self._asides.append(inner)
        return end + 1


def _ends_name(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a comma stands within a name ("John Orr, Jr.", "Hale Printing, Inc.")."""
    if tokens[place].text != "," or not 0 < place < len(tokens) - 1:
        return False
    return tokens[place + 1].text in _NAME_ENDS and tokens[place - 1].capital


def _goes_on_from(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether "from" only takes up the list again ("from Mr Orr and from Mrs Hale")."""
    if tokens[place].text not in ("from", "by") or not 0 < place < len(tokens) - 1:
        return False
    before, after = tokens[place - 1], tokens[place + 1]
    return before.lower in _JOINERS and after.capital and not after.lower.startswith("item")


def _goes_on_with(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether "together with" goes on with a list."""
    pair = tuple(token.lower for token in tokens[place : place + 2])
    return pair in _WITH and place + 2 < len(tokens)


def _closing(tokens: Sequence[Token], place: int) -> int:
    """Return the place of the closing bracket, or the last place that an open one may reach."""
    closer, depth = _CLOSERS[tokens[place].text], 0
    last = min(len(tokens), place + _LONGEST_ASIDE)
    for index in range(place, last):
        if tokens[index].text == tokens[place].text:
            depth += 1
        elif tokens[index].text == closer:
            depth -= 1
            if not depth:
                return index
    return _open_bracket_end(tokens, place, last)


def _open_bracket_end(tokens: Sequence[Token], place: int, last: int) -> int:
    """A bracket that never closes ends with its first word."""
    following = place + 1
    while following < last and not tokens[following].word:
        following += 1
    return min(following, last - 1)


def _couple(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether "and" joins the titles of a couple ("Mr & Mrs Orr")."""
    pair = [token.lower for token in (*tokens[place - 1 : place], *tokens[place + 1 : place + 2])]
    return len(pair) == 2 and all(word in _COUPLE for word in pair)


def _stands_apart(tokens: Sequence[Token], place: int) -> bool:
    if place == 0 or place + 1 >= len(tokens):
        return True
    before, token, after = tokens[place - 1 : place + 2]
    return before.end < token.start or (token.text not in "-/" and after.start > token.end)


def _tokens(text: str, words: AttendanceWords) -> list[Token]:
    """Return the tokens with a break token wherever a column or a line ends."""
    tokens: list[Token] = []
    done = 0
    for gap in _GAP.finditer(text):
        if gap[0][0] == "\n" and _runs_on(text, done, gap.start(), words):
            continue
        tokens += tokenise(text, done, gap.start())
        tokens.append(Token(BREAK, BREAK, gap.start(), gap.start()))
        done = gap.end()
    return tokens + tokenise(text, done)


def _runs_on(text: str, start: int, end: int, words: AttendanceWords) -> bool:
    """Tell whether a list goes on over a line's end in the middle of a name or an office."""
    before = text[max(start, text.rfind("\n", 0, end) + 1) : end].rstrip()
    line_end = text.find("\n", end + 1)
    after = text[end + 1 : line_end if line_end >= 0 else len(text)].strip()
    if not before or not after or _NUMBERED.match(after):
        return False
    if after[0].islower() or after[0] in "&),;" or _OPEN_END.search(before):
        return True
    if before.count("(") > before.count(")"):
        return True
    if _given_alone(before, after, words.names.given_names):
        return True
    return ("," in before or ";" in before) and (
        _broken_name(before, after) or _broken_office(before, after, words.office_parts)
    )


def _given_alone(before: str, after: str, given: Container[str]) -> bool:
    """Tell whether a line ends with a first name and the next begins with what is none."""
    last = _PIECE_END.split(before)[-1].strip().lower()
    surname = _SURNAME.match(after)
    return last in given and surname is not None and surname[0].lower() not in given


def _broken_office(before: str, after: str, office_words: Container[str]) -> bool:
    """Tell whether a list written as prose breaks a line within an office or before its holder."""
    commas = before.count(",")
    if commas < 2 or len(before) < _PROSE_WIDTH or _ENTRY.match(after) or _RANK.match(after):
        return False
    last = _PIECE_END.split(before)[-1]
    first = after.split(None, 1)[0]
    return any(word.lower() in office_words for word in [*last.split(), first])


def _broken_name(before: str, after: str) -> bool:
    """Tell whether the last piece of one line and the first of the next make one name."""
    found = _PIECE_END.search(after)
    piece = after[: found.start()] if found else after
    *pieces, last = (part.split() for part in _PIECE_END.split(before))
    piece = _LETTERS.sub("", piece)
    alone = len(piece.split()) == 1 and piece[:1].isupper() and piece.rstrip(".").isalpha()
    if not alone or before.endswith("."):
        return False
    # Where the line holds no more, its word is half a name only among whole ones.
    whole = sum(len(part) > 1 for part in pieces[1:])
    halves = len(last) == 1 and last[0].isalpha() and 0 < len(pieces) - 1 <= whole * 2
    return bool(last) if found is not None else halves
