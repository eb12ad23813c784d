"""Plain text with the way back: every repair on its own, and what holds for any text."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.hostile import INVISIBLE, LINE_ENDS, broken_texts, minutes, texts, whole_texts

import minutesparse
from minutesparse.normalise import REPAIRS, normalise, swap_characters
from minutesparse.text import ITEM_BREAK, OffsetMap, Source, blanked, spaces


def _plain(text: str) -> str:
    return normalise(Source(text)).clean


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Councillor\u00a0Orr", "Councillor Orr"),
        ("a\tb", "a    b"),
        ("Clerk:\tAnn", "Clerk:    Ann"),
        ("1.\tMinutes", "1. Minutes"),
        ("\tAnn\t\tBen", " Ann  Ben"),
        (
            "She said: · one. · two; and · three",
            "She said:\n· one.\n· two; and\n· three",
        ),
        (
            "Noted:- - that it was late; - that it rained",
            "Noted:-\n- that it was late;\n- that it rained",
        ),
        ("She asked: - why?", "She asked: - why?"),
        ("a\u2003b\u202fc", "a b c"),
        ("O\u2019Brien and O`Dell", "O'Brien and O'Dell"),
        ("\u201cNo\u201d", '"No"'),
        ("2019\u20142020, 4\u22125", "2019\u20132020, 4\u20135"),
        ("Hanna\u2010Hourihan", "Hanna-Hourihan"),
        ("one\x0ctwo\u2028three", "one\ntwo\nthree"),
        ("one\rtwo", "one\ntwo"),
        ("one\r\ntwo", "one \ntwo"),
        ("\u00a31.2m", "\u00a31.2m"),
        ("Gard\u00e1\u00ed, \u014ctorohanga", "Gard\u00e1\u00ed, \u014ctorohanga"),
        ("fire\u00adstation", "firestation"),
        ("zero\u200bwidth", "zerowidth"),
        ("O\u00e2\u20ac\u2122Brien", "O'Brien"),
        ("\u00c2\u00a340", "\u00a340"),
        ("caf\u00c3\u00a9", "caf\u00e9"),
        ("<AI1>\nTitle", "     \nTitle"),
        ("FIELD_ONE.", "         ."),
        ("a<br>b", "a\n   b"),
        ("tick \u2713 and 3 < 4", "tick \u2713 and 3 < 4"),
        ("\x1d", " "),
        ("\x00", " "),
    ],
)
def test_a_repair(written: str, plain: str) -> None:
    assert _plain(written) == plain


_MARKED_UP = """\
**HEATHER BANK COMMUNITY COUNCIL**

<!-- list -->

1\\. Matters Arising\\

> Ina Rae asked if the path by the burn
> would be lit.
>
> The Convener replied that it would *not yet*\\*.

2\\. Planning

**RESOLVED** to object.
"""


def test_marks_of_markdown_are_put_out_where_they_stand() -> None:
    plain = _plain(_MARKED_UP)
    assert len(plain) == len(_MARKED_UP)
    assert [" ".join(line.split()) for line in plain.split("\n") if line.strip()] == [
        "HEATHER BANK COMMUNITY COUNCIL",
        "1. Matters Arising",
        "Ina Rae asked if the path by the burn",
        "would be lit.",
        "The Convener replied that it would *not yet** .",
        "2. Planning",
        "RESOLVED to object.",
    ]


def test_what_was_said_is_found_between_marks_of_markdown() -> None:
    found = minutesparse.parse(_MARKED_UP)
    assert [(item.number, item.title) for item in found.items] == [
        ("1", "Matters Arising"),
        ("2", "Planning"),
    ]
    [asked] = found.items[0].contributions
    assert asked.speaker is not None
    assert (asked.kind, asked.speaker.label) == ("question", "Ina Rae")
    assert [answer.speaker.label for answer in asked.answers if answer.speaker] == ["The Convener"]
    assert [one.verb for one in found.items[1].resolutions] == ["resolved"]


_SITE = """---
title: Minutes
date: 2014-10-20
tags:
  - roads
