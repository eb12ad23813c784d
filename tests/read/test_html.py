import time
from pathlib import Path

import pytest

from minutesparse.errors import LimitExceededError
from minutesparse.read import read, read_bytes

PAGES = sorted((Path(__file__).parent / "html_pages").glob("*.html"))


def text_of(markup: str) -> str:
    return read_bytes(markup.encode(), name="a.html").text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_reads_as_a_visitor_sees_it(page: Path) -> None:
    expected = page.with_suffix(".txt").read_text(encoding="utf-8")
    source = read(page)
    assert source.text.replace("\xa0", "~") == expected
    assert source.media_type == "text/html"


@pytest.mark.parametrize(
    "content",
    [
        "<meta charset=iso-8859-1><p>\u00a35 \u2013 caf\u00e9".encode("cp1252"),
        "<meta charset=utf-8><p>\u00a35 \u2013 caf\u00e9".encode("cp1252"),
        "<meta charset=windows-1252><p>\u00a35 \u2013 caf\u00e9".encode(),
        "<meta charset=iso-8859-15><p>\u00a35 - caf\u00e9".encode("iso-8859-15"),
        "<meta charset=hex><p>\u00a35 \u2013 caf\u00e9".encode(),
        b"\xff\xfe" + "<meta charset=utf-8><p>\u00a35 \u2013 caf\u00e9".encode("utf-16-le"),
    ],
)
def test_the_encoding_is_found_whatever_is_declared(content: bytes) -> None:
    text = read_bytes(content).text.replace("-", "\u2013")
    assert text == "\u00a35 \u2013 caf\u00e9\n"


def test_a_main_part_with_little_in_it_gives_way_to_the_page() -> None:
    body = "<p>Councillor Ash said that the roof leaked.</p>" * 5
    assert text_of(f"<main><p>x</p></main><div>{body}</div>").count("Ash") == 5


def test_a_cell_beside_an_owner_keeps_its_place() -> None:
    table = (
        "<table><tr><th>Item</th><th>Discussion</th><th>Action</th></tr>"
        "<tr><td>4</td><td>The hedge.</td><td>AB</td></tr></table>"
    )
    assert text_of(table) == (
        "Item    Discussion".ljust(60) + "Action\n\n4\n\n" + "The hedge.".ljust(60) + "AB\n"
    )


def test_a_grid_with_serial_numbers_stays_a_grid() -> None:
    rows = "<tr><td>1</td><td>Cllr Ash</td><td>Present</td></tr>" * 2
    assert text_of(f"<table>{rows}</table>") == "1 | Cllr Ash | Present\n" * 2


def test_a_spanned_cell_leaves_room_below_it() -> None:
    table = (
        "<table><tr><td rowspan=2>North</td><td>Cllr Ash</td></tr>"
        "<tr><td>Cllr Birch</td></tr></table>"
    )
    assert text_of(table) == "North | Cllr Ash\n | Cllr Birch\n"


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 200_000,
        "<div>" * 200_000 + "</div>" * 200_000,
        "<p><div>" * 100_000,
        "<select>" + "<option>x" * 100_000,
        "<div " + " ".join(f"a{number}" for number in range(100_000)) + ">",
        "".join(f"<b id={number}>" for number in range(50_000)) + "<p>x" * 50_000,
        "<table><tr><td>" * 50_000,
    ],
    ids=["deep", "balanced", "implied", "options", "attributes", "formatting", "tables"],
)
def test_a_page_built_to_choke_a_parser_is_refused_at_once(markup: str) -> None:
    start = time.perf_counter()
    with pytest.raises(LimitExceededError):
        read_bytes(b"<html>" + markup.encode())
    assert time.perf_counter() - start < 5


def test_unclosed_tags_as_old_pages_have_them_are_read() -> None:
    page = "<p><font size=2>One<br><o:p/>" * 3000 + "<li>x" * 3000 + "<td>" * 3000
    assert text_of(page).count("One") == 3000


def test_a_list_of_names_in_one_cell_stays_a_list() -> None:
    table = (
        "<table><tr><td>Role</td><td>Names</td></tr>"
        "<tr><td>Present:</td><td>Cllr Ash<br>Cllr Birch</td></tr>"
        "<tr><td>Clerk</td><td>C Cedar<br>(part)</td></tr></table>"
    )
    assert text_of(table) == (
        "Role | Names\n\nPresent:\n\nCllr Ash\nCllr Birch\n\nClerk | C Cedar (part)\n"
    )
