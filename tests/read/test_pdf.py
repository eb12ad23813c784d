import re

import pytest
from tests.read.pdffile import BOLD, LINE, LOST, SYMBOL, Put, column, pdf, row

from minutesparse.errors import (
    EmptyDocumentError,
    LimitExceededError,
    UnreadableFileError,
)
from minutesparse.read import Limits, read_bytes
from minutesparse.text import Source

PROSE = (
    "The Chairman welcomed members and said that the roof of the hall had been",
    "mended at last, that the bill was lower than the estimate, and that the hall",
    "would open again in May.",
)


def source_of(*pages: list[Put], turn: int = 0) -> Source:
    return read_bytes(pdf(*pages, turn=turn), name="a.pdf")


def text_of(*pages: list[Put], turn: int = 0) -> str:
    return source_of(*pages, turn=turn).text


def furniture_of(source: Source) -> list[str]:
    return [source.text[start:end] for start, end in source.furniture]


def test_lines_stay_lines_and_paragraphs_stand_apart() -> None:
    page = [*column(72, 700, *PROSE), *column(72, 700 - 4.5 * LINE, *PROSE[:2])]
    source = source_of(page)
    assert source.text == "\n".join(PROSE) + "\n\n" + "\n".join(PROSE[:2]) + "\n"
    assert source.media_type == "application/pdf"


def test_the_order_on_the_page_counts_and_not_the_order_in_the_file() -> None:
    page = column(72, 700, *PROSE)
    assert text_of(page[::-1]) == text_of(page)


def test_a_heading_in_bold_stands_apart_without_a_gap() -> None:
    page = [Put(72, 700 + LINE, "Hall repairs", BOLD), *column(72, 700, *PROSE)]
    assert text_of(page).startswith("Hall repairs\n\nThe Chairman")


def test_a_numbered_heading_stands_apart_when_its_line_is_not_full() -> None:
    page = [Put(50, 700, "4."), Put(72, 700, "Hall repairs"), *column(72, 700 - LINE, *PROSE)]
    assert text_of(page).startswith("4. Hall repairs\n\nThe Chairman")


def test_a_numbered_paragraph_hangs_together() -> None:
    page = [Put(50, 700, "4."), *column(72, 700, *PROSE)]
    assert text_of(page) == "4. " + "\n".join(PROSE) + "\n"


def test_a_bare_number_keeps_its_distance() -> None:
    page = [Put(50, 700, "12/24"), Put(90, 700, "Apologies"), *column(90, 680, "None.")]
    assert text_of(page) == "12/24   Apologies\n\nNone.\n"


def test_text_beside_a_wide_number_hangs_where_its_lines_do() -> None:
    page = [
        *row(700, x90="(i)", x108="notes the report of the Clerk on the roof of the hall"),
        *row(700 - LINE, x90="(viii)", x120="approves the bill of the builder, who was quick, and"),
        *row(700 - 2 * LINE, x108="thanks the Clerk."),
    ]
    assert text_of([Put(72, 730, "RESOLVED"), *page]).endswith("and\n       thanks the Clerk.\n")


def test_paragraphs_of_one_line_do_not_widen_what_counts_as_close() -> None:
    short = [Put(72, 700 - 20 * at, f"The vote on clause {at} was taken.") for at in range(9)]
    page = [*short, *column(72, 480, *PROSE), *column(72, 480 - 2 * LINE - 20, "Carried.")]
    parts = text_of(page).split("\n\n")
    assert parts[-2:] == ["\n".join(PROSE), "Carried.\n"]


def test_bullets_keep_their_depth_from_the_left_edge() -> None:
    page = [
        *column(72, 700, "Members were told that:"),
        *row(680, x80="\u2022", x95="the roof was mended and would last for at least another ten"),
        *row(680 - LINE, x95="years"),
        *row(680 - 2 * LINE, x110="o", x125="so the builder said"),
        *row(680 - 3 * LINE, x80="\u2022", x95="the door was not"),
        *column(72, 680 - 5 * LINE, "The report was noted."),
    ]
    assert text_of(page) == (
        "Members were told that:\n\n"
        "\u2022 the roof was mended and would last for at least another ten\n"
        "  years\n"
        "  \u2022 so the builder said\n"
        "\u2022 the door was not\n\n"
        "The report was noted.\n"
    )