---
<span class="year" style="display:none;">2014</span>
![Crest](https://heather.example/crest.png)
[Original file](https://heather.example/minutes.pdf)

---
MINUTES OF THE MEETING ON 15 SEPTEMBER 2014

<small>Ina Rae</small> asked if the path <b>by the burn</b> was lit.

---
"""


def test_what_a_site_adds_in_markdown_and_html_is_put_out() -> None:
    plain = _plain(_SITE)
    assert len(plain) == len(_SITE)
    assert [" ".join(line.split()) for line in plain.split("\n") if line.strip()] == [
        "[Original file]",
        "MINUTES OF THE MEETING ON 15 SEPTEMBER 2014",
        "Ina Rae asked if the path by the burn was lit.",
    ]
    assert str(minutesparse.parse(_SITE).date) == "2014-09-15"


def test_the_fields_for_the_site_stay_where_nothing_else_tells_the_date() -> None:
    page = "---\ntitle: Minutes\ndate: 2014-10-20\n---\nIna Rae asked if the path was lit.\n"
    assert "2014-10-20" in _plain(page)


@pytest.mark.parametrize(
    "text", ["x < y and y > x", "---", "TREES\n---\nAn elm had died.", "the rate (see /rates)[1]"]
)
def test_what_only_resembles_a_site_s_marks_stays(text: str) -> None:
    assert _plain(text) == text


@pytest.mark.parametrize(
    "text", ["5 > 4 and 3 < 4", "> 5 days\n> 6 days", "the rate** was 4", "# 1 Main Street"]
)
def test_signs_that_are_no_marks_stay(text: str) -> None:
    assert _plain(text) == text


def test_rows_between_pipes_become_lines_with_a_break_after_each() -> None:
    page = "No. | Item |\nBins PDF 9 KB Minutes: Noted. |\nTrees Minutes: Deferred. |\n"
    rows = [row.split("\n") for row in _plain(page).split(ITEM_BREAK)]
    assert [[line.strip() for line in row if line.strip()] for row in rows] == [
        ["No.   Item"],
        ["Bins PDF 9 KB", "Minutes:", "Noted."],
        ["Trees", "Minutes:", "Deferred."],
        [],
    ]


def test_a_few_pipes_do_not_make_a_table() -> None:
    assert "|" in _plain("Harbour report | P\u016brongo\nThe vote was 4 | 3.\n")


def test_what_the_reader_calls_furniture_is_blank() -> None:
    source = Source("Page 1\nThe Clerk spoke.", furniture=((0, 6),))
    assert normalise(source).clean == "      \nThe Clerk spoke."


def test_what_was_mended_is_told() -> None:
    mended = normalise(Source("O\u00e2\u20ac\u2122Brien paid \u00c2\u00a34")).mended
    assert mended == (("mojibake", 1, 2), ("mojibake", 13, 14))


def test_an_empty_map_is_the_identity() -> None:
    assert OffsetMap().span(3, 9) == (3, 9)


def test_a_span_ends_after_the_last_character_that_it_quotes() -> None:
    source = "ab\u200bcd"
    text = normalise(Source(source))
    start = text.clean.index("cd")
    first, last = text.offsets.span(start, start + 2)
    assert source[first:last] == "cd"


@pytest.mark.xfail(strict=True, reason="a span that ends before an invisible character takes it in")
def test_a_span_leaves_out_what_is_invisible_behind_it() -> None:
    source = "ab\u200bcd"
    first, last = normalise(Source(source)).offsets.span(0, 2)
    assert source[first:last] == "ab"


@given(texts)
def test_repairs_that_keep_offsets_keep_the_length(text: str) -> None:
    for repair in REPAIRS:
        assert len(repair(text)) == len(text)


@given(minutes)
def test_repairs_keep_the_length_of_minutes(text: str) -> None:
    for repair in REPAIRS:
        assert len(repair(text)) == len(text)


@given(texts)
def test_offsets_rise_and_stay_within_the_source(text: str) -> None:
    plain = normalise(Source(text))
    places = [plain.offsets.to_source(place) for place in range(len(plain.clean) + 1)]
    assert all(one < two or "\t" in text for one, two in itertools.pairwise(places))
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)
    assert places[-1] == len(text)


@given(texts)
def test_letters_and_digits_stand_where_the_map_says(text: str) -> None:
    plain = normalise(Source(text))
    mended = {place for _, start, end in plain.mended for place in range(start, end)}
    for place, character in enumerate(plain.clean):
        if character.isalnum() and place not in mended:
            assert text[plain.offsets.to_source(place)] == character


@given(minutes)
def test_words_quote_the_source(text: str) -> None:
    plain = normalise(Source(text))
    for word in re.finditer(r"[A-Za-z]+", plain.clean):
        first, last = plain.offsets.span(*word.span())
        assert "".join(c for c in text[first:last] if c not in INVISIBLE) == word[0]


@given(whole_texts)
def test_no_letter_or_digit_is_lost(text: str) -> None:
    assert list(filter(str.isalnum, _plain(text))) == list(filter(str.isalnum, text))


@given(texts, st.sampled_from(LINE_ENDS))
def test_lines_end_in_one_way(text: str, end: str) -> None:
    clean = normalise(Source(text + end + "x")).clean
    assert not set("\r\x0b\x0c\x85\u2028\u2029\x1c\x1e\u00a0\t") & set(clean)


@given(st.lists(st.text("ab ,.", min_size=1, max_size=9), min_size=1, max_size=6))
def test_carriage_returns_change_nothing_but_ends(lines: list[str]) -> None:
    unix, windows = _plain("\n".join(lines)), _plain("\r\n".join(lines))
    assert [line.rstrip() for line in windows.split("\n")] == [
        line.rstrip() for line in unix.split("\n")
    ]


@given(texts)
def test_plain_characters_are_plain_already(text: str) -> None:
    once = swap_characters(text)
    assert swap_characters(once) == once


@given(broken_texts)
def test_no_text_makes_it_raise_and_the_same_text_gives_the_same(text: str) -> None:
    assert normalise(Source(text)) == normalise(Source(text))


@given(whole_texts, st.data())
def test_blanks_keep_length_and_what_is_outside(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    out = blanked(text, [(start, end)])
    assert out[start:end] == spaces(text[start:end])
    assert out[:start] + out[end:] == text[:start] + text[end:]
    assert not out[start:end].strip()


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        ("The hedge was cut.\n4\n<!-- Page 5 -->\nTrees", ["The hedge was cut.", "Trees"]),
        ("Noted.\n\n- 12 -\n\n<!-- page 13 -->\nWalls", ["Noted.", "Walls"]),
        ("Read.\n![Image](scan 3.png)\n<!-- Page 4 -->", ["Read."]),
        ("There were\n4\n<!-- list -->\nelms", ["There were", "4", "elms"]),
    ],
)
def test_a_page_s_end_in_a_comment_takes_its_number_along(written: str, lines: list[str]) -> None:
    plain = _plain(written)
    assert len(plain) == len(written)
    assert [line.strip() for line in plain.split("\n") if line.strip()] == lines
