"""What a clause and its place show, as facts that can be weighed.

A fact is a short text, ``group=value``: ``act=ask``, ``word=replied``, ``after=question``. The
groups are one function each. Names are no facts: a mention of a speaker stands as what sort of
mention it is, any other word with a capital as ``Cap`` or ``ACRONYM``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from minutesparse.attribute.context import Context
from minutesparse.attribute.drafts import same_speaker
from minutesparse.attribute.frame import Frame
from minutesparse.attribute.weighing.labels import Label
from minutesparse.naming import Mention
from minutesparse.weights import ALWAYS

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[?:;\"“]")
_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 30
_WORDS_BEFORE = 10
_WORDS_AFTER = 8
_OFFICE_WORDS = 8
_LENGTHS = ((6, "short"), (15, "medium"), (40, "long"))
_CLAUSE_TESTS = (
    "interrogative", "opens_wh", "replying", "supplementary", "joined", "only_names", "labelled",
    "noted",
)  # fmt: skip
_CLAUSE_PARTS = ("target", "embedded", "leading", "tail")
_PLACE_TESTS = ("announces", "debated", "public", "reporting", "declaring", "poses")


def facts_of(seen: Context, label: Label, rule: str) -> set[str]:
    """Return all that is known of a clause, the verdict of the rules included.

    Args:
        seen: The clause in its place.
        label: What the rules say it is.
        rule: Which rule says so.
    """
    words = words_of_clause(seen.frame, seen.parties.office_words)
    speaker = _speaker(seen)
    facts = {ALWAYS}
    facts.update(_word_facts(words))
    facts.update(_clause_facts(seen.frame))
    facts.update(_speaker_facts(seen, speaker))
    facts.update(_place_facts(seen))
    facts.update(_exchange_facts(seen, speaker, words))
    facts.update(_neighbour_facts(seen))
    facts.update(_verdict_facts(seen, speaker, str(label), rule))
    return facts


def words_of_clause(frame: Frame, office_words: frozenset[str]) -> tuple[str, ...]:
    """Return a clause's words and telling marks; numbers and names as what they are."""
    mention = frame.mention
    if mention is None:
        return _words(frame.text, "", "", office_words)
    start, end = mention.start - frame.start, mention.end - frame.start
    if not 0 <= start < end <= len(frame.text):
        return _words(frame.text, "", "", office_words)
    named = mention.label.lower() if mention.type == "role" else f"a {mention.type}"
    return _words(frame.text[:start], named, frame.text[end:], office_words)


@lru_cache(maxsize=64)  # a clause is looked at as the next, as itself and as the one before
def _words(before: str, named: str, after: str, office_words: frozenset[str]) -> tuple[str, ...]:
    words = [_plain(word, office_words) for word in _TOKEN.findall(before)]
    if words:
        words[0] = words[0].lower()
    words += _TOKEN.findall(named)
    opens = not words
    words += [_plain(word, office_words) for word in _TOKEN.findall(after)]
    if opens and words:
        words[0] = words[0].lower()
    return tuple(words)


def _plain(word: str, office_words: frozenset[str]) -> str:
    """Return a word in small letters, unless it may be a name, and numbers as one."""
    if word[0].isdigit():
        return "0"
    small = word.lower()
    if word in (small, "I") or small in office_words:
        return small
    return "ACRONYM" if word.isupper() else "Cap"


def _word_facts(words: Sequence[str]) -> Iterator[str]:
    first = words[:_MOST_WORDS]
    for word in first:
        yield "word=" + word
    for one, other in pairwise(first):
        yield f"pair={one} {other}"
    for place, word in enumerate(words[:3]):
        yield f"word{place}={word}"
    if words:
        yield "last=" + words[-1]
    yield "length=" + next((name for most, name in _LENGTHS if len(words) < most), "longest")


def _clause_facts(frame: Frame) -> Iterator[str]:
    """Yield what the clause was read as."""
    yield f"act={frame.act}"
    yield f"verb={frame.lemma}"
    yield f"voice={frame.voice}"
    yield f"mention={frame.mention.type if frame.mention is not None else None}"
    for test in _CLAUSE_TESTS:
        if getattr(frame, test):
            yield test
    for part in _CLAUSE_PARTS:
        if getattr(frame, part) is not None:
            yield part


def _speaker(seen: Context) -> str:
    """Return what sort of speaker a clause has."""
    speaker = seen.speaker
    if speaker is None:
        return "nobody"
    return _sort(seen, speaker) + " inherited" * seen.inherited


