"""One sentence read on its own: who is named as speaking, and what the speaker does.

A frame knows nothing of the sentences around it; the fold in ``discourse.py`` does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from minutesparse.attribute.verbs import Act, ReportingVerb, find_verbs, verb_words
from minutesparse.lexicons import Lexicon
from minutesparse.naming import Mention, MentionReader, Token, tokenise
from minutesparse.text import Sentence

Voice = Literal["active", "passive", "impersonal", "none"]


@dataclass(frozen=True, slots=True)
class Embedded:
    """A question that a sentence only mentions: "a question from X about Y".

    Attributes:
        start: Offset of its first word.
        end: Offset after its last word.
        asker: Who asked it, where named.
        matter: True where it says what was asked.
    """

    start: int
    end: int
    asker: Mention | None
    matter: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """What one sentence, or one of its coordinated clauses, reports.

    Attributes:
        start: Offset of the clause's first character.
        end: Offset after its last character.
        text: The clause.
        act: Class of the reporting verb, or None where there is none.
        lemma: The verb as the lexicon lists it.
        voice: Active; passive with a recipient ("Members were advised"); impersonal
            ("It was explained"); none where nothing is reported.
        mention: The speaker named, offsets absolute.
        addressed: Whom the verb addresses ("asked the Cabinet Member").
        embedded: The question that the sentence mentions.
        interrogative: True for a question in question form.
        replying: True where an opening phrase says that this is a reply.
        supplementary: True where it calls itself supplementary.
        joined: True for a clause that continues a sentence.
        leading: A person named in the first words, whether or not a verb follows.
    """

    start: int
    end: int
    text: str
    act: Act | None = None
    lemma: str = ""
    voice: Voice = "none"
    mention: Mention | None = None
    addressed: Mention | None = None
    embedded: Embedded | None = None
    interrogative: bool = False
    replying: bool = False
    supplementary: bool = False
    joined: bool = False
    leading: Mention | None = None


@dataclass(frozen=True, slots=True)
class _Report:
    """A reporting verb with its subject, in tokens of the sentence."""

    verb: ReportingVerb
    first: int
    mention: Mention | None
    voice: Voice


_BOUNDARY_MARKS = frozenset({",", ";", ":", "–", "(", "and", "but", "however", "whilst", "while", '"', "-", "so"})
_SPLIT_MARKS = frozenset({";", "and", "but", ",", "whilst", "while", "to"})
_ADVERBIAL_OPENERS = frozenset(
    "in on at with for following after as during by regarding under before having when while whilst "
    "to from upon since although responding replying answering speaking concluding referring turning "
    "again finally further additionally moving".split()
)
_SUBJECTLESS = frozenset("informed advised told assured reminded".split())
_IMPERSONAL_NOUNS: dict[str, Act] = {
    "question": "ask", "questions": "ask", "query": "ask", "queries": "ask", "clarification": "ask",
    "enquiry": "ask", "enquiries": "ask", "clarity": "ask", "assurance": "ask", "request": "ask",
    "requests": "ask", "update": "ask", "explanation": "ask", "information": "ask",
    "concern": "comment", "concerns": "comment", "comment": "comment", "comments": "comment",
    "suggestion": "comment", "suggestions": "comment", "point": "comment", "points": "comment",
    "disappointment": "comment", "thanks": "comment", "support": "comment", "issue": "comment",
    "issues": "comment", "discussion": "comment", "view": "comment", "views": "comment",
    "observation": "comment", "frustration": "comment", "appreciation": "comment",
}  # fmt: skip
_BROUGHT = frozenset("report presentation update briefing paper overview reports introduction".split())
_ASKED_NOUNS = frozenset("asked raised sought made requested put posed received invited".split())
_WH = frozenset("what where when why who how which whether if".split())
_INVERTED = frozenset(
    "is are was were do does did has have had can could would will should shall may might".split()
)
_INVERTED_SUBJECTS = frozenset(
    "there it the we they this that these those any he she you a an our its anyone anything all "
    "members officers residents councillors i".split()
)
_REPLY_OPENER = re.compile(
    r"(?:and\s+)?(?:In\s+(?:response|reply|answer|turn)\b|Responding\b|Replying\b|Answering\b|"
    r"(?:On|To|Regarding|As\s+to)\s+the\s+(?:first|second|third|latter|former|last|other)\b|By\s+way\s+of\s+(?:reply|response))",
    re.I,
)
_EMBEDDED_NOUN = (
    r"(?:questions?|quer(?:y|ies)|enquir(?:y|ies)|inquir(?:y|ies)|requests?|concerns?|comments?|"
    r"points?|issues?|suggestions?|observations?|challenges?)"
)
_EMBEDDED = re.compile(
    r"\b(?:In\s+(?:response|answer|reply|relation)\s+to|In\s+(?:responding|answering|replying)\s+to|"
    r"Following(?:\s+on\s+from)?|Responding\s+to|Answering|Replying\s+to|After|Further\s+to|Upon|On)\s+"
    rf"(?P<matter>(?:[^\s,;.]+\s+){{0,7}}?(?:[\w.'-]+['’]s?\s+)?(?:[\w-]+\s+){{0,3}}?{_EMBEDDED_NOUN}\b)",
    re.I,
)
_MATTER = re.compile(
    r"\b(?:about|regarding|concerning|on|as\s+to|relating\s+to|in\s+relation\s+to|whether|if|over|"
    r"around|in\s+respect\s+of|with\s+regards?\s+to|in\s+regards?\s+to|of\s+whether|for|surrounding|why|how|what|when|where|that|to)\b"
)
_ASKER = re.compile(r"\b(?:from|by|of|put\s+by|raised\s+by|asked\s+by)\s+(?=\S)")
_SUPPLEMENTARY = re.compile(r"\bsupplementary\b", re.I)
_VIEW_OF = re.compile(r"\bwas\s+the\s+(?:view|opinion|belief|hope|understanding)\s+of\s+", re.I)
_VERBLIKE = re.compile(r"(?:ed|ought|ent|ook|old|ave|aw|new|ade|ame|ew|ot|un|ound|eld|et)$")


class FrameReader:
    """Reads the frames of sentences with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        words = verb_words(lexicon)
        self._adverbs = words.adverbs
        self._lead_ins = words.lead_ins

    def read(self, sentence: Sentence) -> tuple[Frame, ...]:
        """Return the frames of a sentence: one, or one for each coordinated report in it."""
        text = sentence.text
        tokens = tokenise(text)
        if not tokens:
            return (Frame(sentence.start, sentence.end, text),)
        reader = MentionReader(text, tokens, self._lexicon)
        reports = self._reports(tokens, reader)
        cuts = self._cuts(tokens, reports)
        frames = []
        bounds = [0, *(cut for cut, _ in cuts), len(text)]
        for index, (start, end) in enumerate(zip(bounds, bounds[1:], strict=False)):
            within = [r for r in reports if start <= tokens[r.first].start < end]
            piece = text[start:end]
            inner = piece.rstrip(" ,") if end < len(text) else piece.rstrip()
            frames.append(self._frame(sentence, tokens, reader, within, start, start + len(inner), index > 0))
        return tuple(frames)

    # ------------------------------------------------------------ reports

    def _reports(self, tokens: Sequence[Token], reader: MentionReader) -> list[_Report]:
        reports: list[_Report] = []
        boundaries = self._boundaries(tokens)
        for verb in find_verbs(tokens, self._lexicon):
            report = self._report(tokens, reader, verb, boundaries)
            if report is not None:
                reports.append(report)
        return reports

    def _boundaries(self, tokens: Sequence[Token]) -> list[int]:
        if tokens[0].lower in _ADVERBIAL_OPENERS:
            return list(range(len(tokens)))
        return [
            index
            for index in range(len(tokens))
            if index == 0 or tokens[index - 1].lower in _BOUNDARY_MARKS
        ]

    def _report(
        self,
        tokens: Sequence[Token],
        reader: MentionReader,
        verb: ReportingVerb,
        boundaries: Sequence[int],
    ) -> _Report | None:
        for first in boundaries:
            if first > verb.first:
                break
            if first == verb.first:
                return self._subjectless(tokens, verb)
            if tokens[first].lower == "it" and first + 6 > verb.first:
                if self._reaches(tokens, first + 1, verb):
                    return _Report(verb, first, None, "impersonal")
                continue
            if verb.first - first > 40:
                continue
            mention = reader.read(first)
            if mention is None:
                if self._agentless(tokens, first, verb):
                    return _Report(verb, first, None, "impersonal")
                continue
            if self._reaches(tokens, mention.after, verb):
                return self._with_voice(tokens, reader, verb, first, mention)
        return self._by_agent(tokens, reader, verb)

    def _subjectless(self, tokens: Sequence[Token], verb: ReportingVerb) -> _Report | None:
        """Read "and was informed that", "Confirmed that" at a clause's start."""
        if verb.first == 0 and verb.form in ("past", "present") and tokens[0].capital:
            return _Report(verb, 0, None, "none")
        return None

    def _reaches(self, tokens: Sequence[Token], index: int, verb: ReportingVerb) -> bool:
        """Tell whether only small words stand between a subject and its verb."""
        if index > verb.first:
            return False
        place = index
        helped = index < verb.first
        while place < verb.first:
            step = self._small_words(tokens, place, verb.first)
            if not step:
                return False
            place += step
        if verb.form == "gerund":
            return helped and tokens[verb.first - 1].lower in ("by",)
        if verb.form == "base":
            return helped and tokens[verb.first - 1].lower in _BASE_HELPERS
        return True

    def _small_words(self, tokens: Sequence[Token], place: int, limit: int) -> int:
        if tokens[place].text == ",":
            return 1
        for width in (4, 3, 2, 1):
            if place + width > limit:
                continue
            words = tuple(token.lower for token in tokens[place : place + width])
            if words in self._adverbs or words in self._lead_ins:
                return width
        return 0

    def _with_voice(
        self,
        tokens: Sequence[Token],
        reader: MentionReader,
        verb: ReportingVerb,
        first: int,
        mention: Mention,
    ) -> _Report:
        between = {token.lower for token in tokens[mention.after : verb.first]}
        passive = bool(between & {"was", "were", "been"}) and verb.form == "past"
        return _Report(verb, first, mention, "passive" if passive else "active")

    def _agentless(self, tokens: Sequence[Token], first: int, verb: ReportingVerb) -> bool:
        """Read "A question was raised", "Concern was expressed", "Clarification was sought"."""
        window = tokens[first : verb.first]
        if not window or len(window) > 14 or tokens[verb.first - 1].lower not in ("was", "were", "also", "then"):
            return False
        return any(token.lower in _IMPERSONAL_NOUNS for token in window[:4])

    def _by_agent(
        self, tokens: Sequence[Token], reader: MentionReader, verb: ReportingVerb
    ) -> _Report | None:
        """Read the agent of "the report was introduced by the Manager"."""
        if verb.form != "past" or not {"was", "were", "been"} & {t.lower for t in tokens[max(0, verb.first - 3) : verb.first]}:
            return None
        for index in range(verb.after, min(verb.after + 4, len(tokens) - 1)):
            if tokens[index].lower == "by":
                mention = reader.read(index + 1)
                return _Report(verb, verb.first, mention, "active") if mention else None
        return None

    # ------------------------------------------------------------ clauses

    def _cuts(self, tokens: Sequence[Token], reports: Sequence[_Report]) -> list[tuple[int, int]]:
        """Return the offsets at which a further speaker's clause begins."""
        cuts: list[tuple[int, int]] = []
        for place, token in enumerate(tokens):
            if (
                place > 2
                and token.lower in _SUBJECTLESS
                and tokens[place - 1].lower in ("was", "were")
                and tokens[place - 2].lower == "and"
                and reports
            ):
                cuts.append((tokens[place - 2].start, place))
        for report in reports[1:]:
            if self._starts_clause(tokens, report, reports[0]):
                opener = report.first
                if tokens[opener].lower == "it" and tokens[opener - 1].lower in ("and", "but"):
                    opener -= 1
                cuts.append((tokens[opener].start, report.first))
        return sorted(set(cuts))

    def _starts_clause(self, tokens: Sequence[Token], report: _Report, first: _Report) -> bool:
        if report.first == 0 or report.first <= first.verb.first:
            return False
        if tokens[report.first - 1].lower not in _SPLIT_MARKS and not self._on_point(tokens, report):
            return False
        if report.voice == "impersonal":
            return report.verb.act in ("state", "answer", "ask") and tokens[report.first].lower == "it"
        mention = report.mention
        if mention is None or mention.type == "pronoun" or not mention.titled:
            return False
        if mention.type == "group":
            return False
        return first.mention is None or mention.label != first.mention.label

    def _on_point(self, tokens: Sequence[Token], report: _Report) -> bool:
        before = {token.lower for token in tokens[max(0, report.first - 4) : report.first]}
        return bool(before & {"first", "second", "latter", "former"}) and ";" in {
            token.text for token in tokens[max(0, report.first - 6) : report.first]
        }

    # ------------------------------------------------------------ the frame

    def _frame(
        self,
        sentence: Sentence,
        tokens: Sequence[Token],
        reader: MentionReader,
        reports: Sequence[_Report],
        start: int,
        end: int,
        joined: bool,
    ) -> Frame:
        text = sentence.text[start:end]
        inside = [index for index, token in enumerate(tokens) if start <= token.start < end]
        if not inside:
            return Frame(sentence.start + start, sentence.start + end, text, joined=joined)
        first_token = inside[0]
        embedded = self._embedded(sentence, tokens, reader, reports, start, end)
        report = self._main(reports)
        made = Frame(
            sentence.start + start,
            sentence.start + end,
            text,
            embedded=embedded,
            interrogative=self._interrogative(tokens[first_token : inside[-1] + 1]),
            replying=_REPLY_OPENER.match(text) is not None,
            supplementary=_SUPPLEMENTARY.search(text) is not None,
            joined=joined,
        )
        if report is not None:
            return self._reported(made, sentence, tokens, reader, reports, report)
        return self._unreported(made, sentence, tokens, reader, first_token, joined)

    def _main(self, reports: Sequence[_Report]) -> _Report | None:
        return reports[0] if reports else None

    def _reported(
        self,
        made: Frame,
        sentence: Sentence,
        tokens: Sequence[Token],
        reader: MentionReader,
        reports: Sequence[_Report],
        report: _Report,
    ) -> Frame:
        act: Act = report.verb.act
        lemma = report.verb.lemma
        if report.voice == "impersonal" and tokens[report.first].lower != "it":
            act = self._noun_act(tokens, report) or act
        further = self._coordinated(tokens, report)
        if further is not None and act not in ("ask", "procedural", "propose"):
            act, lemma = further.act, further.lemma
        mention, voice = report.mention, report.voice
        addressed = reader.read_plain(report.verb.after) if act == "ask" else None
        return _replaced(
            made,
            act,
            lemma,
            voice,
            _absolute(mention, sentence.start),
            _absolute(addressed, sentence.start),
        )

    def _noun_act(self, tokens: Sequence[Token], report: _Report) -> Act | None:
        for token in tokens[report.first : report.first + 4]:
            if token.lower in _IMPERSONAL_NOUNS:
                act = _IMPERSONAL_NOUNS[token.lower]
                if act == "ask" and tokens[report.verb.first].lower not in _ASKED_NOUNS:
                    return "state"
                return act
        return None

    def _coordinated(self, tokens: Sequence[Token], report: _Report) -> ReportingVerb | None:
        """Return an asking verb that shares the subject: "thanked officers and asked"."""
        for verb in find_verbs(tokens[report.verb.after :], self._lexicon):
            place = report.verb.after + verb.first
            if verb.form not in ("past", "present") or verb.act not in ("ask", "procedural"):
                continue
            before = place - 1
            while before > 0 and (tokens[before].lower,) in self._adverbs:
                before -= 1
            if tokens[before].lower in ("and", ",", "but", "then"):
                if verb.act == "ask" or "any" in verb.lemma:
                    return verb
        return None

    def _unreported(
        self,
        made: Frame,
        sentence: Sentence,
        tokens: Sequence[Token],
        reader: MentionReader,
        first: int,
        joined: bool,
    ) -> Frame:
        viewer = _VIEW_OF.search(sentence.text)
        if viewer:
            place = next((i for i, t in enumerate(tokens) if t.start >= viewer.end()), None)
            mention = reader.read(place) if place is not None else None
            if mention is not None:
                return _replaced(made, "state", "view", "active", _absolute(mention, sentence.start))
        if joined and tokens[first].lower == "and":
            return _replaced(made, "state", "inform", "passive", None)
        mention = reader.read(first)
        if mention is None:
            return made
        bringer = self._report_bringer(tokens, reader, mention)
        if bringer is not None:
            return _replaced(made, "present", "bring", "active", _absolute(bringer, sentence.start))
        act, voice = self._bare_act(tokens, mention)
        if voice == "none":
            return replace(made, leading=_absolute(mention, sentence.start))
        return _replaced(made, act, "", voice, _absolute(mention, sentence.start))

    def _report_bringer(
        self, tokens: Sequence[Token], reader: MentionReader, mention: Mention
    ) -> Mention | None:
        """Read the author in "the Committee considered a report by the Head of Finance"."""
        if mention.type != "group" or mention.after + 3 >= len(tokens):
            return None
        window = [token.lower for token in tokens[mention.after : mention.after + 12]]
        if window[0] not in ("received", "considered", "heard", "had", "noted", "reviewed", "discussed", "was", "were"):
            return None
        brought = next((i for i, word in enumerate(window) if word in _BROUGHT), None)
        if brought is None:
            return None
        for index in range(mention.after + brought + 1, min(mention.after + brought + 6, len(tokens) - 1)):
            if tokens[index].lower in ("from", "by", "of"):
                return self._officer(reader.read(index + 1))
        return None

    def _officer(self, mention: Mention | None) -> Mention | None:
        return mention if mention is not None and mention.type in ("person", "role") else None

    def _bare_act(self, tokens: Sequence[Token], mention: Mention) -> tuple[Act | None, Voice]:
        """Read what follows a speaker who has no reporting verb."""
        following = tokens[mention.after].lower if mention.after < len(tokens) else ""
        after = tokens[mention.after + 1].lower if mention.after + 1 < len(tokens) else ""
        if following in ("–", "-", ":"):
            return None, "active"
        if mention.type == "pronoun":
            return None, "none" if not following.isalpha() else "active"
        if following in _WH or (following in _INVERTED and after in _INVERTED_SUBJECTS - {"the"}):
            return "ask", "active"
        if mention.type == "group" and mention.label.split()[0][0].islower():
            return None, "none"
        if following in _INVERTED or following in ("not", "also") or _VERBLIKE.search(following):
            return None, "active"
        return None, "none"

    def _interrogative(self, tokens: Sequence[Token]) -> bool:
        closing = tokens[-1].text
        if closing == "?" or (closing in ('"', "'", ")") and len(tokens) > 1 and tokens[-2].text == "?"):
            return True
        first, second = tokens[0].lower, tokens[1].lower if len(tokens) > 1 else ""
        return first in _INVERTED and second in _INVERTED_SUBJECTS

    def _embedded(
        self,
        sentence: Sentence,
        tokens: Sequence[Token],
        reader: MentionReader,
        reports: Sequence[_Report],
        start: int,
        end: int,
    ) -> Embedded | None:
        found = _EMBEDDED.match(sentence.text, start)
        if found is None:
            return None
        begin = found.start("matter")
        stop = self._embedded_end(sentence.text, tokens, reports, found.end(), end)
        words = sentence.text[begin:stop]
        rest = sentence.text[found.end() : stop]
        asker = self._asker(sentence, tokens, reader, begin, found.end(), stop)
        after_asker = rest if asker is None else sentence.text[max(found.end(), asker.end) : stop]
        matter = _MATTER.search(after_asker) is not None
        if not words.strip():
            return None
        return Embedded(sentence.start + begin, sentence.start + stop, _absolute(asker, sentence.start), matter)

    def _embedded_end(
        self, text: str, tokens: Sequence[Token], reports: Sequence[_Report], after: int, end: int
    ) -> int:
        for report in reports:
            opener = tokens[report.first].start
            if opener > after:
                return len(text[:opener].rstrip(" ,"))
        comma = text.rfind(",", after, end)
        return comma if comma > 0 else min(end, len(text.rstrip(" .")))

    def _asker(
        self,
        sentence: Sentence,
        tokens: Sequence[Token],
        reader: MentionReader,
        begin: int,
        noun_end: int,
        stop: int,
    ) -> Mention | None:
        first = next((i for i, t in enumerate(tokens) if t.start >= begin), None)
        if first is not None:
            owner = reader.read_plain(first)
            if owner is not None and owner.end <= noun_end - 8 and "'" in sentence.text[owner.end - 2 : owner.end + 2]:
                return owner
        source = _ASKER.search(sentence.text, noun_end, stop)
        if source is None or source.start() - noun_end > 40:
            return None
        place = next((i for i, t in enumerate(tokens) if t.start >= source.end()), None)
        return reader.read(place) if place is not None else None


_BASE_HELPERS = frozenset("to not would could did does can will".split())


def _replaced(
    made: Frame,
    act: Act | None,
    lemma: str,
    voice: Voice,
    mention: Mention | None,
    addressed: Mention | None = None,
) -> Frame:
    return replace(
        made, act=act, lemma=lemma, voice=voice, mention=mention, addressed=addressed
    )


def _absolute(mention: Mention | None, offset: int) -> Mention | None:
    """Return a mention with offsets of the normalised text instead of the sentence."""
    return None if mention is None else mention.shifted(offset)
