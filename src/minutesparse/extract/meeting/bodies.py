"""Names of councils and of the bodies that meet, in the lines and sentences of a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from minutesparse.extract.meeting.words import MeetingWords

_MARK = re.compile(r"[^\S\n]{3,}|\s[-–|:/]\s|[,|;]|:(?!\d)")
_CAPITAL = re.compile(r"[A-ZÀ-Þ0-9]")
_OF = re.compile(r"\s+of\s+(?:the\s+)?", re.I)
_TRAILER = re.compile(r"(?:\s*\((?!.*\b(?:draft|unconfirmed|approved)\b)[\w ,&'-]{1,40}\))?$", re.I)
_HEADED = re.compile(r"\b(?:minutes|meetings?|agenda|held)\b", re.I)
_HOW = re.compile(
    r"\s+(?:meeting\s+)?(?:held\s+)?in\s+(?:public|private)(?:\s+session)?$|"
    r"\s*\((?:open|public|closed|private|virtual|remote|hybrid|online|in\s+public|open\s+session|"
    r"\d{4}\s*[-–]\s*(?:\d{4})?)\)$",
    re.I,
)
_OWNER = re.compile(r"(?P<council>.{4,70}?(?:Council|Authority|Board))[’']s\s+(?P<body>[A-Z].+)$")
_DISTRICT = re.compile(
    r"(?:(?:municipal|borough|metropolitan)\s+district\s+of\s+[A-Z].*|.*\bmunicipal\s+district)$",
    re.I,
)
_CIVIC_BODY = re.compile(
    r"(?P<council>(?:town|city|village|county|borough|township)\s+of\s+[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+)??)\s+"
    r"(?P<body>(?:planning|zoning|conservation|finance|library|parks?|historic\w*|school|health|select|"
    r"city|town|village|common|economic|design|housing|harbou?r|board\s+of)\b.*)$",
    re.I,
)
_COUNTY_BODY = re.compile(
    r"(?P<council>[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+)?\s+county)\s+"
    r"(?P<body>(?:board\s+of|(?:planning|zoning|county|library|parks?)\s+(?:board|commission)|"
    r"commission(?:ers)?|fiscal\s+court)\b.*)$",
    re.I,
)
_COUNCIL_OF = re.compile(
    r"(?:parish|town|community|city|county|district|borough)\s+council\s+of\s+[A-Z][\w' -]{2,50}",
    re.I,
)
_OPENS_NO_NAME = re.compile(
    r"(?:under|matters?|for|by|to|with|from|in|on|at|reports?|referred|recommend\w*|decisions?|questions?|"
    r"please|note|previous|last|next)\b",
    re.I,
)
_SEVERAL = re.compile(r"\b(?:committee|panel|forum)\b.*\band\b", re.I)
_PAGE_NUMBER = re.compile(r"^\d{1,3}\s+(?=(?:draft\s+)?(?:minutes|notes|record)\b)", re.I)
_DASH = re.compile(r"\s+[-–]\s+")
_NO_FIELD = re.compile(r"\d|\b(?:meetings?|minutes|agenda|special|extraordinary|annual)\b", re.I)
_MEETING_OF = re.compile(r"\s+meetings?\s+(?:of|for)\s+(?:the\s+)?", re.I)
_ARTICLE = re.compile(r"^(?:of\s+)?(?:the|a|an|of)\s+", re.I)
_LONGEST = 120


@lru_cache(maxsize=128)
def named_council(phrase: str, words: MeetingWords) -> str | None:
    """Return the authority that a phrase names, or None where it names none.

    "Aldern Town Council" and "City of Aldern" name one; "the Town Council" does not.
    """
    plain = _without_article(phrase)
    plain = plain[:1].upper() + plain[1:] if " " in plain else plain
    if _HEADED.search(plain) or _OPENS_NO_NAME.match(plain) or _SEVERAL.search(plain):
        return None
    if words.civic.match(plain) and _title_words(plain, words) and len(plain) < 70:
        return plain
    if _COUNCIL_OF.fullmatch(plain) and _title_words(plain, words):
        return plain
    found = _last(words.councils, plain)
    if found is None or found.end() != len(plain) or not _title_words(plain, words):
        return None
    own = [word for word in plain[: found.start()].split() if _own(word, words)]
    return plain if own else None


@lru_cache(maxsize=128)
def named_body(phrase: str, words: MeetingWords) -> str | None:
    """Return the body that a phrase names, or None."""
    plain = _HOW.sub("", _without_head_words(_without_article(phrase), words))
    if _DISTRICT.match(plain) and _title_words(plain, words):
        return plain
    found = _last(words.bodies, plain)
    if found is None or not _title_words(plain, words) or len(plain) > _LONGEST:
        return None
    if _OPENS_NO_NAME.match(plain):
        return None
    if (
        words.not_bodies.match(plain)
        or _HEADED.search(plain)
        or ":" in plain
        or plain.lower() in words.plain_councils
    ):
        return None
    trailer = _TRAILER.match(plain, found.end())
    if trailer is None:
        return None
    return plain if named_council(plain, words) is None else None


def generic(body: str, words: MeetingWords) -> bool:
    """Tell whether words name no body in particular ("Council", "the Parish Council")."""
    lowered = [word for word in body.lower().split() if word not in words.council_kinds]
    alone = lowered in (["council"], ["committee"], ["board"], ["group"], ["forum"], ["panel"])
    return alone and " " not in body


@lru_cache(maxsize=128)
def split_of(phrase: str, words: MeetingWords) -> tuple[str | None, str | None]:
    """Return the body and the authority of "the Planning Committee of Aldern Town Council"."""
    plain = words.kind.sub("", _without_article(_without_kinds(phrase, words)), count=1)
    civic = _CIVIC_BODY.match(plain) or _COUNTY_BODY.match(plain)
    body = named_body(civic["body"], words) if civic else None
    if civic is not None and body:
        return body, civic["council"]
    joined = _council_first(plain, words)
    if joined is not None:
        return joined
    parted = _MEETING_OF.split(plain, maxsplit=1)
    if len(parted) == 2 and (body := _body_before(parted[0], words)):
        return body, named_council(parted[1], words)
    owner = _OWNER.match(plain)
    if owner is not None and named_council(owner["council"], words):
        return named_body(owner["body"], words), named_council(owner["council"], words)
    for link in _OF.finditer(plain):
        council = named_council(plain[link.end() :], words)
        body = _body_before(plain[: link.start()], words)
        if council and body:
            return body, council
    council = named_council(_without_head_words(plain, words), words)
    return (None, council) if council else (named_body(plain, words), None)


def divided_body(phrase: str, words: MeetingWords) -> str | None:
    """Return a body whose field stands behind a dash ("Scrutiny Committee - Housing"), or None."""
    parts = _DASH.split(phrase, maxsplit=1)
    if len(parts) < 2 or _NO_FIELD.search(parts[1]) or not _title_words(parts[1], words):
        return None
    body = named_body(parts[0], words)
    return phrase if body is not None and not generic(body, words) else None


def _council_first(plain: str, words: MeetingWords) -> tuple[str, str] | None:
    """Split "Aldern District Council Overview and Scrutiny Committee", two lines run together."""
    for noun in words.councils.finditer(plain):
        council = named_council(plain[: noun.end()], words)
        body = named_body(plain[noun.end() :], words) if council else None
        if council and body and not generic(body, words):
            return body, council
    return None


def _body_before(phrase: str, words: MeetingWords) -> str | None:
    found = _last(words.bodies, phrase)
    return phrase if found is not None and _title_words(phrase, words) else None


def line_parts(line: str) -> Iterator[str]:
    """Yield a heading line as it is, then the parts between its marks."""
    whole = line.strip(" |*#-–•·")
    yield whole
    parts = [part.strip(" |*#-–•·") for part in _MARK.split(whole)]
    if len(parts) > 1:
        yield from (part for part in parts if part)


def _own(word: str, words: MeetingWords) -> bool:
    plain = word.strip(",.'()&").lower()
    return (
        plain[:1].isalpha() and plain not in words.council_kinds and plain not in words.connecting
    )


def _title_words(phrase: str, words: MeetingWords) -> bool:
    """Tell whether a phrase is written like a name: capitals but for small words."""
    parts = phrase.split()
    if not parts or len(parts) > 14 or not _CAPITAL.match(parts[0].lstrip("('\"")):
        return False
    return all(
        _CAPITAL.match(part.lstrip("('\"[&")) or part.strip(",.'()").lower() in words.connecting
        for part in parts[1:]
    )


def _without_article(phrase: str) -> str:
    return _ARTICLE.sub("", " ".join(phrase.split()).strip(" ,.;:-–"))


def _without_kinds(phrase: str, words: MeetingWords) -> str:
    found = words.kinds.match(phrase)
    return phrase[found.end() :] if found else phrase


def _without_head_words(phrase: str, words: MeetingWords) -> str:
    """Take "Minutes of the" off the start and "Meeting Minutes" off the end."""
    plain = _PAGE_NUMBER.sub("", phrase)
    while (found := words.head_words.match(plain)) and found.end():
        rest = plain[found.end() :].lstrip(" :-–,")
        plain = re.sub(r"^(?:of\s+|a\s+|an\s+|the\s+)+", "", rest, flags=re.I)
    while (found := _last(words.head_words, plain)) and found.end() == len(plain) and found.start():
        plain = plain[: found.start()].rstrip(" :-–,")
    return plain


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for hit in pattern.finditer(text[:300]):
        found = hit
    return found
