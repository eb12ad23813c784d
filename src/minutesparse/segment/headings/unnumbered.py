"""Pages without numbers: titles told by their words, their capitals and what stands around them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from minutesparse.lexicons import Lexicon
from minutesparse.segment.capitals import is_shouted
from minutesparse.segment.headings.dense import among_text
from minutesparse.segment.headings.excluded import is_label_of_people, is_no_title
from minutesparse.segment.headings.model import MONTH, SENTENCE, Heading, is_dense
from minutesparse.segment.labels import item_label
from minutesparse.segment.lines import is_break, read_marker
from minutesparse.segment.titles import (
    Title,
    clean_title,
    cut_title,
    has_attachment,
    is_known_title,
    is_standing_title,
    looks_like_title,
    opens_with_known_title,
)
from minutesparse.text import Line

_MEETING = re.compile(r"(?:draft\s+)?minutes\s+of\s+(?:the\s+)?meeting\b.*\d{4}$", re.I)
_MINUTES = re.compile(r"(?:draft\s+|open\s+)?minutes\b", re.I)
_OF_BODY = re.compile(
    rf"(?:[A-Z][\w'&]*\s+){{1,7}}Minutes\b[\s,:–-]+(?:(?:of|for)\s+)?(?:\w+day,?\s+)?"
    rf"(?:{MONTH}\s+\d|\d{{1,2}}\w*\s+{MONTH}\b|\d{{1,2}}[/.]\d{{1,2}}[/.]\d)"
)
_OPEN_END = re.compile(r"(?:,|\b(?:of|the|and|to|for|by|in|on|a))$", re.I)
_NAMES = re.compile(r"[\d,:;.]|\b(?:Cllrs?|Councillors?|Crs?|Mrs?|Ms|Miss|Dr)\b")
_FEW_WORDS = 6
_LONGEST_OUTCOME = 4  # lines
_LABEL_OF_PEOPLE = re.compile(
    r"(?:present|attendance|in\s+attendance|those\s+present)\b|"
    r"(?:[a-z]+\s+)?members?(?:\s+present)?\s*:",
    re.I,
)
_OF_PEOPLE = re.compile(
    r"(?:present|attendance|apolog|welcome|commencement|introduction|membership|minutes|substitut|absen|roll\s+call|leave)",
    re.I,
)
_NUMBER_FIELD = re.compile(
    r"(?:Agenda\s+)?Item\s*(?:Number|No\.?|#)?\s*:\s*(?P<number>[A-Z]?\.?[\w.]{1,8})\b", re.I
)
_TITLE_FIELD = re.compile(
    r"(?:Subject(?:\s+heading)?|Title|Item\s+title|Report\s+title)\s*:\s*(?P<title>\S.*)$", re.I
)


def fielded_titles(lines: Sequence[Line], lexicon: Lexicon) -> list[Heading]:
    """Return the headings of a page that prints item number and subject in fields."""
    fields = sum(_fielded(lines, index) is not None for index in range(len(lines)))
    return title_lines(lines, lexicon) if fields >= 2 else []


def title_lines(lines: Sequence[Line], lexicon: Lexicon) -> list[Heading]:
    """Return standing titles, lines in capitals and titles in fields ("Subject: ...")."""
    return _title_lines(lines, lexicon, known=2, fewest=2)


def scarce_titles(lines: Sequence[Line], lexicon: Lexicon) -> list[Heading]:
    """Return lines in capitals of a page on which one alone is a standing title."""
    return _title_lines(lines, lexicon, known=1, fewest=3)


def _title_lines(
    lines: Sequence[Line], lexicon: Lexicon, *, known: int, fewest: int
) -> list[Heading]:
    found: list[Heading] = []
    listed = 0
    dense = is_dense(lines)
    for index in range(len(lines)):
        heading = _fielded(lines, index) or _title_line(lines, index, lexicon, dense=dense)
        if heading is None:
            continue
        if found and found[-1].line <= index < found[-1].body:
            continue
        if _goes_on_with_outcome(lines, index):
            continue
        if heads_page(lines, index, first=not found):
            continue
        listed += _is_listed(heading, lexicon) or heading.number is not None
        found.append(heading)
    if listed < known or len(found) < fewest:
        return []
    found = _without_labels(found, lexicon)
    found = among_text(_with_likes(found, lines, lexicon), lines, lexicon)
    return _with_bodies(found, lines, lexicon)


def _goes_on_with_outcome(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line in capitals only goes on with a motion in capitals above it."""
    first = max(index - _LONGEST_OUTCOME, 0)
    while index > first and not lines[index].gap:
        index -= 1
        text = lines[index].text
        if not is_shouted(text) or text.endswith((".", ":", "?")):
            return False
        if is_no_title(text):
            return True
    return False


def _is_listed(heading: Heading, lexicon: Lexicon) -> bool:
    return heading.title is not None and is_known_title(heading.title, lexicon)


def _without_labels(found: Sequence[Heading], lexicon: Lexicon) -> list[Heading]:
    """Drop words in capitals that come again: they label the parts of several items."""
    times = Counter(one.title for one in found if one.number is None)
    return [one for one in found if times[one.title] < 2 or _is_listed(one, lexicon)]


def heads_page(lines: Sequence[Line], index: int, *, first: bool) -> bool:
    """Tell whether a line about minutes stands above those present, and so names the page."""
    text = lines[index].text
    about = [_MEETING.match(text)]
    if first:
        about += [_MINUTES.match(text), _OF_BODY.match(text)]
    return any(about) and _before_people(lines, index)


def _before_people(lines: Sequence[Line], index: int) -> bool:
    """Tell whether those present are listed below a line: it heads the page and no item."""
    return any(_LABEL_OF_PEOPLE.match(line.text) for line in lines[index + 1 : index + 40])


