"""One sentence read on its own: who is named as speaking, and what the speaker does."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from minutesparse.attribute.embedded import CUES, Embedded, find_embedded, lists_questions
from minutesparse.attribute.frame import Frame
from minutesparse.attribute.reports import (
    REPLIED,
    ClauseCutter,
    Report,
    ReportReader,
    coordinated_question,
    noun_act,
)
from minutesparse.attribute.unreported import (
    TELLING,
    announcers,
    bringer_of,
    consulted,
    guest_of,
    holder_of,
    impersonal_act,
    points_by,
    presenters,
    view_holder,
)
from minutesparse.attribute.verbs import Act
from minutesparse.lexicons import Lexicon
from minutesparse.naming import Aliases, Mention, MentionReader, Token, tokenise
from minutesparse.text import Sentence

_ASKING = frozenset("what where when why how whether if".split())
_INVERTED = frozenset(
    "is are was were do does did has have had can could would will should shall may might".split()
)
_INVERTED_SUBJECTS = frozenset(
    "there it the we they this that these those any he she you a an our its anyone anything all "
    "members officers residents councillors i".split()
)
_ARE_THERE = frozenset({("are", "there"), ("were", "there")})  # "The Police are there to help"
_PERSONS = frozenset("we they he she you i it".split())
_TELLING = frozenset("was were did has have had".split())
"""Verbs that tell where no person stands behind them ("The Members were there")."""
_FINITE = _INVERTED | frozenset("not also never".split())
_LABELS = frozenset("–-:")
_CALLED = _LABELS | _ASKING | frozenset("is was has had does did will would could can may".split())
_PAST = re.compile(
    r"(?:ed|ought|ent|ook|old|ave|aw|new|ade|ame|ew|ot|un|ound|eld|et|elt|(?:^|g)(?:r|g)?an)$"
)
_START = attrgetter("start")
_LONGEST_INITIALS = 3
_ADDRESS = re.compile(
    r",\s+(?:(?:\d[\w /-]{0,8}\s)?(?:[A-Z][\w.'’]*[\s,]+){0,7}?[A-Z][\w.'’]*(?=:\s|\s[–-]\s)|"
    r"[a-z]\w*(?:\s[\w'’-]+){0,4}(?=:\s))"  # "Ann Orr, parent of a pupil: The bus is late"
)
_CONTRACTED = re.compile(r"(?:n't|'d)$")
_REPLY_OPENER = re.compile(
    r"(?:and\s+|but\s+)?(?:In\s+(?:response|reply|answer|turn)\b|Responding\b|Replying\b|Answering\b|"
    r"(?:On|To|Regarding|As\s+to|With\s+regard\s+to)\s+the\s+"
    r"(?:first|second|third|latter|former|last|other)\b|By\s+way\s+of\s+(?:reply|response))",
    re.I,
)
_TAIL = re.compile(
    r"(?:\((?P<who>[A-Z][^()]{1,50})\)|\?\s+–\s+(?P<dashed>[A-Z][^()?]{2,50})|"
    r"\basked\s+(?P<asked>[A-Z][\w.'’]*(?:\s+[A-Z][\w.'’]*){0,3}))\W{0,2}$"
)
_ASKED_TAIL = re.compile(r"\?\s+(?:\([A-Z][^()]{1,50}\)|–\s+[A-Z][^?]{2,50})\W{0,2}$")
_OPENS_WH = re.compile(
    r"(?:what|why|who|how|whether|What|Where|When|Why|Who|How|Which|Whether|If|At\s+what|To\s+what|On\s+what|In\s+what|By\s+when|"
    r"Can|Could|Would|Will|Is|Are|Was|Were|Do|Does|Did|Has|Have|Should)\b"
)


def _tells(token: Token) -> bool:
    """Tell whether a token can name, report or ask: a word, initials, "I", a question mark."""
    return token.lower == "?" or (token.word and (len(token.text) > 1 or token.lower == "i"))


class FrameReader:
    """Reads the frames of a document's sentences."""

    def __init__(self, lexicon: Lexicon, aliases: Aliases) -> None:
        self._lexicon = lexicon
        self._aliases = aliases

    def read(self, sentence: Sentence) -> tuple[Frame, ...]:
        """Return the frames of a sentence: one, or one for each coordinated report in it."""
        text = sentence.text
        tokens = tokenise(text)
        if not tokens:
            return (Frame(sentence.start, sentence.end, text),)
        if not any(map(_tells, tokens)):
            words = frozenset(token.lower for token in tokens)
            end = sentence.start + len(text.rstrip())
            return (Frame(sentence.start, end, text.rstrip(), words, wordless=True),)
        reading = _Reading(sentence, tokens, self._lexicon, self._aliases)
        bounds = [0, *reading.cuts(), len(text)]
        return tuple(
            reading.frame(start, end, joined=place > 0)
            for place, (start, end) in enumerate(itertools.pairwise(bounds))
        )


