"""Reports that a noun makes: "A report was given by", "Confirmation was sought"."""

from __future__ import annotations

from collections.abc import Sequence

from minutesparse.attribute.reports.model import Report
from minutesparse.attribute.verbs import Act, ReportingVerb
from minutesparse.naming import Mention, MentionReader, Token

IMPERSONAL_NOUNS: dict[str, Act] = {
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
_NOUN_REPORTS: tuple[tuple[frozenset[str], frozenset[str], Act], ...] = (
    (
        frozenset("report presentation update overview briefing summary evidence reports".split()),
        frozenset("given provided made delivered received heard".split()),
        "present",
    ),
    (
        frozenset("details detail information background context advice guidance".split()),
        frozenset("given provided".split()),
        "present",
    ),
    (frozenset({"attention"}), frozenset({"drawn", "called"}), "present"),
    (
        frozenset(
            """clarification clarity assurance confirmation reassurance explanation details
            information""".split()
        ),
        frozenset("sought requested".split()),
        "ask",
    ),
    (
        frozenset(
            """clarification assurance confirmation reassurance explanation answer response
            reply""".split()
        ),
        frozenset("given provided".split()),
        "answer",
    ),
    (
        frozenset("question questions query".split()),
        frozenset("received submitted".split()),
        "ask",
    ),
)
_SOUGHT_TOO = frozenset(
    """assurances reassurances update comment comments view views feedback advice guidance example
    examples breakdown evidence figures data indication timescale timescales""".split()
)
"""What is asked for where it "was sought"; as a point alone ("Update requested") it tells less."""
_PARTICIPLES = frozenset().union(*(participles for _, participles, _ in _NOUN_REPORTS))
_BEFORE_PARTICIPLE = frozenset("was were then also been".split())
_REACH = 16  # tokens up to the participle
_INTRODUCED = frozenset("presented introduced submitted tabled delivered given".split())
_NEXT = frozenset("then next also duly subsequently further again".split())
_CLIPPED = 3
_QUESTIONS = frozenset("question questions query queries enquiry enquiries supplementary".split())
_OF_QUESTIONS = frozenset(
    """a an the another one two several first second third fourth fifth sixth next last final
    further additional follow-up supplementary related similar written other main""".split()
)
_FARTHEST_QUESTION = 5
_ABOUT = frozenset(
    """asked queried concerned sought related regarded regarding about on concerning
    requested wanted referred covered focused touched relating""".split()
)
_THERE = frozenset("was were had followed is are".split())
_LONGEST_THERE = 9
_RECEIVES = frozenset(
    "received considered heard had noted reviewed discussed was were scrutinised examined".split()
)


class NounReports:
    """Finds what nouns and participles report, and who did it.

    Args:
        tokens: The tokens of one sentence.
        mentions: Reads mentions from them.
    """

    def __init__(self, tokens: Sequence[Token], mentions: MentionReader) -> None:
        self._tokens = tokens
        self._mentions = mentions
        self._lower = mentions.view.lower

    def noun_report(self) -> list[Report]:
        """Read "A report was given by the Lengthsman", "Confirmation was sought"."""
        if self._lower(0) == "no":
            return []
        there = self._there_was() or self._question_from()
        if there is not None:
            return [there]
        for place, word in enumerate(self._mentions.view.lowers[1:_REACH], start=1):
            if word not in _PARTICIPLES:
                continue
            if self._lower(place - 1) not in _BEFORE_PARTICIPLE and not self._clipped(place):
                continue
            act = self._noun_act(place)
            if act is None:
                continue
            verb = ReportingVerb(act, "give", "past", place, place + 1)
            agent = self.agent(verb, ("by", "from"))
            if agent is not None and (act != "present" or agent.type != "group"):
                return [Report(verb, 0, agent, "active")]
            return (
                [] if act == "present" else [Report(verb, 0, None, "impersonal", impersonal=True)]
            )
        return []

    def _there_was(self) -> Report | None:
        """Read "There was a query from Councillor A as to ...", who made it named."""
        if self._lower(0) != "there" or self._lower(1) not in _THERE:
            return None
        for place in range(2, min(len(self._tokens) - 2, _LONGEST_THERE)):
            act = IMPERSONAL_NOUNS.get(self._lower(place))
            if act is None:
                continue
            verb = ReportingVerb(act, "raise", "past", place, place + 1)
            agent = self.agent(verb, ("by", "from"))
            named = agent is not None and agent.type in ("person", "role")
            return Report(verb, 0, agent, "active") if named else None
        return None

    def _question_from(self) -> Report | None:
        """Read "The next question from Councillor A asked how many" and "... concerned the"."""
        place = 0
        while place < _FARTHEST_QUESTION and self._lower(place) in _OF_QUESTIONS:
            if self._lower(place + 1) == "from":
                break
            place += 1
        if self._lower(place) not in _QUESTIONS or self._lower(place + 1) != "from":
            return None
        asker = self._mentions.read(place + 2)
        if asker is None or asker.type == "pronoun" or self._lower(asker.after) not in _ABOUT:
            return None
        verb = ReportingVerb("ask", "ask", "past", asker.after, asker.after + 1)
        return Report(verb, 0, asker, "active")

    def _clipped(self, place: int) -> bool:
        """Tell whether a point opens without "was": "Clarification sought by the Chair"."""
        return place <= _CLIPPED and self._tokens[0].capital

    def _noun_act(self, place: int) -> Act | None:
        """Return what a noun and a participle do together ("assurance ... sought")."""
        participle = self._lower(place)
        sought = participle in ("sought", "requested") and self._lower(place - 1) in ("was", "were")
        for index in range(max(place - 1, 1)):
            if sought and self._lower(index) in _SOUGHT_TOO:
                return "ask"
            for nouns, participles, act in _NOUN_REPORTS:
                if self._lower(index) in nouns and participle in participles:
                    return act
        return None

    def bringer(self, mention: Mention) -> Mention | None:
        """Return the author in "the Committee considered a report by the Head of Finance"."""
        after = mention.after
        after += self._lower(after) in _NEXT
        if mention.type != "group" or self._lower(after) not in _RECEIVES:
            return None
        window = range(after, min(after + 12, len(self._tokens)))
        brought = next((i for i in window if self._lower(i) in _BROUGHT), None)
        if brought is None:
            return None
        introduced = self._introduced(brought)
        if introduced is not None:
            return introduced
        for index in range(brought + 1, min(brought + 6, len(self._tokens) - 1)):
            if self._lower(index) in ("from", "by", "of"):
                author = self._mentions.read(index + 1)
                return author if author and author.type in ("person", "role") else None
        return None

    def _introduced(self, brought: int) -> Mention | None:
        """Return who stands behind "presented by" after a report's name, or owns the report."""
        for index in range(brought + 1, len(self._tokens) - 2):
            if self._lower(index) in _INTRODUCED and self._lower(index + 1) == "by":
                author = self._mentions.read(index + 2)
                return author if author and author.type in ("person", "role") else None
        return None

    def _short_office(self, index: int) -> Mention | None:
        """Return "the DSM", which nothing explains, as who did something."""
        office = self._mentions.unlisted_office(index)
        return office if office is not None and (office.role or "").isupper() else None

    def agent(self, verb: ReportingVerb, words: tuple[str, ...]) -> Mention | None:
        """Return who stands behind "by" or "from" after a verb, or None."""
        for index in range(verb.after, min(verb.after + 4, len(self._tokens) - 1)):
            if self._lower(index) in words:
                agent = self._mentions.read(index + 1) or self._mentions.first_name(index + 1)
                agent = agent or self._short_office(index + 1)
                return agent if agent is not None and agent.type != "pronoun" else None
        return None


def noun_act(tokens: Sequence[Token], report: Report) -> Act | None:
    """Return the act that an agentless subject names ("A question was raised" asks)."""
    for token in tokens[report.first : report.first + 5]:
        act = IMPERSONAL_NOUNS.get(token.lower)
        if act is not None:
            asked = tokens[report.verb.first].lower in _ASKED_NOUNS
            return "state" if act == "ask" and not asked else act
    return None