def _with_likes(found: Sequence[Heading], lines: Sequence[Line], lexicon: Lexicon) -> list[Heading]:
    """Add the short lines between standing titles that stand alone as these do.

    Only where at least three titles, not in capitals, stand between blank lines, and what is
    above the line ends a sentence.
    """
    plain = [one for one in found if one.title and one.rest is None and not is_shouted(one.title)]
    apart = [one for one in plain if _stands_apart(lines, one.line)]
    if len(apart) < 3 or len(apart) < len(found) * 0.6:
        return list(found)
    taken = {one.line for one in found}
    likes = [
        Heading(
            index, index + 1, lines[index].start, None, clean_title(lines[index].text), None,
            "item.title_line",
        )
        for index in range(apart[0].line + 1, len(lines) - 1)
        if index not in taken and _stands_apart(lines, index)
        and lines[index - 1].text.endswith(".")
        and len(lines[index].text.split()) <= 7
        and looks_like_title(lines[index].text)
        and not SENTENCE.search(lines[index].text)
        and read_marker(lines[index].text) is None
        and item_label(lines[index].text, lexicon) is None
        and not is_no_title(lines[index].text)
        and not is_label_of_people(lines[index].text)
    ]  # fmt: skip
    return sorted([*found, *likes], key=lambda one: one.line)


def _stands_apart(lines: Sequence[Line], index: int) -> bool:
    return index + 1 < len(lines) and lines[index].gap > 0 and lines[index + 1].gap > 0


def front_titles(lines: Sequence[Line], lexicon: Lexicon) -> list[Heading]:
    """Return standing titles that stand before the first numbered item, text under them.

    What heads a list of people is no item there: attendance and apologies are front matter.
    """
    found: list[Heading] = []
    dense = is_dense(lines)
    for index in range(len(lines)):
        heading = _title_line(lines, index, lexicon, dense=dense)
        if heading is None or heading.title is None or heading.rest is not None:
            continue
        known = is_known_title(heading.title, lexicon) or has_attachment(lines[index].text)
        if known and not _OF_PEOPLE.match(heading.title):
            found.append(heading)
    return _with_bodies(found, lines, lexicon) if found else []


def _fielded(lines: Sequence[Line], index: int) -> Heading | None:
    """Read "Item Number: 10.1" with "Subject: ..." beside or below it."""
    number = _NUMBER_FIELD.match(lines[index].text)
    if number is None:
        return None
    for place in range(index, min(index + 4, len(lines))):
        title = _TITLE_FIELD.search(lines[place].text)
        if title is not None:
            words = clean_title(title["title"])
            start = lines[index].start
            return Heading(index, place + 1, start, number["number"], words, None, "item.fields")
    return None


def _title_line(
    lines: Sequence[Line], index: int, lexicon: Lexicon, *, dense: bool = False
) -> Heading | None:
    line = lines[index]
    if is_break(line) or len(line.text) > 120 or line.text.endswith((",", ";")):
        return None
    plain = clean_title(line.text)
    shouted = is_shouted(plain) and len(plain) > 6
    if not shouted and not opens_with_known_title(plain, lexicon):
        return None
    if is_no_title(_before_colon(line.text, lexicon)) or is_label_of_people(line.text):
        return None
    stands = dense and (
        is_standing_title(line.text, lexicon) or _plainly_known(lines, index, lexicon)
    )
    if not line.text[0].isupper() and not stands:
        return None
    apart = line.gap > 0 or not index
    if not (apart or shouted or stands):
        return None
    title = Title(plain, len(plain)) if has_attachment(line.text) else cut_title(line.text, lexicon)
    known = is_known_title(title.text, lexicon) and not SENTENCE.search(title.text)
    if not known and not (shouted and (apart or dense) and _over_text(lines, index)):
        return None
    rest = None if title.rest is None else line.start + title.rest
    return Heading(index, index + 1, line.start, None, title.text, rest, "item.title_line")


def _before_colon(text: str, lexicon: Lexicon) -> str:
    """Return a standing title in capitals without its colon, any other line as it is."""
    closed = text.endswith(":") and is_shouted(text) and is_standing_title(text, lexicon)
    return text[:-1] if closed else text


def _plainly_known(lines: Sequence[Line], index: int, lexicon: Lexicon) -> bool:
    """Tell whether a few words, a standing title's first among them, stand below a sentence."""
    text, before = lines[index].text, lines[index - 1].text
    if not text[0].isupper() or _NAMES.search(text) or len(text.split()) > _FEW_WORDS:
        return False
    return is_known_title(text, lexicon) and before.endswith((".", ")", "Nil", "None"))


def _over_text(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line in capitals stands above text, and goes on with none above it."""
    if not index or index + 1 >= len(lines):
        return False
    if lines[index].gap:
        return True
    text, before = lines[index].text, lines[index - 1].text
    return " " in text and not is_shouted(lines[index + 1].text) and not _OPEN_END.search(before)


def _with_bodies(
    found: Sequence[Heading], lines: Sequence[Line], lexicon: Lexicon
) -> list[Heading]:
    """Drop unnumbered headings that nothing stands under: they head sections, not items.

    Of two standing titles, one above the other, the first is an item with nothing to tell.
    """
    kept = []
    for heading, following in zip(found, [*found[1:], None], strict=True):
        after = following.line if following else len(lines)
        bodied = heading.number or heading.rest is not None or after > heading.body
        if bodied or (following and _both_stand(heading, following, lexicon)):
            kept.append(heading)
    return kept


def _both_stand(first: Heading, second: Heading, lexicon: Lexicon) -> bool:
    return all(is_standing_title(one.title or "", lexicon) for one in (first, second))