class _Reading:
    """One sentence with its tokens, its reports, and the clauses they make."""

    def __init__(
        self, sentence: Sentence, tokens: Sequence[Token], lexicon: Lexicon, aliases: Aliases
    ) -> None:
        self._sentence = sentence
        self._tokens = tokens
        self._lexicon = lexicon
        self._mentions = MentionReader(sentence.text, tokens, lexicon, aliases)
        self._lower = self._mentions.view.lower
        self._reports = ReportReader(tokens, self._mentions, lexicon)
        self._found = self._reports.reports()

    def cuts(self) -> list[int]:
        """Return the offsets in the sentence at which a further speaker's clause begins."""
        return ClauseCutter(self._tokens, self._mentions).cuts(self._found)

    def frame(self, start: int, end: int, *, joined: bool) -> Frame:
        """Return the frame of the clause between two offsets of the sentence."""
        sentence = self._sentence
        piece = sentence.text[start:end]
        text = piece.rstrip(" ,") if end < len(sentence.text) else piece.rstrip()
        inside = range(
            bisect_left(self._tokens, start, key=_START), bisect_left(self._tokens, end, key=_START)
        )
        first, last = sentence.start + start, sentence.start + start + len(text)
        if not inside:
            return Frame(first, last, text, joined=joined)
        words = frozenset(self._mentions.view.lowers[inside[0] : inside[-1] + 1])
        reports = [r for r in self._found if start <= self._tokens[r.first].start < end]
        label = self._label(inside[0], reports)
        made = Frame(
            first,
            last,
            text,
            words,
            joined=joined,
            embedded=self._embedded(reports, start, end),
            interrogative=self._interrogative(inside) or _ASKED_TAIL.search(text) is not None,
            opens_wh=_OPENS_WH.match(text) is not None,
            replying=_REPLY_OPENER.match(text) is not None,
            supplementary="supplementary" in words,
            tail=self._tail(text, start),
        )
        if label is not None:
            return made._replace(voice="active", mention=self._absolute(label), labelled=True)
        was_asked = made.embedded is not None and made.embedded.start == made.start
        if reports and was_asked and len(reports) > 1 and reports[0].mention is None:
            reports = reports[1:]
        guest = self._guest(made) if "who" in words else None
        if guest is not None:
            return self._by(made, "present", "bring", guest)
        if reports:
            return self._reported(made, reports[0])
        return self._unreported(made, inside[0], joined)

    def _label(self, first: int, reports: Sequence[Report]) -> Mention | None:
        """Return who speaks in "Ann Sole – staff would move": the name before the dash."""
        if not reports or self._tokens[first].start:
            return None
        mention = self._mentions.read_plain(first)
        if mention is None or mention.type != "person" or reports[0].first <= mention.after:
            return None
        dashed = self._lower(mention.after) == "–"
        if not mention.titled and self._speaks_behind(mention, reports[0]):
            return None
        return mention if dashed and reports[0].mention is not mention else None

    def _speaks_behind(self, label: Mention, report: Report) -> bool:
        """Tell whether a person reports behind the dash: "CQC – MA reported that"."""
        other = report.mention
        named = other is not None and other.type == "person" and other.label != label.label
        return named and report.first == label.after + 1 and report.voice == "active"

    # ------------------------------------------------------------ with a reporting verb

    def _reported(self, made: Frame, report: Report) -> Frame:
        tokens = self._tokens
        act: Act = report.verb.act
        lemma = report.verb.lemma
        if report.impersonal and tokens[report.first].lower != "it":
            act = noun_act(tokens, report) or act
        further = coordinated_question(self._mentions.view.lowers, report, self._lexicon)
        if further is not None and act not in ("ask", "procedural", "propose"):
            act, lemma = further.act, further.lemma
        target = self._reports.target(report) if act == "ask" else None
        if target is None and act == "ask":
            target = self._at(made, consulted(made.text))
        if act == "answer":
            target = self._list_asker(made)
        return made._replace(act=act, lemma=lemma, voice=report.voice,
            mention=self._absolute(report.mention), target=self._absolute(target),
        )  # fmt: skip

    # ------------------------------------------------------------ without one

    def _unreported(self, made: Frame, first: int, joined: bool) -> Frame:
        told = None if TELLING.isdisjoint(self._sentence.words) else self._told_by_noun(made)
        if told is not None:
            return told
        if joined and self._lower(first) == "and" and self._lower(first + 1) in REPLIED:
            return made._replace(act="answer", lemma="reply", voice="impersonal")
        if joined and self._tokens[first].lower in ("and", "but"):
            return made._replace(act="state", lemma="inform", voice="passive")
        announced = self._announced(made)
        if announced is not None:
            return made._replace(voice="active", mention=self._absolute(announced))
        bracketed = self._in_brackets(first)
        if bracketed is not None:
            return made._replace(voice="active", mention=self._absolute(bracketed), labelled=True)
        mention = self._mentions.read(first) or self._called(first)
        bringer = self._reports.nouns.bringer(mention) if mention is not None else None
        if bringer is not None:
            return self._by(made, "present", "bring", bringer)
        return made if mention is None else self._named(made, mention)

    def _in_brackets(self, first: int) -> Mention | None:
        """Return whom brackets before a clause name: "(KR) Balance in hand", "(Cllr Ord) Why?"."""
        if self._lower(first) != "(":
            return None
        mention = self._mentions.read_plain(first + 1)
        closed = mention is not None and self._lower(mention.after) == ")"
        return mention if mention is not None and mention.type == "person" and closed else None

    def _called(self, first: int) -> Mention | None:
        """Return whom one name alone names ("Orr: Asked if", "Gwen has it"): who attends."""
        following = self._lower(first + 1)
        does = following in _CALLED or _PAST.search(following) or _CONTRACTED.search(following)
        return self._mentions.surname(first) if does else None

    def _guest(self, made: Frame) -> Mention | None:
        """Return who presents in "The Committee welcomed Ms A, who gave a presentation"."""
        offset = guest_of(made.text)
        place = None if offset is None else made.start - self._sentence.start + offset
        guest = None if place is None else self._asker_at(place)
        return guest if guest is not None and guest.type != "pronoun" else None

    def _told_by_noun(self, made: Frame) -> Frame | None:
        """Return a clause in which a noun says who does what ("Mr A's view was that")."""
        viewer = self._at(made, view_holder(made.text))
        if viewer is not None:
            return self._by(made, "state", "view", viewer)
        held = holder_of(made.text)
        holder = self._at(made, held[0]) if held is not None else None
        if held is not None and holder is not None:
            return self._by(made, held[1], held[2], holder)
        author = self._at(made, bringer_of(made.text)) or self._presenting(made)
        if author is not None and author.type in ("person", "role"):
            return self._by(made, "present", "bring", author)
        maker = self._at(made, points_by(made.text))
        if maker is not None and self._party(maker):
            return self._by(made, "present", "put", maker)
        if maker is not None and maker.type == "group":
            return self._by(made, "comment", "put", maker)
        impersonal = impersonal_act(made.text)
        if impersonal is not None:
            return made._replace(act=impersonal[0], lemma=impersonal[1], voice="impersonal")
        return None

    def _by(self, made: Frame, act: Act, lemma: str, mention: Mention) -> Frame:
        """Return a clause with what somebody does in it."""
        return made._replace(act=act, lemma=lemma, voice="active", mention=self._absolute(mention))

    def _announced(self, made: Frame) -> Mention | None:
        """Return who stands at the end of "Responding to questions the Director and officers:"."""
        base = made.start - self._sentence.start
        for offset in announcers(made.text):
            mention = self._asker_at(base + offset)
            if mention is not None and not made.text[mention.end - base :].strip(" :"):
                return mention
        return None

    def _list_asker(self, made: Frame) -> Mention | None:
        """Return who put the questions that "responded to the following questions" lists."""
        listed = lists_questions(made.text)
        return self._at(made, listed.start("who")) if listed is not None and listed["who"] else None

    def _party(self, mention: Mention) -> bool:
        """Tell whether one person or office, no member of the body, makes points."""
        title = (mention.title or "").lower().split()
        member = self._mentions.view.words.member_titles & set(title)
        return mention.type in ("person", "role") and not mention.plural and not member

    def _presenting(self, made: Frame) -> Mention | None:
        """Return the subject of "In presenting the report the Director drew out ..."."""
        base = made.start - self._sentence.start
        for offset in presenters(made.text):
            mention = self._mention_at(base + offset)
            if mention is None or mention.start != base + offset:
                continue
            if _PAST.search(self._lower(mention.after)):
                return mention
        return None

    def _at(self, made: Frame, offset: int | None) -> Mention | None:
        """Return the mention at an offset of a clause."""
        if offset is None:
            return None
        return self._mention_at(made.start - self._sentence.start + offset)

    def _behind_address(self, made: Frame, mention: Mention, place: int) -> int:
        """Return the token behind an address beside a name ("Ann Orr, 12 Mill Court: Asked if")."""
        base = made.start - self._sentence.start
        found = _ADDRESS.match(made.text, mention.end - base) if mention.type == "person" else None
        return place if found is None else bisect_left(self._tokens, base + found.end(), key=_START)

    def _named(self, made: Frame, mention: Mention) -> Frame:
        """Read a clause that opens with a name and has no reporting verb."""
        own = self._absolute(mention)
        place = mention.after
        if self._lower(place) == "," and mention.role and mention.type == "person":
            place += 1
        place = self._behind_address(made, mention, place)
        following, after = self._lower(place), self._lower(place + 1)
        if following in _LABELS:
            noted = None if made.interrogative else self._reports.noted(place + 1)
            if noted is not None:
                return self._by(made, *noted, mention)._replace(noted=True)
            asks = made.interrogative or self._asks_behind(place + 1)
            return made._replace(voice="active", mention=own, labelled=True, interrogative=asks)
        calls = following == "," and after in _INVERTED | _ASKING | {"please"}
        if calls and made.interrogative:
            return made  # "Mrs Orr, could you tell me ...?": she is asked and does not speak
        asks = following in _ASKING or (
            following in _INVERTED
            and after in _INVERTED_SUBJECTS - {"the"}
            and not (following in _TELLING and after not in _PERSONS and made.text[-1:] != "?")
            and (following, after) not in _ARE_THERE
        )
        if asks and mention.type != "pronoun":
            return made._replace(act="ask", voice="active", mention=own)
        small = mention.type == "group" and mention.label[0].islower()
        if not small and (
            following in _FINITE or _PAST.search(following) or _CONTRACTED.search(following)
        ):
            return made._replace(voice="active", mention=own)
        rest = any(token.word for token in self._tokens[mention.after :])
        return made._replace(leading=own, only_names=not rest)

    def _asks_behind(self, place: int) -> bool:
        """Tell whether the words behind a label are put as a question, its mark lost or not."""
        first, second = self._lower(place), self._lower(place + 1)
        if first in _INVERTED:
            return second in _INVERTED_SUBJECTS and (first, second) not in _ARE_THERE
        return first in _ASKING and second in _INVERTED

    def _tail(self, text: str, start: int) -> Mention | None:
        """Return who stands in brackets at a clause's end ("Parking charges (Cllr Ord)")."""
        found = _TAIL.search(text) if "(" in text or "–" in text or "asked" in text else None
        mention = self._mention_at(start + found.start(found.lastgroup or 0)) if found else None
        asks = found is not None and found.lastgroup == "asked"
        if mention is None or mention.type != "person":
            return None
        initials = mention.label.isupper() and len(mention.label) <= _LONGEST_INITIALS
        return self._absolute(mention) if mention.titled or asks or initials else None

    def _interrogative(self, inside: Sequence[int]) -> bool:
        tokens = self._tokens
        last = tokens[inside[-1]].text
        before = tokens[inside[-2]].text if len(inside) > 1 else ""
        if last == "?" or (last in ('"', "'", ")") and before == "?"):
            return True
        words = [self._lower(index) for index in inside[:3]]
        if words[0] == "please":
            words = words[1:]
        first, second = (*words, "", "")[:2]
        return first in _INVERTED and second in _INVERTED_SUBJECTS

    def _embedded(self, reports: Sequence[Report], start: int, end: int) -> Embedded | None:
        text = self._sentence.text
        words = self._sentence.words
        if CUES.isdisjoint(words):
            return None
        openers = [self._tokens[report.first].start for report in reports]
        found = find_embedded(text, words, start, end, openers, self._asker_at)
        return found.shifted(self._sentence.start) if found is not None else None

    def _mention_at(self, offset: int) -> Mention | None:
        """Return the mention that begins at or after an offset of the sentence."""
        return self._mentions.read_plain(bisect_left(self._tokens, offset, key=_START))

    def _asker_at(self, offset: int) -> Mention | None:
        """Return the mention at an offset, with others that "and" joins to it."""
        place = bisect_left(self._tokens, offset, key=_START)
        return self._mentions.read_joint(place) or self._mentions.first_name(place)

    def _absolute(self, mention: Mention | None) -> Mention | None:
        return None if mention is None else mention.shifted(self._sentence.start)