def _sort(seen: Context, speaker: Mention) -> str:
    parties = seen.parties
    if parties.is_chair(speaker):
        return "chair"
    if parties.is_executive(speaker):
        return "executive"
    member = parties.is_member(speaker)
    if speaker.type == "group":
        return "members" if member else "administration"
    if member or speaker.type == "role":
        return "member" if member else "office"
    if parties.is_officer(speaker):
        return "officer"
    return "person" + " with office" * bool(speaker.role) + " with title" * bool(speaker.title)


def _speaker_facts(seen: Context, sort: str) -> Iterator[str]:
    act = seen.frame.act
    yield f"speaker={sort}"
    yield f"speaker={sort} act={act}"
    speaker = seen.speaker
    if speaker is None:
        return
    office = speaker.role or "" if speaker.type == "person" else speaker.label
    for word in _WORD.findall(office.lower())[:_OFFICE_WORDS]:
        yield "office=" + word
    if seen.parties.may_answer(speaker):
        yield "may_answer"
        yield f"may_answer act={act}"
    if seen.parties.only_asks(speaker):
        yield "only_asks"


def _place_facts(seen: Context) -> Iterator[str]:
    """Yield where the clause stands: in its block, its list, its item."""
    block, state = seen.block, seen.state
    yield "opens_block" if seen.fresh else "goes_on_in_block"
    yield f"block={block.kind} {min(block.depth, 2)}"
    yield f"label={block.speech}"
    if block.marker is not None:
        yield "marker"
    if block.topic is not None:
        yield "topic"
    for test in _PLACE_TESTS:
        if getattr(seen, test):
            yield test
    lead = state.lead
    if lead is None:
        yield "lead=None"
    else:
        yield f"lead={lead.kind}" + " answers" * lead.answers
        yield "lead_speaks" if lead.speaker is not None else "lead_silent"
    if state.floor is not None:
        yield "floor"
    if state.presenter is not None:
        yield "presenter"


def _exchange_facts(seen: Context, speaker: str, words: Sequence[str]) -> Iterator[str]:
    """Yield what was said before in the item, and what waits for a reply."""
    state, act = seen.state, seen.frame.act
    if seen.parent is not None:
        yield f"parent={seen.parent.kind}"
        yield f"parent={seen.parent.kind} act={act}"
    yield f"so_far={min(len(state.drafts), 3)}"
    last = state.last
    if last is None:
        yield "after=None"
        return
    after = last.kind + ">" * (last.reply_to is not None)
    here = "here" if last.block == seen.index else "above"
    yield f"after={after}"
    yield f"after={after} {here} {_of_whom(last.speaker, seen.speaker)}"
    yield f"after={after} {here} act={act}"
    yield f"after={after} speaker={speaker}"
    yield f"after={after} {here} {words[0] if words else ''}"
    if state.open is None:
        yield "open=None"
    else:
        yield f"open={state.open.kind}" + " last" * (state.open is last)
        yield f"open={state.open.kind} speaker={speaker}"
    if len(state.drafts) > 1:
        yield f"after={state.drafts[-2].kind} {after}"


def _of_whom(last: Mention | None, speaker: Mention | None) -> str:
    if last is None or speaker is None:
        return "unknown"
    return "same" if same_speaker(last, speaker) else "another"


def _neighbour_facts(seen: Context) -> Iterator[str]:
    """Yield what the clauses before and behind it say."""
    office_words = seen.parties.office_words
    if seen.before is not None:
        yield f"before act={seen.before.act}"
        for word in words_of_clause(seen.before, office_words)[:_WORDS_BEFORE]:
            yield "before=" + word
    behind = seen.behind
    if behind is None:
        yield "ends_item"
        return
    where = "here" if seen.behind_here else "below"
    yield f"behind {where} act={behind.act}"
    yield f"behind {where} mention={behind.mention.type if behind.mention else None}"
    if behind.interrogative:
        yield "behind interrogative"
    for word in words_of_clause(behind, office_words)[:_WORDS_AFTER]:
        yield "behind=" + word


def _verdict_facts(seen: Context, speaker: str, label: str, rule: str) -> Iterable[str]:
    """Yield what the rules say, alone and beside what tells how far they are to be trusted."""
    last = seen.state.last
    return (
        f"rules={label}",
        f"rules={label} by {rule}",
        f"rules={label} act={seen.frame.act}",
        f"rules={label} speaker={speaker}",
        f"rules={label} after={last.kind if last is not None else None}",
    )