def test_a_bullet_in_a_symbol_font_is_a_bullet() -> None:
    page = [Put(72, 700, "\xb7", SYMBOL), Put(90, 700, "the roof was mended")]
    assert text_of(page) == "\u2022 the roof was mended\n"


def test_lettered_clauses_nest_below_bullets() -> None:
    page = [
        *row(700, x72="\u2022", x90="That the Council:"),
        *row(700 - LINE, x100="(a)", x120="notes the report"),
        *row(700 - 2 * LINE, x100="(b)", x120="thanks the Clerk"),
    ]
    assert text_of(page) == (
        "\u2022 That the Council:\n  (a) notes the report\n  (b) thanks the Clerk\n"
    )


def test_a_line_of_one_dash_is_no_bullet() -> None:
    assert text_of(column(72, 700, "- the dash is typed")) == "- the dash is typed\n"


# ------------------------------------------------------------ columns and tables


def attendance(*rows: tuple[str, ...]) -> list[Put]:
    places = (108.0, 252.0, 324.0, 468.0)
    return [
        Put(x, 700 - at * LINE, cell)
        for at, cells in enumerate(rows)
        for x, cell in zip(places, cells, strict=False)
        if cell
    ]


def test_two_columns_of_those_present_give_a_line_a_row() -> None:
    rows = (("A Ash", "AA", "B Birch", "BB"), ("C Cedar", "CC", "D Damson", "DD"), ("E Elm", "EE"))
    assert text_of([Put(36, 700, "PRESENT"), *attendance(*rows)]) == (
        "PRESENT\n\nA Ash | AA | B Birch | BB\nC Cedar | CC | D Damson | DD\nE Elm | EE\n"
    )


def test_a_cell_that_nearly_fills_its_column_keeps_apart_from_the_next() -> None:
    wide = "Councillor Eglantine Elderbe"
    rows = (
        ("A Ash", "AA", "B Birch", "BB"),
        (wide, "EE", "D Damson", "DD"),
        ("F", "FF", "G", "GG"),
    )
    assert f"\n{wide} | EE | D Damson | DD\n" in text_of(attendance(*rows))


def test_a_cell_that_wraps_stays_one_cell() -> None:
    rows = (("A Ash", "AA", "B Birch", "BB"), ("(Chair)",), ("C Cedar", "CC", "D Damson", "DD"))
    assert text_of(attendance(*rows)) == (
        "A Ash (Chair) | AA | B Birch | BB\nC Cedar | CC | D Damson | DD\n"
    )


def test_labels_and_what_they_label_are_no_table() -> None:
    page = [
        *row(700, x72="Venue:", x150="Town Hall"),
        *row(700 - LINE, x72="Contact:", x150="Democratic Services, for whom"),
        *row(700 - 2 * LINE, x150="see below"),
    ]
    assert text_of(page) == (
        "Venue:    Town Hall\nContact:    Democratic Services, for whom\nsee below\n"
    )


def test_prose_in_two_columns_is_read_column_by_column() -> None:
    left = [f"left {at} the quick brown fox jumps over" for at in range(8)]
    right = [f"right {at} the lazy dog lies in the sun" for at in range(8)]
    page = [*column(50, 700, *left), *column(320, 700, *right)]
    assert text_of(page) == "\n".join(left) + "\n\n" + "\n".join(right) + "\n"


def test_a_table_of_items_reads_as_items() -> None:
    discussion = [f"discussion {at} runs on and on across the column" for at in range(6)]
    page = [
        *column(50, 700, "12/24", "", "", "13/24"),
        *column(100, 700, "Hall", "repairs", "", "Gate"),
        *column(200, 700, *discussion),
    ]
    assert text_of(page).split("\n\n") == [
        "12/24   Hall\nrepairs",
        "\n".join(discussion[:3]),
        "13/24   Gate",
        "\n".join(discussion[3:]) + "\n",
    ]


def with_actions(*owners: tuple[float, str]) -> list[Put]:
    body = column(50, 700, *(f"Line {at} of the discussion goes on" for at in range(8)))
    return [*body, *(Put(530, y, owner) for y, owner in owners)]


def test_owners_go_to_the_end_of_their_lines_in_a_column() -> None:
    page = with_actions((700, "AA"), (700 - 3 * LINE, "BB/CC"), (700 - 5 * LINE, "Clerk"))
    lines = text_of(page).splitlines()
    assert [line for line in lines if "    " in line] == [
        "Line 0 of the discussion goes on".ljust(60) + "AA",
        "Line 3 of the discussion goes on".ljust(60) + "BB/CC",
        "Line 5 of the discussion goes on".ljust(60) + "Clerk",
    ]
    assert "\n\n" not in text_of(page)


