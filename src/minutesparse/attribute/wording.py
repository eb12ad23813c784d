"""Wordings that decide the kind of a contribution, each a named test on one clause."""

from __future__ import annotations

import re
from functools import cache

from minutesparse.attribute.frame import Frame
from minutesparse.attribute.rows import is_row, names_application, names_matter, names_paper
from minutesparse.lexicons import Lexicon, alternation
from minutesparse.lexicons.wordings import sections_for, wording
from minutesparse.text import words_of

_PURPOSE = re.compile(r"To\s+[a-z]+\b(?!.*\b(?:was|were|had|would|agreed|noted)\b)", re.S)
_PAYEE = re.compile(r"[A-Z][^.;:?!]{2,60}[£$€]\s?\d[\d,]{0,12}\.\d\d\s*$")
_PAYMENT_ROW = re.compile(r"\S\s{3,}\S.{0,80}?\s{3,}[£$€]?\s?\d[\d,]*\.\d\d\s*$")
_SAID_HOW = re.compile(
    r"\b(?:said|stated|commented)\b.{0,200}?,\s+(?:how|why|when|where|what)\s+"
    r"(?:could|would|was|were|did|is|had|should|can|do|does)\b",
    re.S,
)
_NAMED_THANKS = re.compile(r"\bthank(?:ed|s)\s+(?:(?!\b(?:for|but|and|who)\b)[^,;]){2,70}$", re.I)
_SHORT_WORDS = (
    r"yes|no|i\s+do|i\s+will|i\s+have|indeed|certainly|(?:it|they|he|she|there)\s+"
    r"(?:was|were|did|had|would|could)(?:\s+not)?"
)
_INTERJECTION = re.compile(
    rf"(?:[^:]{{2,60}}:\s*)?(?:(?:{_SHORT_WORDS}|supplementary|thank\s+you|aye|"
    r"not\s+at\s+this\s+(?:time|stage))\b[\s,.!]*){1,2}$",
    re.I,
)
_AFFIRMS = re.compile(rf"(?:[^:]{{2,60}}:\s*)?(?:{_SHORT_WORDS})\b[\s,.!]*$", re.I)
_YES_OR_NO = re.compile(r"(?:Yes|No|Not\s+(?:yet|at\s+present|currently))(?:[,.;]|\s[-–]|$)")
_ASKED_SO_MANY = re.compile(
    r"\b(?:asked|raised|put|posed|submitted)\s+(?:one|two|three|four|five|six|several|some|\d)\s+"
    r"(?:\w+\s+)?questions?\W*$"
)
_WHAT_ABOUT = re.compile(r"\b(?:about|on|regarding|around|as\s+to|concerning|whether)\b")
_HEADING = re.compile(r"[A-Z][^.!?;]{2,60}$")
_REQUEST = re.compile(
    r"\b(?:asked|requested|requests|asks)\s+(?:that\b|for\s+(?:\w+\s+){1,8}to\s+be\b(?!\s+(?:explained|clarified|confirmed))|"
    r"(?:the\s+|an?\s+|all\s+)?(?:[\w'-]+\s+){1,7}?(?<!relation\s)(?<!regard\s)(?<!respect\s)to\s+(?!(?:his|her|their|the|an?|this|that|these|those|our|its)\b|know|confirm|explain|clarify|comment|"
    r"elaborate|expand|say|tell|describe|provide|give|advise|outline|respond|share)[a-z]+)"
)
_ASKS_BESIDES = re.compile(
    r",?\s+and\s+(?:who|whether|why|how|what|when)\s+(?:would|will|was|were|is|are|had|has|could|should|did|the|they|he|she|it)\b"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|could|should|can|may|might|do|does|did|"
    r"\w+ed|went|came|made|took|gave|said|felt|got|saw|held|kept|left|led|put|set|met|paid|"
    r"need|needs|want|wants|remains?|come|comes|go|goes|stands?|shows?|keep|take|give|works?)\b",
    re.I,
)
_CAME_TO_SPEAK = re.compile(
    r"\b(?:joined|attended|(?:was|were)\s+(?:also\s+)?(?:present|in\s+attendance))\b[^.;]{0,60}?\b(?:to|and)\s+(?:present|introduce|give|update|report|answer|outline|provide|speak)"
)
_COMING = frozenset({"joined", "attended", "present", "attendance"})
_ASKING = frozenset("how why when where what".split())
_IN_REPLY = re.compile(r"(?:and\s+)?(?:In\s+(?:response|reply|answer)|Responding|Replying),", re.I)
_RELATIVE = re.compile(r",\s+who\s+(?:had|was|joined|arrived)\b[^,]{0,60},\s+\w")
_CALLS = re.compile(r"\bcalled\s+for\s+(?:the\s+)?(?:(?:[A-Z][\w'’/-]*|of|and|the|&)\s*){1,8}\.?$")
_DRAFT = re.compile(r"The\s+report\s+recommended\s*[:–-]")  # what is decided stands below
_FIELD = re.compile(r"(?:Date|Time|Venue|Location|Place)\s*:\s")
_HAVING = re.compile(r",\s+(?:having|on\s+returning|before\s+leaving)\b[^,]{0,60},\s+\w")
_SAYING = frozenset({"say", "state", "explain", "add", "comment", "feel", "point out", "stress"})
_LONGEST_HEADING = 60
_LONGEST_NOTHING = 160


