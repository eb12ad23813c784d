"""Topic words that run in before a paragraph ("Play area The inspection found ...")."""

from __future__ import annotations

import re

_OPENER = (
    r"(?:The|A|An|This|These|There|It|Cllrs?\.?|Councillors?|Members|No|Mr|Mrs|Ms|Miss|Dr|All|Following|"
    r"Deferred|Noted|Agreed|Approved|Resolved|RESOLVED|AGREED|NOTED|Clerk|PCSO|PC|In|As|At|One|Two|Three|"
    r"Several|Some|Requests?|Arrangements|New|Still|Nothing|None|[A-Z]{2,3}(?=\s+(?:to|has|had|is|was|will|agreed|reported|attended|asked|said|noted|advised)\b))"
)
_TOPIC = re.compile(
    rf"(?P<topic>(?:[A-Z0-9][\w'’&/().-]*|\d[\w/.-]*)(?:[ ,]+(?:[\w'’&/().-]+)){{0,8}}?)\s+"
    rf"(?={_OPENER}\s+(?:\S[^\s,]|[a-z]))"
)
_STOPPED = re.compile(r"(?P<topic>[A-Z0-9][^.!?:;,£$€]{2,42})\.\s+(?=[A-Z£\"(])")
_MARKED = re.compile(
    r"(?P<topic>[A-Z0-9][\w'&/(), -]{2,42}?)(?:\s[-–]\s|:\s+)"
    r"(?=(?:The|the\s+(?:Clerk|Chair|Warden)|Cllrs?\.?|Councillors?|Mr|Mrs|Ms|Dr|Clerk|Chair(?:man)?|Members|"
    r"A\s+(?:member|resident)|[A-Z][A-Za-z]{0,2}[A-Z]\s+(?:has|had|have|was|is|will|went|met|put|\w+ed|said))\s)"
)
_NO_TOPIC = re.compile(
    r"(?:No|None|Nil|Nothing|Not|Yes|Still|Now|Deferred|Noted|Agreed|Approved|Carried|Lost|Proposed|Seconded|"
    r"RESOLVED|Resolved|AGREED|NOTED|ACTION|Action|Thanks|All|Both|Cllrs?|Councillors?|Mr|Mrs|Ms|Dr|Unanimous(?:ly)?|"
    r"Before|After|Until|Within|During|About|Around|Only|Just|Almost|Members|The|A|An|It|He|She|They|This|That|There|In|On|At|To|For|By|From|With|As|"
    r"(?i:voting|votes?|against|abstain\w*|abstentions?|absent|ayes?|noes|nays?))\b"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|could|should|can|may|said|asked|noted|agreed|"
    r"reported|advised|proposed|explained|stated|informed|confirmed|requested|thanked|that|to\s+be|"
    r"declared|received|considered|who|which|from|by|because|if|whether|when|commented|moved|seconded|"
    r"presented|introduced|raised|queried|suggested|felt|gave|resolved|approved|with|than|into|until|RESOLVED|"
    r"AGREED|NOTED|of|for|in|on|at|and|the|a|an)$",
)
_INNER_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|could|should|can|said|asked|noted|agreed|"
    r"reported|advised|explained|stated|informed|confirmed|requested|thanked|that|declared|received|"
    r"considered|who|which|because|whether|commented|moved|seconded|presented|introduced|raised|"
    r"queried|suggested|felt|gave|approved|attended|chaired|proposed|resolved|[Cc]arried|[Ll]ost|[Dd]efeated|to)\b"
)
_HEAD_WORD = re.compile(
    r"(?:(?:IT\s+WAS\s+)?(?:UNANIMOUSLY\s+)?(?:RESOLVED|RECOMMENDED|AGREED|DECIDED|ORDERED|NOTED|DECISION|RESOLUTION))\b|"
    r"(?:Resolved|Recommended|Decided|Resolution)\b"
)
"""A decision opens there, whatever capital follows ("RESOLVED - That Councillor Orr be Chair")."""
_ACTS = re.compile(r"\b[a-z]{2,}ed\s+(?:the|an?|that|all|[Mm]embers|[Cc]ouncillors|his|her)\b")
_TITLE = re.compile(
    r"(?:To|Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr|The|A|An|Members|It|There|This|In|On|At|That|If|As|No|"
    r"All)\b"
)


def topic_width(text: str) -> int:
    """Return how many characters of a paragraph are topic words; 0 for none.

    A capitalised sentence opener in mid-line, with no mark before it and no verb, ends a topic.
    """
    stopped = _STOPPED.match(text)
    if stopped is not None and _names_topic(stopped["topic"]):
        return stopped.end()
    if _TITLE.match(text):
        return 0
    marked = _MARKED.match(text)
    if marked is not None and _names_topic(marked["topic"]):
        return marked.end()
    found = _TOPIC.match(text)
    if found is None or _VERB.search(found["topic"]) or _INNER_VERB.search(found["topic"]):
        return 0
    words = found["topic"].split()
    if _HEAD_WORD.match(found["topic"]) is not None:
        return 0
    if _ACTS.search(found["topic"]):
        return 0
    if len(words) == 1 and not words[0][0].isdigit() and words[0].lower() in _COMMON_FIRST:
        return 0
    return found.end()


def _names_topic(words: str) -> bool:
    """Tell whether a first sentence is only the name of a topic ("Telephone Box.")."""
    if _INNER_VERB.search(words) or _NO_TOPIC.match(words) or re.fullmatch(r"[A-Z]{1,3}", words):
        return False
    if re.search(
        r"\b\w+ed\b|\b(?:Cllrs?|Crs?|Clrs?|Ald|Mrs?|Ms|Dr|St|Rev|Prof|Hon|Sgt|Insp|Nos?|Co|Ltd|pm|am|[A-Z])$",
        words,
    ):
        return False
    return len(words.split()) <= 5


_COMMON_FIRST = frozenset(
    "following after during before under whilst while when although since upon with for by from "
    "between".split()
)


def is_title_case(words: str) -> bool:
    """Tell whether at least two words stand there, all but small ones with a capital."""
    heavy = [word for word in words.split() if len(word) > 3 or word[:1].isupper()]
    return len(heavy) >= 2 and all(not word[0].isalpha() or word[0].isupper() for word in heavy)
