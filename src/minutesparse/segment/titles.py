"""What a heading looks like: its words, its attachments, where its own text begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from minutesparse.lexicons import Lexicon, alternation
from minutesparse.lexicons.patterns import source
from minutesparse.segment.capitals import is_shouted

_SIZE = re.compile(
    r"[PDXMRZHpdxmrzh](?<=\s.)(?i:(?:(?<=P)(?:DF|PTX?)|(?<=D)OCX?|(?<=X)LSX?|(?<=M)P3|(?<=R)TF|"
    r"(?<=Z)IP|(?<=H)TM)\s{1,4}\d[\d.,]{0,9}\s{0,4}[KMG]?B\b)"
)
# With what every size ends; hardly a line has it, and it is found in half the time.
_SIZE_END = re.compile(r"[Bb](?<=[\d\s.,KMGkmg\u212a].)\b")
_STOPPED = re.compile(r"(?<![.])\b(?!etc|Ltd|Co|Inc)\w{2,}\)?\.$")
_ICON = re.compile(r"(?:(?:pdf|word|excel|powerpoint|mp3)\s{0,4})?icon$", re.I)
_MINUTE_REFERENCE = re.compile(r"\s*\(minute\s+(?:no\.?\s*)?\w{1,6}\)\s*$", re.I)
_SEE = re.compile(r"\s*\(see\s+[^)]{1,30}\)\s*$", re.I)
_TIME_SLOT = re.compile(
    r"\s*\((?:\d\d?[:.]\d\d\s*[-–]+\s*\d\d?[:.]\d\d|\d{1,2}:\d\d(?::\d\d)?)\)\s*$"
)
_RUN_IN_CAPITALS = re.compile(
    r"(?P<title>[A-Z0-9\"'(][^a-z\n]{0,200}[A-Z0-9)\"'?.][ ]?(?:['’]s\b)?[^a-z\n]{0,40}?)"
    r"(?P<gap>[.:]?\s*[-–:]\s*|[.:]\s+|\s+)(?=(?:\"?[A-Z(]['’]?[a-z]|[A-Z]\s[a-z]|"
    r"[A-Z]{2,9}\s[a-z](?!\))|\(?a\)\s+[A-Z]|\((?:The|Cllrs?|Councillors?|Mrs?)\b|\([A-Z][a-z][^()]*\)\s+[A-Z]))"
)
_RUN_IN_STOP = re.compile(
    r"(?P<title>[A-Z][^.:•\n]{2,110}?)"
    r"(?P<gap>(?:\.\s+|\s+[-–]\s+)(?=[A-Z\"(\d])|:\s+(?=[A-Za-z\"(\d])|"
    r"\s+[-–]\s+(?=(?:there|none|no|nil|None|Nil|No\s[Rr]eport|Nothing|approved|accepted|deferred|tabled)\b)|\t\s*|\s{4,})"
)
_FULL_STOP = re.compile(r"(?P<title>[A-Z][^.\n]{2,80}?)(?P<gap>\.\s+)(?=[A-Z\"(\d])")
_RUN_IN_SMALL = re.compile(
    r"(?P<title>[A-Z][A-Z0-9 ,&'()/-]{3,80}?)(?P<gap>\s+[-–]\s+|:\s+|\.\s+|\s{2,})(?=[a-z0-9£])"
)
_SHORT_STOP = re.compile(r"(?P<title>[A-Z][^.:;\n]{2,45}?)(?P<gap>\.\s+)(?=[A-Z\"(\d£])")
_CUT_SHORT = re.compile(r"\b(?:[A-Z]|Mrs?|Ms|Dr|St|No|Cllrs?|Rev)$")
_CAPITALS_THEN_SMALL = re.compile(r"[A-Z]{2,9}\s[a-z]")
_DAY_END = re.compile(r"\b\d{1,2}(?:ST|ND|RD|TH)?\s*$")
_MONTH_BEHIND = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b")
_FIRST_POINT = re.compile(r"\.?\s+(?=\((?:1|a|i)\)\s*$)")
_BLURB = re.compile(
    r"(?:\(?[a-z0-9]{1,2}\)\s*)?(?:To\s+[a-z]+|For\s+(?:Members|Councillors|the\s+\w+)\s+to\s+[a-z]+|(?:The\s+)?[Rr]eport\s+(?:of|from|by)\b|"
    r"(?:This|The\s+attached|The\s+enclosed)\s+(?:report|item(?!\s+(?:was|had)\b)|paper)\b|"
    r"Members\s+(?:are|should|must|may|will|to\s+[a-z]+)\b|Councillors\s+(?:are|should|must|may)\b|"
    r"(?:Any|All)\s+(?:Members?|Councillors?)\s+(?:who|wishing|with|are|should|must)\b|"
    r"If\s+(?:you|a|any)\b|Joint\s+report\b|Please\s+note\b|\(?Pages?\s+\d)"
)
_APPLICATION = re.compile(
    r"(?=[^/\n]{0,80}/)[^.:\n]{0,80}?\b(?:[A-Z]{1,4}/?)?\d{2,4}/\d{3,6}(?:/[A-Z\d]{1,5}){0,2}\s+[-–]\s+(?=[A-Z])"
)
_SENTENCE_BREAK = re.compile(r"[.:]\s+[A-Z]|\b(?:was|were|is|are|had|has|be|been)\b")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")
_SMALL_WORDS = frozenset(
    "a an and as at by for from in into of on or the to up via with within per its".split()
)


_SHORTEST_TITLE, _LONGEST_TITLE, _LONGEST_OPENING = 4, 160, 320
_BEFORE_COLON = re.compile(r"(?P<title>[A-Z][^.:;•]{2,110}):\s+(?=\S)")
_SQUEEZED_SENTENCE = re.compile(
    r"(?:(?! To [a-z])(?:[^.?!;]|(?<=\b(?:Mr|Ms|Dr))\.|(?<=\bMrs)\.|(?<=\bCllr)\.)){0,300}"
)
_POINT = re.compile(r"\(?[a1i]\)\s|\([A-Z]")
_PERIOD = re.compile(
    r"(?:(?:Month|Quarter|Period|Q|Qtr|Week)\s*(?:\d{1,2}|One|Two|Three|Four)|"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+)?[A-Z][a-z]{2,8},?\s+(?:20\d\d))(?:[,\s]+20\d\d(?:[-/]\d\d)?)?\.?"
)
_DECIDES = re.compile(r"RESOLVED\b|AGREED\b")
_NAME_BEHIND = re.compile(
    r" [A-Z][a-z]+\.?(?: [A-Z]\.)?(?: [A-Z][\w'-]+){1,3} "
    r"(?:was|were|had|has|is|said|gave|told|[a-z]{3,}ed|MOVED|SECONDED)\b"
)


@dataclass(frozen=True, slots=True, eq=False)
class _Patterns:
    """What the lexicon's words come to.

    Attributes:
        of_text: Words in capitals behind a title in capitals that are of its text.
        runs_on: The end of a title in capitals that goes on, or of a number.
        short_verb: A verb that no title of a few words has.
        verb: A verb that no title has.
        joint: The end of words that a title goes on behind.
        sentence: Where a sentence may open behind a title without any mark.
        finite: A verb that makes a sentence.
        verdict: A verdict behind a title, at the end of the line.
        outcome: The same behind a dash.
    """

    of_text: re.Pattern[str]
    runs_on: re.Pattern[str]
    short_verb: re.Pattern[str]
    verb: re.Pattern[str]
    joint: re.Pattern[str]
    sentence: re.Pattern[str]
    finite: re.Pattern[str]
    verdict: re.Pattern[str]
    outcome: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Title:
    """A title cut out of a line: the stretch of its words and where other text begins."""

    text: str
    end: int
    rest: int | None = None


def clean_title(text: str) -> str:
    """Return a title without attachments, time slots and doubled white space."""
    text = " ".join(_before_attachment(text).replace("**", "").split())
    if text.endswith(")"):
        for pattern in (_MINUTE_REFERENCE, _TIME_SLOT, _SEE):
            text = pattern.sub("", text)
    return text.strip(" -–:|*")


def _before_attachment(text: str) -> str:
    """Return what stands before the first attached file's icon, format and size."""
    size = _attached(text)
    if size is None:
        return text
    words = text[: size.start()].rstrip()
    icon = _ICON.search(words, max(0, len(words) - 20))
    return words[: icon.start()].rstrip(" ,\t\n") if icon else words


