"""Lines that only say who speaks next: "Question from A to B", "Reply from Councillor C:"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from minutesparse.lexicons import Lexicon
from minutesparse.naming import Mention, MentionReader, tokenise
from minutesparse.text import Block

_LONGEST = 300
_LONGEST_PAIR = 160
_LONGEST_REPORTER = 80
_BEHIND = re.compile(r"\s*[-–—]\s+(?=[A-Z])")
_IN_BRACKETS = re.compile(
    r"(?i:\b(?:reports?|updates?|announcements|remarks))\s+\((?P<who>[A-Z][^()]{3,50})\)\s*$"
)
_MORE = re.compile(r"\s*(?:\([^()]{2,40}\))?\s*$")
_TO_WORDS = frozenset({"to", "asked"})
_FIELD = re.compile(
    r"(?:(?:Question\s+)?(?:Asked|Submitted|Put)\s+by|Question\s+by|Questioner|Question\s+from)\s*:\s*(?=\S)",
    re.I,
)
_BARE_FIELD = re.compile(
    r"(?:(?:Question\s+)?(?:Asked|Put|Submitted)\s+by|From)(?:\s*:\s*|\s+)(?=\S)", re.I
)
_ADDRESS_FIELD = re.compile(
    r"(?:Question\s+(?:to|for)|Asked\s+of|(?:To\s+be\s+)?answered\s+by|Respondent|To)(?:\s*:\s*|\s+)(?=\S)",
    re.I,
)
_NO_MORE = re.compile(r"\)?\s*(?:\([^()]{2,60}\))?\s*$")
_UNDER_RULE = re.compile(
    r"(?:In\s+(?:accordance|line)\s+with|Under|Pursuant\s+to|In\s+pursuance\s+of)\s[^,:;]{3,100},\s+(?=\S)"
)
_ASKS_SO = re.compile(
    r"\s*(?:\([^()]{2,60}\)\s*)?,?\s*(?:then\s+|had\s+)?(?:asked|to\s+ask|will\s+ask|would\s+ask)\b"
    r"(?:\s+(?:as\s+follows|the\s+following))?\s*",
    re.I,
)
_OWN_QUESTION = re.compile(
    r"(?P<who>.{3,80}?)['’]s?\s+(?:supplementary\s+)?question\b(?:\s+(?:to|for)\s+\S.*)?$"
)
_TO_IN_CAPITALS = re.compile(r"\bTO\b")
_REPLY_LEAD = re.compile(
    r"\b(?:replied|responded|answered)(?:\s+as\s+follows)?\s*(?:[:–-]+\s*)?$|\b(?:said|stated|advised)(?:\s+as\s+follows)?\s*:[–-]?\s*$"
)
_OFFICE_BEHIND = re.compile(r",\s+(?:the\s+)?[A-Z][^.:;]{2,80}")
_APPOSED = re.compile(r",\s+(?=[A-Z])")
_SUBMITTED = re.compile(
    r"(?:The\s+following\s+|A\s+|This\s+)?(?:supplementary\s+)?questions?\b.{0,60}?\b(?:was|were|had\s+been|has\s+been)\s+"
    r"(?:submitted|asked|put|received|tabled)\b.{0,120}?\b(?:from|by)\s+(?=\S)",
    re.I,
)
_FOLLOWING = re.compile(
    r"(?P<who>.{3,120}?)\s+(?:asked|submitted|put|tabled|posed|read\s+out|(?:will|would|to)\s+ask|(?:had\s+given|gave)\s+notice\s+of)\s+(?:[^.:;]{3,100}?\s+)?the\s+following\s+"
    r"(?:supplementary\s+)?questions?\b.{0,160}$",
    re.I,
)
_REPLY_BY = re.compile(
    r"(?:.{3,120}?\s(?:received|was\s+given)\s+the\s+following|(?:An?|The(?:\s+following)?))\s+(?:written\s+)?(?:response|reply|answer)s?\s+"
    r"(?:(?:was|had\s+been)\s+(?:given|provided|circulated|received|read\s+out|submitted)\s+)?(?:from|by)\s+(?=.{3,120}(?:\bas\s+follows|:\W*)$)",
    re.I,
)
_REPLIES_SO = re.compile(
    r".{3,120}?\s(?:gave|provided|read\s+out)\s+the\s+following\s+(?:written\s+)?(?:answer|response|reply)\b.{0,60}$",
    re.I,
)
_ASKS_AGAIN = re.compile(
    r"(?:As|By\s+way\s+of)\s+an?\s+supplementary\s+question,?\s+(?=.{3,80}\sasked$)", re.I
)
_TABLED = re.compile(
    r".{3,120}?\s(?:asked|put|to\s+ask|submitted|tabled)\s.{0,160}?\bquestions?\b.{0,160}$", re.I
)
_QUESTION_FROM = re.compile(
    r"(?:(?:supplementary|public|written|oral|verbal|urgent|members?['’]?s?|councillors?['’]?s?|first|second|third)\s+){0,2}"
    r"questions?\s*(?:no\.?\s*|number\s*|ref\.?\s*)?(?:[A-Z]{0,4}\d[\d/.-]{0,12}|\.)?\s*[:–-]?\s*(?:from|of|by|asked\s+by|submitted\s+by)\s+(?=\S)",
    re.I,
)
_REPLY_FROM = re.compile(
    r"(?:written\s+)?(?:response|reply|answer|responses|replies|answers)\s+(?:from|of|by|given\s+by|provided\s+by)\s+(?=\S)",
    re.I,
)
_FROM_WORDS = frozenset({"from", "by", "of", "questioner"})
_ANNOUNCED: tuple[tuple[Literal["question", "answer"], re.Pattern[str]], ...] = (
    ("answer", _REPLY_FROM),
    ("question", _FIELD),
    ("question", _SUBMITTED),
    ("question", _QUESTION_FROM),
)
_TO = re.compile(
    r"\s*(?:\([^)]{2,80}\)\s*)?(?:,\s+[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2}\s+(?=To\s))?,?\s*"
    r"(?i:to|asked)\s+(?=\S)"
)
_TO_WHOM = re.compile(
    r"\b(?:[Tt]o|asked)\s+(?!(?:why|how|what|when|where|which|who|whether|if|that|for|about)\b)(?=\S)",
    re.I,
)
_FROM = re.compile(r"(?:\(?[A-Z]{0,3}\d{1,3}[.):]\s*)?(?:From|By)\s*:?\s+(?=\S)")
_COUNTED = re.compile(r"questions?\s+(?:no\.?\s*)?\d{1,3}\s*[.:)–-]+\s+(?=[A-Z])", re.I)
_TO_LINE = re.compile(r"To\s+(?=(?:the\s+)?[A-Z])")
_ADDRESS = re.compile(r",\s+(?:\d+[A-Za-z]?,?\s+)?(?:(?:[A-Z][\w'’.-]*|of|the|and|on)[,\s]*){1,8}")
_ASKED_BY_CODE = re.compile(
    r"\s+[–-]\s+(?P<who>[A-Z][^()]{2,80}?)\s+\((?:[A-Z]{1,4}\s?)?\d{1,4}(?:[/.-]\d{1,4}){0,2}\)\W*$"
)
_ASKS_ON = re.compile(
    r"(?:[,(].{1,80}?[,)])?,?\s*(?:if|whether|what|which|who|why|how|when|where|for|about|to|that)\b"
)
_ADDRESSED = re.compile(r"\b(?:to|of|asked|To|TO)\s+(?=(?:the|an?)\s+[a-z]|(?:the\s+)?[A-Z])")
_NUMBERED = re.compile(
    r"(?:[A-Za-z]+\s+){0,3}?questions?\s+(?:no\.?\s*)?[A-Z]{0,4}\d{1,3}[.:]", re.I
)
_SENTENCE_END = re.compile(
    r"[.?!](?!\d)(?<!\b[A-Z].)(?<!\bMr.)(?<!\bMrs.)(?<!\bMs.)(?<!\bDr.)(?<!\bRev.)(?<!\bCr.)(?<!\bCllr.)\s*\S"
)


@dataclass(frozen=True, slots=True)
class FloorLine:
    """A line that gives the floor to somebody.

    Attributes:
        kind: Whether a question or a reply is announced.
        speaker: Who has the floor, offsets absolute.
        addressed: Whom a question is put to, where the line says so.
        sentence: True for a sentence with a verb ("A asked the following questions").
    """

    kind: Literal["question", "answer"]
    speaker: Mention
    addressed: Mention | None = None
    sentence: bool = False


def floor_line(block: Block, lexicon: Lexicon) -> FloorLine | None:
    """Return who a line gives the floor to, or None where the block says more than that."""
    text = block.text.rstrip(" :-–")
    number = _NUMBERED.match(text)
    if len(text) > _LONGEST or _SENTENCE_END.search(text, number.end() if number else 0):
        return None
    for kind, pattern in _ANNOUNCED if not _FROM_WORDS.isdisjoint(block.words) else ():
        found = pattern.match(text)
        if found is not None:
            return _line(kind, block, found.end(), lexicon, groups=kind == "answer")
    spoken = (
        _behind_label(block, text, lexicon)
        or _follows(block, text, lexicon)
        or _asks_so(block, text, lexicon)
        or _from_field(block, text, lexicon)
    )
    if spoken is not None:
        return spoken
    under = _UNDER_RULE.match(text)
    opening = under.end() if under else 0
    following = _FOLLOWING.match(text, opening) if "following" in block.words else None
    if following is not None:
        line = _line("question", block, opening, lexicon, whole=True)
        return replace(line, sentence=True) if line is not None else None
    return _from_to(block, text, lexicon)


def asker_line(block: Block, following: Block | None, lexicon: Lexicon) -> FloorLine | None:
    """Return who a line names as asking: above "To the Leader", or "A Orr – the Leader (P19-14)".

    Args:
        block: A line of a name, with where they live or whom they ask.
        following: The block below it.
        lexicon: Titles, names and offices.
    """
    text = block.text.rstrip(" :-–")
    mention = _mention(text, 0, lexicon) if len(text) <= _LONGEST_PAIR else None
    if mention is None or mention.type != "person":
        return None
    asked = _ASKED_BY_CODE.match(text, mention.end)
    if asked is not None:
        other = _mention(text, asked.start("who"), lexicon)
        return _asked(block, mention, other) if other is not None else None
    lives = _ADDRESS.fullmatch(text, mention.end)
    below = addressed_line(following, lexicon) if following is not None else None
    if below is None or not (lives or not text[mention.end :].strip()):
        return None
    return replace(_asked(block, mention, None), addressed=below)


def tabled_line(heading: Block, lexicon: Lexicon) -> FloorLine | None:
    """Return who asks, and whom, by an item's title ("A Orr asked the Leader a question")."""
    if _TABLED.match(heading.text) is None:
        return floor_line(heading, lexicon)
    return _line("question", heading, 0, lexicon)


