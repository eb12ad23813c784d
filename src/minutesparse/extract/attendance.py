"""Who was present, who sent apologies, who stood in for whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutesparse.extract.findings import AttendanceFinding
from minutesparse.extract.rolls import Roll, read_roll
from minutesparse.lexicons import Lexicon
from minutesparse.naming import MentionReader, tokenise
from minutesparse.text import Block, Layout, Sentence, Text

_LABELS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (status, re.compile(rf"(?:{words})\s*(?:[:;–-]+\s*|\s{{2,}}|$)", re.I))
    for status, words in (
        ("apologies", r"(?:apologies|apology)(?:\s+for\s+(?:absence|inability\s+to\s+attend|lateness))?(?:\s+received)?(?:\s+from)?|leave\s+of\s+absence|apologies/absent"),
        ("absent", r"(?:members\s+|councillors\s+|also\s+)?absent(?:\s+without\s+apolog(?:y|ies))?|not\s+present|no\s+apologies"),
        ("substitute", r"substitutes?(?:\s+members?)?(?:\s+present)?|in\s+attendance\s+as\s+substitutes?"),
        (
            "in-attendance",
            r"(?:also\s+)?in\s+attendance|also\s+(?:present|attending|in\s+attendance)|(?:council\s+|lead\s+)?officers?(?:\s+(?:present|in\s+attendance|attending|also\s+present))?|"
            r"officials(?:\s+in\s+attendance)?|staff(?:\s+(?:present|in\s+attendance))?|(?:other\s+)?(?:members|councillors)\s+(?:also\s+)?(?:in\s+attendance|attending)|"
            r"others?\s+(?:present|in\s+attendance|members\s+in\s+attendance)|witnesses|invitees|(?:external\s+|invited\s+)?guests|visitors|observers?|police|advisers?|advisors?|"
            r"apparatus|clerk(?:\s+to\s+the\s+(?:council|committee))?|town\s+clerk|parish\s+clerk|secretary|minute\s+(?:taker|secretary|clerk)|county\s+councillors?|district\s+councillors?|borough\s+councillors?|press|with\s+also\s+in\s+attendance|in\s+attendance\s+for\s+.{1,60}?",
        ),
        (
            "present",
            r"(?:(?:members|councillors|cllrs|those|committee\s+members|board\s+members|voting\s+members|governors|trustees|sederunt)\s+)?present(?:\s+were)?|present\s+at\s+the\s+meeting|attendance(?:\s+details)?|those\s+(?:attending|present)|attendees|"
            r"in\s+the\s+chair|(?:vice[- ])?chair(?:man|person)?(?:\s+\(in\s+the\s+chair\))?|members(?:\s+of\s+the\s+(?:committee|board|panel|council))?|councillors|sederunt|roll\s+call|commissioners(?:\s+present)?|elected\s+members|mayor|deputy\s+mayor|i\s+láthair",
        ),
    )
)
_APOLOGIES_SENTENCE = re.compile(
    r"\bapolog(?:y|ies)\b[^.]{0,90}?\b(?:from|on\s+behalf\s+of|by|for|of)\s+(?!absence|lateness|inability|their|his|her|the\s+(?:delay|late))(?=\S)", re.I
)
_SENDER = re.compile(r"\b(?:had\s+|have\s+|has\s+)?(?:sent|submitted|gave|given|tendered|offered|intimated|conveyed)\s+(?:\w+\s+){0,2}apolog", re.I)
_SUBSTITUTE = re.compile(
    r"\b(?:(?:was|were|is)\s+(?:present|attending|in\s+attendance)\s+as\s+(?:an?\s+|the\s+)?substitutes?|attended\s+(?:the\s+meeting\s+)?as\s+(?:an?\s+)?(?:named\s+)?substitutes?|"
    r"attended\s+in\s+(?:the\s+)?(?:place|stead)|(?:was|were)\s+substitut\w+|substitut(?:ed|ing)\s+for|(?:was|were)\s+(?:appointed\s+|acting\s+)?(?:as\s+)?(?:a\s+)?substitutes?\s+for|in\s+(?:place|stead)\s+of|deputis(?:ed|ing)\s+for)\b",
    re.I,
)
_FOR_WHOM = re.compile(r"\b(?:for|of)\s+(?P<who>(?:Councillors?|Cllrs?\.?|Mr|Mrs|Ms|Miss|Dr|[A-Z])[^,.;()]{2,60})")
_ATTENDANCE_TITLE = re.compile(
    r"\b(?:apolog|attendance|attendees|present\b|substitut|membership|roll\s+call|sederunt|leave\s+of\s+absence|in\s+attendance)", re.I
)
_NOT_ROLL = re.compile(
    r"\b(?:venue|contact|agenda|date|time|minutes\s+of|meeting\s+of|held\s+(?:at|on|in)|tel|email|www|http|webcast|quorum)\b|@", re.I
)
_NONE = re.compile(r"\s*(?:there\s+were\s+)?(?:none|nil|no\s+apologies)\b", re.I)
_TIMES = re.compile(r"\((?P<how>arrived|from|left|until|to|joined|arrival|departed|via|excluding|part)[^)]*\)", re.I)


def find_attendance(text: Text, layout: Layout, lexicon: Lexicon) -> list[AttendanceFinding]:
    """Return everybody whose presence or absence the page records, in document order."""
    found: list[AttendanceFinding] = []
    for start, end in _roll_stretches(layout):
        found += _from_rolls(text.clean, start, end, lexicon)
    for item in layout.items:
        titled = item.title is not None and _ATTENDANCE_TITLE.search(item.title) is not None
        for block in item.blocks:
            if block.zone in ("minutes", "decision"):
                found += _from_sentences(block, titled, item.title or "", lexicon, found)
    return _unique(found)


def attendance_claims(findings: Sequence[AttendanceFinding], layout: Layout) -> list[tuple[int, int]]:
    """Return the stretches that attendance takes from the discussion: whole sentences or lines."""
    claims: list[tuple[int, int]] = []
    starts = sorted((finding.start, finding.end) for finding in findings)
    for item in layout.items:
        for block in item.blocks:
            for sentence in block.sentences:
                if any(sentence.start <= start < sentence.end for start, _ in starts):
                    claims.append((sentence.start, sentence.end))
    return claims


# ---------------------------------------------------------------- lists under labels


def _roll_stretches(layout: Layout) -> Iterator[tuple[int, int]]:
    """Yield the stretches of text that may hold lists of names."""
    if layout.front:
        yield layout.front[0].start, layout.front[-1].end
    for item in layout.items:
        blocks = [block for block in item.blocks if block.zone in ("minutes", "agenda", "decision")]
        if not blocks:
            continue
        titled = item.title is not None and _ATTENDANCE_TITLE.search(item.title) is not None
        if titled:
            yield blocks[0].start, blocks[-1].end
        elif any(_labelled(block.text) for block in blocks[:12]):
            yield blocks[0].start, blocks[min(len(blocks), 40) - 1].end


def _labelled(text: str) -> bool:
    return re.match(r"(?:present|in\s+attendance|apologies|members\s+present|sederunt)\b\s*[:–-]", text, re.I) is not None


def _from_rolls(text: str, start: int, end: int, lexicon: Lexicon) -> list[AttendanceFinding]:
    """Read labels and the names under them, line by line."""
    found: list[AttendanceFinding] = []
    status: str | None = None
    role: str | None = None
    offset = start
    quiet = 0
    for line in text[start:end].split("\n"):
        content, at = _content(line, offset)
        offset += len(line) + 1
        if not content:
            quiet += 1
            continue
        label = _label(content)
        if label is not None:
            status, role, width = label
            content, at = _content(content[width:], at + width)
        elif status is None or _ends_roll(content):
            status = None
            continue
        if content and status is not None and not _NONE.match(content):
            if _is_sentence(content):
                continue
            found += _entries(read_roll(content, at, lexicon), status, role)
        quiet = 0
    return found


def _content(line: str, offset: int) -> tuple[str, int]:
    stripped = line.strip()
    return stripped, offset + len(line) - len(line.lstrip())


def _label(content: str) -> tuple[str, str | None, int] | None:
    """Return status, role and width of a label that opens a line, or None."""
    bare = re.match(r"(?:\(?\d{1,2}(?:\.\d{1,2})?[.)]?\s+)?", content)
    skip = bare.end() if bare else 0
    for status, pattern in _LABELS:
        found = pattern.match(content, skip)
        if found is None:
            continue
        words = found[0].strip(" :;–-").lower()
        if found.end() == len(content) and content[-1] not in ":;–-" and len(content) > 30:
            continue
        if re.fullmatch(r"(?:mayor|deputy mayor|chair(?:man|person)?|members|councillors|police|clerk|attendance)", words) and not found[0].rstrip().endswith((":", "-", "–")):
            continue
        return status, _label_role(words), found.end()
    return None


def _label_role(words: str) -> str | None:
    if words.startswith("vice"):
        return "Vice-Chair"
    if "chair" in words:
        return "Chair"
    if re.fullmatch(r"(?:town |parish )?clerk.*", words):
        return "Clerk"
    return {"mayor": "Mayor", "deputy mayor": "Deputy Mayor", "secretary": "Secretary"}.get(words)


def _ends_roll(content: str) -> bool:
    return len(content) > 400 and "," not in content or _NOT_ROLL.search(content) is not None


def _is_sentence(content: str) -> bool:
    return re.search(r"\b(?:was|were|had|has|have|would|welcomed|declared|opened|held|are\s+requested)\b", content) is not None and not re.search(r"\b(?:until|from|arrived|left)\b", content)


def _entries(rolls: Sequence[Roll], status: str, role: str | None) -> list[AttendanceFinding]:
    out = []
    for roll in rolls:
        own = roll.status or status
        out.append(
            AttendanceFinding(
                roll.start, roll.end, roll.name, own, "attendance.roll", roll.role or role,
                roll.substitute_for, roll.organisation, roll.arrived, roll.left, roll.initials,
            )  # fmt: skip
        )
    return out


# ---------------------------------------------------------------- sentences


def _from_sentences(
    block: Block, titled: bool, title: str, lexicon: Lexicon, known: Sequence[AttendanceFinding]
) -> list[AttendanceFinding]:
    found: list[AttendanceFinding] = []
    for sentence in block.sentences:
        if any(sentence.start <= entry.start < sentence.end for entry in known):
            continue
        found += _sentence(sentence, titled, title, lexicon)
    return found


def _sentence(sentence: Sentence, titled: bool, title: str, lexicon: Lexicon) -> list[AttendanceFinding]:
    text = sentence.text
    if _SUBSTITUTE.search(text) and not re.search(r"\bvote|\bmotion\b", text):
        found = _substitutes(sentence, lexicon)
        if found:
            return [*_apologies(sentence, lexicon, found[0].start), *found]
    return _apologies(sentence, lexicon, sentence.end) or (
        _bare_list(sentence, title, lexicon) if titled else []
    )


def _apologies(sentence: Sentence, lexicon: Lexicon, stop: int) -> list[AttendanceFinding]:
    text = sentence.text[: stop - sentence.start]
    if re.search(r"\blateness\b", text) and not re.search(r"\babsence\b", text):
        return []
    from_whom = _APOLOGIES_SENTENCE.search(text)
    if from_whom is not None:
        rolls = read_roll(text[from_whom.end() :], sentence.start + from_whom.end(), lexicon)
        return _entries(rolls, "apologies", None)
    sender = _SENDER.search(text)
    if sender is not None:
        rolls = read_roll(text[: sender.start()], sentence.start, lexicon)
        return _entries(rolls, "apologies", None)
    return []


def _substitutes(sentence: Sentence, lexicon: Lexicon) -> list[AttendanceFinding]:
    cue = _SUBSTITUTE.search(sentence.text)
    assert cue is not None  # noqa: S101 - the caller found it
    before = sentence.text[: cue.start()]
    opener = max(before.rfind("("), before.rfind(";"), before.rfind(" and that "), before.rfind(". "))
    rolls = read_roll(before[opener + 1 :], sentence.start + opener + 1, lexicon)
    whom = _FOR_WHOM.search(sentence.text, cue.start())
    name = " ".join(whom["who"].split()) if whom else None
    return [replace(entry, substitute_for=name) for entry in _entries(rolls, "substitute", None)]


def _bare_list(sentence: Sentence, title: str, lexicon: Lexicon) -> list[AttendanceFinding]:
    """Read an apologies item that holds nothing but names."""
    if not re.search(r"apolog|absence", title, re.I) or re.search(r"attendance", title, re.I):
        return []
    if _is_sentence(sentence.text) or _NONE.match(sentence.text):
        return []
    tokens = tokenise(sentence.text)
    first = MentionReader(sentence.text, tokens, lexicon).read(0) if tokens else None
    if first is None or first.type != "person":
        return []
    return _entries(read_roll(sentence.text, sentence.start, lexicon), "apologies", None)


def _unique(found: Sequence[AttendanceFinding]) -> list[AttendanceFinding]:
    out: list[AttendanceFinding] = []
    taken: set[int] = set()
    for entry in sorted(found, key=lambda entry: entry.start):
        if entry.start not in taken:
            taken.add(entry.start)
            out.append(entry)
    return out