def without_stop(title: str) -> str:
    """Return a title without the full stop of the sentence that it is.

    Example:
        >>> without_stop("To receive apologies."), without_stop("Lease to Orr Ltd.")
        ('To receive apologies', 'Lease to Orr Ltd.')
    """
    return title[:-1] if _STOPPED.search(title) else title


def has_attachment(text: str) -> bool:
    """Tell whether a line ends in the name and size of an attached file."""
    return _attached(text) is not None


def _attached(text: str) -> re.Match[str] | None:
    """Return the format and size of the first attached file."""
    return _SIZE.search(text) if _SIZE_END.search(text) else None


def is_blurb(text: str) -> bool:
    """Tell whether a paragraph opens like the purpose that an agenda prints under a title."""
    return _BLURB.match(text) is not None


def is_known_title(text: str, lexicon: Lexicon) -> bool:
    """Tell whether the words are a standing item's title, or open with one and stay short."""
    folded = " ".join(text.lower().split()).strip(" .:-–")
    return _known_titles(lexicon).match(folded) is not None and len(folded) < 90


def opens_with_known_title(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a line begins with the words of a standing item's title."""
    return _known_titles(lexicon).match(text.lstrip().lower()) is not None


def is_standing_title(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a line is a standing item's title and nothing else, in capitals or not."""
    folded = " ".join(text.lower().split()).strip(" .:-–")
    found = _known_titles(lexicon).match(folded)
    return found is not None and found.end() == len(folded)


_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}\s*(?:am|pm|a\.m\.?|p\.m\.?|hours|hrs)\.?$", re.I)


def looks_like_title(text: str) -> bool:
    """Tell whether a line has the looks of a heading: short, capitals, no sentence in it."""
    text = clean_title(text)
    if (
        _CLOCK.fullmatch(text)
        or not 3 <= len(text) <= 180
        or (text.endswith((",", ";", ".")) and not text.isupper())
    ):
        return False
    words = _WORD.findall(text)
    if not words or not (words[0][0].isupper() or text[0].isdigit()):
        return False
    return is_shouted(text) or _capital_share(words) >= 0.6 or len(words) <= 4


def is_shouted_title(text: str) -> bool:
    """Tell whether a title is in capitals throughout, attachments and time slots aside."""
    if ")" in text or has_attachment(text):
        text = clean_title(text)
    return is_shouted(text)  # what else is cleaned away has no letters


def _names_application(text: str) -> bool:
    """Tell whether a line is an application's reference with what is applied for behind it."""
    found = _APPLICATION.match(text)
    return found is not None and _SENTENCE_BREAK.search(text, found.end()) is None


def cut_title(text: str, lexicon: Lexicon, *, eager: bool = False) -> Title:
    """Cut a heading line into its title and the text that runs in after it.

    Args:
        text: The line without its number.
        lexicon: Tells standing titles.
        eager: Whether any title that a full stop closes is cut, not only a standing one.
    """
    if "/" in text and _names_application(text):
        return Title(clean_title(text), len(text))
    attached = _attached(text) if "B" in text else None
    if attached is not None and not text[attached.end() :].lstrip()[:1].isupper():
        return Title(clean_title(text), len(text))
    small = None if is_shouted(text) else _RUN_IN_SMALL.match(text)
    if small and is_shouted(small["title"]) and _words_enough(small["title"]):
        return Title(clean_title(small["title"]), small.end("title"), small.end())
    capitals = _RUN_IN_CAPITALS.match(text)
    patterns = _patterns(lexicon)
    whole = capitals is not None and _goes_on(text, capitals, patterns)
    if (
        capitals
        and not whole
        and is_shouted(capitals["title"])
        and _words_enough(capitals["title"])
    ):
        return _cut_capitals(text, capitals, patterns)
    stop = _FULL_STOP.match(text) if eager else _RUN_IN_STOP.match(text)
    whole = (is_shouted(text) and not eager) or text.endswith(":")
    whole = whole or (stop is not None and _PERIOD.fullmatch(text, stop.end()) is not None)
    if (
        stop
        and not whole
        and len(text) > stop.end() + 3
        and (eager or is_known_title(stop["title"], lexicon))
    ):
        return Title(clean_title(stop["title"]), stop.end("title"), stop.end())
    return Title(clean_title(text), len(text))


def _goes_on(text: str, found: re.Match[str], patterns: _Patterns) -> bool:
    """Tell whether a title in capitals is not over: "MATTERS ARISING for information only"."""
    word = _CAPITALS_THEN_SMALL.match(text, found.end())
    dated = _DAY_END.search(found["title"]) and _MONTH_BEHIND.match(text, found.end())
    return (
        patterns.runs_on.search(found["title"]) is not None
        or dated is not None
        or (word is not None and patterns.finite.search(text, found.end()) is None)
    )


def cut_squeezed_title(text: str, lexicon: Lexicon) -> Title | None:
    """Cut a title from a sentence that follows it without any mark; None where none does.

    The sentence opens with a word that opens sentences, after a word that can end a title, and
    has a verb; the words before it hold none.
    """
    patterns = _patterns(lexicon)
    for opener in patterns.sentence.finditer(text, 0, _LONGEST_TITLE):
        title = text[: opener.start()]
        if patterns.verb.search(title):
            return None
        if patterns.joint.search(title) or not looks_like_title(title):
            continue
        if " " not in title and not is_known_title(title, lexicon):
            continue
        if _opens_text(text[opener.end() : opener.end() + _LONGEST_OPENING], patterns):
            return Title(clean_title(title), opener.start(), opener.end())
    return None


def cut_sentence_behind(text: str, lexicon: Lexicon) -> Title | None:
    """Cut the words that stand before a sentence, a verdict or a bullet without any mark.

    For lines that a number proves to be headings: the words need not look like a title.
    """
    patterns = _patterns(lexicon)
    colon = _BEFORE_COLON.match(text)
    if colon is not None and not patterns.verb.search(colon["title"]):
        return Title(clean_title(colon["title"]), colon.end("title"), colon.end())
    for opener in patterns.sentence.finditer(text, 0, _LONGEST_TITLE):
        title = text[: opener.start()]
        if _DECIDES.match(text, opener.end()) or title.endswith((" –", " -")):
            title = title.rstrip(" –-:")
        if patterns.verb.search(title):
            break
        if patterns.joint.search(title) or len(title) < _SHORTEST_TITLE:
            continue
        if _opens_text(text[opener.end() : opener.end() + _LONGEST_OPENING], patterns):
            return Title(clean_title(title), opener.start(), opener.end())
    ending = patterns.verdict.search(text, 0, _LONGEST_TITLE)
    if ending is None or patterns.verb.search(text[: ending.start()]):
        return None
    return Title(clean_title(text[: ending.start()]), ending.start(), ending.end())


def is_title_stretch(text: str, lexicon: Lexicon) -> bool:
    """Tell whether words behind which a sentence may begin can be a title: no verb, no open end."""
    patterns = _patterns(lexicon)
    return patterns.verb.search(text) is None and patterns.joint.search(text) is None


def cut_outcome(text: str, lexicon: Lexicon) -> Title | None:
    """Cut the words before a dash behind which an outcome ends the line ("Fences – agreed")."""
    found = _patterns(lexicon).outcome.search(text)
    if found is None or not 3 <= found.start() <= _LONGEST_TITLE:
        return None
    return Title(clean_title(text[: found.start()]), found.start(), found.end())


def cut_standing_title(text: str, lexicon: Lexicon) -> Title | None:
    """Cut a standing title from a sentence behind it that opens with a name; None for none."""
    found = _known_titles(lexicon).match(text[:_LONGEST_TITLE].lower())
    if found is None or _NAME_BEHIND.match(text, found.end()) is None:
        return None
    return Title(clean_title(text[: found.end()]), found.end(), found.end() + 1)


def _opens_text(text: str, patterns: _Patterns) -> bool:
    """Tell whether words are a point of a list, a purpose ("To note ...") or a sentence."""
    if _POINT.match(text):
        return True
    if text.startswith("To "):
        return text[3:4].islower()
    sentence = _SQUEEZED_SENTENCE.match(text)
    return sentence is not None and patterns.finite.search(sentence[0]) is not None


def cut_short_title(text: str, lexicon: Lexicon) -> Title | None:
    """Cut a title of a few words that a full stop closes, whatever the words; None for none."""
    stop = _SHORT_STOP.match(text)
    if stop is None or _CUT_SHORT.search(stop["title"]):
        return None
    if len(stop["title"].split()) > 6 or _patterns(lexicon).short_verb.search(stop["title"]):
        return None
    return Title(clean_title(stop["title"]), stop.end("title"), stop.end())


def _cut_capitals(text: str, found: re.Match[str], patterns: _Patterns) -> Title:
    """Cut after a title in capitals, before a decision's head word or a speaker's title."""
    end, rest = found.end("title"), found.end()
    point = _FIRST_POINT.search(text[:end])
    words = patterns.of_text.search(text, 4, end)
    if point:
        end, rest = point.start(), point.end()
    elif words and _words_enough(text[: words.start()]):
        end = rest = words.start()
    return Title(clean_title(text[:end]), end, rest)


def _words_enough(title: str) -> bool:
    return len(title.strip()) > 3 and not re.fullmatch(r"[A-Z]{1,4}\s*", title)


def _capital_share(words: list[str]) -> float:
    heavy = [word for word in words if word.lower() not in _SMALL_WORDS]
    return sum(word[0].isupper() for word in heavy) / len(heavy) if heavy else 0.0


@cache
def _known_titles(lexicon: Lexicon) -> re.Pattern[str]:
    titles = alternation(lexicon.phrases("headings", "item_titles"))
    return re.compile(
        rf"(?:to\s+[a-z]+(?:(?:\s+and|\s*/)\s*[a-z]+)?\s+)?(?:any\s+|the\s+)?(?:{titles})\b"
    )


@cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    def words(section: str) -> str:
        return f"(?:{source(lexicon, 'layout', section)})"

    return _Patterns(
        of_text=re.compile(
            rf"(?:{words('title_ends')}|(?:{words('title_end_titles')}|[A-Z]{{1,2}}[BCDPT]C)\.?)\s*$"
        ),
        runs_on=re.compile(
            rf"(?:&|/|,|\b{words('title_runs_on')})\s*$|^[\d/A-Z.-]*\d/[\d/A-Z.-]*\s*$"
        ),
        short_verb=re.compile(rf"\b(?:{words('short_title_verbs')}|\w{{3,}}ed)\b"),
        verb=re.compile(
            rf"\b(?:{words('title_verbs')}|(?!{words('title_participles')})[a-z]{{3,}}ed)\b"
        ),
        joint=re.compile(rf"(?:\b{words('title_joints')}|[-–:,&/(])$"),
        sentence=re.compile(
            rf"(?<=\S)\s(?={words('title_sentences')}\b(?!'|\s(?:who|which|whose)\b)|(?<=[-–]\s)[A-Z]{{2,3}}\s+{words('after_initials')}\b|\"[A-Z]|\(?[a1i]\)\s|"
            r"(?:[A-Z][a-z]+\s)?(?i:committee|panel|board|council|cabinet|forum|members)\s(?:members\s)?(?:is|are)\s[a-z]+ed\b|"
            r"\((?:Cabinet\s+Member|Portfolio\s+Holder|Report\s+of|Lead\s+Member|Executive\s+Member)\b)"
        ),
        finite=re.compile(rf"\b(?:{words('title_finites')}|[a-z]{{3,}}ed)\b"),
        verdict=re.compile(rf"\s+(?={words('verdicts_behind')}\.?$|[•·]\s)"),
        outcome=re.compile(rf"\s+[-–]\s+(?={words('outcomes_behind')}\W*$)", re.I),
    )
