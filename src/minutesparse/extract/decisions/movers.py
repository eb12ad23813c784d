"""Movers and seconders: who is named beside "moved", "proposed", "seconded"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from minutesparse.lexicons import Lexicon
from minutesparse.naming import Mention, MentionReader, Token, tokenise

_CUE = re.compile(r"\b(?:mov(?:ed?|er|es)|propos|prop\b|second|motion|nominat|sec\b|support)", re.I)
_NEEDS_BY = frozenset("motion proposal proposition supported introduced propose second".split())
_BEFORE_BY = frozenset(
    "was were is duly formally then jointly made being offered introduced submitted presented ( motion amendment this . -".split()
)
_VERBS = frozenset("moved moves proposed proposes seconded seconds nominated propose".split())
_SKIP = frozenset(
    "by from of : - – — . , ; was were and duly a this that motion amendment formally then as made being put offered introduced submitted presented "
    "forward both record true = ( on behalf it this & councillors cllrs members right honourable worshipful".split()
)
_PREPOSITIONS = frozenset({"by", "from", "of"})
_BETWEEN = frozenset(
    ", also then formally duly had therefore further and who was ( ) - – it".split()
)
_SEPARATORS = frozenset(
    ", ; : and – — - ( \" . but then when after meeting discussion ' therefore accordingly that | / )".split()
)
_LINE_PAIR = re.compile(
    r"\(?(?:Councillors|Cllrs|Crs|Members|Trustees|Commissioners)?\.?\s*(?P<one>[A-Z][^/,;:()]{1,50}?)\s*/\s*"
    r"(?P<two>[A-Z][^/,;:()]{1,50}?)\)?"
)
_PLURAL = re.compile(r"(?:councillors|cllrs|crs|clrs|members|aldermen|messrs)\.?\s+", re.I)
_MOVED_ON = re.compile(
    r"\s+(?:on|onto|into|away|house|forward|to\s+the\s+(?:next|following))\b", re.I
)
_FARTHEST = 24
_TITLE_LIKE = frozenset("member delegate director governor".split())


@dataclass(frozen=True, slots=True)
class Movers:
    """Who moved and who seconded, and where the words that say so stand.

    Attributes:
        mover: Who moved, if said.
        seconder: Who seconded, if said.
        start: Offset of the first of these words.
        end: Offset after the last of them.
    """

    mover: Mention | None
    seconder: Mention | None
    start: int
    end: int


def find_movers(text: str, offset: int, lexicon: Lexicon) -> Movers | None:
    """Return who is named as moving and seconding in a sentence, or None.

    Args:
        text: The sentence.
        offset: Where it stands in the normalised text; the mentions' offsets count from there.
        lexicon: The lexicon that tells names and offices.
    """
    if _CUE.search(text) is None:
        return None
    return _MoverReader(text, lexicon).read(offset)


def named_pair(text: str, offset: int, lexicon: Lexicon) -> Movers | None:
    """Return mover and seconder of a bracket that names them with no more words ("(Cr A / Cr B)")."""
    found = re.match(
        r"\s*\(\s*(?P<one>[A-Z][^()/]{1,50}?)\s*/\s*(?P<two>[A-Z][^()/]{1,50}?)\s*\)", text
    )
    if found is None:
        return None
    mover = _whole_name(text, found.start("one"), found.end("one"), lexicon)
    seconder = _whole_name(text, found.start("two"), found.end("two"), lexicon)
    if mover is None or seconder is None:
        return None
    return Movers(
        mover.shifted(offset),
        seconder.shifted(offset),
        offset + found.start(),
        offset + found.end(),
    )


def line_pair(text: str, offset: int, lexicon: Lexicon) -> Movers | None:
    """Return mover and seconder of a line that holds two names and no more ("Councillors A / B")."""
    found = _LINE_PAIR.fullmatch(text.strip())
    if found is None:
        return None
    shift = offset + len(text) - len(text.lstrip())
    mover = _whole_name(found.string, found.start("one"), found.end("one"), lexicon)
    seconder = _whole_name(found.string, found.start("two"), found.end("two"), lexicon)
    if mover is None or seconder is None:
        return None
    return Movers(mover.shifted(shift), seconder.shifted(shift), shift, shift + len(found.string))


def _whole_name(text: str, start: int, end: int, lexicon: Lexicon) -> Mention | None:
    """Return a name that fills a stretch of the text."""
    tokens = tokenise(text, start, end)
    mention = _named(text, tokens, 0, lexicon)
    return mention if mention is not None and mention.end >= end - 1 else None


class _MoverReader:
    """Reads the cues of one sentence from left to right; a name serves one cue only."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self._text = text
        self._lexicon = lexicon
        self._tokens = tokenise(text)
        self._cues = [i for i, token in enumerate(self._tokens) if self._part(token) is not None]
        self._used: set[int] = set()

    def read(self, offset: int) -> Movers | None:
        """Return the movers of the sentence."""
        found: dict[str, Mention] = {}
        places: list[int] = []
        for index in self._cues:
            part = self._part(self._tokens[index])
            if part is None or part in found:
                continue
            mention = self._beside(index, part, found)
            if mention is not None:
                found[part] = mention
                self._used.add(mention.start)
                places.append(index)
        if not found:
            return None
        if "seconder" not in found and (pair := self._partners(found["mover"])) is not None:
            found["mover"], found["seconder"] = pair
        start = min([self._tokens[places[0]].start, *(m.start for m in found.values())])
        end = max([self._tokens[places[-1]].end, *(m.end for m in found.values())])
        mover, seconder = found.get("mover"), found.get("seconder")
        return Movers(
            mover.shifted(offset) if mover else None,
            seconder.shifted(offset) if seconder else None,
            offset + start,
            offset + end,
        )

    def _part(self, token: Token) -> str | None:
        if token.lower == "moved" and _MOVED_ON.match(self._text, token.end) is not None:
            return None
        movers, seconders = _cue_words(self._lexicon)
        if token.lower in seconders:
            return "seconder"
        return "mover" if token.lower in movers else None

    def _beside(self, index: int, part: str, found: dict[str, Mention]) -> Mention | None:
        token = self._tokens[index]
        if token.lower == "supported" and "mover" not in found:
            return None
        if (pair := self._paired(index, part)) is not None:
            return pair
        if token.lower in _NEEDS_BY and self._tokens[index - 1].lower == "'s":
            return self._possessor(index - 1)
        if token.lower == "motion" and part == "mover" and (verb := self._brought(index)):
            return self._before(verb)
        after = self._after(index)
        if token.lower in _VERBS and (after is None or not self._by_follows(index)):
            return self._before(index) or after
        return after

    def _partners(self, mover: Mention) -> tuple[Mention, Mention] | None:
        """Read both names of "Moved A - B:", "Moved (A/B)", "the motion of Councillors A and B"."""
        place = next((i for i, token in enumerate(self._tokens) if token.start >= mover.end), 0)
        plural = _PLURAL.match(mover.label)
        joint = plural is not None and place > 0 and self._tokens[place].lower == "and"
        if place == 0 or not (joint or self._tokens[place].text in ("-", "–", "—", "/")):
            return None
        second = _named(self._text, self._tokens, place + 1, self._lexicon)
        if second is None:
            return None
        if plural is not None and joint:
            start = mover.start + plural.end()
            first = replace(mover, start=start, label=mover.label[plural.end() :], title=None)
            return first, second
        closed = self._text[second.end :].lstrip()[:1] in ("", ":", ")", ".", "–", "-")
        return (mover, second) if closed else None

    def _by_follows(self, index: int) -> bool:
        """Tell whether "by" or a colon leads from a cue to the name."""
        noun = self._tokens[index].lower in _NEEDS_BY
        for token in self._tokens[index + 1 : index + 4]:
            if token.lower in ("by", "from", ":") or (noun and token.lower == "of"):
                return True
            if token.lower not in _BEFORE_BY:
                return False
        return False

    def _paired(self, index: int, part: str) -> Mention | None:
        """Read "Moved/Seconded: A/B", "Proposed and seconded by A and B"."""
        at = self._cues.index(index)
        other = at + 1 if part == "mover" else at - 1
        if not 0 <= other < len(self._cues):
            return None
        first_cue, last = sorted((self._cues[other], index))
        between = [token.lower for token in self._tokens[first_cue + 1 : last]]
        if not between or any(word not in ("/", "and", "&") for word in between):
            return None
        joint = self._joint_before(first_cue)
        if joint is not None:
            return joint[part == "seconder"]
        if part == "mover":
            return self._after(last)
        return self._second_of_pair(last)

    def _joint_before(self, index: int) -> tuple[Mention, Mention] | None:
        """Read "Councillors A and B moved and seconded": the names stand before both cues."""
        reader = MentionReader(self._text, self._tokens[:index], self._lexicon)
        for first in range(max(0, index - _FARTHEST), index):
            mention = reader.read(first)
            if mention is not None and len(mention.others) == 1 and mention.after == index:
                alone = reader.read_plain(first)
                return (alone or mention), mention.others[0]
        return None

    def _possessor(self, index: int) -> Mention | None:
        """Read "on Councillor A's motion"."""
        for first in range(max(0, index - _FARTHEST), index):
            mention = MentionReader(self._text, self._tokens[:index], self._lexicon).read_plain(
                first
            )
            if mention is not None and mention.type == "person" and mention.after == index:
                return mention
        return None

    def _second_of_pair(self, last: int) -> Mention | None:
        """Return the name behind the mover's where both cues stand before both names."""
        used = max(self._used, default=-1)
        marks = [i for i, token in enumerate(self._tokens) if i > last and token.start > used]
        place = next((i for i in marks if self._tokens[i].lower in ("/", "and", "&", ",")), None)
        return None if place is None else _named(self._text, self._tokens, place + 1, self._lexicon)

    def _brought(self, index: int) -> int:
        """Return the index of the verb in "presented her motion", or 0."""
        for place in range(max(1, index - 4), index):
            if self._tokens[place].lower in (
                "presented",
                "introduced",
                "made",
                "submitted",
                "brought",
                "tabled",
            ):
                return place
        return 0

    def _after(self, index: int) -> Mention | None:
        """Return who is named after a cue, before the next one."""
        stop = next((cue for cue in self._cues if cue > index), len(self._tokens))
        place = index + 1
        if self._tokens[index].lower in _NEEDS_BY and not self._by_follows(index):
            return self._by_at_end(index, stop)
        while place < stop and place - index <= 7:
            if self._tokens[place].lower in _PREPOSITIONS:
                place += 1
                continue
            mention = _named(self._text, self._tokens[:stop], place, self._lexicon)
            if mention is not None:
                near = mention.start - self._tokens[index].end < 160
                return mention if near and mention.start not in self._used else None
            if self._tokens[place].lower not in _SKIP:
                return None
            place += 1
        return None

    def _by_at_end(self, index: int, stop: int) -> Mention | None:
        """Read "A proposal was raised to reply with no objection by Cllr A."."""
        if self._part(self._tokens[index]) != "mover" or self._tokens[index + 1 : index + 2] == []:
            return None
        if self._tokens[index + 1].lower not in ("was", "to", "that"):
            return None
        for place in range(stop - 1, index, -1):
            if self._tokens[place].lower != "by":
                continue
            mention = _named(self._text, self._tokens[:stop], place + 1, self._lexicon)
            closed = mention is not None and not self._text[mention.end :].strip(" .")
            return mention if closed and mention is not None and mention.titled else None
        return None

    def _before(self, index: int) -> Mention | None:
        """Return who is named before a verb, with nothing but an aside between."""
        reader = MentionReader(self._text, self._tokens[:index], self._lexicon)
        for first in range(max(0, index - _FARTHEST), index):
            if first and self._tokens[first - 1].lower not in _SEPARATORS:
                continue
            if self._part(self._tokens[first]) is not None:
                continue
            mention = reader.read(first)
            if mention is None or mention.type == "group" or mention.start in self._used:
                continue
            between = [token.lower for token in self._tokens[mention.after : index]]
            if all(word in _BETWEEN for word in between) or _seconded_aside(between):
                return mention
        last = self._tokens[index - 1] if index else None
        if (
            last is not None
            and _is_surname(last, self._lexicon)
            and (index == 1 or self._tokens[index - 2].lower in _SEPARATORS)
        ):
            return _surname(last) if last.start not in self._used else None
        return None