def reporter_behind(behind: Block, lexicon: Lexicon) -> Mention | None:
    """Return whom an item's title names behind a dash as who reports ("– J. Orr"), or None."""
    dash = _BEHIND.match(behind.text)
    if dash is None or len(behind.text) > _LONGEST_REPORTER:
        return None
    mention = _mention(behind.text, dash.end(), lexicon)
    if mention is None or mention.type != "person" or _MORE.match(behind.text, mention.end) is None:
        return None
    return mention.shifted(behind.start)


def reporter_in_brackets(heading: Block, lexicon: Lexicon) -> Mention | None:
    """Return whom the title of a report names in brackets at its end ("(PC Holt)"), or None."""
    bracket = _IN_BRACKETS.search(heading.text)
    if bracket is None:
        return None
    mention = _mention(heading.text, bracket.start("who"), lexicon)
    if mention is None or mention.type != "person" or mention.end != bracket.end("who"):
        return None
    return mention.shifted(heading.start) if mention.titled else None


def addressed_line(block: Block, lexicon: Lexicon) -> Mention | None:
    """Return whom a line addresses ("To Councillor Orr, Leader of the Council:-"), or None."""
    text = block.text.rstrip()
    if len(text) > _LONGEST_PAIR or _SENTENCE_END.search(text):
        return None
    opening = _TO_LINE.match(text) if text.endswith((":", ":-", ":–")) else None
    field = _ADDRESS_FIELD.match(text) if opening is None else None
    found = opening or field
    if found is None:
        return None
    mention = _called(text, _mention(text, found.end(), lexicon), lexicon)
    if mention is None or (field and not _ends_at(text, mention.end)):
        return None
    return mention.shifted(block.start)


