"""Where in a sentence a further speaker's clause begins."""

from __future__ import annotations

from collections.abc import Sequence

from minutesparse.attribute.reports.besides import tells_besides
from minutesparse.attribute.reports.model import Report
from minutesparse.naming import Mention, MentionReader, Token

_SPLIT_MARKS = frozenset({";", "and", "but", ",", "whilst", "while", "to", "-", "–"})
_OPENS_PASSIVE = frozenset({"was", "were", "been", "which", "that"})
_PAUSES = frozenset({";", "-", "–"})
_OPENS_REPLY = frozenset("this that these those it there the yes no".split())
_OPENS_ASKED = frozenset("asked questioned queried pressed challenged when".split())
_ASKED_ABOUT = frozenset("if whether what why how when who where which about".split())
REPLIED = frozenset(
    "replied responded answered said explained confirmed stated advised clarified".split()
)
_ANSWERED = frozenset("it they he she there this these that".split())
_AUXILIARIES = frozenset(
    """is are was were do does did has have had can could will would should must may might
    isn't aren't wasn't weren't don't doesn't didn't hasn't hadn't can't won't""".split()
)
_CONDITIONS = frozenset("if when once as since given where although while unless because".split())
_REPLY_NOUNS = frozenset("answer reply response explanation".split())
_AGREEING = frozenset("agree disagree concur accept acknowledge think feel believe".split())
_INFORMED = frozenset("informed advised told assured reminded".split())
_HEARS = _INFORMED | {"heard"}