def test_an_owner_between_two_lines_goes_to_the_nearer() -> None:
    page = with_actions((700, "AA"), (700 - 2.4 * LINE, "BB"), (700 - 4 * LINE, "CC"))
    assert text_of(page).splitlines()[2].endswith("    BB")


def test_the_head_of_the_column_tells_where_it_begins() -> None:
    page = [
        *row(740, x50="Parish Council", x530="MINUTES"),
        *row(720, x50="ITEMS", x530="Action"),
        *with_actions((700, "AA")),
    ]
    lines = text_of(page).splitlines()
    assert lines[0] == "Parish Council    MINUTES"
    assert lines[2] == "ITEMS".ljust(60) + "Action"
    assert lines[4] == "Line 0 of the discussion goes on".ljust(60) + "AA"


# ------------------------------------------------------------ pages


def running(number: int, *body: Put) -> list[Put]:
    return [
        Put(72, 800, "Example Parish Council"),
        *body,
        Put(290, 30, f"Page {number} of 3"),
    ]


def test_running_heads_and_feet_are_furniture() -> None:
    body = [column(72, 700, *PROSE), column(72, 700, "On."), column(72, 700, "The end.")]
    source = source_of(*(running(at, *lines) for at, lines in enumerate(body, start=1)))
    assert furniture_of(source) == [
        *("Page 1 of 3", "Example Parish Council"),
        *("Page 2 of 3", "Example Parish Council", "Page 3 of 3"),
    ]
    assert source.text.startswith("Example Parish Council\n\nThe Chairman")


def test_a_paragraph_goes_on_across_pages_and_their_furniture() -> None:
    first = running(1, *column(72, 700, *PROSE[:2]))
    second = running(2, *column(72, 760, PROSE[2], "", "The meeting ended at nine."))
    source = source_of(first, second)
    assert "\n".join(PROSE) in source.text
    assert furniture_of(source) == ["Page 1 of 3", "Example Parish Council", "Page 2 of 3"]
    assert source.text[source.pages[1].start :].startswith(PROSE[2])


def test_a_full_line_without_an_end_goes_on_across_pages() -> None:
    lines = ("The Chairman welcomed members and said that the roof was mended on 12", "May 2023.")
    wide = column(72, 200, "The Clerk had written to the builder and to the diocese about the bill")
    first = running(1, *wide, Put(72, 200 - LINE, lines[0]))
    source = source_of(first, running(2, Put(72, 700, lines[1])), running(3))
    assert "\n".join(lines) in source.text
    short = running(1, *wide, Put(72, 200 - LINE, "Present"))
    source = source_of(short, running(2, Put(72, 700, lines[1])), running(3))
    assert f"Present\n{lines[1]}" not in source.text


def test_a_foot_belongs_to_the_page_that_it_stands_on() -> None:
    pages = [running(at, Put(72, 700, "The meeting was held.")) for at in (1, 2, 3)]
    source = source_of(*pages)
    shown = [source.text[page.start : page.end] for page in source.pages]
    assert [f"Page {at} of 3" in text for at, text in enumerate(shown, start=1)] == [True] * 3


@pytest.mark.parametrize("pages", [1, 2])
def test_a_head_that_the_title_repeats_is_furniture(pages: int) -> None:
    head = Put(72, 805, "Audit Committee", size=8)
    title = column(72, 730, "Example Council", "", "Minutes of the Audit Committee held on 3 May")
    rest = [[head, Put(72, 730, "The end.")]] * (pages - 1)
    source = source_of([head, *title], *rest)
    assert furniture_of(source) == ["Audit Committee"] * pages
    untold = source_of([Put(72, 805, "Standards Committee", size=8), *title])
    assert furniture_of(untold) == []


def test_a_list_goes_on_across_pages() -> None:
    first = running(1, *row(100, x72="\u2022", x90="one"))
    second = running(2, *row(760, x72="\u2022", x90="two"))
    assert "\u2022 one\n\u2022 two" in text_of(first, second)


def test_a_number_in_the_margin_is_a_page_number_and_in_the_text_is_not() -> None:
    source = source_of([*column(72, 700, "Agreed.", "7"), Put(290, 30, "7")])
    assert furniture_of(source) == ["7"]
    assert source.text == "Agreed.\n7\n\n7\n"


