"""Decisions by a deciding word that tells the outcome of a thing ("The plan was approved")."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from functools import cache
from operator import attrgetter

from minutesparse.extract.decisions.openings import Opening
from minutesparse.extract.decisions.outcomes import is_reported
from minutesparse.extract.decisions.phrases import Phrase, deciding_body
from minutesparse.extract.decisions.prose.made import of_phrase, of_statement
from minutesparse.extract.decisions.prose.signs import is_aside
from minutesparse.extract.decisions.script import Script, Statement
from minutesparse.lexicons import Lexicon
from minutesparse.lexicons.patterns import any_of, says, source, word_set
from minutesparse.text import words_of

_SETTLED = frozenset({"approved", "refused", "agreed"})
_BY_INITIALS = re.compile(r"\bby\s+(?:the\s+)?[A-Z]{2,4}\b")
_ON_A_DAY = re.compile(
    r"\s+(?:in|on|at|by|last|for)\s+(?:the\s+)?\d(?!\d?\s+(?:votes?|members?|to|for|in\s+favou?r)\b)"
)
_COUNTED = re.compile(r"\s+by\s+\w+\s+(?:votes?\s+)?to\s+\w+\b")
_BY_BODY = re.compile(r"\s+by\s+(?P<body>[^.;:,]{3,80})[\s.;)]*")
_WAS = re.compile(r"\b(?:was|were)\s+(?:duly\s+)?$")
_WORD_WAS = re.compile(
    r"(?!Following|During|Having|Regarding|Concerning|Arising)"
    r"[A-Z][a-z]+ing\s[^.;:,]{3,80}?\s(?:was|were)\b|"
    r"(?!(?:one|two|three|four|five|six|seven|eight|nine|ten)\b)[A-Z]\S*\s+(?:was|were)\b",
    re.I,
)
_MOVED_TO = re.compile(r"\bmoved\b.{2,80}\bseconded\s+(?:to|that)\b", re.I)
_PROPOSAL_BY = re.compile(r"\bproposal\s+(?:by|of|from)\b", re.I)
_PUT = re.compile(r"\bput\b|\bvot(?:e|ed|ing)\b|\bmotion\b", re.I)
_DANGLES = re.compile(r"\band\s+(?:so\s+)?(?:the\s+\w+(?:\s+\w+)?|it\s+was)\W*$", re.I)
_AND_TASK = re.compile(r",?\s+and\s+(?:that\s+)?[A-Za-z][^.;,]{2,60}?\s(?:would|will)\s")
_FAVOUR = re.compile(r"\bfavou?r\b")
_ENDED = frozenset({"adjourned", "withdrawn"})
_THIS_AGREED = re.compile(
    r"(?:This|These|That|Both|All)\s+(?:was|were)\s+(?:(?:also|then|duly|all|unanimously|UNANIMOUSLY)\s+){0,2}"
    r"(?:agreed|AGREED)(?:\s+unanimously|\s+(?:to\s+)?by\s+(?:all|everyone|the|members)\b[\w\s]{0,40})?"
    r"(?:,?\s+proposed\b.{3,80})?[\s.;]*"
)
_PUT_FORWARD = re.compile(
    r"\b(?:propos\w+|second(?:ed|ing)|moved|suggest\w+|recommend\w+|(?:asked|requested)\s+that)\b",
    re.I,
)
_AT_A_MEETING = re.compile(r"\bat\s+a\s+meeting\s+held\s+on\b")  # below a page's end, to be signed
_NEAR_BY = 30
_NAMES_THING = 5
_LONGEST_PUT_OFF = 260


def thing_settled(phrase: Phrase, statement: Statement, script: Script) -> Opening | None:
    """Read "The payments were approved.", "The application was refused."."""
    if phrase.verb not in _SETTLED or not _tells_of_thing(phrase, statement, script):
        return None
    subject, after = statement.text[: phrase.start], statement.text[phrase.end :]
    if _settled_thing(script.lexicon).match(subject) is None or _MOVED_TO.search(subject):
        return None
    if phrase.word == "carried" and (
        _PROPOSAL_BY.search(subject) is not None
        or _COUNTED.match(after) is not None
        or _is_result(statement, script)
    ):
        return None
    if _is_put_to_vote(statement, script):
        return None
    if _is_settled_elsewhere(phrase, statement, script) or _is_settled_before(
        after, script.lexicon
    ):
        return None
    return of_phrase(statement, phrase, "resolution.thing_settled", begin=0, whole=True)


def thing_noted(phrase: Phrase, statement: Statement, script: Script) -> Opening | None:
    """Read "The monthly summary was noted.": all that an item or a part of it says in the end."""
    if phrase.verb != "noted" or phrase.tail.opener:
        return None
    was = _WAS.search(statement.text[: phrase.start]) is not None
    ends = (statement.alone or (statement.last and was)) and script.closing(statement.block)
    if not ends and not (was and _is_what_item_is_on(statement, phrase, script)):
        return None
    if not _tells_of_thing(phrase, statement, script):
        return None
    statement = _before_task(statement, phrase)
    subject, after = statement.text[: phrase.start], statement.text[phrase.end :]
    if says(script.lexicon, "decisions", "courtesies_noted", subject) is not None:
        return None
    if after.strip(" .;)") and not _is_by_body(after, script.lexicon):
        return None
    if phrase.word == "received" and _WAS.search(subject) is None:
        return None
    return of_phrase(statement, phrase, "resolution.thing_noted", begin=0, whole=True)


def _is_what_item_is_on(statement: Statement, phrase: Phrase, script: Script) -> bool:
    """Tell whether an item opens by saying that what its title names was noted."""
    if not statement.first or any(map(script.minuted, range(statement.block))):
        return False
    named = {word for word in words_of(script.title) if len(word) >= _NAMES_THING}
    return not named.isdisjoint(words_of(statement.text[: phrase.start]))


def _before_task(statement: Statement, phrase: Phrase) -> Statement:
    """Leave out what somebody will do besides ("was noted and the Clerk would write")."""
    task = _AND_TASK.match(statement.text, phrase.end)
    if task is None:
        return statement
    text = statement.text[: phrase.end]
    return statement._replace(end=statement.start + phrase.end, text=text)


def it_was_noted(phrase: Phrase, statement: Statement, script: Script) -> Opening | None:
    """Read "It was noted that ...": a decision only where it is all that an item comes to."""
    if phrase.subject not in ("it", "body") or phrase.verb != "noted":
        return None
    if phrase.tail.opener != "that":
        return None
    if phrase.shouted and phrase.subject == "it":
        return of_phrase(statement, phrase, "resolution.it_was_noted")
    if phrase.past or phrase.begin > 0 or not statement.alone or statement.lead:
        return None
    block = script.blocks[statement.block]
    if block.marker is not None or block.topic or script.minuted_blocks > 1:
        return None
    if says(script.lexicon, "decisions", "attendance_titles", script.title) is not None:
        return None
    return of_phrase(statement, phrase, "resolution.it_was_noted")


def thing_put_off(phrase: Phrase, statement: Statement, script: Script) -> Opening | None:
    """Read "This item was deferred to the November meeting."."""
    if phrase.verb != "deferred" or len(statement.text) > _LONGEST_PUT_OFF:
        return None
    if not _tells_of_thing(phrase, statement, script):
        return None
    subject = statement.text[: phrase.start]
    if not _may_be_put_off(phrase, subject, script.lexicon):
        return None
    begin = _after_favour(phrase, statement, subject)
    opening = of_phrase(statement, phrase, "resolution.deferred", begin=begin, whole=True)
    return opening if begin == 0 else replace(opening, content=statement.start + begin)


def elected(phrase: Phrase, statement: Statement, script: Script) -> Opening | None:
    """Read "Councillor Orr was duly elected Chairman."."""
    if phrase.subject != "thing" or phrase.past:
        return None
    if phrase.word not in word_set(script.lexicon, "decisions", "electing"):
        return None
    if says(script.lexicon, "decisions", "election_titles", script.title) is None:
        return None
    if is_reported(statement.text[: phrase.start], script.lexicon, script.words(statement.block)):
        return None
    return of_phrase(statement, phrase, "resolution.elected", begin=0, whole=True)


# ---------------------------------------------------------------- what these rules ask


def _tells_of_thing(phrase: Phrase, statement: Statement, script: Script) -> bool:
    """Tell whether a thing "was" what the word says, here and in the words of the minute."""
    if phrase.subject != "thing" or phrase.past:
        return False
    subject = statement.text[: phrase.start]
    if is_aside(subject, script.lexicon):
        return False
    return not is_reported(subject, script.lexicon, script.words(statement.block))


def _is_settled_elsewhere(phrase: Phrase, statement: Statement, script: Script) -> bool:
    """Tell whether another body settled it, or the words are about apologies and votes."""
    words = script.words(statement.block)
    if says(script.lexicon, "decisions", "settled_elsewhere", statement.text, words) is not None:
        return True
    near = phrase.end + _NEAR_BY
    return _BY_INITIALS.search(statement.text, phrase.end, near) is not None


def _is_result(statement: Statement, script: Script) -> bool:
    """Tell whether "carried" is the result of what was moved before in the same paragraph."""
    before = [one for one in script.statements(statement.block) if one.end <= statement.start]
    return any(
        any_of(script.lexicon, "decisions", "moving_words").search(one.text) for one in before
    )


def _is_put_to_vote(statement: Statement, script: Script) -> bool:
    """Tell whether words only say how a vote went, and the decision stands below with its head."""
    if _PUT.search(statement.text) is None:
        return False
    if _DANGLES.search(statement.text) is not None:
        return True
    return statement.last and script.heads_decision(statement.block + 1)


def _is_settled_before(after: str, lexicon: Lexicon) -> bool:
    """Tell whether a day or month behind the verb puts it before the meeting."""
    return (
        _ON_A_DAY.match(after) is not None
        or _AT_A_MEETING.search(after) is not None
        or says(lexicon, "decisions", "past_times", after) is not None
    )


def _is_by_body(after: str, lexicon: Lexicon) -> bool:
    """Tell whether only the body that decides stands behind the verb ("by the Committee")."""
    found = _BY_BODY.fullmatch(after)
    body = deciding_body(found["body"], lexicon) if found is not None else None
    return body is not None and body[0] == 0


def _may_be_put_off(phrase: Phrase, subject: str, lexicon: Lexicon) -> bool:
    """Tell whether words name an item or application, and no meeting, question or motion."""
    if (
        phrase.word == "tabled"
        and any_of(lexicon, "decisions", "tabled_things").search(subject) is None
    ):
        return False
    named = says(lexicon, "decisions", "things_put_off", subject) or _WORD_WAS.match(subject)
    if named is None or says(lexicon, "decisions", "moved_things", subject) is not None:
        return False
    ended = (
        phrase.word in _ENDED
        and says(lexicon, "decisions", "meetings_and_questions", subject) is not None
    )
    return not ended


def _after_favour(phrase: Phrase, statement: Statement, subject: str) -> int:
    """Return where "and was deferred" begins in a sentence that first says who was in favour."""
    if _FAVOUR.search(subject) is None:
        return 0
    return statement.text.rfind("and ", 0, phrase.start) + len("and ")


@cache
def _settled_thing(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for a subject with a thing in it that a meeting settles."""
    things, steps = (
        source(lexicon, "decisions", "settled_things"),
        source(lexicon, "decisions", "lead_in_steps"),
    )
    anything = r"(?:[^.;]|\.(?=\d)){0,160}"
    return re.compile(
        rf"(?:(?:{steps})[^,]{{0,80}},\s*)?"
        rf"(?:(?:the|this|these|both|all|a|an|[A-Z£\d]){anything}?)?\b(?:{things})\b{anything}$",
        re.I,
    )


def this_agreed(statement: Statement, script: Script) -> Opening | None:
    """Read "This was agreed." right behind what somebody put to the meeting.

    Where the item resolves something further down, that is its decision.
    """
    if _THIS_AGREED.fullmatch(statement.text) is None:
        return None
    if statement.block < script.last_resolved:
        return None
    before = _sentence_before(statement, script)
    if before is None or _PUT_FORWARD.search(before) is None:
        return None
    return of_statement(statement, "agreed", "resolution.this_agreed")


def _sentence_before(statement: Statement, script: Script) -> str | None:
    """Return the sentence right before a statement in its block, or None."""
    statements = script.statements(statement.block)
    place = bisect_left(statements, statement.start, key=attrgetter("start"))
    return statements[place - 1].text if place else None
