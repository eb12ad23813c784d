"""Topic words that run in before a paragraph ("Play area The inspection found ...")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from minutesparse.lexicons import Lexicon
from minutesparse.lexicons.patterns import source, word_set
from minutesparse.segment.sentences import is_abbreviation

_SEVERAL = re.compile(r"(?:Members|Councillors|Cllrs)\b")
_OF_MEMBERS = re.compile(
    r"(?:Another|One|County|City|Borough|District|Town|Parish|Shire|Ward|Local|Fellow)\s+"
    r"(?:Councillor|Cllr|Member)\b"
)
_STOPPED = re.compile(r"(?P<topic>[A-Z0-9][^.!?:;,£$€]{2,42})\.\s+(?=[A-Z£\"(])")
_ADDRESS = re.compile(r"[A-Z][\w.'’ -]+,\s+\d{1,5}[A-Za-z]?\s+[A-Z][^.]{2,60}(?::|\s[–-])\s")
"""Who speaks, and where they live ("Ann Orr, 12 Mill Lane – The lights were out")."""
_EMPTY = re.compile(
    r"(?!(?:nays?|noes|no|ayes?|for|against|opposed|abst\w+|absent|those)\b)[a-z0-9][^.!?:;–]{2,60}?"
    r"(?:\s?–|\s-|-(?=\s)|:)\s*(?=(?:none|nil|nothing|no\s+(?:report|update))\b[^.,;]{0,24}\.?\s*$)",
    re.I,
)
_ACTS = re.compile(r"\b[a-z]{2,}ed\s+(?:the|an?|that|all|[Mm]embers|[Cc]ouncillors|his|her)\b")
_MOST_WORDS = 5


@dataclass(frozen=True, slots=True, eq=False)
class _Patterns:
    """What the lexicon's words come to.

    Attributes:
        run_in: Topic words, and behind them a word that opens a sentence.
        marked: Topic words before a dash or a colon, and behind it such a word.
        never: What opens a verdict and no topic.
        inner: A word that makes a sentence of the words it stands in.
        open_end: A word with which no topic ends.
        decision: What opens a decision, whatever capital follows ("RESOLVED - That Councillor
            Orr be Chair").
        opener: What opens a sentence.
        no_name: A verb, or an initial, whose full stop ends nothing.
    """

    run_in: re.Pattern[str]
    marked: re.Pattern[str]
    never: re.Pattern[str]
    inner: re.Pattern[str]
    open_end: re.Pattern[str]
    decision: re.Pattern[str]
    opener: re.Pattern[str]
    no_name: re.Pattern[str]


def stopped_width(text: str, lexicon: Lexicon) -> int:
    """Return how many characters are a topic with a full stop behind it ("Sluice. The"), or 0."""
    stopped = _STOPPED.match(text)
    named = stopped is not None and _names_topic(stopped["topic"], _patterns(lexicon))
    return stopped.end() if stopped is not None and named else 0


def topic_width(text: str, lexicon: Lexicon) -> int:
    """Return how many characters of a paragraph are topic words; 0 for none.

    A capitalised sentence opener in mid-line, with no mark before it and no verb, ends a topic.
    """
    patterns = _patterns(lexicon)
    stopped = stopped_width(text, lexicon)
    if stopped:
        return stopped
    empty = _EMPTY.match(text)
    if empty is not None:
        return empty.end()
    if patterns.opener.match(text) or _ADDRESS.match(text):
        return 0
    marked = patterns.marked.match(text)
    if marked is not None and _names_topic(marked["topic"], patterns):
        colon = ":" in marked[0][len(marked["topic"]) :]
        last = marked["topic"].rsplit(maxsplit=1)[-1].lower()
        speaks = colon and last in word_set(lexicon, "speakers", "role_heads")
        return 0 if speaks else marked.end()  # "Deputy Chief Executive: The fund stands at"
    return _run_in_width(text, patterns, lexicon)


def _run_in_width(text: str, patterns: _Patterns, lexicon: Lexicon) -> int:
    """Return how many characters are topic words with no mark behind them; 0 for none."""
    found = patterns.run_in.match(text)
    if found is None:
        return 0
    topic = found["topic"]
    if patterns.open_end.search(topic) or patterns.inner.search(topic):
        return 0
    if patterns.decision.match(text) is not None or _ACTS.search(topic):
        return 0
    alone = " " not in topic and not topic[0].isdigit()
    if alone and topic.lower() in word_set(lexicon, "layout", "adverbial_openers"):
        return 0
    if alone and (_SEVERAL.match(text, found.end()) or _OF_MEMBERS.match(text)):
        return 0  # "Some Members asked", "Ward Councillors felt"
    return found.end()


def _names_topic(words: str, patterns: _Patterns) -> bool:
    """Tell whether a first sentence is only the name of a topic ("Telephone Box.")."""
    if patterns.inner.search(words) or patterns.never.match(words):
        return False
    if re.fullmatch(r"[A-Z]{1,3}", words) or patterns.no_name.search(words):
        return False
    parts = words.split()
    return len(parts) <= _MOST_WORDS and not is_abbreviation(parts[-1])


def is_title_case(words: str) -> bool:
    """Tell whether at least two words stand there, all but small ones with a capital."""
    heavy = [word for word in words.split() if len(word) > 3 or word[:1].isupper()]
    return len(heavy) >= 2 and all(not word[0].isalpha() or word[0].isupper() for word in heavy)


@cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    def words(*sections: str) -> str:
        return f"(?:{source(lexicon, 'layout', *sections)})"

    goes_on = rf"(?:{words('after_initials')}|\((?:who|which|as))\b"
    initials = rf"[A-Z]{{2,3}}(?:\s+and\s+[A-Z]{{2,3}})?(?=\s+{goes_on})"
    opener = rf"(?:{words('sentence_openers')}|{initials})"
    return _Patterns(
        run_in=re.compile(
            rf"(?P<topic>(?:[A-Z0-9][\w'’&/().-]*|\d[\w/.-]*)(?:[ ,]+(?:[\w'’&/().-]+)){{0,8}}?)\s+"
            rf"(?={opener}\s+(?:\S[^\s,]|[a-z]))"
        ),
        marked=re.compile(
            rf"(?P<topic>[A-Z0-9][\w'&/(), -]{{2,42}}?)(?:\s[-–]\s|:\s+)"
            rf"(?=(?:{words('marked_openers')}|[A-Z][A-Za-z]{{0,2}}[A-Z]\s+"
            rf"(?:{words('after_short_forms')}|\w+ed))\s)"
        ),
        never=re.compile(rf"(?:{words('no_topics')}|(?i:{words('votes_cast')}))\b"),
        inner=re.compile(rf"\b{words('topic_verbs', 'topic_breakers')}\b"),
        open_end=re.compile(rf"(?:\b{words('topic_verbs', 'topic_open_ends')}|&)$"),
        decision=re.compile(rf"(?:IT\s+WAS\s+)?(?:UNANIMOUSLY\s+)?{words('decision_openers')}\b"),
        opener=re.compile(rf"{words('plain_openers')}\b"),
        no_name=re.compile(r"\b\w+ed\b|\b[A-Z]$"),
    )
