"""Items with numbers: on a line of their own or before the title, rising down the page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import attrgetter

from minutesparse.lexicons import Lexicon
from minutesparse.segment.capitals import is_shouted
from minutesparse.segment.chains import Candidate, number_key, with_letters
from minutesparse.segment.headings.codes import counting_codes, read_code
from minutesparse.segment.headings.gaps import fill_gaps, lone_item, plain_chain
from minutesparse.segment.headings.model import (
    NUMBER_LINE,
    NUMBER_TITLE,
    SENTENCE,
    Heading,
    can_be_title,
    number_shape,
    opens_with_word,
    past_parts,
    separated,
)
from minutesparse.segment.headings.parts import labelled_numbers, with_parts
from minutesparse.segment.headings.run_in import cut_reporter, cut_run_in
from minutesparse.segment.headings.runs import items_run, with_misprints, with_restarts
from minutesparse.segment.headings.unnumbered import front_titles
from minutesparse.segment.labels import item_label
from minutesparse.segment.lines import read_marker
from minutesparse.segment.titles import (
    Title,
    clean_title,
    cut_outcome,
    cut_sentence_behind,
    cut_short_title,
    cut_standing_title,
    cut_title,
    has_attachment,
    is_blurb,
    is_known_title,
    looks_like_title,
)
from minutesparse.text import Line

_ITEMS_HEADER = re.compile(r"(?:(?:Note\s+)?No\.?\s+Item|Rhif\s+eitem)")
_CLAUSE = re.compile(
    r"That\b|To\s+[a-z]|The\s+.*\bbe\b|(?:not|waive|receive|note|approve|agree)\b", re.I
)
_DONE = re.compile(
    r"\b(?:was|were|had\s+been)\s+(?:\w+ly\s+)?\w+(?:ed|en)\b|\bthere\s+(?:was|were)\b", re.I
)
_POINT = re.compile(r";\s*(?:and|or)?$|^[‘'\"][^’'\"]+[’'\"]\s+[a-z]")
_PURPOSE_TITLE = re.compile(r"(?P<title>To\s+[a-z]+\s[^.:;\n]{8,160})\.\s+(?=[A-Z])")
_APPLICATION = re.compile(r"\b[A-Z\d]{1,5}/\d{2,4}/\w+|\b\d{2}/\d{3,5}\b")
_YEARS = re.compile(r"(?:19|20)\d\d(?:[/-]\d{2,4})?\s+[A-Z]")
_COUNT = re.compile(r"(?:For|Against|In\s+favou?r)\s*[,;]\s*\d")  # "7 For, 0 Against"
_LETTERED = re.compile(r"\d{1,2}[a-h][.)]")
_PERSON_TELLS = re.compile(
    r"(?:(?:Deputy\s+)?Mayor|Reeve|Councillors?|Cllrs?|Mrs?|Ms|Dr)\.?\s+[A-Z].{3,80}?\s"
    r"(?:read|[a-z]{3,}ed|gave|led|took|left)\s.*\."
)
_REPORT_NUMBER = re.compile(r"(?:STAFF\s+)?REPORT\s+(?:NO\.?|NUMBER|#)\s*[\w ./-]{1,30}", re.I)
_TITLE_END = attrgetter("end")
_FULL_LINE = 60
_LONGEST_REST = 120
_LEAST_SCORE = 3.0
_SENTENCE_LONG = 80
_OF_BOOK = re.compile(r"\d{3,4}")
_RUNS_ON, _MOSTLY = 160, 0.5  # length of a line that is no title, share of such lines
_PROVED = 0.6
_MANY = 1.5  # times the run that rises


def numbered_items(lines: Sequence[Line], lexicon: Lexicon) -> list[Heading]:
    """Return the headings of the rising chain of numbers that looks most like items."""
    candidates = with_letters(list(_candidates(lines, lexicon)))
    chain = items_run(lines, candidates)
    labelled = labelled_numbers(lines, candidates, lexicon)
    if len(labelled) > len(chain) * _MANY:
        return [heading_at(lines, one.index, lexicon) for one in labelled]
    score = sum(candidate.score for candidate in chain)
    repeated = _most_repeated(candidates)
    if sum(candidate.score for candidate in repeated) > score:
        rule = "item.repeated_number"
        return _without_subheadings(
            [heading_at(lines, one.index, lexicon, rule) for one in repeated]
        )
    headed = chain and any(_ITEMS_HEADER.fullmatch(line.text) for line in lines[:60])
    if (len(chain) < 2 or score < _LEAST_SCORE) and not headed:
        chain = plain_chain(lines) or lone_item(lines)
    if not chain:
        return []
    chain = fill_gaps(lines, with_misprints(lines, chain, candidates))
    chain = with_restarts(lines, chain, candidates)
    chain = _without_lettered(with_parts(lines, chain, lexicon), lines)
    before = front_titles(lines[: chain[0].index], lexicon)
    squeezed = sum(_runs_on(lines[one.index].text) for one in chain) >= _MOSTLY * len(chain)
    return [*before, *(heading_at(lines, one.index, lexicon, squeezed=squeezed) for one in chain)]


def _runs_on(text: str) -> bool:
    """Tell whether the minute runs on behind a title, by the line's length or its end."""
    return len(text) > _RUNS_ON or (len(text) > _FULL_LINE and text.endswith("."))


