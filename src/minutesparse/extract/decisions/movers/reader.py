"""Reads the cues of one sentence: what stands before and after "moved", "seconded by"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesparse.extract.decisions.movers.model import Movers
from minutesparse.extract.decisions.movers.names import is_surname, named, surname
from minutesparse.extract.decisions.movers.words import mover_words
from minutesparse.lexicons import Lexicon
from minutesparse.naming import Mention, MentionReader, Token, tokenise

_COULD_BE = re.compile(r"\b(?:could|would|should|can|might|to)\s+be\s+moved$", re.I)
_MOVED_ON = re.compile(
    r"\s+(?:on|onto|into|away|house|forward|back|up|from\s+(?!the\s+chair)|"
    r"to\s+(?:the|a)\s+(?:next|following|vote|debate))\b",
    re.I,
)
_AS_PROPOSED = re.compile(r"\bas\s+(?:was\s+|were\s+)?(?:proposed|moved)$", re.I)
_AS_WIDTH = 24
_PREPOSITIONS = frozenset({"by", "from", "of"})
_HELPERS = frozenset({"was", "were", "been"})
_JOINS = frozenset({"/", "and", "&"})
_DESCRIBED = {
    "proposed": frozenset("the a an any this these its their all other".split()),
    "second": frozenset("the this its their each every".split()),
}
_BEFORE_SECONDER = frozenset({"", "and", "with a", "and was", "then"})
_APPROVED = frozenset({"approved", "adopted", "accepted"})
_STYLES = frozenset({"right", "honourable", "worshipful"})
_FARTHEST = 24
_NEAREST = 160
_MOST_WORDS_BETWEEN = 7


class MoverReader:
    """Reads the cues of one sentence from left to right; a name serves one cue only."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self._text = text
        self._lexicon = lexicon
        self._words = mover_words(lexicon)
        self._tokens = tokenise(text)
        self._cues = [i for i in range(len(self._tokens)) if self._is_cue(i)]
        self._used: set[int] = set()

    def read(self) -> Movers | None:
        """Return the movers of the sentence, their offsets counted from its first character."""
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
        if "mover" not in found and (approver := self._approver(places[0])) is not None:
            found["mover"] = approver
            self._used = {approver.start}
            found["seconder"] = self._after(places[0]) or found["seconder"]
        if "seconder" not in found and (pair := self._partners(found["mover"])) is not None:
            found["mover"], found["seconder"] = pair
        start = min([self._tokens[places[0]].start, *(m.start for m in found.values())])
        end = max([self._tokens[places[-1]].end, *(m.end for m in found.values())])
        mover, seconder = found.get("mover"), found.get("seconder")
        return Movers(mover, seconder, start, end)

    def _approver(self, seconded: int) -> Mention | None:
        """Return who is named behind "approved" in "Approved by A and seconded by B"."""
        for index in range(seconded - 2):
            behind = self._tokens[index + 1].lower
            if self._tokens[index].lower in _APPROVED and behind in ("by", "–", "-", ":"):
                tokens = self._tokens[:seconded]
                return named(self._text, tokens, index + 2, self._lexicon)
        return None

    def _is_cue(self, index: int) -> bool:
        """Tell whether a word moves or seconds, and does not describe ("the proposed terms")."""
        token = self._tokens[index]
        if self._part(token) is None:
            return False
        before = self._tokens[index - 1].lower if index else ""
        return before not in _DESCRIBED.get(token.lower, ())

    def _part(self, token: Token) -> str | None:
        if self._lies_before(token):
            return None
        if token.lower == "moved" and _MOVED_ON.match(self._text, token.end) is not None:
            return None
        if token.lower in self._words.seconders:
            return "seconder"
        return "mover" if token.lower in self._words.movers else None

    def _lies_before(self, token: Token) -> bool:
        """Tell whether words only say whose idea it was, or what could be moved elsewhere.

        So it is with "as proposed by A", and with "asked if the lamp could be moved and A said".
        """
        before = max(0, token.end - _AS_WIDTH)
        if _AS_PROPOSED.search(self._text, before, token.end) is not None:
            return True
        return _COULD_BE.search(self._text, before, token.end) is not None

    def _beside(self, index: int, part: str, found: dict[str, Mention]) -> Mention | None:
        token = self._tokens[index]
        if token.lower == "supported" and "mover" not in found:
            return None
        if (pair := self._paired(index, part)) is not None:
            return pair
        if token.lower in self._words.nouns and self._tokens[index - 1].lower == "'s":
            return self._possessor(index - 1)
        brought = token.lower == "motion" and part == "mover" and not self._by_follows(index)
        if brought and (verb := self._brought(index)):
            return self._before(verb)
        after = self._after(index) or self._before_seconder(index)
        if token.lower in self._words.verbs and (after is None or not self._by_follows(index)):
            before = self._before(index)
            if before is None or self._is_of(before, found.get("mover")):
                return after
            return before
        return after

    def _is_of(self, mention: Mention, mover: Mention | None) -> bool:
        """Tell whether words before "seconded" only are the mover's, or an aside on the mover.

        So are the last words of "moved Cllr. A. Orr, seconded" and the office of "moved Cllr Orr
        (Chair), seconded" and of "moved Cllr Orr, Leader of the Council, seconded".
        """
        if mover is None or mention.start < mover.start:
            return False
        between = self._text[mover.end : mention.start].strip()
        if mention.start < mover.end or between == "(":
            return True
        return between == "," and mention.type == "role"

    def _partners(self, mover: Mention) -> tuple[Mention, Mention] | None:
        """Read both names of "Moved A - B:", "Moved (A/B)", "the motion of Councillors A and B"."""
        place = next((i for i, token in enumerate(self._tokens) if token.start >= mover.end), 0)
        plural = self._words.plural.match(mover.label)
        together = plural is not None or self._named_by(mover)
        joint = together and place > 0 and self._tokens[place].lower in ("and", "&")
        if place == 0 or not (joint or self._tokens[place].text in ("-", "–", "—", "/")):
            return None
        second = named(self._text, self._tokens, place + 1, self._lexicon)
        if second is None:
            return None
        if plural is not None and joint:
            start = mover.start + plural.end()
            first = mover._replace(start=start, label=mover.label[plural.end() :], title=None)
            return first, second
        if joint:
            return mover, second
        closed = self._text[second.end :].lstrip()[:1] in ("", ":", ")", ".", "–", "-")
        return (mover, second) if closed else None

    def _named_by(self, mover: Mention) -> bool:
        """Tell whether "by" stands right before a mover ("moved as correct by A and B")."""
        before = [token for token in self._tokens if token.end <= mover.start]
        return bool(before) and before[-1].lower == "by"

    def _by_follows(self, index: int) -> bool:
        """Tell whether "by" or a colon leads from a cue to the name."""
        noun = self._tokens[index].lower in self._words.nouns
        for token in self._tokens[index + 1 : index + 4]:
            if token.lower in ("by", "from", ":") or (noun and token.lower == "of"):
                return True
            if token.lower not in self._words.before_by:
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
        if not between or not _JOINS.issuperset(between):
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
            if mention is None or mention.type != "person" or mention.after != index:
                continue
            return mention if mention.titled else None
        return None

    def _second_of_pair(self, last: int) -> Mention | None:
        """Return the name behind the mover's where both cues stand before both names."""
        used = max(self._used, default=-1)
        marks = [i for i, token in enumerate(self._tokens) if i > last and token.start > used]
        place = next((i for i in marks if self._tokens[i].lower in ("/", "and", "&", ",")), None)
        return None if place is None else named(self._text, self._tokens, place + 1, self._lexicon)

    def _brought(self, index: int) -> int:
        """Return the index of the verb in "presented her motion", or 0."""
        for place in range(max(1, index - 4), index):
            if self._tokens[place].lower in self._words.bringing:
                return place
        return 0

    def _after(self, index: int) -> Mention | None:
        """Return who is named after a cue, before the next one."""
        stop = self._stop(index)
        place = index + 1
        if self._tokens[index].lower in self._words.nouns and not self._by_follows(index):
            return self._by_at_end(index, stop)
        while place < stop and place - index <= _MOST_WORDS_BETWEEN:
            if self._tokens[place].lower in _PREPOSITIONS or self._opens_style(place):
                place += 1
                continue
            mention = named(self._text, self._tokens[:stop], place, self._lexicon)
            if mention is not None:
                near = mention.start - self._tokens[index].end < _NEAREST
                return mention if near and mention.start not in self._used else None
            if self._tokens[place].lower not in self._words.skipped:
                return None
            place += 1
        return None

    def _stop(self, index: int) -> int:
        """Return where the words after a cue end: at the next cue, or at "and RESOLVED"."""
        for place in range(index + 1, len(self._tokens)):
            if place in self._cues:
                return place
            decided = [token.lower for token in self._tokens[place + 1 : place + 2]]
            if self._tokens[place].lower == "and" and not self._words.decided.isdisjoint(decided):
                return place
        return len(self._tokens)

    def _opens_style(self, place: int) -> bool:
        """Tell whether a word is of a style of address ("the Right Honourable the Lord Mayor")."""
        following = [token.lower for token in self._tokens[place + 1 : place + 2]]
        word = self._tokens[place].lower
        return word in _STYLES or (word == "the" and not _STYLES.isdisjoint(following))

    def _before_seconder(self, index: int) -> Mention | None:
        """Read "Proposed as amended by Cllr A, seconded", "was moved for adoption by Cllr A"."""
        if index and self._tokens[index - 1].lower not in _HELPERS:
            return None
        stop = self._stop(index)
        seconded = stop in self._cues and self._part(self._tokens[stop]) == "seconder"
        return self._by_before(stop, index) if seconded else None

    def _by_at_end(self, index: int, stop: int) -> Mention | None:
        """Read "A proposal was raised to reply with no objection by Cllr A."."""
        if self._part(self._tokens[index]) != "mover" or self._tokens[index + 1 : index + 2] == []:
            return None
        if self._tokens[index + 1].lower not in ("was", "to", "that"):
            return None
        return self._by_before(stop, index)

    def _by_before(self, stop: int, index: int) -> Mention | None:
        """Return whom "by" names right before a place, behind a cue."""
        for place in range(stop - 1, index, -1):
            if self._tokens[place].lower != "by":
                continue
            mention = named(self._text, self._tokens[:stop], place + 1, self._lexicon)
            if mention is None:
                return None
            last = self._tokens[stop].start if stop < len(self._tokens) else len(self._text)
            rest = self._text[mention.end : last].strip(" .,;")
            seconded = stop < len(self._tokens) and rest in _BEFORE_SECONDER
            return mention if seconded or (not rest and mention.titled) else None
        return None

    def _before(self, index: int) -> Mention | None:
        """Return who is named before a verb, with nothing but an aside between."""
        reader = MentionReader(self._text, self._tokens[:index], self._lexicon)
        for first in range(max(0, index - _FARTHEST), index):
            if first and not self._begins_name(first):
                continue
            if self._part(self._tokens[first]) is not None:
                continue
            mention = reader.read(first)
            if mention is None or mention.type == "group" or mention.start in self._used:
                continue
            if any(mention.start <= self._tokens[cue].start < mention.end for cue in self._cues):
                continue
            between = [token.lower for token in self._tokens[mention.after : index]]
            if self._words.between.issuperset(between) or _seconded_aside(between):
                return mention
        return self._surname_before(index)

    def _begins_name(self, first: int) -> bool:
        """Tell whether a name may begin at a token: after a mark, or with a title of its own."""
        before, token = self._tokens[first - 1], self._tokens[first]
        if before.lower in self._words.separators:
            return True
        if not token.capital or token.lower not in self._words.honorifics:
            return False
        return not before.capital and before.lower not in _PREPOSITIONS

    def _surname_before(self, index: int) -> Mention | None:
        """Return the bare surname right before a verb ("Orr moved"), if none but it is there."""
        last = self._tokens[index - 1] if index else None
        if last is None or last.start in self._used or not is_surname(last, self._lexicon):
            return None
        alone = index == 1 or self._tokens[index - 2].lower in self._words.separators
        return surname(last) if alone else None


def _seconded_aside(words: Sequence[str]) -> bool:
    """Tell whether only ", seconded by Y," stands between a mover and the verb."""
    return (
        len(words) > 2
        and words[0] == ","
        and words[1] in ("seconded", "supported")
        and len(words) < 16
    )