def is_reply_lead(block: Block) -> bool:
    """Tell whether a line only says who replies ("The Mayor replied:", "Mr Orr responded")."""
    return len(block.text) <= _LONGEST_PAIR and _REPLY_LEAD.search(block.text) is not None


def _ends_at(text: str, end: int) -> bool:
    """Tell whether a line holds nothing behind a name but its office."""
    rest = text[end:].rstrip(" :-–")
    return _NO_MORE.match(rest) is not None or _OFFICE_BEHIND.fullmatch(rest) is not None


def _asks_so(block: Block, text: str, lexicon: Lexicon) -> FloorLine | None:
    """Read "Under Rule 11, Mr Hale asked the Leader:", "Mr Hale's question to the Leader:"."""
    if not block.text.rstrip().endswith((":", ":-", ":–")):
        return None
    under = _UNDER_RULE.match(text)
    opening = under.end() if under else 0
    own = _OWN_QUESTION.match(text, opening)
    mention = _mention(text[: own.end("who")] if own else text, opening, lexicon, whole=True)
    if mention is None:
        return None
    if own is not None:
        to = _ADDRESSED.search(text, own.end("who"))
        other = _called(text, _mention(text, to.end(), lexicon), lexicon) if to else None
        return _asked(block, mention, other)
    asks = _ASKS_SO.match(text, mention.end)
    if asks is None:
        return None
    other = _called(text, _mention(text, asks.end(), lexicon), lexicon)
    if asks.end() < len(text) and (other is None or not _ends_at(text, other.end)):
        return None
    return _asked(block, mention, other)


