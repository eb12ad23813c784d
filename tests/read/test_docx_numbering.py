import pytest
from tests.read.wordfile import definition, docx, level, listed, paragraph, row, use

from minutesparse.read import read_bytes

LEGAL = definition(
    0, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "lowerLetter", "(%3)")
)
CLAUSES = definition(1, level(0, "lowerLetter", "(%1)"), level(1, "lowerRoman", "%2."))
BULLETS = definition(2, level(0, "bullet", "\uf0b7"), level(1, "bullet", "o"))


def lines(body: str, numbering: str = "", **parts: str) -> list[str]:
    source = read_bytes(docx(body, numbering=numbering, **parts), name="a.docx")
    return source.text.splitlines()


def test_levels_count_below_their_parents_and_restart_after_them() -> None:
    body = "".join(listed("x", 1, at) for at in (0, 1, 1, 2, 2, 0, 1, 2))
    assert lines(body, LEGAL + use(1, 0)) == [
        *("1. x", "1.1 x", "1.2 x", "    (a) x", "    (b) x"),
        *("2. x", "2.1 x", "    (a) x"),
    ]


def test_a_level_without_its_parent_shows_where_the_parent_would_start() -> None:
    assert lines(listed("x", 1, 1) + listed("y", 1, 0), LEGAL + use(1, 0)) == ["1.1 x", "2. y"]


def test_text_between_does_not_stop_a_list() -> None:
    body = listed("one") + paragraph("between") + listed("two")
    assert lines(body, LEGAL + use(1, 0)) == ["1. one", "", "between", "", "2. two"]


def test_uses_of_one_definition_count_on_unless_they_say_where_to_start() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    body = listed("x", 1) + listed("x", 2) + listed("x", 3) + listed("x", 3)
    numbering = CLAUSES + use(1, 1) + use(2, 1) + use(3, 1, again)
    assert lines(body, numbering) == ["(a) x", "(b) x", "(a) x", "(b) x"]


def test_a_use_may_define_a_level_anew() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1)", start=4)}</w:lvlOverride>'
    assert lines(listed("x", 1), CLAUSES + use(1, 1, own)) == ["IV) x"]


def test_a_level_that_never_restarts_goes_on() -> None:
    on = definition(
        0, level(0, "decimal", "%1."), level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>')
    )
    body = "".join(listed("x", 1, at) for at in (0, 1, 0, 1))
    assert lines(body, on + use(1, 0)) == ["1. x", "  1) x", "2. x", "  2) x"]


@pytest.mark.parametrize(
    ("form", "start", "shown"),
    [
        ("decimal", 7, "7."),
        ("decimalZero", 7, "07."),
        ("upperLetter", 3, "C."),
        ("lowerLetter", 28, "bb."),
        ("lowerRoman", 14, "xiv."),
        ("upperRoman", 4000, "4000."),
        ("ordinal", 22, "22nd."),
        ("cardinalText", 21, "Twenty-one."),
        ("numberInDash", 2, "- 2 -."),
        ("hebrew1", 2, "2."),
    ],
)
def test_numbers_are_shown_in_the_form_of_their_level(form: str, start: int, shown: str) -> None:
    numbering = definition(0, level(0, form, "%1.", start=start)) + use(1, 0)
    assert lines(listed("x"), numbering) == [f"{shown} x"]


def test_legal_levels_show_digits_for_their_parents() -> None:
    numbering = definition(
        0, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", "<w:isLgl/>")
    )
    body = listed("x", 1, 0) + listed("x", 1, 0) + listed("x", 1, 1)
    assert lines(body, numbering + use(1, 0)) == ["I. x", "II. x", "2.1 x"]


def test_bullets_stand_at_their_depth() -> None:
    body = listed("one") + listed("two", 1, 1) + paragraph("text")
    assert lines(body, BULLETS + use(1, 2)) == ["• one", "  • two", "", "text"]