def test_pages_cover_the_text() -> None:
    source = source_of(column(72, 700, *PROSE), [], column(72, 700, "The end."))
    assert [page.number for page in source.pages] == [1, 2, 3]
    assert source.pages[0].start == 0
    assert source.pages[-1].end == len(source.text)
    assert all(
        one.end == two.start for one, two in zip(source.pages, source.pages[1:], strict=False)
    )
    assert source.text[source.pages[2].start :] == "The end.\n"


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_seen(turn: int) -> None:
    angles = {90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}
    places = {
        90: lambda x, y: (595 - y, x),
        180: lambda x, y: (595 - x, 842 - y),
        270: lambda x, y: (y, 842 - x),
    }
    page = []
    for put in column(72, 500, *PROSE):
        x, y = places[turn](put.x, put.y)
        page.append(Put(x, y, put.text, angle=angles[turn]))
    assert text_of(page, turn=turn) == "\n".join(PROSE) + "\n"


def test_a_watermark_is_furniture() -> None:
    slanted = Put(200, 300, "DRAFT", size=80, angle="0.7 0.7 -0.7 0.7")
    source = source_of([*column(72, 700, *PROSE), slanted])
    assert furniture_of(source) == ["DRAFT"]


def test_a_raised_ending_stays_on_its_line() -> None:
    page = [Put(72, 700, "on 4"), Put(94.5, 704, "th", size=7), Put(104, 700, "March in the hall")]
    assert re.sub(r"\s+", " ", text_of(page)).strip() in (
        "on 4th March in the hall",
        "on 4 th March in the hall",
    )
    assert "\n" not in text_of(page).strip()


# ------------------------------------------------------------ what cannot be read


def test_a_scan_is_named_and_so_is_what_helps() -> None:
    with pytest.raises(EmptyDocumentError, match=r"2 pages and no text layer: a scan.*OCRmyPDF"):
        read_bytes(pdf([], [], picture=True), name="a.pdf")
    stamped = [Put(72, 30, "1")]
    with pytest.raises(EmptyDocumentError, match="scan") as caught:
        read_bytes(pdf(stamped, stamped, picture=True), name="a.pdf")
    assert caught.value.exit_code == 5


def test_a_short_page_without_pictures_is_no_scan() -> None:
    assert text_of([Put(72, 700, "Cancelled")]) == "Cancelled\n"


def test_a_text_layer_of_signs_without_meaning_is_named() -> None:
    page = [Put(72, 700 - 20 * at, "\xa4\xa6\xac\xb6 \xa7\xa9\xae\xb5", size=9) for at in range(5)]
    with pytest.raises(EmptyDocumentError, match="--force-ocr"):
        text_of(page)


def test_a_password_is_named() -> None:
    locked = pdf(column(72, 700, *PROSE)).replace(
        b"trailer<<",
        b"trailer<</ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O("
        + b"o" * 32
        + b")/U("
        + b"u" * 32
        + b")>>",
    )
    with pytest.raises(UnreadableFileError, match=r"password.*qpdf") as caught:
        read_bytes(locked, name="a.pdf")
    assert caught.value.exit_code == 3


def test_damage_is_named() -> None:
    with pytest.raises(UnreadableFileError, match="damaged"):
        read_bytes(b"%PDF-1.4\nnothing more", name="a.pdf")


def test_absurd_numbers_of_pages_and_characters_are_refused() -> None:
    page = column(72, 700, *PROSE)
    with pytest.raises(LimitExceededError, match="max_pages"):
        read_bytes(pdf(*[page] * 5), limits=Limits(max_pages=4))
    with pytest.raises(LimitExceededError, match="max_page_chars"):
        read_bytes(pdf(page), limits=Limits(max_page_chars=20))
    lying = pdf(page).replace(b"/Count 1", b"/Count 999999999")
    assert len(read_bytes(lying).pages) == 1


def test_an_n_whose_code_a_converter_lost_is_read_as_it_is_seen() -> None:
    lost = [Put(72, 700, "PRESE/T", LOST), Put(72, 660, "ATTE/DA/CE", LOST)]
    kept = [Put(72, 620, "HRA / General Fund, 24/7, AND/OR", BOLD), Put(72, 580, "D/Cllr Ash")]
    told = text_of([*lost, *kept]).split("\n\n")
    assert told == ["PRESENT", "ATTENDANCE", kept[0].text, f"{kept[1].text}\n"]