class ClauseCutter:
    """Cuts a sentence in which several speak.

    Args:
        tokens: Its tokens.
        mentions: Reads mentions from them.
    """

    def __init__(self, tokens: Sequence[Token], mentions: MentionReader) -> None:
        self._tokens = tokens
        self._mentions = mentions
        self._lower = mentions.view.lower
        self._words = frozenset(mentions.view.lowers)
        self._administration = mentions.view.words.administration

    def cuts(self, reports: Sequence[Report]) -> list[int]:
        """Return the offsets at which a further speaker's clause begins."""
        places = {
            self._opener(r) for r in self._further(reports) if self._starts_clause(r, reports[0])
        }
        places |= set(self._informed_places(reports)) | set(self._further_replies())
        places |= set(self._replies_unsaid(reports)) | set(self._further_askers(reports))
        places |= set(self._reply_of_asked(reports)) | set(self._short_replies(reports))
        places |= set(self._nouns_of_reply(reports))
        return sorted(self._tokens[place].start for place in places)

    def _further(self, reports: Sequence[Report]) -> Sequence[Report]:
        """Return the reports that may begin a clause of their own."""
        first = reports[0] if reports else None
        if first is not None and first.first == 0 and first.mention is None:
            opens = self._lower(0) in _OPENS_ASKED
            return reports[2:] if opens else reports[1:]
        if first is None or first.first < 5 or first.mention is None or not first.mention.titled:
            return reports[1:]
        joined = self._lower(first.first - 1) == "and" and first.verb.act in ("undertake", "answer")
        return reports if joined else reports[1:]

    def _starts_clause(self, report: Report, first: Report) -> bool:
        if report.first == 0 or (report is not first and report.first <= first.verb.first):
            return False
        before = self._lower(report.first - 1)
        if self._to_which(report.first):
            return report is not first and first.verb.act in ("ask", "comment", "state")
        if self._lost_stop(report, first):
            return True
        if tells_besides(report.first, self._tokens):
            return True
        if self._in_response(report.first):
            return report is not first
        if before not in _SPLIT_MARKS and not self._on_point(report):
            return False
        if report.impersonal:
            told = report.verb.act in ("state", "answer", "ask")
            return told and self._lower(report.first) == "it"
        return report.mention is not None and self._speaks_next(report, first, report.mention)

    def _speaks_next(self, report: Report, first: Report, mention: Mention) -> bool:
        """Tell whether who is named behind a mark is a further speaker."""
        before = self._lower(report.first - 1)
        if mention.type == "group" and not (before in _PAUSES or self._administers(report, first)):
            return False
        if mention.type == "pronoun":
            replies = report.verb.act in ("answer", "undertake")
            replies = replies or (report.verb.act == "state" and self._asks_somebody(first))
            return replies and first.verb.act == "ask" and before == "and"
        if not mention.titled and not self._plain_answer(report, first):
            return False
        return report is first or first.mention is None or mention.label != first.mention.label

    def _asks_somebody(self, first: Report) -> bool:
        """Tell whether a report asks one who is named: "asked Mr Orr if ..., and he said"."""
        asked = self._mentions.read_plain(first.verb.after)
        return asked is not None and asked.type in ("person", "role") and asked.titled

    def _plain_answer(self, report: Report, first: Report) -> bool:
        """Tell whether bare names ask and answer in one sentence ("FT queried ..., HB said")."""
        return (
            first.verb.act in ("ask", "comment", "state", "answer")
            and (
                report.verb.act in ("state", "answer", "undertake")
                or (report.verb.lemma in _AGREEING and self._asks_a_question(first))
            )
            and report.voice == "active"
        )

    def _asks_a_question(self, first: Report) -> bool:
        """Tell whether somebody asks whether or why, and not for something to be done."""
        return first.verb.act == "ask" and self._lower(first.verb.after) in _ASKED_ABOUT

    def _administers(self, report: Report, first: Report) -> bool:
        """Tell whether "and officers confirmed" replies to the question before it."""
        label = report.mention.label.lower().removeprefix("the ") if report.mention else ""
        replies = report.verb.act in ("state", "answer", "undertake")
        ours = label in self._administration or label.split()[-1:] == ["officers"]
        raised = first.verb.act == "ask" or (first.impersonal and first.verb.act == "comment")
        return raised and replies and ours

    def _lost_stop(self, report: Report, first: Report) -> bool:
        """Read "X enquired about the lane Mr Ord stated that ...", its full stop lost."""
        mention = report.mention
        named = mention is not None and mention.type == "person" and mention.titled
        replies = first.verb.act == "ask" and report.verb.act in ("state", "answer")
        before = self._tokens[report.first - 1]
        ends = before.word and before.lower not in _SPLIT_MARKS | _OPENS_PASSIVE
        return named and replies and ends

    def _on_point(self, report: Report) -> bool:
        """Read "...; on the second Mr Burr stated"."""
        before = [self._lower(i) for i in range(max(0, report.first - 6), report.first)]
        ordinal = {"first", "second", "latter", "former"} & set(before[-4:])
        return bool(ordinal) and ";" in before

    def _opener(self, report: Report) -> int:
        """Return the clause's first token: "and it was confirmed" begins at "and"."""
        place = report.first
        if self._to_which(place):
            return place - 2
        if tells_besides(place, self._tokens):
            return place - 1
        if self._in_response(place):
            return place - 2 if self._lower(place - 3) != "and" else place - 3
        small = self._lower(place) == "it" or (
            report.mention is not None and report.mention.type == "pronoun"
        )
        return place - 1 if small and self._lower(place - 1) in ("and", "but") else place

    def _to_which(self, place: int) -> bool:
        """Tell whether "to which" stands right before a place: "..., to which X responded"."""
        return self._lower(place - 1) == "which" and self._lower(place - 2) == "to"

    def _in_response(self, place: int) -> bool:
        """Tell whether "in response" or "in reply" stands right before a place."""
        if self._lower(place - 1) == ",":
            place -= 1
        return (
            place > 3
            and self._lower(place - 1) in ("response", "reply")
            and self._lower(place - 2) == "in"
        )

    def _further_replies(self) -> list[int]:
        """Return where "and in response to one from X" turns to a further question."""
        if self._words.isdisjoint(("response", "reply", "answer")):
            return []
        return [
            place
            for place in range(4, len(self._tokens) - 4)
            if self._lower(place) == "in"
            and self._lower(place + 1) in ("response", "reply", "answer")
            and self._lower(place + 2) == "to"
            and self._lower(place - 1) in ("and", ";")
            and {"one", "another", "question", "query", "questions"}
            & {self._lower(place + step) for step in (3, 4, 5, 6)}
        ]

    def _further_askers(self, reports: Sequence[Report]) -> list[int]:
        """Return where "and Councillor Y if ..." takes up the verb of "Councillor X asked ..."."""
        if not reports or reports[0].verb.act != "ask":
            return []
        found = []
        for place in range(reports[0].verb.after + 2, len(self._tokens) - 4):
            if self._lower(place - 1) not in ("and", ",", ";"):
                continue
            other = self._lower(place) == "another" and self._lower(place + 1) in _ASKED_ABOUT
            if other:
                found.append(place)
            if not self._mentions.title_width(place):
                continue
            person = self._mentions.person_at(place)
            if person is not None and self._lower(person.after) in _ASKED_ABOUT:
                found.append(place)
        return found

    def _replies_unsaid(self, reports: Sequence[Report]) -> list[int]:
        """Return where the reply begins in "Clarification was sought; this did not include Y"."""
        if len(reports) != 1 or reports[0].verb.act != "ask":
            return []
        return [
            place
            for place in range(reports[0].verb.after + 2, len(self._tokens) - 3)
            if self._lower(place - 1) == ";" and self._lower(place) in _OPENS_REPLY
        ][:1]

    def _reply_of_asked(self, reports: Sequence[Report]) -> list[int]:
        """Return where "and replied that" answers in "She was asked how ..., and replied that"."""
        if not reports or reports[0].verb.act != "ask":
            return []
        if reports[0].voice != "passive" and reports[0].passive is None:
            return []
        return [
            place - 1
            for place in range(reports[0].verb.after + 2, len(self._tokens) - 1)
            if self._lower(place) in REPLIED and self._lower(place - 1) == "and"
        ][:1]

    def _short_replies(self, reports: Sequence[Report]) -> list[int]:
        """Return where "it does not", "and he was" answer in one sentence with what was asked."""
        if not reports or reports[0].verb.act != "ask" or len(reports) > 1:
            return []
        asked = reports[0].verb.after
        return [
            place if self._lower(place - 1) in (",", ";") else place - 1
            for place in range(asked + 3, len(self._tokens) - 1)
            if self._lower(place) in _ANSWERED and self._lower(place + 1) in _AUXILIARIES
            if self._lower(place - 1) in (",", ";", "and", "but")
            if self._is_whole_reply(asked, place)
        ][:1]

    def _is_whole_reply(self, asked: int, place: int) -> bool:
        """Tell whether words stop at their verb, or follow the only comma of what was asked."""
        after = place + 2 + (self._lower(place + 2) == "not")
        if self._lower(after) in (".", ""):
            return True
        inner = {self._lower(between) for between in range(asked + 1, place - 1)}
        spliced = self._lower(place - 1) == "," and self._lower(asked) in _ASKED_ABOUT
        told = self._lower(place) not in ("he", "she")
        return spliced and told and not inner & (_CONDITIONS | {","})

    def _nouns_of_reply(self, reports: Sequence[Report]) -> list[int]:
        """Return where "the answer to which was" tells the reply to what stands before it."""
        found: list[int] = []
        if self._words.isdisjoint(_REPLY_NOUNS):
            return found
        for place in range(4, len(self._tokens) - 4):
            if self._lower(place) != "the" or self._lower(place + 1) not in _REPLY_NOUNS:
                continue
            told = self._lower(place + 2) in ("was", "being", "given", "received")
            asked = self._lower(place + 2) == "to" and self._lower(place + 3) in ("which", "this")
            before = self._lower(place - 1)
            if before in (",", ";") and (asked or (told and bool(reports))):
                found.append(place)
            elif before == "and" and told and any(r.verb.act == "ask" for r in reports):
                found.append(place - 1)
        return found[:1]

    def _informed_places(self, reports: Sequence[Report]) -> list[int]:
        """Return where "and was informed that" answers the question before it."""
        acts = {report.verb.act for report in reports}
        places: list[int] = []
        if self._words.isdisjoint(_HEARS) or not acts & {"ask", "comment"}:
            return places
        for place in range(3, len(self._tokens)):
            if self._lower(place) == "heard" and self._lower(place - 1) == "and" and "ask" in acts:
                places.append(place - 1)
            if self._lower(place) not in _INFORMED or self._lower(place - 1) not in ("was", "were"):
                continue
            opens = self._informed_from(place - 2)
            told_that = self._lower(place + 1) in ("that", "by", "there", "it")
            if opens and ("ask" in acts or ("comment" in acts and told_that)):
                places.append(opens)
        return places

    def _informed_from(self, place: int) -> int:
        """Return where "and (he) was told", "; he was told" begins, or 0."""
        if self._lower(place) in ("and", "but"):
            return place
        if self._lower(place) not in ("he", "she", "they", "members"):
            return 0
        if self._lower(place - 1) in ("and", "but"):
            return place - 1
        return place if self._lower(place - 1) in (",", ";") else 0