def test_an_empty_bullet_says_nothing_and_an_empty_number_says_its_number() -> None:
    body = listed("") + listed("", 2) + paragraph("Apologies")
    numbering = BULLETS + LEGAL + use(1, 2) + use(2, 0)
    assert lines(body, numbering) == ["1.", "", "Apologies"]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="Item"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
    "</w:pPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="Point"><w:basedOn w:val="Item"/><w:pPr><w:numPr>'
    '<w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="Item"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
    '<w:style w:type="numbering" w:styleId="House"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr>'
    "</w:pPr></w:style>"
)


def styled(text: str, name: str, more: str = "") -> str:
    return paragraph(text, f'<w:pStyle w:val="{name}"/>{more}')


def test_a_style_brings_its_number_and_passes_it_on() -> None:
    body = styled("x", "Item") + styled("y", "Point") + styled("z", "Own") + styled("w", "Loop")
    numbering = LEGAL + use(1, 0)
    assert lines(body, numbering, styles=STYLES) == ["1. x", "1.1 y", "2. z", "", "w"]


def test_a_style_finds_its_level_by_its_name() -> None:
    linked = definition(
        0,
        level(0, "decimal", "%1."),
        level(1, "lowerLetter", "%2)", '<w:pStyle w:val="Item"/>'),
    )
    assert lines(styled("x", "Item"), linked + use(1, 0), styles=STYLES) == ["  a) x"]


def test_a_paragraph_may_refuse_the_number_of_its_style() -> None:
    none = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    assert lines(styled("x", "Item", none), LEGAL + use(1, 0), styles=STYLES) == ["x"]


def test_a_definition_may_borrow_its_levels_from_a_numbering_style() -> None:
    borrowed = '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="House"/></w:abstractNum>'
    numbering = borrowed + CLAUSES + use(2, 1) + use(3, 9)
    assert lines(listed("x", 3), numbering, styles=STYLES) == ["(a) x"]


def test_numbers_in_a_table_head_its_rows() -> None:
    table = f"<w:tbl>{row(listed(''), paragraph('Apologies') + paragraph('None.'))}</w:tbl>"
    assert lines(table * 2, LEGAL + use(1, 0)) == [
        *("1.", "", "Apologies", "", "None.", ""),
        *("2.", "", "Apologies", "", "None."),
    ]


@pytest.mark.parametrize(
    "numbering",
    [
        "",
        use(1, 99),
        definition(0, '<w:lvl w:ilvl="x"/>') + use(1, 0),
        definition(0, level(0, "decimal", "%9%8.", start=-5)) + use(1, 0),
        definition(0, level(0, "lowerRoman", "%1" * 500)) + use(1, 0),
    ],
)
def test_broken_numbering_never_stops_the_reading(numbering: str) -> None:
    assert lines(listed("word") + listed("deep", 1, 77), numbering)[0].endswith("word")


def test_a_list_of_another_definition_goes_on_below_an_item_by_its_indent() -> None:
    def bullets(name: int, left: int) -> str:
        return definition(name, level(0, "bullet", "x", f'<w:pPr><w:ind w:left="{left}"/></w:pPr>'))

    numbering = bullets(0, 360) + bullets(1, 720) + use(1, 0) + use(2, 1)
    body = listed("one", 1) + listed("two", 2) + listed("three", 1) + paragraph("x")
    body += listed("four", 2)
    assert lines(body, numbering) == [
        *("• one", "  • two", "• three", "", "x", "", "• four"),
    ]


def test_levels_that_are_indented_alike_still_differ_in_depth() -> None:
    flat = '<w:pPr><w:ind w:left="360"/></w:pPr>'
    numbering = definition(0, level(0, "bullet", "x", flat), level(1, "bullet", "o", flat))
    body = listed("one", 1) + listed("two", 1, 1) + listed("three", 1)
    assert lines(body, numbering + use(1, 0)) == ["• one", "  • two", "• three"]