class Wordings:
    """The wordings of one lexicon, as tests on a clause."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def _has(self, section: str, frame: Frame) -> bool:
        if section not in sections_for(self._lexicon, frame.words):
            return False
        return wording(self._lexicon, section).find(frame.text, frame.words) is not None

    def hears_public(self, title: str) -> bool:
        """Tell whether the public speaks at the item of a title."""
        return self._titled("public_items", title)

    def declares_interests(self, title: str) -> bool:
        """Tell whether interests are declared at the item of a title."""
        return self._titled("declaring_items", title)

    def brings_reports(self, title: str) -> bool:
        """Tell whether an item of reports and announcements bears a title."""
        return self._titled("reporting_items", title)

    def _titled(self, section: str, title: str) -> bool:
        return wording(self._lexicon, section).find(title, words_of(title)) is not None

    def says_nothing(self, frame: Frame) -> bool:
        """Tell whether the clause only records that there was nothing ("There were none")."""
        if len(frame.text) >= _LONGEST_NOTHING or ", but " in frame.text:
            return False
        return self._has("nothing", frame)

    def of_meeting(self, frame: Frame) -> bool:
        """Tell whether the clause is about questions, comments or business of the meeting."""
        return self._has("business_nouns", frame)

    def notes_report(self, frame: Frame) -> bool:
        """Tell whether the clause is "The report was noted" and no more."""
        return self._has("report_noted", frame)

    def records_dissent(self, frame: Frame) -> bool:
        """Tell whether somebody asks for their vote or dissent to be recorded."""
        return self._has("dissent", frame)

    def tells_absence(self, frame: Frame) -> bool:
        """Tell whether the clause says why somebody who was to speak does not."""
        return self._has("absence", frame)

    def in_passing(self, frame: Frame) -> bool:
        """Tell whether the clause only records that a report was before the meeting."""
        return self._has("in_passing", frame)

    def is_interjection(self, frame: Frame) -> bool:
        """Tell whether the clause is a word or two between speeches ("I do.")."""
        return len(frame.text) < 90 and _INTERJECTION.match(frame.text) is not None

    def affirms(self, frame: Frame) -> bool:
        """Tell whether the clause is a yes or a no and nothing more."""
        return len(frame.text) < 90 and _AFFIRMS.match(frame.text) is not None

    def says_yes_or_no(self, frame: Frame) -> bool:
        """Tell whether the clause opens with a yes or a no."""
        return _YES_OR_NO.match(frame.text) is not None

    def says_below(self, frame: Frame) -> bool:
        """Tell whether somebody's words stand below ("The Director replied as follows:")."""
        announces = frame.text.rstrip(" -–").endswith((":", " below."))
        return announces and self._has("says_below", frame)

    def gives_floor(self, frame: Frame) -> bool:
        """Tell whether the chair bids somebody speak ("asked the Clerk to respond")."""
        return self._has("chair_bids", frame)

    def asks_leave(self, frame: Frame) -> bool:
        """Tell whether somebody asks to speak or leave, or questions are said to be answered."""
        return self._has("asks_leave", frame) or self._has("questions_answered", frame)

    def is_heading(self, frame: Frame) -> bool:
        """Tell whether a clause without a verb stands like a heading."""
        return self.lacks_verb(frame) and _HEADING.match(frame.text) is not None

    def begs_leave(self, frame: Frame) -> bool:
        """Tell whether a question in form only opens a remark ("Can I just say ...")."""
        return self._has("begs_leave", frame)

    def poses_question(self, frame: Frame) -> bool:
        """Tell whether the clause is a question in form that wants an answer."""
        return frame.interrogative and not self.begs_leave(frame)

    def offers_supplementary(self, frame: Frame) -> bool:
        """Tell whether somebody is asked whether they have a supplementary question."""
        return self._has("offers_supplementary", frame)

    def announces_questions(self, frame: Frame) -> bool:
        """Tell whether the clause only says that questions were put, and puts none."""
        named = frame.mention is not None and frame.mention.start == frame.start
        if named:
            return _ASKED_SO_MANY.search(frame.text) is not None
        if not self._has("questions_follow", frame):
            return False
        return _WHAT_ABOUT.search(frame.text) is None

    def takes_questions(self, frame: Frame) -> bool:
        """Tell whether somebody "responded to Members' questions", of which none is given."""
        return frame.act == "answer" and self._has("questions_taken", frame)

    def will_do(self, frame: Frame, after: int) -> bool:
        """Tell whether "will" and a task follow who is named up to an offset."""
        if "will" not in frame.words:
            return False
        return _task(self._lexicon).match(frame.text, after - frame.start) is not None

    def promises_reply(self, frame: Frame) -> bool:
        """Tell whether the clause promises a written reply."""
        return self._has("promised_reply", frame)

    def requests_that(self, frame: Frame) -> bool:
        """Tell whether "asked that ..." asks for something to be done, and nobody in the room."""
        return self._has("requests_that", frame)

    def keeps_house(self, frame: Frame) -> bool:
        """Tell whether the clause is about the room, the recording, speaking or appeals."""
        return self._has("housekeeping", frame)

    def has_nothing_to_declare(self, frame: Frame) -> bool:
        """Tell whether somebody says that they have no interest to declare."""
        return self._has("nothing_to_declare", frame)

    def states_own_case(self, frame: Frame) -> bool:
        """Tell whether somebody sums up, or reads a statement out: neither replies to anybody."""
        return self._has("own_case", frame)

    def runs_meeting(self, frame: Frame) -> bool:
        """Tell whether the clause is about the running of the meeting."""
        return frame.act == "procedural" or self._has("business", frame)

    def tells_of_discussion(self, frame: Frame) -> bool:
        """Tell whether the clause only says that there was discussion."""
        return self._has("discussion", frame) or self._has("votes_follow", frame)

    def deliberates(self, frame: Frame) -> bool:
        """Tell whether the clause only says what the meeting talked about or looked at."""
        return self._has("deliberation", frame)

    def replies_to_somebody(self, frame: Frame) -> bool:
        """Tell whether a speaker speaks "in answer to Councillor X"."""
        return _IN_REPLY.match(frame.text) is not None or self._has("in_reply", frame)

    def heads_points(self, frame: Frame) -> bool:
        """Tell whether the words only head what was said ("Key points from discussion:")."""
        return len(frame.text) < _LONGEST_HEADING and self._has("point_headings", frame)

    def heads_presentation(self, frame: Frame) -> bool:
        """Tell whether points are announced, and no discussion ("The main points made were:")."""
        return self._has("presented_points", frame)

    def opines(self, frame: Frame) -> bool:
        """Tell whether the clause is a view that nobody in particular is said to hold."""
        return self._has("opinion", frame)

    def gives_notice(self, frame: Frame) -> bool:
        """Tell whether the clause, said by the chair, is about the order of business."""
        return self._has("chair_notices", frame)

    def presides(self, frame: Frame) -> bool:
        """Tell whether the clause is what only the person in the chair does."""
        return self._has("presiding", frame)

    def declines_supplementary(self, frame: Frame) -> bool:
        """Tell whether the clause says that nobody asks a supplementary question."""
        return self._has("no_supplementary", frame)

    def debates(self, frame: Frame) -> bool:
        """Tell whether somebody speaks to what has been moved ("On the question, X said")."""
        return self._has("on_the_motion", frame)

    def says_instead(self, frame: Frame) -> bool:
        """Tell whether whoever has nothing to ask or report says something all the same."""
        return self._has("said_instead", frame)

    def bids_somebody(self, frame: Frame) -> bool:
        """Tell whether somebody is asked or invited to do something, by nobody named."""
        unsaid = frame.voice == "none" and frame.act is None
        return (unsaid or frame.voice == "passive") and self._has("bidden", frame)

    def was_bidden(self, frame: Frame) -> bool:
        """Tell whether a clause opens with somebody who had been asked or invited."""
        who = frame.mention or frame.leading
        if who is None or frame.act is not None:
            return False
        found = wording(self._lexicon, "bidden_before").find(frame.text, frame.words)
        return found is not None and found.start() <= who.end - frame.start + 1

    def asks_while_saying(self, frame: Frame) -> bool:
        """Tell whether what is said ends in a question ("said given that ..., how could ...")."""
        may_ask = "," in frame.text and not frame.words.isdisjoint(_ASKING)
        return may_ask and _SAID_HOW.search(frame.text) is not None

    def tells_of(self, frame: Frame) -> bool:
        """Tell whether the clause tells what was done with somebody, who says nothing."""
        return self._has("told_of", frame)

    def gives_thanks(self, frame: Frame) -> bool:
        """Tell whether the clause thanks or pays tribute."""
        return self._has("thanks", frame)

    def says_besides(self, frame: Frame) -> bool:
        """Tell whether whoever thanks says something more ("thanked her and explained that")."""
        return self._has("said_besides", frame)

    def gives_reason(self, frame: Frame) -> bool:
        """Tell whether a clause says what good the thing asked for would do."""
        return self._has("asker_reason", frame)

    def only_thanks(self, frame: Frame) -> bool:
        """Tell whether the clause thanks for a report or attendance and says no more."""
        found = wording(self._lexicon, "plain_thanks").find(frame.text, frame.words)
        rest = frame.text[found.end() :].rstrip(". ") if found is not None else ","
        plain = len(rest) <= 60 and not {",", ";"} & set(rest)
        return plain or self.only_names_in_thanks(frame)

    def only_names_in_thanks(self, frame: Frame) -> bool:
        """Tell whether the clause thanks somebody and does not say for what."""
        if frame.words.isdisjoint(("thanked", "thanks")):
            return False
        return _NAMED_THANKS.search(frame.text.rstrip(". ")) is not None

    def invites_questions(self, frame: Frame) -> bool:
        """Tell whether the clause asks the meeting for questions rather than asking one."""
        return self._has("any_questions", frame)

    def only_requests(self, frame: Frame) -> bool:
        """Tell whether "asked" here asks for a deed and not for an answer."""
        request = _REQUEST.search(frame.text)
        if request is None or self._has("asks_to_be_told", frame):
            return False
        if request[0].endswith("that") and _ASKS_BESIDES.search(frame.text, request.end()):
            return False
        words = wording(self._lexicon, "ask_for_words").pattern.search(frame.text, 0, request.end())
        return words is None or words.start() > request.start() + 40

    def makes_no_record(self, frame: Frame) -> bool:
        """Tell whether the clause makes no contribution: comings, goings, results."""
        if not frame.words.isdisjoint(_COMING) and _CAME_TO_SPEAK.search(frame.text):
            return False
        if _PURPOSE.match(frame.text):
            return frame.act is None
        if "   " in frame.text and _PAYMENT_ROW.search(frame.text):
            return True
        if _FIELD.match(frame.text) or _DRAFT.match(frame.text):
            return True
        if frame.act is None and self.names_paper(frame):
            return True
        bare = frame.text.rstrip(" –-:")
        opening = wording(self._lexicon, "before_decision").find(bare, frame.words)
        opens_decision = frame.act in (None, "procedural", "propose") and opening is not None
        if opens_decision or ("called" in frame.words and _CALLS.search(frame.text)):
            return True
        says = frame.voice == "active" and frame.lemma in _SAYING
        tells = says or frame.act in ("ask", "answer") or frame.lemma == "thank"
        if tells or ("who" in frame.words and _RELATIVE.search(frame.text)):
            return False
        if frame.act in ("comment", "state") and _HAVING.search(frame.text):
            return False
        return self._has("no_contribution", frame)

    def lacks_verb(self, frame: Frame) -> bool:
        """Tell whether the words are a heading, a name or a reference rather than a report."""
        return frame.act is None and _FINITE.search(frame.text) is None

    def is_payment(self, frame: Frame) -> bool:
        """Tell whether a verbless line is a payee with a sum ("R Yell, salary £341.20")."""
        return _PAYEE.match(frame.text) is not None and self.lacks_verb(frame)

    def announces_rows(self, frame: Frame) -> bool:
        """Tell whether the clause only announces rows ("The following payments ...:")."""
        announced = frame.text.rstrip(" -–").endswith(":")
        return announced and frame.text.startswith("The following ")

    def stands_aside(self, frame: Frame) -> bool:
        """Tell whether somebody takes no part in an item, or speaks by dispensation."""
        return self._has("stands_aside", frame)

    def had_before(self, frame: Frame) -> bool:
        """Tell whether somebody who decides alone had a report before them."""
        return self._has("decision_maker", frame)

    def names_paper(self, frame: Frame) -> bool:
        """Tell whether a line only names a paper or a matter that comes up."""
        if names_matter(frame.text) or self.names_application(frame):
            return True
        return names_paper(frame.text) and self.lacks_verb(frame)

    def names_application(self, frame: Frame) -> bool:
        """Tell whether a line is the reference of an application and what it is for."""
        return frame.act is None and names_application(frame.text)

    def is_row(self, frame: Frame) -> bool:
        """Tell whether a verbless line is a row of a table, a heading or a list of papers."""
        return is_row(frame.text)


@cache
def wordings(lexicon: Lexicon) -> Wordings:
    """Return the wordings of a lexicon, made once."""
    return Wordings(lexicon)


@cache
def _task(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for "will" and a task that somebody takes away from the meeting."""
    tasks = alternation([*lexicon.phrases("actions", "tasks"), *lexicon.phrases("actions", "jobs")])
    return re.compile(rf"\s+will\s+(?:(?:also|then|now)\s+)?(?:{tasks})\b")