def _asked(block: Block, asker: Mention, other: Mention | None) -> FloorLine:
    """Return the line by which one asks another."""
    whom = other.shifted(block.start) if other is not None else None
    return FloorLine("question", asker.shifted(block.start), whom, sentence=True)


def _from_field(block: Block, text: str, lexicon: Lexicon) -> FloorLine | None:
    """Read "From: Mr Hale", "Asked by Mr Hale to the Leader": names and no more."""
    opening = _BARE_FIELD.match(text)
    line = _line("question", block, opening.end(), lexicon) if opening else None
    if line is None:
        return None
    end = line.speaker.end - block.start
    if _ends_at(text, end):
        return line
    to = _TO.match(text, end)
    other = _called(text, _mention(text, to.end(), lexicon), lexicon) if to else None
    return line if other is not None and _ends_at(text, other.end) else None


def _called(text: str, mention: Mention | None, lexicon: Lexicon) -> Mention | None:
    """Return who holds an office, where the name follows it ("the Leader, Councillor Orr")."""
    if mention is None or mention.type != "role":
        return mention
    apposed = _APPOSED.match(text, mention.end)
    named = _mention(text, apposed.end(), lexicon) if apposed else None
    return named if named is not None and named.type == "person" and named.titled else mention


def _behind_label(block: Block, text: str, lexicon: Lexicon) -> FloorLine | None:
    """Read "Question: Mrs A Orr, 12 Mill Lane, Stamley": a name with an address and no more."""
    if block.speech not in ("question", "answer"):
        return None
    kind: Literal["question", "answer"] = "question" if block.speech == "question" else "answer"
    line = _line(kind, block, 0, lexicon)
    if line is None or line.speaker.type != "person":
        return None
    return line if _ADDRESS.fullmatch(text, line.speaker.end - block.start) else None


def _follows(block: Block, text: str, lexicon: Lexicon) -> FloorLine | None:
    """Read "A reply from Mrs Orr:", "As a supplementary question, Mr Orr asked:"."""
    if not block.text.rstrip().endswith((":", ":-", ":–")):
        return None
    reply = _REPLY_BY.match(block.text.rstrip())
    if reply is not None:
        return _line("answer", block, reply.end(), lexicon)
    if _REPLIES_SO.match(text):
        line = _line("answer", block, 0, lexicon, whole=True)
        return replace(line, sentence=True) if line is not None else None
    again = _ASKS_AGAIN.match(text)
    line = _line("question", block, again.end(), lexicon) if again is not None else None
    return replace(line, sentence=True) if line is not None else None


def _from_to(block: Block, text: str, lexicon: Lexicon) -> FloorLine | None:
    """Read "Councillor A to Councillor B (Cabinet Member)", "From Mr C to the Leader"."""
    if len(text) > _LONGEST_PAIR or _TO_WORDS.isdisjoint(block.words):
        return None
    if not any(_mention(text, to.end(), lexicon) for to in _TO_WHOM.finditer(text)):
        return None  # "asked why": nobody is asked, and who asks need not be read
    opening = _FROM.match(text) or _COUNTED.match(text)
    found = _line("question", block, opening.end() if opening else 0, lexicon)
    if found is None:
        return None
    to = _TO.match(text, found.speaker.end - block.start)
    other = _mention(text, to.end(), lexicon) if to else None
    if other is None:
        return None
    rest = text[other.end :].lstrip()
    goes_on = rest.lstrip(" ,(")[:1].islower() and not rest.startswith(("(", ","))
    return None if goes_on or _ASKS_ON.match(rest) else found


def _line(
    kind: Literal["question", "answer"],
    block: Block,
    offset: int,
    lexicon: Lexicon,
    *,
    groups: bool = False,
    whole: bool = False,
) -> FloorLine | None:
    text = block.text
    mention = _called(text, _mention(text, offset, lexicon, groups=groups, whole=whole), lexicon)
    if mention is None:
        return None
    asked = _ADDRESSED.finditer(text) if kind == "question" else ()
    others = (_called(text, _mention(text, to.end(), lexicon), lexicon) for to in asked)
    addressed = next((one for one in others if one is not None and one != mention), None)
    own = addressed.shifted(block.start) if addressed else None
    return FloorLine(kind, mention.shifted(block.start), own)


def _mention(
    text: str, offset: int, lexicon: Lexicon, *, groups: bool = False, whole: bool = False
) -> Mention | None:
    """Return who is named at an offset, where asked for a group, or a whole name with asides."""
    end = min(len(text), offset + 160)
    shouted = _TO_IN_CAPITALS.search(text, offset, end)
    tokens = tokenise(text, offset, shouted.start() if shouted else end)
    if not tokens:
        return None
    reader = MentionReader(text, tokens, lexicon)
    mention = reader.read(0) if whole else reader.read_joint(0)
    speaks = ("person", "role", "group") if groups else ("person", "role")
    return mention if mention is not None and mention.type in speaks else None
