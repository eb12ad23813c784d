"""Reporting verbs with their subjects, and where in a sentence a further speaker begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from minutesparse.attribute.verbs import Act, ReportingVerb, find_verbs, verb_words
from minutesparse.lexicons import Lexicon
from minutesparse.naming import Mention, MentionReader, Token

Voice = Literal["active", "passive", "impersonal", "none"]

_BOUNDARY_MARKS = frozenset(
    {
        ",",
        ";",
        ":",
        "–",
        "(",
        "and",
        "but",
        "however",
        "whilst",
        "while",
        '"',
        "-",
        "so",
        ".",
        "response",
        "reply",
    }  # fmt: skip
)
_SPLIT_MARKS = frozenset({";", "and", "but", ",", "whilst", "while", "to"})
_ADVERBIAL_OPENERS = frozenset(
    """in on at with for following after as during by regarding under before having when while
    whilst to from upon since although responding replying answering speaking concluding
    referring turning again finally further additionally moving prior given""".split()
)
_INFORMED = frozenset("informed advised told assured reminded".split())
_BASE_HELPERS = frozenset("to not would could did does can will didn't couldn't doesn't".split())
_IMPERSONAL_NOUNS: dict[str, Act] = {
    "question": "ask", "questions": "ask", "query": "ask", "queries": "ask", "clarification": "ask",
    "enquiry": "ask", "enquiries": "ask", "clarity": "ask", "assurance": "ask", "request": "ask",
    "requests": "ask", "update": "ask", "explanation": "ask", "information": "ask",
    "concern": "comment", "concerns": "comment", "comment": "comment", "comments": "comment",
    "suggestion": "comment", "suggestions": "comment", "point": "comment", "points": "comment",
    "disappointment": "comment", "thanks": "comment", "support": "comment", "issue": "comment",
    "issues": "comment", "discussion": "comment", "view": "comment", "views": "comment",
    "observation": "comment", "frustration": "comment", "appreciation": "comment",
    "representations": "comment", "opinion": "comment", "reservations": "comment",
}  # fmt: skip
_ASKED_NOUNS = frozenset("asked raised sought made requested put posed received invited".split())
_BROUGHT = frozenset(
    "report presentation update briefing paper overview reports introduction".split()
)
_RECEIVES = frozenset(
    "received considered heard had noted reviewed discussed was were scrutinised examined".split()
)
_LONGEST_SUBJECT = 45


@dataclass(frozen=True, slots=True)
class Report:
    """A reporting verb with its subject, in tokens of the sentence.

    Attributes:
        verb: The verb.
        first: Index of the subject's first token.
        mention: The subject, where it names somebody.
        voice: Active, passive with a recipient, or impersonal.
    """

    verb: ReportingVerb
    first: int
    mention: Mention | None
    voice: Voice
    impersonal: bool = False


class ReportReader:
    """Finds the reports of one sentence: verbs first, then what stands before them."""

    def __init__(self, tokens: Sequence[Token], mentions: MentionReader, lexicon: Lexicon) -> None:
        self._tokens = tokens
        self._mentions = mentions
        self._lexicon = lexicon
        words = verb_words(lexicon)
        self._adverbs = words.adverbs
        self._lead_ins = words.lead_ins

    def reports(self) -> list[Report]:
        """Return the reports of the sentence, in order."""
        verbs = list(find_verbs(self._tokens, self._lexicon))
        if not verbs:
            return []
        boundaries = self._boundaries()
        found = (self._report(verb, boundaries) for verb in verbs)
        return [report for report in found if report is not None]

    def bringer(self, mention: Mention) -> Mention | None:
        """Return the author in "the Committee considered a report by the Head of Finance"."""
        if mention.type != "group" or self._lower(mention.after) not in _RECEIVES:
            return None
        window = range(mention.after, min(mention.after + 12, len(self._tokens)))
        brought = next((i for i in window if self._lower(i) in _BROUGHT), None)
        if brought is None:
            return None
        for index in range(brought + 1, min(brought + 6, len(self._tokens) - 1)):
            if self._lower(index) in ("from", "by", "of"):
                author = self._mentions.read(index + 1)
                return author if author and author.type in ("person", "role") else None
        return None

    # ------------------------------------------------------------ subjects

    def _boundaries(self) -> list[int]:
        """Return the places at which a subject may begin."""
        if self._lower(0) in _ADVERBIAL_OPENERS:
            return list(range(len(self._tokens)))
        return [
            i for i in range(len(self._tokens)) if i == 0 or self._lower(i - 1) in _BOUNDARY_MARKS
        ]

    def _report(self, verb: ReportingVerb, boundaries: Sequence[int]) -> Report | None:
        for first in boundaries:
            if first > verb.first:
                break
            if verb.first - first > _LONGEST_SUBJECT:
                continue
            report = self._subject_at(first, verb)
            if report is not None:
                return report
        return self._by_agent(verb)

    def _subject_at(self, first: int, verb: ReportingVerb) -> Report | None:
        if first == verb.first:
            opens = first == 0 and verb.form in ("past", "present")
            return Report(verb, 0, None, "none") if opens else None
        if self._lower(first) == "it":
            return self._impersonal(verb, first) if self._reaches(first + 1, verb) else None
        mention = self._mentions.read(first)
        if mention is None and verb.act in ("answer", "ask"):
            mention = self._mentions.unlisted_office(first)
        if mention is None:
            return self._impersonal(verb, first) if self._agentless(first, verb) else None
        if not self._reaches(mention.after, verb):
            return None
        return self._voiced(verb, first, mention)

    def _reaches(self, index: int, verb: ReportingVerb) -> bool:
        """Tell whether only small words stand between a subject and its verb."""
        if index > verb.first:
            return False
        place, helped = index, index < verb.first
        while place < verb.first:
            step = self._small_words(place, verb.first)
            if not step:
                return False
            place += step
        if verb.form == "gerund":
            return helped and self._lower(verb.first - 1) == "by"
        if verb.form == "base":
            return helped and self._lower(verb.first - 1) in _BASE_HELPERS
        return True

    def _small_words(self, place: int, limit: int) -> int:
        if self._lower(place) == ",":
            return 1
        for width in (4, 3, 2, 1):
            words = tuple(token.lower for token in self._tokens[place : place + width])
            if place + width <= limit and (words in self._adverbs or words in self._lead_ins):
                return width
        return 0

    def _voiced(self, verb: ReportingVerb, first: int, mention: Mention) -> Report:
        between = {token.lower for token in self._tokens[mention.after : verb.first]}
        passive = bool(between & {"was", "were", "been"}) and verb.form == "past"
        heard = verb.lemma == "hear" and mention.type in ("group", "pronoun")
        if not passive and not heard:
            return Report(verb, first, mention, "active")
        agent = self._agent(verb, ("by", "from"))
        if agent is not None:
            return Report(verb, first, agent, "active")
        return Report(verb, first, mention, "passive")

    def _impersonal(self, verb: ReportingVerb, first: int) -> Report:
        """Read "It was explained", and who did it where "by" says so."""
        agent = self._agent(verb, ("by",))
        if agent is not None:
            return Report(verb, first, agent, "active", impersonal=True)
        return Report(verb, first, None, "impersonal", impersonal=True)

    def _agentless(self, first: int, verb: ReportingVerb) -> bool:
        """Read "A question was raised", "Concern was expressed", "Clarification was sought"."""
        window = self._tokens[first : verb.first]
        if not window or len(window) > 14:
            return False
        if sum(token.lower in ("was", "were") for token in window) > 1:
            return False
        if self._lower(verb.first - 1) not in ("was", "were", "also", "then", "been"):
            return False
        return any(token.lower in _IMPERSONAL_NOUNS for token in window[:5])

    def _by_agent(self, verb: ReportingVerb) -> Report | None:
        """Read the agent of "the report was introduced by the Manager"."""
        helpers = {self._lower(i) for i in range(max(0, verb.first - 3), verb.first)}
        if verb.form != "past" or not helpers & {"was", "were", "been"}:
            return None
        agent = self._agent(verb, ("by",))
        return Report(verb, verb.first, agent, "active") if agent is not None else None

    def _agent(self, verb: ReportingVerb, words: tuple[str, ...]) -> Mention | None:
        for index in range(verb.after, min(verb.after + 4, len(self._tokens) - 1)):
            if self._lower(index) in words:
                agent = self._mentions.read(index + 1)
                return agent if agent is not None and agent.type != "pronoun" else None
        return None

    # ------------------------------------------------------------ clauses

    def cuts(self, reports: Sequence[Report]) -> list[int]:
        """Return the offsets at which a further speaker's clause begins."""
        places = {
            self._opener(r) for r in self._further(reports) if self._starts_clause(r, reports[0])
        }
        places |= set(self._informed_places(reports))
        return sorted(self._tokens[place].start for place in places)

    def _further(self, reports: Sequence[Report]) -> Sequence[Report]:
        """Return the reports that may begin a clause of their own."""
        first = reports[0] if reports else None
        if first is None or first.first < 5 or first.mention is None or not first.mention.titled:
            return reports[1:]
        joined = self._lower(first.first - 1) == "and" and first.verb.act in ("undertake", "answer")
        return reports if joined else reports[1:]

    def _starts_clause(self, report: Report, first: Report) -> bool:
        if report.first == 0 or (report is not first and report.first <= first.verb.first):
            return False
        before = self._lower(report.first - 1)
        if self._in_response(report.first):
            return report is not first
        if before not in _SPLIT_MARKS and not self._on_point(report):
            return False
        if report.impersonal:
            return (
                report.verb.act in ("state", "answer", "ask") and self._lower(report.first) == "it"
            )
        mention = report.mention
        if mention is None or mention.type == "group":
            return False
        if mention.type == "pronoun":
            return report.verb.act == "answer" and first.verb.act == "ask" and before == "and"
        if not mention.titled and not self._plain_answer(report, first):
            return False
        return report is first or first.mention is None or mention.label != first.mention.label

    def _plain_answer(self, report: Report, first: Report) -> bool:
        """Tell whether bare names ask and answer in one sentence ("FT queried ..., HB said")."""
        return (
            first.verb.act in ("ask", "comment", "state", "answer")
            and report.verb.act in ("state", "answer", "undertake")
            and report.voice == "active"
        )

    def _on_point(self, report: Report) -> bool:
        """Read "...; on the second Mr Burr stated"."""
        before = [self._lower(i) for i in range(max(0, report.first - 6), report.first)]
        ordinal = {"first", "second", "latter", "former"} & set(before[-4:])
        return bool(ordinal) and ";" in before

    def _opener(self, report: Report) -> int:
        """Return the clause's first token: "and it was confirmed" begins at "and"."""
        place = report.first
        if self._in_response(place):
            return place - 2 if self._lower(place - 3) != "and" else place - 3
        small = self._lower(place) == "it" or (
            report.mention is not None and report.mention.type == "pronoun"
        )
        return place - 1 if small and self._lower(place - 1) in ("and", "but") else place

    def _in_response(self, place: int) -> bool:
        """Tell whether "in response" or "in reply" stands right before a place."""
        if self._lower(place - 1) == ",":
            place -= 1
        return (
            place > 3
            and self._lower(place - 1) in ("response", "reply")
            and self._lower(place - 2) == "in"
        )

    def _informed_places(self, reports: Sequence[Report]) -> list[int]:
        """Return where "and was informed that" answers the question before it."""
        acts = {report.verb.act for report in reports}
        places = []
        for place in range(3, len(self._tokens)):
            if self._lower(place) not in _INFORMED or self._lower(place - 1) not in ("was", "were"):
                continue
            if self._lower(place - 2) not in ("and", "but"):
                continue
            told_that = self._lower(place + 1) in ("that", "by", "there", "it")
            if "ask" in acts or ("comment" in acts and told_that):
                places.append(place - 2)
        return places

    def _lower(self, index: int) -> str:
        return self._tokens[index].lower if 0 <= index < len(self._tokens) else ""


def noun_act(tokens: Sequence[Token], report: Report) -> Act | None:
    """Return the act that an agentless subject names ("A question was raised" asks)."""
    for token in tokens[report.first : report.first + 5]:
        act = _IMPERSONAL_NOUNS.get(token.lower)
        if act is not None:
            asked = tokens[report.verb.first].lower in _ASKED_NOUNS
            return "state" if act == "ask" and not asked else act
    return None


def coordinated_question(
    tokens: Sequence[Token], report: Report, lexicon: Lexicon
) -> ReportingVerb | None:
    """Return an asking verb that shares the subject: "thanked officers and asked"."""
    adverbs = verb_words(lexicon).adverbs
    for verb in find_verbs(tokens[report.verb.after :], lexicon):
        if verb.form not in ("past", "present") or verb.act not in ("ask", "procedural"):
            continue
        before = report.verb.after + verb.first - 1
        while before > 0 and (tokens[before].lower,) in adverbs:
            before -= 1
        if tokens[before].lower in ("and", ",", "but", "then") and (
            verb.act == "ask" or "any" in verb.lemma
        ):
            return verb
    return None