def _named(text: str, tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Mention | None:
    """Return the person or office named at a token; a surname alone is enough here."""
    if place >= len(tokens):
        return None
    reader = MentionReader(text, tokens, lexicon)
    mention = reader.read_plain(place)
    if mention is not None and _runs_on(mention, lexicon):
        return _surname(tokens[place])
    if mention is not None and mention.type in ("person", "role", "pronoun"):
        bracketed = mention.after < len(tokens) and tokens[mention.after].text == "("
        return (
            _in_bracket(text, tokens, mention.after + 1, lexicon) or mention
            if bracketed
            else mention
        )
    if tokens[place].lower in _TITLE_LIKE:
        return _titled(text, tokens, place, lexicon)
    if mention is None and _is_surname(tokens[place], lexicon):
        return _surname(tokens[place])
    return None


def _runs_on(mention: Mention, lexicon: Lexicon) -> bool:
    """Tell whether a bare name of two words ends in a word that begins what is moved ("Orr Be")."""
    words = mention.label.lower().split()
    return (
        not mention.titled
        and len(words) == 2
        and words[1] in lexicon.phrases("decisions", "not_movers")
    )


def _in_bracket(text: str, tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Mention | None:
    """Return the person whose name stands in brackets behind an office."""
    mention = MentionReader(text, tokens, lexicon).read_plain(place)
    if mention is None or mention.type != "person" or not mention.titled:
        return None
    closed = mention.after < len(tokens) and tokens[mention.after].text == ")"
    return mention if closed else None


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


def _is_surname(token: Token, lexicon: Lexicon) -> bool:
    if not (token.word and token.capital and len(token.text) > 2):
        return False
    return token.lower not in lexicon.phrases("decisions", "not_movers")


def _surname(token: Token) -> Mention:
    return Mention(token.start, token.end, token.text, "person", name=token.text, titled=False)


def _seconded_aside(words: Sequence[str]) -> bool:
    """Tell whether only ", seconded by Y," stands between a mover and the verb."""
    return (
        len(words) > 2
        and words[0] == ","
        and words[1] in ("seconded", "supported")
        and len(words) < 16
    )


@cache
def _cue_words(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    return (
        frozenset(lexicon.phrases("decisions", "movers")),
        frozenset(lexicon.phrases("decisions", "seconders")),
    )