def _without_lettered(chain: Sequence[Candidate], lines: Sequence[Line]) -> list[Candidate]:
    """Drop "6a", "6b" below "6": they are parts of the item whose number they share."""
    whole = {one.key[0] for one in chain if len(one.key) == 1}
    return [one for one in chain if not (one.key[0] in whole and _is_lettered(lines[one.index]))]


def _is_lettered(line: Line) -> bool:
    return _LETTERED.match(line.text) is not None


def _without_subheadings(headings: Sequence[Heading]) -> list[Heading]:
    """Drop a heading that stands directly under another: it only divides that item."""
    kept: list[Heading] = []
    for heading in headings:
        if not kept or heading.line > kept[-1].body or heading.line < kept[-1].body:
            kept.append(heading)
    return kept


def _most_repeated(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return titles that all bear one number, as list conversion leaves them ("1." each)."""
    groups: dict[object, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.score >= 1.5:
            groups[candidate.shape, candidate.key].append(candidate)
    most = max(groups.values(), key=len, default=[])
    return most if len(most) >= 3 else []


def _candidates(lines: Sequence[Line], lexicon: Lexicon) -> Iterator[Candidate]:
    read = {one.index: one for one in _plain_candidates(lines, lexicon)}
    for form, run in counting_codes(lines).items():
        if any(index not in read for index, _ in run):
            read.update((index, _coded(lines, index, form, part, lexicon)) for index, part in run)
    yield from (read[index] for index in sorted(read))


def _plain_candidates(lines: Sequence[Line], lexicon: Lexicon) -> Iterator[Candidate]:
    """Yield the lines whose number has a form that is known."""
    for index, line in enumerate(lines):
        if opens_with_word(line.text):
            continue
        alone = NUMBER_LINE.match(line.text)
        if alone is not None:
            below = _below_number(lines, index, alone)
            if can_be_title(below):
                score = 0.4 + _score(lines, index + 1, below, lexicon)
                score += _followed(lines, index + 2, lexicon)
                yield Candidate(index, number_key(alone["number"]), number_shape(alone), score)
            continue
        found = NUMBER_TITLE.match(line.text)
        if found is not None and separated(found) and not _COUNT.match(found["title"]):
            cell = _cell(found)
            score = _score(lines, index, cell.text if cell else found["title"], lexicon)
            score += 1.0 if found["word"] and not _POINT.search(found["title"]) else 0.0
            score += _followed(lines, index + 1, lexicon) if score else 0.0
            if score > 0:
                yield Candidate(index, number_key(found["number"]), number_shape(found), score)


def _below_number(lines: Sequence[Line], index: int, alone: re.Match[str]) -> str:
    """Return the line under a number; titles that lost their capitals stand under a book's."""
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    if not _OF_BOOK.fullmatch(alone[0]) or SENTENCE.search(below) or below.endswith("."):
        return below
    return below[:1].upper() + below[1:]


def _coded(lines: Sequence[Line], index: int, form: str, part: int, lexicon: Lexicon) -> Candidate:
    """Return the candidate that a code is, of a form of which one part counts down the page."""
    code = read_code(lines[index].text)
    title = lines[index].text[code.title :] if code else ""
    place = index if title else min(index + 1, len(lines) - 1)
    score = _PROVED + _score(lines, place, title or lines[place].text, lexicon)
    score += _followed(lines, place + 1, lexicon)
    return Candidate(index, (part,), form, score)


def _score(lines: Sequence[Line], index: int, title: str, lexicon: Lexicon) -> float:
    """Return how much a numbered line is worth as an item's heading."""
    if not (title[0].isupper() or title[0] in "\"'(*") or _POINT.search(title):
        return 0.0
    cut = cut_title(title, lexicon)
    if cut.rest is None:
        cut = cut_run_in(title, lexicon) or cut
    words = title if cut.rest is None else cut.text
    score = 2.0 if is_known_title(words, lexicon) else 0.0
    if is_shouted(cut.text) and len(cut.text) > 3:
        score += 1.5
    elif looks_like_title(title if cut.rest is None else cut.text) or has_attachment(title):
        score += 0.9
    elif cut.rest is None:
        short = len(title) < 110 and not SENTENCE.search(title)
        score += 0.2 if short and not title.endswith(".") else -1.0
    if _CLAUSE.match(title) and ":" not in title and not is_known_title(title, lexicon):
        score -= 1.0
    if lines[index].gap:
        score += 0.1
    return max(score, 0.0)


def _followed(lines: Sequence[Line], index: int, lexicon: Lexicon) -> float:
    """Return what the line under a heading adds: a label or a purpose proves an item."""
    if index >= len(lines):
        return 0.0
    label = item_label(lines[index].text, lexicon)
    if label is not None and label.role in ("minutes", "decision", "documents"):
        return 1.0
    return 0.5 if is_blurb(lines[index].text) else 0.0


def heading_at(
    lines: Sequence[Line],
    index: int,
    lexicon: Lexicon,
    rule: str = "item.numbered_title",
    *,
    squeezed: bool = False,
) -> Heading:
    """Return the heading that a numbered line is, its title cut from what runs in behind it.

    Args:
        lines: The lines of the page.
        index: Place of the line that bears the number.
        lexicon: Tells standing titles.
        rule: Name of the rule that found it.
        squeezed: Whether a sentence may follow the title without any mark.
    """
    line = lines[index]
    alone = NUMBER_LINE.match(line.text)
    if alone is not None:
        return _under_number(lines, index, alone["number"], lexicon)
    found = NUMBER_TITLE.match(line.text)
    number, offset, worded = _number_of(line.text, found)
    if offset == len(line.text):
        return _under_number(lines, index, number, lexicon)
    title = (_cell(found) if found else None) or _run_in_title(
        line.text[offset:], lexicon, eager=worded, squeezed=squeezed
    )
    if title.rest is None and not worded and _is_statement(line.text[offset:]):
        rest = line.start + offset
        return Heading(index, index + 1, line.start, number, None, rest, "item.numbered_statement")
    if title.rest is not None:
        rest = line.start + offset + title.rest
        return Heading(index, index + 1, line.start, number, title.text, rest, rule)
    told = cut_reporter(line.text[offset:], lexicon)
    if told is not None:
        return Heading(index, index + 1, line.start, number, told.text, None, rule)
    body = index + 1
    words = [line.text[offset:]]
    while title_goes_on(lines, body) or _application_goes_on(lines, body):
        words.append(lines[body].text)
        body += 1
    return Heading(index, body, line.start, number, clean_title(" ".join(words)), None, rule)


def _number_of(text: str, found: re.Match[str] | None) -> tuple[str, int, bool]:
    """Return a line's number, where its title begins, and whether a word announces the number."""
    if found is not None:
        return found["number"].rstrip("."), found.start("title"), bool(found["word"])
    code = read_code(text)
    assert code is not None  # noqa: S101 - the candidate was read from it
    return code.number, code.title, code.worded


def _under_number(lines: Sequence[Line], index: int, number: str, lexicon: Lexicon) -> Heading:
    """Return the heading whose number stands alone above its title, or above text without one."""
    first = past_parts(lines, index, number)
    below = lines[first].text
    listed = read_marker(below) is not None and _YEARS.match(below) is None
    alone = NUMBER_LINE.match(lines[index].text)
    titled = can_be_title(_below_number(lines, first - 1, alone) if alone else below)
    if not titled or listed or _is_text(below):
        start = lines[index].start
        return Heading(index, index + 1, start, number, None, None, "item.number_line")
    first += _is_report_number(lines, first)
    body = first + 1
    words = [lines[first].text]
    while _wraps_title(lines, body, lexicon):
        words.append(lines[body].text)
        body += 1
    title = clean_title(" ".join(words))
    return Heading(index, body, lines[index].start, number, title, None, "item.number_line")


def _is_report_number(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line only numbers the report whose title stands right below it."""
    below = index + 1 < len(lines) and not lines[index + 1].gap
    return below and _REPORT_NUMBER.fullmatch(lines[index].text) is not None


def _is_text(text: str) -> bool:
    """Tell whether a whole line is a sentence of the minute and no purpose."""
    if _PERSON_TELLS.fullmatch(text):
        return True
    plain = len(text) > _SENTENCE_LONG and text.endswith(".") and not is_blurb(text)
    return plain and SENTENCE.search(text) is not None


def _cell(found: re.Match[str]) -> Title | None:
    """Cut a title that stands between the marks of columns ("4 / Bins / They were emptied")."""
    mark = (found["dash"] or "").strip()
    title, end, _ = found["title"].partition(f" {mark} ") if mark in ("/", "|") else ("", "", "")
    return Title(clean_title(title), len(title), len(title) + len(end)) if end else None


def _run_in_title(text: str, lexicon: Lexicon, *, eager: bool, squeezed: bool) -> Title:
    """Cut the title of a numbered line from the text behind it, by the plainest mark there is."""
    standing = cut_standing_title(text, lexicon)
    if standing is not None:
        return standing
    title = cut_title(text, lexicon, eager=eager)
    if title.rest is None:
        marked = cut_outcome(text, lexicon) or _purpose_title(text)
        title = marked or cut_short_title(text, lexicon) or title
    if title.rest is None and (squeezed or _is_statement(text)):
        title = cut_sentence_behind(text, lexicon) or title
    if squeezed:
        behind = (cut_run_in(text, lexicon), cut_sentence_behind(text, lexicon))
        unmarked = [one for one in behind if one is not None and text[one.end] != ":"]
        title = min([title, *unmarked], key=_TITLE_END)
    return title


def _purpose_title(text: str) -> Title | None:
    """Cut "To declare interests. Cllr Orr declared ..." after the sentence that is its title."""
    found = _PURPOSE_TITLE.match(text)
    return Title(clean_title(found["title"]), found.end("title"), found.end()) if found else None


def _is_statement(text: str) -> bool:
    """Tell whether a numbered line says what happened and gives no title."""
    if is_blurb(text):
        return False
    if text.startswith("There "):
        return True
    ends = text.rstrip().endswith((".", ".)")) or len(text) > 120
    return _DONE.search(text) is not None or (ends and SENTENCE.search(text) is not None)


def _wraps_title(lines: Sequence[Line], index: int, lexicon: Lexicon) -> bool:
    """Tell whether a long title under its number runs over to the line at an index."""
    if index + 1 >= len(lines) or lines[index].gap:
        return False
    before, text = lines[index - 1].text, lines[index].text
    if is_shouted(before) and is_shouted(text) and not _opens_item(text):
        return True
    if _runs_over(before, text):
        return True
    if len(before) < 50 or before.endswith((".", ":")) or len(text) > 120 or has_attachment(before):
        return False
    plain = not is_blurb(text) and item_label(text, lexicon) is None and read_marker(text) is None
    label = item_label(lines[index + 1].text, lexicon)
    return plain and label is not None and not SENTENCE.search(text)


def _runs_over(before: str, text: str) -> bool:
    """Tell whether a line that the page broke within a title goes on on the next."""
    named = _APPLICATION.search(before) is not None  # what is applied for may be a list
    stops = (".", ":") if named else (".", ":", ";", ",")
    if len(before) < _FULL_LINE or before.endswith(stops) or SENTENCE.search(text):
        return False
    if len(text) > _LONGEST_REST or is_blurb(text) or read_marker(text) is not None:
        return False
    return text[0].islower() or named


def _application_goes_on(lines: Sequence[Line], index: int) -> bool:
    """Tell whether what is applied for runs over to the line at an index."""
    named = index < len(lines) and _APPLICATION.search(lines[index - 1].text) is not None
    follows = named and not lines[index].gap
    return follows and _runs_over(lines[index - 1].text, lines[index].text)


def title_goes_on(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a title in capitals runs over to the line at an index."""
    if index >= len(lines):
        return False
    before, line = lines[index - 1], lines[index]
    return (
        line.gap == 0
        and is_shouted(before.text)
        and is_shouted(line.text)
        and len(before.text) > 30
        and not _opens_item(line.text)
    )


def _opens_item(text: str) -> bool:
    """Tell whether a line in capitals is a decision, a point or the next item's heading."""
    if text.startswith(("RESOLVED", "AGREED", "NOTED")) or read_marker(text) is not None:
        return True
    return (NUMBER_LINE.match(text) or NUMBER_TITLE.match(text)) is not None
